import type { Currency } from "../../core/currency";

/**
 * Gives every cell of a range one number format.
 *
 * Excel takes a single text for the whole range and refuses an array of another size; the typings know only the array.
 */
export function setNumberFormat(range: Excel.Range, format: string, currency: Currency): void {
  range.numberFormat = inCurrency(format, currency) as unknown as string[][];
}

/** Gives each cell of a range a number format of its own. */
export function setNumberFormats(
  range: Excel.Range,
  formats: readonly (readonly string[])[],
  currency: Currency,
): void {
  range.numberFormat = formats.map((row) => row.map((one) => inCurrency(one, currency)));
}

/**
 * A number format with the label of amounts where it is written with a dollar sign.
 *
 * The label is quoted, whatever it is: a bare dollar sign is to Excel the sign of the currency that the computer is set to.
 */
export function inCurrency(format: string, currency: Currency): string {
  return format.replaceAll("$", `"${currency.sign}"`);
}

/**
 * How wide a column of amounts is, in points.
 *
 * @param least How wide it is at least where amounts are in dollars.
 * @param largestUsd The largest amount that is known of it. What is calculated from it, or typed later, may have a digit more.
 */
export function amountWidth(least: number, currency: Currency, largestUsd = 0): number {
  const widest = `$${Math.ceil(10 * Math.abs(largestUsd)).toLocaleString("en-US")}`;
  const commas = widest.split(",").length - 1;
  const needed = (widest.length - commas) * DIGIT + commas * COMMA + MINUS_AND_EDGES;
  return Math.max(least, needed) + (currency.sign.length - 1) * LETTER_WIDTH;
}

/**
 * How wide a column of amounts is where somebody may type others than are known: it holds a trillion, and ten times what is
 * known.
 */
export function typedAmountWidth(least: number, currency: Currency, largestUsd: number): number {
  return amountWidth(least, currency, Math.max(TYPED_USD, Math.abs(largestUsd)));
}

/** A tenth of a trillion: a width has room for ten times an amount. */
const TYPED_USD = 1e11;

/** Points in Arial 11, which is wider than the fonts that Excel begins with. */
const DIGIT = 6.2;
const COMMA = 3.1;
const MINUS_AND_EDGES = 11;
const LETTER_WIDTH = 6;
