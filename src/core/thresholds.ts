import type { Agreement, PricedBand } from "./agreement";
import { breakEvenOf, wasteAt } from "./break-even";
import { costCurve } from "./cost-curve";
import { toCents } from "./money";
import { NoAnswer } from "./no-answer";
import { type PiecewiseLinear, type Stretch, stretchesAbove, sum } from "./piecewise-linear";
import type { Answer } from "./result";
import { settle } from "./settle";
import type { Verdict } from "./verdict";

/** What committing a threshold would cost and save at one usage, against the present commitment. USD, none rounded. */
export interface ThresholdOutcome {
  readonly thresholdUsd: number;
  readonly discountFraction: number;
  /** Threshold less commitment: negative below it. */
  readonly extraCommitmentUsd: number;
  /** Not available where the threshold is not above the commitment. */
  readonly breakEvenUsageUsd: Answer<number>;
  readonly tolerableWasteFraction: Answer<number>;
  readonly costUsd: number;
  readonly savingUsd: number;
  readonly verdict: Verdict;
}

/**
 * What each threshold above 0 would cost and save: one outcome each, ascending.
 *
 * Costs are compared to the cent, each rounded first.
 */
export function thresholdOutcomes(
  usageUsd: number,
  commitmentUsd: number,
  agreement: Agreement,
): readonly ThresholdOutcome[] {
  const now = {
    commitmentUsd,
    costUsd: settle(usageUsd, commitmentUsd, agreement).costUsd,
    curve: costCurve(commitmentUsd, agreement),
  };
  // The first band always starts at $0.
  return agreement.bands.slice(1).map((band) => outcomeAt(band, usageUsd, now, agreement));
}

/** The commitment made now: what it costs at the usage asked for, and at every usage. */
interface Present {
  readonly commitmentUsd: number;
  readonly costUsd: number;
  readonly curve: PiecewiseLinear;
}

function outcomeAt(
  { thresholdUsd, discountFraction }: PricedBand,
  usageUsd: number,
  { commitmentUsd, costUsd: stayUsd, curve: stay }: Present,
  agreement: Agreement,
): ThresholdOutcome {
  const target = settle(usageUsd, thresholdUsd, agreement);
  const { costUsd } = target;
  const extra = sum(costCurve(thresholdUsd, agreement), stay, -1);
  const even =
    toCents(thresholdUsd) > toCents(commitmentUsd)
      ? (breakEvenOf(extra, stay) ??
        new NoAnswer({ kind: "neverPays", commitmentUsd, targetUsd: thresholdUsd }))
      : new NoAnswer({ kind: "notAboveCommitment", thresholdUsd, commitmentUsd });
  return {
    thresholdUsd,
    discountFraction,
    extraCommitmentUsd: thresholdUsd - commitmentUsd,
    breakEvenUsageUsd: even instanceof NoAnswer ? even : even.usageUsd,
    tolerableWasteFraction: even instanceof NoAnswer ? even : wasteAt(even, target),
    costUsd,
    savingUsd: stayUsd - costUsd,
    verdict:
      toCents(thresholdUsd) === toCents(commitmentUsd)
        ? { kind: "current" }
        : verdictAt(
            usageUsd,
            toCents(costUsd) - toCents(stayUsd),
            dearerStretches(extra, costUsd + stayUsd),
          ),
  };
}

/** Gaps between two costs that rounding alone could cause, as a fraction of them; and the smallest gap that counts, USD. */
const ROUNDING = 1e-12;
const LEAST_GAP_USD = 1e-6;

/** Usages above 0 at which the threshold costs more than the commitment; stretches less than a cent apart are merged. */
function dearerStretches(extra: PiecewiseLinear, scaleUsd: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const stretch of stretchesAbove(extra, LEAST_GAP_USD + ROUNDING * scaleUsd)) {
    // A curve extends below 0, where there is no usage.
    if (toCents(stretch.toUsd) <= 0) continue;
    const last = stretches.at(-1);
    if (last && stretch.fromUsd - last.toUsd < 0.01)
      stretches.splice(-1, 1, { fromUsd: last.fromUsd, toUsd: stretch.toUsd });
    else stretches.push(stretch);
  }
  return stretches;
}

function verdictAt(usageUsd: number, gapCents: number, dearer: readonly Stretch[]): Verdict {
  if (gapCents <= 0) {
    const next = dearer.find(({ fromUsd }) => toCents(fromUsd) > toCents(usageUsd));
    return { kind: gapCents < 0 ? "saves" : "breaksEven", untilUsd: next?.fromUsd };
  }
  const position = dearer.findIndex(({ toUsd }) => toUsd > usageUsd);
  const here = dearer[position];
  // Dearer by a cent, but only because each side was rounded.
  if (here === undefined || here.fromUsd > usageUsd)
    return { kind: "dearer", fromUsd: usageUsd, untilUsd: here?.fromUsd };
  if (here.toUsd < Number.POSITIVE_INFINITY)
    return { kind: "dearer", fromUsd: here.toUsd, untilUsd: dearer[position + 1]?.fromUsd };
  // It pays at no higher usage: perhaps at a lower one.
  const before = dearer[position - 1];
  if (before) return { kind: "dearer", fromUsd: before.toUsd, untilUsd: here.fromUsd };
  if (toCents(here.fromUsd) > 0) return { kind: "dearerUnlessBelow", belowUsd: here.fromUsd };
  return { kind: "neverPays" };
}
