import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeErrors } from "../../src/core/errors";
import type { Result } from "../../src/core/result";
import { readHistory, readTermAhead } from "../../src/input/history-cells";

const JANUARY = 2026 * 12;

const sentence = (read: Result<unknown>): string =>
  read.ok ? JSON.stringify(read.value) : describeErrors(read.errors, US_DOLLAR);

describe("readHistory() reads months in every writing", () => {
  test.each<[string, unknown]>([
    ["2026-01", "2026-02"],
    ["2026/1", "2026/2"],
    ["2026-01-31", "2026-02-28"],
    ["2026-01-01 00:00", "2026-02-01T00:00:00Z"],
    ["Jan 2026", "February 2026"],
    ["jan-2026", "FEB 2026"],
    [46_023, 46_054],
    [46_053.75, 46_081],
    ["2026-01", 46_054],
    ["\u200e2026-01 ", " 2026-02"],
  ] as [string, unknown][])("%s and %s", (first, second) => {
    const expected = { ok: true, value: { firstMonth: JANUARY, usagesUsd: [10, 20] } };
    expect(
      readHistory([
        [first, 10],
        [second, 20],
      ]),
    ).toEqual(expected);
    expect(
      readHistory([
        ["Month", "USD"],
        [second, 20],
        [first, 10],
      ]),
    ).toEqual(expected);
  });
});

describe("readHistory() reads", () => {
  const months = ["2026-01", "2026-02", "2026-03"];
  const known = { firstMonth: JANUARY, usagesUsd: [10, 20, 0] };
  const unnamed = { firstMonth: undefined, usagesUsd: [10, 20, 0] };
  test.each<[string, unknown, object]>([
    ["a column", [[10], [20], [0]], unnamed],
    ["a row", [[10, 20, 0]], unnamed],
    ["a column of text", [["$10"], ["20 USD"], ["0"]], unnamed],
    ["a column under its heading", [["Spend"], [10], [20], [0]], unnamed],
    [
      "a column in a range with blanks around it",
      [
        ["", ""],
        ["", 10],
        ["", 20],
        ["", 0],
        ["", ""],
      ],
      unnamed,
    ],
    [
      "a row in a range with blanks around it",
      [
        [null, null, null, null],
        [null, 10, 20, 0],
      ],
      unnamed,
    ],
    ["one amount", 10, { firstMonth: undefined, usagesUsd: [10] }],
    [
      "zeros at the end, which count",
      [[10], [20], [0], [0], [0]],
      { firstMonth: undefined, usagesUsd: [10, 20, 0, 0, 0] },
    ],
    ["two columns", months.map((month, at) => [month, [10, 20, 0][at]]), known],
    ["two columns, amounts first", months.map((month, at) => [[10, 20, 0][at], month]), known],
    [
      "two columns, amounts first that may be dates",
      [
        [46_054, 46_023],
        [40_000, 46_054],
        [38_200, 46_082],
      ],
      { firstMonth: JANUARY, usagesUsd: [46_054, 40_000, 38_200] },
    ],
    ["two rows", [months, [10, 20, 0]], known],
    [
      "months in any order",
      [
        ["2026-03", 0],
        ["2026-01", 10],
        ["2026-02", 20],
      ],
      known,
    ],
    [
      "blank rows between",
      [
        ["2026-01", 10],
        ["", ""],
        [0, 0],
        ["2026-02", 20],
        ["2026-03", 0],
      ],
      known,
    ],
    [
      "two rows with headings",
      [
        ["Month", ...months],
        ["Usage", 10, 20, 0],
      ],
      known,
    ],
    [
      "the baseline of a table",
      [
        ["Month", "Usage", "Excluded", "Baseline"],
        ...months.map((month, at) => [month, 99, 99, [10, 20, 0][at]]),
      ],
      known,
    ],
    [
      "List USD before Usage",
      [
        ["Usage", "LIST_USD", "month"],
        [99, 10, "2026-01"],
        [99, 20, "2026-02"],
        [99, 0, "2026-03"],
      ],
      known,
    ],
    [
      "a table below its title",
      [
        ["Our usage", ""],
        ["Month", "Spend"],
        ...months.map((month, at) => [month, [10, 20, 0][at]]),
      ],
      known,
    ],
    [
      "months over the turn of a year",
      [
        ["2025-12", 10],
        ["2026-01", 20],
      ],
      { firstMonth: JANUARY - 1, usagesUsd: [10, 20] },
    ],
  ])("%s", (_, cells, expected) => {
    expect(readHistory(cells)).toEqual({ ok: true, value: expected });
  });
});

describe("readHistory() of two months as dates reads them", () => {
  test.each([
    [
      [
        [46_023, 5],
        [46_054, 6],
      ],
    ],
    [
      [
        [5, 46_023],
        [6, 46_054],
      ],
    ],
  ])("%j", (cells) => {
    expect(readHistory(cells)).toMatchObject({ value: { usagesUsd: [5, 6] } });
  });

  test("beside an amount that may be a date", () => {
    const cells = [
      [46_100, 46_023],
      [6, 46_054],
    ];
    expect(readHistory(cells)).toMatchObject({ value: { usagesUsd: [46_100, 6] } });
  });

  test("up to a hundred years of amounts", () => {
    expect(readHistory(Array(1_200).fill([1])).ok).toBe(true);
  });
});

describe("readHistory() refuses", () => {
  test.each<[string, unknown, string]>([
    ["nothing", [[""]], "History is missing: give usage of consecutive months, oldest first."],
    [
      "a gap",
      [
        ["2026-01", 1],
        ["2026-03", 1],
      ],
      "2026-02 is missing from history: add it, with 0 if nothing was spent.",
    ],
    [
      "a gap in any order",
      [
        ["2026-05", 1],
        ["2026-01", 1],
        ["2026-02", 1],
      ],
      "2026-03 is missing from history: add it, with 0 if nothing was spent.",
    ],
    [
      "a month twice",
      [
        ["2026-01", 1],
        ["Jan 2026", 2],
      ],
      "2026-01 stands in rows 1 and 2 of history: give each month once, such as the table of BASELINE_USAGE, which adds up the rows of a month.",
    ],
    [
      "a month twice in two rows",
      [
        ["2026-01", "2026-02", "2026-02"],
        [1, 2, 3],
      ],
      "2026-02 stands in columns 2 and 3 of history: give each month once, such as the table of BASELINE_USAGE, which adds up the rows of a month.",
    ],
    [
      "a month with its day last",
      [
        ["01/09/2026", 1],
        ["01/10/2026", 2],
      ],
      'Month in row 1 of history is "01/09/2026": give a month from 2000 to 2099 as a date, or as text such as 2026-09; the same in row 2.',
    ],
    [
      "a month that is none",
      [
        ["2026-13", 1],
        ["2026-12", 2],
      ],
      'Month in row 1 of history is "2026-13": give a month from 2000 to 2099 as a date, or as text such as 2026-09.',
    ],
    [
      "a total below",
      [
        ["Month", "USD"],
        ["2026-01", 1],
        ["Total", 1],
      ],
      'Month in row 3 of history is "Total": give a month from 2000 to 2099 as a date, or as text such as 2026-09.',
    ],
    [
      "an amount without its month",
      [
        ["2026-01", 1],
        ["", 2],
      ],
      "Month in row 2 of history is missing: give a month such as 2026-09.",
    ],
    [
      "a month without its amount",
      [
        ["2026-01", 1],
        ["2026-02", ""],
      ],
      "Usage in row 2 of history is missing: give its amount, or 0 if nothing was spent.",
    ],
    [
      "a blank between amounts",
      [[1], [""], [2]],
      "Item 2 of history is missing: give its amount, or 0 if nothing was spent.",
    ],
    ["less than nothing", [[1], [-2]], "Item 2 of history is -2: give an amount of 0 or more."],
    [
      "an error",
      [
        ["2026-01", "#REF!"],
        ["2026-02", 1],
      ],
      "Usage in row 1 of history holds the error #REF!: mend that cell first.",
    ],
    [
      "months alone",
      [[46_023], [46_054], [46_082]],
      "History holds months alone: give the usage of each month, with or without its month beside it.",
    ],
    [
      "months alone, as text",
      [["2026-01"], ["2026-02"]],
      "History holds months alone: give the usage of each month, with or without its month beside it.",
    ],
    [
      "a heading that it does not know",
      [
        ["Month", "Tokens"],
        ["2026-01", 1],
      ],
      "History has no column headed Baseline, List USD, Usage, USD or Spend: include the headings in the range (for a table, Table[#All]).",
    ],
    [
      "a block without headings",
      [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ],
      "History has no column headed Month, no column headed Baseline, List USD, Usage, USD or Spend: include the headings in the range (for a table, Table[#All]).",
    ],
    [
      "two columns of one heading",
      [
        ["Month", "Usage", "Usage"],
        ["2026-01", 1, 2],
      ],
      "History has the heading Usage twice (columns 2 and 3): keep one of them.",
    ],
    ["amounts headed Month", [["Month"], [1], [2]], 'Item 1 of history is "Month": give a number.'],
    [
      "thousands of dollars under a heading that says so",
      [["Spend ($k)"], [10]],
      'Item 1 of history is "Spend ($k)": give a number.',
    ],
    [
      "more than a hundred years",
      Array(1_201).fill([1]),
      "History has 1,201 months: give at most 1,200, without blank cells.",
    ],
  ])("%s", (_, cells, expected) => {
    expect(sentence(readHistory(cells))).toBe(expected);
  });
});

describe("readTermAhead()", () => {
  test.each([
    [[null, null, null], { months: 12, gap: 0, method: undefined }],
    [["", "", ""], { months: 12, gap: 0, method: undefined }],
    [[60, 24, "auto"], { months: 60, gap: 24, method: undefined }],
    [["36", [[3]], "Seasonal_Growth"], { months: 36, gap: 3, method: "seasonal growth" }],
    [[1, 0, "LAST VALUE"], { months: 1, gap: 0, method: "last value" }],
  ])("reads %j", ([months, gap, method], value) => {
    expect(readTermAhead(months, gap, method)).toEqual({ ok: true, value });
  });

  test.each([
    [[0, 0, ""], "Months is 0: give a whole number from 1 to 60."],
    [[61, 0, ""], "Months is 61: give a whole number from 1 to 60."],
    [[1.5, 0, ""], "Months is 1.5: give a whole number from 1 to 60."],
    [[12, 25, ""], "Gap is 25: give a whole number from 0 to 24."],
    [[12, -1, ""], "Gap is -1: give a whole number from 0 to 24."],
    [["a year", 0, ""], 'Months is "a year": give a number.'],
    [
      [12, 0, "season"],
      'Method is "season", did you mean seasonal? Give auto, last value, recent average, drift, damped trend, seasonal or seasonal growth.',
    ],
  ])("refuses %j", ([months, gap, method], expected) => {
    expect(sentence(readTermAhead(months, gap, method))).toBe(expected);
  });
});
