import { columnLetters, quotedSheet } from "../../input/cells/a1";
import type { NativeCell } from "./excel/formula";

/** The address of a cell that the reader filled in, with its sheet. */
export function addressInWords({ sheet, row, column }: NativeCell): string {
  return `${quotedSheet(sheet)}!${columnLetters(column - 1)}${row}`;
}
