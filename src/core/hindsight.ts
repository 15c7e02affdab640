import type { Agreement, PricedBand } from "./agreement";
import { costCurve } from "./cost-curve";
import { toCents } from "./money";
import { lowest, type PiecewiseLinear } from "./piecewise-linear";

/** The commitments of a band: from its threshold (or one cent) up to the cent below the next threshold. */
export interface BandReach {
  readonly band: PricedBand;
  readonly leastUsd: number;
  /** Infinite in the top band. */
  readonly mostUsd: number;
}

export const CENT_USD = 0.01;

/** What can be committed in each band, ascending. A band at $0 below a threshold of one cent reaches nothing: it is left out. */
export function bandReaches({ bands }: Agreement): readonly BandReach[] {
  return bands.flatMap((band, position): readonly BandReach[] => {
    const next = bands[position + 1];
    const leastUsd = Math.max(band.thresholdUsd, CENT_USD);
    if (!next) return [{ band, leastUsd, mostUsd: Number.POSITIVE_INFINITY }];
    // In whole cents: as doubles 0.03 - 0.01 is less than 0.02, and a band one cent wide would be lost.
    const mostCents = toCents(next.thresholdUsd) - 1;
    if (mostCents < toCents(leastUsd)) return [];
    return [{ band, leastUsd, mostUsd: Math.max(leastUsd, mostCents / 100) }];
  });
}

/**
 * Least cost of each usage, had it been known: over every commitment, and none (docs/pricing-model.md 6.9).
 *
 * Within a band the best is its smallest commitment, the commitment that the usage just fills, or its largest.
 */
export function hindsightCurve(agreement: Agreement): PiecewiseLinear {
  const none = costCurve(0, agreement);
  return lowest([none, ...bandReaches(agreement).flatMap((reach) => bestInBand(reach, agreement))]);
}

function bestInBand(
  { band, leastUsd, mostUsd }: BandReach,
  agreement: Agreement,
): readonly PiecewiseLinear[] {
  const least = costCurve(leastUsd, agreement);
  const most = mostUsd === Number.POSITIVE_INFINITY ? undefined : costCurve(mostUsd, agreement);
  if (band.overage === "step-up" || band.overage === "re-rate")
    return most ? [least, most] : [least];
  // Two pieces each: the commitment, and its overage. Between them the usage exactly fills a commitment.
  const [committed, overage] = least;
  const [, dearestOverage] = most ?? [];
  if (!overage) return [least];
  const filled = { ...overage, slope: band.rate };
  return [least, dearestOverage ? [committed, filled, dearestOverage] : [committed, filled]];
}
