import type { CellStyle as FileStyle } from "hucre/xlsx";
import type { BorderLine } from "../cell-style";
import { type CellLook, SIDES } from "../whole-sheets";
import { readColor, writeColor } from "./file-color";

type FontStyle = NonNullable<FileStyle["font"]>;
type FileBorder = NonNullable<FileStyle["border"]>;
type FileLine = NonNullable<FileBorder["top"]>["style"];
type FileAlignment = NonNullable<FileStyle["alignment"]>;

/** Font in a file of every cell that names none, as in a new workbook of Excel's. */
export const USUAL_FONT = { name: "Calibri", size: 11 } as const satisfies FontStyle;

const GENERAL = "General";

/** Lines as files name them, and as Excel's objects do. */
const LINES: readonly (readonly [file: FileLine, style: string, weight: string])[] = [
  ["hair", "Continuous", "Hairline"],
  ["thin", "Continuous", "Thin"],
  ["medium", "Continuous", "Medium"],
  ["thick", "Continuous", "Thick"],
  ["dashed", "Dash", "Thin"],
  ["mediumDashed", "Dash", "Medium"],
  ["dashDot", "DashDot", "Thin"],
  ["mediumDashDot", "DashDot", "Medium"],
  ["dashDotDot", "DashDotDot", "Thin"],
  ["mediumDashDotDot", "DashDotDot", "Medium"],
  ["dotted", "Dot", "Thin"],
  ["double", "Double", "Thick"],
  ["slantDashDot", "SlantDashDot", "Medium"],
];

const HORIZONTAL = { Left: "left", Center: "center", Right: "right", Justify: "justify" } as const;
const VERTICAL = { Top: "top", Center: "center" } as const;

/** A look as files keep it; properties at their usual value are left out. */
export function toFileStyle(look: CellLook): FileStyle {
  const font = toFileFont(look);
  const border = toFileBorder(look.borders);
  const alignment = toFileAlignment(look);
  return {
    ...(font ? { font } : {}),
    ...(look.fill
      ? { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: writeColor(look.fill) } } }
      : {}),
    ...(border ? { border } : {}),
    ...(alignment ? { alignment } : {}),
    ...(look.numberFormat === GENERAL ? {} : { numFmt: look.numberFormat }),
  };
}

/** A look from a file. */
export function fromFileStyle(
  style: FileStyle,
  namedStyle: string,
  usualFont: string,
  theme: readonly string[],
): CellLook {
  const { font = {}, fill, border = {}, alignment = {}, numFmt } = style;
  const color = readColor(font.color, theme);
  const filled = fill?.type === "pattern" && fill.pattern !== "none" ? fill.fgColor : undefined;
  const shown = fill?.type === "gradient" ? fill.stops[0]?.color : filled;
  const ground = readColor(shown, theme);
  return {
    ...(font.name && font.name !== usualFont ? { fontName: font.name } : {}),
    ...(font.size && font.size !== USUAL_FONT.size ? { size: font.size } : {}),
    // Black is what a font without a colour is drawn in.
    ...(color && color !== "#000000" ? { color } : {}),
    ...(ground ? { fill: ground } : {}),
    bold: font.bold === true,
    italic: font.italic === true,
    ...(font.underline ? { underline: true } : {}),
    ...(font.strikethrough ? { strikethrough: true } : {}),
    horizontalAlignment: keyOf(HORIZONTAL, alignment.horizontal) ?? GENERAL,
    verticalAlignment: keyOf(VERTICAL, alignment.vertical) ?? "Bottom",
    wrapText: alignment.wrapText === true,
    indentLevel: alignment.indent ?? 0,
    borders: fromFileBorder(border, theme),
    namedStyle,
    numberFormat: numFmt || GENERAL,
  };
}

/** The line as a file names it; undefined for none. */
export function fileLine({ style, weight }: BorderLine): FileLine | undefined {
  const same = LINES.filter(([, known]) => known === style);
  return (same.find(([, , known]) => known === weight) ?? same[0])?.[0];
}

function toFileFont(look: CellLook): FontStyle | undefined {
  const font: FontStyle = {
    ...(look.bold ? { bold: true } : {}),
    ...(look.italic ? { italic: true } : {}),
    ...(look.underline ? { underline: "single" } : {}),
    ...(look.strikethrough ? { strikethrough: true } : {}),
    ...(look.color ? { color: { rgb: writeColor(look.color) } } : {}),
  };
  const name = look.fontName ?? USUAL_FONT.name;
  const size = look.size ?? USUAL_FONT.size;
  const isUsual = name === USUAL_FONT.name && size === USUAL_FONT.size;
  return isUsual && Object.keys(font).length === 0 ? undefined : { ...font, name, size };
}

function toFileBorder(borders: CellLook["borders"]): FileBorder | undefined {
  const border: FileBorder = {};
  for (const side of SIDES) {
    const line = borders[side];
    const style = line && fileLine(line);
    if (line && style) border[side] = { style, color: { rgb: writeColor(line.color) } };
  }
  return Object.keys(border).length === 0 ? undefined : border;
}

function fromFileBorder(border: FileBorder, theme: readonly string[]): CellLook["borders"] {
  return Object.fromEntries(
    SIDES.flatMap((side) => {
      const known = LINES.find(([file]) => file === border[side]?.style);
      if (known === undefined) return [];
      const [, style, weight] = known;
      return [[side, { style, weight, color: readColor(border[side]?.color, theme) ?? "#000000" }]];
    }),
  );
}

function toFileAlignment(look: CellLook): FileAlignment | undefined {
  const horizontal = fileWord(HORIZONTAL, look.horizontalAlignment);
  const vertical = fileWord(VERTICAL, look.verticalAlignment);
  const alignment: FileAlignment = {
    ...(horizontal ? { horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...(look.wrapText ? { wrapText: true } : {}),
    ...(look.indentLevel ? { indent: look.indentLevel } : {}),
  };
  return Object.keys(alignment).length === 0 ? undefined : alignment;
}

function fileWord<T>(values: Readonly<Record<string, T>>, key: string | undefined): T | undefined {
  return key === undefined ? undefined : values[key];
}

function keyOf(values: Readonly<Record<string, string>>, value: string | undefined) {
  return Object.entries(values).find(([, known]) => known === value)?.[0];
}
