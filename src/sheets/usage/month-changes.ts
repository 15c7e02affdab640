import { dayText, monthText } from "../../core/calendar";
import {
  type ImportedUsage,
  MONTH_SOURCES,
  type MonthRow,
  type MonthSource,
} from "./imported-usage";

/** A month that cannot be replaced: the new files lack days of it that are in the workbook. */
export interface MonthLacking {
  readonly month: string;
  readonly days: readonly string[];
}

/** What an import does to the months that a workbook holds, in months as text. */
export interface MonthChanges {
  readonly added: readonly string[];
  /** Their amount is that of the new files. */
  readonly replaced: readonly string[];
  /** They keep their amount, since its source is better than that of the new files, and take what these have beside it. */
  readonly kept: readonly string[];
  readonly lacking: readonly MonthLacking[];
}

export function monthChanges(held: readonly MonthRow[], imported: ImportedUsage): MonthChanges {
  const former = new Map(held.map((row) => [row.month, row]));
  const isReplaced = (next: MonthRow): boolean => {
    const before = former.get(next.month);
    return before !== undefined && betterMonth(before, next).from === next.from;
  };
  const texts = (chosen: (next: MonthRow) => boolean): readonly string[] =>
    imported.months.filter(chosen).map(({ month }) => monthText(month));
  return {
    added: texts(({ month }) => !former.has(month)),
    replaced: texts(isReplaced),
    kept: texts((next) => former.has(next.month) && !isReplaced(next)),
    lacking: lackingMonths(held, imported),
  };
}

/** Months of an import that would replace more days than its files have. */
export function lackingMonths(
  held: readonly MonthRow[],
  imported: ImportedUsage,
): readonly MonthLacking[] {
  const former = new Map(held.map((row) => [row.month, row]));
  const withUsage = monthsWithUsage(imported);
  return imported.months.flatMap((next): readonly MonthLacking[] => {
    const days = lackingDays(former.get(next.month), next, withUsage.has(next.month));
    return days.length > 0 ? [{ month: monthText(next.month), days: days.map(dayText) }] : [];
  });
}

/** Months of an import with rows of usage, priced or not: they replace the rows that the workbook has of them. */
export function monthsWithUsage({ rows, unpriced }: ImportedUsage): ReadonlySet<number> {
  return new Set([...rows, ...unpriced].map(({ month }) => month));
}

/** Days of a month in the workbook that new files of the same source do not reach. */
function lackingDays(
  before: MonthRow | undefined,
  next: MonthRow,
  hasUsage: boolean,
): readonly number[] {
  const { firstDay, lastDay } = before ?? {};
  if (!before || firstDay === undefined || lastDay === undefined) return [];
  const isUsageAgain = hasUsage && before.from === "priced usage";
  const isBillAgain = before.billedUsd !== undefined && next.billedUsd !== undefined;
  if (!isUsageAgain && !isBillAgain && before.from !== next.from) return [];
  const [from, to] = [next.firstDay ?? lastDay + 1, next.lastDay ?? firstDay - 1];
  const days = Array.from({ length: lastDay - firstDay + 1 }, (_, index) => firstDay + index);
  return days.filter((day) => day < from || day > to);
}

/** A month of two imports, whose better source gives its amount; the bill is the newer one. */
export function betterMonth(before: MonthRow, next: MonthRow): MonthRow {
  const chosen = rankOf(before.from) < rankOf(next.from) ? before : next;
  return { ...chosen, billedUsd: next.billedUsd ?? before.billedUsd };
}

function rankOf(source: MonthSource | undefined): number {
  return source === undefined ? MONTH_SOURCES.length : MONTH_SOURCES.indexOf(source);
}
