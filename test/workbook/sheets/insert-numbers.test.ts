import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import type { ForecastToWrite } from "../../../src/deal/forecast-block";
import { readDealCells } from "../../../src/deal/parse-deal";
import { HostError } from "../../../src/host/office/host-error";
import { readForecast } from "../../../src/input/forecast-cells";
import { dealLayout } from "../../../src/sheets/deal-sheet";
import { CHOICE_KEY } from "../../../src/workbook/deal/deal-choice";
import { recordsIn } from "../../../src/workbook/journal/record";
import { removeTable } from "../../../src/workbook/journal/roll-back";
import { insertExample } from "../../../src/workbook/sheets/insert-example";
import { insertNumbers } from "../../../src/workbook/sheets/insert-numbers";
import { good } from "../../core/deals";
import type { LocalWorkbook } from "../../support/local-workbook";
import { agrees } from "../../tolerance";
import { done, openForWorkbookCode } from "../open";
import { readDeal } from "../read";
import { snapshot } from "../snapshot";

let workbook: LocalWorkbook;
beforeEach(async () => {
  workbook = await openForWorkbookCode();
});
afterEach(() => workbook.close());

const BANDS = [
  { thresholdUsd: 250_000, discountFraction: 0.1, name: "Growth" },
  { thresholdUsd: 500_000, discountFraction: 0.155, name: "" },
];
const numbers = (forecast: ForecastToWrite) => ({
  bands: BANDS,
  commitmentUsd: 300_000,
  forecast,
});
const SPREAD = { kind: "spread", meanUsd: 600_000, spreadFraction: 0.35 } as const;

/** A cell of somebody's own that goes by the name of a part. */
async function nameUsage(): Promise<void> {
  await workbook.Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem("Sheet1").getRange("C3");
    cell.values = [["a note"]];
    context.workbook.names.add("Usage", cell);
    await context.sync();
  });
}

/** The ids of what was written, example deals among them. */
async function writtenIds(): Promise<readonly string[]> {
  return workbook.Excel.run(async (context) => {
    const { settings } = context.workbook;
    settings.load("items/key,items/value");
    await context.sync();
    return recordsIn(settings).map(({ id }) => id);
  });
}

describe("insertNumbers()", () => {
  // The mean of PERT is (300 + 4 x 550 + 1,100) / 6; that of P10 and P90 is in the docstring of FORECAST_MEAN.
  test.each<readonly [ForecastToWrite, number, number]>([
    [{ kind: "points", lowUsd: 300_000, likelyUsd: 550_000, highUsd: 1_100_000 }, 550_000, 600_000],
    [SPREAD, 600_000, 600_000],
    [
      { kind: "percentiles", p10Usd: 400_000, p90Usd: 850_000 },
      608_863.2095152994,
      608_863.2095152994,
    ],
  ])("writes %o as a deal that is read back, with live results", async (forecast, usage, mean) => {
    expect(done(await insertNumbers(numbers(forecast), US_DOLLAR))).toEqual({ sheet: "Deal" });
    await workbook.grid.settle();
    const reading = readDealCells(done(await readDeal()));
    expect(reading.faults).toEqual([]);
    expect(reading.bands?.bands.slice(1)).toMatchObject(BANDS);
    expect(reading.commitmentUsd).toBe(300_000);
    expect(agrees(reading.usageUsd ?? 0, usage)).toBe(true);
    expect(agrees(reading.forecast?.meanUsd ?? 0, mean)).toBe(true);
    const { results } = dealLayout(BANDS.length, forecast.kind === "points" ? 4 : 3);
    await workbook.Excel.run(async (context) => {
      const cells = context.workbook.worksheets.getItem("Deal").getRange(results);
      cells.load("values");
      await context.sync();
      const [[band], [discount]] = cells.values as [[unknown], [unknown]];
      expect([band, discount]).toEqual(["Growth", 0.1]);
      expect(cells.values.flat().filter((value) => String(value).startsWith("#"))).toEqual([]);
    });
  });

  test("keeps the forecast around the one cell of the usage", async () => {
    done(await insertNumbers(numbers(SPREAD), US_DOLLAR));
    await workbook.Excel.run(async (context) => {
      context.workbook.names.getItemOrNullObject("Usage").getRangeOrNullObject().values = [
        [900_000],
      ];
      await context.sync();
    });
    await workbook.grid.settle();
    const { forecast } = done(await readDeal());
    expect(good(readForecast(forecast)).meanUsd).toBe(900_000);
  });

  test("stands where the example stands, for as many bands", async () => {
    expect(dealLayout(4, 3)).toMatchObject({
      block: "A1:I30",
      bands: "A5:I9",
      terms: "A12:B16",
      forecast: "A19:B22",
      forecastNote: "A24",
      usage: "F12",
      commitment: "F13",
      results: "F16:F30",
      settlementAmounts: "I13:I16",
    });
    expect(dealLayout(12, 4)).toMatchObject({
      bands: "A5:I17",
      terms: "A20:B24",
      usage: "F20",
    });
  });

  test("is read as a choice where another cell goes by the name of a part, which goes with the sheet", async () => {
    await nameUsage();
    const before = await snapshot(workbook);
    done(await insertNumbers(numbers(SPREAD), US_DOLLAR));
    await workbook.grid.settle();
    const deal = done(await readDeal());
    expect(deal).toMatchObject({ chosen: true, usage: 600_000 });
    const [id = ""] = await writtenIds();
    done(await removeTable(id));
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("a fault where the choice is kept leaves the workbook as it was", async () => {
    workbook.close();
    let kept = 0;
    workbook = await openForWorkbookCode({
      beforeAction: (_batch, _action, name) => {
        // The first setting that is added is the record of the deal, the second one the choice.
        if (!name.includes("settings.add(")) return;
        kept += 1;
        if (kept === 2) throw new HostError("GeneralException", "The line is down.", 500);
      },
    });
    await nameUsage();
    const before = await snapshot(workbook);
    const outcome = await insertNumbers(numbers(SPREAD), US_DOLLAR);
    expect(outcome).toMatchObject({ ok: false, fault: { kind: "failed" } });
    expect(kept).toBe(2);
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("a second deal is shown, leaves the first one's names and makes no choice", async () => {
    done(await insertExample(US_DOLLAR));
    done(await insertNumbers(numbers(SPREAD), US_DOLLAR));
    expect(done(await readDeal())).toMatchObject({
      ...{ chosen: false, commitment: 300_000 },
      references: { bands: "Bands_2", usage: "Usage_2" },
    });
    await workbook.Excel.run(async (context) => {
      const kept = context.workbook.settings.getItemOrNullObject(CHOICE_KEY);
      await context.sync();
      expect(kept.isNullObject).toBe(true);
    });
  });
});
