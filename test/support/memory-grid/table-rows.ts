import { intersect, MAX_ROWS, type Rect } from "../../../src/host/grid/address";
import type { Grid } from "../../../src/host/grid/grid";
import { invalidOperation } from "../../../src/host/office/host-error";
import {
  BLANK,
  cellAt,
  cellKey,
  changeCell,
  type MemoryBook,
  type MemorySheet,
  sheetOf,
  tableOf,
  touchedIn,
} from "./book";
import type { MemoryEvents } from "./events";
import { moveReferences } from "./references";
import { rewriteFormulas } from "./rewrite";

/** Rows of tables are added and deleted with the cells under the table alone, as in Excel. */
export function memoryTableRows(book: MemoryBook, { changed }: MemoryEvents) {
  return {
    insertTableRow(tableId, index) {
      const { sheetId, rect } = tableOf(book, tableId);
      const row = rect.row + 1 + index;
      shift(book, sheetId, { ...rect, row }, 1);
      book.tables = book.tables.map((table) =>
        table.id === tableId ? { ...table, rect: { ...rect, rows: rect.rows + 1 } } : table,
      );
      copyLook(
        sheetOf(book, sheetId),
        { ...rect, row: index === 0 ? row + 1 : row - 1, rows: 1 },
        row,
      );
      changed(sheetId, { ...rect, row, rows: 1 });
    },
    deleteTableRow(tableId, index) {
      const { sheetId, rect } = tableOf(book, tableId);
      const line = { ...rect, row: rect.row + 1 + index, rows: 1 };
      if (rect.rows === 2) {
        const sheet = sheetOf(book, sheetId);
        for (const { row, col } of touchedIn(sheet, line))
          changeCell(sheet, row, col, { value: null, formula: null });
      } else {
        shift(book, sheetId, line, -1);
        book.tables = book.tables.map((table) =>
          table.id === tableId ? { ...table, rect: { ...rect, rows: rect.rows - 1 } } : table,
        );
      }
      changed(sheetId, line);
    },
  } satisfies Partial<Grid>;
}

/** Moves the cells of some columns from a row on down by a row, or up over it, with everything in them. */
function shift(book: MemoryBook, sheetId: string, { row, col, cols }: Rect, by: 1 | -1): void {
  const area = { row, col, rows: MAX_ROWS - row, cols };
  const isTorn = book.tables.some((table) => {
    const moved = table.sheetId === sheetId ? intersect(table.rect, area) : null;
    return moved !== null && moved.cols < table.rect.cols;
  });
  if (isTorn) throw invalidOperation("the cells under the table cannot be shifted");
  const move = (rect: Rect): Rect | null => moved(rect, area, by);
  const sheet = sheetOf(book, sheetId);
  const cells = touchedIn(sheet, area);
  for (const place of cells) sheet.cells.delete(cellKey(place.row, place.col));
  for (const { cell, ...place } of cells)
    if (by === 1 || place.row > row) sheet.cells.set(cellKey(place.row + by, place.col), cell);
  book.tables = book.tables.map((table) => {
    const isBelow = table.sheetId === sheetId && table.rect.row >= row;
    return isBelow ? { ...table, rect: move(table.rect) ?? table.rect } : table;
  });
  sheet.merges = sheet.merges.flatMap((rect) => move(rect) ?? []);
  sheet.validations = sheet.validations.flatMap(({ rects, validation }) => {
    const after = rects.flatMap((rect) => move(rect) ?? []);
    return after.length > 0 ? [{ rects: after, validation }] : [];
  });
  rewriteFormulas(book, (formula, home) =>
    moveReferences(formula, home === sheet, sheet.name, move),
  );
}

/** Where a block is after a shift; one that is not wholly in the shifted columns stays. */
function moved(rect: Rect, area: Rect, by: 1 | -1): Rect | null {
  const isIn = rect.col >= area.col && rect.col + rect.cols <= area.col + area.cols;
  const end = rect.row + rect.rows;
  if (!isIn || end <= area.row) return rect;
  if (by === 1) {
    return rect.row >= area.row ? { ...rect, row: rect.row + 1 } : { ...rect, rows: rect.rows + 1 };
  }
  if (rect.row > area.row) return { ...rect, row: rect.row - 1 };
  return rect.rows === 1 ? null : { ...rect, rows: rect.rows - 1 };
}

/** Gives a row the looks and the validation of its neighbour. */
function copyLook(sheet: MemorySheet, from: Rect, row: number): void {
  for (let col = from.col; col < from.col + from.cols; col++) {
    const { value: _, formula: __, ...look } = cellAt(sheet, from.row, col);
    changeCell(sheet, row, col, { ...BLANK, ...look });
  }
  const added = sheet.validations.flatMap(({ rects, validation }) => {
    const shared = rects.flatMap((rect) => intersect(rect, from) ?? []);
    return shared.length > 0
      ? [{ rects: shared.map((rect) => ({ ...rect, row })), validation }]
      : [];
  });
  sheet.validations = [...sheet.validations, ...added];
}
