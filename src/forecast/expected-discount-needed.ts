import { type Agreement, withBand, withoutThreshold } from "../core/agreement";
import { bandPosition } from "../core/bands";
import { LEAST_RATE, smallestDiscount } from "../core/bisect";
import { NoAnswer } from "../core/no-answer";
import type { Answer } from "../core/result";
import { expectedCost } from "./expected-cost";
import type { Forecast } from "./forecast";
import { optimum } from "./optimal-commitment";

/** Expected costs that differ by less than this part of themselves differ by rounding alone. */
const ROUNDING = 1e-12;

/**
 * Smallest discount at which committing a target has an expected cost no more than the best of all other commitments.
 *
 * The best is over every commitment of the table without the row at the target, as `optimum` finds it; the target keeps its
 * own terms. Found by bisection, because cost only falls as the discount rises at every usage of 0 or more. (On the list basis
 * a step-up right that meets a returned shortfall can cost less at a lower discount; the answer is then enough, but a smaller
 * one may be.) At a certain usage it is `discountNeeded`.
 *
 * @param targetUsd Commitment above 0; need not be a threshold.
 * @param alternativeUsd What the best alternative costs, where that is not another commitment of the table.
 * @returns A fraction from 0 up to 1; none where even a discount of nearly 1 is not enough.
 */
export function expectedDiscountNeeded(
  forecast: Forecast,
  targetUsd: number,
  agreement: Agreement,
  alternativeUsd?: number,
): Answer<number> {
  const { bands } = agreement;
  const band = bands[bandPosition(targetUsd, bands)] ?? bands[0];
  const others = withoutThreshold(agreement, targetUsd);
  const bestUsd = alternativeUsd ?? optimum(forecast, others).infimumUsd;
  const costAt = (rate: number): number =>
    expectedCost(
      forecast,
      targetUsd,
      withBand(others, { ...band, thresholdUsd: targetUsd, discountFraction: 1 - rate, rate }),
    );
  const roundingUsd = ROUNDING * Math.max(1, Math.abs(bestUsd));
  if (costAt(1) <= bestUsd + roundingUsd) return 0;
  const leastUsd = costAt(LEAST_RATE);
  if (leastUsd > bestUsd + roundingUsd)
    return new NoAnswer({ kind: "noExpectedDiscountSuffices", targetUsd, alternativeUsd });
  const enoughUsd = Math.max(bestUsd, leastUsd);
  return smallestDiscount(costAt, enoughUsd);
}
