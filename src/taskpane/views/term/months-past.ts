import { monthOfDay } from "../../../core/calendar";
import type { UsageHistory } from "../../../sheets/usage/usage-history";

const MONTHS = 12;

/** Imported usage of the whole months of the first year, from its start as far as they follow one another; none without a start. */
export function monthsPast(usage: UsageHistory | null, start: number | null): readonly number[] {
  if (usage === null || start === null) return [];
  const first = monthOfDay(start);
  const amounts = Array.from(
    { length: MONTHS },
    (_, index) =>
      usage.months.find(({ month, isComplete }) => isComplete && month === first + index)?.usageUsd,
  );
  const end = amounts.indexOf(undefined);
  return amounts.slice(0, end < 0 ? MONTHS : end).map((usd) => usd ?? 0);
}
