import type { Grid } from "../grid/grid";
import { cellBox, onCellsMoved, SHEET_CANVAS } from "./cell-box";
import { byId, make, onceAFrame } from "./elements";
import type { UniverWorkbook } from "./univer-workbook";

const GAP = 6;

/**
 * Shows beside the selected cell a function's message about the error in it, as Excel's error
 * card does. It lets clicks through: the cells under it stay in reach.
 */
export function showErrorsOfSelectedCell(grid: Grid, univerAPI: UniverWorkbook["univerAPI"]): void {
  const card = byId("error-card");
  const draw = (): void => {
    const { sheetId, rect } = grid.selection();
    const message = grid.cellMessage(sheetId, rect.row, rect.col);
    card.hidden = message === null;
    if (message === null) return;
    const cell = { row: rect.row, col: rect.col, rows: 1, cols: 1 };
    const error = grid.text(sheetId, cell)[0]?.[0] ?? "";
    card.replaceChildren(make("strong", "", error), make("span", "", message));
    place();
  };
  const place = (): void => {
    if (card.hidden) return;
    const { rect } = grid.selection();
    const cell = cellBox(univerAPI, rect.row, rect.col);
    if (cell === undefined) return;
    const area = byId("grid").getBoundingClientRect();
    card.classList.toggle("is-out-of-sight", !isInSight(cell, area));
    const left = cell.left - area.left;
    const top = cell.bottom - area.top + GAP;
    card.style.left = `${Math.max(GAP, Math.min(left, area.width - card.offsetWidth - GAP))}px`;
    card.style.top = `${Math.max(GAP, Math.min(top, area.height - card.offsetHeight - GAP))}px`;
  };
  grid.onEvent(onceAFrame(draw));
  univerAPI.addEvent(univerAPI.Event.SelectionChanged, draw);
  onCellsMoved(univerAPI, place);
  univerAPI.addEvent(univerAPI.Event.SheetEditStarted, () => {
    card.hidden = true;
  });
  univerAPI.addEvent(univerAPI.Event.SheetEditEnded, draw);
}

function isInSight(cell: DOMRectReadOnly, area: DOMRectReadOnly): boolean {
  const centre = { x: (cell.left + cell.right) / 2, y: (cell.top + cell.bottom) / 2 };
  if (centre.x < area.left || centre.x > area.right) return false;
  return document.elementFromPoint(centre.x, centre.y)?.id.startsWith(SHEET_CANVAS) ?? false;
}
