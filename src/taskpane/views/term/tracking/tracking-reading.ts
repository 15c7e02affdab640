import { type TermTracking, trackTerm } from "../../../../analysis/tracking/track-term";
import {
  isWhyNone,
  type WhatNow,
  type WhyNoOptions,
  whatNow,
} from "../../../../analysis/tracking/what-now";
import type { Currency } from "../../../../core/currency";
import { describeErrors } from "../../../../core/errors";
import { NoAnswer } from "../../../../core/no-answer";
import { type Answer, chain, fail, failWith, type Result, succeed } from "../../../../core/result";
import { termOfDeal } from "../../../../deal/term-of-deal";
import type { PlannedDeal } from "../../../../input/term-deal-cells";
import type { UsageHistory } from "../../../../sheets/usage/usage-history";
import { formatCounted, formatExactUsd } from "../../../../wording/format/format";
import type { PaneState } from "../../../context/pane-state";
import type { Field } from "../../../kit/form-fields";
import { readTypedUsd } from "../../../kit/typed-amount";
import { termDraft } from "../term-draft";
import { readTerm, type TermReading, type TermState } from "../term-reading";
import { readAmounts } from "../typed-amounts";
import { type ImportedMonths, importedMonths } from "./imported-months";
import type { TrackingDraft, TrackingField } from "./tracking-draft";

/** A deal under way as the view shows it. */
export interface TrackingReading {
  readonly imported: ImportedMonths;
  /** Whether the months are those that were typed, or taken from the selection. */
  readonly isTyped: boolean;
  readonly fields: Readonly<Record<TrackingField, Field>>;
  /** List usage of the months past, none where nobody says any. */
  readonly months: Result<readonly number[]>;
  /** Undefined without a month, or while the months cannot be read. */
  readonly tracking: Answer<TermTracking> | undefined;
  readonly now: WhatNow | WhyNoOptions | undefined;
}

const MONTHS = "usage of the months";

/** What of the pane a deal under way is read from. */
export type TrackingState = TermState & Pick<PaneState, "usage">;

let last:
  | { readonly of: readonly unknown[]; readonly made: TrackingReading | undefined }
  | undefined;

/** The deal that is shown as it goes; undefined while its term cannot be priced. */
export function readTrackingOf(state: TrackingState): TrackingReading | undefined {
  const term = readTerm(state);
  const { usage, currency } = state;
  const { tracking } = termDraft(state);
  const of = [term, tracking, usage, currency];
  if (last?.of.every((one, index) => one === of[index])) return last.made;
  last = { of, made: term && readTracking(tracking, term, usage, currency) };
  return last.made;
}

export function readTracking(
  draft: TrackingDraft,
  { reading, form, answer }: Pick<TermReading, "reading" | "form" | "answer">,
  usage: UsageHistory | null,
  currency: Currency,
): TrackingReading | undefined {
  const { bands, agreement } = reading;
  if (!form.settings.ok || !answer?.ok || !bands || !agreement) return undefined;
  const { policies, commitmentsUsd } = form.settings.value;
  const byMonth = termOfDeal(reading, {
    policies: { ...policies, Period: "month" },
    commitmentsUsd,
  });
  if (!byMonth?.ok) return undefined;
  const planned = byMonth.value.whole;
  const imported = importedMonths(usage, form.policies["Start date"], planned.usageUsd.length);
  const typed = draft.months?.trim() ?? "";
  const months = typed === "" ? succeed(usagesOf(imported)) : readMonths(typed, planned, currency);
  const topUp = readOptional(draft.topUp, "top up", currency);
  const target = readOptional(draft.target, "re-commit to", currency);
  const tracking =
    months.ok && months.value.length > 0
      ? trackTerm({ planned, monthsUsd: months.value, bands })
      : undefined;
  const now =
    tracking && !(tracking instanceof NoAnswer) && topUp.ok && target.ok
      ? whatNow(
          { plan: planned.plan, agreement, bands, tracking },
          { topUpUsd: topUp.value, targetUsd: target.value },
        )
      : undefined;
  const refused = now && !isWhyNone(now) ? now.topUpErrors : [];
  return {
    ...{ imported, isTyped: typed !== "", months, tracking, now },
    fields: {
      months: {
        text: draft.months ?? "",
        error: months.ok ? "" : describeErrors(months.errors, currency),
        echo: typed !== "" && months.ok ? sumWords(months.value, currency) : "",
      },
      topUp: fieldOf(draft.topUp, refused.length > 0 ? failWith(refused) : topUp, currency),
      target: fieldOf(draft.target, target, currency),
    },
  };
}

function fieldOf(
  text: string | undefined,
  read: Result<number | undefined>,
  currency: Currency,
): Field {
  const shown = text ?? "";
  if (!read.ok) return { text: shown, echo: "", error: describeErrors(read.errors, currency) };
  const understood = read.value === undefined ? "" : formatExactUsd(read.value, currency);
  return { text: shown, echo: understood === shown.trim() ? "" : understood, error: "" };
}

function usagesOf(imported: ImportedMonths): readonly number[] {
  return imported.kind === "months" ? imported.usagesUsd : [];
}

function readMonths(
  text: string,
  { usageUsd }: PlannedDeal,
  currency: Currency,
): Result<readonly number[]> {
  return chain(readAmounts(text, MONTHS, currency), (amounts) =>
    amounts.length > usageUsd.length
      ? fail({
          kind: "entries",
          argument: MONTHS,
          entries: amounts.length,
          expected: `at most ${usageUsd.length}, the months of the term`,
        })
      : succeed(amounts),
  );
}

/** "6 months, $372,000 in all" */
function sumWords(monthsUsd: readonly number[], currency: Currency): string {
  const sum = monthsUsd.reduce((total, usd) => total + usd, 0);
  return `${formatCounted(monthsUsd.length, "month", "months")}, ${formatExactUsd(sum, currency)} in all`;
}

function readOptional(
  text: string | undefined,
  argument: string,
  currency: Currency,
): Result<number | undefined> {
  return text === undefined || text.trim() === ""
    ? succeed(undefined)
    : readTypedUsd(text, { argument }, currency);
}
