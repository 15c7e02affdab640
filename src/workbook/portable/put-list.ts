import { literalText } from "../../sheets/literal-text";
import { setUpPage } from "../excel/set-up-page";

/** A sheet that lists what gave way, a row each below its headings. */
export interface ListSheet {
  readonly title: string;
  readonly note: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean)[])[];
  /** Of the columns, in points. */
  readonly widths: readonly number[];
}

/** Rows above those of a list: title, note, a blank one and the headings. */
export const LIST_HEAD_ROWS = 4;

/** Queues a list on a new sheet; its texts stay texts. */
export function putList(sheet: Excel.Worksheet, list: ListSheet): void {
  const { title, note, headings, rows, widths } = list;
  sheet.getRange("A1").values = [[title]];
  sheet.getRange("A1").style = Excel.BuiltInStyle.heading1;
  sheet.getRange("A2").values = [[literalText(note)]];
  sheet.getRange("A2").style = Excel.BuiltInStyle.explanatoryText;
  const head = sheet.getRangeByIndexes(LIST_HEAD_ROWS - 1, 0, 1, headings.length);
  head.values = [[...headings]];
  head.format.font.bold = true;
  sheet.getRangeByIndexes(LIST_HEAD_ROWS, 0, rows.length, headings.length).values = rows.map(
    (row) => row.map((one) => (typeof one === "string" ? literalText(one) : one)),
  );
  for (const [column, width] of widths.entries())
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;
  setUpPage(sheet, LIST_HEAD_ROWS);
}
