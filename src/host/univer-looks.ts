import {
  BooleanNumber,
  BorderStyleTypes,
  BorderType,
  HorizontalAlign,
  type IStyleData,
  type Nullable,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import { SetStyleCommand } from "@univerjs/sheets";
import { intersect, type Rect } from "./address";
import { type BorderLine, type CellStyle, NAMED_STYLES } from "./cell-style";
import { notImplemented } from "./host-error";
import type { UniverCells } from "./univer-cells";
import type { UniverContext } from "./univer-context";

const POINTS_PER_PIXEL = 0.75;
const INDENT_PIXELS = 9;
const LETTER_PIXELS = 7;
const CELL_MARGIN_PIXELS = 14;

const HORIZONTAL: Readonly<Record<string, HorizontalAlign>> = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
};

const VERTICAL: Readonly<Record<string, VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};

const EDGES: Readonly<Record<string, BorderType>> = {
  EdgeTop: BorderType.TOP,
  EdgeBottom: BorderType.BOTTOM,
  EdgeLeft: BorderType.LEFT,
  EdgeRight: BorderType.RIGHT,
  InsideHorizontal: BorderType.HORIZONTAL,
  InsideVertical: BorderType.VERTICAL,
};

const NO_LINE: BorderLine = { style: "None", color: "#000000", weight: "Thin" };

/** Excel's line styles and weights, and the lines that Univer draws for them. */
const LINES: readonly (readonly [style: string, weight: string, line: BorderStyleTypes])[] = [
  ["None", "Thin", BorderStyleTypes.NONE],
  ["Continuous", "Hairline", BorderStyleTypes.HAIR],
  ["Continuous", "Thin", BorderStyleTypes.THIN],
  ["Continuous", "Medium", BorderStyleTypes.MEDIUM],
  ["Continuous", "Thick", BorderStyleTypes.THICK],
  ["Dash", "Thin", BorderStyleTypes.DASHED],
  ["Dash", "Medium", BorderStyleTypes.MEDIUM_DASHED],
  ["DashDot", "Thin", BorderStyleTypes.DASH_DOT],
  ["DashDot", "Medium", BorderStyleTypes.MEDIUM_DASH_DOT],
  ["DashDotDot", "Thin", BorderStyleTypes.DASH_DOT_DOT],
  ["DashDotDot", "Medium", BorderStyleTypes.MEDIUM_DASH_DOT_DOT],
  ["Dot", "Thin", BorderStyleTypes.DOTTED],
  ["Double", "Thick", BorderStyleTypes.DOUBLE],
  ["SlantDashDot", "Medium", BorderStyleTypes.SLANT_DASH_DOT],
];

/** How cells look: fills, fonts, alignment, borders, sizes and named styles. */
export class UniverLooks {
  readonly #context: UniverContext;
  readonly #cells: UniverCells;

  constructor(context: UniverContext, cells: UniverCells) {
    this.#context = context;
    this.#cells = cells;
  }

  style(sheetId: string, row: number, col: number): CellStyle {
    const data = this.#styleData(sheetId, row, col);
    return {
      ...(data.bg?.rgb ? { fill: toHex(data.bg.rgb) } : {}),
      ...(data.cl?.rgb ? { color: toHex(data.cl.rgb) } : {}),
      ...(data.fs ? { size: data.fs } : {}),
      ...(data.ff ? { fontName: data.ff } : {}),
      bold: data.bl === BooleanNumber.TRUE,
      italic: data.it === BooleanNumber.TRUE,
      horizontalAlignment: keyOf(HORIZONTAL, data.ht) ?? "General",
      verticalAlignment: keyOf(VERTICAL, data.vt) ?? "Bottom",
      wrapText: data.tb === WrapStrategy.WRAP,
      indentLevel: Math.round((data.pd?.l ?? 0) / INDENT_PIXELS),
    };
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
    const borders = this.#styleData(sheetId, row, col).bd;
    const sides = { EdgeTop: "t", EdgeBottom: "b", EdgeLeft: "l", EdgeRight: "r" } as const;
    const inner = { InsideHorizontal: "b", InsideVertical: "r" } as const;
    const side = Object.entries({ ...sides, ...inner }).find(([name]) => name === edge)?.[1];
    const line = side && borders?.[side];
    const known = line && LINES.find(([, , drawn]) => drawn === line.s);
    if (!line || !known) return NO_LINE;
    return { style: known[0], weight: known[1], color: toHex(line.cl.rgb ?? "#000000") };
  }

  setBorder(sheetId: string, rect: Rect, edge: string, line: BorderLine): void {
    const type = EDGES[edge];
    const sameStyle = LINES.filter(([style]) => style === line.style);
    const drawn = sameStyle.find(([, weight]) => weight === line.weight) ?? sameStyle[0];
    if (type === undefined || drawn === undefined) {
      throw notImplemented(`a border ${line.style} at ${edge}`);
    }
    this.#context.decorate(() =>
      this.#context.range(sheetId, rect).setBorder(type, drawn[2], line.color),
    );
  }

  namedStyle(sheetId: string, row: number, col: number): string {
    const cell = this.#context.range(sheetId, { row, col, rows: 1, cols: 1 });
    const name: unknown = cell.getCustomMetaData()?.["namedStyle"];
    return typeof name === "string" ? name : "Normal";
  }

  setNamedStyle(sheetId: string, rect: Rect, name: string): void {
    const named = NAMED_STYLES[name];
    if (named === undefined) throw notImplemented(`the cell style ${name}`);
    const range = this.#context.range(sheetId, rect);
    this.#context.decorate(() => {
      range.setCustomMetaData({ namedStyle: name });
      range.setBorder(BorderType.NONE, BorderStyleTypes.NONE);
    });
    this.setStyle(sheetId, rect, named.style);
    const inside = [
      ["EdgeTop", "InsideHorizontal"],
      ["EdgeLeft", "InsideVertical"],
    ];
    for (const { edge, ...line } of named.borders) {
      this.setBorder(sheetId, rect, edge, line);
      const between = inside.find(([outer]) => outer === edge)?.[1];
      const isWide = edge === "EdgeLeft" ? rect.cols > 1 : rect.rows > 1;
      if (between && isWide) this.setBorder(sheetId, rect, between, line);
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

  /** Fits columns to the longest text they show, by a rule of thumb. */
  autofitColumns(sheetId: string, column: number, count: number): void {
    const used = this.#cells.usedRect(sheetId, true);
    const fitted = used && intersect(used, { ...used, col: column, cols: count });
    if (!fitted) return;
    const text = this.#cells.text(sheetId, fitted);
    for (let offset = 0; offset < fitted.cols; offset += 1) {
      const longest = Math.max(...text.map((row) => row[offset]?.length ?? 0));
      if (longest === 0) continue;
      const pixels = longest * LETTER_PIXELS + CELL_MARGIN_PIXELS;
      this.setColumnWidth(sheetId, fitted.col + offset, 1, pixels * POINTS_PER_PIXEL);
    }
  }

  rowHeight(sheetId: string, row: number): number {
    return this.#context.sheet(sheetId).getRowHeight(row) * POINTS_PER_PIXEL;
  }

  setRowHeight(sheetId: string, row: number, count: number, points: number): void {
    const sheet = this.#context.sheet(sheetId);
    const known = Math.min(count, sheet.getMaxRows() - row);
    const pixels = Math.round(points / POINTS_PER_PIXEL);
    this.#context.decorate(() => sheet.setRowHeights(row, known, pixels));
  }

  #styleData(sheetId: string, row: number, col: number): IStyleData {
    const cell = this.#context.range(sheetId, { row, col, rows: 1, cols: 1 });
    return cell.getCellStyleData("cell") ?? {};
  }
}

/** Univer's style of a look; a null takes a property away. */
function toStyleData(style: CellStyle): IStyleData {
  const color = (value: string | null): IStyleData["bg"] =>
    value === null ? null : { rgb: value };
  const truth = (value: boolean): BooleanNumber =>
    value ? BooleanNumber.TRUE : BooleanNumber.FALSE;
  const data: IStyleData = {};
  if (style.fill !== undefined) data.bg = color(style.fill);
  if (style.color !== undefined) data.cl = color(style.color);
  if (style.bold !== undefined) data.bl = truth(style.bold);
  if (style.italic !== undefined) data.it = truth(style.italic);
  if (style.size !== undefined) data.fs = style.size;
  if (style.fontName !== undefined) data.ff = style.fontName;
  if (style.wrapText !== undefined) {
    data.tb = style.wrapText ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW;
  }
  if (style.indentLevel !== undefined) data.pd = { l: style.indentLevel * INDENT_PIXELS };
  if (style.horizontalAlignment !== undefined) {
    data.ht = known(HORIZONTAL, style.horizontalAlignment, "horizontal alignment");
  }
  if (style.verticalAlignment !== undefined) {
    data.vt = known(VERTICAL, style.verticalAlignment, "vertical alignment");
  }
  return data;
}

function known<T>(values: Readonly<Record<string, T>>, name: string, what: string): T {
  const value = values[name];
  if (value === undefined) throw notImplemented(`the ${what} ${name}`);
  return value;
}

function keyOf<T>(values: Readonly<Record<string, T>>, value: Nullable<T>): string | undefined {
  return Object.entries(values).find(([, candidate]) => candidate === value)?.[0];
}

/** Univer may answer rgb(1,2,3) where Excel answers #010203. */
function toHex(color: string): string {
  const parts = /^rgb\((\d+),\s*(\d+),\s*(\d+)\)$/.exec(color)?.slice(1);
  if (!parts) return color.toUpperCase();
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}
