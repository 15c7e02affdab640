import { expect, test } from "vitest";
import { OFFER_FIELDS } from "../../../../src/input/offers/answers/is-answered";
import { readOffer } from "../../../../src/input/offers/read-offer";

/** What is read of a sentence beside an offer, and whether the sentence is listed. */
function readOf(sentence: string): unknown {
  const read = readOffer(`$500k: 12%\n${sentence}`);
  const fields = OFFER_FIELDS.filter((field) => read[field] !== undefined);
  return { bands: read.bands.length, fields, isListed: read.leftOver.includes(sentence) };
}

/** Each says a term, and more than its value holds. */
const DOUBTED = [
  // A figure that no value explains.
  "Overage at list up to $1M.",
  "Overage is charged at list prices for the first 6 months.",
  "Overage is charged at list plus a 10% premium if you prepay the whole year.",
  "Invoiced annually in advance, net 30 or 60 days.",
  // A condition about something else.
  "Overage is charged at list if you prepay.",
  "Unused commitment rolls over if next year's commitment is larger.",
  "Unused commitment is lost if you do not renew.",
  "Unused balances expire subject to approval by our finance team.",
  "Prices are locked if you prepay.",
  "Prices are locked for 24 months as long as you are our reference.",
  "The renewal uplift is capped at 5% if you renew for three years.",
  "Billed quarterly in advance, provided our board agrees.",
  // An exception, or a way out.
  "Overage is charged at list except for batch usage.",
  "Prices are locked for 24 months, except for new models.",
  "The renewal uplift is at most 6%, or as agreed later.",
  "Unused commitment is forfeited, other than in Europe.",
  // A denial.
  "Overage won't be at list.",
  "Payment upfront is not required.",
  "A 3% renewal cap was rejected.",
  "They refused rollover of unused commitment.",
  "For less you lose the price lock.",
  // Another product.
  "Unused support hours expire.",
  "Support is billed annually in advance.",
  "The price of premium support is locked for the term.",
  "Seat renewals are capped at 5%.",
  // A part of the time, or of what is left.
  "Overage at list prices for the first year.",
  "Unused commitment rolls over until 31 March 2028.",
  "Unused commitment rolls over, but only half of it.",
  "Fees are billed monthly in arrears in year 1.",
  "Rates are held for the first year only.",
  // A choice.
  "Overage is billed at list or at the committed rate.",
  "Pay upfront or in quarterly instalments.",
  "Billed annually in advance or quarterly.",
  "Unused commitment lapses or, if you like, is refunded.",
  // A hope.
  "We expect prices to be fixed for the term.",
  "Ideally prices are locked for the term.",
] as const;

test.each(DOUBTED)("%s is listed and not read", (sentence) => {
  expect(readOf(sentence)).toEqual({ bands: 1, fields: [], isListed: true });
});

/** Words of doubt that belong to the term itself. */
const READ = [
  ["If usage exceeds the commitment, overage is charged at list.", "overage"],
  ["Overage is charged at list, without any premium.", "overage"],
  ["Excess usage is subject to a 10% surcharge on list prices.", "overage"],
  [
    "If you do not reach the commitment, you pay the shortfall within 30 days.",
    "forfeitedShareFraction",
  ],
  ["Unused commitment is neither refunded nor carried over.", "forfeitedShareFraction"],
  ["If you renew, unused commitment rolls over into the next year.", "rollover"],
  ["Unused commitment never expires and rolls over for 12 months.", "rollover"],
  ["Prices are fixed for the first 18 months even if list prices rise.", "rateLock"],
  ["Prices will not change during the term.", "rateLock"],
  ["There is no price protection.", "rateLock"],
  ["At renewal prices rise by no more than 3% if inflation is higher.", "upliftCapFraction"],
  ["Payable net 30, no later than the end of the month.", "payment"],
  ["Unless otherwise agreed, fees are billed annually in advance.", "payment"],
] as const;

test.each(READ)("%s is read as %s", (sentence, field) => {
  expect(readOf(sentence)).toMatchObject({ bands: 1, fields: [field] });
});

test("two sentences of one term are both listed where one of them is in doubt", () => {
  const sentences = ["Overage is charged at list.", "Excess usage is billed at list in year 1."];
  const { overage, leftOver } = readOffer(["$500k: 12%", ...sentences].join("\n"));
  expect(overage).toBeUndefined();
  expect(leftOver).toEqual(sentences);
});
