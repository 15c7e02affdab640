import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeErrors } from "../../src/core/errors";
import type { Result } from "../../src/core/result";
import { readComparables, readOffer } from "../../src/input/comparables-cells";
import { known } from "../cases/door";

const sentence = (read: Result<unknown>): string =>
  read.ok ? JSON.stringify(read.value) : describeErrors(read.errors, US_DOLLAR);

describe("readComparables()", () => {
  const deal = { commitmentUsd: 250_000, discountFraction: 0.1 };
  const free = { ...deal, discountFraction: 0 };
  test.each<[string, unknown, readonly object[]]>([
    [
      "two columns",
      [
        ["Commitment", "Discount"],
        [250_000, 0.1],
      ],
      [deal],
    ],
    [
      "text",
      [
        ["commitment", "DISCOUNT"],
        ["$250k", "10%"],
      ],
      [deal],
    ],
    [
      "columns in any order, with notes",
      [
        ["Date", "Discount", "Source", "Commitment"],
        ["2026-02", 0.1, "peer", 250_000],
      ],
      [deal],
    ],
    [
      "blank rows between",
      [
        ["Commitment", "Discount"],
        ["", ""],
        [250_000, 0.1],
        [0, 0],
      ],
      [deal],
    ],
    [
      "no deal of a row with a source alone",
      [
        ["Commitment", "Discount", "Source"],
        ["", "", "peer"],
        [250_000, 0.1, ""],
      ],
      [deal],
    ],
    [
      "headings down the first column",
      [
        ["Commitment", 250_000],
        ["Discount", 0.1],
      ],
      [deal],
    ],
    [
      "a deal without a discount",
      [
        ["Commitment", "Discount"],
        [250_000, 0],
      ],
      [free],
    ],
    [
      "a deal without a discount, in words",
      [
        ["Commitment", "Discount", "Source"],
        [250_000, "0%", 0],
      ],
      [free],
    ],
    ["no deal", [["Commitment", "Discount"]], []],
  ])("reads %s", (_, cells, expected) => {
    expect(known(readComparables(cells))).toEqual(expected);
  });

  test.each<[string, unknown, string]>([
    [
      "nothing",
      [[""]],
      "Comparables is missing: give a table of deals with the headings Commitment and Discount.",
    ],
    [
      "no headings",
      [[250_000, 0.1]],
      "Comparables has no column headed Commitment, no column headed Discount: include the headings in the range (for a table, Table[#All]).",
    ],
    [
      "no discount",
      [
        ["Commitment", "Discount"],
        [250_000, ""],
      ],
      "Discount in row 2 of comparables is missing: give a fraction from 0 up to 1, such as 0.15 (0% where there was none).",
    ],
    [
      "no discount, blanks as 0",
      [
        ["Commitment", "Discount", "Source"],
        [250_000, 0, 0],
      ],
      "Discount in row 2 of comparables is missing: give a fraction from 0 up to 1, such as 0.15 (0% where there was none).",
    ],
    [
      "no commitment",
      [
        ["Commitment", "Discount"],
        ["", 0.1],
      ],
      "Commitment in row 2 of comparables is missing: give the amount that was committed a year.",
    ],
    [
      "a discount of 10",
      [
        ["Commitment", "Discount"],
        [250_000, 10],
      ],
      "Discount in row 2 of comparables is 10: give a fraction from 0 up to 1, such as 0.1 for 10%.",
    ],
    [
      "a discount of 1",
      [
        ["Commitment", "Discount"],
        [250_000, 1],
      ],
      "Discount in row 2 of comparables is 1: give a fraction from 0 up to 1, such as 0.9 for 90%.",
    ],
    [
      "a negative commitment",
      [
        ["Commitment", "Discount"],
        [-1, 0.1],
      ],
      "Commitment in row 2 of comparables is -1: give an amount of 0 or more.",
    ],
    [
      "a misspelt heading",
      [
        ["Comitment", "Discount"],
        [250_000, 0.1],
      ],
      'Column 1 of comparables is headed "Comitment": did you mean Commitment? Then head it so, or leave the column out. Comparables has no column headed Commitment: include the headings in the range (for a table, Table[#All]).',
    ],
  ])("refuses %s", (_, cells, expected) => {
    expect(sentence(readComparables(cells))).toBe(expected);
  });
});

describe("readOffer()", () => {
  test.each([null, undefined, [[""]], [[0, 0]]])("takes %j for no bands", (bands) => {
    expect(known(readOffer("12%", "$300k", bands))).toEqual({
      commitmentUsd: 300_000,
      discountFraction: 0.12,
      bands: undefined,
    });
  });

  test("refuses a commitment and a discount below 0", () => {
    expect(sentence(readOffer(-0.1, -1, null))).toBe(
      "Commitment is -1: give an amount of 0 or more. Discount is -0.1: give a fraction from 0 up to 1, such as 0.9 for 90%.",
    );
  });

  test("refuses a discount of 100% and bands that cannot be read", () => {
    expect(sentence(readOffer(1, 300_000, [[0, 15]]))).toBe(
      "Discount is 1: give a fraction from 0 up to 1, such as 0.9 for 90%. Discount in row 1 of bands is 15: give a fraction from 0 up to 1, such as 0.15 for 15%.",
    );
  });
});
