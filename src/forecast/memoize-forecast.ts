import type { Forecast } from "./forecast";

/** Answers kept for each method; one more drops them all. */
const MOST_KEPT = 20_000;

/** The same forecast with its answers cached: many commitments of one agreement are priced at the same bends. */
export function memoizeForecast(forecast: Forecast): Forecast {
  const atMost = keeping((usageUsd) => forecast.atMost(usageUsd));
  return {
    ...forecast,
    atMost,
    below:
      forecast.below === forecast.atMost ? atMost : keeping((usageUsd) => forecast.below(usageUsd)),
    partialMean: keeping((usageUsd) => forecast.partialMean(usageUsd)),
  };
}

function keeping(ask: (usageUsd: number) => number): (usageUsd: number) => number {
  const known = new Map<number, number>();
  return (usageUsd) => {
    const kept = known.get(usageUsd);
    if (kept !== undefined) return kept;
    const answer = ask(usageUsd);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(usageUsd, answer);
    return answer;
  };
}
