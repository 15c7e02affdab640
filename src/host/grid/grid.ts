import type { FunctionParameter } from "../functions/function-metadata";
import type { Rect } from "./address";
import type { CellStyle } from "./cell-style";
import type { Block, Scalar } from "./cell-value";
import type { FunctionArgument } from "./function-argument";
import type { Comparison, Validation } from "./validation";
import type { WholeSheets } from "./whole-sheets";

export const SHEET_VISIBILITIES = ["Visible", "Hidden", "VeryHidden"] as const;
export type SheetVisibility = (typeof SHEET_VISIBILITIES)[number];

export interface SheetInfo {
  readonly id: string;
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly tabColor: string;
}

/** A name, with its formula as the add-in or a person wrote it. */
export interface NameInfo {
  readonly name: string;
  readonly formula: string;
  readonly comment: string;
  readonly visible: boolean;
  /** The sheet that the name is scoped to; without it, the whole workbook. */
  readonly sheetId?: string;
}

export interface TableInfo extends TableOptions {
  readonly id: string;
  readonly name: string;
  readonly sheetId: string;
  readonly rect: Rect;
}

export interface TableOptions {
  readonly style: string;
  readonly showFilterButton: boolean;
  readonly showBandedRows: boolean;
}

/** Of a new table. */
export const USUAL_TABLE: TableOptions = {
  style: "TableStyleMedium2",
  showFilterButton: true,
  showBandedRows: true,
};

export interface ColorStop {
  readonly type: string;
  readonly formula?: string;
  readonly color: string;
}

export interface HighlightLook {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
}

export type ConditionalRule =
  | { readonly kind: "colorScale"; readonly stops: readonly ColorStop[] }
  | { readonly kind: "custom"; readonly formula: string; readonly look: HighlightLook }
  | (Comparison & { readonly kind: "cellValue"; readonly look: HighlightLook });

export interface ConditionalFormatInfo {
  readonly id: string;
  readonly sheetId: string;
  readonly rects: readonly Rect[];
  readonly rule: ConditionalRule;
}

export interface SelectionInfo {
  readonly sheetId: string;
  readonly rect: Rect;
}

/** Contents that changed, with Excel's word for the kind of change. */
export interface CellChange extends SelectionInfo {
  readonly changeType:
    | "RangeEdited"
    | "RowInserted"
    | "RowDeleted"
    | "ColumnInserted"
    | "ColumnDeleted";
}

export type GridEvent =
  | ({ readonly kind: "changed"; readonly byAddin: boolean } & CellChange)
  | { readonly kind: "sheetAdded" | "sheetDeleted"; readonly sheetId: string }
  | {
      readonly kind: "sheetRenamed";
      readonly sheetId: string;
      readonly before: string;
      readonly after: string;
    }
  | ({ readonly kind: "selected" } & SelectionInfo)
  | { readonly kind: "activated"; readonly sheetId: string }
  | { readonly kind: "calculated" };

/** A function that cells can call. */
export interface GridFunction {
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly Pick<FunctionParameter, "name" | "description" | "optional">[];
  /** Answers one call, at once where the function does; a block of more than one value spills. Never fails. */
  compute(args: readonly FunctionArgument[]): Block | Promise<Block>;
}

export type ClearWhat = "All" | "Contents" | "Formats";
export type CopyWhat = "All" | "Formats";

/**
 * The seam between Excel's object model and the spreadsheet that draws and
 * calculates: nothing above knows Univer, nothing below knows Office.js.
 */
export interface Grid {
  /** Sheets as wholes, for files. */
  readonly whole: WholeSheets;
  sheets(): readonly SheetInfo[];
  activeSheetId(): string;
  addSheet(name: string): string;
  deleteSheet(sheetId: string): void;
  renameSheet(sheetId: string, name: string): void;
  activateSheet(sheetId: string): void;
  setVisibility(sheetId: string, visibility: SheetVisibility): void;
  setTabColor(sheetId: string, color: string): void;
  showsGridlines(sheetId: string): boolean;
  showGridlines(sheetId: string, shown: boolean): void;
  freeze(sheetId: string, rows: number, columns: number): void;
  isProtected(sheetId: string): boolean;
  protect(sheetId: string, on: boolean): void;

  values(sheetId: string, rect: Rect): Scalar[][];
  formulas(sheetId: string, rect: Rect): Scalar[][];
  text(sheetId: string, rect: Rect): string[][];
  numberFormats(sheetId: string, rect: Rect): string[][];
  /** undefined leaves a cell alone, null or "" blanks it, text that starts with = is a formula. */
  write(sheetId: string, rect: Rect, cells: readonly (readonly (Scalar | undefined)[])[]): void;
  setNumberFormats(
    sheetId: string,
    rect: Rect,
    formats: readonly (readonly (string | undefined)[])[],
  ): void;
  clear(sheetId: string, rect: Rect, what: ClearWhat): void;
  /** Copies a block to the same address of another sheet. */
  copy(fromSheetId: string, toSheetId: string, rect: Rect, what: CopyWhat): void;
  /** The function's message about the error that a cell shows; null when there is none. */
  cellMessage(sheetId: string, row: number, col: number): string | null;

  usedRect(sheetId: string, valuesOnly: boolean): Rect | null;
  /** The cells that the formula at a cell spills over, with the cell itself. */
  spillRect(sheetId: string, row: number, col: number): Rect | null;
  /** The cell whose formula spills over a cell, possibly that cell itself; null outside any spill. */
  spillParent(sheetId: string, row: number, col: number): Rect | null;
  mergedRects(sheetId: string): readonly Rect[];
  merge(sheetId: string, rect: Rect): void;
  unmerge(sheetId: string, rect: Rect): void;

  style(sheetId: string, row: number, col: number): CellStyle;
  setStyle(sheetId: string, rect: Rect, style: CellStyle): void;
  namedStyle(sheetId: string, row: number, col: number): string;
  setNamedStyle(sheetId: string, rect: Rect, name: string): void;
  columnWidth(sheetId: string, column: number): number;
  setColumnWidth(sheetId: string, column: number, count: number, points: number): void;
  rowHeight(sheetId: string, row: number): number;
  setRowHeight(sheetId: string, row: number, count: number, points: number): void;

  names(): readonly NameInfo[];
  putName(name: NameInfo): void;
  deleteName(name: NameInfo): void;
  /** The cells that a name's formula refers to; null when it is no reference. */
  resolveName(name: NameInfo): SelectionInfo | null;

  tables(): readonly TableInfo[];
  addTable(table: TableInfo): void;
  updateTable(table: TableInfo): void;
  /** Inserts a blank row into a table, counted from 0 below its headings, that looks like its neighbour. */
  insertTableRow(tableId: string, index: number): void;
  /** Deletes a row of a table with its cells; the last one left is only blanked. */
  deleteTableRow(tableId: string, index: number): void;
  /** Removes a table with its cells. */
  removeTable(tableId: string): void;

  conditionalFormats(sheetId: string): readonly ConditionalFormatInfo[];
  /** Adds a format, or changes the one of its id, which keeps its place among the others. */
  putConditionalFormat(format: ConditionalFormatInfo): void;
  deleteConditionalFormat(id: string): void;
  /** Colour that a colour scale gives a cell now; null when none does. */
  shownFill(sheetId: string, row: number, col: number): string | null;

  validation(sheetId: string, rect: Rect): Validation | null;
  setValidation(sheetId: string, rect: Rect, validation: Validation | null): void;

  selection(): SelectionInfo;
  select(sheetId: string, rect: Rect): void;

  registerFunction(definition: GridFunction): void;
  /** Names of add-ins' functions that typing in a cell offers. */
  functionNames(): readonly string[];
  recalculate(): void;
  /** Resolves when everything written so far has been calculated. */
  settle(): Promise<void>;
  onEvent(listener: (event: GridEvent) => void): void;
}
