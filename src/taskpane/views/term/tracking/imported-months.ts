import { dayText, monthOfDay, monthText } from "../../../../core/calendar";
import type { UsageHistory } from "../../../../sheets/usage/usage-history";
import { firstDayOf } from "../../../../term/first-day";

/** Imported usage from the start of a term on, or why there is none to track it by. */
export type ImportedMonths =
  | {
      readonly kind: "months";
      readonly usagesUsd: readonly number[];
      /** As 2027-01. */
      readonly first: string;
      readonly last: string;
      readonly hasUnpriced: boolean;
    }
  /** The workbook has no imported usage. */
  | { readonly kind: "none" }
  /** Cells of it show no amount, or were moved. */
  | { readonly kind: "faulty" }
  | { readonly kind: "noStart" }
  /** The term starts within a month, and usage is imported by whole ones. */
  | { readonly kind: "withinMonth"; readonly start: string }
  | { readonly kind: "notYet"; readonly first: string };

/** Whole months from the start of a term as far as they follow one another, and no more than it has. */
export function importedMonths(
  usage: UsageHistory | null,
  start: number | null,
  months: number,
): ImportedMonths {
  if (usage === null) return { kind: "none" };
  if (usage.faults.some(({ kind }) => kind !== "exclusion")) return { kind: "faulty" };
  if (start === null) return { kind: "noStart" };
  const first = monthOfDay(start);
  if (firstDayOf(first) !== start) return { kind: "withinMonth", start: dayText(start) };
  const byMonth = new Map(usage.months.map((one) => [one.month, one]));
  const found = [];
  for (let month = first; found.length < months; month++) {
    const one = byMonth.get(month);
    if (!one?.isComplete) break;
    found.push(one);
  }
  if (found.length === 0) return { kind: "notYet", first: monthText(first) };
  return {
    kind: "months",
    usagesUsd: found.map(({ usageUsd }) => usageUsd),
    first: monthText(first),
    last: monthText(first + found.length - 1),
    hasUnpriced: found.some(({ unpricedTokens }) => unpricedTokens > 0),
  };
}
