import { afterEach, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { readDealCells } from "../../src/deal/parse-deal";
import type { PaneActions } from "../../src/taskpane/context/pane-actions";
import type { PaneContext } from "../../src/taskpane/context/pane-context";
import type { DealState, PaneState } from "../../src/taskpane/context/pane-state";
import { FIRST_STATE } from "../../src/taskpane/first-state";
import { RebuildModel, rebuildRequest } from "../../src/taskpane/views/sheets/rebuild-model";
import { describeStaleness } from "../../src/taskpane/views/sheets/staleness-messages";
import { FRESH_FORM, readTableForm } from "../../src/taskpane/views/sheets/table-form-state";
import { readDeal } from "../../src/workbook/deal/read-deal";
import { removeTable } from "../../src/workbook/journal/roll-back";
import { listTables } from "../../src/workbook/journal/written";
import { insertExample } from "../../src/workbook/sheets/insert-example";
import { writeTable } from "../../src/workbook/sheets/write-table";
import type { LocalWorkbook } from "../support/local-workbook";
import { FaultInjector, failAtEach } from "./fault-injector";
import { done, openForWorkbookCode } from "./open";

const NOW = new Date(2026, 10, 25, 15, 0);

let workbook: LocalWorkbook;
afterEach(() => workbook.close());

async function dealNow(): Promise<DealState> {
  return { kind: "read", reading: readDealCells(done(await readDeal())) };
}

const inDollars: PaneActions["writeTable"] = (request, progress) =>
  writeTable(request, US_DOLLAR, progress);

/** The pane's part that rebuilds, over the open workbook, and what it says in the end. */
async function rebuilder(actions = { writeTable: inDollars, removeTable }) {
  let state: PaneState = { ...FIRST_STATE, deal: await dealNow() };
  const pane = {
    actions,
    state: () => state,
    put: (change: Partial<PaneState>) => {
      state = { ...state, ...change };
    },
    during: (_: unknown, __: string, work: () => Promise<void>) => work(),
    refresh: async () => {},
  } as unknown as PaneContext;
  return { model: new RebuildModel(pane), said: () => state.status };
}

/** The example deal with a table of 3 rows; then a threshold moves. */
async function tableThatNoLongerFits() {
  done(await insertExample(US_DOLLAR));
  const deal = await dealNow();
  if (deal.kind !== "read") throw new Error("the example can be read");
  const { request } = readTableForm({ ...FRESH_FORM, rows: "3" }, deal.reading);
  if (!request) throw new Error("the form is whole");
  done(await writeTable({ ...request, madeOn: "before" }, US_DOLLAR));
  workbook.setCell("Deal", "A8", 450_000);
  const [table] = done(await listTables());
  if (!table) throw new Error("the table is listed");
  return table;
}

test("a table that no longer fits is built anew, and the old one goes", async () => {
  workbook = await openForWorkbookCode();
  const table = await tableThatNoLongerFits();
  expect(describeStaleness(table, await dealNow())).toMatch(
    /^The thresholds of the deal have changed/,
  );
  const { model, said } = await rebuilder();
  await model.rebuild(table, NOW);
  expect(said()).toMatchObject({
    tone: "done",
    text: expect.stringMatching(/^Built Effective cost/),
  });
  const tables = done(await listTables());
  expect(tables).toHaveLength(1);
  const [rebuilt] = tables;
  expect(rebuilt?.id).not.toBe(table.id);
  expect(rebuilt && describeStaleness(rebuilt, await dealNow())).toBeUndefined();
  const headings = (await workbook.readCells(rebuilt?.sheet ?? "", "A4:P4"))[0];
  expect(headings).toContain(450_000);
  expect(headings).not.toContain(500_000);
  expect(workbook.grid.sheets().map(({ name }) => name)).not.toContain(table.sheet);
});

test("while the old table is removed no cancelling is offered", async () => {
  workbook = await openForWorkbookCode();
  const table = await tableThatNoLongerFits();
  const seen: unknown[] = [];
  const { model, said } = await rebuilder({
    writeTable: inDollars,
    removeTable: async (id) => {
      seen.push(said());
      return removeTable(id);
    },
  });
  await model.rebuild(table, NOW);
  const text = "Removing Effective cost by usage and commitment from Cost table…";
  expect(seen).toEqual([{ tone: "working", text, offers: [] }]);
});

test("a fault at any change leaves the old table or the new one whole, or both, and says which", async () => {
  const saboteur = new FaultInjector();
  workbook = await openForWorkbookCode({ beforeAction: saboteur.beforeAction });
  const table = await tableThatNoLongerFits();
  const attempt = async () => {
    const { model, said } = await rebuilder();
    await model.rebuild(table, NOW);
    return said();
  };
  const tablesNow = async () => {
    const tables = done(await listTables());
    const names = workbook.grid.sheets().map(({ name }) => name);
    expect(tables.every(({ complete }) => complete)).toBe(true);
    for (const { sheet } of tables) expect(names).toContain(sheet);
    return tables.map(({ id }) => id);
  };
  const { result, faults } = await failAtEach(saboteur, attempt, async (said, at) => {
    const ids = await tablesNow();
    expect(said?.tone, at).toBe("fault");
    expect(ids, at).toContain(table.id);
    const others = ids.filter((id) => id !== table.id);
    if (others.length > 0) expect(said?.text, at).toContain("is still there");
    for (const id of others) done(await removeTable(id));
  });
  expect(result?.tone).toBe("done");
  expect(await tablesNow()).not.toContain(table.id);
  expect(faults).toBeGreaterThan(3);
});

test("an old table that cannot be removed stays beside the new one, and that is said", async () => {
  workbook = await openForWorkbookCode();
  const table = await tableThatNoLongerFits();
  const { model, said } = await rebuilder({
    writeTable: inDollars,
    removeTable: async () => ({ ok: false, fault: { kind: "busyEditing" } }),
  });
  await model.rebuild(table, NOW);
  expect(said()?.tone).toBe("fault");
  expect(said()?.text).toMatch(
    /^Built Effective cost .* but the old one on Cost table is still there/,
  );
  expect(done(await listTables()).map(({ id }) => id)).toContain(table.id);
  expect(done(await listTables())).toHaveLength(2);
});

test("without its band a table cannot be rebuilt, and that is said", async () => {
  workbook = await openForWorkbookCode();
  done(await insertExample(US_DOLLAR));
  const deal = await dealNow();
  if (deal.kind !== "read") throw new Error("the example can be read");
  const stepped = { threshold: { bandRow: 5 } };
  const { request } = readTableForm({ ...FRESH_FORM, rowAxis: "threshold", stepped }, deal.reading);
  if (!request) throw new Error("the form is whole");
  done(await writeTable({ ...request, madeOn: "before" }, US_DOLLAR));
  for (const column of ["A", "B", "C", "D"]) workbook.setCell("Deal", `${column}9`, "");
  const [table] = done(await listTables());
  if (!table) throw new Error("the table is listed");
  expect(rebuildRequest(table, await dealNow(), NOW)).toMatch(
    /about a band that the deal no longer has/,
  );
});
