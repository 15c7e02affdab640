import { TEXT } from "../wording/format/number-formats";
import type { CellContent } from "./formulas/call";
import type { PartLook, SheetBlock } from "./sheet-block";

/** One cell. */
export function cellAt(
  row: number,
  column: number,
  content: CellContent,
  format: string,
  look: PartLook,
): SheetBlock {
  return { row, column, rows: 1, columns: 1, cells: [[content]], look, formats: [format] };
}

/** Texts below one another in the first column. */
export function textRows(
  row: number,
  texts: readonly CellContent[],
  look: PartLook = "labels",
): SheetBlock {
  return columnAt(row, 0, texts, look, [TEXT]);
}

/** Results below one another, each with its format or all with one. */
export function resultColumn(
  row: number,
  column: number,
  cells: readonly CellContent[],
  formats: readonly string[],
): SheetBlock {
  return columnAt(row, column, cells, "results", formats);
}

/** Cells below one another in a look. */
export function columnAt(
  row: number,
  column: number,
  cells: readonly CellContent[],
  look: PartLook,
  formats: readonly string[],
): SheetBlock {
  return {
    ...{ row, column, rows: cells.length, columns: 1, cells: cells.map((cell) => [cell]) },
    ...{ look, formats },
  };
}

/** Headings of a table, from the first column on. */
export function tableHeadings(row: number, headings: readonly CellContent[]): SheetBlock {
  return {
    ...{ row, column: 0, rows: 1, columns: headings.length, cells: [headings] },
    ...{ look: "tableHeading", formats: [TEXT] },
  };
}
