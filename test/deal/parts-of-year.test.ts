import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { partsOfYear } from "../../src/deal/parts-of-year";
import { partsEcho } from "../../src/deal/parts-of-year-messages";
import { partsAnswers, partsQuestion } from "../../src/deal/parts-of-year-questions";
import { readForecast } from "../../src/input/forecast-cells";
import { good } from "../core/deals";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const USED = [41, 44, 47, 49, 51, 52, 53, 55, 56, 57, 59, 61.2].map((thousand) => thousand * 1_000);
const SUM = 625_200;
const upright = (values: readonly unknown[]) => values.map((value) => [value]);

/** [what, cells, cells beside, usage, what it is] */
type Row = readonly [
  string,
  readonly (readonly unknown[])[],
  readonly (readonly unknown[])[] | null,
  number | undefined,
  string | undefined,
];

const ROWS: readonly Row[] = [
  [
    "twelve months beside their names",
    upright(USED),
    upright(MONTHS),
    undefined,
    "12 months, $625,200 in all",
  ],
  ["months across under their names", [USED], [MONTHS], undefined, "12 months, $625,200 in all"],
  [
    "twelve numbers that add up to the usage",
    upright(USED),
    null,
    SUM,
    "12 numbers, $625,200 in all",
  ],
  ["a usage rounded to three figures", upright(USED), null, 625_000, "12 numbers, $625,200 in all"],
  [
    "a heading among the cells",
    upright(["Usage", ...USED]),
    upright(["Month", ...MONTHS]),
    undefined,
    "12 months, $625,200 in all",
  ],
  [
    "a total row",
    upright([...USED, SUM]),
    upright([...MONTHS, "Total"]),
    undefined,
    "12 months, $625,200 in all, and their total",
  ],
  [
    "a total row that nothing names",
    upright([...USED, SUM]),
    null,
    undefined,
    "12 numbers, $625,200 in all, and their total",
  ],
  [
    "a total in front",
    upright([SUM, ...USED]),
    null,
    700_000,
    "12 numbers, $625,200 in all, and their total",
  ],
  [
    "two numbers and a row named Sum",
    upright([300_000, 325_200, SUM]),
    upright(["H1", "H2", "Sum"]),
    undefined,
    "2 half-years, $625,200 in all, and their total",
  ],
  [
    "four quarters",
    upright([140, 150, 160, 175.2].map((k) => k * 1_000)),
    upright(["Q1", "Q2", "Q3", "Q4"]),
    undefined,
    "4 quarters, $625,200 in all",
  ],
  [
    "24 months",
    upright([...USED, ...USED]),
    upright([...MONTHS.map((m) => `${m} 2024`), ...MONTHS.map((m) => `${m} 2025`)]),
    650_000,
    "24 months, $1,250,400 in all",
  ],
  [
    "nine months and blanks to come",
    upright([...USED.slice(0, 9), "", "", ""]),
    upright(MONTHS),
    undefined,
    "9 months, $448,000 in all",
  ],
  [
    "months as dates, two columns away",
    upright(USED),
    MONTHS.map((_, index) =>
      [45_658 + 30.4 * index, "Compute"].map((cell) =>
        typeof cell === "number" ? Math.round(cell) : cell,
      ),
    ),
    undefined,
    "12 months, $625,200 in all",
  ],
  [
    "months as programs write them",
    upright(USED),
    upright(MONTHS.map((_, index) => 202_601 + index)),
    undefined,
    "12 months, $625,200 in all",
  ],
  [
    "numbers that are no months",
    upright(USED),
    upright(MONTHS.map((_, index) => 202_613 + index)),
    undefined,
    undefined,
  ],
  [
    "52 weeks",
    upright(Array.from({ length: 52 }, () => 12_000)),
    upright(Array.from({ length: 52 }, (_, week) => `Week ${week + 1}`)),
    undefined,
    "52 weeks, $624,000 in all",
  ],
  [
    "365 days by their sum",
    upright(Array.from({ length: 365 }, () => 1_700)),
    null,
    620_500,
    "365 numbers, $620,500 in all",
  ],
  [
    "possible years",
    upright([410_000, 455_000, 480_000, 520_000]),
    upright(["2022", "2023", "2024", "2025"]),
    466_000,
    undefined,
  ],
  [
    "possible years with nothing beside them",
    upright([410_000, 455_000, 480_000]),
    null,
    600_000,
    undefined,
  ],
  [
    "twelve possible years",
    upright(USED),
    upright(MONTHS.map((_, index) => 2010 + index)),
    60_000,
    undefined,
  ],
  [
    "a low, a likely and a high case that add up",
    upright([200_000, 400_000, 600_000]),
    upright(["Low", "Likely", "High"]),
    400_000,
    undefined,
  ],
  ["nothing or all, and all is the usage", upright([0, 600_000]), null, 600_000, undefined],
  [
    "outcomes with probabilities",
    [
      ["Usage", "Probability"],
      [300_000, 0.5],
      [325_200, 0.5],
    ],
    upright(["Jan", "Feb", "Mar"]),
    SUM,
    undefined,
  ],
  [
    "a distribution",
    [
      ["Mean", 52_100],
      ["CV", 0.3],
    ],
    null,
    SUM,
    undefined,
  ],
  ["a number", [[SUM]], null, SUM, undefined],
  ["no usage at all", upright([0, 0, 0, 0]), null, 0, undefined],
];

describe("partsOfYear()", () => {
  test.each(ROWS)("of %s", (_what, cells, beside, usageUsd, expected) => {
    const parts = partsOfYear({ forecast: good(readForecast(cells)), cells, beside, usageUsd });
    expect(parts && partsEcho(parts, US_DOLLAR)).toBe(expected);
  });
});

test("the question says both sums", () => {
  const cells = upright(USED);
  const forecast = good(readForecast(cells));
  const asked = (beside: readonly (readonly unknown[])[], usageUsd?: number) => {
    const parts = partsOfYear({ forecast, cells, beside, usageUsd });
    return parts && [partsQuestion(parts), ...Object.values(partsAnswers(parts, US_DOLLAR))];
  };
  expect(asked(upright(MONTHS), SUM)).toEqual([
    "What is each of these 12 months?",
    "A part of one year, whose usage is their sum, $625,200",
    "A year that is possible, with usage of $52,100 on average",
  ]);
  expect(
    asked(
      upright(MONTHS.map((_, index) => `Q${(index % 4) + 1} ${2023 + Math.floor(index / 4)}`)),
    )?.[1],
  ).toBe("A part of a year; 12 quarters are not one year");
});
