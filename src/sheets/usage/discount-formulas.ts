import type { Currency } from "../../core/currency";
import { columnLetters } from "../../input/cells/a1";
import { PERCENT, TEXT, USD } from "../../wording/format/number-formats";
import { type CellContent, excel, type Formula, operation, quoted } from "../formulas/call";
import { joined } from "./sentence-formula";
import { COLUMNS } from "./usage-columns";

/** A block beside the table of the reconciliation: headings, and below each one formula that spills, or the column before it does. */
export interface BesideChecks {
  /** Column of its first cell, from 0. */
  readonly column: number;
  readonly title: string;
  readonly cells: readonly (readonly CellContent[])[];
  readonly formats: readonly string[];
}

const FIRST = COLUMNS.checks.length + 1;
/** Row of the formulas, in Excel's terms: that of the first row of the table. */
const ROW = 5;
/** Months and models that there is room for. */
export const MOST_GROUPS = 400;
const DISCOUNTS = [
  ...["Month", "Model", "List on the bill", "Cost of it", "Realised discount"],
  ...["Priced usage without list", "Cost of that", "Implied discount"],
];
/** Whole dollars in columns where most rows have none: no amount is blank. */
const AMOUNT_OR_BLANK = "$#,##0;-$#,##0;";
const DIFFERENCES = ["Day", "Model", "Difference"];

/** Columns of the table and of what stands beside it. */
export const CHECKS_WIDTH = FIRST + DISCOUNTS.length + 1 + DIFFERENCES.length;

export function blocksBesideChecks(table: string): readonly BesideChecks[] {
  return [
    {
      ...{ column: FIRST, title: "Discount, by month and model" },
      cells: [DISCOUNTS, discountFormulas(table)],
      formats: [
        ...["yyyy-mm", TEXT, AMOUNT_OR_BLANK, AMOUNT_OR_BLANK, PERCENT],
        ...[AMOUNT_OR_BLANK, AMOUNT_OR_BLANK, PERCENT],
      ],
    },
    {
      column: FIRST + DISCOUNTS.length + 1,
      title: "Days that differ, largest difference first",
      cells: [DIFFERENCES, [differingDays(table), "", ""]],
      formats: ["yyyy-mm-dd", TEXT, USD],
    },
  ];
}

/** Answers first, in a sentence: on how much usage and bill agree, the largest difference, and the discount that was paid. */
export function checksAnswer(table: string, currency: Currency): Formula {
  const count = (verdict: string): Formula =>
    excel("COUNTIFS", `${table}[Verdict]`, quoted(verdict));
  const cell = (column: number): string => `$${columnLetters(column)}$${ROW}`;
  const compared = operation(count("agrees"), "+", count("differs"));
  const furthest = (which: "MAXIFS" | "MINIFS"): Formula =>
    excel(which, `${table}[Difference]`, `${table}[Verdict]`, quoted("differs"));
  const largest = excel("MAX", furthest("MAXIFS"), operation(0, "-", furthest("MINIFS")));
  const difference = joined(
    quoted(`; the largest difference is ${currency.sign}`),
    excel("FIXED", largest, 2),
  );
  const agreement = joined(
    quoted("Usage and bill agree on "),
    ...[count("agrees"), quoted(" of "), compared, quoted(" days and models")],
    excel("IF", operation(count("differs"), ">", 0), difference, quoted("")),
    quoted("."),
  );
  const less = (discount: string, than: string): Formula =>
    joined(quoted(" You paid "), excel("FIXED", operation(100, "*", discount), 1), quoted(than));
  const [realised, implied] = [cell(FIRST + 4), cell(FIRST + 7)];
  const none = quoted("No day has both usage and a bill to compare.");
  return joined(
    excel("IF", operation(compared, ">", 0), agreement, none),
    excel(
      "IF",
      excel("ISNUMBER", realised),
      less(realised, "% less than the list prices on the bill."),
      excel(
        "IF",
        excel("ISNUMBER", implied),
        less(implied, "% less than the usage at list prices."),
        quoted(""),
      ),
    ),
  );
}

const ALL = "all";

/**
 * 1 − cost / list in all, by month, by model and by both (docs/usage-files.md, Reconciliation): realised over the lines that have a
 * list price; implied, where a day has none, by the priced usage of the days that can be compared.
 */
function discountFormulas(table: string): readonly CellContent[] {
  const column = (heading: string): string => `${table}[${heading}]`;
  const numbers = (heading: string): Formula =>
    excel("IF", excel("ISNUMBER", column(heading)), column(heading), 0);
  const is = (heading: string, word: string): Formula =>
    operation(column(heading), "=", quoted(word));
  const isPricedOnce = operation(column("Priced usage"), "=", column("Priced high"));
  const isUnlisted = operation(1, "-", excel("ISNUMBER", column("List on the bill")));
  const isCompared = operation(is("Verdict", "agrees"), "+", is("Verdict", "differs"));
  const tellsImplied = operation(operation(isCompared, "*", isPricedOnce), "*", isUnlisted);
  const [months, models] = [monthOf(column("Day")), column("Model")];
  const groups = operation(isIn(0, months), "*", isIn(1, models));
  const sum = (values: Formula): Formula => excel("MMULT", groups, values);
  const share = (cost: number, list: number): Formula =>
    excel(
      "IF",
      operation(spilled(list), ">", 0),
      operation(1, "-", operation(spilled(cost), "/", spilled(list))),
      quoted(""),
    );
  return [
    ...[groupsOf(months, models, column("Day")), ""],
    ...[sum(numbers("List on the bill")), sum(numbers("Cost with a list price")), share(3, 2)],
    sum(operation(numbers("Priced usage"), "*", tellsImplied)),
    ...[sum(operation(numbers("Cost"), "*", tellsImplied)), share(6, 5)],
  ];
}

function monthOf(days: string): Formula {
  return excel("DATE", excel("YEAR", days), excel("MONTH", days), 1);
}

/** Month and model of each row: all, each month, each model, and each month and model. */
function groupsOf(months: Formula, models: string, days: string): Formula {
  const sorted = (values: Formula | string): Formula => excel("SORT", excel("UNIQUE", values));
  const withAll = (first: Formula, second: Formula): Formula =>
    excel("IFNA", excel("HSTACK", first, second), quoted(ALL));
  const pairs = excel("UNIQUE", excel("HSTACK", months, models));
  const all = excel(
    "VSTACK",
    excel("HSTACK", quoted(ALL), quoted(ALL)),
    withAll(sorted(months), quoted(ALL)),
    withAll(quoted(ALL), sorted(models)),
    excel("SORT", excel("SORT", pairs, 2), 1),
  );
  return excel("IF", operation(excel("COUNT", days), "=", 0), quoted("none"), all);
}

/** For each group and each row of the table whether the row belongs to it, by the month or by the model. */
function isIn(column: number, values: Formula | string): Formula {
  const isIt = operation(spilled(column), "=", excel("TRANSPOSE", values));
  const isAll = operation(spilled(column), "=", quoted(ALL));
  return operation(operation(isAll, "+", isIt), ">", 0);
}

/** The cells that a column of the block spills over. */
function spilled(column: number): Formula {
  const cells = (letters: string): string => `$${letters}$${ROW}:$${letters}$${ROW + MOST_GROUPS}`;
  const groups = cells(columnLetters(FIRST));
  return excel("TAKE", cells(columnLetters(FIRST + column)), excel("COUNTA", groups));
}

function differingDays(table: string): Formula {
  const differs = operation(`${table}[Verdict]`, "=", quoted("differs"));
  const columns = DIFFERENCES.map((heading) => `${table}[${heading}]`);
  const days = excel("FILTER", excel("HSTACK", ...columns), differs);
  const sizes = excel("ABS", excel("FILTER", `${table}[Difference]`, differs));
  return excel("IFERROR", excel("SORTBY", days, sizes, -1), quoted("none"));
}
