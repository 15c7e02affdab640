import type { Currency } from "../../core/currency";
import { printContent } from "../../sheets/formulas/print";
import { SCHEDULE_TABLE, scheduleRows, type WrittenYear } from "../../sheets/schedule-table";
import { validateSchedule } from "../deal/validate-deal";
import { setNumberFormat } from "../excel/number-format";

/** Makes the table of a schedule in a range that it fills: headings, and a row a year to type into. */
export function putSchedule(
  range: Excel.Range,
  table: string,
  years: readonly WrittenYear[],
  currency: Currency,
): void {
  range.formulas = [
    [...SCHEDULE_TABLE.headings],
    ...scheduleRows(years).map((row) => row.map(printContent)),
  ];
  const added = range.worksheet.tables.add(range, true);
  added.name = table;
  added.showFilterButton = false;
  const rows = range.getOffsetRange(1, 0).getResizedRange(-1, 0);
  const inputs = rows.getOffsetRange(0, 1).getResizedRange(0, -1);
  inputs.style = Excel.BuiltInStyle.input;
  for (const [column, format] of SCHEDULE_TABLE.formats.entries())
    setNumberFormat(rows.getColumn(column), format, currency);
  range.format.horizontalAlignment = "Right";
  validateSchedule(inputs, currency);
}
