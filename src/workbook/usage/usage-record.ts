import { USAGE_TABLES, type UsageTableKey } from "../../sheets/usage/usage-columns";
import type { WriteRecord } from "../journal/record";

export type UsageRecord = NonNullable<WriteRecord["tables"]>;

/** The tables of the import among what was written; undefined where there are none. */
export function usageRecord(records: readonly WriteRecord[]): UsageRecord | undefined {
  return records.find(({ kind, complete, tables }) => kind === "usage" && complete && tables)
    ?.tables;
}

/** The name that a table of the import has in the workbook. */
export function usageTableName(record: UsageRecord, key: UsageTableKey | "book"): string {
  return record[key === "book" ? USAGE_TABLES.length : USAGE_TABLES.indexOf(key)]?.table ?? "";
}
