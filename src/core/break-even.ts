import { type Agreement, withBand, withoutThreshold } from "./agreement";
import { bandPosition } from "./bands";
import { LEAST_RATE, smallestDiscount } from "./bisect";
import { costCurve } from "./cost-curve";
import { hindsightCurve } from "./hindsight";
import { utilization } from "./indicators";
import { NoAnswer } from "./no-answer";
import { type PiecewiseLinear, pieceOn, sum, valueAt } from "./piecewise-linear";
import type { Answer } from "./result";
import { type Settlement, settle } from "./settle";

/** Usage from which a target costs no more than a commitment, and from which it is dearer again, if ever. */
export interface BreakEven {
  readonly usageUsd: number;
  readonly untilUsd: number | undefined;
}

/** Costs that differ by less than this part of what they are computed from differ by rounding alone. */
const ROUNDING = 1e-12;

/**
 * Lowest usage at which a target costs no more than a commitment, both priced by the same agreement.
 *
 * Committed overage: `T/r`, with r the rate of the commitment; list overage: `T + C(1/r - 1)` (docs/pricing-model.md 5.1, 5.2). Found
 * on the two cost curves, so it holds for every basis, overage, premium and forfeited share.
 *
 * @param targetUsd Commitment above `commitmentUsd`; need not be a threshold.
 * @returns Usage at list, USD, and where the target becomes dearer again; none where it never pays.
 */
export function breakEven(
  commitmentUsd: number,
  targetUsd: number,
  agreement: Agreement,
): Answer<BreakEven> {
  const stay = costCurve(commitmentUsd, agreement);
  const extra = sum(costCurve(targetUsd, agreement), stay, -1);
  return breakEvenOf(extra, stay) ?? new NoAnswer({ kind: "neverPays", commitmentUsd, targetUsd });
}

/** Usage at which the extra cost of a target reaches 0, given that curve and the cost of staying; undefined where it never does. */
export function breakEvenOf(extra: PiecewiseLinear, stay: PiecewiseLinear): BreakEven | undefined {
  const usageUsd = firstWhere(extra, 0, (gap) => gap <= 0, stay);
  if (usageUsd === undefined) return undefined;
  return { usageUsd, untilUsd: firstWhere(extra, usageUsd, (gap) => gap > 0, stay) };
}

/**
 * First usage from `fromUsd` on at which a gap has the wanted sign; a gap that rounding alone could cause counts as none.
 */
function firstWhere(
  gap: PiecewiseLinear,
  fromUsd: number,
  wanted: (gapUsd: number) => boolean,
  scale: PiecewiseLinear,
): number | undefined {
  const exact = (usageUsd: number): number => {
    const gapUsd = valueAt(gap, usageUsd);
    const { atUsd } = pieceOn(gap, usageUsd);
    // Where a shortfall is refunded, both costs are small differences of amounts as large as the commitments.
    const size = Math.max(1, Math.abs(valueAt(scale, usageUsd)), Math.abs(valueAt(scale, atUsd)));
    return Math.abs(gapUsd) <= ROUNDING * size ? 0 : gapUsd;
  };
  if (wanted(exact(fromUsd))) return fromUsd;
  for (const [index, piece] of gap.entries()) {
    const toUsd = gap[index + 1]?.fromUsd ?? Number.POSITIVE_INFINITY;
    if (toUsd <= fromUsd || Math.abs(piece.slope) <= ROUNDING) continue;
    const startUsd = Math.max(fromUsd, piece.fromUsd);
    const rootUsd = piece.atUsd - piece.valueUsd / piece.slope;
    const endsWanted =
      toUsd === Number.POSITIVE_INFINITY ? wanted(Math.sign(piece.slope)) : wanted(exact(toUsd));
    if (endsWanted) return Math.min(Math.max(rootUsd, startUsd), toUsd);
  }
  return undefined;
}

/**
 * Part of the target that may go unused at the break-even usage, a fraction from 0: `1 - utilization`.
 */
export function tolerableWaste(
  commitmentUsd: number,
  targetUsd: number,
  agreement: Agreement,
): Answer<number> {
  const even = breakEven(commitmentUsd, targetUsd, agreement);
  if (even instanceof NoAnswer) return even;
  return wasteAt(even, settle(even.usageUsd, targetUsd, agreement));
}

/** Part of a target that is unused at a break-even usage, given a settlement of the target. */
export function wasteAt({ usageUsd }: BreakEven, target: Settlement): Answer<number> {
  const used = utilization(target, usageUsd);
  return used instanceof NoAnswer ? used : Math.max(0, 1 - used);
}

/**
 * Smallest discount at which committing a target costs no more than the best of all other commitments, at one usage.
 *
 * The best is over every commitment of the table without the row at the target; the target keeps its own terms. With committed
 * overage `1 - K/U`, with list overage and full forfeiture `1 - T/(T + U - K)`, K being that best cost
 * (docs/pricing-model.md 5.4); found by bisection, because cost only falls as the discount rises.
 *
 * @param targetUsd Commitment above 0; need not be a threshold.
 * @returns A fraction from 0 up to 1; none where even a discount of nearly 1 would not do.
 */
export function discountNeeded(
  usageUsd: number,
  targetUsd: number,
  agreement: Agreement,
): Answer<number> {
  const { bands } = agreement;
  const band = bands[bandPosition(targetUsd, bands)] ?? bands[0];
  const others = withoutThreshold(agreement, targetUsd);
  const bestUsd = valueAt(hindsightCurve(others), usageUsd);
  const costAt = (rate: number): number =>
    settle(
      usageUsd,
      targetUsd,
      withBand(others, { ...band, thresholdUsd: targetUsd, discountFraction: 1 - rate, rate }),
    ).costUsd;
  const leastUsd = costAt(LEAST_RATE);
  const roundingUsd = ROUNDING * Math.max(1, bestUsd);
  if (leastUsd > bestUsd + roundingUsd)
    return new NoAnswer({ kind: "noDiscountSuffices", targetUsd, usageUsd });
  const enoughUsd = Math.max(bestUsd, leastUsd);
  // A step-up right can make a small discount cost as much as none: there rounding would choose among them.
  if (costAt(1) <= enoughUsd + roundingUsd) return 0;
  return smallestDiscount(costAt, enoughUsd);
}
