import type { ImportPreview } from "../../input/usage-files/import-preview";
import type { UnpricedSheetRow } from "../../input/usage-files/pricing/sheet-rows";
import type { DayComparison } from "../../input/usage-files/reconcile";
import type { FileReport } from "../../input/usage-files/rows/file-report";
import { type Decimal, toNumber } from "../../input/usage-files/text/decimal";
import {
  asideSentence,
  noteSentence,
  unreadableSentence,
} from "../../wording/messages/usage-file-messages";
import type { CheckRow, ImportedUsage, LeftOutRow, UnpricedRow, UsageRow } from "./imported-usage";

/** Lines of each kind that the sheet Left out lists. */
const MOST_LINES = 1_000;

/** What of an import the workbook takes, as plain data that passes from a worker to the pane. */
export function toImportedUsage(preview: ImportPreview): ImportedUsage {
  const { sheetRows, unpricedRows, months, files, reconciliation, billDays, dayAmounts } = preview;
  return {
    rows: sheetRows.map(({ listUsd: _, listUsdHigh: __, quantities, ...row }): UsageRow => {
      return { ...row, quantities: quantities.map(Number) };
    }),
    unpriced: unpricedRows.map(unpricedRow),
    months: months.map(({ month, read, isComplete, history, billedUsd }) => ({
      ...{ month, firstDay: read?.firstDay, lastDay: read?.lastDay, isComplete },
      from: history?.from,
      usageUsd: history ? toNumber(history.usd.lowUsd) : 0,
      usageHighUsd: history ? toNumber(history.usd.highUsd) : 0,
      billedUsd: optional(billedUsd),
    })),
    files: files.map(({ file, format, rows, firstDay, lastDay, notes, ...report }) => ({
      ...{ file, format, rows, firstDay, lastDay },
      ...{ unreadable: report.unreadableRows, setAside: report.setAsideRows },
      notes: notes.map((note) => noteSentence(file, note)).join(" "),
    })),
    leftOut: [
      ...files.flatMap(unreadableLines).slice(0, MOST_LINES),
      ...files.flatMap(asideLines).slice(0, MOST_LINES),
    ],
    checks: [
      ...reconciliation.map((day) => checkRow(day, day.verdict)),
      ...billDays.map((day) => checkRow(day, NO_USAGE)),
    ],
    days: dayAmounts,
  };
}

/** The verdict of a bill whose usage is not among the files: nothing is amiss. */
const NO_USAGE = "no usage read";

function checkRow(compared: DayComparison, verdict: string): CheckRow {
  const { day, model, priced, list, cost, listedCost, allowedUsd } = compared;
  return {
    ...{ day, model, verdict },
    pricedUsd: toNumber(priced.lowUsd),
    pricedHighUsd: toNumber(priced.highUsd),
    listUsd: optional(list),
    costUsd: optional(cost),
    listedCostUsd: optional(listedCost),
    allowedUsd: toNumber(allowedUsd),
  };
}

function unpricedRow({ promptTokensHigh: _, quantities, ...row }: UnpricedSheetRow): UnpricedRow {
  return { ...row, quantities: quantities.map(Number) };
}

function optional(amount: Decimal | undefined): number | undefined {
  return amount && toNumber(amount);
}

function unreadableLines({ file, unreadable }: FileReport): readonly LeftOutRow[] {
  return unreadable.map((row) => ({
    ...{ file, place: row.place, column: row.column },
    reason: unreadableSentence(file, row),
  }));
}

function asideLines({ file, setAside }: FileReport): readonly LeftOutRow[] {
  return setAside.map((row) => ({
    ...{ file, place: row.place, column: "" },
    reason: asideSentence(file, row),
  }));
}
