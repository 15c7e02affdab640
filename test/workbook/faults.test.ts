import { afterEach, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { byInput } from "../../src/deal/deal-inputs";
import { HostError } from "../../src/host/office/host-error";
import { chooseDeal } from "../../src/workbook/deal/deal-choice";
import {
  addScenario,
  changeScenario,
  deleteScenario,
  duplicateScenario,
  restoreScenario,
} from "../../src/workbook/scenarios/change-scenarios";
import { insertExample } from "../../src/workbook/sheets/insert-example";
import { writeForecast } from "../../src/workbook/sheets/write-forecast";
import { writeTable } from "../../src/workbook/sheets/write-table";
import type { LocalWorkbook } from "../support/local-workbook";
import { EACH_KIND, FaultInjector, failsWithoutTrace } from "./fault-injector";
import { done, openForWorkbookCode, UNCALCULATED } from "./open";
import { readDeal, readScenarios } from "./read";
import { REQUEST } from "./request";

const FORECAST = { kind: "points", lowUsd: 3e5, likelyUsd: 5.5e5, highUsd: 1.1e6 } as const;

const BY_NAMES = byInput((part) => (part === "Schedule" ? "" : part));

let workbook: LocalWorkbook;
afterEach(() => workbook.close());

describe("a fault on the way leaves the workbook as it was", () => {
  test("of a table on a new sheet", async () => {
    const saboteur = new FaultInjector();
    workbook = await openForWorkbookCode({ ...UNCALCULATED, beforeAction: saboteur.beforeAction });
    done(await insertExample(US_DOLLAR));
    expect(
      await failsWithoutTrace(workbook, saboteur, () => writeTable(REQUEST, US_DOLLAR)),
    ).toBeGreaterThan(2);
  });

  test("of a table at the selected cell", async () => {
    const saboteur = new FaultInjector();
    workbook = await openForWorkbookCode({ ...UNCALCULATED, beforeAction: saboteur.beforeAction });
    done(await insertExample(US_DOLLAR));
    await workbook.Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem("Sheet1").getRange("C5");
      cell.format.fill.color = "#00FF00";
      cell.worksheet.activate();
      cell.select();
      await context.sync();
    });
    expect(
      await failsWithoutTrace(workbook, saboteur, () =>
        writeTable({ ...REQUEST, destination: { kind: "selection" } }, US_DOLLAR),
      ),
    ).toBeGreaterThan(2);
  });

  test("of the example", async () => {
    const saboteur = new FaultInjector();
    workbook = await openForWorkbookCode({ ...UNCALCULATED, beforeAction: saboteur.beforeAction });
    expect(
      await failsWithoutTrace(workbook, saboteur, () => insertExample(US_DOLLAR)),
    ).toBeGreaterThan(2);
  });

  test("of a forecast, named Forecast", async () => {
    const saboteur = new FaultInjector();
    workbook = await openForWorkbookCode({ ...UNCALCULATED, beforeAction: saboteur.beforeAction });
    expect(
      await failsWithoutTrace(workbook, saboteur, () => writeForecast(FORECAST, US_DOLLAR)),
    ).toBeGreaterThan(2);
  });

  test("of a forecast for chosen cells, beside a name that is taken", async () => {
    const saboteur = new FaultInjector();
    workbook = await openForWorkbookCode({ ...UNCALCULATED, beforeAction: saboteur.beforeAction });
    done(await insertExample(US_DOLLAR));
    done(await chooseDeal({ ...BY_NAMES, Terms: "", Forecast: "" }));
    const before = done(await readDeal());
    let stopped = 0;
    const at = await failsWithoutTrace(workbook, saboteur, async () => {
      const written = await writeForecast(FORECAST, US_DOLLAR);
      if (written.ok) return written;
      stopped += 1;
      expect(done(await readDeal())).toEqual(before);
      return written;
    });
    expect(at).toBeGreaterThan(2);
    expect(stopped).toBe(at);
    expect(done(await readDeal())).toMatchObject({
      terms: null,
      references: { forecast: "Forecast_2" },
    });
  });
});

const SCENARIO = {
  name: "Base",
  commitmentUsd: 480_000,
  usageUsd: 700_000,
  forecast: { kind: "certain" },
  bands: "",
  terms: "",
  notes: "",
} as const;

describe("a fault on the way leaves the scenarios as they were", () => {
  test("of the first one, which makes the sheet", async () => {
    const saboteur = new FaultInjector();
    workbook = await openForWorkbookCode({ ...UNCALCULATED, beforeAction: saboteur.beforeAction });
    expect(
      await failsWithoutTrace(workbook, saboteur, () => addScenario(SCENARIO, US_DOLLAR)),
    ).toBeGreaterThan(2);
    expect(done(await readScenarios())).toMatchObject({ shown: "Base" });
  });

  test("of every change to a table that stands", async () => {
    const saboteur = new FaultInjector();
    workbook = await openForWorkbookCode({ ...UNCALCULATED, beforeAction: saboteur.beforeAction });
    done(await addScenario(SCENARIO, US_DOLLAR));
    done(await addScenario({ ...SCENARIO, name: "Bold" }, US_DOLLAR));
    const deleted = done(await deleteScenario("Bold"));
    const changes = [
      () => addScenario({ ...SCENARIO, name: "Third" }, US_DOLLAR),
      () => changeScenario("Third", { ...SCENARIO, name: "Renamed", commitmentUsd: 1 }),
      () => duplicateScenario("Renamed"),
      () => restoreScenario(deleted),
    ];
    for (const change of changes) {
      const before = done(await readScenarios());
      let stopped = 0;
      await failsWithoutTrace(
        workbook,
        saboteur,
        async () => {
          const outcome = await change();
          if (!outcome.ok) {
            stopped += 1;
            expect(done(await readScenarios())).toEqual(before);
          }
          return outcome;
        },
        EACH_KIND,
      );
      // The setting and the cells, or the row.
      expect(stopped).toBeGreaterThan(1);
      expect(done(await readScenarios())).not.toEqual(before);
    }
    expect(done(await readScenarios())?.rows.map(({ name }) => name)).toEqual([
      "Base",
      "Bold",
      "Renamed",
      "Renamed 2",
    ]);
  });

  test("of deleting one", async () => {
    let isArmed = false;
    workbook = await openForWorkbookCode({
      ...UNCALCULATED,
      beforeAction: (_batch, _action, name) => {
        if (isArmed && name.includes("delete"))
          throw new HostError("GeneralException", "The line is down.", 500);
      },
    });
    done(await addScenario(SCENARIO, US_DOLLAR));
    const before = done(await readScenarios());
    isArmed = true;
    expect(await deleteScenario("Base")).toMatchObject({ ok: false });
    isArmed = false;
    expect(done(await readScenarios())).toEqual(before);
  });
});
