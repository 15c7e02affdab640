import { firstWhere } from "../core/bisect";
import { LARGEST_VARIATION } from "./described-forecast";
import type { Forecast } from "./forecast";
import { lognormal, lognormalFromVariation } from "./lognormal";
import { certain } from "./sample";

/** The forecast with every usage times a factor above 0, such as 0.8 for a load that drops by 20%. */
export function scaled(forecast: Forecast, factor: number): Forecast {
  return moved(forecast, factor, 0);
}

/**
 * The forecast with every usage times a factor, and then moved by an amount.
 *
 * A sample's outcomes keep their probabilities: each is looked up by its position, since turning a moved outcome back
 * may miss it by the last digit.
 *
 * @param factor Above 0.
 */
export function moved(forecast: Forecast, factor: number, byUsd: number): Forecast {
  if (factor === 1 && byUsd === 0) return forecast;
  const { outcomesUsd, logDeviation } = forecast;
  const there = (usageUsd: number): number => usageUsd * factor + byUsd;
  const ends = {
    meanUsd: there(forecast.meanUsd),
    deviationUsd: forecast.deviationUsd * factor,
    ...(byUsd === 0 && logDeviation !== undefined && { logDeviation }),
    lowestUsd: there(forecast.lowestUsd),
    highestUsd: there(forecast.highestUsd),
    quantile: (probability: number) => there(forecast.quantile(probability)),
  };
  const partialMean = (backUsd: number): number =>
    forecast.partialMean(backUsd) * factor + (byUsd === 0 ? 0 : byUsd * forecast.atMost(backUsd));
  if (!outcomesUsd) {
    const back = (usageUsd: number): number => (usageUsd - byUsd) / factor;
    return {
      ...ends,
      atMost: (usageUsd) => forecast.atMost(back(usageUsd)),
      below: (usageUsd) => forecast.below(back(usageUsd)),
      partialMean: (usageUsd) => partialMean(back(usageUsd)),
    };
  }
  const outcomes = Float64Array.from(outcomesUsd, there);
  /** The last outcome, as before the move, that is not beyond a usage; an amount below every outcome where there is none. */
  const lastBefore = (isBeyond: (outcomeUsd: number) => boolean): number =>
    outcomesUsd[firstWhere(outcomes, isBeyond) - 1] ?? Number.NEGATIVE_INFINITY;
  return {
    ...ends,
    outcomesUsd: outcomes,
    atMost: (usageUsd) => forecast.atMost(lastBefore((usd) => usd > usageUsd)),
    below: (usageUsd) => forecast.atMost(lastBefore((usd) => usd >= usageUsd)),
    partialMean: (usageUsd) => partialMean(lastBefore((usd) => usd > usageUsd)),
  };
}

/** Standard deviation over mean; 0 where usage is certain. */
export function variationOf({ meanUsd, deviationUsd }: Forecast): number {
  return deviationUsd === 0 ? 0 : deviationUsd / meanUsd;
}

/** Whether another spread is another lognormal: so for certain usage too (docs/assumptions.md P14). */
export function isLognormal({ deviationUsd, logDeviation }: Forecast): boolean {
  return deviationUsd === 0 || logDeviation !== undefined;
}

/** The same forecast with another mean and coefficient of variation: another lognormal, or deviations from the mean scaled. */
export function reshaped(forecast: Forecast, meanUsd: number, variation: number): Forecast {
  if (meanUsd === 0 || variation === 0) return certain(meanUsd);
  if (isLognormal(forecast)) return lognormal(lognormalFromVariation(meanUsd, variation));
  const factor = (meanUsd * variation) / forecast.deviationUsd;
  return moved(forecast, factor, meanUsd - factor * forecast.meanUsd);
}

/** The largest coefficient of variation to which a forecast can be reshaped: 10, or where its lowest usage would fall below 0. */
export function mostVariation(forecast: Forecast): number {
  const { meanUsd, lowestUsd } = forecast;
  const variation = variationOf(forecast);
  if (isLognormal(forecast) || lowestUsd < 0) return Math.max(LARGEST_VARIATION, variation);
  return (variation * meanUsd) / (meanUsd - lowestUsd);
}

/** Means within a fifth, and spreads from half to one and a half times, as far as no usage falls below 0 (docs/assumptions.md P58). */
export function usualBox(forecast: Forecast): ForecastBox {
  const variation = variationOf(forecast);
  const most = mostVariation(forecast);
  return {
    meansUsd: [0.8 * forecast.meanUsd, 1.2 * forecast.meanUsd],
    variations: [Math.min(most, 0.5 * variation), Math.min(most, 1.5 * variation)],
  };
}

/** Means and coefficients of variation that a forecast may have; all ends count. */
export interface ForecastBox {
  readonly meansUsd: readonly [low: number, high: number];
  readonly variations: readonly [low: number, high: number];
}
