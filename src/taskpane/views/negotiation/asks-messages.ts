import type { WeighedAsk } from "../../../analysis/negotiation/counter-offer";
import type { Currency } from "../../../core/currency";
import { aboutUsd } from "../../../wording/format/approximate";
import { formatUsd } from "../../../wording/format/format";

/** How many asks there are and what has come of them: "5 asks, 1 won; the first is worth $49k". */
export function asksSummary(asks: readonly WeighedAsk[], currency: Currency): string {
  const [first] = asks;
  if (!first) return "Nothing to ask for";
  const of = (status: string): string[] => {
    const count = asks.filter((ask) => ask.status === status).length;
    return count === 0 ? [] : [`${count} ${status}`];
  };
  const counts = [`${asks.length} ${asks.length === 1 ? "ask" : "asks"}`];
  const told = [...counts, ...of("asked"), ...of("won"), ...of("refused")].join(", ");
  const worth =
    first.termUsd === undefined ? "" : `; the first is worth ${aboutUsd(first.termUsd, currency)}`;
  return told + worth;
}

/** What an ask is worth over the term, or that only the buyer can say it. */
export function askWorth({ termUsd }: WeighedAsk, currency: Currency): string {
  return termUsd === undefined ? "yours to value" : formatUsd(termUsd, currency);
}
