import { TEXT } from "../../wording/format/number-formats";
import type { Formula, Operand } from "../formulas/call";
import type { PartLook, SheetBlock } from "../sheet-block";

/** Arguments without those left out at the end. */
export function trimmed(given: readonly (Operand | null)[]): readonly (Operand | null)[] {
  return given.slice(0, given.findLastIndex((one) => one !== null) + 1);
}

export function letter(column: number): string {
  return `$${String.fromCharCode(65 + column)}`;
}

export function block(
  row: number,
  rows: number,
  columns: number,
  look: PartLook,
  formats: readonly string[],
  cells: readonly (readonly (Operand | string)[])[],
): SheetBlock {
  return { row, column: 0, rows, columns, look, formats, cells };
}

export function tableHeadings(row: number, texts: readonly string[]): SheetBlock {
  return {
    ...{ row, column: 0, rows: 1, columns: texts.length, look: "tableHeading" },
    ...{ cells: [texts], formats: texts.map(() => TEXT) },
  };
}

export function labels(row: number, texts: readonly string[]): SheetBlock {
  return {
    ...{ row, column: 0, rows: texts.length, columns: 1, look: "labels", formats: [TEXT] },
    cells: texts.map((text) => [text]),
  };
}

/** Words that explain the number at their left. */
export function beside(row: number, column: number, cell: Formula): SheetBlock {
  return {
    ...{ row, column, rows: 1, columns: 1, cells: [[cell]] },
    ...{ look: "beside", formats: [TEXT] },
  };
}

export function body(
  row: number,
  rows: number,
  columns: number,
  formula: Formula,
  formats: readonly string[],
): SheetBlock {
  return { row, column: 0, rows, columns, cells: [[formula]], look: "body", formats };
}
