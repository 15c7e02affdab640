import { BorderStyleTypes, BorderType, type ICellData } from "@univerjs/core";
import { SetRangeValuesMutation, SetWorksheetColWidthMutation } from "@univerjs/sheets";
import type { Rect } from "../grid/address";
import { type CellStyle, NAMED_STYLES, SIDES } from "../grid/cell-style";
import { imitated } from "../office/host-error";
import { toUniverRange, type UniverContext } from "./context";
import { RowFitting } from "./row-fitting";
import { drawnLine, readStyleData, toStyleData } from "./style-data";

export const POINTS_PER_PIXEL = 0.75;

/** How cells look: fills, fonts, alignment, borders, sizes and named styles. */
export class UniverLooks {
  private readonly rows = new RowFitting(this.context);

  constructor(private readonly context: UniverContext) {}

  style(sheetId: string, row: number, col: number): CellStyle {
    return readStyleData(this.context.sheet(sheetId).getSheet().getCellStyle(row, col) ?? {});
  }

  setStyle(sheetId: string, rect: Rect, style: CellStyle): void {
    this.#put(sheetId, rect, { s: toStyleData(style) });
  }

  namedStyle(sheetId: string, row: number, col: number): string {
    const cell = this.context.range(sheetId, { row, col, rows: 1, cols: 1 });
    const name: unknown = cell.getCustomMetaData()?.["namedStyle"];
    return typeof name === "string" ? name : "Normal";
  }

  setNamedStyle(sheetId: string, rect: Rect, name: string): void {
    const named = imitated(NAMED_STYLES, name, "the cell style");
    const range = this.context.range(sheetId, rect);
    if (this.#hasBorders(sheetId, rect))
      this.context.decorate(() => range.setBorder(BorderType.NONE, BorderStyleTypes.NONE));
    this.#put(sheetId, rect, { s: toStyleData(named.style), custom: { namedStyle: name } });
    for (const side of SIDES) {
      const line = named.borders[side];
      if (!line) continue;
      // Univer calls its edges as files call their sides.
      const edges = [side as BorderType];
      if (side === "top" && rect.rows > 1) edges.push(BorderType.HORIZONTAL);
      if (side === "left" && rect.cols > 1) edges.push(BorderType.VERTICAL);
      this.context.decorate(() => {
        for (const edge of edges) range.setBorder(edge, drawnLine(line.style), line.color);
      });
    }
  }

  /** Whether cells of a block, or beside it, have borders: Univer takes as long to remove none as to write all that the cells hold. */
  #hasBorders(sheetId: string, { row, col, rows, cols }: Rect): boolean {
    const cells = this.context.sheet(sheetId).getSheet().getCellMatrix();
    const styles = this.context.workbook.getWorkbook().getStyles();
    for (
      let down = Math.max(0, row - 1);
      down <= Math.min(row + rows, cells.getLength() - 1);
      down++
    )
      for (let across = Math.max(0, col - 1); across <= col + cols; across++)
        if (styles.getStyleByCell(cells.getValue(down, across))?.bd) return true;
    return false;
  }

  columnWidth(sheetId: string, column: number): number {
    return this.context.sheet(sheetId).getColumnWidth(column) * POINTS_PER_PIXEL;
  }

  setColumnWidth(sheetId: string, column: number, count: number, points: number): void {
    const sheet = this.context.sheet(sheetId);
    const cols = Math.min(count, sheet.getMaxColumns() - column);
    const range = toUniverRange({ row: 0, col: column, rows: sheet.getMaxRows(), cols });
    const colWidth = Math.round(points / POINTS_PER_PIXEL);
    this.#change(SetWorksheetColWidthMutation.id, sheetId, { ranges: [range], colWidth });
    this.rows.soon(sheetId);
  }

  rowHeight(sheetId: string, row: number): number {
    this.rows.now();
    return this.context.sheet(sheetId).getRowHeight(row) * POINTS_PER_PIXEL;
  }

  setRowHeight(sheetId: string, row: number, count: number, points: number): void {
    const sheet = this.context.sheet(sheetId);
    const known = Math.max(1, Math.min(count, sheet.getMaxRows() - row));
    const pixels = Math.round(points / POINTS_PER_PIXEL);
    this.context.decorate(() => sheet.setRowHeights(row, known, pixels));
  }

  /** Gives each cell of a block a look. What the cell holds stays. */
  #put(sheetId: string, rect: Rect, cell: ICellData): void {
    const { startRow, endRow, startColumn, endColumn } = this.context
      .range(sheetId, rect)
      .getRange();
    const cellValue: Record<number, Record<number, ICellData>> = {};
    for (let row = startRow; row <= endRow; row++) {
      const cells: Record<number, ICellData> = {};
      for (let column = startColumn; column <= endColumn; column++) cells[column] = cell;
      cellValue[row] = cells;
    }
    this.#change(SetRangeValuesMutation.id, sheetId, { cellValue });
    this.rows.soon(sheetId, { first: startRow, last: endRow });
  }

  /** Makes a change as Univer's commands make it, without what they work out around it for every property by itself. */
  #change(mutation: string, sheetId: string, params: object): void {
    // Univer would read a look that is no local change as cells without formulas.
    const options = { onlyLocal: true };
    this.context.restyle(mutation, { subUnitId: sheetId, ...params }, options);
  }
}
