import { afterEach, beforeEach, expect, test } from "vitest";
import { failureOf } from "../support/failure";
import { type LocalWorkbook, openLocalWorkbook } from "../support/local-workbook";
import { describeEveryGrid, type GridKind } from "./every-grid";

let book: LocalWorkbook;
let refused: readonly string[] = [];

function opens(grid: GridKind): void {
  beforeEach(async () => {
    refused = [];
    book = await openLocalWorkbook({ grid });
    await book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("B2:C4").values = [
        ["Name", "Amount"],
        ["a", 1],
        ["b", 2],
      ];
      sheet.tables.add("B2:C4", true).name = "Rows";
      const amounts = sheet.getRange("C3:C4");
      amounts.style = "Input";
      amounts.numberFormat = [["$#,##0"], ["$#,##0"]];
      amounts.dataValidation.rule = { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } };
      context.workbook.names.add("AllRows", "=Rows[#All]");
      context.workbook.worksheets.add("Other").getRange("A1:A3").formulas = [
        ["=Sheet1!$C$4"],
        ["=ROWS(AllRows)"],
        ["=SUM(Rows[Amount])"],
      ];
      await context.sync();
    });
  });
  afterEach(() => book.close({ refused }));
}

function act(work: (rows: Excel.TableRowCollection) => void): Promise<void> {
  return book.Excel.run(async (context) => {
    work(context.workbook.tables.getItem("Rows").rows);
    await context.sync();
  });
}

const sheetId = () => book.grid.sheets()[0]?.id ?? "";
const shown = () => book.readCells("Sheet1", "B2:C6");

/** Checks what a formula on another sheet means, how many rows a name has, and what three formulas show. */
async function expectOthers(
  grid: GridKind,
  means: string,
  shows: readonly unknown[],
): Promise<void> {
  const other = book.grid.sheets()[1]?.id ?? "";
  const [name] = book.grid.names();
  expect(book.grid.formulas(other, { row: 0, col: 0, rows: 1, cols: 1 })).toEqual([[means]]);
  expect(name && book.grid.resolveName(name)?.rect.rows).toBe(shows[1]);
  if (grid === "univer") expect((await book.readCells("Other", "A1:A3")).flat()).toEqual(shows);
}

describeEveryGrid((grid) => {
  opens(grid);

  test("a row added at the end grows the table, its names and what formulas sum", async () => {
    await act((rows) => void rows.add(undefined, [["c", 4]]));
    expect(await shown()).toEqual([
      ["Name", "Amount"],
      ["a", 1],
      ["b", 2],
      ["c", 4],
      [null, null],
    ]);
    await expectOthers(grid, "=Sheet1!$C$4", [2, 4, 7]);
  });

  test("a table with another row is otherwise unchanged", async () => {
    const [before] = book.grid.tables();
    await act((rows) => void rows.add(undefined, [["c", 4]]));
    expect(book.grid.tables()).toEqual([{ ...before, rect: { row: 1, col: 1, rows: 4, cols: 2 } }]);
  });

  test("a row added between pushes the others down, and formulas follow them", async () => {
    await act((rows) => void rows.add(1, [["c", 4]]));
    expect((await shown()).slice(1)).toEqual([
      ["a", 1],
      ["c", 4],
      ["b", 2],
      [null, null],
    ]);
    await expectOthers(grid, "=Sheet1!$C$5", [2, 4, 7]);
    await act((rows) => void rows.add(0, [["d", 8]]));
    expect((await shown())[1]).toEqual(["d", 8]);
    await expectOthers(grid, "=Sheet1!$C$6", [2, 5, 15]);
  });

  test("an added row looks like its neighbour and takes its validation", async () => {
    await act((rows) => void rows.add(undefined, [["c", 4]]));
    await act((rows) => void rows.add(0, [["d", 8]]));
    for (const row of [2, 5]) {
      const cell = { row, col: 2, rows: 1, cols: 1 };
      expect(book.grid.numberFormats(sheetId(), cell)).toEqual([["$#,##0"]]);
      expect(book.grid.namedStyle(sheetId(), row, 2)).toBe("Input");
      expect(book.grid.validation(sheetId(), cell)?.rule).toMatchObject({ type: "decimal" });
    }
  });

  test("cells under the table make room", async () => {
    book.setCell("Sheet1", "B6", "below");
    await act((rows) => void rows.add(undefined, [["c", 4]]));
    expect((await shown()).map(([name]) => name)).toEqual(["Name", "a", "b", "c", null]);
    book.setCell("Sheet1", "B6", "right below");
    await act((rows) => void rows.add(undefined, [["e", 5]]));
    expect(await book.readCells("Sheet1", "B6:B7")).toEqual([["e"], ["right below"]]);
  });

  test("a deleted row closes up, and formulas that meant it show #REF!", async () => {
    await act((rows) => rows.getItemAt(1).delete());
    expect((await shown()).slice(0, 3)).toEqual([
      ["Name", "Amount"],
      ["a", 1],
      [null, null],
    ]);
    await expectOthers(grid, "=#REF!", ["#REF!", 2, 1]);
    await act((rows) => rows.getItemAt(0).delete());
    // The last row stays, blank: a table has one.
    expect(book.grid.tables()[0]?.rect.rows).toBe(2);
    expect((await shown())[1]).toEqual([null, null]);
  });

  test("refuses rows that the table does not have", async () => {
    expect(await failureOf(() => act((rows) => rows.getItemAt(2).delete()))).toMatchObject({
      code: "InvalidArgument",
    });
    expect(
      await failureOf(() => act((rows) => void rows.add(undefined, [["c", 4, 5]]))),
    ).toMatchObject({ code: "InvalidArgument" });
  });

  test("cells beside the table stay, and cells of a table beside it too", async () => {
    await book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A3:A5").values = [["left"], ["of"], ["it"]];
      sheet.getRange("E2:E5").values = [["Term"], ["x"], ["y"], ["z"]];
      sheet.tables.add("E2:E5", true).name = "Beside";
      await context.sync();
    });
    const beside = async () => [
      (await book.readCells("Sheet1", "A2:A6")).flat(),
      (await book.readCells("Sheet1", "E2:E6")).flat(),
      book.grid.tables().find(({ name }) => name === "Beside")?.rect,
    ];
    const before = await beside();
    await act((rows) => void rows.add(0, [["c", 4]]));
    await act((rows) => void rows.add(undefined, [["d", 8]]));
    expect(await beside()).toEqual(before);
    await expectOthers(grid, "=Sheet1!$C$5", [2, 5, 15]);
    await act((rows) => rows.getItemAt(1).delete());
    expect(await beside()).toEqual(before);
    await expectOthers(grid, "=Sheet1!$C$4", [2, 4, 14]);
    expect(await shown()).toEqual([
      ["Name", "Amount"],
      ["c", 4],
      ["b", 2],
      ["d", 8],
      [null, null],
    ]);
  });

  test("refuses rows that would split a table below", async () => {
    await book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("C8:D9").values = [
        ["Wider", "Below"],
        ["x", "y"],
      ];
      sheet.tables.add("C8:D9", true);
      sheet.getRange("F1").select();
      await context.sync();
    });
    for (const work of [
      (rows: Excel.TableRowCollection) => void rows.add(undefined, [["c", 4]]),
      (rows: Excel.TableRowCollection) => rows.getItemAt(0).delete(),
    ]) {
      expect(await failureOf(() => act(work))).toMatchObject({ code: "InvalidOperation" });
    }
    expect((await shown()).slice(0, 4)).toEqual([
      ["Name", "Amount"],
      ["a", 1],
      ["b", 2],
      [null, null],
    ]);
    await expectOthers(grid, "=Sheet1!$C$4", [2, 3, 3]);
  });

  test("a protected sheet refuses", async () => {
    book.grid.protect(sheetId(), true);
    expect(
      await failureOf(() => act((rows) => void rows.add(undefined, [["c", 4]]))),
    ).toMatchObject({
      code: "AccessDenied",
    });
  });

  test("a table with the name of a sheet is refused by name", async () => {
    refused = ["a table with the name of a sheet"];
    const rename = () =>
      book.Excel.run(async (context) => {
        context.workbook.tables.getItem("Rows").name = "Other";
        await context.sync();
      });
    expect(await failureOf(rename)).toMatchObject({ code: "NotImplemented" });
  });
});
