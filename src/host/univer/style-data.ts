import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  type IStyleData,
  type Nullable,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import type { BorderLine, CellStyle } from "../grid/cell-style";
import { imitated } from "../office/host-error";

const INDENT_PIXELS = 9;

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

const HORIZONTAL_NAMES = namesOf(HORIZONTAL);
const VERTICAL_NAMES = namesOf(VERTICAL);

const NO_LINE: BorderLine = { style: "None", color: "#000000", weight: "Thin" };

type DrawnLine = readonly [style: string, weight: string, line: BorderStyleTypes];

/** Excel's line styles and weights, and the lines that Univer draws for them. */
export const LINES: readonly DrawnLine[] = [
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

/** The look that a style of Univer's has. */
export function readStyleData(data: IStyleData): CellStyle {
  return {
    ...(data.bg?.rgb ? { fill: toHex(data.bg.rgb) } : {}),
    ...(data.cl?.rgb ? { color: toHex(data.cl.rgb) } : {}),
    ...(data.fs ? { size: data.fs } : {}),
    ...(data.ff ? { fontName: data.ff } : {}),
    bold: data.bl === BooleanNumber.TRUE,
    italic: data.it === BooleanNumber.TRUE,
    horizontalAlignment: HORIZONTAL_NAMES.get(data.ht) ?? "General",
    verticalAlignment: VERTICAL_NAMES.get(data.vt) ?? "Bottom",
    wrapText: data.tb === WrapStrategy.WRAP,
    indentLevel: Math.round((data.pd?.l ?? 0) / INDENT_PIXELS),
  };
}

/** The line on one side of a cell. */
export function readBorder(data: IStyleData, side: "t" | "b" | "l" | "r"): BorderLine {
  const line = data.bd?.[side];
  const known = line && LINES.find(([, , drawn]) => drawn === line.s);
  if (!line || !known) return NO_LINE;
  return { style: known[0], weight: known[1], color: toHex(line.cl.rgb ?? "#000000") };
}

/** The line of Univer's that a border of Excel's is drawn as; undefined when there is none like it. */
export function drawnLine({ style, weight }: BorderLine): BorderStyleTypes | undefined {
  const sameStyle = LINES.filter(([known]) => known === style);
  return (sameStyle.find(([, known]) => known === weight) ?? sameStyle[0])?.[2];
}

/** Univer's style of a look; a null takes a property away. */
export function toStyleData(style: CellStyle): IStyleData {
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
    data.ht = imitated(HORIZONTAL, style.horizontalAlignment, "the horizontal alignment");
  }
  if (style.verticalAlignment !== undefined) {
    data.vt = imitated(VERTICAL, style.verticalAlignment, "the vertical alignment");
  }
  return data;
}

/** The names of values, by the value. */
export function namesOf<T>(values: Readonly<Record<string, T>>): ReadonlyMap<Nullable<T>, string> {
  return new Map(Object.entries(values).map(([name, value]) => [value, name]));
}

/** Univer may answer rgb(1,2,3) where Excel answers #010203. */
function toHex(color: string): string {
  const parts = /^rgb\((\d+),\s*(\d+),\s*(\d+)\)$/.exec(color)?.slice(1);
  if (!parts) return color.toUpperCase();
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}
