import type { Currency } from "../../core/currency";
import { PERCENT, USD } from "../../wording/format/number-formats";
import { excel, type Formula, operation, quoted } from "../formulas/call";
import { headingAt, type SheetBlock } from "../sheet-block";
import { amountWords, joined } from "../usage/sentence-formula";
import { block, tableHeadings } from "./term-blocks";

/** Columns of TERM_SCHEDULE, from 1. */
const AT_LIST = 7;
const COMMITMENT = 8;
const CREDIT_USED = 10;
const USED = 11;
const OVERAGE_USED = 12;
const ROLLED = 14;
const LAPSED = 15;
const EXPIRED = 16;
const CLOSING = 17;
const COST = 21;

/** How many years and periods a schedule has. */
export interface TermLength {
  readonly years: number;
  readonly periods: number;
  readonly perYear: number;
}

/** The sum of columns of a schedule, from 1, in a year from 0 or in all of them. */
export function sumOfSchedule(
  schedule: Formula,
  { periods, perYear }: TermLength,
  year: number | "all",
  columns: readonly number[],
): Formula {
  const rows = excel("CHOOSECOLS", schedule, ...columns);
  if (year === "all") return excel("SUM", excel("DROP", rows, 1));
  const before = year * perYear;
  const count = Math.min(perYear, periods - before);
  return excel("SUM", excel("TAKE", excel("DROP", rows, 1 + before), count));
}

/** What a schedule costs in a year, or in all. */
export function costOf(schedule: Formula, length: TermLength, year: number | "all"): Formula {
  return sumOfSchedule(schedule, length, year, [COST]);
}

/** The years with their total, and the cells that sentences quote. */
export interface YearsTable {
  readonly parts: readonly SheetBlock[];
  readonly costCell: string;
  readonly answer: readonly Formula[];
}

const HEADINGS = [
  ...["Year", "On demand, at list", "Cost", "Saving", "Saving, share"],
  ...["Commitment", "Used of it and of credits", "Overage", "Shortfall", "Rolled over"],
];

/** Lays out a row a year and their total, from a row on; and the answer in two sentences. */
export function layOutYears(
  schedule: Formula,
  length: TermLength,
  top: number,
  columns: number,
  currency: Currency,
): YearsTable {
  const { years, periods } = length;
  const sum = (year: number | "all", of: readonly number[]) =>
    sumOfSchedule(schedule, length, year, of);
  const yearRow = (year: number | "all", label: number | string, row: number) => [
    label,
    sum(year, [AT_LIST]),
    costOf(schedule, length, year),
    operation(`$B${row}`, "-", `$C${row}`),
    excel("IF", operation(`$B${row}`, ">", 0), operation(`$D${row}`, "/", `$B${row}`), 0),
    sum(year, [COMMITMENT]),
    sum(year, [CREDIT_USED, USED]),
    sum(year, [OVERAGE_USED]),
    // What is left of the credits when the term ends is never used either.
    year === "all" || year === years - 1
      ? operation(sum(year, [LAPSED, EXPIRED]), "+", excel("INDEX", schedule, periods + 1, CLOSING))
      : sum(year, [LAPSED, EXPIRED]),
    sum(year, [ROLLED]),
  ];
  const first = top + 3;
  const total = first + years;
  return {
    parts: [
      headingAt(top, "By contract year; commitment and use of it in commitment dollars", columns),
      tableHeadings(top + 1, HEADINGS),
      block(
        ...([top + 2, years + 1, HEADINGS.length, "results"] as const),
        ["0", USD, USD, USD, PERCENT, USD, USD, USD, USD, USD],
        [
          ...Array.from({ length: years }, (_, year) => yearRow(year, year + 1, first + year)),
          yearRow("all", "Total", total),
        ],
      ),
    ],
    costCell: `$C$${total}`,
    answer: answerOf(years, total, currency),
  };
}

function answerOf(years: number, total: number, currency: Currency): readonly Formula[] {
  const [cost, saving, shortfall] = [`$C$${total}`, `$D$${total}`, `$I$${total}`];
  return [
    joined(
      quoted(years === 1 ? "The year costs " : `${years} years cost `),
      amountWords(cost, currency),
      quoted(", "),
      amountWords(excel("ABS", saving), currency),
      excel("IF", operation(saving, ">=", 0), quoted(" less"), quoted(" more")),
      quoted(" than on demand at list prices."),
    ),
    excel(
      "IF",
      operation(shortfall, ">=", 0.5),
      joined(amountWords(shortfall, currency), quoted(" of commitment is never used.")),
      quoted("All of the commitment is used."),
    ),
  ];
}
