import { type PiecewiseLinear, stretchesAbove, valueAt } from "../core/piecewise-linear";
import type { Forecast } from "./forecast";

/**
 * E[(value - level)+]: how far a curve over usage lies above a level, on average.
 *
 * The sum covers only the stretches where the curve is above the level, so that a tail of small probability keeps its
 * digits. The formula for a whole curve (changes of slope times the usage expected above each bend) would leave the rounding of the mean.
 */
export function expectedExcess(
  curve: PiecewiseLinear,
  levelUsd: number,
  forecast: Forecast,
): number {
  let expectedUsd = 0;
  for (const stretch of stretchesAbove(curve, levelUsd))
    for (const [index, { fromUsd: bendUsd, slope }] of curve.entries()) {
      const nextUsd = curve[index + 1]?.fromUsd ?? Number.POSITIVE_INFINITY;
      const fromUsd = index === 0 ? stretch.fromUsd : Math.max(stretch.fromUsd, bendUsd);
      const toUsd = Math.min(stretch.toUsd, nextUsd);
      if (toUsd <= fromUsd) continue;
      const atUsd = [fromUsd, toUsd].find(Number.isFinite) ?? 0;
      const excessUsd = valueAt(curve, atUsd) - levelUsd;
      const probability = forecast.atMost(toUsd) - forecast.atMost(fromUsd);
      const usageUsd = forecast.partialMean(toUsd) - forecast.partialMean(fromUsd);
      expectedUsd += excessUsd * probability + slope * (usageUsd - atUsd * probability);
    }
  return Math.max(0, expectedUsd);
}
