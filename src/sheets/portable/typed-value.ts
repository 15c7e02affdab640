import { ExcelError, type ExcelScalar } from "../native/excel/excel-value";

const ERRORS = ["#N/A", "#VALUE!", "#DIV/0!", "#NUM!", "#REF!"] as const;

/** What a cell shows, as formulas calculate with it. */
export function typedValue(value: unknown): ExcelScalar {
  if (typeof value === "number" || typeof value === "boolean") return value;
  const error = ERRORS.find((code) => code === value);
  if (error !== undefined) return new ExcelError(error);
  return typeof value === "string" && value !== "" ? value : null;
}
