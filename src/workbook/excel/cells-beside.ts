import { blockAddress, blockOf, SHEET_COLUMNS } from "../../input/cells/a1";

/** How many columns or rows before the numbers their labels may be. */
const REACH = 3;
/** Three years of days; a longer list has no labels that matter. */
const MOST_NUMBERS = 1_100;

/**
 * Address of the cells around a row or column of numbers that may say what they are: three columns before it and one behind
 * with the row above, or three rows above it with the column before. Undefined where the cells are no such list, and for one
 * number.
 *
 * @param address Of the numbers, with or without its sheet. The answer has none.
 */
export function besideAddress(address: string): string | undefined {
  const { row, column, rows, columns } = blockOf(address);
  if ((rows === 1) === (columns === 1) || rows * columns > MOST_NUMBERS) return undefined;
  const isUpright = columns === 1;
  const [top, left] = [row - (isUpright ? 1 : REACH), column - (isUpright ? REACH : 1)].map((at) =>
    Math.max(0, at),
  ) as [number, number];
  const right = Math.min(SHEET_COLUMNS, column + columns + (isUpright ? 1 : 0));
  return blockAddress({ row: top, column: left, rows: row + rows - top, columns: right - left });
}
