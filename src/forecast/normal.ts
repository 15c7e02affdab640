import type { Forecast } from "./forecast";
import { normalAtMost, normalDensity, normalQuantile, Z90 } from "./standard-normal";

/** Mean and standard deviation of a normal forecast, USD; the deviation above 0. */
export interface NormalParameters {
  readonly meanUsd: number;
  readonly deviationUsd: number;
}

/**
 * Normally distributed usage.
 *
 * The whole line counts: usage below 0, which the distribution allows where the mean is few deviations above 0, is neither
 * cut off nor raised to 0. E[U; U <= k] = mean Phi(z) - deviation phi(z), with z = (k - mean) / deviation.
 */
export function normal({ meanUsd, deviationUsd }: NormalParameters): Forecast {
  const score = (usageUsd: number): number => (usageUsd - meanUsd) / deviationUsd;
  const atMost = (usageUsd: number): number => normalAtMost(score(usageUsd));
  return {
    meanUsd,
    deviationUsd,
    lowestUsd: Number.NEGATIVE_INFINITY,
    highestUsd: Number.POSITIVE_INFINITY,
    atMost,
    below: atMost,
    partialMean: (usageUsd) =>
      meanUsd * atMost(usageUsd) - deviationUsd * normalDensity(score(usageUsd)),
    quantile: (probability) => meanUsd + deviationUsd * normalQuantile(probability),
  };
}

/** The normal distribution with these 10th and 90th percentiles, which lie as far below as above its mean. */
export function normalFromPercentiles(p10Usd: number, p90Usd: number): NormalParameters {
  return { meanUsd: (p10Usd + p90Usd) / 2, deviationUsd: (p90Usd - p10Usd) / (2 * Z90) };
}
