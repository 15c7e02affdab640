import type { Rect } from "./address";
import type { Borders, CellStyle } from "./cell-style";
import type { Scalar } from "./cell-value";
import type { Validation } from "./validation";

/** Everything about how one cell looks. */
export interface CellLook extends CellStyle {
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
  readonly borders: Borders;
  /** Name of the cell style behind the look; "Normal" when there is none. */
  readonly namedStyle: string;
  readonly numberFormat: string;
}

/** What a formula showed where its file was saved. */
export interface LastValue {
  /** Values of the formula's own cell and of those it filled. */
  readonly block: readonly (readonly Scalar[])[];
  /** Whether they stay when the formula gives an error here, or whatever it gives. */
  readonly stays: "onError" | "always";
}

/** One cell that holds or shows something, taken literally: nothing is read as typing. */
export interface PlacedCell {
  readonly row: number;
  readonly col: number;
  readonly value: Scalar;
  readonly formula: string | null;
  /** Cells that the formula fills, itself included; null when it fills its own cell alone. */
  readonly spill: { readonly rows: number; readonly cols: number } | null;
  /** Only where they may replace what the formula gives here. */
  readonly lastValue?: LastValue;
  /** Whether a formula of another cell filled the value. */
  readonly isSpilled: boolean;
  /** null is the look of an untouched cell. */
  readonly look: CellLook | null;
}

export interface PlacedValidation {
  readonly rects: readonly Rect[];
  readonly validation: Validation;
}

/** A grid's sheets as wholes, the way files need them. Widths and heights are in points. */
export interface WholeSheets {
  /** In the order of reading: row by row. */
  cells(sheetId: string): readonly PlacedCell[];
  /** Fills an empty sheet. */
  putCells(sheetId: string, cells: readonly PlacedCell[]): void;
  /** Keeps these formulas from being parsed, and no others: a misread one, such as Sheet1:Other!B4, can take long. */
  leaveUnread(formulas: ReadonlySet<string>): void;
  /** Ends the opening of a sheet, once calculated; answers how many of its formulas show their last values. */
  settleLastValues(sheetId: string): number;
  /** Whether a formula can be written into a cell here. */
  canRead(formula: string): boolean;
  /** Whether formulas here can call a function, whatever the case of its name. */
  hasFunction(name: string): boolean;
  frozen(sheetId: string): { readonly rows: number; readonly columns: number };
  columnWidths(sheetId: string): readonly number[];
  /** Heights of the rows whose height was set, by row. */
  rowHeights(sheetId: string): ReadonlyMap<number, number>;
  /** Merges as much of a block as the sheet has; answers whether that is all of it. */
  merge(sheetId: string, rect: Rect): boolean;
  validations(sheetId: string): readonly PlacedValidation[];
  /** What a person made with the grid's own menus and a file cannot keep: a phrase for each kind. */
  untold(sheetId: string): readonly string[];
  /** Clears the undo history. */
  forgetUndo(): void;
}
