import { monthOfDay } from "../../core/calendar";
import { firstDayOf } from "../../term/first-day";
import { literalText } from "../literal-text";
import { daysInRow, usageOfDays } from "./excluded-days";
import type { ImportedUsage, MonthRow } from "./imported-usage";
import { betterMonth, lackingMonths, type MonthLacking, monthsWithUsage } from "./month-changes";
import { readCheckRow, readMonthRow } from "./read-months";
import { AT, columnOf, type UsageTableKey } from "./usage-columns";
import {
  type Cells,
  checkCells,
  FIRST_ROW,
  inputsOf,
  monthCells,
  type TableNames,
  type UsageInputs,
  type UsageRows,
  unpricedInputsOf,
  usageRows,
  withPriceNow,
  withPrices,
} from "./usage-rows";

/** A row of a table as the workbook holds it: what its cells show, and what is written in them. */
export interface HeldRow {
  readonly values: readonly unknown[];
  readonly formulas: readonly unknown[];
}

/** Rows of the tables, without their headings. */
export type HeldRows = Readonly<Record<UsageTableKey, readonly HeldRow[]>>;

export type MergedUsage =
  | { readonly ok: true; readonly rows: UsageRows }
  | { readonly ok: false; readonly lacking: readonly MonthLacking[] };

/**
 * The rows of the tables after another import; amounts of a month are never added.
 *
 * A month that is new is added. One that comes again from the same source is replaced whole if the new files reach from its first day
 * to its last; else nothing changes. Where two imports give a month two sources, the better one gives its amount, as in one import.
 * So has its reconciliation. Lines left out are those of the last import; files are listed one after another.
 */
export function mergeUsage(
  held: HeldRows,
  imported: ImportedUsage,
  names: TableNames,
): MergedUsage {
  const former = new Map(
    held.months.flatMap((row) => heldMonth(row) ?? []).map((one) => [one.row.month, one]),
  );
  const withUsage = monthsWithUsage(imported);
  const lacking = lackingMonths(
    [...former.values()].map(({ row }) => row),
    imported,
  );
  if (lacking.length > 0) return { ok: false, lacking };

  const months = new Map(former);
  for (const next of imported.months) {
    const before = former.get(next.month);
    months.set(next.month, {
      row: before ? betterMonth(before.row, next) : next,
      isInHistory: before?.isInHistory,
    });
  }
  const keeps = ({ values }: HeldRow): boolean =>
    typeof values[0] === "number" && !withUsage.has(monthOfDay(values[0]));
  const usage = [
    ...held.usage.filter(keeps).map(({ values }) => ({
      day: Number(values[0]),
      inputs: () => heldInputs(values),
    })),
    ...imported.rows.map((row) => ({ day: firstDayOf(row.month), inputs: () => inputsOf(row) })),
  ].toSorted(byDay);
  const priceNow = columnOf("unpriced", "Now at list");
  const unpriced = [
    ...held.unpriced.filter(keeps).map(({ values }) => ({
      day: Number(values[0]),
      inputs: () => asCells(values.slice(0, priceNow)),
    })),
    ...imported.unpriced.map((row) => ({
      day: firstDayOf(row.month),
      inputs: () => unpricedInputsOf(row),
    })),
  ].toSorted(byDay);
  const again = new Set(imported.months.map(({ month }) => month));
  const checks = [
    ...held.checks
      .flatMap(({ values }) => readCheckRow(values) ?? [])
      .filter(({ day }) => !again.has(monthOfDay(day))),
    ...imported.checks,
  ].toSorted(byDay);
  const exclusions = held.exclusions.map((row) => withShare(row, imported, names));
  const fresh = usageRows(imported, names);
  const at = (index: number): number => FIRST_ROW + index;
  return {
    ok: true,
    rows: {
      ...fresh,
      usage: usage.map(
        ({ inputs }, index) =>
          () =>
            withPrices(inputs(), at(index), names),
      ),
      months: [...months.values()]
        .toSorted((one, other) => one.row.month - other.row.month)
        .map(
          ({ row, isInHistory }, index) =>
            () =>
              monthCells(row, at(index), names, isInHistory),
        ),
      unpriced: unpriced.map(
        ({ inputs }, index) =>
          () =>
            withPriceNow(inputs(), at(index), names),
      ),
      exclusions: exclusions.some((row, index) => row !== held.exclusions[index])
        ? exclusions.map((row) => () => writtenCells(row))
        : [],
      checks: checks.map((row, index) => () => checkCells(row, at(index))),
      imports: [
        ...held.imports
          .filter(({ values }) => values[0] !== "")
          .map(
            ({ values }) =>
              () =>
                asCells(values),
          ),
        ...fresh.imports,
      ],
    },
  };
}

/**
 * An exclusion whose share is that of some days, after an import of their month: the share is worked out again. It is blank where
 * the import cannot tell, so that BASELINE_USAGE asks for one; any other exclusion stays.
 */
function withShare(row: HeldRow, imported: ImportedUsage, names: TableNames): HeldRow {
  const of = (heading: string): unknown => row.values[columnOf("exclusions", heading)];
  const days = daysInRow(row.values.slice(0, names.exclusionColumns));
  if (typeof days === "string" || of("USD") !== "") return row;
  const month = monthOfDay(days.first);
  if (!imported.rows.some((usage) => usage.month === month)) return row;
  const [workspace, model] = [String(of("Workspace")), String(of("Model"))];
  const canTell = imported.days.some(({ day }) => monthOfDay(day) === month);
  const { shareFraction } = usageOfDays(imported.days, days, { workspace, model });
  const share = canTell ? (shareFraction ?? of("Share")) : "";
  if (share === of("Share")) return row;
  const put = (cells: readonly unknown[]) => cells.with(columnOf("exclusions", "Share"), share);
  return { values: put(row.values), formulas: put(row.formulas) };
}

/** The cells of a row as somebody wrote them, to be written again. */
function writtenCells({ values, formulas }: HeldRow): Cells {
  return formulas.map((formula, index) => {
    if (typeof formula === "number") return formula;
    if (typeof formula !== "string") return String(formula).toUpperCase();
    // A text that looks like a formula shows itself.
    return formula === values[index] ? literalText(formula) : formula;
  });
}

function byDay(one: { readonly day: number }, other: { readonly day: number }): number {
  return one.day - other.day;
}

function heldInputs(values: readonly unknown[]): UsageInputs {
  return {
    cells: asCells(values.slice(0, AT.listUsd)),
    promptTokensHigh: asCell(values[AT.promptTokensHigh]),
  };
}

interface HeldMonth {
  readonly row: MonthRow;
  /** What somebody typed in place of the formula. */
  readonly isInHistory: string | undefined;
}

function heldMonth({ values, formulas }: HeldRow): HeldMonth | undefined {
  const row = readMonthRow(values);
  const written = String(formulas[columnOf("months", "In history")] ?? "");
  return (
    row && {
      row,
      isInHistory: written === "" || written.startsWith("=") ? undefined : written,
    }
  );
}

function asCells(values: readonly unknown[]): Cells {
  return values.map(asCell);
}

function asCell(value: unknown): string | number {
  return typeof value === "number" ? value : literalText(String(value ?? ""));
}
