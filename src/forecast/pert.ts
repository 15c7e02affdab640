import { betaQuantile, betaTail } from "./beta-of-six";
import type { Forecast } from "./forecast";
import type { ThreePoints } from "./triangular";

/**
 * Usage with the PERT distribution: between low and high, with mean (low + 4 mode + high) / 6.
 *
 * (U - low) / (high - low) has a beta distribution with a = 1 + 4 (mode - low) / (high - low) and b = 6 - a, so that Excel's
 * BETA.DIST(k, a, b, TRUE, low, high) is P(U <= k). https://en.wikipedia.org/wiki/PERT_distribution
 */
export function pert({ lowUsd, modeUsd, highUsd }: ThreePoints): Forecast {
  const width = highUsd - lowUsd;
  const a = 1 + (4 * (modeUsd - lowUsd)) / width;
  const b = 1 + (4 * (highUsd - modeUsd)) / width;
  const meanUsd = lowUsd + (width * a) / 6;

  /** P(U <= k) and I_x(a + 1, b), from whichever tail is the shorter sum. */
  function parts(usageUsd: number): { readonly atMost: number; readonly raised: number } {
    if (usageUsd <= meanUsd) return betaTail((usageUsd - lowUsd) / width, a);
    const upper = betaTail((highUsd - usageUsd) / width, b);
    // The mirrored step is x^a (1 - x)^b / (b B); the result needs the same with a B below the line.
    return {
      atMost: 1 - upper.atMost,
      raised: 1 - (upper.atMost + (upper.step * b) / a),
    };
  }

  function atMost(usageUsd: number): number {
    if (usageUsd <= lowUsd) return 0;
    return usageUsd >= highUsd ? 1 : parts(usageUsd).atMost;
  }

  function partialMean(usageUsd: number): number {
    if (usageUsd <= lowUsd) return 0;
    if (usageUsd >= highUsd) return meanUsd;
    const tail = parts(usageUsd);
    return lowUsd * tail.atMost + ((width * a) / 6) * tail.raised;
  }

  const atMostMean = atMost(meanUsd);
  return {
    meanUsd,
    // The variance of a beta distribution with a + b = 6.
    deviationUsd: (width * Math.sqrt((a * b) / 7)) / 6,
    lowestUsd: lowUsd,
    highestUsd: highUsd,
    atMost,
    below: atMost,
    partialMean,
    quantile: (probability) =>
      probability <= atMostMean
        ? lowUsd + width * betaQuantile(probability, a)
        : highUsd - width * betaQuantile(1 - probability, b),
  };
}
