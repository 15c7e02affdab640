import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type LocalWorkbook, openLocalWorkbook } from "../support/local-workbook";

const SHEET = "sheet-1";
const columns = { startColumn: 0, endColumn: 39 };
const rows = { startRow: 0, endRow: 999 };
const row = (startRow: number, endRow = startRow) => ({ ...columns, startRow, endRow });
const column = (startColumn: number, endColumn = startColumn) => ({
  ...rows,
  startColumn,
  endColumn,
});

let book: LocalWorkbook;
let heard: string[];

beforeEach(async () => {
  book = await openLocalWorkbook({ registerFunctions: false });
  heard = [];
  await book.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.add("Other").getRange("A1").values = [[1]];
    worksheets.getItem("Sheet1").getRange("B2:C4").values = [
      ["Name", "Amount"],
      ["a", 1],
      ["b", 2],
    ];
    worksheets.getItem("Sheet1").tables.add("B2:C4", true).name = "Rows";
    await context.sync();
    worksheets.onChanged.add(async ({ address, changeType, source }) => {
      heard.push(`${changeType} ${address} ${source}`);
    });
    worksheets.onAdded.add(async ({ source }) => void heard.push(`added ${source}`));
    worksheets.onDeleted.add(async ({ source }) => void heard.push(`deleted ${source}`));
    worksheets.onNameChanged.add(async ({ nameBefore, nameAfter }) => {
      heard.push(`${nameBefore} is ${nameAfter}`);
    });
    await context.sync();
  });
  heard.length = 0;
});
afterEach(() => book.close());

async function act(command: string, params: object): Promise<void> {
  const unitId = book.univerAPI.getActiveWorkbook()?.getId() ?? "";
  await book.univerAPI.executeCommand(command, { ...params, unitId });
}

async function told(): Promise<readonly string[]> {
  await book.grid.settle();
  await new Promise((resolve) => setTimeout(resolve, 20));
  return heard.splice(0);
}

describe("a change of structure raises the event that Excel raises", () => {
  const TABLE: readonly (readonly [
    what: string,
    command: string,
    params: object,
    done: string,
    undone: string,
  ])[] = [
    [
      "a row inserted above",
      "sheet.command.insert-row",
      { subUnitId: SHEET, direction: 0, range: row(0) },
      "RowInserted 1:1 Local",
      "RowDeleted 1:1 Local",
    ],
    [
      "rows inserted in the table",
      "sheet.command.insert-row",
      { subUnitId: SHEET, direction: 0, range: row(3, 4) },
      "RowInserted 4:5 Local",
      "RowDeleted 4:5 Local",
    ],
    [
      "a row deleted",
      "sheet.command.remove-row",
      { range: row(3) },
      "RowDeleted 4:4 Local",
      "RowInserted 4:4 Local",
    ],
    [
      "an empty row deleted far below",
      "sheet.command.remove-row",
      { range: row(30) },
      "RowDeleted 31:31 Local",
      "RowInserted 31:31 Local",
    ],
    [
      "a column inserted",
      "sheet.command.insert-col",
      { subUnitId: SHEET, direction: 3, range: column(0) },
      "ColumnInserted A:A Local",
      "ColumnDeleted A:A Local",
    ],
    [
      "columns deleted",
      "sheet.command.remove-col",
      { range: column(4, 5) },
      "ColumnDeleted E:F Local",
      "ColumnInserted E:F Local",
    ],
    [
      "cells moved",
      "sheet.command.move-range",
      {
        fromRange: { startRow: 9, endRow: 9, startColumn: 0, endColumn: 1 },
        toRange: { startRow: 12, endRow: 12, startColumn: 0, endColumn: 1 },
      },
      "RangeEdited A13:B13 Local",
      "RangeEdited A10:B10 Local",
    ],
    [
      "a sheet renamed",
      "sheet.command.set-worksheet-name",
      { subUnitId: SHEET, name: "Our deal" },
      "Sheet1 is Our deal",
      "Our deal is Sheet1",
    ],
    [
      "a sheet deleted",
      "sheet.command.remove-sheet",
      { subUnitId: SHEET },
      "deleted Local",
      "added Local",
    ],
    ["a sheet added", "sheet.command.insert-sheet", {}, "added Local", "deleted Local"],
  ];
  test.each(TABLE)("%s, undone and done again", async (_what, command, params, done, undone) => {
    await act(command, params);
    expect(await told()).toContain(done);
    await book.univerAPI.getActiveWorkbook()?.undo();
    expect(await told()).toContain(undone);
    await book.univerAPI.getActiveWorkbook()?.redo();
    expect(await told()).toContain(done);
  });

  test("an add-in's new sheet, new name and deleted sheet", async () => {
    await book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("New");
      sheet.name = "Newer";
      sheet.delete();
      await context.sync();
    });
    expect(await told()).toEqual(["added Local", "New is Newer", "deleted Local"]);
  });

  test("no event is sent when only names and formulas follow", async () => {
    await book.Excel.run(async (context) => {
      context.workbook.names.add("Amount", "=Sheet1!$C$3");
      context.workbook.worksheets.getItem("Other").getRange("A2").formulas = [["=SUM(Amount)"]];
      await context.sync();
    });
    await told();
    await act("sheet.command.insert-row", { subUnitId: SHEET, direction: 0, range: row(0) });
    expect(await told()).toEqual(["RowInserted 1:1 Local"]);
  });
});

describe("the sheet of a table deleted by a person", () => {
  test("leaves names at #REF!, no table, and a workbook that answers", async () => {
    await book.Excel.run(async (context) => {
      context.workbook.names.add("All", "=Rows[#All]");
      context.workbook.names.add("Amount", "=Sheet1!$C$3");
      await context.sync();
    });
    await act("sheet.command.remove-sheet", { subUnitId: SHEET });
    const read = await book.Excel.run(async (context) => {
      const { names, tables, worksheets } = context.workbook;
      names.load("items/name, items/formula");
      tables.load("items/name");
      await context.sync();
      const again = worksheets.add("Again");
      again.getRange("A1:B2").values = [
        ["Name", "Amount"],
        ["c", 4],
      ];
      again.tables.add("A1:B2", true).name = "Rows";
      await context.sync();
      names.load("items/name, items/formula");
      await context.sync();
      return [names.items.map(({ formula }) => formula), tables.items.length];
    });
    // A table of the same name is another table: the name stays lost, as in Excel.
    expect(read).toEqual([["=#REF!", "=#REF!"], 0]);
  });
});

describe("cells that a person fills below a table", () => {
  const typed = (cells: object) =>
    act("sheet.command.set-range-values", {
      subUnitId: SHEET,
      range: { startRow: 0, endRow: 0, startColumn: 0, endColumn: 0 },
      value: cells,
    });
  const size = () => {
    const { row: top = 0, rows: count = 0 } = book.grid.tables()[0]?.rect ?? {};
    return [top, count];
  };
  const v = (value: unknown) => ({ v: value });
  const TABLE: readonly (readonly [what: string, cells: object, rows: number])[] = [
    ["the first cell right below", { 4: { 1: v("c") } }, 4],
    ["the last cell right below", { 4: { 2: v(4) } }, 4],
    ["a whole row", { 4: { 1: v("c"), 2: v(4) } }, 4],
    ["two rows at once", { 4: { 1: v("c"), 2: v(4) }, 5: { 1: v("d"), 2: v(8) } }, 5],
    ["a formula", { 4: { 2: { f: "=1+1" } } }, 4],
    ["a row further down", { 5: { 1: v("c") } }, 3],
    ["beside the table", { 4: { 3: v("note") } }, 3],
    ["over its edge", { 4: { 2: v(4), 3: v("note") } }, 3],
    ["within the table", { 3: { 1: v("z") } }, 3],
    ["above it", { 0: { 1: v("title") } }, 3],
    ["nothing but a blank", { 4: { 1: v(null) } }, 3],
    ["nothing but a look", { 4: { 1: { s: { bl: 1 } } } }, 3],
  ];
  test.each(TABLE)("%s", async (_what, cells, count) => {
    await typed(cells);
    await book.grid.settle();
    expect(size()).toEqual([1, count]);
  });

  test("belong to it until undo", async () => {
    await typed({ 4: { 1: v("c"), 2: v(4) } });
    await book.grid.settle();
    await book.univerAPI.getActiveWorkbook()?.undo();
    expect(size()).toEqual([1, 3]);
    expect((await book.readCells("Sheet1", "B5:C5")).flat()).toEqual(["c", 4]);
  });

  test("count in formulas over it, and an add-in's cells stay outside it", async () => {
    book.setCell("Other", "A1", "=SUM(Rows[Amount])");
    await typed({ 4: { 1: v("c"), 2: v(4) } });
    expect(await book.readCell("Other", "A1")).toBe(7);
    book.setCell("Sheet1", "B6", "written by code");
    await book.grid.settle();
    expect(size()).toEqual([1, 4]);
  });
});

test("cells of one column of a table are not shifted out of it", async () => {
  const below = { startRow: 2, endRow: 2, startColumn: 1, endColumn: 1 };
  for (const way of ["insert-range-move-down", "delete-range-move-up"]) {
    await act(`sheet.command.${way}`, { range: below }).catch(() => undefined);
  }
  const besides = { startRow: 2, endRow: 2, startColumn: 0, endColumn: 0 };
  for (const way of ["insert-range-move-right", "delete-range-move-left"]) {
    await act(`sheet.command.${way}`, { range: besides }).catch(() => undefined);
  }
  expect(await book.readCells("Sheet1", "B2:C4")).toEqual([
    ["Name", "Amount"],
    ["a", 1],
    ["b", 2],
  ]);
});
