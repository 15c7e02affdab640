import { currency } from "../core/currency";

/**
 * Gives every cell of a range one number format.
 *
 * Excel takes a single text for the whole range and refuses an array of another size; the typings know only the array.
 */
export function setNumberFormat(range: Excel.Range, format: string): void {
  range.numberFormat = inCurrency(format) as unknown as string[][];
}

/** Gives each cell of a range a number format of its own. */
export function setNumberFormats(
  range: Excel.Range,
  formats: readonly (readonly string[])[],
): void {
  range.numberFormat = formats.map((row) => row.map(inCurrency));
}

/**
 * A number format with the label of amounts where it is written with a dollar sign.
 *
 * The label is quoted, whatever it is: a bare dollar sign is to Excel the sign of the currency that the computer is set to.
 */
export function inCurrency(format: string): string {
  return format.replaceAll("$", `"${currency().sign}"`);
}

/** How wide a column of amounts is, in points, where it would be so wide for dollars. */
export function amountWidth(points: number): number {
  return points + (currency().sign.length - 1) * LETTER_WIDTH;
}

const LETTER_WIDTH = 6;
