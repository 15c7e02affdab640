/** What a cell holds; null is a blank cell and an error is its text, such as "#N/A". */
export type Scalar = string | number | boolean | null;

/** Errors that a cell can show, with what Excel's objects call them. */
export const CELL_ERRORS = {
  "#NULL!": "Null",
  "#DIV/0!": "Div0",
  "#VALUE!": "Value",
  "#REF!": "Ref",
  "#NAME?": "Name",
  "#NUM!": "Num",
  "#N/A": "NotAvailable",
  "#SPILL!": "Spill",
  "#CALC!": "Calc",
  "#BUSY!": "Busy",
} as const;
export type CellErrorCode = keyof typeof CELL_ERRORS;

/** An error on its way into or out of a function, with its message for the reader. */
export interface CellError {
  readonly kind: "error";
  readonly code: CellErrorCode;
  readonly message?: string;
}

export type CellValue = Scalar | CellError;

export function isCellErrorCode(value: unknown): value is CellErrorCode {
  return typeof value === "string" && Object.hasOwn(CELL_ERRORS, value);
}

export function isCellError(value: CellValue): value is CellError {
  return typeof value === "object" && value !== null;
}

export function cellError(code: CellErrorCode, message?: string): CellError {
  return message === undefined ? { kind: "error", code } : { kind: "error", code, message };
}

/** Values of a block of cells, in rows of one length. */
export type Block = readonly (readonly CellValue[])[];
