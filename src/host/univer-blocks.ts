import { intersect, MAX_COLS, MAX_ROWS, type Rect } from "./address";
import type { ClearWhat, CopyWhat } from "./grid";
import { copyCells } from "./univer-copy";
import type { GridParts } from "./univer-grid-parts";

/** What is done to a block with everything in it: cells, merges, rules and formats, each kept by another part. */
export class UniverBlocks {
  readonly #parts: GridParts;

  constructor(parts: GridParts) {
    this.#parts = parts;
  }

  clear(sheetId: string, rect: Rect, what: ClearWhat): void {
    const { context, formats, validation } = this.#parts;
    const area = this.#usedPart(sheetId, rect);
    if (what !== "Contents") formats.clear(sheetId, rect);
    if (what === "All") validation.set(sheetId, area, null);
    if (what !== "Contents") this.unmerge(sheetId, area);
    const range = context.range(sheetId, area);
    context.change(() => {
      if (what === "Contents") range.clearContent();
      else if (what === "Formats") range.clearFormat();
      else range.clear();
      if (what !== "Contents") range.setCustomMetaData({});
    });
  }

  copy(fromSheetId: string, toSheetId: string, rect: Rect, what: CopyWhat): void {
    const { context, formats, validation } = this.#parts;
    const area = this.#usedPart(fromSheetId, rect);
    copyCells(context, fromSheetId, toSheetId, area, what);
    formats.copy(fromSheetId, toSheetId, area);
    if (what === "All") validation.copy(fromSheetId, toSheetId, area);
  }

  merge(sheetId: string, rect: Rect): void {
    const { context } = this.#parts;
    this.unmerge(sheetId, rect);
    context.change(() => context.range(sheetId, rect).merge({ isForceMerge: true }));
  }

  unmerge(sheetId: string, rect: Rect): void {
    const { context, sheets } = this.#parts;
    const touched = sheets.mergedRects(sheetId).some((merged) => intersect(merged, rect));
    if (touched) context.change(() => context.range(sheetId, rect).breakApart());
  }

  removeTable(tableId: string, keepCells: boolean): void {
    const { tables, names } = this.#parts;
    const referenced = tables.referencedTable(tableId);
    names.forgetTable(referenced, keepCells);
    tables.remove(tableId, keepCells);
    if (!keepCells) this.clear(referenced.sheetId, referenced.rect, "All");
  }

  /** Its tables and conditional formats go. */
  deleteSheet(sheetId: string): void {
    const { tables, formats, sheets } = this.#parts;
    for (const table of tables.list()) {
      if (table.sheetId === sheetId) this.removeTable(table.id, false);
    }
    formats.forgetSheet(sheetId);
    sheets.delete(sheetId);
  }

  /** A whole row or column, as far as it holds anything. */
  #usedPart(sheetId: string, rect: Rect): Rect {
    if (rect.rows < MAX_ROWS && rect.cols < MAX_COLS) return rect;
    const used = this.#parts.cells.usedRect(sheetId, false);
    return (used && intersect(used, rect)) ?? { ...rect, rows: 1, cols: 1 };
  }
}
