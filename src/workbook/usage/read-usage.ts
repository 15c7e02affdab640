import { byUsageTable, columnsIn, type UsageTableKey } from "../../sheets/usage/usage-columns";
import type { TableOnSheet } from "../../sheets/usage/usage-history";
import type { TableNames } from "../../sheets/usage/usage-rows";
import type { Outcome } from "../excel/outcome";
import { FaultError, runExcel } from "../excel/run";
import { isCalled } from "../excel/workbook-index";
import { recordsIn } from "../journal/record";
import { askTable } from "./ask-history";
import { usageRecord, usageTableName } from "./usage-record";

/** Name of the table of prices, the user's own or the one that is shipped: formulas of usage read it. */
export const PRICE_BOOK_TABLE = "PriceBook";

/** All tables of imported usage with their prices, and what they are called in formulas. */
export interface UsageCells {
  readonly names: TableNames;
  readonly tables: Readonly<Record<UsageTableKey, TableOnSheet>>;
  /** Null where there is no such table: formulas then take the book that is shipped. */
  readonly book: TableOnSheet | null;
}

/** Reads all tables of imported usage; null where the workbook has none. */
export function readUsage(): Promise<Outcome<UsageCells | null>> {
  return runExcel(async (context) => {
    const { workbook } = context;
    const { tables, settings } = workbook;
    settings.load("items/key,items/value");
    tables.load("items/name");
    await context.sync();
    const record = usageRecord(recordsIn(settings));
    if (!record) return null;
    const known = tables.items.map(({ name }) => name);
    const isThere = (name: string): boolean => known.some((table) => isCalled(table, name));
    const book = usageTableName(record, "book");
    const asked = byUsageTable((key) => {
      const name = usageTableName(record, key);
      if (!isThere(name)) throw new FaultError({ kind: "tablesGone" });
      return askTable(workbook, name);
    });
    const exclusions = tables.getItem(usageTableName(record, "exclusions")).getRange().worksheet;
    exclusions.load("name");
    const prices = isThere(book) ? askTable(workbook, book) : undefined;
    await context.sync();
    const read = byUsageTable((key) => asked[key]());
    return {
      names: {
        ...byUsageTable((key) => usageTableName(record, key)),
        ...{ book, exclusionsSheet: exclusions.name },
        exclusionColumns: columnsIn("exclusions", read.exclusions.values[0] ?? []).length,
      },
      tables: read,
      book: prices?.() ?? null,
    };
  });
}

/** The cells of the table of prices that an import reads; null where the workbook has none. */
export function readPriceBookTable(): Promise<Outcome<TableOnSheet | null>> {
  return runExcel(async (context) => {
    const { tables, settings } = context.workbook;
    settings.load("items/key,items/value");
    tables.load("items/name");
    await context.sync();
    const record = usageRecord(recordsIn(settings));
    const wanted = record ? usageTableName(record, "book") : PRICE_BOOK_TABLE;
    const name = tables.items.find((table) => isCalled(table.name, wanted))?.name;
    if (name === undefined) return null;
    const asked = askTable(context.workbook, name);
    await context.sync();
    return asked();
  });
}
