import type { ICellData } from "@univerjs/core";
import { intersect, mapCells, type Rect, sameRect } from "./address";
import type { SelectionInfo, TableInfo } from "./grid";
import { itemNotFound, notImplemented } from "./host-error";
import type { GridParts } from "./univer-grid-parts";

/**
 * Rows of tables come and go. Excel shifts the cells under a table and no others; Univer shifts whole rows, so that what
 * stands beside a table is in the way here.
 */
export class UniverTableRows {
  readonly #parts: GridParts;

  constructor(parts: GridParts) {
    this.#parts = parts;
  }

  /** Inserts a blank row, counted from 0 below the headings, that looks like the one above it and has its rules. */
  insertTableRow(tableId: string, index: number): void {
    const { context, tables } = this.#parts;
    const table = this.#get(tableId);
    const { sheetId, rect } = table;
    const row = rect.row + 1 + index;
    const isFreeBelow = index === rect.rows - 1 && !this.#isFilled(sheetId, { ...rect, row });
    if (!isFreeBelow) {
      this.#refuseBeside(table, row);
      context.change(() => context.sheet(sheetId).insertRowsBefore(row, 1));
    }
    tables.updateTable({ ...table, rect: { ...rect, rows: rect.rows + 1 } });
    this.#copyLook(sheetId, { ...rect, row: index === 0 ? row + 1 : row - 1, rows: 1 }, row);
  }

  /** Deletes a row; of the only one the contents go. */
  deleteTableRow(tableId: string, index: number): void {
    const { context, tables, sheets } = this.#parts;
    const table = this.#get(tableId);
    const { sheetId, rect } = table;
    const row = rect.row + 1 + index;
    if (rect.rows === 2) {
      context.change(() => context.range(sheetId, { ...rect, row, rows: 1 }).clearContent());
      return;
    }
    this.#refuseBeside(table, row);
    // Univer lets the formulas and names of the active sheet follow, whichever sheet loses the row.
    const activeId = sheets.activeSheetId();
    sheets.activateSheet(sheetId);
    context.change(() => context.sheet(sheetId).deleteRows(row, 1));
    sheets.activateSheet(activeId);
    tables.updateTable({ ...table, rect: { ...rect, rows: rect.rows - 1 } });
  }

  /** Rows that a person fills right below a table become the table's, as in Excel. */
  adopt({ sheetId, rect }: SelectionInfo): void {
    const { tables, cells } = this.#parts;
    // Not its values: a formula that was just typed has none yet.
    if (cells.formulas(sheetId, rect).every((row) => row.every((held) => !held && held !== 0)))
      return;
    const ofSheet = tables.tables().filter((table) => table.sheetId === sheetId);
    for (const table of ofSheet) {
      const last = { ...table.rect, row: table.rect.row + table.rect.rows - 1, rows: 1 };
      const added = { ...last, row: last.row + 1, rows: rect.rows };
      const isBelow = sameRect(intersect(rect, added) ?? last, rect);
      if (!isBelow || rect.row !== added.row) continue;
      if (ofSheet.some((other) => intersect(other.rect, added))) continue;
      for (let offset = 0; offset < rect.rows; offset++) {
        this.#copyLook(sheetId, last, added.row + offset);
      }
      tables.updateTable({ ...table, rect: { ...table.rect, rows: table.rect.rows + rect.rows } });
    }
  }

  #get(tableId: string): TableInfo {
    const table = this.#parts.tables.tables().find(({ id }) => id === tableId);
    if (table === undefined) throw itemNotFound("the table was deleted");
    return table;
  }

  /** Whether anything stands in some columns from a row on. */
  #isFilled(sheetId: string, { row, col, cols }: Rect): boolean {
    const used = this.#parts.cells.usedRect(sheetId, true);
    if (!used || used.row + used.rows <= row) return false;
    const below = { row, col, rows: used.row + used.rows - row, cols };
    return this.#parts.cells
      .values(sheetId, below)
      .some((cells) => cells.some((value) => value !== null));
  }

  #refuseBeside({ sheetId, rect }: TableInfo, row: number): void {
    const used = this.#parts.cells.usedRect(sheetId, true);
    const right = rect.col + rect.cols;
    const usedRight = used ? used.col + used.cols : 0;
    const isBeside =
      (rect.col > 0 && this.#isFilled(sheetId, { ...rect, row, col: 0, cols: rect.col })) ||
      (usedRight > right &&
        this.#isFilled(sheetId, { ...rect, row, col: right, cols: usedRight - right }));
    if (isBeside) throw notImplemented("rows of a table with cells beside it");
  }

  #copyLook(sheetId: string, from: Rect, row: number): void {
    const { context, validation } = this.#parts;
    const cells = context.range(sheetId, from).getCellDatas();
    const look = mapCells({ ...from, row: 0, col: 0 }, (_, col): ICellData => {
      const { s = null, custom } = cells[0]?.[col] ?? {};
      return { s, custom: custom ?? {} };
    });
    context.change(() => context.range(sheetId, { ...from, row }).setValues(look));
    for (let col = from.col; col < from.col + from.cols; col++) {
      const one = { row: from.row, col, rows: 1, cols: 1 };
      const rule = validation.validation(sheetId, one);
      if (rule) validation.setValidation(sheetId, { ...one, row }, rule);
    }
  }
}
