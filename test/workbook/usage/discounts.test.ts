import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dayOf } from "../../../src/core/calendar";
import { US_DOLLAR } from "../../../src/core/currency";
import type { CheckRow, ImportedUsage } from "../../../src/sheets/usage/imported-usage";
import { removeTable } from "../../../src/workbook/journal/roll-back";
import { readWorkbook } from "../../../src/workbook/read-workbook";
import { importUsage } from "../../../src/workbook/usage/import-usage";
import type { LocalWorkbook } from "../../support/local-workbook";
import { done, openForWorkbookCode } from "../open";
import { checkRow, IMPORTED, month, monthRow } from "./imported";

const [AUGUST, SEPTEMBER, OCTOBER] = [month(2026, 8), month(2026, 9), month(2026, 10)];
const OPUS = { model: "claude-opus-4-5" };
const NO_LIST = { listUsd: undefined, listedCostUsd: undefined };

const CHECKS: readonly CheckRow[] = [
  checkRow(AUGUST),
  // A line of $30 has no list price: the discount is over the others.
  checkRow(AUGUST, { ...OPUS, listUsd: 200, costUsd: 190, listedCostUsd: 160, verdict: "differs" }),
  checkRow(SEPTEMBER, { ...NO_LIST, costUsd: 70 }),
  // What is not compared tells no discount: a price that is not known, or one of two.
  checkRow(SEPTEMBER, { ...NO_LIST, costUsd: 50, pricedHighUsd: 130 }),
  checkRow(SEPTEMBER, { ...OPUS, ...NO_LIST, costUsd: 50, verdict: "unpriced" }),
];

const withChecks = (checks: readonly CheckRow[], months: readonly number[]): ImportedUsage => ({
  ...{ ...IMPORTED, rows: [], unpriced: [], leftOut: [], checks },
  months: months.map((one) => monthRow(one, { from: "cost_usd" })),
});

let workbook: LocalWorkbook;
beforeAll(async () => {
  workbook = await openForWorkbookCode();
  done(await importUsage(withChecks(CHECKS, [AUGUST, SEPTEMBER]), US_DOLLAR));
});
afterAll(() => workbook.close());

/** The rows of a block of Reconciliation, from its headings to the first blank cell. */
async function block(address: string): Promise<readonly unknown[][]> {
  await workbook.grid.settle();
  return workbook.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Reconciliation").getRange(address);
    range.load("values");
    await context.sync();
    const end = range.values.findIndex(([first]) => first === "");
    return range.values.slice(0, end < 0 ? undefined : end);
  });
}
const discounts = () => block("L4:S30");
const differing = () => block("U4:W30");
const first = (year: number, ofYear: number): number => dayOf(year, ofYear, 1) ?? 0;
const IMPLIED = ["Priced usage without list", "Cost of that", "Implied discount"];
const [HAIKU, OPUS_4_5] = ["claude-haiku-4-5", OPUS.model];

describe("the reconciliation says, as live formulas", () => {
  test("first how far usage and bill agree, and what was paid", async () => {
    expect(await block("A3")).toEqual([
      [
        "Usage and bill agree on 3 of 4 days and models; the largest difference is $100.00. You paid 16.7% less than the list prices on the bill.",
      ],
    ]);
  });

  test("the discount in all, by month, by model and by both", async () => {
    const rows = await discounts();
    expect(
      rows.map((row) => row.map((cell) => (typeof cell === "number" ? round(cell) : cell))),
    ).toEqual([
      ["Month", "Model", "List on the bill", "Cost of it", "Realised discount", ...IMPLIED],
      ["all", "all", 300, 250, round(1 / 6), 100, 70, 0.3],
      [first(2026, 8), "all", 300, 250, round(1 / 6), 0, 0, ""],
      [first(2026, 9), "all", 0, 0, "", 100, 70, 0.3],
      ["all", HAIKU, 100, 90, 0.1, 100, 70, 0.3],
      ["all", OPUS_4_5, 200, 160, 0.2, 0, 0, ""],
      [first(2026, 8), HAIKU, 100, 90, 0.1, 0, 0, ""],
      [first(2026, 8), OPUS_4_5, 200, 160, 0.2, 0, 0, ""],
      [first(2026, 9), HAIKU, 0, 0, "", 100, 70, 0.3],
      [first(2026, 9), OPUS_4_5, 0, 0, "", 0, 0, ""],
    ]);
  });

  test("the days that differ, and follows the cells of the bill", async () => {
    expect(await differing()).toEqual([
      ["Day", "Model", "Difference"],
      [dayOf(2026, 8, 3), OPUS_4_5, 100],
    ]);
    await put("F5", 80);
    await put("J5", 80);
    expect((await discounts())[1]?.slice(2, 4)).toEqual([300, 240]);
    await put("F5", 90);
    await put("J5", 90);
  });

  test("what a later import brings, and keeps the months that do not come again", async () => {
    const next = [
      checkRow(SEPTEMBER, { listUsd: 400, costUsd: 300, listedCostUsd: 300, verdict: "differs" }),
      checkRow(OCTOBER, { ...OPUS, listUsd: 90, verdict: "differs" }),
    ];
    done(await importUsage(withChecks(next, [SEPTEMBER, OCTOBER]), US_DOLLAR));
    const rows = await discounts();
    expect(rows.slice(1, 5).map(([, , ...amounts]) => amounts.slice(0, 2))).toEqual([
      [790, 640],
      [300, 250],
      [400, 300],
      [90, 90],
    ]);
    expect((await differing()).slice(1).map((row) => row[2])).toEqual([300, 100, -10]);
    // It is shorter than what stands beside it, and still has room to grow.
    const more = CHECKS.map((row) => ({ ...row, day: row.day + 61 }));
    done(await importUsage(withChecks([...more, ...more], [OCTOBER]), US_DOLLAR));
    expect((await discounts())[1]?.slice(2, 4)).toEqual([1300, 1050]);
    const [written] = done(await readWorkbook()).tables;
    done(await removeTable(written?.id ?? ""));
    expect(workbook.grid.sheets().map(({ name }) => name)).toEqual(["Sheet1"]);
  });

  test("that there is no bill, where none was imported", async () => {
    const other = await openForWorkbookCode();
    workbook.close();
    workbook = other;
    done(await importUsage(IMPORTED, US_DOLLAR));
    expect((await discounts()).slice(1)).toEqual([["none", "", 0, 0, "", 0, 0, ""]]);
    expect((await differing()).slice(1)).toEqual([["none", "", ""]]);
    expect(await block("A3")).toEqual([["No day has both usage and a bill to compare."]]);
  });
});

async function put(address: string, value: number): Promise<void> {
  await workbook.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Reconciliation").getRange(address).values = [[value]];
    await context.sync();
  });
}

function round(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
