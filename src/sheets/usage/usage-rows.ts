import { columnLetters, quotedSheet } from "../../input/cells/a1";
import { firstDayOf } from "../../term/first-day";
import { type CellContent, commit, excel, type Formula, operation, quoted } from "../formulas/call";
import { literalText } from "../literal-text";
import type {
  CheckRow,
  FileRow,
  ImportedUsage,
  LeftOutRow,
  MonthRow,
  UnpricedRow,
  UsageRow,
} from "./imported-usage";
import { AT, QUANTITY_HEADINGS, type UsageTableKey } from "./usage-columns";

/** Names in a workbook: of the tables, of its price book, and of the sheet of exclusions; and how many columns these have. */
export type TableNames = Readonly<Record<UsageTableKey | "book" | "exclusionsSheet", string>> & {
  readonly exclusionColumns: number;
};

export type Cells = readonly CellContent[];

/** A row that is made when its turn comes: to make thousands in one go would hold the page up. */
export type RowToMake = () => Cells;

/** The rows of each table, as its cells are written. */
export type UsageRows = Readonly<Record<UsageTableKey, readonly RowToMake[]>>;

/** Row of the first cells below the headings, in Excel's terms: below title, note, a blank row and the headings. */
export const FIRST_ROW = 5;

/** The rows of every table of an import; those of the exclusions are for people to fill. */
export function usageRows(imported: ImportedUsage, names: TableNames): UsageRows {
  const at = (index: number): number => FIRST_ROW + index;
  return {
    usage: imported.rows.map((row, index) => () => withPrices(inputsOf(row), at(index), names)),
    months: imported.months.map((row, index) => () => monthCells(row, at(index), names)),
    exclusions: [],
    unpriced: imported.unpriced.map(
      (row, index) => () => withPriceNow(unpricedInputsOf(row), at(index), names),
    ),
    imports: imported.files.map((row) => () => fileCells(row)),
    leftOut: imported.leftOut.map((row) => () => leftOutCells(row)),
    checks: imported.checks.map((row, index) => () => checkCells(row, at(index))),
  };
}

function usageOf(row: UsageRow | UnpricedRow): Cells {
  const { month, pricesOnDay, workspace, model, service, speed, geo, promptTokens, quantities } =
    row;
  return [
    ...[firstDayOf(month), pricesOnDay],
    ...[workspace, model, service, speed, geo].map(literalText),
    promptTokens ?? "",
    ...quantities,
  ];
}

/** What a row of usage says, without what it comes to. */
export function inputsOf(row: UsageRow): UsageInputs {
  return { cells: usageOf(row), promptTokensHigh: row.promptTokensHigh ?? "" };
}

export function unpricedInputsOf(row: UnpricedRow): Cells {
  return [...usageOf(row), literalText(row.reason)];
}

/** The cells of a row of usage that are no formulas. */
export interface UsageInputs {
  /** From Month to Web search. */
  readonly cells: Cells;
  readonly promptTokensHigh: CellContent;
}

/** A row of usage with the formulas of what it comes to. */
export function withPrices(
  { cells, promptTokensHigh }: UsageInputs,
  row: number,
  names: TableNames,
): Cells {
  const at = (column: number): string => `$${columnLetters(column)}${row}`;
  const [prompt, high] = [at(AT.promptTokens), at(AT.promptTokensHigh)];
  const options = excel("CHOOSE", FOUR, at(AT.service), at(AT.speed), at(AT.geo), high);
  const dearest = tokenCost(row, options, names.book);
  return [
    ...cells,
    tokenCost(row, `${at(AT.service)}:${prompt}`, names.book),
    promptTokensHigh,
    excel("IF", operation(high, "=", prompt), at(AT.listUsd), dearest),
  ];
}

const FOUR: Formula = { kind: "array", rows: [[1, 2, 3, 4]] };

function tokenCost(row: number, options: Formula | string, book: string): Formula {
  const last = AT.quantities + QUANTITY_HEADINGS.length - 1;
  const tokens = `$${columnLetters(AT.quantities)}${row}:$${columnLetters(last)}${row}`;
  const model = `$${columnLetters(AT.model)}${row}`;
  return commit("TOKEN_COST", model, tokens, `$B${row}`, options, `${book}[#All]`);
}

/** A row without a price, with what it would come to now; "" while it still has none. */
export function withPriceNow(cells: Cells, row: number, names: TableNames): Cells {
  const options = `$${columnLetters(AT.service)}${row}:$${columnLetters(AT.promptTokens)}${row}`;
  return [...cells, excel("IFERROR", tokenCost(row, options, names.book), quoted(""))];
}

/** A month of the sheet Months; `isInHistory` where somebody typed yes or no. */
export function monthCells(
  row: MonthRow,
  at: number,
  names: TableNames,
  isInHistory?: string,
): Cells {
  const { firstDay, lastDay, from, usageUsd, usageHighUsd, billedUsd } = row;
  const month = `$A${at}`;
  const sumOf = (table: string, column: string): Formula =>
    excel("SUMIFS", `${table}[${column}]`, `${table}[Month]`, month);
  const isPriced = from === "priced usage";
  const tokens = QUANTITY_HEADINGS.slice(0, -1).map((heading) => sumOf(names.unpriced, heading));
  return [
    firstDayOf(row.month),
    firstDay ?? "",
    lastDay ?? "",
    row.isComplete ? "yes" : "no",
    isPriced ? sumOf(names.usage, "List USD") : usageUsd,
    isPriced ? sumOf(names.usage, "List USD high") : usageHighUsd,
    from ?? "nothing has a price",
    billedUsd ?? "",
    excel("SUM", ...tokens),
    excludedOf(at, names),
    operation(`$E${at}`, "-", `$J${at}`),
    isInHistory ??
      excel(
        "IF",
        excel("AND", operation(`$D${at}`, "=", quoted("yes")), operation(`$I${at}`, "=", 0)),
        quoted("yes"),
        quoted("no"),
      ),
  ];
}

/**
 * What the exclusions take out of a month: of its rows of usage, or of its amount where it has none. An exclusion that cannot be
 * read is an error here too: with 0 in its place the baseline would be wrong and nothing would say so.
 */
function excludedOf(at: number, { exclusionsSheet, exclusionColumns }: TableNames): Formula {
  // TEXT with yyyy-mm would depend on the language of Excel.
  const number = excel("RIGHT", operation(100, "+", excel("MONTH", `$A${at}`)), 2);
  const month = operation(operation(excel("YEAR", `$A${at}`), "&", quoted("-")), "&", number);
  const [ofUsage = "", ofMonths = ""] = BASELINES.map(({ after }): Formula => {
    const column = exclusionColumns + after;
    const [first, last] = [columnLetters(column), columnLetters(column + BASELINE_COLUMNS - 1)];
    const corner = `${quotedSheet(exclusionsSheet)}!$${first}$${FIRST_ROW - 1}`;
    const table = `${quotedSheet(exclusionsSheet)}!$${first}$${FIRST_ROW}:$${last}$${FIRST_ROW + MOST_MONTHS}`;
    const found = excel("IFNA", excel("VLOOKUP", month, table, 3, 0), 0);
    // Where somebody has moved the block, no month may look as if nothing were excluded.
    const isThere = operation(corner, "=", quoted("Month"));
    return excel("IF", excel("ISERROR", corner), corner, excel("IF", isThere, found, excel("NA")));
  });
  return excel("IF", operation(`$G${at}`, "=", quoted("priced usage")), ofUsage, ofMonths);
}

/** Months that a sheet may span. */
const MOST_MONTHS = 400;
/** Month, Usage, Excluded, Baseline. */
export const BASELINE_COLUMNS = 4;

/** Beside the exclusions, so many columns after them: months before and after, by rows of usage and by amounts, each spilled below a title. */
export const BASELINES = [
  { after: 1, title: "Before and after, rows of Usage" },
  { after: 2 + BASELINE_COLUMNS, title: "Before and after, amounts of Months" },
] as const;

/** The formulas that spill them, in the order of BASELINES. */
export function baselineFormulas(names: TableNames): readonly Formula[] {
  const exclusions = `${names.exclusions}[#All]`;
  return [
    commit("BASELINE_USAGE", `${names.usage}[#All]`, exclusions),
    commit("BASELINE_USAGE", `${names.months}[[#All],[Month]:[Usage]]`, exclusions),
  ];
}

function fileCells(row: FileRow): Cells {
  return [
    ...[literalText(row.file), row.format, row.rows, row.firstDay, row.lastDay],
    ...[row.unreadable, row.setAside, literalText(row.notes)],
  ];
}

function leftOutCells({ file, place, reason, column }: LeftOutRow): Cells {
  return [file, place, reason, column].map(literalText);
}

export function checkCells(row: CheckRow, at: number): Cells {
  const { day, model, pricedUsd, pricedHighUsd, listUsd, costUsd, allowedUsd, verdict } = row;
  const isBilled = listUsd !== undefined || costUsd !== undefined;
  const billed = listUsd === undefined ? `$F${at}` : `$E${at}`;
  const above = operation(billed, "-", `$D${at}`);
  const below = operation(billed, "-", `$C${at}`);
  return [
    ...[day, literalText(model), pricedUsd, pricedHighUsd],
    ...[listUsd ?? "", costUsd ?? "", allowedUsd],
    // Above the high end, or below the low one; between them it is 0.
    isBilled ? operation(excel("MAX", 0, above), "+", excel("MIN", 0, below)) : "",
    ...[verdict, row.listedCostUsd ?? ""],
  ];
}
