import type { Agreement } from "../core/agreement";
import { toCents } from "../core/money";
import type { DiscountRange } from "../deal/discount-range";
import {
  DISCOUNT_LEVELS,
  type DiscountLevel,
  discountAt,
  withDiscount,
} from "../deal/negotiation-level";
import { expectedCost } from "../forecast/expected-cost";
import type { Forecast } from "../forecast/forecast";
import { difference } from "../forecast/rounding";

/** What committing a threshold is worth at one discount of its band; USD a year, negative where it costs more. */
export interface PriceWorth {
  readonly price: DiscountLevel;
  readonly discountFraction: number;
  readonly savingUsd: number;
}

/** What committing a threshold is worth at each discount that its band may get, and what those are compared with. */
export interface ThresholdPrices {
  /** Against staying at the commitment, for a threshold above it; else against the threshold as offered. */
  readonly against: "staying" | "offered";
  readonly worths: readonly PriceWorth[];
  readonly offerMeetsTarget: boolean;
  readonly offerIsBelowWalkAway: boolean;
}

/**
 * Prices a threshold at the discounts offered, target and walk-away; the rest of the agreement is as given.
 *
 * It prices staying under the same discount: where overage steps up into the band, a better rate there helps staying too.
 */
export function thresholdPrices(
  range: DiscountRange,
  commitmentUsd: number,
  agreement: Agreement,
  forecast: Forecast,
): ThresholdPrices {
  const { thresholdUsd, offeredFraction, targetFraction, walkAwayFraction } = range;
  const isAbove = toCents(thresholdUsd) > toCents(commitmentUsd);
  const costUsd = (usd: number, fraction: number): number =>
    expectedCost(forecast, usd, withDiscount(agreement, thresholdUsd, fraction));
  const offeredUsd = costUsd(thresholdUsd, offeredFraction);
  return {
    against: isAbove ? "staying" : "offered",
    worths: DISCOUNT_LEVELS.flatMap((price) => {
      const discountFraction = discountAt(range, price);
      if (discountFraction === undefined) return [];
      const fromUsd = isAbove ? costUsd(commitmentUsd, discountFraction) : offeredUsd;
      const savingUsd = difference(fromUsd, costUsd(thresholdUsd, discountFraction));
      return [{ price, discountFraction, savingUsd }];
    }),
    offerMeetsTarget: targetFraction !== undefined && offeredFraction >= targetFraction,
    offerIsBelowWalkAway: walkAwayFraction !== undefined && offeredFraction < walkAwayFraction,
  };
}
