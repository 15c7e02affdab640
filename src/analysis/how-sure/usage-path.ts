import { LARGEST_AMOUNT_USD } from "../../core/money";
import type { PiecewiseLinear } from "../../core/piecewise-linear";
import { expectedValue } from "../../forecast/expected-value";
import type { Forecast } from "../../forecast/forecast";
import { lognormal, lognormalFromVariation } from "../../forecast/lognormal";
import { certain } from "../../forecast/sample";
import { isLognormal, mostVariation, reshaped, variationOf } from "../../forecast/scaled";
import { normalDensity } from "../../forecast/standard-normal";

/** Forecasts in a row, along a number: the mean, or the spread. */
export interface UsagePath {
  /** The number of the present forecast, and the largest. The least is 0. */
  readonly present: number;
  readonly most: number;
  /** The number as a user knows it. */
  readonly shown: (x: number) => number;
  readonly at: (x: number) => Forecast;
  /** How the mean moves with the number. */
  readonly meanSlope: number;
  /** How E[(U - bend)+] moves with the number, never downwards; it moves fastest at `steepestAt`, ever slower away from there. */
  readonly bendSlope: (bendUsd: number, x: number, at: Forecast) => number;
  readonly steepestAt: (bendUsd: number) => number;
}

const always = (): number => Number.POSITIVE_INFINITY;

/** All of usage scaled, along its mean. */
export function averagePath(forecast: Forecast): UsagePath {
  const variation = variationOf(forecast);
  return {
    present: forecast.meanUsd,
    most: LARGEST_AMOUNT_USD,
    shown: (x) => x,
    at: (x) => reshaped(forecast, x, variation),
    meanSlope: 1,
    bendSlope: (bendUsd, x, at) => (x === 0 ? 0 : (x - at.partialMean(bendUsd)) / x),
    steepestAt: always,
  };
}

/** The mean kept, along the coefficient of variation, or for a lognormal along the deviation of its logarithm. */
export function spreadPath(forecast: Forecast): UsagePath {
  const { meanUsd, logDeviation = 0 } = forecast;
  const most = mostVariation(forecast);
  if (!isLognormal(forecast))
    return {
      present: variationOf(forecast),
      most,
      shown: (x) => x,
      at: (x) => reshaped(forecast, meanUsd, x),
      meanSlope: 0,
      bendSlope: (bendUsd, x, at) =>
        x === 0 ? 0 : (meanUsd * at.atMost(bendUsd) - at.partialMean(bendUsd)) / x,
      steepestAt: always,
    };
  const logOf = (bendUsd: number): number =>
    bendUsd > 0 && meanUsd > 0 ? Math.log(meanUsd / bendUsd) : Number.POSITIVE_INFINITY;
  return {
    present: logDeviation,
    most: lognormalFromVariation(meanUsd, most).logDeviation,
    shown: (x) => Math.sqrt(Math.expm1(x ** 2)),
    at: (x) => (x > 0 && meanUsd > 0 ? lognormal({ meanUsd, logDeviation: x }) : certain(meanUsd)),
    meanSlope: 0,
    // The density is largest where |log / x + x / 2| is least.
    bendSlope: (bendUsd, x) => {
      const log = logOf(bendUsd);
      return meanUsd * normalDensity((log === 0 ? 0 : log / x) + x / 2);
    },
    steepestAt: (bendUsd) => Math.sqrt(2 * Math.abs(logOf(bendUsd))),
  };
}

/**
 * No more than the expected value of a curve anywhere between two numbers of a path: its value at the first, and the least
 * slope that the two ends and the peaks of its bends allow (docs/pricing-model.md 26.2).
 */
export function leastOnPath(
  curve: PiecewiseLinear,
  path: UsagePath,
  nearX: number,
  farX: number,
  [near, far]: readonly [Forecast, Forecast],
): number {
  const [low, high] = [Math.min(nearX, farX), Math.max(nearX, farX)];
  const up = farX > nearX ? 1 : -1;
  let slope = up * curve[0].slope * path.meanSlope;
  for (const [index, { fromUsd, slope: after }] of curve.entries()) {
    const change = up * (after - (curve[index - 1] ?? curve[0]).slope);
    if (change === 0) continue;
    const ends = [path.bendSlope(fromUsd, nearX, near), path.bendSlope(fromUsd, farX, far)];
    const peak = path.steepestAt(fromUsd);
    const most =
      peak > low && peak < high ? path.bendSlope(fromUsd, peak, near) : Math.max(...ends);
    slope += change * (change > 0 ? Math.min(...ends) : most);
  }
  return expectedValue(curve, near) + slope * (high - low);
}
