import { afterEach, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { readDealCells } from "../../src/deal/parse-deal";
import { blockOf } from "../../src/input/cells/a1";
import type { PaneContext } from "../../src/taskpane/context/pane-context";
import type { DealState, PaneState } from "../../src/taskpane/context/pane-state";
import { FIRST_STATE } from "../../src/taskpane/first-state";
import { fitOf } from "../../src/taskpane/views/sheets/fit";
import { RebuildModel, rebuildRequest } from "../../src/taskpane/views/sheets/rebuild-model";
import { FRESH_FORM, readTableForm } from "../../src/taskpane/views/sheets/table-form-state";
import type { WriteProgress } from "../../src/workbook/excel/progress";
import { removeTable } from "../../src/workbook/journal/roll-back";
import { insertExample } from "../../src/workbook/sheets/insert-example";
import { writeTable } from "../../src/workbook/sheets/write-table";
import type { LocalWorkbook } from "../support/local-workbook";
import { captureWorkbook } from "../support/workbook-files";
import { done, openForWorkbookCode, UNCALCULATED } from "./open";
import { listTables, readDeal } from "./read";

const MOST_SYNCS = 3;
const NOW = new Date(2026, 10, 25, 15, 0);

let workbook: LocalWorkbook;
afterEach(() => workbook.close());

async function dealNow(): Promise<DealState> {
  return { kind: "read", reading: readDealCells(done(await readDeal())) };
}

async function chartsOn(sheet: string) {
  const { sheets } = await captureWorkbook(workbook.host);
  return sheets.find(({ name }) => name === sheet)?.charts ?? [];
}

/** The pane's part that rebuilds, over the open workbook, and what it says in the end. */
async function rebuilder() {
  let state: PaneState = { ...FIRST_STATE, deal: await dealNow() };
  const pane = {
    actions: { writeTable },
    state: () => state,
    put: (change: Partial<PaneState>) => {
      state = { ...state, ...change };
    },
    during: (_: unknown, __: string, work: (progress: WriteProgress) => Promise<void>) =>
      work({ signal: new AbortController().signal, writing: () => {} }),
    refresh: async () => {},
  } as unknown as PaneContext;
  return { model: new RebuildModel(pane), said: () => state.status };
}

/** The example deal with a table of 3 rows; then a threshold moves. */
async function tableThatNoLongerFits() {
  done(await insertExample(US_DOLLAR));
  const deal = await dealNow();
  if (deal.kind !== "read") throw new Error("the example can be read");
  const { request } = readTableForm(
    { ...FRESH_FORM, rows: "3", form: "values" },
    deal.reading,
    US_DOLLAR,
  );
  if (!request) throw new Error("the form is whole");
  done(await writeTable({ ...request, madeOn: "before" }, US_DOLLAR));
  workbook.setCell("Deal", "A8", 450_000);
  const [table] = done(await listTables());
  if (!table) throw new Error("the table is listed");
  return table;
}

test("a table that no longer fits is rebuilt in its place: links to it and its chart stay", async () => {
  workbook = await openForWorkbookCode();
  const table = await tableThatNoLongerFits();
  expect(fitOf(table, { ...FIRST_STATE, deal: await dealNow() }, US_DOLLAR).outdated).toMatch(
    /^The thresholds of the deal have changed/,
  );
  workbook.setCell("Sheet1", "A1", `='${table.sheet}'!A1`);
  const charts = await chartsOn(table.sheet);
  const { model, said } = await rebuilder();
  await model.rebuild(table, NOW);
  expect(said()).toMatchObject({ tone: "done", text: expect.stringMatching(/^Rebuilt Effective/) });
  const [rebuilt, ...others] = done(await listTables());
  expect(others).toEqual([]);
  expect(rebuilt).toMatchObject({ id: table.id, sheet: table.sheet, address: table.address });
  expect(
    rebuilt && fitOf(rebuilt, { ...FIRST_STATE, deal: await dealNow() }, US_DOLLAR).outdated,
  ).toBeUndefined();
  const headings = (await workbook.readCells(table.sheet, table.address)).flat();
  expect(headings).toContain(450_000);
  expect(headings).not.toContain(500_000);
  expect(await workbook.readCell("Sheet1", "A1")).toBe(headings[0]);
  expect(charts).toHaveLength(1);
  expect(await chartsOn(table.sheet)).toEqual(charts);
  done(await removeTable(table.id));
  expect(done(await listTables())).toEqual([]);
});

test("a table that needs more columns grows, with its chart and the name of its block", async () => {
  workbook = await openForWorkbookCode();
  const table = await tableThatNoLongerFits();
  await workbook.Excel.run(async (context) => {
    const { tables } = context.workbook;
    tables
      .getItem("DealBands")
      .rows.add(undefined, [[2_000_000, 0.25, "", "", "", "", "", "", ""]]);
    await context.sync();
  });
  const before = workbook.trace.batches;
  const { model, said } = await rebuilder();
  const syncs = () => workbook.trace.batches - before;
  const read = syncs();
  await model.rebuild(table, NOW);
  expect(said()?.tone).toBe("done");
  // One more releases what the command held, and nobody waits for it.
  expect(syncs() - read).toBeLessThanOrEqual(MOST_SYNCS + 1);
  const [rebuilt] = done(await listTables());
  expect(blockOf(rebuilt?.address ?? "").columns).toBeGreaterThan(blockOf(table.address).columns);
  const cells = (await workbook.readCells(table.sheet, rebuilt?.address ?? "")).flat();
  expect(cells).toContain(2_000_000);
  expect(cells.filter((cell) => String(cell).startsWith("#"))).toEqual([]);
  const [chart] = await chartsOn(table.sheet);
  const { columns } = blockOf(rebuilt?.address ?? "");
  expect(chart?.series.map(({ across }) => across?.cols)).toEqual([
    columns - 1,
    columns - 1,
    columns - 1,
  ]);
});

test.each(["spill", "values"] as const)(
  "a table of %s is written again in its place",
  async (form) => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    const deal = await dealNow();
    if (deal.kind !== "read") throw new Error("the example can be read");
    const { request } = readTableForm({ ...FRESH_FORM, rows: "3", form }, deal.reading, US_DOLLAR);
    if (!request) throw new Error("the form is whole");
    const table = done(await writeTable({ ...request, madeOn: "before" }, US_DOLLAR));
    const written = await workbook.readCells(table.sheet, table.address);
    const again = { ...request, madeOn: "after", destination: { kind: "again", table } } as const;
    done(await writeTable(again, US_DOLLAR));
    const cells = await workbook.readCells(table.sheet, table.address);
    expect(cells.slice(3)).toEqual(written.slice(3));
    expect(cells).not.toEqual(written);
    expect(cells.flat().filter((cell) => String(cell).startsWith("#"))).toEqual([]);
  },
);

test("without its band a table cannot be rebuilt, and that is said", async () => {
  workbook = await openForWorkbookCode(UNCALCULATED);
  done(await insertExample(US_DOLLAR));
  const deal = await dealNow();
  if (deal.kind !== "read") throw new Error("the example can be read");
  const stepped = { threshold: { bandRow: 5 } };
  const { request } = readTableForm(
    { ...FRESH_FORM, rowAxis: "threshold", stepped },
    deal.reading,
    US_DOLLAR,
  );
  if (!request) throw new Error("the form is whole");
  done(await writeTable({ ...request, madeOn: "before" }, US_DOLLAR));
  for (const column of ["A", "B", "C", "D"]) workbook.setCell("Deal", `${column}9`, "");
  const [table] = done(await listTables());
  if (!table) throw new Error("the table is listed");
  expect(rebuildRequest(table, await dealNow(), NOW)).toMatch(
    /about a band that the deal no longer has/,
  );
});
