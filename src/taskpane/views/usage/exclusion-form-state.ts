import { monthText } from "../../../core/calendar";
import type { Currency } from "../../../core/currency";
import { describeError } from "../../../core/errors";
import { fail, type Result, succeed } from "../../../core/result";
import type { DayAmount } from "../../../input/usage-files/pricing/day-amounts";
import type { UsageHistory } from "../../../sheets/usage/usage-history";
import { formatExactPercent, formatExactUsd } from "../../../wording/format/format";
import type { ExclusionToWrite } from "../../../workbook/usage/exclusions";
import { type Field, readShare, readUsd } from "../../kit/form-fields";
import { type DaysReading, readDays, type TypedDays } from "./exclusion-days";

/** What is typed or chosen for an exclusion. */
export interface ExclusionForm {
  /** Months as the calendar counts them; undefined is the newest. */
  readonly from: number | undefined;
  /** Undefined is the same as `from`. */
  readonly to: number | undefined;
  /** "" is every one. */
  readonly workspace: string;
  readonly model: string;
  readonly takes: "share" | "usd" | "days";
  /** Of one month, where days are taken. */
  readonly days: TypedDays;
  readonly amount: string;
  readonly reason: string;
  /** Whether somebody tried to write it as it is. */
  readonly tried: boolean;
  /** What the usage offers to choose from. */
  readonly workspaces: readonly string[];
  readonly models: readonly string[];
}

export const FRESH_EXCLUSION: ExclusionForm = {
  ...{ from: undefined, to: undefined, workspace: "", model: "" },
  ...{ takes: "share", days: { first: "", last: "" }, amount: "", reason: "", tried: false },
  ...{ workspaces: [], models: [] },
};

/** The form as it is understood. */
export interface ExclusionReading {
  /** Months to choose from, earliest first. */
  readonly months: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly amount: Field;
  readonly reason: Field;
  /** Undefined where the exclusion takes no days. */
  readonly days: DaysReading | undefined;
  /** Why the months cannot be so; "" where they can. */
  readonly monthsError: string;
  /** Undefined while something is missing. */
  readonly exclusion: ExclusionToWrite | undefined;
}

/** @param amounts Usage by day of the last import, which says what share of a month some days have. */
export function readExclusionForm(
  form: ExclusionForm,
  history: UsageHistory,
  currency: Currency,
  amounts: readonly DayAmount[] = [],
): ExclusionReading {
  const months = history.months.map(({ month }) => month);
  const days =
    form.takes === "days" ? readDays(form.days, form.tried, form, amounts, currency) : undefined;
  const from = days ? (days.share?.month ?? 0) : (form.from ?? months.at(-1) ?? 0);
  const to = days ? from : (form.to ?? from);
  const amount: Result<ExclusionToWrite["amount"]> = days
    ? succeed({ kind: "share", shareFraction: days.share?.shareFraction ?? 0 })
    : form.takes === "share"
      ? readTakenShare(form.amount)
      : readTakenUsd(form.amount, currency);
  const reason = readReason(form.reason);
  const monthsError =
    to < from
      ? `${monthText(to)} is before ${monthText(from)}: choose a later month under To.`
      : "";
  return {
    ...{ months, from, to, monthsError, days },
    amount: fieldOf(form.amount, amount, form.tried, currency, (taken) =>
      taken.kind === "share"
        ? formatExactPercent(taken.shareFraction)
        : formatExactUsd(taken.amountUsd, currency),
    ),
    reason: fieldOf(form.reason, reason, form.tried, currency, (text) => text),
    exclusion:
      amount.ok &&
      reason.ok &&
      monthsError === "" &&
      months.length > 0 &&
      (!days || days.share !== undefined)
        ? {
            ...{ from, to, workspace: form.workspace, model: form.model },
            ...{ amount: amount.value, days: days?.share?.days, reason: reason.value },
          }
        : undefined,
  };
}

function readTakenShare(text: string): Result<ExclusionToWrite["amount"]> {
  const read = readShare(text, "share", { least: 0, most: 1 });
  return read.ok ? succeed({ kind: "share", shareFraction: read.value }) : read;
}

function readTakenUsd(text: string, currency: Currency): Result<ExclusionToWrite["amount"]> {
  const read = readUsd(text, "amount a month", currency);
  return read.ok ? succeed({ kind: "usd", amountUsd: read.value }) : read;
}

function readReason(text: string): Result<string> {
  const reason = text.trim();
  if (reason !== "") return succeed(reason);
  return fail({
    kind: "missing",
    place: { argument: "reason" },
    expected: "why it will not come again, such as load test",
  });
}

/** A field as the form shows it; what is missing is told only after somebody tried. */
function fieldOf<T>(
  text: string,
  read: Result<T>,
  tried: boolean,
  currency: Currency,
  format: (value: T) => string,
): Field {
  if (!read.ok) {
    const isQuiet = !tried && text.trim() === "";
    const sentences = read.errors.map((error) => describeError(error, currency));
    return { text, echo: "", error: isQuiet ? "" : sentences.join(" ") };
  }
  const understood = format(read.value);
  return { text, echo: understood === text.trim() ? "" : understood, error: "" };
}
