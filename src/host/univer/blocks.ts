import type { ICellData } from "@univerjs/core";
import { intersect, mapCells, type Rect, WHOLE_SHEET } from "../grid/address";
import type { ClearWhat, CopyWhat } from "../grid/grid";
import { fromUniverRange } from "./context";
import type { GridParts } from "./grid-parts";

/** Changes of a block with everything in it: cells, merges, rules and formats, each kept by another part. */
export class UniverBlocks {
  constructor(private readonly parts: GridParts) {}

  clear(sheetId: string, rect: Rect, what: ClearWhat): void {
    const { context, cells, formats, validation } = this.parts;
    const range = context.range(sheetId, rect);
    if (what === "Contents") {
      cells.blank(sheetId, fromUniverRange(range.getRange()));
      return;
    }
    formats.clearConditionalFormats(sheetId, rect);
    if (what === "All") validation.setValidation(sheetId, rect, null);
    this.unmerge(sheetId, rect);
    context.change(() => {
      if (what === "Formats") range.clearFormat();
      else range.clear();
      range.setCustomMetaData({});
    });
  }

  copy(fromSheetId: string, toSheetId: string, rect: Rect, what: CopyWhat): void {
    const { context, formats, validation } = this.parts;
    const source = context.range(fromSheetId, rect);
    const cells = source.getCellDatas();
    const formulas = source.getFormulas();
    const target = context.range(toSheetId, rect);
    const kept = target.getFormulas();
    const data = mapCells(
      { ...rect, rows: source.getHeight(), cols: source.getWidth() },
      (row, col): ICellData => {
        const { s = null, custom = {}, v = null, t = null } = cells[row]?.[col] ?? {};
        // Univer takes the formula from a cell that it is given without one.
        const own = kept[row]?.[col];
        if (what === "Formats") return { s, custom, ...(own ? { f: own } : {}) };
        // The copied formula spills its own values.
        const formula = formulas[row]?.[col];
        const content = formula ? { f: formula, v: null, t: null } : { f: null, v, t };
        return { s, custom, ...content, si: null, p: null };
      },
    );
    context.change(() => {
      // Univer merges a look into the one that a cell has.
      target.clearFormat();
      target.setValues(data);
    });
    formats.copyConditionalFormats(fromSheetId, toSheetId, rect);
    if (what === "All") validation.copyValidation(fromSheetId, toSheetId, rect);
  }

  merge(sheetId: string, rect: Rect): void {
    const { context } = this.parts;
    this.unmerge(sheetId, rect);
    context.change(() => context.range(sheetId, rect).merge({ isForceMerge: true }));
  }

  unmerge(sheetId: string, rect: Rect): void {
    const { context, sheets } = this.parts;
    const touched = sheets.mergedRects(sheetId).some((merged) => intersect(merged, rect));
    if (touched) context.change(() => context.range(sheetId, rect).breakApart());
  }

  removeTable(tableId: string): void {
    const { tables, names } = this.parts;
    const table = tables.table(tableId);
    names.forgetTable(table);
    tables.forgetTable(tableId);
    this.clear(table.sheetId, table.rect, "All");
  }

  /** Deletes a sheet with its tables and conditional formats. */
  deleteSheet(sheetId: string): void {
    const { tables, formats, sheets } = this.parts;
    for (const table of tables.tables()) {
      if (table.sheetId === sheetId) this.removeTable(table.id);
    }
    formats.clearConditionalFormats(sheetId, WHOLE_SHEET);
    sheets.removeSheet(sheetId);
  }
}
