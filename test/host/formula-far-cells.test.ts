import { afterEach, beforeEach, expect, test } from "vitest";
import { calculate, expectShown, type Rows, writeBands } from "../support/formula-sheet";
import { type LocalWorkbook, openLocalWorkbook } from "../support/local-workbook";

let book: LocalWorkbook;
beforeEach(async () => {
  book = await openLocalWorkbook();
  writeBands(book);
});
afterEach(() => book.close());

/** The sheet is 1,000 rows high and 40 columns wide; Excel's is not. */
const BEYOND: Rows = [
  ["=A5000", 0],
  ["=$A$5000", 0],
  ["=XFD$7", 0],
  ["=XFD1048576", 0],
  ["=Sheet1!ZZ1", 0],
  ['=IF(ZZ1="",1,2)', 1],
  ["=ISBLANK(A5000)", true],
  ["=A5000+1", 1],
  ['=A5000&"x"', "x"],
  ["=INDEX(A:A,5000)", 0],
  ["=INDEX(A:B,5000,2)", 0],
  ["=INDEX(5:5,1,500)", 0],
  ["=INDEX(E:E,2)", 250000],
  ["=SUM(INDEX(E:E,0))", 750000],
  ["=SUM(A1:A5000)", 0],
  ["=SUM(E1:E5000)", 750000],
  ["=COUNTA(E1:E5000)", 3],
  ["=COUNTBLANK(E1:E5000)", 4997],
  ["=ROWS(A1:A5000)", 5000],
  ["=ROW(A5000)", 5000],
  ["=COLUMN(ZZ1)", 702],
  ["=SUM(A4999:A5000)", 0],
  ["=MAX(E1:ZZ3)", 500000],
  ["=OFFSET(A1,5000,0)", 0],
  ['=INDIRECT("A5000")', 0],
  ["=SUM(Sheet1!E1:E5000)", 750000],
  ["=VLOOKUP(300000,E1:F5000,2)", 0.1],
  ["=COMMIT.BAND_RATE(300000,E1:F5000)", 0.1],
  ["=COMMIT.BAND_RATE(A5000,E1:F3)", 0],
  ["=ROWS(A:A)", 1048576],
  ["=COLUMNS(1:1)", 16384],
  ["=AND(ISBLANK(A5000),ISBLANK(ZZ1))", true],
  ["=COUNTBLANK(A5000:B5001)", 4],
];

test("a cell beyond the sheet's present size is blank", async () => {
  await expectShown(book, BEYOND);
});

test("an address that Excel does not have is an error", async () => {
  const shown = await calculate(book, [
    "=A1048577",
    "=XFE1",
    "=INDEX(A:A,1048577)",
    "=INDEX(E1:E3,4)",
  ]);
  expect(shown.map(({ shows }) => shows)).toEqual(["#NAME?", "#NAME?", "#REF!", "#REF!"]);
});

test("a formula follows a cell that was beyond the sheet when it was written", async () => {
  const formulas = ["=A5000", "=SUM(A1:A5000)", "=ZZ1*2", "=INDEX(A:A,5000)"];
  await calculate(book, formulas);
  book.setCell("Sheet1", "A5000", 7);
  book.setCell("Sheet1", "ZZ1", 4);
  await book.grid.settle();
  const sheetId = book.grid.sheets()[0]?.id ?? "";
  const shown = formulas.map(
    (_, index) => book.grid.values(sheetId, { row: index * 12, col: 7, rows: 1, cols: 1 })[0]?.[0],
  );
  expect(shown).toEqual([7, 7, 8, 7]);
});
