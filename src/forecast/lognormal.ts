import type { Forecast } from "./forecast";
import { normalAtMost, normalQuantile, Z90 } from "./standard-normal";

/** Mean of a lognormal forecast, USD, above 0, and the standard deviation of the logarithm of usage, above 0. */
export interface LognormalParameters {
  readonly meanUsd: number;
  readonly logDeviation: number;
}

/**
 * Lognormally distributed usage: never below 0, with a long tail upwards.
 *
 * With s the deviation of the logarithm and l = ln(k / mean): P(U <= k) = Phi((l + s²/2) / s) and
 * E[U; U <= k] = mean Phi((l - s²/2) / s). https://en.wikipedia.org/wiki/Log-normal_distribution#Partial_expectation
 */
export function lognormal({ meanUsd, logDeviation }: LognormalParameters): Forecast {
  const half = logDeviation ** 2 / 2;
  const atMost = (usageUsd: number): number =>
    normalAtMost((logOfRatio(usageUsd, meanUsd) + half) / logDeviation);
  return {
    meanUsd,
    deviationUsd: meanUsd * Math.sqrt(Math.expm1(logDeviation ** 2)),
    logDeviation,
    lowestUsd: 0,
    highestUsd: Number.POSITIVE_INFINITY,
    atMost,
    below: atMost,
    partialMean: (usageUsd) =>
      meanUsd * normalAtMost((logOfRatio(usageUsd, meanUsd) - half) / logDeviation),
    quantile: (probability) =>
      meanUsd * Math.exp(logDeviation * normalQuantile(probability) - half),
  };
}

/** ln(usage / mean), -Infinity at and below 0. */
function logOfRatio(usageUsd: number, meanUsd: number): number {
  if (usageUsd <= 0) return Number.NEGATIVE_INFINITY;
  const difference = usageUsd - meanUsd;
  // Where the deviation is small, every usage that matters is close to the mean, and the quotient would lose its digits.
  return Math.abs(difference) < meanUsd / 2
    ? Math.log1p(difference / meanUsd)
    : Math.log(usageUsd / meanUsd);
}

/** The lognormal distribution with this mean and coefficient of variation: s² = ln(1 + CV²). */
export function lognormalFromVariation(meanUsd: number, variation: number): LognormalParameters {
  return { meanUsd, logDeviation: Math.sqrt(Math.log1p(variation ** 2)) };
}

/**
 * The lognormal distribution with these 10th and 90th percentiles, the lower one above 0.
 *
 * The median is their geometric mean, s = ln(P90 / P10) / (2 z90), and the mean is median exp(s²/2).
 */
export function lognormalFromPercentiles(p10Usd: number, p90Usd: number): LognormalParameters {
  const logDeviation = logOfRatio(p90Usd, p10Usd) / (2 * Z90);
  const median = Math.sqrt(p10Usd) * Math.sqrt(p90Usd);
  return { meanUsd: median * Math.exp(logDeviation ** 2 / 2), logDeviation };
}
