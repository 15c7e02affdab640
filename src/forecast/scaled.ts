import type { Forecast } from "./forecast";

/**
 * The forecast with every usage times a factor, such as 0.8 for a load that drops by 20%.
 *
 * A sample's outcomes keep their probabilities: each is looked up by its position, since dividing a scaled outcome by
 * the factor may miss it by the last digit.
 *
 * @param factor Above 0.
 */
export function scaled(forecast: Forecast, factor: number): Forecast {
  if (factor === 1) return forecast;
  const { outcomesUsd } = forecast;
  const ends = {
    meanUsd: forecast.meanUsd * factor,
    lowestUsd: forecast.lowestUsd * factor,
    highestUsd: forecast.highestUsd * factor,
    quantile: (probability: number) => forecast.quantile(probability) * factor,
  };
  if (!outcomesUsd)
    return {
      ...ends,
      atMost: (usageUsd) => forecast.atMost(usageUsd / factor),
      below: (usageUsd) => forecast.below(usageUsd / factor),
      partialMean: (usageUsd) => forecast.partialMean(usageUsd / factor) * factor,
    };
  const outcomes = Float64Array.from(outcomesUsd, (usd) => usd * factor);
  /** The last unscaled outcome up to (or below) a usage; an amount below every outcome where there is none. */
  const lastUpTo = (usageUsd: number, counts: (outcomeUsd: number) => boolean): number => {
    let [low, high] = [0, outcomes.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (counts(outcomes[middle] ?? usageUsd)) low = middle + 1;
      else high = middle;
    }
    return outcomesUsd[low - 1] ?? Number.NEGATIVE_INFINITY;
  };
  return {
    ...ends,
    outcomesUsd: outcomes,
    atMost: (usageUsd) => forecast.atMost(lastUpTo(usageUsd, (usd) => usd <= usageUsd)),
    below: (usageUsd) => forecast.atMost(lastUpTo(usageUsd, (usd) => usd < usageUsd)),
    partialMean: (usageUsd) =>
      forecast.partialMean(lastUpTo(usageUsd, (usd) => usd <= usageUsd)) * factor,
  };
}
