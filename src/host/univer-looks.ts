import { BorderStyleTypes, BorderType, type IStyleData } from "@univerjs/core";
import { SetStyleCommand } from "@univerjs/sheets";
import type { Rect } from "./address";
import { type BorderLine, type CellStyle, NAMED_STYLES } from "./cell-style";
import { imitated, notImplemented } from "./host-error";
import type { UniverContext } from "./univer-context";
import { drawnLine, NO_LINE, readBorder, readStyleData, toStyleData } from "./univer-style-data";

const POINTS_PER_PIXEL = 0.75;

/** Excel's edges of a range: Univer's, and the side of its first cell that shows them. */
const EDGES: Readonly<Record<string, readonly [BorderType, "t" | "b" | "l" | "r"]>> = {
  EdgeTop: [BorderType.TOP, "t"],
  EdgeBottom: [BorderType.BOTTOM, "b"],
  EdgeLeft: [BorderType.LEFT, "l"],
  EdgeRight: [BorderType.RIGHT, "r"],
  InsideHorizontal: [BorderType.HORIZONTAL, "b"],
  InsideVertical: [BorderType.VERTICAL, "r"],
};

/** How cells look: fills, fonts, alignment, borders, sizes and named styles. */
export class UniverLooks {
  readonly #context: UniverContext;

  constructor(context: UniverContext) {
    this.#context = context;
  }

  style(sheetId: string, row: number, col: number): CellStyle {
    return readStyleData(this.#styleData(sheetId, row, col));
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

  border(sheetId: string, row: number, col: number, edge: string): BorderLine {
    const side = EDGES[edge]?.[1];
    return side ? readBorder(this.#styleData(sheetId, row, col), side) : NO_LINE;
  }

  setBorder(sheetId: string, rect: Rect, edge: string, line: BorderLine): void {
    const type = EDGES[edge]?.[0];
    const drawn = drawnLine(line);
    if (type === undefined || drawn === undefined) {
      throw notImplemented(`a border ${line.style} at ${edge}`);
    }
    this.#context.decorate(() =>
      this.#context.range(sheetId, rect).setBorder(type, drawn, line.color),
    );
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
    for (const { edge, ...line } of named.borders) {
      this.setBorder(sheetId, rect, edge, line);
      if (edge === "EdgeTop" && rect.rows > 1) {
        this.setBorder(sheetId, rect, "InsideHorizontal", line);
      }
      if (edge === "EdgeLeft" && rect.cols > 1) {
        this.setBorder(sheetId, rect, "InsideVertical", line);
      }
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

  #styleData(sheetId: string, row: number, col: number): IStyleData {
    return this.#context.sheet(sheetId).getSheet().getCellStyle(row, col) ?? {};
  }
}
