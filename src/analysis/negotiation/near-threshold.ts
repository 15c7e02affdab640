import type { Agreement } from "../../core/agreement";
import type { BandTable } from "../../core/bands";
import { tolerableWaste } from "../../core/break-even";
import { costCurve } from "../../core/cost-curve";
import type { Currency } from "../../core/currency";
import { CENT_USD } from "../../core/hindsight";
import { toCents } from "../../core/money";
import { NoAnswer } from "../../core/no-answer";
import { rangeOn, sum } from "../../core/piecewise-linear";
import { expectedCost } from "../../forecast/expected-cost";
import { capacityOf } from "../../forecast/fill";
import type { Forecast } from "../../forecast/forecast";
import { optimum } from "../../forecast/optimal-commitment";
import { difference } from "../../forecast/rounding";
import { type BandStep, bandStepTo } from "../commitment-position";
import { recommendedUsd } from "../recommendation";

/** A threshold above the present commitment that the forecast lies near: the vendor knows it too. Amounts are USD a year. */
export interface NearThreshold {
  readonly thresholdUsd: number;
  /** What crossing takes and brings, from the present commitment. */
  readonly crossing: BandStep;
  /** What an average year leaves unused of the threshold; negative where it uses more. */
  readonly shortUsd: number;
  /** The most that a year under the threshold costs more than the same year as it is; undefined where that has no limit. */
  readonly mostUsd: number | undefined;
  /** Expected cost of staying less that of the threshold. */
  readonly savingUsd: number;
}

/** What is looked for near thresholds. */
export interface NearInput {
  readonly bands: BandTable;
  readonly agreement: Agreement;
  readonly commitmentUsd: number;
  readonly forecast: Forecast;
}

/** Of the extra commitment, the part within which something lies near the threshold. */
const NEAR_SHARE = 0.2;

/**
 * Thresholds above the present commitment near which the average year or a best commitment lies, ascending (docs/assumptions.md P66).
 *
 * Near is within the larger of the threshold's tolerable waste and a fifth of the extra commitment. A best commitment is that of
 * any amount, or the recommended one of those on offer.
 */
export function nearThresholds(input: NearInput, currency: Currency): readonly NearThreshold[] {
  const { bands, agreement, commitmentUsd, forecast } = input;
  const { commitmentUsd: anyUsd, valueUsd, infimumUsd } = optimum(forecast, agreement);
  // Where a larger commitment never costs more, no amount is the best.
  const isBest = infimumUsd >= valueUsd - CENT_USD;
  const bestUsd = [...(isBest ? [anyUsd] : []), recommendedUsd(forecast, agreement, commitmentUsd)];
  const stayUsd = expectedCost(forecast, commitmentUsd, agreement);
  const stay = costCurve(commitmentUsd, agreement);
  const step = { bands, agreement, commitmentUsd, usageUsd: forecast.meanUsd };
  return agreement.bands.flatMap(({ thresholdUsd }): readonly NearThreshold[] => {
    const extraUsd = thresholdUsd - commitmentUsd;
    if (toCents(extraUsd) <= 0) return [];
    const waste = tolerableWaste(commitmentUsd, thresholdUsd, agreement);
    const nearUsd = Math.max(
      waste instanceof NoAnswer ? 0 : waste * thresholdUsd,
      NEAR_SHARE * extraUsd,
    );
    const usedFraction = forecast.meanUsd / capacityOf(thresholdUsd, agreement);
    const shortUsd = thresholdUsd * (1 - usedFraction);
    const distances = [shortUsd, ...bestUsd.map((usd) => thresholdUsd - usd)];
    if (distances.every((usd) => Math.abs(usd) > nearUsd + CENT_USD / 2)) return [];
    const extra = sum(costCurve(thresholdUsd, agreement), stay, -1);
    const last = extra.at(-1) ?? extra[0];
    const { mostUsd } = rangeOn(extra, { fromUsd: 0, toUsd: Math.max(0, last.fromUsd) });
    return [
      {
        thresholdUsd,
        crossing: bandStepTo(thresholdUsd, step, currency),
        shortUsd,
        // A rounding of two rates is no slope.
        mostUsd: last.slope > 1e-12 ? undefined : Math.max(0, mostUsd),
        savingUsd: difference(stayUsd, expectedCost(forecast, thresholdUsd, agreement)),
      },
    ];
  });
}
