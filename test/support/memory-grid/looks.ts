import { mapCells, type Rect } from "../../../src/host/grid/address";
import {
  type BorderLine,
  type Borders,
  type CellStyle,
  NAMED_STYLES,
  SIDES,
  type Side,
} from "../../../src/host/grid/cell-style";
import type { Grid } from "../../../src/host/grid/grid";
import { imitated } from "../../../src/host/office/host-error";
import { cellAt, changeCell, type MemoryBook, type MemorySheet, sheetOf, touchedIn } from "./book";

const POINTS_PER_PIXEL = 0.75;
const COLUMN_WIDTH = 66;
const ROW_HEIGHT = 18;

const HORIZONTAL = ["General", "Left", "Center", "Right", "Justify"];
const VERTICAL = ["Top", "Center", "Bottom"];

/** The style of an untouched cell. */
export const USUAL_STYLE = {
  bold: false,
  italic: false,
  horizontalAlignment: "General",
  verticalAlignment: "Bottom",
  wrapText: false,
  indentLevel: 0,
} as const satisfies CellStyle;

/** How cells look: fills, fonts, alignment, borders, sizes and named styles. */
export function memoryLooks(book: MemoryBook) {
  const setStyle = (sheetId: string, rect: Rect, style: CellStyle): void => {
    checkAlignment(style);
    const sheet = sheetOf(book, sheetId);
    eachCell(rect, (row, col) => {
      changeCell(sheet, row, col, { style: withStyle(cellAt(sheet, row, col).style, style) });
    });
  };
  return {
    style: (sheetId, row, col) => ({
      ...USUAL_STYLE,
      ...cellAt(sheetOf(book, sheetId), row, col).style,
    }),
    setStyle,
    namedStyle: (sheetId, row, col) => cellAt(sheetOf(book, sheetId), row, col).namedStyle,
    setNamedStyle(sheetId, rect, namedStyle) {
      const named = imitated(NAMED_STYLES, namedStyle, "the cell style");
      const sheet = sheetOf(book, sheetId);
      loseBordersAround(sheet, rect);
      eachCell(rect, (row, col) => {
        const isLast = row === rect.row + rect.rows - 1;
        const isRightmost = col === rect.col + rect.cols - 1;
        changeCell(sheet, row, col, {
          namedStyle,
          borders: bordersOf(named.borders, isLast, isRightmost),
        });
      });
      setStyle(sheetId, rect, named.style);
    },
    columnWidth: (sheetId, column) => sheetOf(book, sheetId).widths.get(column) ?? COLUMN_WIDTH,
    setColumnWidth(sheetId, column, count, points) {
      const { widths } = sheetOf(book, sheetId);
      for (let at = column; at < column + count; at++) widths.set(at, inPixels(points));
    },
    rowHeight: (sheetId, row) => sheetOf(book, sheetId).heights.get(row) ?? ROW_HEIGHT,
    setRowHeight(sheetId, row, count, points) {
      const { heights } = sheetOf(book, sheetId);
      for (let at = row; at < row + count; at++) heights.set(at, inPixels(points));
    },
  } satisfies Partial<Grid>;
}

function eachCell(rect: Rect, act: (row: number, col: number) => void): void {
  mapCells(rect, (row, col) => act(rect.row + row, rect.col + col));
}

/** A style changed by another: null removes a property, and so does its usual value. */
function withStyle(before: CellStyle, change: CellStyle): CellStyle {
  const usual: Readonly<Record<string, unknown>> = USUAL_STYLE;
  const entries = Object.entries({ ...before, ...change }).flatMap(([name, value]) =>
    value === null || value === usual[name]
      ? []
      : [[name, typeof value === "string" && value.startsWith("#") ? value.toUpperCase() : value]],
  );
  return Object.fromEntries(entries);
}

function checkAlignment({ horizontalAlignment, verticalAlignment }: CellStyle): void {
  const known = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));
  if (horizontalAlignment !== undefined)
    imitated(known(HORIZONTAL), horizontalAlignment, "the horizontal alignment");
  if (verticalAlignment !== undefined)
    imitated(known(VERTICAL), verticalAlignment, "the vertical alignment");
}

/** Lines of a cell in a block of a named style: the lines above and left of the block also run between its cells. */
function bordersOf(lines: Borders, isLast: boolean, isRightmost: boolean): Borders {
  const drawn: Readonly<Record<Side, Side>> = {
    top: "top",
    bottom: isLast ? "bottom" : "top",
    left: "left",
    right: isRightmost ? "right" : "left",
  };
  const borders: Partial<Record<Side, BorderLine>> = {};
  for (const side of SIDES) {
    const line = lines[drawn[side]];
    if (line) borders[side] = line;
  }
  return borders;
}

/** Neighbours of a block lose the lines that they share with it. */
function loseBordersAround(sheet: MemorySheet, { row, col, rows, cols }: Rect): void {
  const sides: readonly (readonly [Side, Rect])[] = [
    ["bottom", { row: row - 1, col, rows: 1, cols }],
    ["top", { row: row + rows, col, rows: 1, cols }],
    ["right", { row, col: col - 1, rows, cols: 1 }],
    ["left", { row, col: col + cols, rows, cols: 1 }],
  ];
  for (const [side, neighbours] of sides)
    for (const place of touchedIn(sheet, neighbours)) {
      const { [side]: _, ...borders } = place.cell.borders;
      changeCell(sheet, place.row, place.col, { borders });
    }
}

function inPixels(points: number): number {
  return Math.round(points / POINTS_PER_PIXEL) * POINTS_PER_PIXEL;
}
