import fc from "fast-check";
import { expect, test } from "vitest";
import { OFFER_FIELDS } from "../../../src/input/offers/answers/is-answered";
import { figuresOf } from "../../../src/input/offers/figures/figures";
import type { OfferReading } from "../../../src/input/offers/offer-reading";
import { readOffer } from "../../../src/input/offers/read-offer";
import { sourceOfText } from "../../../src/input/offers/source";
import { assertProperty } from "../../support/property";
import { offerCases } from "./offer-cases";

const TEXTS = [
  ...offerCases("offers.json"),
  ...offerCases("offer-wordings.json"),
  ...offerCases("offer-wordings-open.json"),
].flatMap(({ text }) => (text === undefined ? [] : [text]));

/** Questions that the first line asks for the whole list. */
const OF_ALL = new Set(["scale", "separator", "whichCurrency"]);
const MEASURES = new Set(["money", "percent", "duration", "days", "times"]);

function phrasesOf(read: OfferReading): string {
  const found = OFFER_FIELDS.flatMap((field) => read[field] ?? []);
  const phrases = [...read.bands, ...read.asks, ...read.shown, ...found].map(({ from }) => from);
  return [...phrases, ...read.leftOver].join("\n");
}

/** The figures of a text that no phrase and no choice of a question names. */
function lostIn(text: string): readonly string[] {
  const read = readOffer(text);
  if (read.asks.some(({ about }) => OF_ALL.has(about))) return [];
  const phrases = phrasesOf(read);
  const choices = read.asks.flatMap(({ readings }) => readings.map(({ value }) => value));
  // The length of a heading, "3-year commitment", is in the choices: it divides them.
  const isDivided = read.asks.some(({ about }) => about === "totalOrYearly");
  const source = sourceOfText(text);
  return figuresOf(source)
    .filter(({ kind, value }) => MEASURES.has(kind) && value !== 0 && !choices.includes(value))
    .filter(({ kind }) => kind !== "duration" || !isDivided)
    .map(({ start, end }) => source.words(start, end))
    .filter((words) => !phrases.includes(words));
}

const SENTENCES = [
  "",
  "We look forward to a long partnership.\n",
  "Budget for training: $12,345, or 77%.\n",
  "Either party may leave with 45 days of notice after 7 months.\n",
];

test("no amount, percentage or length disappears: each is in a phrase, in a choice, or left over", () => {
  assertProperty(
    fc.property(fc.constantFrom(...TEXTS), fc.constantFrom(...SENTENCES), (offer, sentence) => {
      expect(lostIn(sentence + offer)).toEqual([]);
    }),
    { numRuns: 600 },
  );
});
