import { monthText } from "../core/calendar";

/** A count of months from year 0, as src/core/calendar.ts counts them. */
type Month = number;

/** Usage of a month at list, USD, of one workspace and model. */
export interface MonthlyUsageRow {
  readonly month: Month;
  /** As compared: without case and spaces around it. Empty where the table has no such column. */
  readonly workspace: string;
  readonly model: string;
  readonly usageUsd: number;
}

/** Usage that a commitment should not rest on, from one month to another, both included. */
export interface Exclusion {
  readonly from: Month;
  readonly to: Month;
  /** Undefined: all. */
  readonly workspace: string | undefined;
  readonly model: string | undefined;
  readonly amount: ExcludedAmount;
}

/** A part of what matches in each month, or at most so much of it. */
export type ExcludedAmount =
  | { readonly kind: "share"; readonly shareFraction: number }
  | { readonly kind: "usd"; readonly amountUsd: number };

/** What a month used, and what is left of it for a forecast, USD. */
export interface BaselineMonth {
  readonly month: Month;
  readonly usageUsd: number;
  readonly baselineUsd: number;
}

interface Remaining extends MonthlyUsageRow {
  readonly leftUsd: number;
}

/**
 * Usage by month without what is excluded; docs/pricing-model.md 17.1 to 17.3.
 *
 * Exclusions apply in their order, each to what those before it left. What one takes from a month is shared out over the rows that
 * match in proportion to what is left of each, so that none falls below 0; where nothing is left it takes nothing.
 *
 * @returns Every month from the first to the last; one without a row is 0.
 */
export function baselineUsage(
  rows: readonly MonthlyUsageRow[],
  exclusions: readonly Exclusion[],
): readonly BaselineMonth[] {
  const months = new Map<Month, MonthlyUsageRow[]>();
  for (const row of rows) {
    const ofMonth = months.get(row.month);
    if (ofMonth) ofMonth.push(row);
    else months.set(row.month, [row]);
  }
  const [first, last] = [Math.min(...months.keys()), Math.max(...months.keys())];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const month = first + index;
    const used = months.get(month) ?? [];
    const left = exclusions
      .filter(({ from, to }) => from <= month && month <= to)
      .reduce(
        without,
        used.map((row) => ({ ...row, leftUsd: row.usageUsd })),
      );
    return {
      month,
      usageUsd: used.reduce((total, { usageUsd }) => total + usageUsd, 0),
      baselineUsd: totalLeft(left),
    };
  });
}

/** The table that BASELINE_USAGE answers. */
export function baselineTable(
  rows: readonly MonthlyUsageRow[],
  exclusions: readonly Exclusion[],
): readonly (readonly (string | number)[])[] {
  return [
    ["Month", "Usage", "Excluded", "Baseline"],
    ...baselineUsage(rows, exclusions).map(({ month, usageUsd, baselineUsd }) => [
      monthText(month),
      usageUsd,
      usageUsd - baselineUsd,
      baselineUsd,
    ]),
  ];
}

/** What an exclusion leaves of the rows of a month. */
function without(
  rows: readonly Remaining[],
  { workspace, model, amount }: Exclusion,
): readonly Remaining[] {
  const matches = (row: Remaining): boolean =>
    (workspace === undefined || row.workspace === workspace) &&
    (model === undefined || row.model === model);
  const poolUsd = totalLeft(rows.filter(matches));
  if (poolUsd === 0) return rows;
  const taken =
    amount.kind === "share" ? amount.shareFraction : Math.min(amount.amountUsd / poolUsd, 1);
  return rows.map((row) => (matches(row) ? { ...row, leftUsd: row.leftUsd * (1 - taken) } : row));
}

function totalLeft(rows: readonly Remaining[]): number {
  return rows.reduce((total, { leftUsd }) => total + leftUsd, 0);
}
