import { dayText, monthOfDay, monthText } from "../../../core/calendar";
import type { Currency } from "../../../core/currency";
import { describeError } from "../../../core/errors";
import { readCell } from "../../../input/cells/cells";
import { readDay } from "../../../input/day-cells";
import type { DayAmount } from "../../../input/usage-files/pricing/day-amounts";
import {
  type DaysOf,
  daysText,
  type ExcludedDays,
  usageOfDays,
} from "../../../sheets/usage/excluded-days";
import { formatPercent, formatUsd } from "../../../wording/format/format";
import type { Field } from "../../kit/form-fields";

/** Days that an exclusion takes, as they are typed. */
export interface TypedDays {
  readonly first: string;
  /** Blank is the same day. */
  readonly last: string;
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
    | { readonly month: number; readonly shareFraction: number; readonly days: ExcludedDays }
    | undefined;
}

/** Works out the share that some days have of the usage of their month, from usage by day of the last import. */
export function readDays(
  typed: TypedDays,
  tried: boolean,
  of: DaysOf,
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
  const days = { first: from, last: to };
  const { partUsd, wholeUsd, shareFraction } = usageOfDays(amounts, days, of);
  const named = [of.workspace, of.model].filter((name) => name !== "").join(", ");
  const usage = `usage${named === "" ? "" : ` of ${named}`} in ${monthText(month)}`;
  if (amounts.length === 0)
    return refuse(
      `Only an import knows what was used on each day: import ${monthText(month)} again, or give a share or an amount.`,
    );
  if (shareFraction === undefined)
    return refuse(
      `The last import has no ${usage}, so nobody can tell the share of these days: give a share or an amount, or import that month again.`,
    );
  return {
    ...fields,
    words: `${daysText(days)}: ${formatUsd(partUsd, currency)} of ${formatUsd(wholeUsd, currency)} of ${usage}, a share of ${formatPercent(shareFraction)}.`,
    error:
      partUsd === 0
        ? `There was no ${usage} on these days, so there is nothing to exclude: give other days.`
        : "",
    share: partUsd === 0 ? undefined : { month, shareFraction, days },
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
