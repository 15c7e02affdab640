import { type CellStyle, resolveThemeColor } from "hucre/xlsx";

type Color = NonNullable<NonNullable<CellStyle["font"]>["color"]>;

/** The colours that files may name by number, from 8 on (ECMA-376 part 1, 18.8.27); 0 to 7 are the first eight again. */
const INDEXED =
  `000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080
  9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF
  00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696
  003366 339966 003300 333300 993300 993366 333399 333333`
    .trim()
    .split(/\s+/);

/** A colour of a file as #RRGGBB; undefined for one that the reader of the sheet chooses, such as the window's. */
export function readColor(color: Color | undefined, theme: readonly string[]): string | undefined {
  const { rgb, theme: number, tint, indexed = Number.NaN } = color ?? {};
  const themed = number === undefined ? undefined : resolveThemeColor([...theme], number, tint);
  const hex = rgb || themed || INDEXED[indexed < 8 ? indexed : indexed - 8];
  return hex && `#${hex.slice(-6).toUpperCase()}`;
}

/** #RRGGBB as files write it: RRGGBB. */
export function writeColor(color: string): string {
  return color.replace(/^#/, "").toUpperCase();
}
