import { dayText, monthOfDay, monthText } from "../../../core/calendar";
import type { Currency } from "../../../core/currency";
import { describeError } from "../../../core/errors";
import { readCell } from "../../../input/cells/cells";
import { readDay } from "../../../input/day-cells";
import type { DayAmount } from "../../../input/usage-files/pricing/day-amounts";
import { formatPercent, formatUsd } from "../../../wording/format/format";
import type { Field } from "../../kit/form-fields";

/** Days that an exclusion takes, as they are typed. */
export interface TypedDays {
  readonly first: string;
  /** Blank is the same day. */
  readonly last: string;
}

/** Which usage of the days counts; "" is every one. */
export interface DaysOf {
  readonly workspace: string;
  readonly model: string;
}

/** The days as they are understood, and the share of their month that they come to. */
export interface DaysReading {
  readonly first: Field;
  readonly last: Field;
  /** What the share is worked out from. */
  readonly words: string;
  /** Why no share can be; "" where one can, and where a field says it. */
  readonly error: string;
  readonly share:
    | { readonly month: number; readonly shareFraction: number; readonly days: string }
    | undefined;
}

/** Works out the share that some days have of the usage of their month, from usage by day of the last import. */
export function readDays(
  typed: TypedDays,
  tried: boolean,
  { workspace, model }: DaysOf,
  amounts: readonly DayAmount[],
  currency: Currency,
): DaysReading {
  const first = readOne(typed.first, "first day", tried, currency);
  const last = typed.last.trim() === "" ? first : readOne(typed.last, "last day", tried, currency);
  const fields = {
    first: first.field,
    last: typed.last.trim() === "" ? { text: typed.last, echo: "", error: "" } : last.field,
  };
  const refuse = (error: string): DaysReading => ({
    ...fields,
    words: "",
    error,
    share: undefined,
  });
  if (first.day === undefined || last.day === undefined) return refuse("");
  const [from, to] = [first.day, last.day];
  const month = monthOfDay(from);
  if (to < from) return refuse(`${dayText(to)} is before ${dayText(from)}: give a later last day.`);
  if (monthOfDay(to) !== month)
    return refuse(
      `${dayText(from)} and ${dayText(to)} are in two months: exclude the days of each month by themselves, since each has a share of its own.`,
    );
  const ofMonth = amounts.filter(
    (one) =>
      monthOfDay(one.day) === month &&
      (workspace === "" || isSame(one.workspace, workspace)) &&
      (model === "" || isSame(one.model, model)),
  );
  const whole = sumOf(ofMonth);
  const of = [workspace, model].filter((name) => name !== "").join(", ");
  const usage = `usage${of === "" ? "" : ` of ${of}`} in ${monthText(month)}`;
  if (whole === 0)
    return refuse(
      `The last import has no ${usage}, so nobody can tell the share of these days: give a share or an amount, or import that month again.`,
    );
  const part = sumOf(ofMonth.filter(({ day }) => from <= day && day <= to));
  const days = from === to ? dayText(from) : `${dayText(from)} to ${dayText(to)}`;
  const shareFraction = Math.min(1, part / whole);
  return {
    ...fields,
    words: `${days}: ${formatUsd(part, currency)} of ${formatUsd(whole, currency)} of ${usage}, a share of ${formatPercent(shareFraction)}.`,
    error:
      part === 0
        ? `There was no ${usage} on these days, so there is nothing to exclude: give other days.`
        : "",
    share: part === 0 ? undefined : { month, shareFraction, days },
  };
}

function readOne(
  text: string,
  argument: string,
  tried: boolean,
  currency: Currency,
): { readonly field: Field; readonly day: number | undefined } {
  const field = (error: string): Field => ({ text, echo: "", error });
  if (text.trim() === "")
    return {
      field: field(tried ? "First day is missing: give a day, such as 2026-05-04." : ""),
      day: undefined,
    };
  const read = readDay(readCell(text), { argument });
  if (!read.ok)
    return {
      field: field(read.errors.map((error) => describeError(error, currency)).join(" ")),
      day: undefined,
    };
  return { field: field(""), day: read.value };
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function sumOf(amounts: readonly DayAmount[]): number {
  return amounts.reduce((sum, { usd }) => sum + usd, 0);
}
