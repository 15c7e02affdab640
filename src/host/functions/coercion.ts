import { fieldOf } from "../field-of";
import {
  type Block,
  CELL_ERRORS,
  type CellErrorCode,
  type CellValue,
  cellError,
  isCellError,
  isCellErrorCode,
  type Scalar,
} from "../grid/cell-value";
import type { FunctionArgument } from "../grid/function-argument";

/** What a blank cell is to a function: Excel on the desktop sends 0, Excel on the web null. */
export const BLANK_CHOICES = ["zero", "null", "empty"] as const;
export type BlankAs = (typeof BLANK_CHOICES)[number];

export interface ArgumentRules {
  readonly blankAs: BlankAs;
  /** Whether the function receives error cells as objects; if not, the call answers the error. */
  readonly errorsReachAny: boolean;
}

const BLANKS: Readonly<Record<BlankAs, Scalar>> = { zero: 0, null: null, empty: "" };

/** An argument that a function does not take: the call answers this error at once. */
export class ArgumentError extends Error {
  override readonly name = "ArgumentError";

  constructor(readonly code: CellErrorCode) {
    super(code);
  }
}

/** What a function receives for an argument written in a cell. Omitted arguments are null. */
export function toFunctionArgument(
  argument: FunctionArgument,
  isMatrix: boolean,
  rules: ArgumentRules,
): unknown {
  switch (argument.kind) {
    case "omitted":
      return null;
    case "scalar": {
      const value = toScalar(argument.value, rules);
      return isMatrix ? [[value]] : value;
    }
    case "matrix":
      return isMatrix
        ? argument.values.map((row) => row.map((cell) => toScalar(cell, rules)))
        : toScalar(argument.values[0]?.[0] ?? null, rules);
  }
}

function toScalar(value: CellValue, rules: ArgumentRules): unknown {
  if (isCellError(value)) {
    if (rules.errorsReachAny) return errorObject(value.code);
    throw new ArgumentError(value.code);
  }
  return value === null ? BLANKS[rules.blankAs] : value;
}

function errorObject(code: CellErrorCode): unknown {
  return { type: "Error", basicType: "Error", basicValue: code, errorType: CELL_ERRORS[code] };
}

/** What a function answers, as a block of cells; one value is a block of one. */
export function toCells(answer: unknown): Block {
  if (!Array.isArray(answer)) return [[toCell(answer)]];
  const rows = answer.map((row: unknown) => [row].flat().map(toCell));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (rows.length === 0 || width === 0) return [[cellError("#CALC!")]];
  return rows.map((row) => [
    ...row,
    ...Array.from({ length: width - row.length }, () => cellError("#N/A")),
  ]);
}

function toCell(value: unknown): CellValue {
  if (typeof value === "number") return Number.isFinite(value) ? value : cellError("#NUM!");
  if (typeof value === "string" || typeof value === "boolean") return value;
  return value === undefined || value === null ? 0 : objectToCell(value);
}

function objectToCell(value: unknown): CellValue {
  const error = readFunctionError(value);
  if (error) return error;
  const basic: unknown = fieldOf(value, "basicValue");
  if (isCellErrorCode(basic)) return cellError(basic);
  return basic === undefined ? cellError("#VALUE!") : toCell(basic);
}

/** Reads a CustomFunctions.Error of any page; undefined when the value is none. */
export function readFunctionError(value: unknown): CellValue | undefined {
  const code = fieldOf(value, "code");
  if (!isCellErrorCode(code)) return undefined;
  const message = fieldOf(value, "message");
  return cellError(code, typeof message === "string" && message !== "" ? message : undefined);
}
