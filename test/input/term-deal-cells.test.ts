import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeErrors } from "../../src/core/errors";
import { settle } from "../../src/core/settle";
import { readPeriod } from "../../src/input/period-cells";
import { readTermDeal } from "../../src/input/term-deal-cells";
import { readTerms } from "../../src/input/terms-cells";
import { known } from "../cases/door";

const BANDS = [
  [0, 0],
  [250_000, 0.1],
  [500_000, 0.15],
  [1_000_000, 0.2],
];
const column = (...values: readonly unknown[]) => values.map((value) => [value]);
const months = (count: number, value: unknown = 50_000) =>
  Array.from({ length: count }, () => [value]);

function refusal(
  usage: unknown,
  commitment: unknown,
  terms: unknown = null,
  listIndex: unknown = null,
  bands: unknown = BANDS,
): string {
  const read = readTermDeal(usage, commitment, bands, terms, listIndex);
  return read.ok ? "read" : describeErrors(read.errors, US_DOLLAR);
}

function periods(usage: unknown, commitment: unknown, terms: unknown = null): readonly number[] {
  return known(readTermDeal(usage, commitment, BANDS, terms)).usageUsd;
}

describe("readTermDeal()", () => {
  const Y = 500_000;
  test.each<readonly [string, unknown, unknown, unknown, unknown, RegExp]>([
    [
      "12 usages are 12 years",
      months(12),
      Y,
      null,
      null,
      /^Usage has 12 entries: give at most 10, one a year; for months add the term Period, month\.$/,
    ],
    ["a usage below 0", -1, Y, null, null, /^Usage is -1: give an amount of 0 or more\.$/],
    [
      "11 commitments",
      6e5,
      column(...Array.from({ length: 11 }, () => Y)),
      null,
      null,
      /^Commitment has 11 entries: give at most 10, one a contract year\.$/,
    ],
    [
      "130 months",
      months(130),
      Y,
      [["Period", "month"]],
      null,
      /^Usage has 130 entries: give at most 120, one a month\.$/,
    ],
    [
      "18 months",
      months(18),
      Y,
      [["Period", "month"]],
      null,
      /^Usage has 18 entries: give one a month of whole years, or the term Term, 1\.5\.$/,
    ],
    [
      "5 quarters",
      months(5),
      Y,
      [["Period", "quarter"]],
      null,
      /^Usage has 5 entries: give one a quarter of whole years, or the term Term, 1\.25\.$/,
    ],
    [
      "a ramp longer than the usage",
      column(1, 2),
      column(Y, Y, Y),
      null,
      null,
      /^Commitment has 3 entries: give one number, or 2, one a contract year\.$/,
    ],
    [
      "a ramp longer than the term",
      6e5,
      column(Y, Y, Y),
      [["Term", 2]],
      null,
      /^Commitment has 3 entries: give one number, or 2, one a contract year\.$/,
    ],
    [
      "a ramp longer than one year",
      6e5,
      column(Y, Y),
      [["Term", 1]],
      null,
      /^Commitment has 2 entries: give 1, one a contract year\.$/,
    ],
    [
      "usage of other years than Term",
      column(1, 2),
      Y,
      [["Term", 3]],
      null,
      /^Usage has 2 entries: give one number, or 3, one a year\.$/,
    ],
    [
      "usage longer than a part-year",
      months(24),
      Y,
      [
        ["Period", "month"],
        ["Term", 1.5],
      ],
      null,
      /^Usage has 24 entries: give one number, or 18, one a month\.$/,
    ],
    [
      "Term of half a year in years",
      6e5,
      Y,
      [["Term", 1.5]],
      null,
      /^Term of terms is 1\.5: give whole years, or a shorter Period such as month\.$/,
    ],
    [
      "Term of no whole months",
      5e4,
      Y,
      [
        ["Period", "month"],
        ["Term", 1.6],
      ],
      null,
      /^Term of terms is 1\.6: give whole months, such as 20\/12\.$/,
    ],
    [
      "Term 0",
      5e4,
      Y,
      [["Term", 0]],
      null,
      /Term in row 1 of terms is 0: give years above 0 and up to 10/,
    ],
    ["Term 11", 5e4, Y, [["Term", 11]], null, /Term in row 1 of terms is 11/],
    ["Term below 0", 5e4, Y, [["Term", -1]], null, /Term in row 1 of terms is -1/],
    [
      "growth beside a path",
      column(1, 2),
      Y,
      [["Usage growth", 0.1]],
      null,
      /^Usage growth cannot be priced beside usage of each year: change one of them\.$/,
    ],
    [
      "growth typed as a percent",
      6e5,
      Y,
      [["Usage growth", 20]],
      null,
      /is 20: give a fraction above -1 and up to 4/,
    ],
    [
      "growth to nothing",
      6e5,
      Y,
      [["Usage growth", "-100%"]],
      null,
      /is -1: give a fraction above -1/,
    ],
    [
      "usage that outgrows cents",
      9e14,
      Y,
      [
        ["Term", 10],
        ["Usage growth", 1],
      ],
      null,
      /Item 2 of usage is 1800000000000000: give an amount up to/,
    ],
    [
      "a quarterly test of years",
      6e5,
      Y,
      [["Commitment test", "quarterly"]],
      null,
      /^A quarterly Commitment test cannot be priced beside usage of each year: change one/,
    ],
    [
      "a monthly test of quarters",
      6e5,
      Y,
      [
        ["Commitment test", "monthly"],
        ["Period", "quarter"],
      ],
      null,
      /^A monthly Commitment test cannot be priced beside usage of each quarter: change one/,
    ],
    [
      "step-up in a pooled term",
      column(1, 2),
      Y,
      [
        ["Overage", "step-up"],
        ["Commitment test", "total contract"],
      ],
      null,
      /Step-up overage .* beside a total contract Commitment test/,
    ],
    [
      "re-rate beside rollover",
      column(1, 2),
      Y,
      [
        ["Overage", "re-rate"],
        ["Rollover share", 0.5],
      ],
      null,
      /Re-rate overage .* beside a Rollover share/,
    ],
    [
      "step-up in a part-year",
      months(18),
      Y,
      [
        ["Period", "month"],
        ["Term", 1.5],
        ["Overage", "step-up"],
      ],
      null,
      /beside a part-year/,
    ],
    [
      "a block of usage",
      [
        [1, 2],
        [3, 4],
      ],
      Y,
      null,
      null,
      /^Usage has 4 entries: give one row or one column, no block\.$/,
    ],
    ["a negative usage", column(1, -2), Y, null, null, /Item 2 of usage is -2/],
    ["a negative commitment", 1, column(1, -2), null, null, /Item 2 of commitment is -2/],
    [
      "usage in words",
      column("Usage", 2),
      Y,
      null,
      null,
      /Item 1 of usage is "Usage": give a number/,
    ],
    [
      "an index of 0",
      6e5,
      Y,
      [["Term", 2]],
      column(1, 0),
      /Item 2 of list_index is 0: give an index above 0/,
    ],
    [
      "an index of 100 at signing",
      6e5,
      Y,
      [["Term", 2]],
      column(100, 80),
      /Item 1 of list_index is 100: give an index above 0 and up to 10 that is 1 at signing/,
    ],
    [
      "an index of other years",
      6e5,
      Y,
      [["Term", 3]],
      column(1, 0.9),
      /List_index has 2 entries: give 3, one a year/,
    ],
    [
      "an index of neither months nor years",
      months(24),
      Y,
      [["Period", "month"]],
      column(1, 0.9, 0.8),
      /^List_index has 3 entries: give 24, one a month, or 2, one a year\.$/,
    ],
    [
      "an index beside a change",
      6e5,
      Y,
      [
        ["Term", 2],
        ["List price change", 0.1],
      ],
      column(1, 0.9),
      /^List price change cannot be priced beside list_index: change one of them\.$/,
    ],
    [
      "a discount that reaches 100%",
      6e5,
      Y,
      [
        ["Term", 4],
        ["Renewal every", 1],
        ["Renewal uplift ask", -0.3],
        ["Uplift on", "discount"],
      ],
      null,
      /Renewal uplift ask of terms is -0\.3: give one closer to 0, which takes no discount to 100% in year 4/,
    ],
    [
      "a start at the end of time",
      6e5,
      Y,
      [
        ["Term", 10],
        ["Start date", 2_958_000],
      ],
      null,
      /^Start date of terms is too late: give a date from which the term ends/,
    ],
    [
      "a start before March 1900",
      6e5,
      Y,
      [["Start date", 60]],
      null,
      /Start date in row 1 of terms is "60": give a date as Excel keeps it/,
    ],
    ["a start in words", 6e5, Y, [["Start date", "1 Jan 2027"]], null, /"1 Jan 2027": give a date/],
    [
      "an unknown row",
      6e5,
      Y,
      [["Rolover share", 1]],
      null,
      /not a term: did you mean Rollover share\?/,
    ],
    [
      "a cap in words",
      6e5,
      Y,
      [["Renewal uplift cap", "three"]],
      null,
      /Renewal uplift cap in row 1 of terms is "three": give a number/,
    ],
    [
      "a share typed as a percent",
      6e5,
      Y,
      [["Rollover share", 50]],
      null,
      /is 50: give a fraction from 0 to 1, such as 0\.5 for 50%/,
    ],
    [
      "a life of 0",
      6e5,
      Y,
      [["Rollover life", 0]],
      null,
      /is 0: give a whole number from 1 to 120/,
    ],
    [
      "a life of half a test",
      6e5,
      Y,
      [["Rollover life", 1.5]],
      null,
      /is 1\.5: give a whole number from 1 to 120/,
    ],
    [
      "a lock of 18 months",
      6e5,
      Y,
      [["Price path lasts", 1.5]],
      null,
      /whole years from 1 to 10, since list prices change by the year/,
    ],
    [
      "a payment that does not exist",
      6e5,
      Y,
      [["Payment", "weekly"]],
      null,
      /is "weekly": give annual in advance, .* or true-up/,
    ],
    [
      "a persistence above 1",
      6e5,
      Y,
      [["Usage persistence", 1.2]],
      null,
      /is 1\.2: give a fraction from 0 to 1/,
    ],
    [
      "a column of the whole deal",
      6e5,
      Y,
      null,
      null,
      /headed "Payment", which is one for the whole term: give it in terms/,
    ],
    [
      "a slip in a column",
      6e5,
      Y,
      null,
      null,
      /headed "Rolover share": did you mean Rollover share\?/,
    ],
  ])("refuses %s", (name, usage, commitment, terms, index, sentence) => {
    const heading = /^a (column of the whole deal|slip in a column)$/.exec(name)?.[1];
    const headed = [
      [
        "Threshold",
        "Discount",
        "Name",
        heading?.startsWith("column") ? "Payment" : "Rolover share",
      ],
      [0, 0.1, "", "upfront"],
    ];
    const words = refusal(usage, commitment, terms, index, heading ? headed : BANDS);
    expect(words).toMatch(sentence);
    expect(words).toMatch(/^[A-Z0-9"].*\.$/);
  });

  test.each<readonly [string, unknown, unknown, unknown, readonly number[]]>([
    ["one number as one year", 6e5, Y, null, [6e5]],
    ["a cell as one number", [[6e5]], [[Y]], null, [6e5]],
    ["a row", [[1, 2, 3]], Y, null, [1, 2, 3]],
    ["text with a unit", column("$600k", "0.5M"), Y, null, [6e5, 5e5]],
    ["years by the commitment", 6e5, [[Y, Y]], null, [6e5, 6e5]],
    [
      "growth at each anniversary",
      100,
      Y,
      [
        ["Term", 3],
        ["Usage growth", "50%"],
      ],
      [100, 150, 225],
    ],
    [
      "growth by the year of a quarter",
      100,
      Y,
      [
        ["Term", 1.25],
        ["Period", "quarter"],
        ["Usage growth", 1],
      ],
      [100, 100, 100, 100, 200],
    ],
    ["blank entries as 0", column(null, 5, null), Y, null, [0, 5, 0]],
    ["blanks as the desktop sends them", column(0, 5, 0), Y, null, [0, 5, 0]],
    [
      "a whole column up to its end",
      Array.from({ length: 1_048_576 }, (_, row) => [row < 2 ? 7 : 0]),
      Y,
      null,
      [7, 7],
    ],
    ["years of no usage", column(0, 0), Y, null, [0, 0]],
    [
      "Term in the first row",
      6e5,
      Y,
      [
        ["Term", 2],
        ["Payment", "upfront"],
      ],
      [6e5, 6e5],
    ],
    [
      "Term under a heading",
      6e5,
      Y,
      [
        ["Term", "Value"],
        ["Term", "2"],
      ],
      [6e5, 6e5],
    ],
  ])("reads %s", (_, usage, commitment, terms, expected) => {
    expect(periods(usage, commitment, terms)).toEqual(expected);
  });

  test.each<readonly [string, unknown, string, unknown]>([
    ["yes as TRUE", true, "Floor re-based", "yes"],
    ["no as FALSE", false, "Rollover only on renewal", "no"],
    ["a word in other letters", "Rollover-First", "Rollover order", "rollover first"],
    ["percent text", "3%", "Renewal uplift cap", 0.03],
    ["none", "none", "Renewal uplift cap", null],
    ["0 renewals as none", 0, "Renewal every", null],
    ["a blank date from the desktop", 0, "Start date", null],
    ["a day with a time", 46_388.75, "Start date", 46_388],
    ["a share of 0", 0, "Rollover share", 0],
    ["a cap of 0", 0, "Renewal uplift cap", 0],
    ["a fall", "(20%)", "List price change", -0.2],
  ])("reads %s", (_, value, term, expected) => {
    expect(known(readTerms([[term, value]]))).toMatchObject({ [term]: expected });
  });

  test("takes a blank, and a 0 in place of a word, for the default", () => {
    const { plan } = known(
      readTermDeal(1, 1, BANDS, [
        ["Rollover order", 0],
        ["Rollover life", ""],
        ["Usage persistence", null],
      ]),
    );
    expect(plan.policies).toMatchObject({
      "Rollover order": "commitment first",
      "Rollover life": 1,
      "Usage persistence": 1,
    });
  });

  test("takes a list index of nothing but blanks, or the zeros of the desktop, for none", () => {
    const index = (listIndex: unknown): readonly number[] =>
      known(readTermDeal(1, [[1], [1]], BANDS, null, listIndex)).plan.listIndex;
    for (const blank of [null, "", 0, column(null, null), column(0, 0)])
      expect(index(blank)).toEqual([1, 1]);
    expect(index(column("80%", 0.5))).toEqual([0.8, 0.5]);
  });

  test("gives each band its own policies, and the agreement's where it has none", () => {
    const bands = [
      ["Threshold", "Discount", "Name", "Rollover share (%)", "Price path", "Price path lasts"],
      [0, 0, "a", "", "", ""],
      [5e5, 0.1, "b", 50, "Locked", 2],
      [1e6, 0.2, "c", 0, "lower of", ""],
    ];
    const { plan } = known(readTermDeal(1, 1, bands, [["Price path lasts", 3]]));
    expect(
      plan.bands.map((band) => [
        band["Rollover share"],
        band["Price path"],
        band["Price path lasts"],
      ]),
    ).toEqual([
      [0, "percent off list", 3],
      [0.5, "locked", 2],
      [0, "lower of", 3],
    ]);
  });
});

describe("functions of one period", () => {
  test("check the terms of several years and ignore them", () => {
    const cost = (terms: unknown, bands: unknown = BANDS): number => {
      const { usageUsd, commitmentUsd, agreement } = known(readPeriod(8e5, 5e5, bands, terms));
      return settle(usageUsd, commitmentUsd, agreement).costUsd;
    };
    const plain = cost(null);
    expect(
      cost([
        ["Rollover share", 1],
        ["Term", 3],
        ["Payment", "upfront"],
      ]),
    ).toBe(plain);
    expect(
      cost(null, [
        ["Threshold", "Discount", "Name", "Price path"],
        [0, 0, "", ""],
        [5e5, 0.15, "", "locked"],
      ]),
    ).toBe(plain);
    expect(readPeriod(8e5, 5e5, BANDS, [["Rollover share", 2]]).ok).toBe(false);
  });
});
