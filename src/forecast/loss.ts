import type { Agreement } from "../core/agreement";
import { bisect } from "../core/bisect";
import { costCurve } from "../core/cost-curve";
import {
  type PiecewiseLinear,
  rangeOn,
  straight,
  stretchesAbove,
  sum,
  valueAt,
} from "../core/piecewise-linear";
import { expectedExcess } from "./expected-excess";
import { expectedValue, probabilityInside } from "./expected-value";
import type { Forecast } from "./forecast";

/** What a commitment costs above paying list prices for all usage: `cost - U`. Negative is a saving. */
export function lossCurve(commitmentUsd: number, agreement: Agreement): PiecewiseLinear {
  return sum(costCurve(commitmentUsd, agreement), straight(0, 1), -1);
}

/** An outcome's loss counts from half a cent on, which rounds to a cent. */
const LEAST_LOSS_USD = 0.005;
/** On a curve, a loss smaller than this part of the commitment is rounding of its bends. */
const ROUNDING = 1e-14;

/**
 * P(cost > U): probability that the commitment turns out dearer than list prices by at least a cent.
 *
 * Net basis, no premium: `P(U < φC/(1 - (1 - φ)r))` (docs/pricing-model.md 6.4).
 */
export function lossProbability(
  forecast: Forecast,
  commitmentUsd: number,
  agreement: Agreement,
): number {
  return probabilityOfLoss(lossCurve(commitmentUsd, agreement), forecast, commitmentUsd);
}

/** The probability that a loss curve of a commitment is above 0. */
export function probabilityOfLoss(
  loss: PiecewiseLinear,
  forecast: Forecast,
  commitmentUsd: number,
): number {
  const leastUsd = forecast.outcomesUsd ? LEAST_LOSS_USD : ROUNDING * Math.max(1, commitmentUsd);
  return probabilityInside(stretchesAbove(loss, leastUsd), forecast);
}

/**
 * Mean of the worst `1 - level` of probability of the loss, USD (conditional value at risk).
 *
 * `t + E[(loss - t)+]/(1 - level)`, t being the loss that is exceeded with probability `1 - level`
 * (Rockafellar and Uryasev 2000); it takes a part of an outcome on the boundary. Level 0 is the mean loss.
 *
 * @param level From 0 up to 1: 0.9 is the worst tenth.
 */
export function cvarLoss(
  forecast: Forecast,
  commitmentUsd: number,
  agreement: Agreement,
  level: number,
): number {
  return cvarOf(lossCurve(commitmentUsd, agreement), forecast, level);
}

/** Mean of the worst `1 - level` of probability of any curve over usage. */
export function cvarOf(loss: PiecewiseLinear, forecast: Forecast, level: number): number {
  // At such a level the tail is the whole distribution, also where 1 - level rounds to 1.
  if (1 - level === 1) return expectedValue(loss, forecast);
  const atRiskUsd = lossAtRisk(loss, forecast, level);
  const worstUsd = atRiskUsd + expectedExcess(loss, atRiskUsd, forecast) / (1 - level);
  return Math.min(worstUsd, largestOutcome(loss, forecast));
}

/** Caps the mean at the largest outcome, which the rounding of a very small tail could exceed. */
function largestOutcome(loss: PiecewiseLinear, { outcomesUsd, lowestUsd, highestUsd }: Forecast) {
  return outcomesUsd
    ? rangeOn(loss, { fromUsd: lowestUsd, toUsd: highestUsd }).mostUsd
    : Number.POSITIVE_INFINITY;
}

/** The largest probability below 1: usage has a quantile there even where it has no highest amount. */
const MOST_PROBABLE = 1 - Number.EPSILON / 2;

/** The smallest loss that is exceeded with a probability of at most `1 - level`. */
function lossAtRisk(loss: PiecewiseLinear, forecast: Forecast, level: number): number {
  const tail = 1 - level;
  // Without a premium the loss falls as usage rises: the worst outcomes are those of the least usage.
  if (loss.every(({ slope }) => slope <= 0)) return valueAt(loss, forecast.quantile(tail));
  const between = (probability: number) => ({
    fromUsd: forecast.quantile(probability / 2),
    toUsd: forecast.quantile(Math.min(1 - probability / 2, MOST_PROBABLE)),
  });
  // Usage lies in the first stretch with probability 1 - level or more, and outside the second with that or less.
  const highUsd = rangeOn(loss, between(tail)).mostUsd;
  const lowUsd = Math.min(rangeOn(loss, between(level)).leastUsd, highUsd);
  const isExceeded = (lossUsd: number): boolean =>
    probabilityInside(stretchesAbove(loss, lossUsd), forecast) > tail;
  return bisect(lowUsd, highUsd, isExceeded)[1];
}
