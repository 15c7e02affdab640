import type { Agreement, PricedBand } from "../core/agreement";
import { type BandReach, bandReaches, CENT_USD } from "../core/hindsight";
import { toCents } from "../core/money";
import { NoAnswer } from "../core/no-answer";
import { straight } from "../core/piecewise-linear";
import type { Answer } from "../core/result";
import { expectedCost } from "./expected-cost";
import type { Forecast } from "./forecast";
import { cvarLoss, cvarOf } from "./loss";

/** The commitment of least expected cost, that cost, and the lower bound of all commitments. */
export interface Optimum {
  readonly commitmentUsd: number;
  readonly valueUsd: number;
  /** Below `valueUsd` only where ever larger commitments approach it. */
  readonly infimumUsd: number;
}

/**
 * The commitment of least expected cost, or of least CVaR of the loss at a level.
 *
 * Thresholds, stationary points and ends of bands are compared, never a grid (docs/pricing-model.md 6.6; docs/assumptions.md P13).
 * Costs within a cent are equal and the smaller commitment wins; 0 when none pays.
 *
 * @param level From 0 up to 1; omitted for expected cost.
 * @returns USD; none where, with nothing forfeited and usage unbounded, a larger commitment never costs more.
 */
export function optimalCommitment(
  forecast: Forecast,
  agreement: Agreement,
  level?: number,
): Answer<number> {
  const { commitmentUsd, valueUsd, infimumUsd } = optimum(forecast, agreement, level);
  if (infimumUsd < valueUsd - CENT_USD) return new NoAnswer({ kind: "largerNeverCostsMore" });
  return commitmentUsd;
}

export function optimum(forecast: Forecast, agreement: Agreement, level = 0): Optimum {
  const costAt = (commitmentUsd: number): number =>
    level === 0
      ? expectedCost(forecast, commitmentUsd, agreement)
      : cvarLoss(forecast, commitmentUsd, agreement, level);
  const tried = [0, ...bandReaches(agreement).flatMap(candidates)]
    .sort((a, b) => a - b)
    .map((commitmentUsd) => ({ commitmentUsd, valueUsd: costAt(commitmentUsd) }));
  const leastUsd = Math.min(...tried.map(({ valueUsd }) => valueUsd));
  const best = tried.find(({ valueUsd }) => valueUsd <= leastUsd + CENT_USD);
  const { commitmentUsd, valueUsd } = best ?? { commitmentUsd: 0, valueUsd: leastUsd };
  return { commitmentUsd, valueUsd, infimumUsd: Math.min(valueUsd, limitUsd()) };

  function candidates({ band, leastUsd, mostUsd }: BandReach): readonly number[] {
    // No agreement represents the band at $0: no buyer signs for a cent to get its terms.
    const start = toCents(band.thresholdUsd) === 0 ? [] : [leastUsd];
    const inside = stationaryPoint(band, forecast, agreement, level);
    const end = mayEndBest(band, agreement) ? [mostUsd] : [];
    return [...start, ...(inside === undefined ? [] : [inside]), ...end].filter(
      (usd) => Number.isFinite(usd) && usd >= leastUsd && usd <= mostUsd,
    );
  }

  /** The limit of ever larger commitments in the top band, where cost keeps falling because a shortfall is refunded in full. */
  function limitUsd(): number {
    const top = agreement.bands.at(-1);
    if (!top || !isOverageDearer(top)) return Number.POSITIVE_INFINITY;
    if (stationaryCapacity(top, forecast, level) < Number.POSITIVE_INFINITY)
      return Number.POSITIVE_INFINITY;
    return level === 0
      ? top.rate * forecast.meanUsd
      : cvarOf(straight(0, top.rate - 1), forecast, level);
  }
}

/**
 * Whether the largest commitment of a band can be its best: where overage is dearer, and on the list basis where stepping up
 * costs less than the commitment, whose larger shortfall is then refunded. Elsewhere cost never falls within a band.
 */
function mayEndBest(band: PricedBand, { basis }: Agreement): boolean {
  const { overage, forfeitedFraction, thresholdUsd } = band;
  const comesBack = basis === "list" && overage === "step-up" && forfeitedFraction < 1;
  return isOverageDearer(band) || (comesBack && toCents(thresholdUsd) > 0);
}

/**
 * The commitment within a band at which expected cost, or the CVaR of the loss at a level, neither falls nor rises.
 *
 * It may lie outside the band. None where overage costs no more than the committed rate, and none where cost keeps falling:
 * nothing is forfeited and usage is unbounded.
 */
export function stationaryPoint(
  band: PricedBand,
  forecast: Forecast,
  agreement: Agreement,
  level = 0,
): number | undefined {
  if (!isOverageDearer(band)) return undefined;
  const usageUsd = stationaryCapacity(band, forecast, level);
  return Number.isFinite(usageUsd) ? commitmentFilledBy(usageUsd, band, agreement) : undefined;
}

/**
 * List usage that the stationary commitment pays for: `F(Q) = (o - r)/(o - (1 - φ)r)` (docs/pricing-model.md 6.7).
 *
 * Of the worst `1 - α` of losses one more dollar of capacity saves `o - r` in each that fills it and costs `φr` in each that
 * does not, so `a = (1 - α)(o - r)/(o - (1 - φ)r)` of probability is low usage, up to `x = F⁻¹(a)`. Where overage costs no
 * more than list that is all of the tail, and `Q = x`. Where it costs more the rest is high usage, from `y` on, and Q is where
 * both lose the same: `(o - 1)(y - Q) = (1 - (1 - φ)r)(Q - x)`.
 */
function stationaryCapacity(band: PricedBand, forecast: Forecast, level: number): number {
  const { rate, forfeitedFraction } = band;
  const overage = overageRate(band);
  const dearness = overage - (1 - forfeitedFraction) * rate;
  const tail = 1 - level;
  const lowUsd = forecast.quantile((tail * (overage - rate)) / dearness);
  if (level === 0 || overage <= 1) return lowUsd;
  const highUsd = forecast.quantile(1 - (tail * forfeitedFraction * rate) / dearness);
  return lowUsd + ((overage - 1) / dearness) * (highUsd - lowUsd);
}

function commitmentFilledBy(usageUsd: number, { rate }: PricedBand, { basis }: Agreement): number {
  return basis === "net" ? rate * usageUsd : usageUsd;
}

/** Price of overage per list dollar, for list and committed overage. */
function overageRate({ overage, overagePremiumFraction, rate }: PricedBand): number {
  return (1 + overagePremiumFraction) * (overage === "list" ? 1 : rate);
}

function isOverageDearer(band: PricedBand): boolean {
  return (band.overage === "list" || band.overage === "committed") && overageRate(band) > band.rate;
}
