import { afterEach, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { byInput } from "../../../src/deal/deal-inputs";
import { readDealCells } from "../../../src/deal/parse-deal";
import { scheduleOf, termOfDeal } from "../../../src/deal/term-of-deal";
import { commit, excel, operation } from "../../../src/sheets/formulas/call";
import { chooseDeal } from "../../../src/workbook/deal/deal-choice";
import { removeTable } from "../../../src/workbook/journal/roll-back";
import { insertExample } from "../../../src/workbook/sheets/insert-example";
import { writeSchedule } from "../../../src/workbook/sheets/write-schedule";
import type { LocalWorkbook } from "../../support/local-workbook";
import { FaultInjector, failsWithoutTrace } from "../fault-injector";
import { done, openForWorkbookCode } from "../open";
import { readDeal } from "../read";
import { snapshot } from "../snapshot";

let workbook: LocalWorkbook;
afterEach(() => workbook.close());

const MEAN = commit("FORECAST_MEAN", "Forecast");
const SCHEDULE = {
  years: [
    { usage: MEAN, commitment: 250_000, listIndex: 1 },
    { usage: operation(MEAN, "*", excel("POWER", 1.2, 1)), commitment: 500_000, listIndex: 0.8 },
    { usage: "", commitment: 750_000, listIndex: "" },
  ],
  largestUsd: 1_000_000,
};

async function yearsRead() {
  const schedule = scheduleOf(readDealCells(done(await readDeal())));
  if (!schedule.ok) throw new Error(JSON.stringify(schedule.errors));
  return schedule.value;
}

describe("writeSchedule()", () => {
  test("becomes an input of the deal, which follows an edit, a year more, and its removal", async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    const before = await snapshot(workbook);
    const written = done(await writeSchedule(SCHEDULE, US_DOLLAR));
    expect(written).toMatchObject({ sheet: "Schedule", address: "A1:D7" });
    const [, second, third] = await yearsRead();
    expect(second?.usageUsd).toBeCloseTo(840_000, 6);
    expect(second).toMatchObject({ commitmentUsd: 500_000, listIndex: 0.8 });
    expect(third).toEqual({ usageUsd: undefined, commitmentUsd: 750_000, listIndex: undefined });
    workbook.setCell("Schedule", "C5", 300_000);
    const reading = readDealCells(done(await readDeal()));
    expect(reading.references.schedule).toBe("Schedule");
    const term = termOfDeal(reading, { policies: {}, commitmentsUsd: undefined });
    expect(term?.ok && term.value.whole.plan).toMatchObject({
      commitmentsUsd: [300_000, 500_000, 750_000],
      listIndex: [1, 0.8, 1],
    });
    done(await removeTable(written.id));
    expect(await snapshot(workbook)).toEqual(before);
    expect(await yearsRead()).toEqual([]);
  });

  test("of a second deal is not the first one's, and of chosen cells joins the choice", async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    done(await insertExample(US_DOLLAR));
    done(await writeSchedule(SCHEDULE, US_DOLLAR));
    expect(done(await readDeal()).references).toMatchObject({
      ...{ bands: "Bands_2", schedule: "Schedule_2" },
    });
    expect(await writeSchedule(SCHEDULE, US_DOLLAR)).toMatchObject({
      fault: { kind: "inputThere", part: "Schedule" },
    });
    done(await chooseDeal({ ...byInput(() => ""), Bands: "Bands", Usage: "Usage" }));
    expect(await yearsRead()).toEqual([]);
    done(await writeSchedule(SCHEDULE, US_DOLLAR));
    expect(await yearsRead()).toHaveLength(3);
  });

  test("leaves no trace where it stops on the way", async () => {
    const saboteur = new FaultInjector();
    workbook = await openForWorkbookCode({ beforeAction: saboteur.beforeAction });
    done(await insertExample(US_DOLLAR));
    expect(
      await failsWithoutTrace(workbook, saboteur, () => writeSchedule(SCHEDULE, US_DOLLAR)),
    ).toBeGreaterThan(2);
  });
});
