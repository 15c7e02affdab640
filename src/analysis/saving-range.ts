import { runnerUp } from "./best-commitments";
import type { SavingsCurve } from "./savings-curve";

/** Expected savings that a chart shows. */
export interface SavingRange {
  readonly lowUsd: number;
  readonly highUsd: number;
}

/** How far below 0 a chart shows, as a part of the highest saving; and its room beyond a mark, as a part of its height. */
const BELOW_ZERO = 0.6;
const ROOM = 0.1;

/**
 * What a chart shows of its curves: all that is saved, every mark, and a part of what lies below.
 *
 * A million promised on a usage of half of that loses so much that to show all of it would press what is decided into a line.
 */
export function savingRange(curves: readonly SavingsCurve[]): SavingRange {
  const savings = curves.flatMap(({ segments }) =>
    segments.flatMap(({ points }) => points.map((point) => point.expectedSavingUsd)),
  );
  const marked = curves.flatMap(({ marks }) =>
    [marks.best, runnerUp(marks), marks.current].flatMap((mark) => mark?.expectedSavingUsd ?? []),
  );
  const mostUsd = Math.max(0, ...marked, most(savings));
  const leastUsd = Math.min(0, ...marked, -most(savings.map((usd) => -usd)));
  const leastMarkedUsd = Math.min(0, ...marked);
  const wantedUsd = Math.min(
    leastMarkedUsd - ROOM * (mostUsd - leastMarkedUsd),
    -BELOW_ZERO * mostUsd,
  );
  const lowUsd = wantedUsd < 0 ? Math.max(leastUsd, wantedUsd) : leastUsd;
  const heightUsd = mostUsd - lowUsd;
  if (heightUsd === 0) return { lowUsd: -1, highUsd: 1 };
  return { lowUsd, highUsd: mostUsd + ROOM * heightUsd };
}

/** The largest of many: 100,000 arguments would be too many for a call. */
function most(values: readonly number[]): number {
  return values.reduce((largest, value) => Math.max(largest, value), Number.NEGATIVE_INFINITY);
}
