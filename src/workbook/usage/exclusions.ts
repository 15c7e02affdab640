import { literalText } from "../../sheets/literal-text";
import { daysText, type ExcludedDays } from "../../sheets/usage/excluded-days";
import { columnsIn, hasHeadings } from "../../sheets/usage/usage-columns";
import { firstDayOf } from "../../term/first-day";
import type { Outcome } from "../excel/outcome";
import { FaultError, runExcel } from "../excel/run";
import { recordsIn } from "../journal/record";
import { usageRecord, usageTableName } from "./usage-record";

// A change to the table is one action on its cells, which Excel does whole or not at all.

/** What the baseline is to leave out, from one month to another, both included. */
export interface ExclusionToWrite {
  /** As the calendar counts months. */
  readonly from: number;
  readonly to: number;
  /** "" is every one. */
  readonly workspace: string;
  readonly model: string;
  readonly amount:
    | { readonly kind: "share"; readonly shareFraction: number }
    | { readonly kind: "usd"; readonly amountUsd: number };
  /** Days of the one month, whose share of it the amount is; the next import of the month works that out again. */
  readonly days?: ExcludedDays | undefined;
  readonly reason: string;
}

/** Writes an exclusion into the first blank row of its table, or below its last. */
export function addExclusion(exclusion: ExclusionToWrite): Promise<Outcome<void>> {
  return runExcel(async (context) => {
    const { table, range } = await locate(context);
    const [, ...rows] = range.formulas;
    const [headings = []] = range.values;
    const cells = cellsOf(exclusion, headings);
    // Columns at the right are the user's.
    const wide = headings.map((_, index) => cells[index] ?? "");
    const blank = rows.findIndex((row) => row.every((cell) => cell === ""));
    if (blank >= 0) range.getRow(blank + 1).formulas = [wide];
    else table.rows.add(undefined, [wide]);
    await context.sync();
  });
}

/**
 * Takes an exclusion out of its table.
 *
 * @param index Its row below the headings, from 0.
 * @param cells What the row showed when the user chose it; a row that differs now is left alone.
 */
export function removeExclusion(index: number, cells: readonly unknown[]): Promise<Outcome<void>> {
  return runExcel(async (context) => {
    const { table, range } = await locate(context);
    const now = range.values[index + 1];
    if (!now || now.some((cell, column) => cell !== cells[column]))
      throw new FaultError({ kind: "rowChanged", sheet: range.worksheet.name });
    if (range.values.length > 2) table.rows.getItemAt(index).delete();
    // A table keeps one row.
    else range.getRow(index + 1).clear("Contents");
    await context.sync();
  });
}

/** The table of exclusions with its cells loaded, on a sheet that can be written. */
async function locate(
  context: Excel.RequestContext,
): Promise<{ readonly table: Excel.Table; readonly range: Excel.Range }> {
  const { settings, tables } = context.workbook;
  settings.load("items/key,items/value");
  await context.sync();
  const record = usageRecord(recordsIn(settings));
  const name = record && usageTableName(record, "exclusions");
  if (!name) throw new FaultError({ kind: "tablesGone" });
  const table = tables.getItem(name);
  const range = table.getRange();
  range.load("values,formulas");
  const { worksheet } = range;
  worksheet.load("name");
  worksheet.protection.load("protected");
  try {
    await context.sync();
  } catch (error) {
    const isGone = error instanceof OfficeExtension.Error && error.code === "ItemNotFound";
    throw isGone ? new FaultError({ kind: "tablesGone" }) : error;
  }
  if (worksheet.protection.protected)
    throw new FaultError({ kind: "protectedSheet", sheet: worksheet.name });
  if (!hasHeadings("exclusions", range.values[0] ?? []))
    throw new FaultError({ kind: "columnsChanged", sheet: worksheet.name });
  return { table, range };
}

/** A table without columns for the days has them with the reason. */
function cellsOf(
  { from, to, workspace, model, amount, days, reason }: ExclusionToWrite,
  headings: readonly unknown[],
) {
  const columns = columnsIn("exclusions", headings);
  const hasDays = columns.some(({ heading }) => heading === "First day");
  const why = days && !hasDays ? `${reason} (${daysText(days)})` : reason;
  const cells: Readonly<Record<string, string | number>> = {
    ...{ From: firstDayOf(from), To: firstDayOf(to) },
    ...{
      Workspace: literalText(workspace),
      Model: literalText(model),
      Reason: literalText(why),
    },
    ...(days && { "First day": days.first, "Last day": days.last }),
    ...(amount.kind === "share" ? { Share: amount.shareFraction } : { USD: amount.amountUsd }),
  };
  return columns.map(({ heading }) => cells[heading] ?? "");
}
