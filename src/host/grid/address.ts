/** A block of cells on one sheet, counted from 0. */
export interface Rect {
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
}

/** A parsed address: the block and, when it is written, the sheet. */
export interface ParsedAddress {
  readonly sheet?: string;
  readonly rect: Rect;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLS = 16_384;
export const WHOLE_SHEET: Rect = { row: 0, col: 0, rows: MAX_ROWS, cols: MAX_COLS };

/** Column letters of a column counted from 0: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Column counted from 0 of its letters: A is 0, AA is 26. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** A sheet's name as a formula writes it: in quotes when it needs them. */
export function quoteSheet(name: string): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_.]*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Text of a block: B2, A1:C3, A:C or 2:4; `absolute` puts a dollar sign before each part. */
export function formatAddress(rect: Rect, absolute = false): string {
  const sign = absolute ? "$" : "";
  const firstColumn = sign + columnLetters(rect.col);
  const lastColumn = sign + columnLetters(rect.col + rect.cols - 1);
  const firstRow = `${sign}${rect.row + 1}`;
  const lastRow = `${sign}${rect.row + rect.rows}`;
  if (rect.rows === MAX_ROWS) return `${firstColumn}:${lastColumn}`;
  if (rect.cols === MAX_COLS) return `${firstRow}:${lastRow}`;
  if (rect.rows === 1 && rect.cols === 1) return firstColumn + firstRow;
  return `${firstColumn}${firstRow}:${lastColumn}${lastRow}`;
}

const ADDRESS =
  /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?\$?([A-Z]{1,3})?\$?([1-9]\d*)?(?::\$?([A-Z]{1,3})?\$?([1-9]\d*)?)?$/i;

/** Reads "Sheet 1!A1:B2", "A:C", "3:4" or "B2"; null when the text is no address. */
export function parseAddress(text: string): ParsedAddress | null {
  const match = ADDRESS.exec(text.trim());
  if (!match) return null;
  const [, quoted, plain, letters1, digits1, letters2, digits2] = match;
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  const isPair = text.includes(":", text.lastIndexOf("!") + 1);
  const [lastLetters, lastDigits] = isPair ? [letters2, digits2] : [letters1, digits1];
  const isWhole = isPair ? letters1 || digits1 : letters1 && digits1;
  if (!isWhole || !letters1 !== !lastLetters || !digits1 !== !lastDigits) return null;
  const col1 = letters1 ? columnIndex(letters1) : 0;
  const row1 = digits1 ? Number(digits1) - 1 : 0;
  const col2 = lastLetters ? columnIndex(lastLetters) : MAX_COLS - 1;
  const row2 = lastDigits ? Number(lastDigits) - 1 : MAX_ROWS - 1;
  const rect = {
    row: Math.min(row1, row2),
    col: Math.min(col1, col2),
    rows: Math.abs(row2 - row1) + 1,
    cols: Math.abs(col2 - col1) + 1,
  };
  if (rect.row + rect.rows > MAX_ROWS || rect.col + rect.cols > MAX_COLS) return null;
  return sheet === undefined ? { rect } : { sheet, rect };
}

/** Cells that two blocks share; null when they share none. */
export function intersect(a: Rect, b: Rect): Rect | null {
  const row = Math.max(a.row, b.row);
  const col = Math.max(a.col, b.col);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const cols = Math.min(a.col + a.cols, b.col + b.cols) - col;
  return rows > 0 && cols > 0 ? { row, col, rows, cols } : null;
}

/** Smallest block that holds both. */
export function bound(a: Rect, b: Rect): Rect {
  const row = Math.min(a.row, b.row);
  const col = Math.min(a.col, b.col);
  const rows = Math.max(a.row + a.rows, b.row + b.rows) - row;
  const cols = Math.max(a.col + a.cols, b.col + b.cols) - col;
  return { row, col, rows, cols };
}

/** Smallest block that holds all; null when there are none. */
export function boundAll(rects: readonly Rect[]): Rect | null {
  return rects.reduce<Rect | null>((all, rect) => (all ? bound(all, rect) : rect), null);
}

/** Whether every cell of `inner` lies in `outer`. */
export function contains(outer: Rect, inner: Rect): boolean {
  const shared = intersect(outer, inner);
  return shared !== null && shared.rows === inner.rows && shared.cols === inner.cols;
}

/** Whether two blocks are the same cells. */
export function sameRect(a: Rect, b: Rect): boolean {
  return a.row === b.row && a.col === b.col && a.rows === b.rows && a.cols === b.cols;
}

/** A block of results, one for each cell, from the cell's place in the block. */
export function mapCells<T>(rect: Rect, cell: (row: number, col: number) => T): T[][] {
  return Array.from({ length: rect.rows }, (_, row) =>
    Array.from({ length: rect.cols }, (_, col) => cell(row, col)),
  );
}
