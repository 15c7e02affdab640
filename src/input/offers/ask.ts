import type { Findings } from "./findings";
import type { About, Choice } from "./offer-reading";
import type { Span } from "./source";

export const LEAVE_OUT: Choice = { value: null, says: "leave it out" };

export const saysMoney = (usd: number): string =>
  usd.toLocaleString("en-US", { maximumFractionDigits: 2 });
export const saysPercent = (fraction: number): string =>
  `${Number((fraction * 100).toPrecision(12))}%`;

/** Asks once about a phrase; what is asked is no longer left over. */
export function ask(
  findings: Findings,
  about: About,
  span: Span,
  readings: readonly Choice[],
): void {
  findings.asks.push({ about, from: findings.words(span), readings });
}
