import type { ICellData } from "@univerjs/core";
import { mapCells, type Rect } from "./address";
import type { CopyWhat } from "./grid";
import type { UniverContext } from "./univer-context";

/** Copies cells to the same address of another sheet; what a formula spills is left to the copy. */
export function copyCells(
  context: UniverContext,
  fromSheetId: string,
  toSheetId: string,
  rect: Rect,
  what: CopyWhat,
): void {
  const source = context.range(fromSheetId, rect);
  const cells = source.getCellDatas();
  const formulas = source.getFormulas();
  const area = { row: 0, col: 0, rows: source.getHeight(), cols: source.getWidth() };
  const data = mapCells(area, (row, col): ICellData => {
    const cell = cells[row]?.[col] ?? {};
    const look: ICellData = { s: cell.s ?? null, custom: cell.custom ?? {} };
    if (what === "Formats") return look;
    const formula = formulas[row]?.[col];
    return formula
      ? { ...look, f: formula, v: null, t: null, si: null, p: null }
      : { ...look, f: null, v: cell.v ?? null, t: cell.t ?? null, si: null, p: null };
  });
  const target = context.range(toSheetId, rect);
  context.change(() => target.setValues(data));
}
