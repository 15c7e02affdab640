import type { Forecast } from "./forecast";

/**
 * Expected usage above an amount: E[(U - k)+], USD, 0 or more.
 *
 * With k the list capacity of a commitment, this is the list usage expected to fall into overage.
 * (mean - E[U; U <= k]) - k (1 - P(U <= k)).
 */
export function expectedAbove(forecast: Forecast, usageUsd: number): number {
  if (usageUsd <= forecast.lowestUsd) return forecast.meanUsd - usageUsd;
  if (usageUsd >= forecast.highestUsd) return 0;
  const meanAbove = forecast.meanUsd - forecast.partialMean(usageUsd);
  return Math.max(0, meanAbove - usageUsd * (1 - forecast.atMost(usageUsd)));
}
