import type { ICellData, IObjectMatrixPrimitiveType } from "@univerjs/core";
import type { Rect } from "./address";
import type { SelectionInfo } from "./grid";

/** Where Univer's mutation of cells put contents; null when only looks changed. */
export function writtenCells(params: object | undefined): SelectionInfo | null {
  const written = params as WrittenCells | undefined;
  const rect = written?.cellValue && writtenRect(written.cellValue);
  return written && rect ? { sheetId: written.subUnitId, rect } : null;
}

/** What Univer's mutation of cells is given; a blanked cell is null. */
export interface WrittenCells {
  readonly subUnitId: string;
  readonly cellValue?: IObjectMatrixPrimitiveType<ICellData | null>;
}

/** Bounds of the cells that got contents; null when only looks changed. */
function writtenRect(cells: IObjectMatrixPrimitiveType<ICellData | null>): Rect | null {
  const places = Object.entries(cells).flatMap(([row, columns]) =>
    Object.entries(columns ?? {}).flatMap(([col, cell]) =>
      isContent(cell) ? [{ row: Number(row), col: Number(col) }] : [],
    ),
  );
  if (places.length === 0) return null;
  const span = (values: readonly number[]): readonly [number, number] => [
    values.reduce((a, b) => Math.min(a, b)),
    values.reduce((a, b) => Math.max(a, b)),
  ];
  const [top, bottom] = span(places.map(({ row }) => row));
  const [left, right] = span(places.map(({ col }) => col));
  return { row: top, col: left, rows: bottom - top + 1, cols: right - left + 1 };
}

/** A blanked cell is null; one with only a style has neither value, formula nor rich text. */
function isContent(cell: unknown): boolean {
  return typeof cell === "object" && (cell === null || "v" in cell || "f" in cell || "p" in cell);
}
