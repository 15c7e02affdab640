import { afterEach, expect, test, vi } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { EVENT_CATEGORY, EVENT_TYPE } from "../../../src/host/office/protocol";
import { PaneModel } from "../../../src/taskpane/pane-model";
import { insertExample as insertInPane } from "../../../src/taskpane/views/start/example-model";
import { watchWorkbook } from "../../../src/workbook/excel/watch";
import type { TableRequest } from "../../../src/workbook/journal/written-table";
import { readWorkbook } from "../../../src/workbook/read-workbook";
import { insertExample } from "../../../src/workbook/sheets/insert-example";
import { writeTable } from "../../../src/workbook/sheets/write-table";
import type { LocalWorkbook } from "../../support/local-workbook";
import { fakeWorkbook } from "../../taskpane/fake-actions";
import { SCENARIOS } from "../../taskpane/pane-scenarios";
import { done, openForWorkbookCode } from "../open";
import { REQUEST } from "../request";

let workbook: LocalWorkbook;
afterEach(() => workbook.close());

/** An edit as Excel tells of it: made here, or by a co-author elsewhere. */
function tell(source: "Local" | "Remote"): void {
  const worksheetId = workbook.grid.sheets()[0]?.id ?? "";
  workbook.host.send({
    category: EVENT_CATEGORY.object,
    type: EVENT_TYPE.worksheetChanged,
    targetId: "Workbook",
    message: {
      address: "A1",
      changeType: "RangeEdited",
      source,
      triggerSource: "Unknown",
      worksheetId,
    },
  });
}

test("watchWorkbook() hears an edit made here once, and a co-author's not at all", async () => {
  workbook = await openForWorkbookCode();
  const timers = vi.spyOn(globalThis, "setTimeout");
  let heard = 0;
  const stop = done(
    await watchWorkbook(() => {
      heard += 1;
    }),
  );
  const sources: string[] = [];
  await workbook.Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async ({ source }) => void sources.push(source));
    await context.sync();
  });
  timers.mockClear();
  tell("Remote");
  await expect.poll(() => sources).toEqual(["Remote"]);
  // The event has arrived, and nobody waits to call back.
  expect(timers.mock.calls.filter(([, delay]) => delay === 250)).toEqual([]);
  tell("Local");
  tell("Local");
  await expect.poll(() => heard).toBe(1);
  expect(timers.mock.calls.filter(([, delay]) => delay === 250)).toHaveLength(2);
  await stop();
  timers.mockRestore();
});

/** What becomes of the sheet Deal, and what the pane then reads. */
const CHANGES: readonly (readonly [
  string,
  (sheet: Excel.Worksheet, table: Excel.Table) => unknown,
  object,
])[] = [
  ["a band that goes", (_, table) => table.rows.getItemAt(3).delete(), { bands: 3 }],
  [
    "two bands that go",
    (_, table) => [3, 2].map((row) => table.rows.getItemAt(row).delete()),
    { bands: 2 },
  ],
  [
    "a sheet of another name",
    (sheet) => {
      sheet.name = "Offer";
    },
    { at: "Offer!A5", bands: 4 },
  ],
  ["a sheet that goes", (sheet) => sheet.delete(), { gone: "Deal!A5:" }],
];

const inDollars = {
  insertExample: () => insertExample(US_DOLLAR),
  writeTable: (request: TableRequest) => writeTable(request, US_DOLLAR),
};

/** The pane over the example, and what it shows of where the deal is. */
async function paneOverExample() {
  workbook = await openForWorkbookCode();
  const { actions } = fakeWorkbook(SCENARIOS.empty);
  const model = new PaneModel({ ...actions, ...inDollars, readWorkbook, watchWorkbook }, () => {});
  await model.start();
  await insertInPane(model.context);
  const told = () => {
    const { deal } = model.state;
    if (deal.kind === "none") return { gone: deal.gone?.slice(0, 8) };
    if (deal.kind !== "read") return {};
    const { addresses, bands } = deal.reading;
    return { at: addresses?.Bands?.slice(0, 8), bands: bands?.bands.length };
  };
  return { model, told };
}

test.each(CHANGES)("the pane follows %s", async (_what, change, expected) => {
  const { model, told } = await paneOverExample();
  await workbook.Excel.run(async (context) => {
    context.workbook.worksheets.add("Other");
    change(
      context.workbook.worksheets.getItem("Deal"),
      context.workbook.tables.getItem("DealBands"),
    );
    await context.sync();
  });
  await expect.poll(told).toMatchObject(expected);
  await model.stop();
});

/** Rows and columns as the grid's menu inserts and deletes them, counted from 0. */
const LINES: readonly (readonly [string, "insert" | "remove", "row" | "col", number, object])[] = [
  ["a row inserted above the bands", "insert", "row", 0, { at: "Deal!A6:", bands: 4 }],
  ["a row inserted between title and bands", "insert", "row", 3, { at: "Deal!A6:", bands: 4 }],
  ["a column inserted before the bands", "insert", "col", 0, { at: "Deal!B5:", bands: 4 }],
  ["an empty row deleted above the bands", "remove", "row", 2, { at: "Deal!A4:", bands: 4 }],
  ["a band's row deleted", "remove", "row", 8, { at: "Deal!A5:", bands: 3 }],
];

test.each(LINES)("the pane follows %s by a person", async (_what, act, line, at, expected) => {
  const { model, told } = await paneOverExample();
  const subUnitId = workbook.grid.sheets().find(({ name }) => name === "Deal")?.id;
  const { univerAPI } = workbook;
  const unitId = univerAPI.getActiveWorkbook()?.getId() ?? "";
  const range =
    line === "row"
      ? { startRow: at, endRow: at, startColumn: 0, endColumn: 19 }
      : { startRow: 0, endRow: 999, startColumn: at, endColumn: at };
  await univerAPI.executeCommand(`sheet.command.${act}-${line}`, {
    unitId,
    subUnitId,
    range,
    ...(act === "insert" && { direction: line === "row" ? 0 : 3 }),
  });
  await expect.poll(told).toMatchObject(expected);
  await model.stop();
});

test("what the pane itself writes is read once or twice, and then it is quiet", async () => {
  workbook = await openForWorkbookCode();
  let reads = 0;
  const { actions } = fakeWorkbook(SCENARIOS.empty);
  const model = new PaneModel(
    {
      ...actions,
      async readWorkbook() {
        reads += 1;
        return readWorkbook();
      },
      ...inDollars,
      watchWorkbook,
    },
    () => {},
  );
  await model.start();
  await insertInPane(model.context);
  done(await writeTable(REQUEST, US_DOLLAR));
  await expect.poll(() => model.state.tables).toHaveLength(1);
  const settledReads = reads;
  // An edit of a person's shows that the line is open; had reading caused reading, more would have come before it.
  workbook.setCell("Deal", "F13", 600_000);
  await expect
    .poll(() => model.state.deal)
    .toMatchObject({ kind: "read", reading: { commitmentUsd: 600_000 } });
  expect(settledReads).toBeLessThanOrEqual(4);
  expect(reads).toBeLessThanOrEqual(settledReads + 2);
  await model.stop();
});
