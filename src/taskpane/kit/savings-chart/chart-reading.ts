import { tickStep } from "d3-array";
import type { CurvePoint, SavingsCurve } from "../../../analysis/savings-curve";
import { toCents } from "../../../core/money";
import { marksOf, type SavingRange } from "./chart-layout";

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
