import type { CellContent } from "../../sheets/formulas/call";
import { printContent } from "../../sheets/formulas/print";
import { HEAD_ROW } from "../../sheets/provenance";

/** Points of the small grey words in which a sheet speaks of itself. */
export const PROVENANCE_SIZE = 8;

/** Writes what a sheet says of itself in its head. */
export function putHeadLine(sheet: Excel.Worksheet, line: CellContent, row = HEAD_ROW): void {
  const cell = sheet.getRangeByIndexes(row, 0, 1, 1);
  cell.formulas = [[printContent(line)]];
  cell.style = Excel.BuiltInStyle.explanatoryText;
  cell.format.font.size = PROVENANCE_SIZE;
}
