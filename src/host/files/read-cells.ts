import type { Cell, Sheet } from "hucre/xlsx";
import { parseAddress } from "../address";
import type { Scalar } from "../cell-value";
import type { PlacedCell } from "../whole-sheets";
import { fromFileStyle } from "./cell-format";
import { shiftFormula } from "./formula-text";
import { innerOf, readAttributes } from "./xml-text";

/** What reading one sheet needs of its file. */
export interface ReadingContext {
  readonly rewrite: (formula: string) => string;
  readonly theme: readonly string[];
  readonly usualFont: string;
  readonly styleNames: readonly string[];
  readonly notes: Set<string>;
}

/** The cells of a sheet, from what the library read and from the sheet's own XML. */
export function readCells(
  sheet: Sheet,
  xml: string,
  context: ReadingContext,
): readonly PlacedCell[] {
  const raw = readRawCells(xml);
  const spilled = spilledCells(sheet);
  const shared = sharedFormulas(sheet);
  const placed: PlacedCell[] = [];
  sheet.rows.forEach((values, row) => {
    values.forEach((given, col) => {
      const key = `${row},${col}`;
      const cell = sheet.cells?.get(key);
      const { style: format = 0, number } = raw.get(key) ?? {};
      const named = context.styleNames[format] ?? "Normal";
      const look =
        cell?.style || named !== "Normal"
          ? fromFileStyle(cell?.style ?? {}, named, context.usualFont, context.theme)
          : null;
      const text = cell?.formula ?? undefined;
      const formula = text ? text : shared(cell, row, col);
      const value = readScalar(cell?.formulaResult ?? cell?.value ?? given, number);
      if (value === null && formula === null && look === null) return;
      const area = cell?.formulaRef ? parseAddress(cell.formulaRef)?.rect : undefined;
      const fills = cell?.formulaType === "array" && area && area.rows * area.cols > 1;
      placed.push({
        row,
        col,
        value,
        formula: formula === null ? null : context.rewrite(formula),
        spill: fills ? { rows: area.rows, cols: area.cols } : null,
        isSpilled: spilled.has(key),
        look,
      });
    });
  });
  return placed;
}

/** Numbers of the formats of cells, and their plain numbers: the library makes dates of some. */
function readRawCells(
  xml: string,
): ReadonlyMap<string, { readonly style: number; readonly number: number | undefined }> {
  const cells = new Map<string, { style: number; number: number | undefined }>();
  const pattern = /<(?:\w+:)?c\s([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
  for (const [, tag = "", content = ""] of xml.matchAll(pattern)) {
    const { r = "", s = "0", t = "n" } = readAttributes(tag);
    const rect = parseAddress(r)?.rect;
    if (rect === undefined) continue;
    const value = t === "n" ? innerOf(content, "v") : "";
    cells.set(`${rect.row},${rect.col}`, {
      style: Number(s),
      number: value === "" ? undefined : Number(value),
    });
  }
  return cells;
}

function readScalar(value: Cell["value"] | undefined, number: number | undefined): Scalar {
  if (value instanceof Date) return number ?? null;
  return value ?? null;
}

/** Cells that formulas of other cells fill. */
function spilledCells(sheet: Sheet): ReadonlySet<string> {
  const spilled = new Set<string>();
  for (const [key, { formulaType, formulaRef }] of sheet.cells ?? []) {
    const rect = formulaType === "array" && formulaRef ? parseAddress(formulaRef)?.rect : undefined;
    if (!rect) continue;
    for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
      for (let col = rect.col; col < rect.col + rect.cols; col += 1) {
        if (`${row},${col}` !== key) spilled.add(`${row},${col}`);
      }
    }
  }
  return spilled;
}

/** Formulas that a file writes once for many cells, as each of them reads. */
function sharedFormulas(
  sheet: Sheet,
): (cell: Cell | undefined, row: number, col: number) => string | null {
  const masters = new Map<number, { row: number; col: number; formula: string }>();
  for (const [key, { formulaSharedIndex, formula }] of sheet.cells ?? []) {
    const [row = 0, col = 0] = key.split(",").map(Number);
    if (formulaSharedIndex !== undefined && formula) {
      masters.set(formulaSharedIndex, { row, col, formula });
    }
  }
  return (cell, row, col) => {
    const index = cell?.formulaSharedIndex;
    const master = index === undefined ? undefined : masters.get(index);
    return master ? shiftFormula(master.formula, row - master.row, col - master.col) : null;
  };
}
