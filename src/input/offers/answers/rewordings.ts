import type { About } from "../offer-reading";
import { amountMeant, yearly } from "./amount-answers";
import type { Asked, Way } from "./asked";
import { oneColumn, oneCommitment, oneCurrency, oneTerm, oneYear } from "./choice-answers";
import { discountMeant, firm, oneDiscount, withPercentSigns } from "./discount-answers";
import { shareOfWhat, timesWhat } from "./term-answers";

/**
 * Ways to write a text so that it has the meaning of an answer and no other, the most careful first. Whether one does is for
 * the reader of offers to say: most of them miss.
 */
export function rewordings(asked: Asked): readonly string[] {
  return WAYS[asked.ask.about](asked);
}

const WAYS: Readonly<Record<About, Way>> = {
  separator: amountMeant,
  scale: amountMeant,
  sharedUnit: amountMeant,
  notFirm: firm,
  discountRange: discountMeant,
  conflict: oneDiscount,
  whichOffer: oneDiscount,
  totalOrYearly: yearly,
  whichCommitment: oneCommitment,
  ramp: oneYear,
  whichTerm: oneTerm,
  whichColumn: oneColumn,
  percentOrFraction: withPercentSigns,
  overageBase: timesWhat,
  rolloverBase: shareOfWhat,
  whichCurrency: oneCurrency,
};
