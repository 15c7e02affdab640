import { BorderStyleTypes, BorderType } from "@univerjs/core";
import { SetStyleCommand } from "@univerjs/sheets";
import type { Rect } from "../grid/address";
import { type CellStyle, NAMED_STYLES, type Side } from "../grid/cell-style";
import { imitated } from "../office/host-error";
import type { UniverContext } from "./context";
import { drawnLine, readStyleData, toStyleData } from "./style-data";

const POINTS_PER_PIXEL = 0.75;

const EDGES: Readonly<Record<Side, BorderType>> = {
  top: BorderType.TOP,
  bottom: BorderType.BOTTOM,
  left: BorderType.LEFT,
  right: BorderType.RIGHT,
};

/** How cells look: fills, fonts, alignment, borders, sizes and named styles. */
export class UniverLooks {
  readonly #context: UniverContext;

  constructor(context: UniverContext) {
    this.#context = context;
  }

  style(sheetId: string, row: number, col: number): CellStyle {
    return readStyleData(this.#context.sheet(sheetId).getSheet().getCellStyle(row, col) ?? {});
  }

  setStyle(sheetId: string, rect: Rect, style: CellStyle): void {
    const range = this.#context.range(sheetId, rect).getRange();
    const place = { unitId: this.#context.unitId, subUnitId: sheetId, range };
    // Univer's command for values would take formulas away from cells that only change their look.
    this.#context.decorate(() => {
      for (const [type, value] of Object.entries(toStyleData(style))) {
        this.#context.command(SetStyleCommand.id, { ...place, style: { type, value } });
      }
    });
  }

  namedStyle(sheetId: string, row: number, col: number): string {
    const cell = this.#context.range(sheetId, { row, col, rows: 1, cols: 1 });
    const name: unknown = cell.getCustomMetaData()?.["namedStyle"];
    return typeof name === "string" ? name : "Normal";
  }

  setNamedStyle(sheetId: string, rect: Rect, name: string): void {
    const named = imitated(NAMED_STYLES, name, "the cell style");
    const range = this.#context.range(sheetId, rect);
    this.#context.decorate(() => {
      range.setCustomMetaData({ namedStyle: name });
      range.setBorder(BorderType.NONE, BorderStyleTypes.NONE);
    });
    this.setStyle(sheetId, rect, named.style);
    for (const { side, ...line } of named.borders) {
      const drawn = drawnLine(line) ?? BorderStyleTypes.NONE;
      const edges = [EDGES[side]];
      if (side === "top" && rect.rows > 1) edges.push(BorderType.HORIZONTAL);
      if (side === "left" && rect.cols > 1) edges.push(BorderType.VERTICAL);
      this.#context.decorate(() => {
        for (const edge of edges) range.setBorder(edge, drawn, line.color);
      });
    }
  }

  columnWidth(sheetId: string, column: number): number {
    return this.#context.sheet(sheetId).getColumnWidth(column) * POINTS_PER_PIXEL;
  }

  setColumnWidth(sheetId: string, column: number, count: number, points: number): void {
    const sheet = this.#context.sheet(sheetId);
    const known = Math.min(count, sheet.getMaxColumns() - column);
    const pixels = Math.round(points / POINTS_PER_PIXEL);
    this.#context.decorate(() => sheet.setColumnWidths(column, known, pixels));
  }

  rowHeight(sheetId: string, row: number): number {
    return this.#context.sheet(sheetId).getRowHeight(row) * POINTS_PER_PIXEL;
  }

  setRowHeight(sheetId: string, row: number, count: number, points: number): void {
    const sheet = this.#context.sheet(sheetId);
    const known = Math.max(1, Math.min(count, sheet.getMaxRows() - row));
    const pixels = Math.round(points / POINTS_PER_PIXEL);
    this.#context.decorate(() => sheet.setRowHeights(row, known, pixels));
  }
}
