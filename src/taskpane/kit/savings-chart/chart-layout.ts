import { type BestCommitments, runnerUp, sameCommitment } from "../../../analysis/best-commitments";
import type { CommitmentOutlook } from "../../../analysis/commitment-outlook";
import type { SavingsCurve } from "../../../analysis/savings-curve";
import { toCents } from "../../../core/money";

/** A commitment that the chart marks, and what it is to the user. */
export interface Mark {
  readonly role: "best" | "runnerUp" | "current";
  readonly label: string;
  readonly outlook: CommitmentOutlook;
}

/** The marks of a chart, each commitment once: the present one may also be the best or the next on offer. */
export function marksOf(commitments: BestCommitments): readonly Mark[] {
  const { current, best, bestOnOffer, limitSavingUsd } = commitments;
  const isNow = (outlook: CommitmentOutlook): boolean => sameCommitment(outlook, current);
  const label = (outlook: CommitmentOutlook, words: string): string =>
    isNow(outlook) ? `${words}, present` : words;
  const marks: Mark[] = [];
  const isOnOffer = sameCommitment(best, bestOnOffer);
  // Where ever larger commitments are better, none on the chart is the best.
  const first = limitSavingUsd !== undefined ? "Best here" : isOnOffer ? "Best" : "Best amount";
  marks.push({ role: "best", label: label(best, first), outlook: best });
  const second = runnerUp(commitments);
  if (second) {
    const isThreshold = toCents(second.commitmentUsd) !== 0;
    const words = isOnOffer
      ? isThreshold
        ? "Best other threshold"
        : "Next on offer"
      : isThreshold
        ? "Best threshold"
        : "Best on offer";
    marks.push({ role: "runnerUp", label: label(second, words), outlook: second });
  }
  if (current && !isNow(best) && !(second && isNow(second)))
    marks.push({ role: "current", label: "Present", outlook: current });
  return marks;
}

/** The marks of a sketch: the best on offer and the present commitment. */
export function sketchMarks({ current, leastOnOffer }: BestCommitments): readonly Mark[] {
  const best: Mark = { role: "best", label: "Best", outlook: leastOnOffer };
  if (!current || toCents(current.commitmentUsd) === 0) return [best];
  return sameCommitment(current, leastOnOffer)
    ? [{ ...best, label: "Best, present" }]
    : [best, { role: "current", label: "Present", outlook: current }];
}

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
    marksOf(marks).map(({ outlook }) => outlook.expectedSavingUsd),
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
