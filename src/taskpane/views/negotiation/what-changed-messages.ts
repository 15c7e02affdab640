import type { BridgeStep, OfferBridge } from "../../../analysis/offer-bridge";
import type { Currency } from "../../../core/currency";
import { formatUsd } from "../../../wording/format/format";

/** What the whole of it comes to: "The expected cost falls by $32,800 a year, from $573,272 to $540,472." */
export function bridgeSentence({ fromCents, toCents }: OfferBridge, currency: Currency): string {
  const usd = (cents: number): string => formatUsd(cents / 100, currency);
  const change = toCents - fromCents;
  if (change === 0) return `The expected cost stays at ${usd(fromCents)} a year.`;
  const verb = change < 0 ? "falls" : "rises";
  return `The expected cost ${verb} by ${usd(Math.abs(change))} a year, from ${usd(fromCents)} to ${usd(toCents)}.`;
}

/** What a step does to it; and in the reverse order, where that differs by a dollar or more. */
export function stepAmounts(
  { inOrderCents, inReverseCents }: BridgeStep,
  currency: Currency,
): readonly [inOrder: string, inReverse: string | undefined] {
  const signed = (cents: number): string =>
    `${cents > 0 ? "+" : ""}${formatUsd(cents / 100, currency)}`;
  const isOneAmount = Math.abs(inOrderCents - inReverseCents) < 100;
  return [signed(inOrderCents), isOneAmount ? undefined : `${signed(inReverseCents)} in reverse`];
}
