import { type Currency, withSign } from "./currency";

/** Above this a double no longer holds cents, nor does a cell. */
export const LARGEST_AMOUNT_USD = 1e15;

/**
 * Whole cents in an amount, halves rounded away from zero.
 *
 * Amounts are compared in cents (docs/pricing-model.md 2.4): noise of 1e-9 from a formula must not cost a
 * band. Money itself is never rounded.
 */
export function toCents(amountUsd: number): number {
  return Math.sign(amountUsd) * Math.round(Math.abs(amountUsd) * 100);
}

/**
 * An amount as people say it: $250k, $1M, $262.5k, $500, $2.25bn, in the label chosen. Exact to the cent, without trailing zeros:
 * from a billion on, one of more than four figures is written out, $12,345,678,901.
 */
export function formatShortUsd(amountUsd: number, currency: Currency): string {
  const cents = toCents(amountUsd);
  const sign = cents < 0 ? "-" : "";
  const size = Math.abs(cents);
  if (size >= 1e11) return sign + withSign(billions(size), currency);
  if (size >= 1e8) return sign + withSign(`${shiftDecimals(size, 8)}M`, currency);
  if (size >= 1e5) return sign + withSign(`${shiftDecimals(size, 5)}k`, currency);
  return sign + withSign(shiftDecimals(size, 2), currency);
}

function billions(cents: number): string {
  const figures = (cents / 1e11).toPrecision(MOST_FIGURES);
  if (Math.round(Number(figures) * 1e11) === cents)
    return `${Number(figures).toLocaleString("en-US")}bn`;
  const decimals = cents % 100 === 0 ? 0 : 2;
  return (cents / 100).toLocaleString("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

const MOST_FIGURES = 4;

/** Moves the decimal point by text: dividing cents by 1e5 would print 262.49999999999994. */
function shiftDecimals(whole: number, places: number): string {
  const digits = whole.toFixed(0).padStart(places + 1, "0");
  const decimals = digits.slice(-places).replace(/0+$/, "");
  return digits.slice(0, -places) + (decimals && `.${decimals}`);
}
