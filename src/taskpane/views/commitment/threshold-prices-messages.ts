import type { PriceWorth, ThresholdPrices } from "../../../analysis/threshold-prices";
import type { Currency } from "../../../core/currency";
import { toCents } from "../../../core/money";
import type { DiscountLevel } from "../../../deal/negotiation-level";
import { formatExactPercent, formatUsd } from "../../../wording/format/format";

/** What each price is called at the head of a row. */
export const PRICE_NAMES: Readonly<Record<DiscountLevel, string>> = {
  offered: "Offered",
  target: "Your target",
  "walk-away": "Your walk-away",
};

/** What the amounts of the table are. */
export function priceCaption({ against }: ThresholdPrices): string {
  return against === "staying"
    ? "Saving a year against staying, by discount"
    : "Saving a year against what is offered, by discount";
}

/** The rows of the table; what is offered saves nothing against itself. */
export function pricedRows({ against, worths }: ThresholdPrices): readonly PriceWorth[] {
  return worths.filter(({ price }) => against === "staying" || price !== "offered");
}

/** What a threshold is worth at its target and walk-away, and how the offer stands to them; a sentence each. */
export function priceSentences(prices: ThresholdPrices, currency: Currency): readonly string[] {
  const { worths, offerMeetsTarget, offerIsBelowWalkAway } = prices;
  const hoped = worths.filter(({ price }) => price !== "offered");
  const said = hoped.map((worth, index) => {
    const at = `${index === 0 ? "At" : "at"} your ${worth.price} of ${formatExactPercent(worth.discountFraction)}`;
    return `${at} it ${worthWords(worth, prices.against, hoped[index - 1], currency)}`;
  });
  return [
    ...(said.length === 0 ? [] : [`${said.join("; ")}.`]),
    ...(offerMeetsTarget ? ["The offer already meets your target."] : []),
    ...(offerIsBelowWalkAway ? ["The offer is below your walk-away."] : []),
  ];
}

function worthWords(
  { savingUsd }: PriceWorth,
  against: ThresholdPrices["against"],
  former: PriceWorth | undefined,
  currency: Currency,
): string {
  const cents = toCents(savingUsd);
  const amount = `${formatUsd(Math.abs(savingUsd), currency)} a year`;
  if (against === "offered") {
    if (cents === 0) return "costs what it costs as offered";
    return `costs ${amount} ${cents > 0 ? "less" : "more"} than as offered`;
  }
  if (cents === 0) return "breaks even";
  if (cents > 0) return `pays by ${amount}`;
  const formerPays = former !== undefined && toCents(former.savingUsd) > 0;
  return formerPays ? "does not" : `does not pay, by ${amount}`;
}
