import { describe, expect, test } from "vitest";
import { headingWords } from "../../../src/input/headings/heading-words";

const read = (heading: string) => {
  const { words, unit } = headingWords(heading);
  return [words, unit.factor, unit.percent, unit.isTotal];
};

describe("headingWords() leaves out", () => {
  test.each([
    ...[
      "Spend*",
      "Spend**",
      "Spend¹²",
      "Spend ^12",
      "Spend (12)",
      "Spend [1]",
      "Spend 12)",
      "''Spend''",
      "Spend..",
    ],
    ...[
      "Spend 2025",
      "FY25 spend",
      "Spend FY 25",
      "Spend 2025/26",
      "Spend 2025 / 26",
      "Spend 2025-2026",
    ],
    ...["Spend USD", "Spend (US$)", "Spend (dollars)", "Spend euros"],
    ...["Spend in", "Spend per", "In USD spend", "Per spend", "'Spend'", "Spend.", "Ｓｐｅｎｄ"],
  ])("footnotes, years, currencies and marks: %s", (heading) => {
    expect(read(heading)).toEqual(["spend", 1, false, false]);
  });

  test("commas, but not before a digit", () => {
    expect(read("Spend, net")).toEqual(["spend net", 1, false, false]);
    expect(read("Spend 1,5")).toEqual(["spend 1,5", 1, false, false]);
  });

  test.each(["Discount %", "Discount (percent)", "Discount pct", "Discount per cent"])(
    "%% of %s",
    (heading) => {
      expect(read(heading)).toEqual(["discount", 1, true, false]);
    },
  );

  test.each([
    [1e3, "$k", "(k$)", "T€", "(tsd)", "ths", "thousand", "'000", "000s", "x1000", "×1,000"],
    [1e6, "$m", "mm", "mn", "mio", "mil", "million", "(millions)"],
    [1e9, "(bn)", "$b", "billions"],
    [1e5, "lakhs", "lac"],
    [1e7, "cr", "crores"],
    [100, "hundreds"],
  ])("the scale of %d", (factor, ...scales) => {
    expect(scales.map((scale) => read(`Spend ${scale}`))).toEqual(
      scales.map(() => ["spend", factor, false, false]),
    );
  });
});

describe("headingWords() tells", () => {
  test.each([
    [2, "Half-yearly spend", "Semi annual spend", "Bi-annual spend", "Half year", "Halfyearly"],
    [12, "Monthly spend", "Spend per month", "Spend/mo", "Spend mth", "Spend p.m.", "Spend pm"],
    [4, "Quarterly spend", "Spend per quarter", "Spend qtr"],
    [52, "Weekly spend", "Spend per week"],
    [365, "Daily spend", "Spend per day"],
    [12_000, "$k a month"],
    [1, "Annual spend", "Annually", "Yearly", "Spend per year", "Spend per annum", "Spend a year"],
    [
      1,
      "Spend p.a.",
      "Spend pa",
      "Spend per yr",
      "Spend / yr",
      "12 months",
      "1 month",
      "1 year",
      "One year spend",
    ],
  ])("parts of a year by %d", (factor, ...headings) => {
    expect(headings.map((heading) => read(String(heading)).slice(1))).toEqual(
      headings.map(() => [factor, false, false]),
    );
  });

  test.each([
    ...["Total spend", "TCV", "Contract value", "Multi-year spend", "3 year spend", "Two years"],
    ...["Three-year spend", "Spend over 24 months", "Whole term", "Full term commitment"],
    ...["Total monthly spend"],
  ])("the amount of several years: %s", (heading) => {
    expect(read(heading).slice(1)).toEqual([1, false, true]);
  });

  test("a total of one year", () => {
    expect(read("Total annual spend").slice(1)).toEqual([1, false, false]);
  });
});
