import { currency } from "../core/currency";

/**
 * Gives every cell of a range one number format.
 *
 * Excel takes a single text for the whole range and refuses an array of another size; the typings know only the array.
 */
export function setNumberFormat(range: Excel.Range, format: string): void {
  range.numberFormat = inCurrency(format) as unknown as string[][];
}

/** A number format with the label of amounts where it is written with a dollar sign. */
export function inCurrency(format: string): string {
  const { code, sign } = currency();
  return code === "USD" ? format : format.replaceAll("$", `"${sign}"`);
}
