import { describe, expect, test } from "vitest";
import { isTotalLabel, partOfYear } from "../../../src/deal/part-of-year";
import { readCell } from "../../../src/input/cells/cells";
import {
  dayLabelled,
  isPeriodLabel,
  monthNumber,
  type PartOfYear,
  placeLabelled,
} from "../../../src/input/headings/calendar-labels";

/** January 1st 2025 as Excel counts days. */
const JANUARY = 45_658;
const MONTH_STARTS = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

const LABELS: readonly (readonly [string, readonly unknown[], PartOfYear | undefined])[] = [
  ["short months", ["Jan", "Feb", "Mar"], "months"],
  ["months in full", ["January", "February", "September"], "months"],
  ["months in capitals with a point", ["JAN.", "FEB.", "SEPT."], "months"],
  ["months with a year", ["Jan 2025", "Feb 2025", "Mar 2025"], "months"],
  ["months with a short year", ["Jan-25", "Feb-25", "Mar-25"], "months"],
  ["months with an apostrophe", ["Jan '25", "Feb ’25", "Mar'25"], "months"],
  ["months of a fiscal year", ["FY25 Jan", "FY25 Feb", "FY25 Mar"], "months"],
  ["months said to be actual", ["Jan actual", "Feb actual", "Mar forecast"], "months"],
  ["two years of months", ["Nov 2024", "Dec 2024", "Jan 2025", "Feb 2025"], "months"],
  ["months from the last one", ["Mar 2025", "Feb 2025", "Jan 2025"], "months"],
  ["months with one missing", ["Jan 2025", "Feb 2025", "Apr 2025"], "months"],
  ["ISO months", ["2025-01", "2025-02", "2025-03"], "months"],
  ["months before years", ["01/2025", "02/2025", "12/2025"], "months"],
  ["months as statisticians write", ["2025M01", "2025M02", "2025M12"], "months"],
  ["counted months", ["M1", "M2", "M12"], "months"],
  ["counted months in words", ["Month 1", "Month 2", "Month 3"], "months"],
  ["accounting periods", ["P01", "P02", "P12"], "months"],
  ["numbers under Month", ["Month", 1, 2, 3, 4], "months"],
  ["months with a heading and a total", ["Month", "Jan", "Feb", "Total"], "months"],
  ["first days of months", MONTH_STARTS.map((day) => JANUARY + day), "months"],
  ["last days of months", MONTH_STARTS.map((day) => JANUARY + day - 1), "months"],
  ["dates as text", ["2025-01-31", "2025-02-28", "2025-03-31"], "months"],
  ["dates in words", ["31 Jan 2025", "28 Feb 2025", "31 Mar 2025"], "months"],
  ["American dates", ["1/31/2025", "2/28/2025", "3/31/2025"], "months"],
  ["European dates", ["31/01/2025", "28/02/2025", "31/03/2025"], "months"],
  ["quarters", ["Q1", "Q2", "Q3", "Q4"], "quarters"],
  ["quarters of a fiscal year", ["Q1 FY25", "Q2 FY25"], "quarters"],
  ["quarters behind a fiscal year", ["FY2025 Q1", "FY2025 Q2"], "quarters"],
  ["quarters behind a year", ["2025-Q1", "2025-Q2", "2025Q3"], "quarters"],
  ["quarters before their letter", ["1Q25", "2Q25", "3Q25"], "quarters"],
  ["quarters in words", ["Quarter 1", "2nd quarter", "Qtr 3"], "quarters"],
  ["ends of quarters", [45_747, 45_838, 45_930, 46_022], "quarters"],
  ["halves", ["H1 2025", "H2 2025"], "half-years"],
  ["weeks", ["W1", "Wk 2", "Week 3", "2025-W04"], "weeks"],
  ["Mondays", [45_663, 45_670, 45_677, 45_684], "weeks"],
  ["working days", [45_660, 45_663, 45_664, 45_665], "days"],
  ["years", ["2022", "2023", "2024"], undefined],
  ["years as numbers", [2022, 2023, 2024], undefined],
  ["fiscal years", ["FY23", "FY24", "FY25"], undefined],
  ["counted years", ["Year 1", "Year 2", "Year 3"], undefined],
  ["one month of each year", ["Jan 2023", "Jan 2024", "Jan 2025"], undefined],
  ["one quarter of each year", ["Q4 2023", "Q4 2024", "Q4 2025"], undefined],
  ["ends of years", [44_926, 45_291, 45_657], undefined],
  ["cases", ["Low", "Likely", "High"], undefined],
  ["percentiles", ["P10", "P50", "P90"], undefined],
  ["products", ["Compute", "Storage", "Marketing"], undefined],
  ["other amounts", [410_000, 455_000, 480_000], undefined],
  ["amounts that might be dates", [40_000, 41_500, 45_200], undefined],
  ["numbers of rows", [1, 2, 3], undefined],
  ["one month", ["Jan"], undefined],
  ["blanks", ["", null], undefined],
];

describe("partOfYear()", () => {
  test.each(LABELS)("of %s", (_what, labels, part) => {
    expect(partOfYear(labels.map(readCell), labels.length > 2 ? labels.length - 2 : 2)).toBe(part);
  });

  test("reads a name that is also a month as a name", () => {
    expect(partOfYear(["May", "Jane", "August"].map(readCell), 3)).toBeUndefined();
  });

  test("needs as many labels as there are numbers", () => {
    const labels = ["Jan", "Feb", "Compute", "Storage"].map(readCell);
    expect([2, 3].map((least) => partOfYear(labels, least))).toEqual(["months", undefined]);
  });
});

test.each([
  ["Total", true],
  ["TOTAL", true],
  ["Grand total", true],
  ["Subtotal", true],
  ["Sum", true],
  ["Totals 2025", true],
  ["Full year", true],
  ["YTD", true],
  ["Totally new", false],
  ["Summer", false],
  ["December", false],
])("isTotalLabel() of %s is %s", (label, isTotal) => {
  expect(isTotalLabel(readCell(label))).toBe(isTotal);
});

describe("isPeriodLabel()", () => {
  test.each([
    ...["Jan", "jan.", "January 2025", "Sept", "FY25 Q1", "Month 13", "M1", "2025-01", "01/2025"],
    ...["Q4", "Qtr-1", "3rd quarter", "H1", "HY2", "1H25", "2nd half", "1st half 2025", "W53"],
    ...["Week 1", "Day 1", "Day 366", "Period 5", "Jan usage"],
    ...[
      "FY25",
      "fy 2025",
      "CY'25",
      "FY25/26",
      "FY25 - 26",
      "FY 2025-26",
      "Year 1",
      "Year-12",
      "Y2",
    ],
    ...[
      "Year1",
      "31 Jan 2025",
      "1/31/2025",
      "2025.01.31",
      "1-Jan-25",
      "Jan 31, 2025",
      "Jan. 1 2025",
    ],
    ...["January 31 2025"],
  ])("%j is one", (label) => {
    expect(isPeriodLabel(label)).toBe(true);
  });

  test.each([
    ...["P10", "p 5", "P-90", "Month 14", "M0", "2025-13", "13/2025", "Q5", "Q0", "H3", "W54"],
    ...["Day 367", "Day 0", "FY2", "FY25x", "xFY25", "FY25/2", "Year", "Year 123", "My year 1"],
    ...["Year 1 price", "31 Foo 2025", "on 31 Jan 2025", "31 Jan 2025 or later", "Jan 31, 25"],
    ...["the Jan 31, 2025", "words", "250", "31/31/2025"],
  ])("%j is none", (label) => {
    expect(isPeriodLabel(label)).toBe(false);
  });
});

test.each([
  ["Jan", { part: "months", at: 1, hasYear: false }],
  ["Feb 2025", { part: "months", at: 2 + 12 * 25, hasYear: true }],
  ["FY24 Mar", { part: "months", at: 3 + 12 * 24, hasYear: true }],
  ["2024-11", { part: "months", at: 11 + 12 * 24, hasYear: true }],
  ["Q3 FY25", { part: "quarters", at: 3 + 4 * 25, hasYear: true }],
  ["2nd half", { part: "half-years", at: 2, hasYear: false }],
  ["Day 40", { part: "days", at: 40, hasYear: false }],
])("placeLabelled() of %s is %j", (label, place) => {
  expect(placeLabelled(label)).toEqual(place);
});

test.each([
  [30_000, 30_000],
  [60_000, 60_000],
  [29_999, undefined],
  [60_001, undefined],
  [45_000.5, undefined],
  ["25/3/2025", dayLabelled(readCell("3/25/2025"))],
  ["14.03.2025", dayLabelled(readCell("3/14/2025"))],
  [true, undefined],
  ["", undefined],
])("dayLabelled() of %j is %j", (raw, day) => {
  expect(dayLabelled(readCell(raw))).toBe(day);
});

test("monthNumber() counts months from January", () => {
  expect(["Jan", "may", "Sept", "December"].map(monthNumber)).toEqual([1, 5, 9, 12]);
});
