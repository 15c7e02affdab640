import type { ChangedBand } from "./axis";

/** Where an axis begins and ends, and through how many values. */
export interface StepRange {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Of the agreement as a whole, where nothing else is said. */
export const DEFAULT_STEPS_OF = {
  premium: { from: 0, to: 0.2, count: 5 },
  share: { from: 0, to: 1, count: 5 },
  spread: { from: 0, to: 0.7, count: 8 },
} as const satisfies Readonly<Record<string, StepRange>>;

/** A discount five points around the one that is offered. */
export function discountSteps(offeredFraction: number): StepRange {
  const [from, to] = [Math.max(0, offeredFraction - 0.05), Math.min(0.99, offeredFraction + 0.05)];
  return { from: tidy(from), to: tidy(to), count: Math.round((to - from) * 100) + 1 };
}

/** Where a threshold may stand: between its neighbours, without touching either. */
export interface Neighbours {
  readonly aboveUsd: number;
  /** Infinity for the last threshold. */
  readonly belowUsd: number;
}

/** Neighbours of a threshold among all of them; the first must still be above 0. */
export function neighboursOf(
  { thresholdUsd }: ChangedBand,
  thresholdsUsd: readonly number[],
): Neighbours {
  return {
    aboveUsd: Math.max(0, ...thresholdsUsd.filter((usd) => usd < thresholdUsd)),
    belowUsd: Math.min(
      Number.POSITIVE_INFINITY,
      ...thresholdsUsd.filter((usd) => usd > thresholdUsd),
    ),
  };
}

const POSITION_STEPS = 9;
const SHARE_AROUND = 0.2;

/** A threshold a fifth lower and higher, but no more than half way to a neighbour. */
export function positionSteps(band: ChangedBand, { aboveUsd, belowUsd }: Neighbours): StepRange {
  const { thresholdUsd } = band;
  const lowest = (thresholdUsd + aboveUsd) / 2;
  const highest = (thresholdUsd + belowUsd) / 2;
  return {
    from: tidy(Math.max(thresholdUsd * (1 - SHARE_AROUND), lowest)),
    to: tidy(Math.min(thresholdUsd * (1 + SHARE_AROUND), highest)),
    count: POSITION_STEPS,
  };
}

/** Positions that must not be missed: where the threshold is now, and both sides of the commitment that would reach it. */
export function tellingPositions(
  { thresholdUsd }: ChangedBand,
  commitmentUsd: number,
): readonly number[] {
  return [thresholdUsd, commitmentUsd, commitmentUsd + 1];
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
