import { afterEach, describe, expect, test } from "vitest";
import { keptSaving } from "../../../src/analysis/kept-saving";
import { recommendedUsd } from "../../../src/analysis/recommendation";
import { bandName } from "../../../src/core/band-name";
import { US_DOLLAR } from "../../../src/core/currency";
import { readScenarioTable } from "../../../src/deal/parse-scenario";
import { usageAnswer } from "../../../src/efficiency/efficient-usage-tables";
import { expectedCost } from "../../../src/forecast/expected-cost";
import { forecastFromHistory } from "../../../src/forecast/history/forecast-from-history";
import { parseLabelledForecast } from "../../../src/forecast/labelled-forecast";
import { certain } from "../../../src/forecast/sample";
import { readEfficiencyQuestion } from "../../../src/input/efficiency/efficiency-cells";
import { readForecast } from "../../../src/input/forecast-cells";
import type { ImportedUsage } from "../../../src/sheets/usage/imported-usage";
import type { LeverCells } from "../../../src/sheets/usage/lever-rows";
import { TABLES } from "../../../src/sheets/usage/usage-tables";
import { firstDayOf } from "../../../src/term/first-day";
import { readersOf } from "../../../src/workbook/journal/readers-of";
import { removeTable } from "../../../src/workbook/journal/roll-back";
import { readWorkbook } from "../../../src/workbook/read-workbook";
import { addScenario } from "../../../src/workbook/scenarios/change-scenarios";
import { insertExample } from "../../../src/workbook/sheets/insert-example";
import { writeForecast } from "../../../src/workbook/sheets/write-forecast";
import { importUsage } from "../../../src/workbook/usage/import-usage";
import { readEfficientSheets } from "../../../src/workbook/usage/levers";
import { insertPriceBook } from "../../../src/workbook/usage/price-book-table";
import { type EfficientWrite, writeEfficient } from "../../../src/workbook/usage/write-efficient";
import { good } from "../../core/deals";
import type { LocalWorkbook } from "../../support/local-workbook";
import { captureWorkbook } from "../../support/workbook-files";
import { agrees } from "../../tolerance";
import { decisionRequest } from "../decision-request";
import { FaultInjector, failsWithoutTrace } from "../fault-injector";
import { done, openForWorkbookCode, UNCALCULATED } from "../open";
import { readDeal, readScenarios } from "../read";
import { snapshot } from "../snapshot";
import { IMPORTED, month, monthRow, usageRow } from "./imported";

let workbook: LocalWorkbook;
afterEach(() => workbook.close());

const LEVERS: readonly LeverCells[] = [
  ["Route", "", "claude-opus-4-5", "claude-haiku-4-5", 0.4, "", "", ""],
  ["Cache", "", "", "", 0.5, "", "", ""],
  ["Batch", "Support", "", "", 0.3, "", "", ""],
];

/** So many months of two workloads that grow. */
function imported(months: number): ImportedUsage {
  const all = Array.from({ length: months }, (_, index) => month(2025, 12) + index);
  const scaled = (of: number, input: number) => [input * of, 0, 0, 2e8, (input * of) / 10, 0];
  return {
    ...{ ...IMPORTED, unpriced: [], months: all.map((one) => monthRow(one)) },
    rows: all.flatMap((one, index) => [
      usageRow(one, { quantities: scaled(10 + index, 6e8) }),
      usageRow(one, {
        ...{ workspace: "Research", model: "claude-opus-4-5" },
        quantities: scaled(10 + index * 2, 1.2e8),
      }),
    ]),
  };
}

const REQUEST: EfficientWrite = {
  tables: { usage: "UsageTable", months: "UsageMonths", book: "PriceBook" },
  levers: LEVERS,
  hasUsage: true,
  historyMonths: 9,
  deal: { bands: "Bands", terms: "Terms", commitment: "Commitment" },
  largestUsd: 1_000_000,
  madeOn: "28 November 2026",
};

async function valuesOf(sheet: string, address: string): Promise<readonly (readonly unknown[])[]> {
  await workbook.grid.settle();
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address);
    range.load("values");
    await context.sync();
    return range.values;
  });
}

/** Cells at the right of each label. */
async function labelled(sheet: string): Promise<ReadonlyMap<unknown, readonly unknown[]>> {
  const rows = await valuesOf(sheet, "A1:F80");
  return new Map(rows.map(([label, ...cells]) => [label, cells]));
}

function expectNumbers(found: readonly unknown[] | undefined, ...expected: readonly number[]) {
  for (const [index, number] of expected.entries())
    expect(agrees(Number(found?.[index]), number), `${found?.[index]} for ${number}`).toBe(true);
}

/** Leaves the deal without a forecast. */
function withoutForecast(): Promise<void> {
  return Excel.run(async (context) => {
    context.workbook.names.getItem("Forecast").delete();
    await context.sync();
  });
}

async function usageOfMonths(count: number) {
  const heading = TABLES.months.columns.findIndex((column) => column.heading === "Baseline");
  const rows = await valuesOf("Months", `A5:L${4 + count}`);
  return rows.map((row) => Number(row[heading]));
}

describe("writeEfficient()", () => {
  test("ties levers, forecast and commitment to what the core makes of the same cells", async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    done(await importUsage(imported(9), US_DOLLAR));
    done(await writeEfficient(REQUEST, US_DOLLAR));
    const { request, agreement } = await decisionRequest();
    const usage = await valuesOf("Usage", "A4:Q22");
    const heading = ["Lever", "Workload", "From", "To", "Share", "Write ratio", "Write"];
    const question = good(
      readEfficiencyQuestion(
        usage,
        [heading, ...LEVERS.map((row) => row.slice(0, -1))],
        undefined,
        undefined,
      ),
    );
    const steps = good(usageAnswer(question, "steps"));
    const efficient = await labelled("Efficient use");
    if (!Array.isArray(steps)) throw new Error("no steps");
    for (const [label, ...numbers] of steps.slice(1))
      expectNumbers(efficient.get(label), ...numbers.map(Number));
    expect(efficient.get("Support")).toBeDefined();

    const term = { months: 12, gap: 0, method: undefined };
    const forecast = forecastFromHistory(await usageOfMonths(9), term);
    if (!("meanUsd" in forecast)) throw new Error("no forecast");
    const part = Number(steps[5]?.[1]) / Number(steps[1]?.[1]);
    const { meanUsd, cv } = forecast;
    const rows = await labelled("Usage forecast");
    expectNumbers(rows.get("Mean")?.slice(0, 1), meanUsd);
    expectNumbers(rows.get("Mean")?.slice(3), meanUsd * part);
    expectNumbers(rows.get("CV"), cv);
    expectNumbers(rows.get("CV")?.slice(3), cv);
    expect(rows.get("The answer")).toBeDefined();
    expect(rows.get("seasonal")).toEqual(
      [0, "not tested", "not tested", "not tested", "", ""].slice(0, 5),
    );
    const series = await valuesOf("Usage forecast", "A35:C55");
    expect(series.slice(0, 9).map(([, past]) => past)).toEqual(await usageOfMonths(9));
    expectNumbers(
      series.slice(9).map(([, , ahead]) => ahead),
      ...forecast.monthsUsd,
    );

    expect((await valuesOf("Usage forecast", "A34:E34"))[0]).toEqual([
      ...["Month", "History", "Forecast", "P10 a month", "P90 a month"],
    ]);
    const { sheets: captured } = await captureWorkbook(workbook.host);
    const [chart] = captured.find(({ name }) => name === "Usage forecast")?.charts ?? [];
    expect(chart?.type).toBe("XYScatterLinesNoMarkers");
    const of = (col: number) => ({ row: 34, col, rows: 69, cols: 1 });
    expect(chart?.series).toEqual(
      ["History", "Forecast", "P10 a month", "P90 a month"].map((name, index) => ({
        ...{ name, across: of(0), up: of(1 + index) },
      })),
    );
    for (const [months, gap] of [
      [24, 0],
      [60, 3],
      [1, 24],
      [12, 0],
    ] as const) {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Usage forecast");
        sheet.getRange("B8:B9").values = [[months], [gap]];
        await context.sync();
      });
      const longer = forecastFromHistory(await usageOfMonths(9), { ...term, months, gap });
      if (!("meanUsd" in longer)) throw new Error("no forecast");
      const ahead = (await valuesOf("Usage forecast", "A44:E103")).filter(
        ([first]) => first !== "",
      );
      expect(ahead).toHaveLength(months);
      expect(ahead.at(0)?.[0]).toBe(firstDayOf(month(2026, 9) + gap));
      expectNumbers(
        ahead.map(([, , usd]) => usd),
        ...longer.monthsUsd,
      );
      const [[p10], , [p90]] = (await valuesOf("Usage forecast", "B18:B20")) as [
        [number],
        [number],
        [number],
      ];
      for (const row of ahead) expectNumbers(row.slice(3), p10 / months, p90 / months);
    }

    for (const [index, mean] of [meanUsd, meanUsd * part].entries()) {
      const labels = [
        { row: 1, label: "Mean", value: mean },
        { row: 2, label: "CV", value: cv },
      ];
      const usageOfYear = good(parseLabelledForecast(labels));
      const best = recommendedUsd(usageOfYear, agreement, 480_000);
      const cell = (label: string) => efficient.get(label)?.slice(index);
      expectNumbers(cell("Usage"), mean);
      expectNumbers(cell("Best commitment on offer"), best);
      expectNumbers(cell("Expected cost"), expectedCost(usageOfYear, best, agreement));
      expect(cell("Band")?.[0]).toBe(bandName(best, request.bands, US_DOLLAR));
    }
    const kept = keptSaving(meanUsd, meanUsd * part, 480_000, agreement);
    expectNumbers(efficient.get("List saving")?.slice(1), kept.listSavingUsd);
    expectNumbers(efficient.get("Saving that you keep")?.slice(1), kept.keptUsd);
    expectNumbers(efficient.get("Savings you cannot keep")?.slice(1), kept.lostUsd);
    expect(kept.lostUsd).toBeGreaterThan(0);
    expect((await valuesOf("Efficient use", "A6"))[0]?.[0]).toMatch(
      /^Savings you cannot keep: \$[\d,]+ of the list saving of \$[\d,]+, since a commitment of \$480,000 /,
    );
    const shown = [
      await valuesOf("Efficient use", "A1:H60"),
      await valuesOf("Usage forecast", "A1:F60"),
    ];
    expect(shown.flat(2).filter((cell) => String(cell).startsWith("#"))).toEqual([]);

    // Either forecast goes into a scenario or the deal, and follows the sheet.
    const sheets = done(await readEfficientSheets());
    expect(sheets?.levers.slice(0, 3)).toEqual(LEVERS);
    const reference = sheets?.efficient ?? "";
    done(
      await addScenario(
        {
          ...{ name: "Efficient usage", commitmentUsd: 480_000, usageUsd: null },
          ...{ forecast: { kind: "cells", reference }, bands: "", terms: "", notes: "" },
        },
        US_DOLLAR,
      ),
    );
    const table = done(await readScenarios());
    if (!table) throw new Error("no scenarios");
    const [scenario] = readScenarioTable(table, done(await readDeal()), US_DOLLAR);
    expectNumbers([scenario?.reading.forecast?.meanUsd], meanUsd * part);
    await withoutForecast();
    const linked = { kind: "linked", name: sheets?.current ?? "", meanUsd } as const;
    done(await writeForecast(linked, US_DOLLAR));
    await workbook.grid.settle();
    const deal = done(await readDeal());
    expect(deal.references.forecast).toBe("Forecast");
    expectNumbers([good(readForecast(deal.forecast)).meanUsd], meanUsd);

    // A history that is too short to forecast is taken as it is, and said so.
    await Excel.run(async (context) => {
      const months = context.workbook.worksheets.getItem("Months");
      months.getRange("L5:L8").values = [["no"], ["no"], ["no"], ["no"]];
      await context.sync();
    });
    const short = await labelled("Usage forecast");
    expect(short.get("Mean")?.[0]).toBe("n/a");
    expect((await valuesOf("Usage forecast", "A5"))[0]?.[0]).toMatch(/^No forecast from 5 months/);
    const left = await valuesOf("Usage forecast", "B35:B40");
    expect(left.map(([past]) => past)).toEqual([...(await usageOfMonths(9)).slice(4), ""]);
    const now = await labelled("Efficient use");
    const last = (await usageOfMonths(9)).slice(4);
    const usual = (last.reduce((sum, usd) => sum + usd, 0) / 5) * 12;
    expectNumbers(now.get("Usage"), usual, usual * part);
    expect(now.get("CV")?.[0]).toBe("taken as certain");
    expectNumbers(
      now.get("Best commitment on offer"),
      recommendedUsd(certain(usual), agreement, 480_000),
    );
  });

  test("has no part about a commitment without a deal, and says why", async () => {
    workbook = await openForWorkbookCode(UNCALCULATED);
    done(await importUsage(IMPORTED, US_DOLLAR));
    const before = await snapshot(workbook);
    const { id } = done(await writeEfficient({ ...REQUEST, deal: null }, US_DOLLAR));
    const rows = await labelled("Efficient use");
    expect(rows.has("Best commitment on offer")).toBe(false);
    expect([...rows.keys()].join("\n")).toContain("had no bands when the sheet was made");
    done(await removeTable(id));
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("is the forecast alone where no usage is known by model", async () => {
    workbook = await openForWorkbookCode(UNCALCULATED);
    done(await importUsage(IMPORTED, US_DOLLAR));
    const before = await snapshot(workbook);
    const { id } = done(await writeEfficient({ ...REQUEST, hasUsage: false }, US_DOLLAR));
    const { sheets, tables } = await snapshot(workbook);
    expect(sheets.at(-1)?.name).toBe("Usage forecast");
    expect(tables).not.toContain("UsageLevers");
    done(await removeTable(id));
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("is read by the deal and the scenarios that follow its forecast, and says so", async () => {
    workbook = await openForWorkbookCode(UNCALCULATED);
    done(await insertExample(US_DOLLAR));
    const prices = done(await insertPriceBook());
    done(await importUsage(imported(9), US_DOLLAR));
    const [usage] = (done(await readWorkbook()).tables ?? []).filter(
      ({ title }) => title === "Imported usage",
    );
    const written = done(await writeEfficient(REQUEST, US_DOLLAR));
    const sheets = done(await readEfficientSheets());
    const deal = { name: "the deal", references: ["Bands", "Forecast"] };
    const scenario = { name: "the scenario", references: [`${sheets?.efficient}`] };
    const typed = { name: "typed", references: ["Sheet1!A1:B1"] };
    const own = { name: "own", references: ["Sheet1!A2"] };
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("B1").formulas = [["='Usage forecast'!B12"]];
      sheet.getRange("A2").formulas = [['="UsageTable"&A1']];
      await context.sync();
    });
    const readers = [deal, scenario, typed, own];
    const of = async (id = "") => done(await readersOf(id, readers));
    expect(await of(written.id)).toEqual(["the scenario", "typed"]);
    const efficient = "Efficient use and usage forecast";
    expect(await of(usage?.id)).toEqual([efficient, "the scenario", "typed"]);
    expect(await of(prices.id)).toEqual(["Imported usage", efficient, "the scenario", "typed"]);
    expect(await of("Table gone")).toEqual([]);
  });

  test("is read by a forecast that follows it, which the deal then lacks", async () => {
    workbook = await openForWorkbookCode(UNCALCULATED);
    done(await insertExample(US_DOLLAR));
    await withoutForecast();
    done(await importUsage(imported(9), US_DOLLAR));
    const written = done(await writeEfficient(REQUEST, US_DOLLAR));
    const sheets = done(await readEfficientSheets());
    const linked = { kind: "linked", name: sheets?.current ?? "", meanUsd: 1e6 } as const;
    const forecast = done(await writeForecast(linked, US_DOLLAR));
    const readers = [{ name: "the deal", references: ["Bands", "Forecast"] }];
    expect(done(await readersOf(written.id, readers))).toEqual(["Forecast of usage", "the deal"]);
    expect(done(await readersOf(forecast.id, readers))).toEqual([]);
  });

  test("leaves the workbook as it was where a change fails", async () => {
    const saboteur = new FaultInjector();
    workbook = await openForWorkbookCode({ ...UNCALCULATED, beforeAction: saboteur.beforeAction });
    done(await importUsage(IMPORTED, US_DOLLAR));
    expect(
      await failsWithoutTrace(workbook, saboteur, () => writeEfficient(REQUEST, US_DOLLAR)),
    ).toBeGreaterThan(2);
  });
});
