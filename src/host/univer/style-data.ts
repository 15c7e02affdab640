import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  type IStyleData,
  type Nullable,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import { type BorderLine, type CellStyle, LINE_STYLES, type LineStyle } from "../grid/cell-style";
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

/** The look that a style of Univer's has. */
export function readStyleData(data: IStyleData): CellStyle {
  return {
    ...(data.bg?.rgb ? { fill: toHex(data.bg.rgb) } : {}),
    ...(data.cl?.rgb ? { color: toHex(data.cl.rgb) } : {}),
    ...(data.fs ? { size: data.fs } : {}),
    ...(data.ff ? { fontName: data.ff } : {}),
    bold: data.bl === BooleanNumber.TRUE,
    italic: data.it === BooleanNumber.TRUE,
    horizontalAlignment: nameOf(HORIZONTAL, data.ht) ?? "General",
    verticalAlignment: nameOf(VERTICAL, data.vt) ?? "Bottom",
    wrapText: data.tb === WrapStrategy.WRAP,
    indentLevel: Math.round((data.pd?.l ?? 0) / INDENT_PIXELS),
  };
}

/** The line on one side of a cell. */
export function readBorder(data: IStyleData, side: "t" | "b" | "l" | "r"): readonly BorderLine[] {
  const line = data.bd?.[side];
  const style = LINE_STYLES.find((known) => drawnLine(known) === line?.s);
  return line && style ? [{ style, color: toHex(line.cl.rgb ?? "#000000") }] : [];
}

/** Univer's name of a line: mediumDashed is MEDIUM_DASHED. */
export function drawnLine(style: LineStyle): BorderStyleTypes {
  const name = style.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
  return BorderStyleTypes[name as keyof typeof BorderStyleTypes];
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

function nameOf<T>(values: Readonly<Record<string, T>>, value: Nullable<T>): string | undefined {
  return Object.keys(values).find((name) => values[name] === value);
}

/** Univer may answer rgb(1,2,3) where Excel answers #010203. */
export function toHex(color: string): string {
  const parts = /^rgb\((\d+),\s*(\d+),\s*(\d+)\)$/.exec(color)?.slice(1);
  if (!parts) return color.toUpperCase();
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}
