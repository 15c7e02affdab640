import {
  ExcelError,
  type ExcelScalar,
  type ExcelValue,
  finite,
  isBlock,
  numberOf,
  rowsOf,
  textOf,
} from "./excel-value";
import type { NativeOperator } from "./formula";

type Operation = (left: ExcelScalar, right: ExcelScalar) => ExcelScalar;

const OPERATIONS: Readonly<Record<NativeOperator, Operation>> = {
  "+": arithmetic((left, right) => finite(left + right)),
  "-": arithmetic((left, right) => finite(left - right)),
  "*": arithmetic((left, right) => finite(left * right)),
  "/": arithmetic((left, right) =>
    right === 0 ? new ExcelError("#DIV/0!") : finite(left / right),
  ),
  "&": (left, right) => {
    const [first, second] = [textOf(left), textOf(right)];
    if (first instanceof ExcelError) return first;
    return second instanceof ExcelError ? second : first + second;
  },
  "=": comparison((order) => order === 0),
  "<>": comparison((order) => order !== 0),
  "<": comparison((order) => order < 0),
  ">": comparison((order) => order > 0),
  "<=": comparison((order) => order <= 0),
  ">=": comparison((order) => order >= 0),
};

/** An operator between two values; between blocks it works cell by cell, a row or a column serving for every other. */
export function operate(left: ExcelValue, operator: NativeOperator, right: ExcelValue): ExcelValue {
  const operation = OPERATIONS[operator];
  if (!isBlock(left) && !isBlock(right)) return operation(left, right);
  const [first, second] = [rowsOf(left), rowsOf(right)];
  const height = Math.max(first.length, second.length);
  const width = Math.max(first[0]?.length ?? 1, second[0]?.length ?? 1);
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) =>
      operation(cellOf(first, row, column), cellOf(second, row, column)),
    ),
  );
}

function cellOf(
  rows: readonly (readonly ExcelScalar[])[],
  row: number,
  column: number,
): ExcelScalar {
  const cells = rows[rows.length === 1 ? 0 : row] ?? [];
  return cells[cells.length === 1 ? 0 : column] ?? null;
}

function arithmetic(compute: (left: number, right: number) => ExcelScalar): Operation {
  return (left, right) => {
    const [first, second] = [numberOf(left), numberOf(right)];
    if (first instanceof ExcelError) return first;
    return second instanceof ExcelError ? second : compute(first, second);
  };
}

function comparison(holds: (order: number) => boolean): Operation {
  return (left, right) => {
    if (left instanceof ExcelError) return left;
    return right instanceof ExcelError ? right : holds(orderOf(left, right));
  };
}

type Comparable = Exclude<ExcelScalar, ExcelError>;

/** Below, at or above 0 as Excel sorts: numbers, then texts without regard to case, then truths; a blank is 0 or an empty text. */
function orderOf(left: Comparable, right: Comparable): number {
  const first = left ?? (typeof right === "string" ? "" : 0);
  const second = right ?? (typeof left === "string" ? "" : 0);
  const kinds = rankOf(first) - rankOf(second);
  if (kinds !== 0) return kinds;
  if (typeof first === "string" && typeof second === "string")
    return compare(first.toLowerCase(), second.toLowerCase());
  return compare(Number(first), Number(second));
}

function rankOf(value: number | string | boolean): number {
  if (typeof value === "number") return 0;
  return typeof value === "string" ? 1 : 2;
}

function compare<T extends number | string>(first: T, second: T): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
