import type { DayAmount } from "../../input/usage-files/pricing/day-amounts";

/** What the workbook takes of an import, as plain data: days and months as Excel and the calendar count them. */
export interface ImportedUsage {
  readonly rows: readonly UsageRow[];
  readonly unpriced: readonly UnpricedRow[];
  readonly months: readonly MonthRow[];
  readonly files: readonly FileRow[];
  readonly leftOut: readonly LeftOutRow[];
  readonly checks: readonly CheckRow[];
  /** Priced usage by day, which exclusions of days rest on; empty where there is too much to tell. */
  readonly days: readonly DayAmount[];
}

interface RowOfUsage {
  /** As the calendar counts months. */
  readonly month: number;
  /** First day of the usage, whose prices hold for all of it. */
  readonly pricesOnDay: number;
  readonly workspace: string;
  readonly model: string;
  readonly service: string;
  readonly speed: string;
  readonly geo: string;
  /** Undefined of a model with one card. */
  readonly promptTokens: number | undefined;
  /** Input, cache write 5m, cache write 1h, cache read, output, web search. */
  readonly quantities: readonly number[];
}

export interface UsageRow extends RowOfUsage {
  /** Prompt tokens on the dearest card that the row may be on. */
  readonly promptTokensHigh: number | undefined;
}

export interface UnpricedRow extends RowOfUsage {
  readonly reason: string;
}

/** What the amount of a month is taken from; the first is what the rows of usage come to. */
export const MONTH_SOURCES = [
  "priced usage",
  "list_price_usd",
  "cost_usd",
  "FOCUS list cost",
  "given",
] as const;
export type MonthSource = (typeof MONTH_SOURCES)[number];

export interface MonthRow {
  readonly month: number;
  /** What of the month was read; undefined: no day of it. */
  readonly firstDay: number | undefined;
  readonly lastDay: number | undefined;
  readonly isComplete: boolean;
  /** Undefined where nothing in the month has a price. */
  readonly from: MonthSource | undefined;
  readonly usageUsd: number;
  readonly usageHighUsd: number;
  readonly billedUsd: number | undefined;
}

export interface FileRow {
  readonly file: string;
  readonly format: string;
  readonly rows: number;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly unreadable: number;
  readonly setAside: number;
  readonly notes: string;
}

/** A line of a file that was not read. */
export interface LeftOutRow {
  readonly file: string;
  readonly place: string;
  readonly reason: string;
  readonly column: string;
}

/** A day and model of which usage and bill were compared. */
export interface CheckRow {
  readonly day: number;
  readonly model: string;
  readonly pricedUsd: number;
  readonly pricedHighUsd: number;
  readonly listUsd: number | undefined;
  readonly costUsd: number | undefined;
  /** Cost of the lines that have a list price. */
  readonly listedCostUsd: number | undefined;
  readonly allowedUsd: number;
  readonly verdict: string;
}
