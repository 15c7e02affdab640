/**
 * Gives every cell of a range one number format.
 *
 * Excel takes a single text for the whole range and refuses an array of another size; the typings know only the array.
 */
export function setNumberFormat(range: Excel.Range, format: string): void {
  range.numberFormat = format as unknown as string[][];
}
