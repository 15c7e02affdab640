import { describe, expect, test } from "vitest";
import { OFFER_FIELDS } from "../../../src/input/offers/answers/is-answered";
import { readOffer } from "../../../src/input/offers/read-offer";

const OFFER = "$500k per year: 12%";

/** Sentences with figures that this vendor does not offer this buyer now, by why. */
const NOT_OFFERED: Readonly<Record<string, readonly string[]>> = {
  "What runs already": [
    "You have 9% at $300k (today's contract).",
    "Your current agreement gives 9% at $300k.",
    "Right now you are on 9% at $300k.",
    "As of now your commitment is $300k at 9%.",
    "Your running contract is $300k at 9%.",
    "The deal you have with us is 9% at $300k.",
    "$300k at 9% is what you have.",
    "9% at $300k is what you pay today.",
    "In force until March: $300k, 9%",
    "Status quo: 9% at $300k.",
    "The agreement that ends in June gives you 9% at $300k.",
    "$300k: 9% <- today",
    "The current commitment is $300k.",
  ],
  "What is over": [
    "The 2023 programme gave 9% at $300k.",
    "In 2024 we gave you 9% at $300k.",
    "You signed for $300k at 9% in 2024.",
    "You have been getting 9% at $300k since 2024.",
    "So far you have had 9% at $300k.",
    "Back then you got 9% for $300k.",
    "The old bands were $300k: 9%.",
    "Before this round it stood at 9% for $300k.",
    "Originally you committed $300k at 9%.",
    "9% at $300k (expired)",
    "You committed $900k in 2024.",
  ],
  "What is only imagined": [
    "If the commitment were $1M we would be at 20%.",
    "Had you committed to $1M, the discount would be 20%.",
    "Were this a $1M deal, we'd be at 20%.",
    "At $1M it would have been 20%.",
    "In theory $1M gets 20%.",
    "We could imagine 20% at $1M.",
    "Picture this: $1M at 20%.",
    "As a thought experiment: $1M at 20%.",
    "Let's assume $1M at 20%.",
    "Say you commit $1M at 20%, then your effective rate falls.",
    "I wish we could give 20% at $1M.",
    "If only we could do 20% at $1M.",
    "If the term were 36 months we could do more.",
    "Had you signed for 36 months, prices would be locked.",
  ],
  "What other customers have": [
    "Customers like you get 20% at $1M.",
    "A typical $1M customer sees 20%.",
    "Our competitor pays 20% at $1M.",
    "Our largest client has 20% at $1M.",
    "A bank we work with is at 20% for $1M.",
    "Another department of yours has 20% at $1M.",
    "Your parent company gets 20% at $1M.",
    "Startups get 20% at $1M.",
    "Most enterprises at $1M land at 20%.",
    "Companies of that size see 20% at $1M.",
    "In your industry $1M earns 20%.",
    "Industry standard is 20% at $1M.",
    "The market pays 20% at $1M.",
    "Gartner reports 20% at $1M.",
    "One of our customers is at 20% with $1M.",
    "The going rate for $1M is 20%.",
    "Only our largest customers get 20% at $1M.",
    "$1M: 20% for new customers only",
    "A typical term is 36 months.",
    "The agreement with AWS runs for 36 months.",
  ],
  "What is denied or taken back": [
    "We withdrew 20% at $1M.",
    "There is no 20% at $1M.",
    "The 20% at $1M tier has been discontinued.",
    "The $1M band at 20% was removed.",
    "We dropped the $1M tier (20%).",
    "20% at $1M was a typo.",
    "The promotional 20% at $1M ended in May.",
    "No customer gets 20% at $1M.",
    "20% at $1M (no longer valid)",
    "We had to pull the 20% at $1M.",
    "Term: not 36 months.",
  ],
  "What the buyer wants": [
    "Our board wants 20% at $1M.",
    "My target is 20% at $1M.",
    "Your request was 20% at $1M.",
    "You wanted 20% at $1M.",
    "Ask: 20% at $1M",
    "20% at $1M would be ideal.",
  ],
  "What holds on another condition": [
    "$1M: 20% if you are a reference customer",
    "$1M: 20% as long as you stay on our platform exclusively",
    "$1M: 20% once the merger closes",
    "20% at $1M in exchange for a press release",
    "20% at $1M, provided you leave AWS",
    "$1M: 20% provided our board agrees",
  ],
  "What holds for a time": [
    "$1M: 20%, first year only",
    "$1M: 20% (for the first 6 months)",
    "20% at $1M after the first year",
    "$1M: 20% until 30 June 2027, then 15%",
    "Until 30 June: 20% at $1M",
    "$1M: 20% during the launch promotion",
    "20% at $1M for an introductory period",
    "20% at $1M starting in the second year",
  ],
  "What is another for a part of the buyer": [
    "Term 24 months (36 for the EU)",
    "Term: 24 months (EU entity: 36 months)",
    "Commitment: $900k (EU: $400k)",
    "$1M: 20% (EU: 15%)",
    "Paid annually in advance (EU entity: quarterly)",
    "Net 30 (net 60 for the EU)",
    "Overage at list (EU: committed rate)",
    "Prices are locked for 24 months (12 in the EU)",
    "Uplift capped at 5% (3% for the EU entity)",
  ],
};

describe.each(Object.entries(NOT_OFFERED))(
  "%s is listed, and gives neither a band nor a term",
  (_, rows) => {
    test.each(rows)("%s", (sentence) => {
      for (const text of [
        `${sentence}\n${OFFER}`,
        `${OFFER}\n${sentence}`,
        `We offer 12% at $500k per year. ${sentence}`,
        `Commit per year;Discount\n$500k;12%\n\n${sentence}`,
      ]) {
        const read = readOffer(text);
        expect(read.bands.map(({ thresholdUsd }) => thresholdUsd)).toEqual([500_000]);
        expect(OFFER_FIELDS.filter((field) => read[field] !== undefined)).toEqual([]);
        expect(read.asks).toEqual([]);
        expect(read.leftOver.some((phrase) => sentence.includes(phrase))).toBe(true);
      }
    });
  },
);

/** Offered for a part of the usage, of the places or of the buyers, or until somebody agrees. */
const ASKED = [
  "$1M: 20% (US only)",
  "$1M: 20% (new logos only)",
  "20% at $1M, but only in Europe",
  "$1M: 20% for non-profits",
  "20% at $1M for public sector customers",
  "$1M: 20% per subsidiary",
  "20% at $1M in each of your three entities",
  "20% at $1M for the batch API",
  "20% at $1M, limited to text models",
  "20% at $1M, contingent on board approval",
] as const;

test.each(ASKED)("%s is a question", (text) => {
  const { bands, asks } = readOffer(text);
  expect(bands).toEqual([]);
  expect(asks.map(({ about }) => about)).toEqual(["notFirm"]);
});

/** Offered, and something is left out of it. */
const EXCEPTIONS = [
  "20% at $1M, excluding batch",
  "20% at $1M except for GPT models",
  "20% at $1M for the EU entity only",
] as const;

test.each(EXCEPTIONS)("%s is read, and listed as well", (text) => {
  const { bands, leftOver } = readOffer(text);
  expect(bands).toMatchObject([{ thresholdUsd: 1_000_000, discountFraction: 0.2 }]);
  expect(leftOver).toEqual([text]);
});

/** Words of the same kinds in sentences that offer. */
const OFFERED = [
  "If you commit $1M you get 20%.",
  "Should you commit $1M, we go to 20%.",
  "Would you commit to $1M we'd give 20%.",
  "Commit $1M and we would be at 20%.",
  "If you can commit $1M we would be at 20%.",
  "If you committed to $1M, we could do 20%.",
  "If you commit to $1M we would have you at 20%.",
  "Provided you commit $1M, you receive 20%.",
  "Assuming you commit $1M, we give 20%.",
  "In the event that you commit $1M, 20% applies.",
  "You'd be at 20% with $1M.",
  "At $1M you have 20%.",
  "For 2028 you have 20% at $1M.",
  "Your new agreement gives 20% at $1M.",
  "Today we can offer 20% at $1M.",
  "We are now at 20% for $1M.",
  "Current offer: 20% at $1M",
  "The best we can do today is 20% at $1M.",
  "Here are our current bands: 20% at $1M",
  "Instead of the old bands we offer 20% at $1M.",
  "Unlike last year, $1M gets 20%.",
  "Better than your current deal: 20% at $1M.",
  "20% at $1M, replacing the current agreement.",
  "Not $500k but $1M gets 20%.",
  "As a new customer you get 20% at $1M.",
  "As a customer since 2023 you get 20% at $1M.",
  "You have been with us since 2023, so we offer 20% at $1M.",
  "As per your request: 20% at $1M.",
  "Whoever commits $1M gets 20%.",
  "Customers that commit $1M get 20%.",
  "Commitments of $1M get 20%.",
  "Orders of $1M and more get 20%.",
  "Acme Corp gets 20% at $1M.",
  "Your company receives 20% off at $1M.",
  "Finance signed off 20% at $1M.",
  "Our board approved 20% at $1M.",
  "Our team wants you at $1M with 20%.",
  "Good news: we got you 20% at $1M.",
  "The last tier is 20% at $1M.",
  "20% at $1M if you sign before June.",
  "20% at $1M, subject to our standard terms.",
  "20% at $1M, subject to contract.",
  "20% at $1M when billed annually.",
  "20% at $1M once your annual spend is over $1M.",
  "20% at $1M across all subsidiaries.",
  "20% at $1M (all regions)",
  "For an annual spend of $1M, 20% applies in all regions.",
  "In exchange for a $1M commitment you get 20%.",
  "20% at $1M, if that works for you.",
  "20% at $1M, excluding VAT",
  "20% at $1M, valid until 30 June 2027.",
  "20% at $1M starting 1 January 2028.",
  "We can only do 20% at $1M.",
  "20% only at $1M",
] as const;

test.each(OFFERED)("%s is offered", (sentence) => {
  for (const text of [sentence, `Hi Anna,\n${sentence}\nRegards, Tom`]) {
    const { bands, asks } = readOffer(text);
    expect(bands).toMatchObject([{ thresholdUsd: 1_000_000, discountFraction: 0.2 }]);
    expect(asks).toEqual([]);
  }
});
