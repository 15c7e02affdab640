import type { HistoryCells, TableOnSheet } from "../../sheets/usage/usage-history";
import { isCalled, type WorkbookIndex } from "../excel/workbook-index";
import type { WriteRecord } from "../journal/record";
import { usageRecord, usageTableName } from "./usage-record";

/**
 * Asks for the months and exclusions of imported usage. Call what it returns after the next sync; null is a workbook without them,
 * and a table that is gone makes none.
 */
export function askHistory(
  workbook: Excel.Workbook,
  { tables }: WorkbookIndex,
  records: readonly WriteRecord[],
): () => HistoryCells | null {
  const record = usageRecord(records);
  const [months, exclusions] = (["months", "exclusions"] as const).map((key) => {
    const name = record && usageTableName(record, key);
    const isThere = name !== undefined && tables.some((table) => isCalled(table, name));
    return isThere ? askTable(workbook, name) : undefined;
  });
  return () => (months && exclusions ? { months: months(), exclusions: exclusions() } : null);
}

export function askTable({ tables }: Excel.Workbook, name: string): () => TableOnSheet {
  const range = tables.getItem(name).getRange();
  range.load("address,values");
  return () => ({ address: range.address, values: range.values });
}
