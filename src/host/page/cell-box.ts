import { byId } from "./elements";
import type { UniverWorkbook } from "./univer-workbook";

/** How the id of the canvas that the cells are drawn on begins. */
export const SHEET_CANVAS = "univer-sheet-main-canvas";

/** The area where the cells are drawn, with the letters of the columns and the numbers of the rows. */
export function canvasBox(): DOMRectReadOnly | undefined {
  return byId("grid").querySelector(`canvas[id^="${SHEET_CANVAS}"]`)?.getBoundingClientRect();
}

/** Calls when cells are drawn in another place than before. */
export function onCellsMoved(univerAPI: UniverWorkbook["univerAPI"], moved: () => void): void {
  univerAPI.addEvent(univerAPI.Event.Scroll, moved);
  univerAPI.addEvent(univerAPI.Event.SheetZoomChanged, moved);
  window.addEventListener("resize", moved);
}

/**
 * Where a cell of the active sheet is drawn, in pixels from the page's top left corner.
 *
 * Univer gives a cell's place in the whole sheet; this subtracts the cells scrolled out of sight,
 * except frozen rows and columns.
 */
export function cellBox(
  univerAPI: UniverWorkbook["univerAPI"],
  row: number,
  col: number,
): DOMRectReadOnly | undefined {
  const sheet = univerAPI.getActiveWorkbook()?.getActiveSheet();
  const canvas = canvasBox();
  if (!sheet || !canvas) return undefined;
  const inSheet = (atRow: number, atCol: number) =>
    sheet.getRange(atRow, atCol, 1, 1).getCellRect();
  const cell = inSheet(row, col);
  const { sheetViewStartRow, sheetViewStartColumn, offsetX, offsetY } = sheet.getScrollState();
  const { startRow, startColumn } = sheet.getFreeze();
  const origin = inSheet(Math.max(0, startRow), Math.max(0, startColumn));
  const firstShown = inSheet(
    Math.max(0, startRow) + sheetViewStartRow,
    Math.max(0, startColumn) + sheetViewStartColumn,
  );
  const hiddenX = col < startColumn ? 0 : firstShown.left - origin.left + offsetX;
  const hiddenY = row < startRow ? 0 : firstShown.top - origin.top + offsetY;
  const zoom = sheet.getZoom();
  const { left, top } = canvas;
  return new DOMRectReadOnly(
    left + (cell.left - hiddenX) * zoom,
    top + (cell.top - hiddenY) * zoom,
    cell.width * zoom,
    cell.height * zoom,
  );
}
