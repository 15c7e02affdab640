import { dayText } from "../../../core/calendar";
import type { Currency } from "../../../core/currency";
import { describeErrors } from "../../../core/errors";
import { chain, collect, type Result, succeed } from "../../../core/result";
import {
  BAND_POLICY_NAMES,
  DEFAULT_POLICIES,
  POLICIES,
  type Policies,
  type PolicyName,
} from "../../../core/terms";
import type { ParsedDeal } from "../../../deal/parse-deal";
import type { ScheduleYear } from "../../../deal/schedule-cells";
import { gives, policiesOf, scheduleOf, type TermSettings } from "../../../deal/term-of-deal";
import { readCell } from "../../../input/cells/cells";
import { readDay } from "../../../input/day-cells";
import { readTermCell } from "../../../input/term-cell";
import { formatExactPercent, formatExactUsd, formatList } from "../../../wording/format/format";
import type { Field } from "../../kit/form-fields";
import { FIELD_WORDS, SET_POLICIES, type TermDraft, type TermFieldName } from "./term-fields";
import { readAmounts } from "./typed-amounts";

/** The fields as the view shows them, and what they set. */
export interface TermForm {
  readonly fields: Readonly<Record<TermFieldName, Field>>;
  readonly settings: Result<TermSettings>;
  /** The policies with what is set, where it could be read. */
  readonly policies: Policies;
  /** The policies that the cells of the deal say. */
  readonly standing: Policies;
  /** Policies that the bands carry for themselves, whatever is set here. */
  readonly ofBands: ReadonlySet<PolicyName>;
  /** Fields that the schedule of the deal answers, whatever is set here. */
  readonly ofSchedule: ReadonlySet<TermFieldName>;
}

export function readTermForm(draft: TermDraft, reading: ParsedDeal, currency: Currency): TermForm {
  const ofSchedule = answeredBySchedule(reading);
  const texts = Object.fromEntries(
    Object.entries(draft.texts).filter(([name]) => !ofSchedule.has(name as TermFieldName)),
  ) as TermDraft["texts"];
  const standing = policiesOf(reading);
  const written = { ...standing };
  const policies: Partial<Policies> = {};
  const errors: Result<unknown>[] = [];
  const fields: Partial<Record<TermFieldName, Field>> = {};

  const commitmentText = texts.Commitments ?? "";
  const commitments =
    commitmentText.trim() === "" ? undefined : readAmounts(commitmentText, "commitment", currency);
  const standingUsd = formatExactUsd(reading.commitmentUsd ?? 0, currency);
  errors.push(commitments ?? succeed(undefined));
  fields.Commitments = fieldOf(texts.Commitments, standingUsd, commitments, currency, (amounts) =>
    amounts.map((usd) => formatExactUsd(usd, currency)).join(", then "),
  );

  const yearsSaid = commitments?.ok ? commitments.value.length : 1;
  for (const name of SET_POLICIES) {
    const text = texts[name];
    const read = text === undefined || text.trim() === "" ? undefined : readPolicy(name, text);
    if (read?.ok) Object.assign(policies, read.value);
    if (read) errors.push(read);
    const shown = name === "Term" ? (standing.Term ?? yearsSaid) : standing[name];
    fields[name] = fieldOf(text, policyText(name, shown), read, currency, (value) =>
      policyText(name, value[name] ?? null),
    );
  }
  const all = collect(errors);
  return {
    fields: fields as Readonly<Record<TermFieldName, Field>>,
    settings: all.ok
      ? succeed({ policies, commitmentsUsd: commitments?.ok ? commitments.value : undefined })
      : all,
    policies: { ...written, ...policies },
    standing,
    ofBands: new Set(
      BAND_POLICY_NAMES.filter((name) =>
        reading.bands?.bands.some(({ terms }) => terms?.[name] !== undefined),
      ),
    ),
    ofSchedule,
  };
}

/** What each column of a schedule gives; its rows give the years. A schedule that cannot be read answers all of it. */
function answeredBySchedule(reading: ParsedDeal): ReadonlySet<TermFieldName> {
  if (!reading.cells.schedule) return new Set();
  const schedule = scheduleOf(reading);
  const has = (what: keyof ScheduleYear): boolean => !schedule.ok || gives(schedule.value, what);
  return new Set([
    "Term",
    ...(has("usageUsd") ? (["Usage growth"] as const) : []),
    ...(has("commitmentUsd") ? (["Commitments"] as const) : []),
    ...(has("listIndex") ? (["List price change"] as const) : []),
  ]);
}

function fieldOf<T>(
  text: string | undefined,
  standing: string,
  read: Result<T> | undefined,
  currency: Currency,
  format: (value: T) => string,
): Field {
  if (read && !read.ok)
    return { text: text ?? standing, echo: "", error: describeErrors(read.errors, currency) };
  const understood = read ? format(read.value) : standing;
  const shown = text ?? standing;
  return { text: shown, echo: understood === shown.trim() ? "" : understood, error: "" };
}

/** Reads a policy as a cell of terms is read; a date as the pane reads one. */
function readPolicy(name: PolicyName, text: string): Result<Partial<Policies>> {
  const place = { argument: FIELD_WORDS[name].label.toLowerCase() };
  const cell = readCell(text);
  const day = name === "Start date" ? readDay(cell, place) : undefined;
  if (day && !/^\s*none\s*$/i.test(text))
    return chain(day, (serial) => succeed({ "Start date": serial ?? null }));
  return chain(readTermCell(cell, name, place), (terms) => succeed(terms ?? {}));
}

/** A policy as a field shows it, and as a cell of terms may hold it. */
export function policyText(name: PolicyName, value: Policies[PolicyName]): string {
  if (value === null) return "none";
  if (typeof value === "string") return value;
  if (name === "Start date") return dayText(value);
  return isCount(name) ? String(value) : formatExactPercent(value);
}

function isCount(name: PolicyName): boolean {
  const policy = POLICIES[name];
  return name === "Term" || "whole" in policy;
}

/** The policies of a group that are not the default, in words: "Rollover share 50%, Rollover life 2"; "" where all are. */
export function changedWords(names: readonly PolicyName[], policies: Policies): string {
  return formatList(
    names.flatMap((name) =>
      policies[name] === DEFAULT_POLICIES[name]
        ? []
        : `${name} ${policyText(name, policies[name])}`,
    ),
  );
}
