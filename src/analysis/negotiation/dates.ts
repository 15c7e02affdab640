import { monthsLater } from "../../core/calendar";
import type { Terms } from "../../core/terms";

/** Something that happens on a day, and how many days before it somebody must act. Days are those of Excel. */
export interface DateToKeep {
  readonly what: string;
  readonly day: number;
  readonly noticeDays: number;
}

/** The last day on which one may act. */
export function lastDayToAct({ day, noticeDays }: DateToKeep): number {
  return day - noticeDays;
}

/** The date on which somebody must act next, today included; undefined where all are past. */
export function nextDate(dates: readonly DateToKeep[], today: number): DateToKeep | undefined {
  const [next] = dates
    .filter((date) => lastDayToAct(date) >= today)
    .toSorted((one, other) => lastDayToAct(one) - lastDayToAct(other));
  return next;
}

/** The last days of the term and of a price lock, as far as the terms say them. */
export function daysFromTerms(terms: Partial<Terms>): {
  readonly termEnd: number | undefined;
  readonly lockEnd: number | undefined;
} {
  const start = terms["Start date"];
  const lastDay = (years: number | null | undefined): number | undefined =>
    typeof start === "number" && typeof years === "number"
      ? monthsLater(start, Math.round(MONTHS * years)) - 1
      : undefined;
  const termEnd = lastDay(terms.Term);
  const path = terms["Price path"];
  const isLocked = path === "locked" || path === "lower of";
  return {
    termEnd,
    lockEnd: isLocked ? (lastDay(terms["Price path lasts"]) ?? termEnd) : undefined,
  };
}

const MONTHS = 12;
