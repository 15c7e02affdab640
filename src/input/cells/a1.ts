/** A block of cells; row and column from 0. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;

/** Letters of a column, from 0: A, Z, AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : "") + String.fromCharCode(65 + (column % 26));
}

/** A block as an address without its sheet: B3:P16, or B3 for one cell. */
export function blockAddress({ row, column, rows, columns }: Block): string {
  const first = columnLetters(column) + (row + 1);
  const last = columnLetters(column + columns - 1) + (row + rows);
  return first === last ? first : `${first}:${last}`;
}

/** The name of a sheet as it stands before the exclamation mark, whatever letters it has. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** An address without the sheet before the exclamation mark. */
export function withoutSheet(address: string): string {
  return address.slice(address.lastIndexOf("!") + 1);
}

/** The block of an address, with or without its sheet and dollar signs; whole columns and rows, such as A:C, too. */
export function blockOf(address: string): Block {
  const [first = "A1", last = first] = withoutSheet(address).replaceAll("$", "").split(":");
  const [row, column] = [rowOf(first, 1), columnOf(first, 1)];
  const rows = rowOf(last, SHEET_ROWS) - row + 1;
  return { row, column, rows, columns: columnOf(last, SHEET_COLUMNS) - column + 1 };
}

/** Whether the first block lies inside the second. */
export function isWithin(inner: Block, outer: Block): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

/** Whether two blocks have a cell in common. */
export function overlaps(one: Block, other: Block): boolean {
  return (
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows &&
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns
  );
}

function rowOf(cell: string, absent: number): number {
  return Number(cell.replace(/^[A-Z]+/, "") || absent) - 1;
}

function columnOf(cell: string, absent: number): number {
  const letters = cell.replace(/\d+$/, "");
  const number = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return (number || absent) - 1;
}
