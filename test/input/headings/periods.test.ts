import { describe, expect, test } from "vitest";
import { readCell } from "../../../src/input/cells/cells";
import { arePeriods } from "../../../src/input/headings/periods";

/** January 1st 2025 as Excel counts days. */
const JANUARY = 45_658;
const after = (...days: readonly number[]) => days.map((day) => JANUARY + day);

type Row = readonly [what: string, cells: readonly unknown[], heading?: unknown];

const PERIODS: readonly Row[] = [
  ["months as words", ["Jan 2025", "Feb 2025"]],
  ["one quarter", ["Q1"]],
  ["fiscal years", ["FY24", "FY25"]],
  ["three years", [2023, 2024, 2025]],
  ["the first and the last years that count", [1990, 1991, 1992]],
  ["years up to the last that counts", [2088, 2089, 2090]],
  ["first days of months", after(0, 31, 59, 90)],
  ["last days of a month, of the shortest and of a leap February", after(-1, 30, 58, 89)],
  ["days a leap February apart", after(-306, -277, -246)],
  ["first days of quarters", after(0, 90, 181, 273)],
  ["quarters 89 and 92 days apart", after(0, 89, 181)],
  ["the same day of three years", after(0, 365, 731)],
  ["two days under a heading", after(0, 300), "Date"],
  ["one year under a heading", [2025], "Year"],
  ["days that are not evenly apart, under a heading", after(0, 3, 100), "Month ending"],
  ["the first day that counts", [32_875], "Month"],
  ["the last day that counts", [69_399], "Month"],
  ["days three months from the first that counts", [32_875, 32_906, 32_936]],
];
const HEADINGS = [
  ...["Month", "Months", "DATE", "dates", "Day", "Days", "Week", "Weeks", "Quarter", "Quarters"],
  ...["Year", "Years", "Period", "Periods", "Fiscal year", "Month end", "Month ending", "Month*"],
];

const OTHERS: readonly Row[] = [
  ["nothing", []],
  ["words that are no period", ["Low", "High"]],
  ["a period beside other words", ["Jan", "High"]],
  ["a period beside a number", ["Jan", 45_658]],
  ["a number beside a period", [45_658, "Jan"]],
  ["two years", [2024, 2025]],
  ["two days", after(0, 31)],
  ["years two apart", [2021, 2023, 2025]],
  ["years of which one is missing", [2020, 2021, 2023]],
  ["days beside an amount", [...after(0, 31), 5]],
  ["years that fall", [2025, 2024, 2023]],
  ["years before 1990", [1988, 1989, 1990]],
  ["years after 2090", [2089, 2090, 2091]],
  ["parts of years", [2023.5, 2024.5, 2025.5]],
  ["amounts like days, unevenly apart", after(0, 31, 100)],
  ["days 27 apart", after(0, 27, 54)],
  ["days 32 apart", after(0, 32, 64)],
  ["days 88 apart", after(0, 88, 176)],
  ["days 93 apart", after(0, 93, 186)],
  ["days 364 apart", after(0, 364, 728)],
  ["days 367 apart", after(0, 367, 734)],
  ["days a month and then a quarter apart", after(0, 31, 121)],
  ["numbers between days", after(0.5, 31.5, 59.5)],
  ["days of before 1990", [32_874 - 60, 32_874 - 30, 32_874]],
  ["days of after 2090", [69_400, 69_430, 69_460]],
  ["the day before the first that counts, under a heading", [32_874], "Month"],
  ["the day after the last that counts, under a heading", [69_400], "Month"],
  ["amounts under a heading", [500_000, 45_658], "Month"],
  ["two years under another heading", [2024, 2025], "Usage"],
  ["two years under a number", [2024, 2025], 2023],
  ["two years under a heading with more words", [2024, 2025], "Usage by month"],
  ["two years under a heading that begins so", [2024, 2025], "Month of usage"],
];

const named = (rows: readonly Row[]) => rows.map((row) => [row[0], row] as const);
const read = ([, cells, heading]: Row) =>
  arePeriods(cells.map(readCell), heading === undefined ? undefined : readCell(heading));

describe("arePeriods() takes for periods", () => {
  test.each(named(PERIODS))("%s", (_, row) => expect(read(row)).toBe(true));
  test.each(HEADINGS)("two days under %s", (heading) =>
    expect(read(["days", after(0, 3), heading])).toBe(true),
  );
});

describe("arePeriods() leaves as amounts or words", () => {
  test.each(named(OTHERS))("%s", (_, row) => expect(read(row)).toBe(false));
});
