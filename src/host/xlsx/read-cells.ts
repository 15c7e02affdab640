import type { Cell, Sheet } from "hucre/xlsx";
import { bound, contains, mapCells, parseAddress, type Rect } from "../grid/address";
import type { Scalar } from "../grid/cell-value";
import type { CellLook, LastValue, PlacedCell } from "../grid/whole-sheets";
import { fromFileStyle } from "./cell-format";
import { compactPlace, type RawCell } from "./compact-cells";
import { dateFormatOf, daysOf } from "./date-text";
import { shiftFormula } from "./formula-text";

/** The parts of a file that reading one sheet needs. */
export interface ReadingContext {
  readonly rewrite: (formula: string) => string;
  readonly theme: readonly string[];
  readonly usualFont: string;
  readonly styleNames: readonly string[];
  readonly notes: Set<string>;
}

interface ReadCell extends RawCell {
  /** Properties from the library beside the value. */
  readonly cell: Cell | undefined;
  readonly value: Scalar;
}

/** The cells of a sheet, from what the library read and from the sheet's own XML. */
export function readCells(
  sheet: Sheet,
  raws: readonly RawCell[],
  context: ReadingContext,
): readonly PlacedCell[] {
  const cells = new Map(
    raws.map((raw, index): [string, ReadCell] => {
      const { row, col } = compactPlace(index);
      const cell = sheet.cells?.get(`${row},${col}`);
      return [keyOf(raw), { ...raw, cell, value: readScalar(cell, sheet.rows[row]?.[col], raw) }];
    }),
  );
  const formulaOf = formulasOf(cells);
  const spilled = new Set<string>();
  const placed = [...cells.values()].flatMap((one): PlacedCell[] => {
    const { row, col, cell, value } = one;
    const look = readLook(one, context);
    const formula = formulaOf(one);
    if (value === null && formula === null && look === null) return [];
    const place = { row, col, value, isSpilled: false, look };
    if (formula === null) return [{ ...place, formula, spill: null }];
    const area = cell?.formulaType === "array" ? parseAddress(cell.formulaRef ?? "")?.rect : null;
    const spill = area && area.rows * area.cols > 1 ? area : null;
    const filled = spill ? filledCells(spill, cells) : [one];
    for (const other of filled) if (other !== one) spilled.add(keyOf(other));
    const lastValue = lastOf(one, filled, cells);
    return [{ ...place, formula: context.rewrite(formula), spill, lastValue }];
  });
  return placed.map((cell) => (spilled.has(keyOf(cell)) ? { ...cell, isSpilled: true } : cell));
}

function keyOf({ row, col }: { readonly row: number; readonly col: number }): string {
  return `${row},${col}`;
}

function readScalar(
  cell: Cell | undefined,
  given: Cell["value"] | undefined,
  raw: RawCell,
): Scalar {
  const value = cell?.formulaResult ?? cell?.value ?? given ?? null;
  if (raw.type === "d") return daysOf(raw.text) ?? raw.text;
  // The library makes dates of numbers that are formatted so.
  return value instanceof Date ? Number(raw.text) : value;
}

function readLook(
  { cell, style, type, value }: ReadCell,
  context: ReadingContext,
): CellLook | null {
  const named = context.styleNames[style] ?? "Normal";
  const isDay = type === "d" && typeof value === "number";
  if (!cell?.style && named === "Normal" && !isDay) return null;
  const look = fromFileStyle(cell?.style ?? {}, named, context.usualFont, context.theme);
  const isPlain = look.numberFormat === "General";
  return isDay && isPlain ? { ...look, numberFormat: dateFormatOf(value) } : look;
}

/** The cells that a formula fills, among those of the file: the file may name whole columns. */
function filledCells(area: Rect, cells: ReadonlyMap<string, ReadCell>): readonly ReadCell[] {
  if (area.rows * area.cols > cells.size) {
    return [...cells.values()].filter((cell) => contains(area, { ...cell, rows: 1, cols: 1 }));
  }
  const inArea = mapCells(area, (row, col) => cells.get(`${area.row + row},${area.col + col}`));
  return inArea.flat().filter((cell) => cell !== undefined);
}

function lastOf(
  { row, col, value }: ReadCell,
  filled: readonly ReadCell[],
  cells: ReadonlyMap<string, ReadCell>,
): LastValue {
  const own: Rect = { row, col, rows: 1, cols: 1 };
  const block = filled.reduce((all, cell) => bound(all, { ...cell, rows: 1, cols: 1 }), own);
  const valueAt = (down: number, across: number): Scalar =>
    cells.get(`${row + down},${col + across}`)?.value ?? null;
  // A formula without a value was never calculated.
  const known = value === null ? [["#NAME?"]] : mapCells(block, valueAt);
  return { block: known, stays: "onError" };
}

/** Each cell's own formula: a file may write one for many cells, and that of a what-if table is none. */
function formulasOf(cells: ReadonlyMap<string, ReadCell>): (cell: ReadCell) => string | null {
  const masters = new Map<number, ReadCell>();
  for (const one of cells.values()) {
    const { formulaSharedIndex, formula } = one.cell ?? {};
    if (formulaSharedIndex !== undefined && formula) masters.set(formulaSharedIndex, one);
  }
  return ({ row, col, cell }) => {
    if (cell?.formula) return cell.formula;
    const master = masters.get(cell?.formulaSharedIndex ?? -1);
    const formula = master?.cell?.formula;
    return master && formula ? shiftFormula(formula, row - master.row, col - master.col) : null;
  };
}
