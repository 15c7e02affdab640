import type { Agreement } from "../core/agreement";
import { firstWhere } from "../core/bisect";
import { hindsightCurve } from "../core/hindsight";
import { type PiecewiseLinear, rangeOn, valueAt } from "../core/piecewise-linear";
import { expectedValue } from "./expected-value";
import type { Forecast } from "./forecast";
import { optimum } from "./optimal-commitment";
import { difference, withoutRounding } from "./rounding";

/**
 * Least expected regret, USD, 0 or more: the most that a better forecast or full flexibility is worth.
 *
 * Regret is cost less the least cost that the usage allowed, had it been known. Also called the expected value of perfect
 * information (docs/pricing-model.md 6.10).
 */
export function foresightValue(forecast: Forecast, agreement: Agreement): number {
  const hindsightUsd = expectedValue(hindsightCurve(agreement), forecast);
  return Math.max(0, difference(optimum(forecast, agreement).infimumUsd, hindsightUsd));
}

/** Ends within which the largest regret is sought where usage has no bound of its own. */
const ENDS = [0.01, 0.99] as const;

/** Largest value of a regret curve over the usage that a forecast allows: between P1 and P99 where that is unbounded. */
export function largestRegret(regret: PiecewiseLinear, forecast: Forecast): number {
  const { outcomesUsd, lowestUsd, highestUsd } = forecast;
  if (outcomesUsd) return withoutRounding(largestAmong(outcomesUsd, regret), forecast.meanUsd);
  const bounded = Number.isFinite(lowestUsd) && Number.isFinite(highestUsd);
  const [fromUsd, toUsd] = bounded
    ? [lowestUsd, highestUsd]
    : ENDS.map((p) => forecast.quantile(p));
  const { mostUsd } = rangeOn(regret, { fromUsd: fromUsd ?? 0, toUsd: toUsd ?? 0 });
  return Math.max(0, withoutRounding(mostUsd, forecast.meanUsd));
}

/** Between two bends the largest is at an end, so of each stretch the outer outcomes are enough. */
function largestAmong(outcomesUsd: ArrayLike<number>, regret: PiecewiseLinear): number {
  let largestUsd = 0;
  const look = (index: number): void => {
    const usd = outcomesUsd[index];
    if (usd !== undefined) largestUsd = Math.max(largestUsd, valueAt(regret, usd));
  };
  look(0);
  look(outcomesUsd.length - 1);
  for (const { fromUsd } of regret) {
    const first = firstWhere(outcomesUsd, (usd) => usd >= fromUsd);
    look(first - 1);
    look(first);
  }
  return largestUsd;
}
