import type { Currency } from "../../core/currency";
import { printContent } from "../../sheets/formulas/print";
import type { SheetBlock } from "../../sheets/sheet-block";
import { TEXT } from "../../wording/format/number-formats";
import { setNumberFormat } from "../excel/number-format";
import { PROVENANCE_SIZE } from "../excel/put-head-line";
import { type PagesOfSheet, setUpPage } from "../excel/set-up-page";

/**
 * Room for two lines in points. It is set, because Excel fits a row to its words when somebody types, and not when a function
 * answers.
 */
const HEADING_HEIGHT = 32;

/** Writes a part of a sheet of ours, in the look that it asks for. */
export function putBlock(sheet: Excel.Worksheet, part: SheetBlock, currency: Currency): void {
  const { row, column, cells, rows, columns, look, formats } = part;
  const block = sheet.getRangeByIndexes(row, column, rows, columns);
  const [first = []] = cells;
  const written = sheet.getRangeByIndexes(row, column, cells.length, first.length);
  written.formulas = cells.map((line) => line.map(printContent));
  switch (look) {
    case "heading":
      block.style = Excel.BuiltInStyle.heading3;
      return;
    case "labels":
      return;
    case "provenance":
      block.style = Excel.BuiltInStyle.explanatoryText;
      block.format.font.size = PROVENANCE_SIZE;
      break;
    case "beside":
      // Only what is aligned to the left is indented.
      block.format.horizontalAlignment = "Left";
      block.format.indentLevel = 1;
      return;
    case "sentence":
      block.format.font.bold = true;
      return;
    case "tableHeading":
      styleHeadings(block);
      // Of a name that takes more lines than there are, the beginning is seen.
      block.format.verticalAlignment = "Top";
      return;
    case "inputs":
      block.style = Excel.BuiltInStyle.input;
      break;
    case "results":
      block.style = Excel.BuiltInStyle.calculation;
      break;
    case "body":
      // A spilled table begins with its headings.
      styleHeadings(sheet.getRangeByIndexes(row, column, 1, columns));
      break;
    case "wideBody": {
      const { format } = sheet.getRangeByIndexes(row, column, 1, columns);
      format.font.bold = true;
      format.horizontalAlignment = "Right";
      break;
    }
  }
  formatNumbers(sheet, part, formats, currency);
}

function styleHeadings(headings: Excel.Range): void {
  headings.format.font.bold = true;
  headings.format.horizontalAlignment = "Right";
  headings.format.wrapText = true;
  headings.format.rowHeight = HEADING_HEIGHT;
}

/** A column of results has a format for each row; everything else one for each column. */
function formatNumbers(
  sheet: Excel.Worksheet,
  { row, column, rows, columns }: SheetBlock,
  formats: readonly string[],
  currency: Currency,
): void {
  const byRow = columns === 1 && formats.length === rows && rows > 1;
  for (const [index, format] of formats.entries()) {
    const range = byRow
      ? sheet.getRangeByIndexes(row + index, column, 1, 1)
      : sheet.getRangeByIndexes(row, column + index, rows, 1);
    setNumberFormat(range, format, currency);
    alignColumn(range.format, format === TEXT, column + index);
  }
}

/** Words to the left, numbers to the right. */
export function alignColumn(format: Excel.RangeFormat, isText: boolean, column: number): void {
  format.horizontalAlignment = isText ? "Left" : "Right";
  // Words would touch the number that ends at their left.
  if (isText && column > 0) format.indentLevel = 1;
}

/**
 * Shows a finished sheet from its first cell, set up to print.
 *
 * @param titleRows How many rows from the top head every page; 0 is none.
 */
export function showSheet(sheet: Excel.Worksheet, titleRows = 0, pages: PagesOfSheet = {}): void {
  setUpPage(sheet, titleRows, pages);
  sheet.activate();
  sheet.getRange("A1").select();
}
