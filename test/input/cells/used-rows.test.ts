import { describe, expect, test } from "vitest";
import { usedRows } from "../../../src/input/cells/used-rows";

const SHEET_ROWS = 1_048_576;
const SHEET_COLUMNS = 16_384;

/** Cells of a column with usages above zeros, as Excel on the desktop passes its blank cells. */
function column(usages: readonly unknown[], height: number, below: unknown = 0): unknown[] {
  const rows = new Array<unknown>(height).fill([below]);
  for (const [at, usage] of usages.entries()) rows[at] = [usage];
  return rows;
}

describe("usedRows() of a column", () => {
  test.each<readonly [string, readonly unknown[], number]>([
    ["the whole one, without its zeros", column([1, 2], SHEET_ROWS), 2],
    ["from row 4 down, without its zeros", column([1, 2], SHEET_ROWS - 3), 2],
    ["1,000,000 rows, without its zeros", column([1, 2], 1_000_000), 2],
    ["999,999 rows, with its zeros", column([1, 2], 999_999), 999_999],
    ["from row 100,000 down, with its zeros", column([1, 2], SHEET_ROWS - 99_999), 948_577],
    ["three rows, with a zero", column([1, 2], 3), 3],
    ["the whole one, down to a total", column([1], SHEET_ROWS).with(-1, [9]), SHEET_ROWS],
    ["the whole one, with zeros between", column([1, 0, 0, 2], SHEET_ROWS), 4],
    ["blanks that arrive as nothing", column([1, 0], SHEET_ROWS, null), 2],
    ["blanks that arrive as empty text", column([1, 2], 50, ""), 2],
    ["nothing but zeros", column([], SHEET_ROWS), 0],
    ["every row filled", column([], SHEET_ROWS, 5), SHEET_ROWS],
  ])("keeps %s", (_, rows, length) => {
    expect(usedRows(rows)).toHaveLength(length);
  });
});

describe("usedRows() of a row", () => {
  test.each<readonly [string, readonly unknown[], number]>([
    ["the whole one, without its zeros", [5, 6, ...zeros(SHEET_COLUMNS - 2)], 2],
    ["from column D on, without its zeros", [5, 6, ...zeros(SHEET_COLUMNS - 5)], 2],
    ["16,000 columns, without its zeros", [5, 6, ...zeros(15_998)], 2],
    ["15,999 columns, with its zeros", [5, 6, ...zeros(15_997)], 15_999],
    ["the whole one, up to a total", [5, ...zeros(SHEET_COLUMNS - 2), 11], SHEET_COLUMNS],
  ])("keeps %s", (_, row, width) => {
    expect(usedRows([row])[0]).toHaveLength(width);
  });
});

function zeros(count: number): readonly number[] {
  return new Array<number>(count).fill(0);
}
