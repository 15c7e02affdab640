import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeError, describeErrors, type PricingError } from "../../src/core/errors";
import { describeCauses } from "../../src/core/faults/describe-causes";

const SENTENCES: readonly (readonly [PricingError, string])[] = [
  [
    { kind: "noSuchThreshold", thresholdUsd: 300_000, nearestUsd: 250_000 },
    "No band starts at the threshold 300,000: give one that stands in bands, such as 250,000.",
  ],
  [
    { kind: "noSuchThreshold", thresholdUsd: 300_000, nearestUsd: undefined },
    "No band starts at the threshold 300,000: give one that stands in bands.",
  ],
  [
    {
      kind: "unknownName",
      argument: "column",
      given: "Discont",
      nearest: "Discount",
      known: ["Threshold", "Discount"],
    },
    'Column is "Discont": did you mean Discount? Known: Threshold, Discount.',
  ],
  [
    {
      kind: "unknownName",
      argument: "term",
      given: "x",
      nearest: undefined,
      known: ["Basis", "Overage"],
    },
    'Term is "x". Known: Basis, Overage.',
  ],
  [
    { kind: "noHeadingForColumn", column: "Overage" },
    "Bands has no header row, so nothing says where its Overage would stand: include the header row (for a table, Table[#All]).",
  ],
  [
    { kind: "missing", place: { argument: "usages" }, expected: "a row of amounts" },
    "Usages is missing: give a row of amounts.",
  ],
  [
    { kind: "notANumber", place: { argument: "usage" }, given: "lots" },
    'Usage is "lots": give a number.',
  ],
  [
    {
      kind: "ambiguousNumber",
      place: { argument: "usage" },
      given: "500.000",
      readings: [500, 500_000],
    },
    'Usage is "500.000", which may mean 500 or 500,000: write 500 or 500000.',
  ],
  [
    {
      kind: "swappedSeparators",
      place: { argument: "bands", field: "discount", row: 2 },
      given: "10,5 %",
      written: "10.5 %",
    },
    'Discount in row 2 of bands is "10,5 %": write 10.5 %, with a point before decimals and a comma between thousands.',
  ],
  [
    { kind: "wrongUnit", place: { argument: "usage" }, given: "15%", wanted: "amount" },
    'Usage is "15%": give an amount in USD, such as 250000 or 250k.',
  ],
  [
    {
      kind: "wrongUnit",
      place: { argument: "bands", field: "discount", row: 2 },
      given: "$15",
      wanted: "fraction",
    },
    'Discount in row 2 of bands is "$15": give a fraction, such as 0.15 or 15%.',
  ],
  [
    { kind: "cellError", place: { argument: "bands", field: "threshold", row: 3 }, code: "#REF!" },
    "Threshold in row 3 of bands holds the error #REF!: mend that cell first.",
  ],
  [
    { kind: "negativeAmount", place: { argument: "commitments", row: 4 }, amountUsd: -5 },
    "Item 4 of commitments is -5: give an amount of 0 or more.",
  ],
  [
    { kind: "amountTooLarge", place: { argument: "usage" }, amountUsd: 1e16 },
    "Usage is 10000000000000000: give an amount up to 1,000,000,000,000,000, beyond which cents are lost.",
  ],
  [
    { kind: "discountOutOfRange", row: 3, discountFraction: 15 },
    "Discount in row 3 of bands is 15: give a fraction from 0 up to 1, such as 0.15 for 15%.",
  ],
  [
    { kind: "discountOutOfRange", row: 3, discountFraction: 12.5 },
    "Discount in row 3 of bands is 12.5: give a fraction from 0 up to 1, such as 0.125 for 12.5%.",
  ],
  [
    { kind: "unsortedThresholds", thresholdsUsd: [500_000, 250_000], rows: [2, 3] },
    "Threshold in row 3 of bands (250,000) is below the one in row 2 (500,000): sort the bands by threshold, lowest first.",
  ],
  [
    { kind: "repeatedThreshold", thresholdUsd: 500_000, rows: [2, 5] },
    "Threshold 500,000 stands in rows 2 and 5 of bands: keep one of them.",
  ],
  [
    { kind: "noBands" },
    "Bands holds no band: give rows of threshold (USD) and discount (fraction).",
  ],
  [
    {
      kind: "tooFewColumns",
      argument: "terms",
      columns: 1,
      expected: "two columns, term and value",
    },
    "Terms has 1 column: give two columns, term and value.",
  ],
  [
    { kind: "tooFewColumns", argument: "terms", columns: 3, expected: "two columns" },
    "Terms has 3 columns: give two columns.",
  ],
  [
    { kind: "columnsWithoutHeader", columns: 5 },
    "Bands has 5 columns and no header row: include the header row (for a table, Table[#All]), or give threshold, discount and name only.",
  ],
  [
    { kind: "basisColumn" },
    "Bands has a column Basis, but the basis is one for the whole agreement: give it in terms.",
  ],
  [
    { kind: "repeatedHeading", argument: "bands", heading: "Overage", columns: [3, 5] },
    "Bands has the heading Overage twice (columns 3 and 5): keep one of them.",
  ],
  [
    { kind: "unknownTerm", row: 2, given: "Overrage", nearest: "Overage" },
    '"Overrage" in row 2 of terms is not a term: did you mean Overage? Known terms: Basis, Overage, Overage premium, Forfeited share, and those of several years, such as Rollover share.',
  ],
  [
    { kind: "unknownTerm", row: 2, given: "Overdraft", nearest: undefined },
    '"Overdraft" in row 2 of terms is not a term. Known terms: Basis, Overage, Overage premium, Forfeited share, and those of several years, such as Rollover share.',
  ],
  [
    { kind: "givenTwice", argument: "terms", what: "Basis", rows: [1, 3] },
    "Basis is given twice, in rows 1 and 3 of terms: keep one of them.",
  ],
  [
    {
      kind: "unknownChoice",
      place: { argument: "terms", field: "Basis", row: 1 },
      given: "gross",
      choices: ["net", "list"],
    },
    'Basis in row 1 of terms is "gross": give net or list.',
  ],
  [
    {
      kind: "fractionOutOfRange",
      place: { argument: "terms", field: "Forfeited share", row: 4 },
      given: 50,
      least: 0,
      most: 1,
    },
    "Forfeited share in row 4 of terms is 50: give a fraction from 0 to 1, such as 0.5 for 50%.",
  ],
  [
    { kind: "premiumNotPriced", overage: "step-up", row: 4 },
    "An overage premium does not apply to step-up overage (row 4 of bands): set the premium to 0, or the overage to list or committed.",
  ],
  [
    { kind: "premiumNotPriced", overage: "re-rate", row: undefined },
    "An overage premium does not apply to re-rate overage: set the premium to 0, or the overage to list or committed.",
  ],
  ...([1, 100, 0.5, -0.2, 150] as const).map((given): readonly [PricingError, string] => [
    { kind: "discountOutOfRange", row: 1, discountFraction: given },
    `Discount in row 1 of bands is ${given}: give a fraction from 0 up to 1, such as 0.15 for 15%.`,
  ]),
  [
    { kind: "negativeAmount", place: { argument: "usage" }, amountUsd: -0.123456 },
    "Usage is -0.123456: give an amount of 0 or more.",
  ],
  [
    { kind: "missing", place: { argument: "bands", field: "Discount" }, expected: "a fraction" },
    "Discount of bands is missing: give a fraction.",
  ],
  [
    {
      kind: "numberOutOfRange",
      place: { argument: "steps" },
      given: 2.5,
      expected: "a whole number",
    },
    "Steps is 2.5: give a whole number.",
  ],
  [
    { kind: "targetNotAbove", targetUsd: 250_000, commitmentUsd: 500_000 },
    "Target is 250,000: give an amount above the commitment, which is 500,000.",
  ],
  [
    { kind: "targetNotAbove", targetUsd: 0, commitmentUsd: 0 },
    "Target is 0: give an amount above 0.",
  ],
  [
    { kind: "zerosInARow", argument: "forecast", zeros: 1_048_570 },
    "Forecast has 1,048,570 zeros in a row, which Excel gives for blank cells: give the range without its blank cells.",
  ],
  [
    { kind: "tooManyCells", rows: 2000, columns: 1000, most: 1_000_000 },
    "The table would have 2,000 rows and 1,000 columns: give at most 1,000,000 cells.",
  ],
  [
    {
      kind: "unknownLabel",
      row: 2,
      given: "Skewness",
      nearest: undefined,
      known: ["Mean", "CV"],
    },
    '"Skewness" in row 2 of forecast is not a label. Known labels: Mean, CV.',
  ],
  [
    { kind: "discountOutOfRange", row: 2, discountFraction: 1 },
    "Discount in row 2 of bands is 1: give a fraction from 0 up to 1, such as 0.15 for 15%.",
  ],
  [
    { kind: "discountOutOfRange", row: 2, discountFraction: 1, given: "100%" },
    "Discount in row 2 of bands is 100%: a discount is below 100%, such as 0.15 or 15%.",
  ],
  [
    { kind: "discountOutOfRange", row: 2, discountFraction: -0.1, given: "-10%" },
    "Discount in row 2 of bands is -10%: give a fraction from 0 up to 1, such as 0.15 for 15%.",
  ],
  [
    { kind: "discountOutOfRange", row: 2, discountFraction: 1.5 },
    "Discount in row 2 of bands is 1.5, which is 150%: a discount is below 100%, such as 0.15 or 15%.",
  ],
  [
    { kind: "discountOutOfRange", row: 2, discountFraction: 2 },
    "Discount in row 2 of bands is 2: give a fraction from 0 up to 1, such as 0.02 for 2%.",
  ],
  [
    {
      kind: "severalDiscounts",
      place: { argument: "bands", field: "discount", row: 3 },
      given: "18%/20%",
    },
    'Discount in row 3 of bands is "18%/20%", which is more than one discount: give one, such as 0.18 or 18%.',
  ],
  [
    { kind: "unevenEnd", row: 2, endUsd: 499_999, nextUsd: 600_000, nextRow: 3 },
    "The band in row 2 of bands ends at 499,999, and the one in row 3 starts at 600,000: let each band end where the next one starts.",
  ],
  [
    { kind: "unevenEnd", row: 2, endUsd: 100, nextUsd: 600, nextRow: 2 },
    "The band in row 2 of bands ends at 100, below its start at 600: mend one of them.",
  ],
  [
    {
      kind: "misspeltHeading",
      argument: "bands",
      heading: "Overrage",
      column: 3,
      nearest: "Overage",
    },
    'Column 3 of bands is headed "Overrage": did you mean Overage? Then head it so, or leave the column out.',
  ],
  [
    {
      kind: "percentOrFraction",
      place: { argument: "bands", field: "discount", row: 2 },
      given: [0.5],
    },
    "Discount in row 2 of bands is 0.5 under a heading with %: write 0.5% or 50%.",
  ],
  [
    { kind: "footer", row: 6, given: "Total", fault: "total" },
    '"Total" in row 6 of bands is no sum of the bands above it: leave that row out of the range.',
  ],
  [
    { kind: "footer", row: 6, given: "Floor 5", fault: "figures" },
    '"Floor 5" in row 6 of bands is a note with a figure: leave it out.',
  ],
  [
    { kind: "unfitHeading", argument: "usages", heading: "Usage ($k)", fault: "scaled" },
    'Usages is headed "Usage ($k)": write its amounts in full, such as 250000 or 250k, and take the unit out of the heading.',
  ],
  ...(
    [
      ["partOfAYear", "give the amounts of a year, and head them so"],
      ["severalYears", "give the amount of each year, and head it so"],
      ["above", "give the amount from which the discount applies, and head it From"],
      ["upperEnds", "give the amount from which each discount applies, and head it From"],
      ["paid", "give the discount, such as 0.1 where 90% is paid, and head it Discount"],
      [
        "percent",
        "a threshold is an amount, so head the column Threshold, or the discount Discount",
      ],
    ] as const
  ).map(
    ([fault, advice]) =>
      [
        { kind: "unfitHeading", argument: "bands", heading: "X", column: 2, fault },
        `Column 2 of bands is headed "X": ${advice}.`,
      ] as const,
  ),
  [
    { kind: "termColumn", term: "Payment", column: 4 },
    'Column 4 of bands is headed "Payment", which is one for the whole term: give it in terms.',
  ],
  [
    {
      kind: "numberOutOfRange",
      place: { argument: "end" },
      given: "2027-01-01",
      expected: "a later day",
    },
    "End is 2027-01-01: give a later day.",
  ],
  [
    {
      kind: "notADay",
      place: { argument: "day" },
      given: "soon",
      readings: [],
    },
    'Day is "soon": give a day from 2000 to 2099 as a date, or as text such as 2026-10-07.',
  ],
  [
    {
      kind: "promptLengthUnsaid",
      place: { argument: "workloads", field: "Prompt tokens", row: 3 },
      model: "m",
      aboveTokens: [200_000],
    },
    "The price of m depends on the prompt length (it changes above 200,000 tokens): give Prompt tokens in row 3 of workloads.",
  ],
];

describe("describeError()", () => {
  test("has sentences that end once", () => {
    expect(SENTENCES.filter(([error]) => /[.?!]\.$/.test(describeError(error, US_DOLLAR)))).toEqual(
      [],
    );
  });

  test.each(SENTENCES)("%o", (error, sentence) => {
    expect(describeError(error, US_DOLLAR)).toBe(sentence);
  });
});

describe("describeErrors()", () => {
  test("shows four sentences and counts the rest", () => {
    const errors = Array.from(
      { length: 6 },
      (_, index): PricingError => ({
        kind: "notANumber",
        place: { argument: `argument ${index}` },
        given: "lots",
      }),
    );
    const text = describeErrors(errors, US_DOLLAR);
    expect(text.match(/is "lots"/g)).toHaveLength(4);
    expect(text).toMatch(/There are 2 more faults\.$/);
    expect(describeErrors(errors.slice(0, 5), US_DOLLAR)).toMatch(/ There is 1 more fault\.$/);
    expect(describeErrors(errors.slice(0, 4), US_DOLLAR)).toMatch(/give a number\.$/);
  });

  const words = (argument: string, field: string | undefined, ...rows: readonly number[]) =>
    rows.map(
      (row): PricingError => ({
        kind: "notANumber",
        place: { argument, row, ...(field && { field }) },
        given: `n${row}`,
      }),
    );
  const outOfRange = (...rows: readonly number[]) =>
    rows.map(
      (row): PricingError => ({ kind: "discountOutOfRange", row, discountFraction: 14 + row }),
    );

  test.each([
    [
      words("bands", "threshold", 2, 3),
      'Threshold in row 2 of bands is "n2": give a number; the same in row 3.',
    ],
    [
      words("bands", "threshold", 2, 3, 4, 5),
      'Threshold in row 2 of bands is "n2": give a number; the same in rows 3 to 5.',
    ],
    [
      words("bands", "threshold", 2, 4, 6),
      'Threshold in row 2 of bands is "n2": give a number; the same in rows 4 and 6.',
    ],
    [
      words("bands", "threshold", 2, 4, 5, 9),
      'Threshold in row 2 of bands is "n2": give a number; the same in rows 4, 5 and 9.',
    ],
    [
      words("usages", undefined, 1, 7),
      'Item 1 of usages is "n1": give a number; the same in item 7.',
    ],
    [
      words("usages", undefined, 1, 3, 5, 7, 9, 11, 12),
      'Item 1 of usages is "n1": give a number; the same in items 3, 5, 7, 9 and 2 more.',
    ],
    [
      [
        ...words("bands", "threshold", 2),
        ...outOfRange(2),
        ...words("bands", "threshold", 3),
        ...outOfRange(3),
      ],
      'Threshold in row 2 of bands is "n2": give a number; the same in row 3. Discount in row 2 of bands is 16: give a fraction from 0 up to 1, such as 0.16 for 16%; the same in row 3.',
    ],
    [
      [...words("usages", undefined, 1), ...words("commitments", undefined, 2)],
      'Item 1 of usages is "n1": give a number. Item 2 of commitments is "n2": give a number.',
    ],
    [
      [1, 2].map(
        (row): PricingError => ({ kind: "unknownTerm", row, given: `t${row}`, nearest: undefined }),
      ),
      '"t1" in row 1 of terms is not a term. Known terms: Basis, Overage, Overage premium, Forfeited share, and those of several years, such as Rollover share; the same in row 2.',
    ],
    [
      [1, 2].map(
        (row): PricingError => ({
          kind: "unknownTerm",
          row,
          given: `Overrage${row}`,
          nearest: "Overage",
        }),
      ),
      '"Overrage1" in row 1 of terms is not a term: did you mean Overage? Known terms: Basis, Overage, Overage premium, Forfeited share, and those of several years, such as Rollover share. "Overrage2" in row 2 of terms is not a term: did you mean Overage? Known terms: Basis, Overage, Overage premium, Forfeited share, and those of several years, such as Rollover share.',
    ],
    [
      [3, 4].map(
        (row): PricingError => ({
          kind: "cellError",
          place: { argument: "forecast", field: "Mean", row, across: true },
          code: "#N/A",
        }),
      ),
      "Mean in column 3 of forecast holds the error #N/A: mend that cell first; the same in column 4.",
    ],
  ])("says one cause once and names its rows: %#", (errors, sentence) => {
    expect(describeErrors(errors, US_DOLLAR)).toBe(sentence);
    expect(describeCauses(errors, US_DOLLAR).join(" ")).toBe(sentence);
  });
});
