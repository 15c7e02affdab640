import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OfferReading } from "../../../src/input/offers/offer-reading";
import { readOffer } from "../../../src/input/offers/read-offer";
import { assertProperty } from "../../support/property";
import { wrongInSilence } from "./offer-cases";
import {
  type ComposedOffer,
  offersAmongOthers,
  offersInDoubt,
  offersWithATwist,
  plainOffers,
} from "./offer-grammar";

/** What a reading says that the offer does not, and the parts of which it says less without a question or a phrase left over. */
function silentlyWrong({ text, parts, expected }: ComposedOffer): unknown {
  const read = readOffer(text);
  const open = [...read.asks.map(({ from }) => from), ...read.leftOver];
  if (read.refused) return { text, wrong: [], silent: [] };
  const isOpen = ({ text: said }: { readonly text: string }): boolean =>
    open.some((phrase) => said.includes(phrase) || phrase.includes(said));
  const lacking = parts.filter((part) => lacks(read, part.is) && !isOpen(part));
  // The one point of an offer may be its commitment as well.
  const { commitmentUsd, bands } = read;
  const isBoth = bands.length === 1 && commitmentUsd?.value === bands[0]?.thresholdUsd;
  const due = isBoth ? { ...expected, commitmentUsd: commitmentUsd?.value } : expected;
  const wrong = wrongInSilence(read, { id: "", asks: [], leftOver: [], expected: due });
  return { text, wrong, silent: lacking.map((part) => part.text) };
}

function lacks(read: OfferReading, is: Readonly<Record<string, unknown>>): boolean {
  const { bands, ...fields } = is;
  return (
    (Array.isArray(bands) && read.bands.length < bands.length) ||
    Object.keys(fields).some((field) => !(field in read))
  );
}

describe("properties", () => {
  const offers = fc.oneof(plainOffers, offersAmongOthers, offersWithATwist, offersInDoubt);

  test("an offer put together at random, and what stands beside it, is read as it says, or asks", () => {
    assertProperty(
      fc.property(offers, (offer) => {
        expect(silentlyWrong(offer)).toEqual({ text: offer.text, wrong: [], silent: [] });
      }),
      { numRuns: 1000 },
    );
  });
});
