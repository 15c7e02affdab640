import { monthsLater } from "../core/calendar";
import { NoAnswer } from "../core/no-answer";
import type { Answer } from "../core/result";
import { ledger } from "./ledger";
import type { Plan } from "./plan";

/** A row of a table: what is undefined says why. */
export type TableRow = readonly Answer<string | number>[];

const HEADINGS = [
  ...["Period", "Year", "Starts", "List index", "Rate", "Usage", "At list", "Commitment"],
  ...["Opening credit", "Credit used", "Commitment used", "Overage used", "Unused", "Rolled"],
  ...["Lapsed", "Credit expired", "Closing credit", "Commitment paid", "Overage paid"],
  ...["Returned", "Cost"],
];

/** The ledger as a table: a heading, and a row for each period (docs/pricing-model.md 21.1). */
export function schedule(plan: Plan, usageUsd: readonly number[]): readonly TableRow[] {
  const { policies, perYear, yearOf } = plan;
  const columns = Object.values(ledger(plan, usageUsd));
  const rows = yearOf.map((_, period): TableRow => {
    const row = new Array<Answer<string | number>>(HEADINGS.length);
    row[0] = period + 1;
    row[1] = Math.floor(period / perYear) + 1;
    row[2] = dateOf(policies["Start date"], (period * 12) / perYear);
    // A plain loop: a spread takes longer than the ledger.
    for (let at = 3; at < HEADINGS.length; at++) row[at] = columns[at - 3]?.[period] ?? 0;
    return row;
  });
  return [HEADINGS, ...rows];
}

/** Without a Start date nothing has a date. */
export const NO_DATE = new NoAnswer({ kind: "noStartDate" });

/** The date some months after the start. */
export function dateOf(start: number | null, months: number): Answer<number> {
  return start === null ? NO_DATE : monthsLater(start, months);
}
