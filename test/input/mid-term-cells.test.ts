import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeErrors } from "../../src/core/errors";
import type { Result } from "../../src/core/result";
import {
  readAddition,
  readBurndown,
  readDraws,
  readEqualPayments,
  readRate,
  readUnderWay,
} from "../../src/input/mid-term-cells";
import { readTermDeal } from "../../src/input/term-deal-cells";
import { known } from "../cases/door";

const BANDS = [
  [0, 0],
  [500_000, 0.15],
];
const [START, END] = [46_388, 46_752];
const words = (read: Result<unknown>): string =>
  read.ok ? "read" : describeErrors(read.errors, US_DOLLAR);
const column = (...values: readonly unknown[]) => values.map((value) => [value]);
const months = (usage: unknown, term: unknown = null, elapsed: unknown = null) =>
  readBurndown(usage, 500_000, BANDS, null, term, elapsed);
const underWay = ({
  usage = 50_000 as unknown,
  elapsed = 6 as unknown,
  target = 600_000 as unknown,
  terms = null as unknown,
  topUp = null as unknown,
}) => readUnderWay(usage, 300_000, elapsed, 500_000, target, BANDS, terms, topUp);
const draws = (paths: unknown, seed: unknown, term: number = 1) =>
  readDraws(readTermDeal(1, 1, BANDS, [["Term", term]]), paths, seed);

describe("a deal under way", () => {
  test.each<readonly [string, Result<unknown>, RegExp]>([
    [
      "a day before the term",
      readAddition(1, 1, START - 1, START, END),
      /^Added_on is 2026-12-31: give a day from start to end\.$/,
    ],
    [
      "a day after the term",
      readAddition(1, 1, END + 1, START, END),
      /^Added_on is 2028-01-01: give a day from start to end/,
    ],
    [
      "an end before the start",
      readAddition(1, 1, START, END, START),
      /^End is 2027-01-01: give the last day of the term, not before start/,
    ],
    [
      "a date in words",
      readAddition(1, 1, "15 May 2027", START, END),
      /^Added_on is "15 May 2027": give a date as Excel keeps it, such as DATE\(2027,1,1\)\.$/,
    ],
    ["a date of 1900", readAddition(1, 1, 60, 60, END), /Added_on is "60": give a date/],
    [
      "a date beyond Excel",
      readAddition(1, 1, START, START, 2_958_466),
      /End is "2958466": give a date/,
    ],
    ["no date", readAddition(1, 1, null, START, END), /Added_on is missing: give a date/],
    [
      "an error for a date",
      readAddition(1, 1, "#N/A", START, END),
      /Added_on holds the error #N\/A/,
    ],
    [
      "a negative commitment to add to",
      readAddition(-1, 1, START, START, END),
      /^Commitment is -1/,
    ],
    ["no start", readAddition(1, 1, START, null, END), /^Start is missing: give a date/],
    [
      "a negative commitment under way",
      readUnderWay(1, -1, 6, -1, 600_000, BANDS),
      /^Used is -1: give an amount of 0 or more\. Commitment is -1: give an amount of 0 or more\.$/,
    ],
    [
      "a negative commitment to burn down",
      readBurndown(1, -1, BANDS, null, null, null),
      /^Commitment is -1: give an amount of 0 or more\.$/,
    ],
    ["a negative addition", readAddition(1, -1, START, START, END), /Added is -1/],
    [
      "months out of a term",
      underWay({ elapsed: 13 }),
      /Elapsed is 13: give a number from 0 to 12/,
    ],
    ["months below 0", underWay({ elapsed: -1 }), /Elapsed is -1/],
    ["a negative usage", underWay({ usage: -1 }), /Usage is -1/],
    ["a percentage as a target", underWay({ target: "15%" }), /Target is "15%": give an amount/],
    ["a negative top-up", underWay({ topUp: -5 }), /Top_up is -5/],
    [
      "a top-up beside step-up",
      underWay({ topUp: 1, terms: [["Overage", "step-up"]] }),
      /^Top_up cannot be priced beside step-up overage: change one of them/,
    ],
    [
      "a top-up beside re-rate",
      underWay({ topUp: 1, terms: [["Overage", "re-rate"]] }),
      /beside re-rate overage/,
    ],
    [
      "empty months",
      months(column(1, 2, 0, 0)),
      /^Elapsed is missing: give how many months are past, since the last 2 entries of usage are empty\.$/,
    ],
    ["one empty month", months(column(1, 2, null)), /since the last entry of usage is empty\.$/],
    ["no usage at all", months(0), /since the last entry of usage is empty\.$/],
    [
      "usage after the months past",
      months(column(1, 2, 3), null, 2),
      /^Item 3 of usage is after the months past, which elapsed says: give a blank there, or count its month in elapsed\.$/,
    ],
    [
      "more months past than entries",
      months(column(1, 2), null, 3),
      /^Usage has 2 entries: give one for each of the 3 months past, which elapsed says/,
    ],
    [
      "more months than the term",
      months(column(1, 2, 3), 2),
      /^Usage has 3 entries: give at most 2, the months of the commitment, or more months/,
    ],
    [
      "no months past",
      months(column(1, 2), null, 0),
      /Elapsed is 0: give a whole number from 1 to 120/,
    ],
    ["a term of half a month", months(column(1), 11.5), /Months is 11\.5: give a whole number/],
    [
      "a block of months",
      months([
        [1, 2],
        [3, 4],
      ]),
      /Usage has 4 entries: give one row or one column, no block/,
    ],
    [
      "a rate of 8 for 8%",
      readRate(8),
      /Rate is 8: give a fraction from 0 to 1, such as 0\.08 for 8%/,
    ],
    ["a rate below 0", readRate(-0.01), /Rate is -0\.01/],
    [
      "an upfront payment",
      readEqualPayments("Upfront"),
      /Payment is "upfront": give annual in advance, .* or monthly in arrears/,
    ],
    ["a true-up", readEqualPayments("true up"), /Payment is "true-up": give annual in advance/],
    [
      "a payment without its end",
      readEqualPayments("monthly"),
      /Payment is "monthly": give annual in advance/,
    ],
    ["one path", draws(1, 1), /Paths is 1: give a whole number from 2 to 100,000/],
    ["half a path", draws(10.5, 1), /Paths is 10\.5/],
    [
      "too many draws",
      draws(100_000, 1, 10),
      /Paths is 100,000: give at most 50000 for 10 periods/,
    ],
    ["a seed below 0", draws(10, -1), /Seed is -1: give a whole number from 0 to 4,294,967,295/],
    ["a seed of 33 bits", draws(10, 2 ** 32), /Seed is 4,294,967,296/],
  ])("refuses %s", (_, read, sentence) => {
    expect(words(read)).toMatch(sentence);
  });

  test("reads days with a time, months to come, and what is left out", () => {
    expect(known(readAddition("$1k", 0, START + 0.5, START, END)).addedOn).toBe(START);
    expect(known(months(column(1, 2, 0, 0), null, 3)).usagesUsd).toEqual([1, 2, 0]);
    expect(known(months(5)).months).toBe(12);
    expect(known(underWay({ topUp: "" })).topUpUsd).toBe(0);
    expect(known(readEqualPayments(null))).toBe("monthly in arrears");
    expect(known(draws(null, null))).toMatchObject({ paths: 4096, seed: 1 });
  });
});
