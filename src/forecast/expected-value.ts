import type { PiecewiseLinear, Stretch } from "../core/piecewise-linear";
import { expectedAbove } from "./expected-above";
import type { Forecast } from "./forecast";

/**
 * Expected value of a curve over usage, in closed form: its first piece at the mean, and at each bend the change of slope
 * times the usage expected above it.
 */
export function expectedValue(curve: PiecewiseLinear, forecast: Forecast): number {
  const [first, ...rest] = curve;
  let expectedUsd = first.valueUsd + first.slope * (forecast.meanUsd - first.atUsd);
  let slope = first.slope;
  for (const piece of rest) {
    expectedUsd += (piece.slope - slope) * expectedAbove(forecast, piece.fromUsd);
    slope = piece.slope;
  }
  return expectedUsd;
}

/** Probability that usage lies inside one of several stretches; their ends do not count. */
export function probabilityInside(stretches: readonly Stretch[], forecast: Forecast): number {
  let probability = 0;
  for (const { fromUsd, toUsd } of stretches)
    probability += forecast.below(toUsd) - forecast.atMost(fromUsd);
  return Math.min(1, Math.max(0, probability));
}

/** E[U; U < usage]. */
export function meanBelow(usageUsd: number, forecast: Forecast): number {
  const atOnce = forecast.atMost(usageUsd) - forecast.below(usageUsd);
  return forecast.partialMean(usageUsd) - (atOnce === 0 ? 0 : usageUsd * atOnce);
}
