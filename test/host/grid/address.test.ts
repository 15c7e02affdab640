import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  contains,
  formatAddress,
  intersect,
  MAX_COLS,
  MAX_ROWS,
  parseAddress,
  quoteSheet,
  type Rect,
} from "../../../src/host/grid/address";
import { subtract } from "../../../src/host/grid/subtract";
import { assertProperty } from "../../support/property";

const rects: fc.Arbitrary<Rect> = fc.record({
  row: fc.integer({ min: 0, max: 30 }),
  col: fc.integer({ min: 0, max: 30 }),
  rows: fc.integer({ min: 1, max: 12 }),
  cols: fc.integer({ min: 1, max: 12 }),
});
const area = ({ rows, cols }: Rect): number => rows * cols;

test.each([
  ["A1", { row: 0, col: 0, rows: 1, cols: 1 }],
  ["$C$3:B2", { row: 1, col: 1, rows: 2, cols: 2 }],
  ["XFD1048576", { row: MAX_ROWS - 1, col: MAX_COLS - 1, rows: 1, cols: 1 }],
  ["B:C", { row: 0, col: 1, rows: MAX_ROWS, cols: 2 }],
  ["2:3", { row: 1, col: 0, rows: 2, cols: MAX_COLS }],
])("parseAddress() reads %s", (text, rect) => {
  expect(parseAddress(text)).toEqual({ rect });
});

test.each(["", "A", "1", "A0", "A1:B", "A:1", "XFE1", "A1048577", "ABCD1", "no such!!"])(
  "parseAddress() refuses %j",
  (text) => {
    expect(parseAddress(text)).toBeNull();
  },
);

test.each(["Deal", "My deal", "O'Brien", "A1", "1st"])(
  "parseAddress() reads a quoted sheet called %s",
  (sheet) => {
    expect(parseAddress(`${quoteSheet(sheet)}!B2`)?.sheet).toBe(sheet);
  },
);

describe("properties", () => {
  test("parseAddress() reads what formatAddress() writes", () => {
    assertProperty(
      fc.property(rects, fc.boolean(), (rect, absolute) => {
        expect(parseAddress(formatAddress(rect, absolute))).toEqual({ rect });
      }),
    );
  });

  test("the rest of a block and the part subtracted make up the block", () => {
    assertProperty(
      fc.property(rects, rects, (from, hole) => {
        const parts = subtract(from, hole);
        const shared = intersect(from, hole);
        const sum = parts.reduce((total, part) => total + area(part), 0);
        expect(sum + (shared ? area(shared) : 0)).toBe(area(from));
        for (const part of parts) {
          expect(contains(from, part)).toBe(true);
          expect(intersect(part, hole)).toBeNull();
        }
      }),
    );
  });
});
