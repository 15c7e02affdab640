import fc from "fast-check";
import { expect, test } from "vitest";
import { OFFER_FIELDS } from "../../../src/input/offers/answers/is-answered";
import type { OfferReading } from "../../../src/input/offers/offer-reading";
import { readOffer } from "../../../src/input/offers/read-offer";
import { assertProperty } from "../../support/property";
import { offerCases } from "./offer-cases";

const TEXTS = [
  ...offerCases("offers.json"),
  ...offerCases("offer-wordings.json"),
  ...offerCases("offer-wordings-open.json"),
].flatMap(({ text }) => (text === undefined ? [] : [text]));

const MONEY_OR_SHARE = /[$€£]\s?\d[\d.,']*\d|[$€£]\s?\d|\d[\d.,']*\s?%/g;
/** Questions that one line asks for a whole list, or two sides for one amount. */
const OF_ALL = new Set(["scale", "separator", "whichCurrency", "whichCommitment", "whichOffer"]);

function phrasesOf(read: OfferReading): string {
  const found = OFFER_FIELDS.flatMap((field) => read[field] ?? []);
  const phrases = [...read.bands, ...read.asks, ...read.shown, ...found].map(({ from }) => from);
  return [...phrases, ...read.leftOver].join("\n");
}

const SENTENCES = [
  "",
  "We look forward to a long partnership.\n",
  "Budget for training: $12,345, or 77%.\n",
];

test("no amount and no percentage disappears: each is in a phrase that was read, asked or left over", () => {
  assertProperty(
    fc.property(fc.constantFrom(...TEXTS), fc.constantFrom(...SENTENCES), (offer, sentence) => {
      const text = sentence + offer;
      const read = readOffer(text);
      if (read.asks.some(({ about }) => OF_ALL.has(about))) return;
      const phrases = phrasesOf(read);
      for (const [figure] of text.matchAll(MONEY_OR_SHARE))
        if (/[1-9]/.test(figure)) expect(phrases).toContain(figure);
    }),
    { numRuns: 600 },
  );
});
