import { type Place, sizeOf, type TableContent } from "./table-content";
import { MEASURE_LOOKS } from "./table-measure";

/**
 * True for a cell that breaks even beside one that does not. It asks only cells of the block: rules of conditional formats cannot
 * call our functions.
 */
export function edgeOf(
  content: TableContent,
  index: number,
  { anchor, top, held }: Place,
): string | null {
  const { measures, rows, columns } = content;
  const { fallsShort } = MEASURE_LOOKS[measures[index] ?? measures[0]];
  if (fallsShort === null || columns === null) return null;
  const size = sizeOf(content);
  const [first, last] = [
    { row: top + 1, column: 1 },
    { row: top + size.rows - 1, column: size.columns - 1 },
  ];
  const list = (row: number, column: number): string => {
    if (rows.kind === "usage") return anchor(row, 0, "column");
    if (columns.kind === "usage") return anchor(top, column, "row");
    return held.usage ?? held.mean ?? "0";
  };
  const short = (down: number, across: number): string => {
    const [row, column] = [first.row + down, first.column + across];
    return fallsShort(anchor(row, column, "none"), list(row, column));
  };
  const here = anchor(first.row, first.column, "none");
  const start = anchor(first.row, first.column, "both");
  const end = anchor(last.row, last.column, "both");
  // Beyond the edge of the body stand headings, or nothing.
  const beside = [
    `IFERROR(AND(COLUMN(${here})>COLUMN(${start}),${short(0, -1)}),FALSE)`,
    `IFERROR(AND(COLUMN(${here})<COLUMN(${end}),${short(0, 1)}),FALSE)`,
    `IFERROR(AND(ROW(${here})>ROW(${start}),${short(-1, 0)}),FALSE)`,
    `IFERROR(AND(ROW(${here})<ROW(${end}),${short(1, 0)}),FALSE)`,
  ];
  return `=IFERROR(AND(NOT(${short(0, 0)}),OR(${beside.join(",")})),FALSE)`;
}
