import type { Posture } from "../../../analysis/posture";
import { toCents } from "../../../core/money";

/** So few are all shown. */
const FEW = 5;

/**
 * Thresholds that have a card before all are asked for: all where they are few, else the one that holds the commitment to make,
 * its neighbours, the one that holds the present commitment and the one above that.
 *
 * @param postures What to do about each threshold; empty without a forecast.
 */
export function thresholdsThatMatter(
  thresholdsUsd: readonly number[],
  presentUsd: number,
  postures: readonly Posture[],
): readonly number[] {
  if (thresholdsUsd.length <= FEW) return thresholdsUsd;
  const present = thresholdsUsd.findLastIndex((usd) => toCents(usd) <= toCents(presentUsd));
  const aim = postures.findIndex(({ holdsAim }) => holdsAim);
  const wanted = postures.length > 0 ? [aim - 1, aim, aim + 1, present] : [present - 1, present];
  return thresholdsUsd.filter((_, index) => [...wanted, present + 1].includes(index));
}

/** The threshold to reach for or, where there is none, the first to hold below: its card is open at first. */
export function openAtFirst(postures: readonly Posture[]): number | undefined {
  const reached = postures.find(({ word, holdsAim }) => word === "reach" && holdsAim);
  return (reached ?? postures.find(({ word }) => word === "hold"))?.thresholdUsd;
}
