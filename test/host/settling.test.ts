import { afterEach, expect, test } from "vitest";
import { type LocalWorkbook, openLocalWorkbook } from "../support/local-workbook";

let workbook: LocalWorkbook;
afterEach(() => workbook.close());

test("two callers of settle() both wait for the calculation", async () => {
  workbook = await openLocalWorkbook();
  const { grid } = workbook;
  const sheet = grid.activeSheetId();
  const cell = (row: number) => ({ row, col: 0, rows: 1, cols: 1 });
  grid.write(sheet, cell(0), [[1]]);
  grid.write(sheet, cell(1), [["=A1*2"]]);
  await grid.settle();
  grid.write(sheet, cell(0), [[21]]);
  const first = grid.settle();
  await grid.settle();
  expect(grid.values(sheet, cell(1))).toEqual([[42]]);
  await first;
});
