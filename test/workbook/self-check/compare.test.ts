import { describe, expect, test } from "vitest";
import { compareBlocks } from "../../../src/workbook/self-check/compare";

const block = (expected: readonly (readonly (string | number)[])[]) => [
  { name: "A", formula: "=B", row: 1, column: 1, expected },
];
const read = (...cells: readonly unknown[]) => [["", ""], ...cells.map((cell) => ["", cell])];

describe("compareBlocks()", () => {
  test.each([
    [1_000_000, 1_000_000.0009],
    [1_000_000, 999_999.9991],
    [0.15, 0.15000000009],
    [0, 9e-10],
    ["#N/A", "#N/A"],
    ["Growth", "Growth"],
  ])("%s is %s as far as a spreadsheet shows", (expected, found) => {
    expect(compareBlocks(block([[expected]]), read(found))).toEqual([]);
  });

  test.each([
    [1_000_000, 1_000_000.0011, "1000000.0011"],
    [1_000_000, 999_999.9989, "999999.9989"],
    [0, 1.1e-9, "1.1e-9"],
    [0, "", "nothing"],
    [0, "0", "0"],
    [0.15, Number.NaN, "NaN"],
    ["#N/A", "#VALUE!", "#VALUE!"],
    ["", 0, "0"],
  ])("%s is not %s", (expected, found, shown) => {
    expect(compareBlocks(block([[expected]]), read(found))).toEqual([
      { name: "A", formula: "=B", expected: String(expected) || "nothing", found: shown },
    ]);
  });

  test("of a spilled answer the first cell that differs is named", () => {
    expect(compareBlocks(block([[1], [2], [3]]), read(1, 5, 5))).toMatchObject([
      { name: "A in B3", expected: "2", found: "5" },
    ]);
  });

  test("cells that were not read are nothing", () => {
    expect(compareBlocks(block([[1], [2]]), read(1))).toMatchObject([{ found: "nothing" }]);
  });
});
