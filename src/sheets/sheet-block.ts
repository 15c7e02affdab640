import { TEXT } from "../wording/format/number-formats";
import type { CellContent } from "./formulas/call";

/**
 * How a part of the sheet looks. A sentence is longer than its cell, and goes on over the cells beside it. What is
 * beside a number explains it. What is spilled has
 * formats alone, since some of its cells may stay blank.
 */
export type PartLook =
  | "heading"
  | "sentence"
  | "labels"
  | "beside"
  | "results"
  | "tableHeading"
  | "inputs"
  | "body"
  /** The same with columns so wide that its headings take one line. */
  | "wideBody"
  | "spilled"
  /** Small grey words about the sheet itself. */
  | "provenance";

/** A block of the sheet; row and column from 0. */
export interface SheetBlock {
  readonly row: number;
  readonly column: number;
  /** What is written; a spilled formula is one cell. */
  readonly cells: readonly (readonly CellContent[])[];
  /** What the part covers once its formulas are calculated. */
  readonly rows: number;
  readonly columns: number;
  readonly look: PartLook;
  /** Number format of each column, or of each row where the part is one column of results. */
  readonly formats: readonly string[];
}

/** Cells by their first row and column, from 0, and how many there are. */
export interface CellArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A heading with its line over all that it heads. */
export function headingAt(row: number, text: string, columns: number, column = 0): SheetBlock {
  return { row, column, cells: [[text]], rows: 1, columns, look: "heading", formats: [TEXT] };
}
