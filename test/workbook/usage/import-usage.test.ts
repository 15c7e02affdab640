import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { dayOf } from "../../../src/core/calendar";
import { US_DOLLAR } from "../../../src/core/currency";
import type { ImportedUsage } from "../../../src/sheets/usage/imported-usage";
import { removeTable } from "../../../src/workbook/journal/roll-back";
import { readWorkbook } from "../../../src/workbook/read-workbook";
import {
  addExclusion,
  type ExclusionToWrite,
  removeExclusion,
} from "../../../src/workbook/usage/exclusions";
import { importUsage } from "../../../src/workbook/usage/import-usage";
import { readPriceBookTable, readUsage } from "../../../src/workbook/usage/read-usage";
import type { LocalWorkbook } from "../../support/local-workbook";
import { captureWorkbook } from "../../support/workbook-files";
import { EVERY_CHANGE, FaultInjector, failsWithoutTrace } from "../fault-injector";
import { done, openForWorkbookCode, UNCALCULATED } from "../open";
import { snapshot } from "../snapshot";
import { IMPORTED, month, monthRow, usageRow } from "./imported";

const AUGUST = month(2026, 8);
const SEPTEMBER = month(2026, 9);
const OCTOBER = month(2026, 10);
/** A row of 1,000M input, 200M cache reads and 100M output of Haiku 4.5: 1,000 + 20 + 500. */
const ROW_USD = 1_520;

/** September again, and October: one row each. */
const NEXT: ImportedUsage = {
  ...IMPORTED,
  rows: [usageRow(SEPTEMBER, { workspace: "Data" }), usageRow(OCTOBER)],
  unpriced: [],
  months: [monthRow(SEPTEMBER), monthRow(OCTOBER)],
  leftOut: [],
};

/** September again with its usage by day: $30 on each of 30 days, of which two are excluded. */
const WITH_DAYS: ImportedUsage = {
  ...NEXT,
  days: Array.from({ length: 30 }, (_, index) => ({
    day: (dayOf(2026, 9, 1) ?? 0) + index,
    ...{ workspace: "Data", model: "claude-haiku-4-5", usd: 30 },
  })),
};
const LOAD_TEST: ExclusionToWrite = {
  ...{ from: SEPTEMBER, to: SEPTEMBER, workspace: "Data", model: "", reason: "load test" },
  amount: { kind: "share", shareFraction: 0.5 },
  days: { first: dayOf(2026, 9, 3) ?? 0, last: dayOf(2026, 9, 5) ?? 0 },
};

const BACKFILL: ExclusionToWrite = {
  ...{ from: AUGUST, to: AUGUST, workspace: "", model: "" },
  amount: { kind: "share", shareFraction: 0.25 },
  reason: "=backfill",
};

let workbook: LocalWorkbook;
afterEach(() => workbook.close());

const history = async () => done(await readWorkbook()).usage;

/** Columns of Months by their headings, of each month. */
async function months(...headings: readonly string[]): Promise<readonly unknown[][]> {
  await workbook.grid.settle();
  const [head = [], ...rows] = (await history())?.months.values ?? [];
  return rows.map((row) => headings.map((heading) => row[head.indexOf(heading)]));
}

async function put(sheet: string, address: string, values: unknown[][]): Promise<void> {
  await workbook.Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = values;
    await context.sync();
  });
}

describe("imported usage, calculated", () => {
  beforeEach(async () => {
    workbook = await openForWorkbookCode();
    done(await importUsage(IMPORTED, US_DOLLAR));
  });

  test("comes to its list price, and no sheet shows an error", async () => {
    expect(await months("Usage", "Usage high", "Excluded", "Baseline", "In history")).toEqual([
      [ROW_USD, ROW_USD, 0, ROW_USD, "yes"],
      // It has tokens without a price.
      [ROW_USD, ROW_USD, 0, ROW_USD, "no"],
    ]);
    const usage = done(await readUsage());
    for (const [key, { values }] of Object.entries(usage?.tables ?? {}))
      expect(JSON.stringify(values), key).not.toMatch(/"#[A-Z/]+[!?A]"/);
    expect(usage?.names.book).toBe("PriceBook");
  });

  test("follows an exclusion, and names its fault instead of a baseline", async () => {
    done(await addExclusion(BACKFILL));
    expect(await months("Excluded", "Baseline")).toEqual([
      [ROW_USD / 4, (ROW_USD * 3) / 4],
      [0, ROW_USD],
    ]);
    await put("Exclusions", "A6:G6", [[46235, "", "", "", 0.5, "", ""]]);
    expect(await months("Excluded", "Baseline")).toEqual([
      ["#VALUE!", "#VALUE!"],
      ["#VALUE!", "#VALUE!"],
    ]);
  });

  test("follows a price that the user corrects", async () => {
    const book = done(await readPriceBookTable());
    const row = book?.values.findIndex(([model]) => /haiku[ -]4[.-]5/i.test(String(model))) ?? -1;
    const column = book?.values[0]?.indexOf("Input") ?? -1;
    expect(book?.values[row]?.[column]).toBe(1);
    const letters = String.fromCharCode(65 + column);
    await put("Price book", `${letters}${4 + row}`, [[2]]);
    expect((await months("Usage"))[0]).toEqual([ROW_USD + 1_000]);
  });

  test("takes a later month, and replaces one that comes whole again", async () => {
    done(await addExclusion(BACKFILL));
    await put("Months", "L5", [["no"]]);
    expect(done(await importUsage(NEXT, US_DOLLAR))).toEqual({ isNew: false });
    expect(await months("Month", "Usage", "Excluded", "Unpriced tokens", "In history")).toEqual([
      // What the user excluded and typed stays.
      [dayOf(2026, 8, 1), ROW_USD, ROW_USD / 4, 0, "no"],
      [dayOf(2026, 9, 1), ROW_USD, 0, 0, "yes"],
      [dayOf(2026, 10, 1), ROW_USD, 0, 0, "yes"],
    ]);
    const usage = done(await readUsage());
    const workspaces = usage?.tables.usage.values.slice(1).map((row) => row[2]);
    expect(workspaces).toEqual(["Support", "Data", "Support"]);
    expect(usage?.tables.imports.values).toHaveLength(3);
  });
});

describe("importUsage()", () => {
  let saboteur: FaultInjector;
  let roundTrips: Set<number>;
  beforeEach(async () => {
    saboteur = new FaultInjector();
    roundTrips = new Set();
    workbook = await openForWorkbookCode({
      ...UNCALCULATED,
      beforeAction(batch, action, statement) {
        // The client lets go of what a run held in one more batch, which nobody waits for; starting the add-in is one of its own.
        if (!/_RemoveReference$|^workbook$|InternalService/.test(statement)) roundTrips.add(batch);
        saboteur.beforeAction(batch, action, statement);
      },
    });
    done(await importUsage(IMPORTED, US_DOLLAR));
  });

  test("takes three round trips, the first time and later", async () => {
    expect(roundTrips.size).toBe(3);
    roundTrips.clear();
    done(await importUsage(NEXT, US_DOLLAR));
    expect(roundTrips.size).toBe(3);
  });

  test("finds its tables under other names, beside a table of the user's that has a usual one", async () => {
    const { id } = done(await readWorkbook()).tables[0] ?? {};
    done(await removeTable(id ?? ""));
    await workbook.Excel.run(async (context) => {
      const table = context.workbook.tables.add("Sheet1!A1:B2", true);
      table.name = "UsageMonths";
      await context.sync();
    });
    expect(done(await importUsage(IMPORTED, US_DOLLAR))).toEqual({ isNew: true });
    expect(done(await importUsage(NEXT, US_DOLLAR))).toEqual({ isNew: false });
    expect(done(await readUsage())?.names.months).toBe("UsageMonths_2");
    expect(await months("Month")).toHaveLength(3);
  });

  test("leaves tables of the user's alone that have the usual names", async () => {
    await workbook.Excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.load("items/key");
      await context.sync();
      for (const setting of settings.items) setting.delete();
      await context.sync();
    });
    expect(done(await importUsage(NEXT, US_DOLLAR))).toEqual({ isNew: true });
    expect(done(await readUsage())?.names.usage).toBe("UsageTable_2");
  });

  const LACKING: readonly (readonly [string, ImportedUsage])[] = [
    ["its first days", { ...NEXT, months: [monthRow(SEPTEMBER, { firstDay: dayOf(2026, 9, 3) })] }],
    ["its last day", { ...NEXT, months: [monthRow(SEPTEMBER, { lastDay: dayOf(2026, 9, 29) })] }],
    [
      "every day of its rows",
      { ...NEXT, months: [monthRow(SEPTEMBER, { firstDay: undefined, lastDay: undefined })] },
    ],
  ];
  test.each(LACKING)("refuses a month that lacks %s, and changes nothing", async (_, lacking) => {
    const before = await snapshot(workbook);
    expect(await importUsage(lacking, US_DOLLAR)).toMatchObject({
      ok: false,
      fault: { kind: "daysLacking", month: "2026-09" },
    });
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("refuses tables whose columns were moved", async () => {
    await put("Months", "A4", [["Period"]]);
    const before = await snapshot(workbook);
    expect(await importUsage(NEXT, US_DOLLAR)).toEqual({
      ok: false,
      fault: { kind: "columnsChanged", sheet: "Months" },
    });
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("keeps the amount of a better source beside a bill of the same month", async () => {
    const bill: ImportedUsage = {
      ...{ ...NEXT, rows: [] },
      months: [monthRow(AUGUST, { from: "cost_usd", usageUsd: 900, billedUsd: 900 })],
    };
    done(await importUsage(bill, US_DOLLAR));
    expect((await months("From", "Billed"))[0]).toEqual(["priced usage", 900]);
  });

  test("works the share of excluded days out again, and keeps the row otherwise", async () => {
    done(await addExclusion(BACKFILL));
    done(await addExclusion(LOAD_TEST));
    const exclusions = async () => (await history())?.exclusions.values.slice(1, 4) ?? [];
    const before = await exclusions();
    done(await importUsage(WITH_DAYS, US_DOLLAR));
    const [first, second, third] = await exclusions();
    expect(first).toEqual(before[0]);
    expect(second).toEqual(before[1]?.with(4, 0.1));
    expect(second?.slice(7)).toEqual([46268, 46270]);
    expect(third).toEqual(before[2]);
  });

  test("leaves the workbook as it was where a change of a later import fails", async () => {
    done(await addExclusion(LOAD_TEST));
    const faults = await failsWithoutTrace(workbook, saboteur, () =>
      importUsage(WITH_DAYS, US_DOLLAR, undefined, new Date(2030, 0, 1)),
    );
    expect(faults).toBeGreaterThan(2);
  });

  test("leaves the workbook as it was where somebody cancels", async () => {
    const before = await snapshot(workbook);
    const stop = new AbortController();
    const progress = { signal: stop.signal, writing: () => stop.abort() };
    expect(await importUsage(NEXT, US_DOLLAR, progress)).toEqual({
      ok: false,
      fault: { kind: "cancelled" },
    });
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("points its chart at every month", async () => {
    done(await importUsage(NEXT, US_DOLLAR));
    const { sheets } = await captureWorkbook(workbook.host);
    const [chart] = sheets.find(({ name }) => name === "Months")?.charts ?? [];
    expect(chart?.type).toBe("ColumnStacked");
    const rows = { row: 4, rows: 3, cols: 1 };
    expect(chart?.series).toEqual([
      { name: "Baseline", across: { ...rows, col: 0 }, up: { ...rows, col: 10 } },
      { name: "Excluded", across: { ...rows, col: 0 }, up: { ...rows, col: 9 } },
    ]);
  });

  test("is taken out whole, with what was added later", async () => {
    done(await importUsage(NEXT, US_DOLLAR));
    const [written] = done(await readWorkbook()).tables;
    expect(written?.title).toBe("Imported usage");
    done(await removeTable(written?.id ?? ""));
    const after = await snapshot(workbook);
    expect(after.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
    expect([...after.tables, ...after.names, ...after.settings]).toEqual([]);
    expect(await history()).toBeNull();
  });
});

describe("exclusions", () => {
  let saboteur: FaultInjector;
  let waitedFor: Set<number>;
  beforeEach(async () => {
    saboteur = new FaultInjector("getRow(");
    waitedFor = new Set();
    workbook = await openForWorkbookCode({
      ...UNCALCULATED,
      beforeAction(batch, action, statement) {
        // The client lets go of what a run held in one more batch, which nobody waits for.
        if (!/_RemoveReference$|^workbook$/.test(statement)) waitedFor.add(batch);
        saboteur.beforeAction(batch, action, statement);
      },
    });
    done(await importUsage(IMPORTED, US_DOLLAR));
  });

  const rows = async () => (await history())?.exclusions.values.slice(1) ?? [];

  test("fill the first blank row, as text what looks like a formula, and go again", async () => {
    const before = await snapshot(workbook);
    done(await addExclusion(BACKFILL));
    const [first = [], second] = await rows();
    expect(first).toEqual([46235, 46235, "", "", 0.25, "", "=backfill", "", ""]);
    expect(second?.every((cell) => cell === "")).toBe(true);
    done(await removeExclusion(0, first));
    const kept = await snapshot(workbook);
    expect(kept.sheets.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name));
    expect((await rows()).flat().every((cell) => cell === "")).toBe(true);
  });

  test("have their days with the reason in a table of an earlier version, which has no columns for them", async () => {
    await workbook.Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("UsageExclusions");
      table.resize("Exclusions!A4:G12");
      await context.sync();
    });
    done(await addExclusion(LOAD_TEST));
    expect((await rows())[0]).toEqual([
      ...[46266, 46266, "Data", "", 0.5, "", "load test (2026-09-03 to 2026-09-05)"],
    ]);
    expect((await history())?.exclusions.values[0]).toHaveLength(7);
  });

  test("are added below a table that is full", async () => {
    for (let count = 1; count <= 9; count++)
      done(await addExclusion({ ...BACKFILL, reason: `number ${count}` }));
    expect((await rows()).map((row) => row[6])).toEqual(
      Array.from({ length: 9 }, (_, index) => `number ${index + 1}`),
    );
  });

  test("stay where their row has changed since it was shown", async () => {
    done(await addExclusion(BACKFILL));
    const [first = []] = await rows();
    expect(await removeExclusion(0, first.with(6, "another"))).toEqual({
      ok: false,
      fault: { kind: "rowChanged", sheet: "Exclusions" },
    });
    expect((await rows())[0]).toEqual(first);
  });

  test("take three round trips at most, and leave no trace where a change fails", async () => {
    waitedFor.clear();
    done(await addExclusion(BACKFILL));
    expect(waitedFor.size).toBe(3);
    const faults = await failsWithoutTrace(
      workbook,
      saboteur,
      () => addExclusion({ ...BACKFILL, reason: "again" }),
      EVERY_CHANGE,
    );
    expect(faults).toBe(1);
  });
});
