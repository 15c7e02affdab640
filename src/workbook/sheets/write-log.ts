import type { Currency } from "../../core/currency";
import { LOG_HEADINGS, type LogRow } from "../../sheets/log/log-rows";
import {
  formatsOfLogRow,
  LOG_HEADINGS_ROW,
  type LogSheet,
  layOutLog,
} from "../../sheets/log/log-sheet";
import type { LogDefinition } from "../../sheets/sheet-definition";
import { setNumberFormats } from "../excel/number-format";
import type { Outcome } from "../excel/outcome";
import { putText } from "../excel/put-text";
import { FaultError, runExcel } from "../excel/run";
import { blockNameOf } from "../journal/record";
import type { WrittenPlace } from "../journal/rewrite-sheet";
import type { WrittenTable } from "../journal/written-table";
import { putOwnSheet } from "./put-own-sheet";
import { alignColumn, putBlock, showSheet } from "./put-sheet-part";

/** What the log is written from. */
export interface LogRequest {
  readonly definition: LogDefinition;
  /** Rows to add to those that it has. */
  readonly rows: readonly LogRow[];
  /** The log that is there; absent: a new one. */
  readonly again?: WrittenPlace;
}

/** Widths in points of the columns. */
const WIDTHS = [190, 210, 180, 180, 160, 120, 110, 110];
/** Columns of words; the others hold what there was and is, on the right. */
const WORDS = [0, 1, 4, 5];

/**
 * Begins the log on a new sheet, or adds rows to the log that is there: its rows stay as they are, what somebody typed into them
 * too. When writing fails, the workbook is as it was.
 */
export async function writeLog(
  { definition, rows, again }: LogRequest,
  currency: Currency,
): Promise<Outcome<WrittenTable>> {
  const read = again && (await readLog(again.id));
  if (read && !read.ok) return read;
  const all = [...(read ? read.value : []), ...rows];
  const layout = layOutLog(all, definition.begunOn);
  return putOwnSheet({
    ...{ name: "Log", layout, form: "live", again, definition },
    put: ({ sheet }, parts) =>
      putLog(sheet, { ...layout, parts }, all.slice(-layout.kept), again === undefined, currency),
  });
}

function readLog(id: string): Promise<Outcome<readonly LogRow[]>> {
  return runExcel(async ({ workbook }) => {
    const range = workbook.names.getItemOrNullObject(blockNameOf(id)).getRangeOrNullObject();
    range.load("values");
    await workbook.context.sync();
    if (range.isNullObject) throw new FaultError({ kind: "sheetGone", sheet: "Log" });
    return range.values
      .slice(LOG_HEADINGS_ROW + 1)
      .map((line): LogRow => line.map((one) => (typeof one === "number" ? one : String(one ?? ""))))
      .filter((line) => line.some((one) => one !== ""));
  });
}

function putLog(
  sheet: Excel.Worksheet,
  { title, note, parts }: LogSheet,
  rows: readonly LogRow[],
  isNew: boolean,
  currency: Currency,
): void {
  for (const [column, width] of WIDTHS.entries())
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;
  putText(sheet.getRange("A1"), title, Excel.BuiltInStyle.heading1);
  putText(sheet.getRange("A2"), note, Excel.BuiltInStyle.explanatoryText);
  for (const part of parts) putBlock(sheet, part, currency);
  for (const [column] of WIDTHS.entries()) {
    const { format } = sheet.getRangeByIndexes(LOG_HEADINGS_ROW, column, rows.length + 1, 1);
    alignColumn(format, WORDS.includes(column), column);
  }
  if (rows.length > 0)
    setNumberFormats(
      sheet.getRangeByIndexes(LOG_HEADINGS_ROW + 1, 0, rows.length, LOG_HEADINGS.length),
      rows.map(formatsOfLogRow),
      currency,
    );
  // Whoever changes an input stays where the input is.
  if (isNew) showSheet(sheet, LOG_HEADINGS_ROW + 1);
}
