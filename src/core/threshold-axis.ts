import { toCents } from "./money";

/** Where an axis around thresholds begins and ends, and how finely it is divided. */
export interface AxisRange {
  readonly lowUsd: number;
  readonly highUsd: number;
  /** Even points between each two neighbours of the low end, the thresholds and the high end. */
  readonly steps: number;
}

/** Even points between neighbours, and how far above the last threshold an axis extends, by default. */
export const DEFAULT_STEPS = 9;
export const HIGH_END_OF_LAST_THRESHOLD = 1.25;

/**
 * Commitments to price around thresholds: both ends; just below, at and just above each threshold; and even points between.
 *
 * "Just" is one dollar. Ascending, each amount once to the cent, all within [low, high] (docs/pricing-model.md 3.6).
 */
export function thresholdAxis(
  thresholdsUsd: readonly number[],
  { lowUsd, highUsd, steps }: AxisRange,
): readonly number[] {
  const inside = (amountUsd: number): boolean => amountUsd >= lowUsd && amountUsd <= highUsd;
  const around = thresholdsUsd.flatMap((usd) => [usd, usd - 1, usd + 1]).filter(inside);
  const corners = onceToTheCent([lowUsd, ...thresholdsUsd.filter(inside), highUsd]);
  // Exact amounts are listed first: of two that are equal to the cent, the first is kept.
  return onceToTheCent([lowUsd, highUsd, ...around, ...pointsBetween(corners, steps)]);
}

function pointsBetween(corners: readonly number[], steps: number): readonly number[] {
  return corners.slice(1).flatMap((upper, index) => {
    const lower = corners[index] ?? upper;
    return Array.from(
      { length: steps },
      (_, step) => lower + ((upper - lower) * (step + 1)) / (steps + 1),
    );
  });
}

function onceToTheCent(amountsUsd: readonly number[]): readonly number[] {
  const kept = new Map<number, number>();
  for (const usd of amountsUsd) if (!kept.has(toCents(usd))) kept.set(toCents(usd), usd);
  return [...kept.values()].sort((a, b) => a - b);
}
