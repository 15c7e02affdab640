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

/** Lines, as files name them. */
export const LINE_STYLES = [
  ...(["thin", "medium", "thick", "double", "hair", "dotted", "dashed", "mediumDashed"] as const),
  ...(["dashDot", "mediumDashDot", "dashDotDot", "mediumDashDotDot", "slantDashDot"] as const),
];
export type LineStyle = (typeof LINE_STYLES)[number];

export interface BorderLine {
  readonly style: LineStyle;
  readonly color: string;
}

export type Borders = Readonly<Partial<Record<Side, BorderLine>>>;

/** A named style of Excel and the look it has here. */
export interface NamedStyle {
  readonly style: CellStyle;
  readonly borders: Borders;
}

const PLAIN: CellStyle = {
  fill: null,
  bold: false,
  italic: false,
  color: null,
  size: 11,
  fontName: "Arial",
};

function boxed(color: string): Borders {
  const line: BorderLine = { style: "thin", color };
  return { top: line, bottom: line, left: line, right: line };
}

function heading(size: number, bottom?: BorderLine): NamedStyle {
  const style = { ...PLAIN, bold: true, color: "#1F3864", size };
  return { style, borders: bottom ? { bottom } : {} };
}

/** Named styles that the local workbook can draw, by the values of Excel's enum BuiltInStyle. */
export const NAMED_STYLES: Readonly<Record<string, NamedStyle>> = {
  Normal: { style: PLAIN, borders: {} },
  Input: { style: { ...PLAIN, fill: "#FFF2CC", color: "#0000FF" }, borders: boxed("#7F7F7F") },
  Calculation: {
    style: { ...PLAIN, fill: "#F2F2F2", color: "#000000" },
    borders: boxed("#BFBFBF"),
  },
  Heading1: heading(15, { style: "thick", color: "#4472C4" }),
  Heading2: heading(13, { style: "medium", color: "#A2B8E1" }),
  Heading3: heading(11, { style: "thin", color: "#A2B8E1" }),
  Heading4: heading(11),
  ExplanatoryText: { style: { ...PLAIN, italic: true, color: "#595959" }, borders: {} },
  Note: { style: { ...PLAIN, fill: "#FFFFCC" }, borders: boxed("#B2B2B2") },
  Total: {
    style: { ...PLAIN, bold: true },
    borders: {
      top: { style: "thin", color: "#4472C4" },
      bottom: { style: "double", color: "#4472C4" },
    },
  },
};
