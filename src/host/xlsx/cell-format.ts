import type { CellStyle as FileStyle } from "hucre/xlsx";
import { type Borders, LINE_STYLES, SIDES } from "../grid/cell-style";
import type { CellLook } from "../grid/whole-sheets";
import { readColor, writeColor } from "./file-color";
import { capitalized, known, unless, unlessEmpty } from "./known";

type FontStyle = NonNullable<FileStyle["font"]>;
type FileBorder = NonNullable<FileStyle["border"]>;
type FileAlignment = NonNullable<FileStyle["alignment"]>;

/** Font in a file of every cell that names none, as in a new workbook of Excel's. */
export const USUAL_FONT = { name: "Calibri", size: 11 } as const satisfies FontStyle;

/** Points of a column as wide as one digit of that font, the unit of widths in files. */
export const POINTS_PER_DIGIT = 5.25;

const GENERAL = "General";
const BLACK = "#000000";

const HORIZONTAL = ["left", "center", "right", "justify"] as const;
const VERTICAL = ["top", "center"] as const;

/** A look as files keep it; properties at their usual value are left out. */
export function toFileStyle(look: CellLook): FileStyle {
  const { fill, numberFormat } = look;
  return known<FileStyle>({
    font: toFileFont(look),
    fill: fill
      ? { type: "pattern", pattern: "solid", fgColor: { rgb: writeColor(fill) } }
      : undefined,
    border: unlessEmpty(toFileBorder(look.borders)),
    alignment: unlessEmpty(
      known<FileAlignment>({
        horizontal: HORIZONTAL.find((word) => capitalized(word) === look.horizontalAlignment),
        vertical: VERTICAL.find((word) => capitalized(word) === look.verticalAlignment),
        wrapText: look.wrapText || undefined,
        indent: look.indentLevel || undefined,
      }),
    ),
    numFmt: unless(numberFormat, GENERAL),
  });
}

/** A look from a file. */
export function fromFileStyle(
  style: FileStyle,
  namedStyle: string,
  usualFont: string,
  theme: readonly string[],
): CellLook {
  const { font = {}, fill, border = {}, alignment = {}, numFmt } = style;
  const filled = fill?.type === "pattern" && fill.pattern !== "none" ? fill.fgColor : undefined;
  const shown = fill?.type === "gradient" ? fill.stops[0]?.color : filled;
  const horizontal = HORIZONTAL.find((word) => word === alignment.horizontal);
  const vertical = VERTICAL.find((word) => word === alignment.vertical);
  return known<CellLook>({
    fontName: unless(font.name || undefined, usualFont),
    size: unless(font.size || undefined, USUAL_FONT.size),
    // A font without a colour is drawn in black.
    color: unless(readColor(font.color, theme), BLACK),
    fill: readColor(shown, theme),
    bold: font.bold === true,
    italic: font.italic === true,
    underline: font.underline ? true : undefined,
    strikethrough: font.strikethrough || undefined,
    horizontalAlignment: horizontal ? capitalized(horizontal) : GENERAL,
    verticalAlignment: vertical ? capitalized(vertical) : "Bottom",
    wrapText: alignment.wrapText === true,
    indentLevel: alignment.indent ?? 0,
    borders: fromFileBorder(border, theme),
    namedStyle,
    numberFormat: numFmt || GENERAL,
  });
}

function toFileFont(look: CellLook): FontStyle | undefined {
  const font = known<FontStyle>({
    bold: look.bold || undefined,
    italic: look.italic || undefined,
    underline: look.underline ? "single" : undefined,
    strikethrough: look.strikethrough || undefined,
    color: look.color ? { rgb: writeColor(look.color) } : undefined,
    name: unless(look.fontName, USUAL_FONT.name),
    size: unless(look.size, USUAL_FONT.size),
  });
  return unlessEmpty(font) && { ...USUAL_FONT, ...font };
}

function toFileBorder(borders: Borders): FileBorder {
  const border: FileBorder = {};
  for (const side of SIDES) {
    const line = borders[side];
    if (line) border[side] = { style: line.style, color: { rgb: writeColor(line.color) } };
  }
  return border;
}

function fromFileBorder(border: FileBorder, theme: readonly string[]): Borders {
  return Object.fromEntries(
    SIDES.flatMap((side) => {
      const line = border[side];
      const style = LINE_STYLES.find((known) => known === line?.style);
      return style ? [[side, { style, color: readColor(line?.color, theme) ?? BLACK }]] : [];
    }),
  );
}
