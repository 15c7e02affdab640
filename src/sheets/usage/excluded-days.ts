import { dayText, monthOfDay } from "../../core/calendar";
import { canonicalModel } from "../../efficiency/model-name";
import { readCell } from "../../input/cells/cells";
import { readDay, readMonth } from "../../input/day-cells";
import type { DayAmount } from "../../input/usage-files/pricing/day-amounts";
import { columnOf } from "./usage-columns";

/** Days of one month, both ends included. */
export interface ExcludedDays {
  readonly first: number;
  readonly last: number;
}

/** Days as people read them: 2026-09-01 to 2026-09-05. */
export function daysText({ first, last }: ExcludedDays): string {
  return first === last ? dayText(first) : `${dayText(first)} to ${dayText(last)}`;
}

/** Which usage of the days counts; "" is every one. */
export interface DaysOf {
  readonly workspace: string;
  readonly model: string;
}

export interface UsageOfDays {
  readonly partUsd: number;
  /** Of the month. */
  readonly wholeUsd: number;
  /** Undefined where the month has no such usage. */
  readonly shareFraction: number | undefined;
}

/** What some days have of the usage of their month, from usage by day of an import. */
export function usageOfDays(
  amounts: readonly DayAmount[],
  { first, last }: ExcludedDays,
  { workspace, model }: DaysOf,
): UsageOfDays {
  const month = monthOfDay(first);
  const ofMonth = amounts.filter(
    (one) =>
      monthOfDay(one.day) === month &&
      (workspace === "" || isSame(one.workspace, workspace)) &&
      (model === "" || modelWord(one.model) === modelWord(model)),
  );
  const partUsd = sumOf(ofMonth.filter(({ day }) => first <= day && day <= last));
  const wholeUsd = sumOf(ofMonth);
  return {
    ...{ partUsd, wholeUsd },
    shareFraction: wholeUsd === 0 ? undefined : Math.min(1, partUsd / wholeUsd),
  };
}

/**
 * The days in a row of the exclusions: none, or "wrong" where they are not days of the one month of the row, first to last.
 *
 * @param cells Those under the columns of its table (columnsIn), of which earlier versions have none for days.
 */
export function daysInRow(cells: readonly unknown[]): ExcludedDays | "none" | "wrong" {
  const [from, to] = ["From", "To"].map((heading) => monthIn(cellUnder(cells, heading)));
  const [first, last] = ["First day", "Last day"].map((heading) =>
    readDay(readCell(cellUnder(cells, heading)), { argument: heading }),
  );
  if (!first?.ok || !last?.ok) return "wrong";
  if (first.value === undefined) return last.value === undefined ? "none" : "wrong";
  const days = { first: first.value, last: last.value ?? first.value };
  const months = [monthOfDay(days.first), monthOfDay(days.last), to ?? from];
  return days.first <= days.last && months.every((month) => month === from) ? days : "wrong";
}

function cellUnder(cells: readonly unknown[], heading: string): unknown {
  return cells[columnOf("exclusions", heading)];
}

function monthIn(value: unknown): number | undefined {
  const read = readMonth(readCell(value), { argument: "month" });
  return read.ok ? read.value : undefined;
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** As BASELINE_USAGE compares models. */
function modelWord(text: string): string {
  return canonicalModel(text) || text.trim();
}

function sumOf(amounts: readonly DayAmount[]): number {
  return amounts.reduce((sum, { usd }) => sum + usd, 0);
}
