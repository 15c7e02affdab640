import { fieldOf } from "../field-of";
import { mapCells, type Rect } from "../grid/address";
import type { Scalar } from "../grid/cell-value";
import { invalidArgument } from "../office/host-error";

export function isScalar(value: unknown): value is Scalar {
  return (
    value === null ||
    typeof value === "string" ||
    typeof value === "boolean" ||
    (typeof value === "number" && Number.isFinite(value))
  );
}

export function isText(value: unknown): value is string | null {
  return value === null || typeof value === "string";
}

/** What an add-in writes to a range: one value for every cell, or a block of the range's shape. */
export function fillBlock<T>(
  input: unknown,
  rect: Rect,
  accepts: (value: unknown) => value is T,
): T[][] {
  if (!Array.isArray(input)) {
    if (!accepts(input)) throw invalidArgument(`${String(input)} cannot be put into a cell`);
    return mapCells(rect, () => input);
  }
  const rows: unknown[][] = input;
  const shape = rows.map((row) => row.length);
  if (rows.length !== rect.rows || shape.some((width) => width !== rect.cols)) {
    throw invalidArgument(
      `the range has ${rect.rows} rows and ${rect.cols} columns, the array ${rows.length} rows of ${shape.join(", ").slice(0, 40)}`,
    );
  }
  return rows.map((row) =>
    row.map((cell) => {
      if (!accepts(cell)) throw invalidArgument(`${String(cell)} cannot be put into a cell`);
      return cell;
    }),
  );
}

/** A record's text under a name; undefined when it has none. */
export function textOf(record: unknown, key: string): string | undefined {
  const value = fieldOf(record, key);
  return value === undefined || value === null ? undefined : String(value);
}
