import { monthOfDay, monthText } from "../../core/calendar";
import type { PricingError } from "../../core/errors";
import { faultCell } from "../../deal/fault-cell";
import { readExclusions } from "../../input/baseline-cells";
import { blockAddress, blockOf } from "../../input/cells/a1";
import { daysInRow, daysText } from "./excluded-days";
import { type HistoryMonth, readHistoryMonths } from "./read-months";
import { columnOf, columnsIn, hasHeadings, type UsageTableKey } from "./usage-columns";

/** A table where it stands now. */
export interface TableOnSheet {
  /** With its sheet, headings included: Months!A4:L16. */
  readonly address: string;
  /** Headings first. */
  readonly values: readonly (readonly unknown[])[];
}

/** The tables of imported usage that the pane always reads. */
export interface HistoryCells {
  readonly months: TableOnSheet;
  readonly exclusions: TableOnSheet;
}

/** An exclusion as its row shows it. */
export interface ExclusionRow {
  /** Position below the headings, from 0. */
  readonly index: number;
  readonly cells: readonly unknown[];
  readonly from: string;
  /** The same as `from` for one month. */
  readonly to: string;
  readonly workspace: string;
  readonly model: string;
  readonly share: number | undefined;
  readonly amountUsd: number | undefined;
  /** Of which the share is, as text; "" where it is of whole months. */
  readonly days: string;
  readonly reason: string;
}

/** What is wrong with the tables of usage, and in which cells. */
export type HistoryFault =
  | { readonly kind: "exclusion"; readonly error: PricingError; readonly address: string }
  /** Days of an exclusion that are not in its month. */
  | { readonly kind: "excludedDays"; readonly address: string }
  /** Cells that show an error, or no number, where an amount should be. */
  | {
      readonly kind: "noAmount";
      readonly shows: string;
      readonly address: string;
      readonly cells: number;
    }
  /** Columns were moved, renamed or deleted. */
  | { readonly kind: "headings"; readonly sheet: string; readonly address: string };

/** Imported usage by month, as the workbook holds it. */
export interface UsageHistory {
  readonly cells: HistoryCells;
  /** Earliest first. */
  readonly months: readonly HistoryMonth[];
  readonly exclusions: readonly ExclusionRow[];
  readonly faults: readonly HistoryFault[];
}

export function readUsageHistory(cells: HistoryCells): UsageHistory {
  const { months, exclusions } = cells;
  const moved = [
    ...headingFaults("months", months.values[0] ?? [], months.address),
    ...headingFaults("exclusions", exclusions.values[0] ?? [], exclusions.address),
  ];
  if (moved.length > 0) return { cells, months: [], exclusions: [], faults: moved };
  const own = columnsIn("exclusions", exclusions.values[0] ?? []).length;
  const read = readExclusions(exclusions.values);
  return {
    cells,
    months: readHistoryMonths(months.values).toSorted((one, other) => one.month - other.month),
    exclusions: exclusions.values.slice(1).flatMap((row, index) => exclusionRow(row, index, own)),
    faults: [
      ...(read.ok ? [] : read.errors).map(
        (error): HistoryFault => ({
          ...{ kind: "exclusion", error },
          address: faultCell(error, exclusions.address, exclusions.values) || exclusions.address,
        }),
      ),
      ...dayFaults(exclusions, own),
      ...amountFaults(months),
    ],
  };
}

function headingFaults(
  key: UsageTableKey,
  headings: readonly unknown[],
  address: string,
): readonly HistoryFault[] {
  const { row, column } = blockOf(address);
  if (hasHeadings(key, headings)) return [];
  const block = { row, column, rows: 1, columns: headings.length };
  const sheet = sheetOf(address);
  return [{ kind: "headings", sheet, address: sheet + blockAddress(block) }];
}

/** With its exclamation mark. */
function sheetOf(address: string): string {
  return address.slice(0, address.lastIndexOf("!") + 1);
}

/** @param own How many columns are the table's own. */
function dayFaults({ address, values }: TableOnSheet, own: number): readonly HistoryFault[] {
  const top = blockOf(address);
  const column = top.column + columnOf("exclusions", "First day");
  return values.slice(1).flatMap((row, index) => {
    if (daysInRow(row.slice(0, own)) !== "wrong") return [];
    const days = { row: top.row + 1 + index, column, rows: 1, columns: 2 };
    return [{ kind: "excludedDays", address: sheetOf(address) + blockAddress(days) }];
  });
}

/** The cells of months that show no amount, by what they show. */
function amountFaults({ address, values }: TableOnSheet): readonly HistoryFault[] {
  const top = blockOf(address);
  const found = new Map<string, string[]>();
  for (const [row, cells] of values.entries()) {
    if (row === 0 || cells.every((cell) => cell === "")) continue;
    for (const heading of ["Month", "Usage", "Excluded", "Baseline"]) {
      const column = columnOf("months", heading);
      if (typeof cells[column] === "number") continue;
      const at = { row: top.row + row, column: top.column + column, rows: 1, columns: 1 };
      const shows = String(cells[column] ?? "");
      found.set(shows, [...(found.get(shows) ?? []), blockAddress(at)]);
    }
  }
  return [...found].map(([shows, [first = "", ...others]]) => ({
    ...{ kind: "noAmount", shows, address: sheetOf(address) + first, cells: 1 + others.length },
  }));
}

function exclusionRow(
  cells: readonly unknown[],
  index: number,
  own: number,
): readonly ExclusionRow[] {
  const of = (heading: string): unknown => cells[columnOf("exclusions", heading)];
  if (cells.every((cell) => String(cell ?? "").trim() === "")) return [];
  const [share, amountUsd] = [of("Share"), of("USD")];
  const from = monthWords(of("From"));
  const days = daysInRow(cells.slice(0, own));
  return [
    {
      ...{ index, cells, from, to: monthWords(of("To")) || from },
      ...{ workspace: words(of("Workspace")), model: words(of("Model")) },
      share: typeof share === "number" ? share : undefined,
      amountUsd: typeof amountUsd === "number" ? amountUsd : undefined,
      days: typeof days === "string" ? "" : daysText(days),
      reason: words(of("Reason")),
    },
  ];
}

function monthWords(cell: unknown): string {
  return typeof cell === "number" && cell > 0 ? monthText(monthOfDay(cell)) : words(cell);
}

function words(cell: unknown): string {
  return String(cell ?? "").trim();
}
