import { MAX_COLS, type Rect } from "../../../src/host/grid/address";
import type { Borders, CellStyle } from "../../../src/host/grid/cell-style";
import type { Scalar } from "../../../src/host/grid/cell-value";
import type {
  ConditionalFormatInfo,
  NameInfo,
  SheetVisibility,
  TableInfo,
} from "../../../src/host/grid/grid";
import type { PlacedValidation } from "../../../src/host/grid/whole-sheets";
import { itemNotFound } from "../../../src/host/office/host-error";

export interface MemoryCell {
  /** The value written; null beside a formula. */
  readonly value: Scalar;
  readonly formula: string | null;
  readonly numberFormat: string;
  readonly style: CellStyle;
  readonly namedStyle: string;
  readonly borders: Borders;
}

export interface MemorySheet {
  readonly id: string;
  name: string;
  visibility: SheetVisibility;
  tabColor: string;
  showsGridlines: boolean;
  isProtected: boolean;
  frozen: { readonly rows: number; readonly columns: number };
  selection: Rect;
  merges: readonly Rect[];
  validations: readonly PlacedValidation[];
  /** By `cellKey`. */
  readonly cells: Map<number, MemoryCell>;
  /** In points, by column and by row. */
  readonly widths: Map<number, number>;
  readonly heights: Map<number, number>;
}

/** A name; one that refers to a table keeps the table's id. */
export interface MemoryName extends NameInfo {
  readonly tableId?: string;
}

/** A workbook as plain data: a structured clone of it is another workbook. */
export interface MemoryBook {
  sheets: readonly MemorySheet[];
  activeSheetId: string;
  names: readonly MemoryName[];
  tables: readonly TableInfo[];
  formats: readonly ConditionalFormatInfo[];
}

export const BLANK: MemoryCell = {
  value: null,
  formula: null,
  numberFormat: "General",
  style: {},
  namedStyle: "Normal",
  borders: {},
};

/** Whether a cell differs from one that was never touched. */
export function isTouched(cell: MemoryCell): boolean {
  return hasContent(cell) || hasLook(cell);
}

export function hasContent({ value, formula }: MemoryCell): boolean {
  return value !== null || formula !== null;
}

export function hasLook({
  numberFormat,
  style,
  namedStyle,
  borders,
}: Omit<MemoryCell, "value" | "formula">): boolean {
  return (
    numberFormat !== BLANK.numberFormat ||
    namedStyle !== BLANK.namedStyle ||
    Object.keys(style).length + Object.keys(borders).length > 0
  );
}

export function newSheet(id: string, name: string): MemorySheet {
  return {
    id,
    name,
    visibility: "Visible",
    tabColor: "",
    showsGridlines: true,
    isProtected: false,
    frozen: { rows: 0, columns: 0 },
    selection: { row: 0, col: 0, rows: 1, cols: 1 },
    merges: [],
    validations: [],
    cells: new Map(),
    widths: new Map(),
    heights: new Map(),
  };
}

export function sheetOf(book: MemoryBook, sheetId: string): MemorySheet {
  const sheet = book.sheets.find(({ id }) => id === sheetId);
  if (sheet === undefined) throw new Error(`There is no sheet ${sheetId}.`);
  return sheet;
}

export function tableOf(book: MemoryBook, tableId: string): TableInfo {
  const table = book.tables.find(({ id }) => id === tableId);
  if (table === undefined) throw itemNotFound("the table was deleted");
  return table;
}

export function cellAt(sheet: MemorySheet, row: number, col: number): MemoryCell {
  return sheet.cells.get(cellKey(row, col)) ?? BLANK;
}

/** Changes parts of a cell, and drops a cell that is again as if never touched. */
export function changeCell(
  sheet: MemorySheet,
  row: number,
  col: number,
  change: Partial<MemoryCell>,
): void {
  const cell = { ...cellAt(sheet, row, col), ...change };
  if (isTouched(cell)) sheet.cells.set(cellKey(row, col), cell);
  else sheet.cells.delete(cellKey(row, col));
}

export function cellKey(row: number, col: number): number {
  return row * MAX_COLS + col;
}

export function placeOf(key: number): { readonly row: number; readonly col: number } {
  return { row: Math.floor(key / MAX_COLS), col: key % MAX_COLS };
}

/** Cells of a block that were touched, with their places. */
export function touchedIn(
  sheet: MemorySheet,
  rect: Rect,
): readonly { readonly row: number; readonly col: number; readonly cell: MemoryCell }[] {
  return [...sheet.cells].flatMap(([key, cell]) => {
    const { row, col } = placeOf(key);
    const isIn =
      row >= rect.row &&
      row < rect.row + rect.rows &&
      col >= rect.col &&
      col < rect.col + rect.cols;
    return isIn ? [{ row, col, cell }] : [];
  });
}
