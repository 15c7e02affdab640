import type { Currency } from "../../core/currency";
import { formatShortUsd, toCents } from "../../core/money";
import { formatExactUsd, formatUsd } from "./format";

// Numbers of a forecast, which are guesses: no more digits than they are worth.

const MINUS = "\u2212";

/** An amount to three digits: "$324k", "$1.02M", "−$405k". */
export function aboutUsd(amountUsd: number, currency: Currency): string {
  const short = formatShortUsd(Number(Math.abs(amountUsd).toPrecision(3)), currency);
  return amountUsd < 0 && short !== formatShortUsd(0, currency) ? MINUS + short : short;
}

/** From here on an amount in a sentence is said to four figures, as people say it: $12.35bn. */
export const BILLION = 1e9;
const FIGURES_OF_BILLIONS = 4;

/** An amount as a label: "$250k", "$262.5k"; from a billion on to four figures, "$12.35bn". A title beside it may give it in full. */
export function labelUsd(amountUsd: number, currency: Currency): string {
  const isLong = Math.abs(amountUsd) >= BILLION;
  const said = isLong ? Number(amountUsd.toPrecision(FIGURES_OF_BILLIONS)) : amountUsd;
  return formatShortUsd(said, currency);
}

/** An amount that somebody wrote, in a sentence: "$499,999.99"; from a billion on as a label. */
export function statedUsd(amountUsd: number, currency: Currency): string {
  return Math.abs(amountUsd) >= BILLION
    ? labelUsd(amountUsd, currency)
    : formatExactUsd(amountUsd, currency);
}

/** An amount to three digits, written out below a million: "$59,500", "$1.53M"; below ten dollars with its cents. */
export function aboutDollars(amountUsd: number, currency: Currency): string {
  const usd = Number(amountUsd.toPrecision(3));
  if (Math.abs(usd) >= 1e6) return aboutUsd(usd, currency);
  return Math.abs(usd) < 10 ? formatExactUsd(usd, currency) : formatUsd(usd, currency);
}

/** How often something is so, in years of a hundred: "in 98 of 100 years", "every year", "in no year". */
export function inYears(probability: number): string {
  if (isNever(probability)) return "in no year";
  if (isAlways(probability)) return "every year";
  const years = Math.round(probability * 100);
  if (years === 0) return "in fewer than 1 of 100 years";
  return years === 100 ? "in more than 99 of 100 years" : `in ${years} of 100 years`;
}

/** A probability in whole percent; only what cannot be is 0%, and only what must be is 100%. */
export function chance(probability: number): string {
  if (probability <= CERTAINTY) return "0%";
  if (probability >= 1 - CERTAINTY) return "100%";
  const percent = Math.round(probability * 100);
  if (percent === 0) return "under 1%";
  return percent === 100 ? "over 99%" : `${percent}%`;
}

/** Probabilities this close to 0 or 1 are the noise of arithmetic. */
const CERTAINTY = 1e-9;

export function isNever(probability: number): boolean {
  return probability <= CERTAINTY;
}

export function isAlways(probability: number): boolean {
  return probability >= 1 - CERTAINTY;
}

/** A commitment as a sentence names it: "$250k", "$499,999.99", "$329,686"; without one, "committing nothing". */
export function commitmentName(commitmentUsd: number, currency: Currency): string {
  const cents = toCents(commitmentUsd);
  if (cents === 0) return "committing nothing";
  if (cents % 100_000 === 0 || Math.abs(commitmentUsd) >= BILLION)
    return labelUsd(commitmentUsd, currency);
  // What was computed has no whole cents; what was written has, and is shown as written.
  const written = Math.abs(commitmentUsd * 100 - cents) < 1e-5;
  return written ? formatExactUsd(commitmentUsd, currency) : formatUsd(commitmentUsd, currency);
}

/** The first letter in upper case, as a sentence begins. */
export function asSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A load as a person says it: "20% lower than forecast", "as forecast". */
export function loadWords(factor: number): string {
  const percent = Math.round((factor - 1) * 100);
  if (percent === 0) return "as forecast";
  return `${Math.abs(percent)}% ${percent < 0 ? "lower" : "higher"} than forecast`;
}
