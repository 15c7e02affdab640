import type { Currency } from "../../core/currency";
import { printContent } from "../../sheets/formulas/print";
import type { ImportedUsage } from "../../sheets/usage/imported-usage";
import { type HeldRow, type HeldRows, mergeUsage } from "../../sheets/usage/merge-usage";
import { byUsageTable, USAGE_TABLES } from "../../sheets/usage/usage-columns";
import { hasHeadings } from "../../sheets/usage/usage-history";
import type { TableNames } from "../../sheets/usage/usage-rows";
import type { Outcome } from "../excel/outcome";
import type { WriteProgress } from "../excel/progress";
import { FaultError, runExcel } from "../excel/run";
import { recordsIn } from "../journal/record";
import { type NewRows, rewriteTables, type TableCells } from "../journal/rewrite-tables";
import { monthsChart } from "./months-chart";
import { type UsageRecord, usageRecord, usageTableName } from "./usage-record";
import { writeUsage } from "./write-usage";

/** What an import did to the workbook. */
export interface WrittenUsage {
  /** Whether its tables are new. */
  readonly isNew: boolean;
}

/**
 * Writes imported usage: its sheets the first time, later the rows of their tables. All of it or nothing; exclusions and the price
 * book stay as the user left them.
 */
export async function importUsage(
  imported: ImportedUsage,
  currency: Currency,
  progress?: WriteProgress,
): Promise<Outcome<WrittenUsage>> {
  const found = await runExcel(findUsage);
  if (!found.ok) return found;
  const record = found.value;
  const written = record
    ? await addUsage(imported, record, progress)
    : await writeUsage(imported, currency, progress);
  return written.ok ? { ok: true, value: { isNew: record === undefined } } : written;
}

/** The tables of imported usage that a workbook holds; undefined where it has none. */
async function findUsage(context: Excel.RequestContext): Promise<UsageRecord | undefined> {
  const { settings } = context.workbook;
  settings.load("items/key,items/value");
  await context.sync();
  return usageRecord(recordsIn(settings));
}

function addUsage(
  imported: ImportedUsage,
  record: UsageRecord,
  progress: WriteProgress | undefined,
): Promise<Outcome<void>> {
  return rewriteTables({
    title: "Imported usage",
    ...(progress && { progress }),
    tables: USAGE_TABLES.flatMap((key, index) => {
      const table = record[index];
      return table ? [{ ...table, ...(key === "months" && { chart: monthsChart }) }] : [];
    }),
    rows(cells) {
      const changed = USAGE_TABLES.findIndex(
        (key, index) => !hasHeadings(key, cells[index]?.values[0] ?? []),
      );
      if (changed >= 0)
        throw new FaultError({ kind: "columnsChanged", sheet: cells[changed]?.sheet ?? "" });
      const names = namesOf(record, cells);
      const merged = mergeUsage(heldRows(cells), imported, names);
      if (!merged.ok) {
        const [first, ...others] = merged.lacking;
        throw new FaultError({
          kind: "daysLacking",
          ...{ month: first?.month ?? "", days: first?.days ?? [], more: others.length },
        });
      }
      return USAGE_TABLES.map((key): NewRows | undefined =>
        key === "exclusions" ? undefined : merged.rows[key].map((row) => row.map(printContent)),
      );
    },
  });
}

/** The names of the tables, and of the sheet of exclusions as it is called now. */
function namesOf(record: UsageRecord, cells: readonly TableCells[]): TableNames {
  const exclusions = cells[USAGE_TABLES.indexOf("exclusions")];
  return {
    ...byUsageTable((key) => usageTableName(record, key)),
    book: usageTableName(record, "book"),
    exclusionsSheet: exclusions?.sheet ?? "",
  };
}

function heldRows(cells: readonly TableCells[]): HeldRows {
  return byUsageTable((key): readonly HeldRow[] => {
    const { values = [], formulas = [] } = cells[USAGE_TABLES.indexOf(key)] ?? {};
    return values.slice(1).map((row, at) => ({ values: row, formulas: formulas[at + 1] ?? [] }));
  });
}
