import type { Currency } from "../../core/currency";
import type { WorkingsSheet } from "../../sheets/portable/workings-sheet";
import { setNumberFormat, setNumberFormats } from "../excel/number-format";
import type { Target } from "../journal/write-sheet";
import { setUpPage } from "../sheets/set-up-page";

/** Widths in points: words, and amounts. */
const LABEL_WIDTH = 240;
const COLUMN_WIDTH = 96;

/** Queues the cells of a sheet of workings with their looks. */
export function putWorkings(
  { sheet }: Pick<Target, "sheet">,
  { areas, titles, columns }: WorkingsSheet,
  currency: Currency,
): void {
  sheet.getRangeByIndexes(0, 0, 1, columns).format.columnWidth = COLUMN_WIDTH;
  sheet.getRangeByIndexes(0, 0, 1, 1).format.columnWidth = LABEL_WIDTH;
  for (const { row, column, cells, formats } of areas) {
    const [first = []] = cells;
    const block = sheet.getRangeByIndexes(row, column, cells.length, first.length);
    block.formulas = cells.map((line) => [...line]);
    if (formats.of === "cells") setNumberFormats(block, formats.each, currency);
    else
      for (const [along, format] of formats.each.entries())
        if (format !== "General") setNumberFormat(block.getColumn(along), format, currency);
  }
  for (const row of titles) sheet.getRangeByIndexes(row, 0, 1, columns).format.font.bold = true;
  sheet.getRange("A1").style = Excel.BuiltInStyle.heading1;
  sheet.getRange("A2:A3").style = Excel.BuiltInStyle.explanatoryText;
  setUpPage(sheet, 1);
}
