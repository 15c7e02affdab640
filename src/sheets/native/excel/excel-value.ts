/** An error as a cell shows it. */
export class ExcelError {
  constructor(readonly code: "#N/A" | "#VALUE!" | "#DIV/0!" | "#NUM!" | "#REF!") {}
}

/** The value of one cell; null is a blank. */
export type ExcelScalar = number | string | boolean | null | ExcelError;
/** A value of a formula: of one cell, or of a block of cells. */
export type ExcelValue = ExcelScalar | readonly (readonly ExcelScalar[])[];

export const NOT_AVAILABLE = new ExcelError("#N/A");
export const WRONG_VALUE = new ExcelError("#VALUE!");

/** A value as rows of cells; one value is a row of one cell. */
export function rowsOf(value: ExcelValue): readonly (readonly ExcelScalar[])[] {
  return isBlock(value) ? value : [[value]];
}

export function isBlock(value: ExcelValue): value is readonly (readonly ExcelScalar[])[] {
  return Array.isArray(value);
}

/** The number that Excel makes of a value where it needs one. A text is refused, though Excel reads digits in it: a text of ours is a word. */
export function numberOf(value: ExcelScalar): number | ExcelError {
  if (typeof value === "number" || value instanceof ExcelError) return value;
  if (value === null) return 0;
  return typeof value === "boolean" ? Number(value) : WRONG_VALUE;
}

export function textOf(value: ExcelScalar): string | ExcelError {
  if (value instanceof ExcelError) return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return value === null ? "" : String(value);
}

/** A number where it is one: Excel has no NaN and no infinity. */
export function finite(value: number): number | ExcelError {
  return Number.isFinite(value) ? value : new ExcelError("#NUM!");
}
