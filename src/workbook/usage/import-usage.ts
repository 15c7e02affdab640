import type { Currency } from "../../core/currency";
import { madeAgain } from "../../sheets/provenance";
import type { ImportedUsage } from "../../sheets/usage/imported-usage";
import { type HeldRow, type HeldRows, mergeUsage } from "../../sheets/usage/merge-usage";
import {
  byUsageTable,
  columnsIn,
  hasHeadings,
  USAGE_TABLES,
} from "../../sheets/usage/usage-columns";
import type { TableNames } from "../../sheets/usage/usage-rows";
import { TABLES } from "../../sheets/usage/usage-tables";
import { timeOfMaking } from "../../wording/format/format";
import type { Outcome } from "../excel/outcome";
import type { WriteProgress } from "../excel/progress";
import { FaultError } from "../excel/run";
import { type NewRows, rewriteTables, type TableCells } from "../journal/rewrite-tables";
import { monthsChart } from "./months-chart";
import { printedRows } from "./printed-rows";
import { type UsageRecord, usageRecord, usageTableName } from "./usage-record";
import { writeUsage } from "./write-usage";

/** What an import did to the workbook. */
export interface WrittenUsage {
  /** Whether its tables are new. */
  readonly isNew: boolean;
}

/** What its tables are called, but where a name was taken when they were written. */
const USUAL_NAMES = USAGE_TABLES.map((key) => TABLES[key].table);

/**
 * Writes imported usage: its sheets the first time, later the rows of their tables. All of it or nothing; the price book stays as
 * the user left it, and so do exclusions but for the share of days in a month that comes again.
 *
 * Three round trips, since it reads the tables by their usual names before it knows whether they are there; two more where they
 * have others.
 *
 * @param now When the files are read, which the heads of the sheets say.
 */
export async function importUsage(
  imported: ImportedUsage,
  currency: Currency,
  progress?: WriteProgress,
  now = new Date(),
): Promise<Outcome<WrittenUsage>> {
  const added = await addUsage(imported, USUAL_NAMES, now, progress);
  if (added.ok) return { ok: true, value: { isNew: false } };
  if (added.fault.kind !== "tablesGone") return added;
  let others: UsageRecord | undefined;
  const onFound = (record: UsageRecord): void => {
    others = record;
  };
  const written = await writeUsage(imported, currency, now, progress, onFound);
  if (written.ok) return { ok: true, value: { isNew: true } };
  if (!others) return written;
  const names = others.map(({ table }) => table).slice(0, USAGE_TABLES.length);
  const addedToOthers = await addUsage(imported, names, now, progress);
  return addedToOthers.ok ? { ok: true, value: { isNew: false } } : addedToOthers;
}

/** Adds to tables of these names; a fault where the workbook has none that we wrote. */
function addUsage(
  imported: ImportedUsage,
  tables: readonly string[],
  now: Date,
  progress: WriteProgress | undefined,
): Promise<Outcome<void>> {
  return rewriteTables({
    title: "Imported usage",
    ...(progress && { progress }),
    lineAbove: (written) => madeAgain(written, timeOfMaking(now)),
    tables: USAGE_TABLES.map((key, index) => ({
      table: tables[index] ?? "",
      ...(key === "months" && { chart: monthsChart }),
    })),
    blocks(records) {
      const record = usageRecord(records)?.slice(0, USAGE_TABLES.length);
      const isOurs = record?.every(({ table }, index) => table === tables[index]);
      return isOurs ? record?.map(({ block }) => block) : undefined;
    },
    async rows(cells, records) {
      const changed = USAGE_TABLES.findIndex(
        (key, index) => !hasHeadings(key, cells[index]?.values[0] ?? []),
      );
      if (changed >= 0)
        throw new FaultError({ kind: "columnsChanged", sheet: cells[changed]?.sheet ?? "" });
      const names = namesOf(usageRecord(records) ?? [], cells);
      const merged = mergeUsage(heldRows(cells), imported, names);
      if (!merged.ok) {
        const [first, ...others] = merged.lacking;
        throw new FaultError({
          kind: "daysLacking",
          ...{ month: first?.month ?? "", days: first?.days ?? [], more: others.length },
        });
      }
      const printed = await printedRows(merged.rows, progress);
      return USAGE_TABLES.map((key): NewRows | undefined =>
        key === "exclusions" && printed.exclusions.length === 0 ? undefined : printed[key],
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
    exclusionColumns: columnsIn("exclusions", exclusions?.values[0] ?? []).length,
  };
}

function heldRows(cells: readonly TableCells[]): HeldRows {
  return byUsageTable((key): readonly HeldRow[] => {
    const { values = [], formulas = [] } = cells[USAGE_TABLES.indexOf(key)] ?? {};
    return values.slice(1).map((row, at) => ({ values: row, formulas: formulas[at + 1] ?? [] }));
  });
}
