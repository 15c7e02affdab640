import type { Decimal } from "../text/decimal";
import type { Moment } from "../text/moment";
import type { PromptRange } from "../text/prompt-range";
import type { RowFault } from "./faults";
import type { Quantities } from "./formats";

/** What tells usage rows of one moment apart. */
export interface UsageIdentity {
  readonly source: "usage";
  /** As an integer, for keys of rows. */
  readonly id: number;
  /** In the one form in which models are compared. */
  readonly model: string;
  readonly workspace: string;
  readonly service: string;
  readonly geo: string;
  readonly speed: string;
  readonly prompts: PromptRange;
}

/** What tells lines of a bill, charges or months apart. */
export interface MoneyIdentity {
  readonly source: "cost" | "FOCUS" | "months";
  readonly id: number;
  /** The model, or the type of a cost that is not for tokens. */
  readonly model: string;
  readonly workspace: string;
}

export interface UsageRow extends Moment {
  readonly of: UsageIdentity;
  readonly quantities: Quantities;
}

/** Money, USD: the cost of a line of a bill and its list price, where there is one. A month has its amount as both. */
export interface MoneyRow extends Moment {
  readonly of: MoneyIdentity;
  readonly cost: Decimal;
  readonly list: Decimal | undefined;
}

export type Row = UsageRow | MoneyRow;

export function isUsage(row: Row): row is UsageRow {
  return row.of.source === "usage";
}

/** A cell of a row; blank of a column that there is not. */
export function cellAt(cells: readonly string[], index: number | undefined): string {
  return (index === undefined ? undefined : cells[index]) ?? "";
}

/** Reads the cells of one row, as many as the heading has. */
export type RowReader<R extends Row = Row> = (cells: readonly string[]) => R | RowFault;
