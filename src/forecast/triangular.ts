import type { Forecast } from "./forecast";

/** Ends and peak of a triangular or PERT forecast, USD: low <= mode <= high and low < high. */
export interface ThreePoints {
  readonly lowUsd: number;
  readonly modeUsd: number;
  readonly highUsd: number;
}

/**
 * Usage whose density rises in a line from low to mode and falls in a line to high. The mode may be one of the ends.
 *
 * The part below k <= mode is itself a triangle, with its mean at low + 2/3 of the way to k; the part above k >= mode has
 * its mean 1/3 of the way from k to high. https://en.wikipedia.org/wiki/Triangular_distribution
 */
export function triangular({ lowUsd, modeUsd, highUsd }: ThreePoints): Forecast {
  const width = highUsd - lowUsd;
  // Squares of shares: squares of amounts would vanish where the ends are very close, and leave 0 / 0.
  const modeShare = (modeUsd - lowUsd) / width;
  const restShare = (highUsd - modeUsd) / width;
  const meanUsd = (lowUsd + modeUsd + highUsd) / 3;
  const rising = (usageUsd: number): number => ((usageUsd - lowUsd) / width) ** 2 / modeShare;
  const falling = (usageUsd: number): number => ((highUsd - usageUsd) / width) ** 2 / restShare;

  function atMost(usageUsd: number): number {
    if (usageUsd <= lowUsd) return 0;
    if (usageUsd >= highUsd) return 1;
    return usageUsd <= modeUsd ? rising(usageUsd) : 1 - falling(usageUsd);
  }

  function partialMean(usageUsd: number): number {
    if (usageUsd <= lowUsd) return 0;
    if (usageUsd >= highUsd) return meanUsd;
    if (usageUsd <= modeUsd) return rising(usageUsd) * (lowUsd + (2 * (usageUsd - lowUsd)) / 3);
    return meanUsd - falling(usageUsd) * (usageUsd + (highUsd - usageUsd) / 3);
  }

  function quantile(probability: number): number {
    return probability <= modeShare
      ? lowUsd + width * Math.sqrt(probability * modeShare)
      : highUsd - width * Math.sqrt((1 - probability) * restShare);
  }

  return {
    meanUsd,
    deviationUsd: width * Math.sqrt((1 - modeShare * restShare) / 18),
    lowestUsd: lowUsd,
    highestUsd: highUsd,
    atMost,
    below: atMost,
    partialMean,
    quantile,
  };
}
