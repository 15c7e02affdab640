import type { Currency } from "../../../core/currency";
import type { About, Ask, Choice, How } from "../../../input/offers/offer-reading";
import { formatExactPercent, formatExactUsd } from "../../../wording/format/format";

/** What each question asks. */
export const QUESTIONS: Readonly<Record<About, string>> = {
  discountRange: "Which discount is offered?",
  notFirm: "This is not firm. Does the deal count on it?",
  scale: "What do the amounts mean?",
  separator: "What does the point in the amounts mean?",
  sharedUnit: "Where does the range begin?",
  totalOrYearly: "What is committed in each year?",
  whichCommitment: "Which commitment should be priced?",
  whichTerm: "How long does the agreement last?",
  whichColumn: "Which column applies?",
  ramp: "The commitment rises by year. Which year should be priced?",
  percentOrFraction: "What do the discounts mean?",
  overageBase: "Which price is multiplied?",
  rolloverBase: "What does the share refer to?",
  whichCurrency: "Which currency counts?",
  conflict: "Which discount applies?",
  whichOffer: "Which offer should be priced?",
};

const OF_AMOUNTS: ReadonlySet<About> = new Set([
  "scale",
  "separator",
  "sharedUnit",
  "totalOrYearly",
  "whichCommitment",
  "ramp",
]);
const OF_DISCOUNTS: ReadonlySet<About> = new Set(["discountRange", "conflict", "whichOffer"]);

/** An answer as the user reads it. */
export function choiceWords({ about }: Ask, { value, says }: Choice, currency: Currency): string {
  if (value === null) return LEAVE_OUT;
  if (typeof value !== "number") return says;
  // A ceiling or a rough figure is an amount or a discount.
  if (about === "notFirm")
    return `Yes, ${value < 1 ? formatExactPercent(value) : formatExactUsd(value, currency)}`;
  if (OF_DISCOUNTS.has(about)) return formatExactPercent(value);
  return OF_AMOUNTS.has(about) ? formatExactUsd(value, currency) : says;
}

export const LEAVE_OUT = "Leave it out";

/** What was done to a number, before the phrases that it was done to. */
export const CONVERSIONS: Readonly<Record<How, string>> = {
  exclusiveBound: "Over an amount: read as from that amount",
  upperBounds: "Upper ends: each discount begins where the one before ends",
  annualised: "Made a year’s amount",
  scaledByHeading: "Multiplied as the heading says",
  sharedUnit: "Took the unit of the other end of its range",
  percentByHeading: "Percentages, as the heading says",
  percentTaken: "Taken as percentages",
  paidShare: "A share to pay: the discount is the rest",
  decimalComma: "A comma is the decimal sign here",
  sorted: "Put in ascending order",
  gap: "Ranges leave a gap: the band below goes on through it",
  ceiling: "The lower of two limits",
  quoted: "Lines quoted from an earlier message",
};

/** How firm an offer is; the first word is what its bands say as their confidence. */
export const CONFIDENCES = [
  { value: "", name: "Not said" },
  { value: "High", name: "High: in writing, and firm" },
  { value: "Medium", name: "Medium: in writing, may change" },
  { value: "Low", name: "Low: said, not written" },
] as const;

/** Where the bands come from. */
export function sourceWords(received: string): string {
  const when = received.trim();
  return when === "" ? "proposal" : `proposal, received ${when}`;
}
