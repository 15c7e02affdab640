import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeError } from "../../src/core/errors";
import { isRangeHeading, readDiscountRanges } from "../../src/deal/discount-range";
import { readBands } from "../../src/input/bands-cells";
import { good } from "../core/deals";

const read = (...rows: readonly (readonly unknown[])[]) =>
  readDiscountRanges(
    good(readBands([["Threshold", "Offered", "Name", ...(rows[0] ?? [])], ...rows.slice(1)])),
  );

/** What is said of one cell in the column Target of row 3. */
const saidOf = (cell: unknown): string =>
  read(["Target"], [0, 0, ""], [500_000, 0.15, "", cell])
    .errors.map((one) => describeError(one, US_DOLLAR))
    .join(" ");

describe("readDiscountRanges()", () => {
  test("reads a target and a walk-away beside the discount offered, as numbers and as people type them", () => {
    expect(
      read(
        ["target discount", "Walk away"],
        [0, 0, "", "", ""],
        [250_000, 0.1, "", 0.12, "9%"],
        [500_000, "15%", "", "18.5%", ""],
      ),
    ).toEqual({
      ranges: [
        {
          row: 3,
          thresholdUsd: 250_000,
          offeredFraction: 0.1,
          targetFraction: 0.12,
          walkAwayFraction: 0.09,
        },
        {
          row: 4,
          thresholdUsd: 500_000,
          offeredFraction: 0.15,
          targetFraction: 0.185,
          walkAwayFraction: undefined,
        },
      ],
      errors: [],
    });
  });

  test.each(["Target", "TARGET DISCOUNT", "Target-discount", " target "])(
    "knows the heading %s",
    (heading) => {
      expect(read([heading], [500_000, 0.15, "", 0.18]).ranges).toMatchObject([
        { targetFraction: 0.18 },
      ]);
    },
  );

  test.each(["Walk-away", "walk away discount", "Walkaway"])("knows the heading %s", (heading) => {
    expect(read([heading], [500_000, 0.15, "", 0.13]).ranges).toMatchObject([
      { walkAwayFraction: 0.13 },
    ]);
  });

  test("finds nothing in bands without such columns, nor under another heading", () => {
    expect(read(["Target customer"], [500_000, 0.15, "", "banks"])).toEqual({
      ranges: [],
      errors: [],
    });
  });

  test.each([
    [15, "Target in row 3 of bands is 15: give a fraction from 0 up to 1, such as 0.15 for 15%."],
    [
      "18-20%",
      'Target in row 3 of bands is "18-20%", which is more than one discount: give one, such as 0.18 or 18%.',
    ],
    [
      "18% to 20%",
      'Target in row 3 of bands is "18% to 20%", which is more than one discount: give one, such as 0.18 or 18%.',
    ],
    [
      "0.18-0.2",
      'Target in row 3 of bands is "0.18-0.2", which is more than one discount: give one, such as 0.18 or 18%.',
    ],
    [
      "18 % - 20 %",
      'Target in row 3 of bands is "18 % - 20 %", which is more than one discount: give one, such as 0.18 or 18%.',
    ],
    ["about 18-20%", 'Target in row 3 of bands is "about 18-20%": give a number.'],
    ["18-20% or so", 'Target in row 3 of bands is "18-20% or so": give a number.'],
    ["about 18", 'Target in row 3 of bands is "about 18": give a number.'],
    ["$18", 'Target in row 3 of bands is "$18": give a fraction, such as 0.15 or 15%.'],
    [
      -0.1,
      "Target in row 3 of bands is -0.1: give a fraction from 0 up to 1, such as 0.15 for 15%.",
    ],
    [1, "Target in row 3 of bands is 1: give a fraction from 0 up to 1, such as 0.15 for 15%."],
    ["#N/A", "Target in row 3 of bands holds the error #N/A: mend that cell first."],
  ])("says with its row what is wrong with %s", (cell, sentence) => {
    expect(saidOf(cell)).toBe(sentence);
  });

  test("says which column is wrong, and takes a discount of 0%", () => {
    const wrong = read(["Walk-away"], [500_000, 0.15, "", 15]).errors.map((one) =>
      describeError(one, US_DOLLAR),
    );
    expect(wrong).toEqual([
      "Walk-away in row 2 of bands is 15: give a fraction from 0 up to 1, such as 0.15 for 15%.",
    ]);
    expect(read(["Target"], [500_000, 0.15, "", "0%"])).toMatchObject({
      ranges: [{ targetFraction: 0 }],
      errors: [],
    });
  });

  test("keeps what it can read of a row that is wrong", () => {
    expect(read(["Target", "Walk-away"], [500_000, 0.15, "", "high", 0.13]).ranges).toMatchObject([
      { targetFraction: undefined, walkAwayFraction: 0.13 },
    ]);
  });

  test("leaves the bands readable for every function, whatever stands in these columns", () => {
    const bands = readBands([
      ["Threshold", "Discount", "Name", "Target", "Walk-away"],
      [500_000, 0.15, "", 15, "18-20%"],
    ]);
    expect(good(bands).bands.at(-1)?.texts).toEqual([
      { heading: "Target", text: "15" },
      { heading: "Walk-away", text: "18-20%" },
    ]);
  });
});

describe("isRangeHeading()", () => {
  test.each([
    ["Target", true],
    ["target discount", true],
    ["Walk-away", true],
    [" Walk away discount ", true],
    ["Target customer", false],
    ["Discount", false],
    ["", false],
  ])("of %j is %s", (heading, expected) => {
    expect(isRangeHeading(heading)).toBe(expected);
  });
});
