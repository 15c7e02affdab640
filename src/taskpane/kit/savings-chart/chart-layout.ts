import { tickStep } from "d3-array";
import { type BestCommitments, runnerUp, sameCommitment } from "../../../analysis/best-commitments";
import type { CommitmentOutlook } from "../../../analysis/commitment-outlook";
import type { CurvePoint, SavingsCurve } from "../../../analysis/savings-curve";
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

/** Thresholds whose saving lies below what a chart shows. */
export function belowChart(curve: SavingsCurve, { lowUsd }: SavingRange): readonly CurvePoint[] {
  return curve.segments
    .filter(
      ({ thresholdUsd, points: [start] }) => thresholdUsd > 0 && start.expectedSavingUsd < lowUsd,
    )
    .map(({ points }) => points[0]);
}

/** Commitments at which the keyboard stops: even steps, both sides of every threshold, the marks and both ends. */
export function readingStops({ endUsd, segments, marks }: SavingsCurve): readonly number[] {
  const step = tickStep(0, endUsd, 50);
  const even = Array.from({ length: Math.floor(endUsd / step) + 1 }, (_, index) => index * step);
  const edges = segments.flatMap(({ points }) => [points[0], points.at(-1) ?? points[0]]);
  return onceToTheCent([
    ...edges.map(({ commitmentUsd }) => commitmentUsd),
    ...marksOf(marks).map(({ outlook }) => outlook.commitmentUsd),
    endUsd,
    ...even,
  ]);
}

/** Commitments at which Page Up and Page Down stop: thresholds, marks and both ends. */
export function readingLandmarks({ endUsd, segments, marks }: SavingsCurve): readonly number[] {
  return onceToTheCent([
    0,
    ...segments.map(({ thresholdUsd }) => thresholdUsd),
    ...marksOf(marks).map(({ outlook }) => outlook.commitmentUsd),
    endUsd,
  ]);
}

function onceToTheCent(amountsUsd: readonly number[]): readonly number[] {
  const kept = new Map<number, number>();
  for (const usd of amountsUsd) if (!kept.has(toCents(usd))) kept.set(toCents(usd), usd);
  return [...kept.values()].sort((a, b) => a - b);
}

/** Pixels around a threshold or mark in which the pointer means it, and from which on a threshold's left is meant. */
const NEAR = 5;
const BESIDE = 1.5;

/**
 * The commitment that a pointer means: the nearest mark or threshold, on a threshold's left the cent below it, else a round
 * amount.
 */
export function pointedAt(
  { segments, marks, endUsd }: SavingsCurve,
  x: number,
  position: (commitmentUsd: number) => number,
  amountAt: (x: number) => number,
): number {
  const edges = segments.slice(1).map(({ points: [{ commitmentUsd }] }, index) => ({
    commitmentUsd,
    belowUsd: segments[index]?.points.at(-1)?.commitmentUsd ?? commitmentUsd,
  }));
  const marked = marksOf(marks).map(({ outlook: { commitmentUsd } }) => ({
    commitmentUsd,
    belowUsd: commitmentUsd,
  }));
  const distance = (usd: number): number => Math.abs(position(usd) - x);
  // A threshold that is marked has two sides all the same: of equals the edge, which comes first, is taken.
  const [near] = [...edges, ...marked]
    .filter(({ commitmentUsd }) => distance(commitmentUsd) <= NEAR)
    .sort((a, b) => distance(a.commitmentUsd) - distance(b.commitmentUsd));
  if (near) return x < position(near.commitmentUsd) - BESIDE ? near.belowUsd : near.commitmentUsd;
  const step = tickStep(0, endUsd, 125);
  return Math.min(endUsd, Math.max(0, Math.round(amountAt(x) / step) * step));
}
