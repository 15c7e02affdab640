/** A change of a cell's look; an absent property stays as it is, null restores the default. */
export interface CellStyle {
  readonly fill?: string | null;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: string | null;
  readonly size?: number;
  readonly fontName?: string;
  readonly horizontalAlignment?: string;
  readonly verticalAlignment?: string;
  readonly wrapText?: boolean;
  readonly indentLevel?: number;
}

export const SIDES = ["top", "bottom", "left", "right"] as const;
export type Side = (typeof SIDES)[number];

export interface BorderLine {
  readonly style: string;
  readonly color: string;
  readonly weight: string;
}

/** A named style of Excel and the look it has here. */
export interface NamedStyle {
  readonly style: CellStyle;
  readonly borders: readonly ({ readonly side: Side } & BorderLine)[];
}

const PLAIN: CellStyle = {
  fill: null,
  bold: false,
  italic: false,
  color: null,
  size: 11,
  fontName: "Arial",
};

function boxed(color: string): NamedStyle["borders"] {
  return SIDES.map((side) => ({ side, style: "Continuous", color, weight: "Thin" }));
}

function underlined(color: string, weight: string): NamedStyle["borders"] {
  return [{ side: "bottom", style: "Continuous", color, weight }];
}

function heading(size: number, borders: NamedStyle["borders"]): NamedStyle {
  return { style: { ...PLAIN, bold: true, color: "#1F3864", size }, borders };
}

/** Named styles that the local workbook can draw, by the values of Excel's enum BuiltInStyle. */
export const NAMED_STYLES: Readonly<Record<string, NamedStyle>> = {
  Normal: { style: PLAIN, borders: [] },
  Input: { style: { ...PLAIN, fill: "#FFF2CC", color: "#0000FF" }, borders: boxed("#7F7F7F") },
  Calculation: {
    style: { ...PLAIN, fill: "#F2F2F2", color: "#000000" },
    borders: boxed("#BFBFBF"),
  },
  Heading1: heading(15, underlined("#4472C4", "Thick")),
  Heading2: heading(13, underlined("#A2B8E1", "Medium")),
  Heading3: heading(11, underlined("#A2B8E1", "Thin")),
  Heading4: heading(11, []),
  ExplanatoryText: { style: { ...PLAIN, italic: true, color: "#595959" }, borders: [] },
  Note: { style: { ...PLAIN, fill: "#FFFFCC" }, borders: boxed("#B2B2B2") },
  Total: {
    style: { ...PLAIN, bold: true },
    borders: [
      { side: "top", style: "Continuous", color: "#4472C4", weight: "Thin" },
      { side: "bottom", style: "Double", color: "#4472C4", weight: "Thick" },
    ],
  },
};
