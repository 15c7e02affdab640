import { x } from "../excel/formula";
import { amountOf, type Given, withNative } from "../given";
import { type AskedOfOffer, bestOnOfferSteps, nextOnOfferSteps } from "../optimum/on-offer-steps";
import { type Twin, value } from "../twin";

/** How many arguments say what is on offer: forecast, usage, commitment, bands and terms. */
const OF_OFFER = 5;

/**
 * The twins of what src/sheets/recommended-commitment.ts writes with LET around COMMITMENT_OPTIONS and THRESHOLDS: the best
 * commitment on offer, and the next best.
 */
export const OFFER_TWINS = {
  BEST_ON_OFFER: (blocks, ...given) =>
    withNative(
      blocks.onOffer(given, (layout, options) => bestOnOfferSteps(layout, options, askedOf(given))),
      value,
    ),
  NEXT_ON_OFFER: (blocks, ...given) =>
    withNative(
      blocks.onOffer(given, (layout, options) => nextOnOfferSteps(layout, options, askedOf(given))),
      value,
    ),
} as const satisfies Readonly<Record<string, Twin>>;

function askedOf(given: readonly Given[]): AskedOfOffer {
  const [anyAmount = x`0`, rounding = x`0`, commitment = x`0`, saving = x`0`] = given
    .slice(OF_OFFER)
    .map(amountOf);
  return { anyAmount, rounding, commitment, saving };
}
