import type { Currency } from "../../../core/currency";
import type { UsageHistory } from "../../../sheets/usage/usage-history";
import { aboutUsd } from "../../../wording/format/approximate";
import { formatCount, formatCounted } from "../../../wording/format/format";

/** What the usage rests on: "from 12 months of exports, 2 with usage that has no price". */
export function historySource({ months }: UsageHistory): string {
  const unpriced = months.filter(({ unpricedTokens }) => unpricedTokens > 0).length;
  const some = unpriced > 0 ? `, ${formatCount(unpriced)} with usage that has no price` : "";
  return `from ${formatCounted(months.length, "month", "months")} of exports${some}`;
}

/** The answer of the months: what they come to, and what is left of it as the baseline. */
export function historyAnswer({ months }: UsageHistory, currency: Currency): string {
  const usageUsd = months.reduce((sum, month) => sum + month.usageUsd, 0);
  const excludedUsd = months.reduce((sum, { excludedUsd = 0 }) => sum + excludedUsd, 0);
  const all = `${formatCounted(months.length, "month", "months")}, ${aboutUsd(usageUsd, currency)} at list prices`;
  return excludedUsd > 0
    ? `${all}, ${aboutUsd(usageUsd - excludedUsd, currency)} without what is excluded`
    : all;
}
