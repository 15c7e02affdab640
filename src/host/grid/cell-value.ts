/** What a cell holds; null is a blank cell and an error is its text, such as "#N/A". */
export type Scalar = string | number | boolean | null;

/** Errors that a cell can show. */
export const CELL_ERRORS = [
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#SPILL!",
  "#CALC!",
  "#BUSY!",
] as const;
export type CellErrorCode = (typeof CELL_ERRORS)[number];

/** An error on its way into or out of a function, with its message for the reader. */
export interface CellError {
  readonly kind: "error";
  readonly code: CellErrorCode;
  readonly message?: string;
}

export type CellValue = Scalar | CellError;

export function isCellErrorCode(value: unknown): value is CellErrorCode {
  return CELL_ERRORS.some((code) => code === value);
}

export function isCellError(value: CellValue): value is CellError {
  return typeof value === "object" && value !== null;
}

export function cellError(code: CellErrorCode, message?: string): CellError {
  return message === undefined ? { kind: "error", code } : { kind: "error", code, message };
}

/** Values of a block of cells, in rows of one length. */
export type Block = readonly (readonly CellValue[])[];
