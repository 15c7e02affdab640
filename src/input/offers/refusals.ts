import type { OfferReading, Reason } from "./offer-reading";

/** Why a text is no offer: what was seen, and what would do. */
export const REFUSALS: Readonly<Record<Reason, string>> = {
  empty: "Nothing is written here: paste the proposal, or type a line such as $500k: 15%.",
  unitPrices:
    "These are prices of a unit, such as a token, a request or a seat: give the discount off list for each commitment, such as $500k: 15%.",
  amountsOff:
    "The discount is an amount of money: give it as a percentage off list, such as $500k: 15%.",
  notMoney:
    "The commitments are counts, such as tokens, requests or messages: give them in money, such as $500k: 15%.",
  slices:
    "Each discount applies to its own slice of spend, and a band prices all of it: give the discount of the whole for each commitment, such as $500k: 15%.",
  noOffer:
    "No commitment, discount or term was found: give amounts with their discounts, such as $500k: 15%, one a line.",
};

/** Characters that are read at once: an agreement of forty pages. */
export const LONGEST_TEXT = 100_000;

export function tooLong(characters: number): OfferReading {
  const length = [characters, LONGEST_TEXT].map((count) => count.toLocaleString("en-US"));
  const says = `This is ${length[0]} characters long, and at most ${length[1]} are read at once: paste only the part that names the commitments, the discounts and the terms.`;
  return { ...refusal("noOffer", []), refused: { reason: "noOffer", says } };
}

/** What a discount of 100% or more is told. */
export const NOT_BELOW_ALL =
  "No commitment, discount or term was found, and a discount is below 100%: give amounts with their discounts, such as $500k: 15%, one a line.";

export function refusal(
  reason: Reason,
  leftOver: readonly string[],
  says: string = REFUSALS[reason],
): OfferReading {
  return { bands: [], asks: [], shown: [], leftOver, refused: { reason, says } };
}
