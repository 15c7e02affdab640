import { describe, expect, test } from "vitest";
import {
  blockAddress,
  blockOf,
  columnLetters,
  quotedSheet,
  SHEET_COLUMNS,
  SHEET_ROWS,
  withoutSheet,
} from "../../../src/input/cells/a1";

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [51, "AZ"],
  [701, "ZZ"],
  [702, "AAA"],
  [SHEET_COLUMNS - 1, "XFD"],
])("column %d has the letters %s", (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});

describe("the block of an address", () => {
  const BLOCKS = [
    ["A1", { row: 0, column: 0, rows: 1, columns: 1 }],
    ["B3:P16", { row: 2, column: 1, rows: 14, columns: 15 }],
    ["AA10:AB10", { row: 9, column: 26, rows: 1, columns: 2 }],
  ] as const;
  test.each(BLOCKS)("%s is %j, and back", (address, block) => {
    expect(blockOf(address)).toEqual(block);
    expect(blockAddress(block)).toBe(address);
  });

  test.each([
    ["'Bob''s deal!'!$B$3:$C$4", { row: 2, column: 1, rows: 2, columns: 2 }],
    ["B:C", { row: 0, column: 1, rows: SHEET_ROWS, columns: 2 }],
    ["$3:$4", { row: 2, column: 0, rows: 2, columns: SHEET_COLUMNS }],
  ])("%s is %j", (address, block) => {
    expect(blockOf(address)).toEqual(block);
  });
});

test("a sheet is quoted, its apostrophes twice, and taken off an address", () => {
  expect(quotedSheet("Bob's deal")).toBe("'Bob''s deal'");
  expect(withoutSheet("'Bob''s deal!'!A1:B2")).toBe("A1:B2");
  expect(withoutSheet("A1:B2")).toBe("A1:B2");
});
