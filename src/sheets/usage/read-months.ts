import { monthOfDay } from "../../core/calendar";
import { type CheckRow, MONTH_SOURCES, type MonthRow } from "./imported-usage";
import { columnOf } from "./usage-columns";

/** A month as its sheet shows it; an amount is undefined where its cell holds none. */
export interface HistoryMonth extends MonthRow {
  readonly unpricedTokens: number;
  readonly excludedUsd: number | undefined;
  readonly baselineUsd: number | undefined;
  /** Whether the forecast counts it. */
  readonly isInHistory: boolean;
}

/** A row of Months; undefined where its first cell is no month. */
export function readMonthRow(values: readonly unknown[]): MonthRow | undefined {
  const of = (heading: string): unknown => values[columnOf("months", heading)];
  const first = of("Month");
  if (typeof first !== "number") return undefined;
  return {
    month: monthOfDay(first),
    firstDay: numberIn(of("First day")),
    lastDay: numberIn(of("Last day")),
    isComplete: of("Complete") === "yes",
    from: MONTH_SOURCES.find((source) => source === of("From")),
    usageUsd: numberIn(of("Usage")) ?? 0,
    usageHighUsd: numberIn(of("Usage high")) ?? 0,
    billedUsd: numberIn(of("Billed")),
  };
}

/** A row of the reconciliation; undefined where its first cell is no day. */
export function readCheckRow(values: readonly unknown[]): CheckRow | undefined {
  const of = (heading: string): unknown => values[columnOf("checks", heading)];
  const day = numberIn(of("Day"));
  if (day === undefined) return undefined;
  return {
    ...{ day, model: String(of("Model") ?? ""), verdict: String(of("Verdict") ?? "") },
    pricedUsd: numberIn(of("Priced usage")) ?? 0,
    pricedHighUsd: numberIn(of("Priced high")) ?? 0,
    listUsd: numberIn(of("List on the bill")),
    costUsd: numberIn(of("Cost")),
    listedCostUsd: numberIn(of("Cost with a list price")),
    allowedUsd: numberIn(of("Rounding allowed")) ?? 0,
  };
}

/** The rows of Months, headings first, by month. */
export function readHistoryMonths(
  values: readonly (readonly unknown[])[],
): readonly HistoryMonth[] {
  return values.slice(1).flatMap((cells) => {
    const row = readMonthRow(cells);
    const of = (heading: string): unknown => cells[columnOf("months", heading)];
    if (!row) return [];
    return {
      ...row,
      unpricedTokens: numberIn(of("Unpriced tokens")) ?? 0,
      excludedUsd: numberIn(of("Excluded")),
      baselineUsd: numberIn(of("Baseline")),
      isInHistory: String(of("In history")).trim().toLowerCase() === "yes",
    };
  });
}

function numberIn(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}
