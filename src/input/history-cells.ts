import type { PricingError } from "../core/errors";
import type { Place } from "../core/faults/place";
import { sameWord } from "../core/fuzzy-match";
import { collect, combine, fail, failWith, type Result, succeed } from "../core/result";
import type { TermAhead } from "../forecast/history/forecast-from-history";
import type { History } from "../forecast/history/history-tables";
import { HISTORY_METHODS } from "../forecast/history/methods";
import { BLANK, type Cell, isBlankOrZero, readCell, readRange, transposed } from "./cells/cells";
import { readInRange } from "./cells/number-range";
import { readAmountIn } from "./cells/numbers";
import { readMonth } from "./day-cells";
import { arePeriods } from "./headings/periods";
import { readChoice, readTable, type TableRow, type TableShape } from "./table-cells";

type Cells = readonly Cell[];
type Rows = readonly Cells[];

/** Headings of a column of usage by month, in the order in which they are preferred. */
export const USAGE_HEADINGS = ["List USD", "Usage", "USD", "Spend"] as const;
const HEADINGS = ["Month", "Baseline", ...USAGE_HEADINGS] as const;
type HistoryHeading = (typeof HEADINGS)[number];

const SHAPE: TableShape<HistoryHeading> = {
  argument: "history",
  headings: HEADINGS,
  required: [["Month"], ["Baseline", ...USAGE_HEADINGS]],
};

/** A hundred years. */
const MOST_MONTHS = 1_200;

/**
 * Reads monthly usage in any form in which it may be written:
 *
 * - a column or row of amounts, oldest first;
 * - months and amounts in two columns or two rows, in any order of months;
 * - a table with the headings Month and Baseline, else List USD, Usage, USD or Spend.
 *
 * @returns Months that are consecutive, each with an amount; or every fault.
 */
export function readHistory(raw: unknown): Result<History> {
  const rows = readRange(raw);
  const across = transposed(rows);
  const [lines, columns] = [rows.filter(isUsed), across.filter(isUsed)];
  const [first, ...others] = lines;
  if (first === undefined)
    return fail({
      kind: "missing",
      place: { argument: "history" },
      expected: "usage of consecutive months, oldest first",
    });
  if (others.length === 0) return readAmounts(first);
  if (columns.length === 1) return readAmounts(across.find(isUsed));
  const pairs = columns.length === 2 ? rows : others.length === 1 ? across : undefined;
  if (pairs && !first.some(isWord)) return readPairs(pairs, pairs === across);
  const table = readTable(raw, SHAPE);
  if (!table.ok) return table;
  const usage = HEADINGS.slice(1).find((heading) => table.value.headings.has(heading));
  return readMonths(table.value.rows, usage ?? "Usage");
}

function isUsed(cells: Cells): boolean {
  return cells.some(isFilled);
}

function isFilled({ kind }: Cell): boolean {
  return kind !== "blank";
}

/** Text without a figure: a heading, not a month or an amount. */
function isWord(cell: Cell): boolean {
  return cell.kind === "text" && !/\d/.test(cell.text);
}

function readAmounts(line: Cells = []): Result<History> {
  const start = line.findIndex(isFilled);
  const heading = line[start];
  const isHeaded =
    heading?.kind === "text" && HEADINGS.slice(1).some((one) => sameWord(one, heading.text));
  const skipped = start + (isHeaded ? 1 : 0);
  const cells = line.slice(skipped, line.findLastIndex(isFilled) + 1);
  if (arePeriods(cells, undefined)) return fail({ kind: "monthsWithoutUsage" });
  if (cells.length > MOST_MONTHS)
    return fail({ kind: "tooManyMonths", months: cells.length, most: MOST_MONTHS });
  const read = collect(
    cells.map((cell, index) => readUsage(cell, { argument: "history", row: skipped + index + 1 })),
  );
  return read.ok ? succeed({ firstMonth: undefined, usagesUsd: read.value }) : read;
}

/** Months beside amounts, without headings. */
function readPairs(rows: Rows, isAcross: boolean): Result<History> {
  const places = [...new Set(rows.flatMap((cells) => positions(cells)))].toSorted((a, b) => a - b);
  const filled = rows.flatMap((cells, index) =>
    cells.every(isBlankOrZero) ? [] : [{ cells, index }],
  );
  const isMonths = (column: number): boolean =>
    filled.every(({ cells }) => readMonth(cells[column] ?? BLANK, { argument: "history" }).ok);
  const isEven = (column: number): boolean =>
    arePeriods(
      filled.map(({ cells }) => cells[column] ?? BLANK),
      undefined,
    );
  // An amount such as 46,054 is a date too, so months a month apart go before what may be one.
  const month = places.find(isEven) ?? places.find(isMonths) ?? places[0];
  const usage = places.find((column) => column !== month);
  const across = isAcross ? ({ across: true } as const) : {};
  return readMonths(
    filled.map(({ cells, index }) => ({
      row: index + 1,
      cell: (heading) => cells[(heading === "Month" ? month : usage) ?? -1] ?? BLANK,
      place: (heading) => ({ argument: "history", field: heading, row: index + 1, ...across }),
    })),
    "Usage",
  );
}

function positions(cells: Cells): readonly number[] {
  return cells.flatMap((cell, column) => (isFilled(cell) ? [column] : []));
}

function readMonths(
  rows: readonly TableRow<HistoryHeading>[],
  usage: HistoryHeading,
): Result<History> {
  const read = collect(
    rows.map(({ row, cell, place }) =>
      combine({
        month: requiredMonth(cell("Month"), place("Month")),
        usageUsd: readUsage(cell(usage), place(usage)),
        row: succeed({ row, isAcross: place("Month").across === true }),
      }),
    ),
  );
  if (!read.ok) return read;
  const sorted = read.value.toSorted((one, other) => one.month - other.month);
  const faults = sorted.slice(1).flatMap((one, index): readonly PricingError[] => {
    const before = sorted[index] ?? one;
    const across = one.row.isAcross ? ({ across: true } as const) : {};
    if (one.month === before.month)
      return [
        {
          kind: "repeatedMonth",
          month: one.month,
          rows: [before.row.row, one.row.row],
          ...across,
        },
      ];
    if (one.month === before.month + 1) return [];
    return [{ kind: "missingMonth", month: before.month + 1 }];
  });
  if (faults.length > 0) return failWith(faults);
  return succeed({
    firstMonth: sorted[0]?.month,
    usagesUsd: sorted.map(({ usageUsd }) => usageUsd),
  });
}

/** A month; a blank is refused. */
export function requiredMonth(cell: Cell, place: Place): Result<number> {
  const read = readMonth(cell, place);
  if (!read.ok) return read;
  return read.value === undefined
    ? fail({ kind: "missing", place, expected: "a month such as 2026-09" })
    : succeed(read.value);
}

/** Usage of a month; a blank is refused, since nothing says whether it is 0 or not known. */
export function readUsage(cell: Cell, place: Place): Result<number> {
  if (cell.kind === "blank")
    return fail({ kind: "missing", place, expected: "its amount, or 0 if nothing was spent" });
  return readAmountIn(cell, place);
}

const METHODS = ["auto", ...HISTORY_METHODS] as const;

/** The term to forecast: months 1 to 60 (12 if omitted), gap 0 to 24 (0), and a method, auto being undefined. */
export function readTermAhead(months: unknown, gap: unknown, method: unknown): Result<TermAhead> {
  const read = combine({
    months: readInRange(months, "months", { least: 1, most: 60, whole: true }, 12),
    gap: readInRange(gap, "gap", { least: 0, most: 24, whole: true }, 0),
    method: readChoice(readCell(method), METHODS, { argument: "method" }),
  });
  if (!read.ok) return read;
  const { method: given } = read.value;
  return succeed({ ...read.value, method: given === "auto" ? undefined : given });
}
