import { dayOf, monthOf } from "../../../src/core/calendar";
import type {
  CheckRow,
  ImportedUsage,
  MonthRow,
  UsageRow,
} from "../../../src/sheets/usage/imported-usage";

const day = (year: number, month: number, ofMonth: number): number =>
  dayOf(year, month, ofMonth) ?? 0;
export const month = (year: number, ofYear: number): number => monthOf(year, ofYear) ?? 0;

export function usageRow(of: number, change: Partial<UsageRow> = {}): UsageRow {
  return {
    month: of,
    pricesOnDay: day(Math.floor(of / 12), (of % 12) + 1, 1),
    ...{ workspace: "Support", model: "claude-haiku-4-5", service: "standard", speed: "standard" },
    ...{ geo: "global", promptTokens: undefined, promptTokensHigh: undefined },
    quantities: [1_000_000_000, 0, 0, 200_000_000, 100_000_000, 0],
    ...change,
  };
}

export function monthRow(of: number, change: Partial<MonthRow> = {}): MonthRow {
  const [year, ofYear] = [Math.floor(of / 12), (of % 12) + 1];
  const firstDay = day(year, ofYear, 1);
  return {
    month: of,
    ...{ firstDay, lastDay: (dayOf(year, ofYear + 1, 1) ?? day(year + 1, 1, 1)) - 1 },
    ...{ isComplete: true, from: "priced usage", usageUsd: 0, usageHighUsd: 0 },
    billedUsd: undefined,
    ...change,
  };
}

/** Two months of usage, one row each, of which the second has a row without a price. */
export const IMPORTED: ImportedUsage = {
  rows: [usageRow(month(2026, 8)), usageRow(month(2026, 9), { workspace: "=Evil()" })],
  unpriced: [
    {
      ...usageRow(month(2026, 9), { model: "claude-unknown-9" }),
      reason: "not in the price book",
    },
  ],
  months: [monthRow(month(2026, 8)), monthRow(month(2026, 9), { billedUsd: 4000 })],
  files: [
    {
      ...{ file: "usage.csv", format: "Console usage", rows: 3, notes: "" },
      ...{ firstDay: day(2026, 8, 1), lastDay: day(2026, 9, 30), unreadable: 1, setAside: 0 },
    },
  ],
  leftOut: [{ file: "usage.csv", place: "7", reason: "no number", column: "usage_output_tokens" }],
  checks: [],
  days: [],
};

/** A day and model of the reconciliation: a bill of $90 with a list price of $100, as the usage is priced. */
export function checkRow(of: number, change: Partial<CheckRow> = {}): CheckRow {
  return {
    ...{ day: day(Math.floor(of / 12), (of % 12) + 1, 3), model: "claude-haiku-4-5" },
    ...{ pricedUsd: 100, pricedHighUsd: 100, allowedUsd: 0.005, verdict: "agrees" },
    ...{ listUsd: 100, costUsd: 90, listedCostUsd: 90 },
    ...change,
  };
}
