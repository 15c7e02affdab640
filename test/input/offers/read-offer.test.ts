import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readOffer } from "../../../src/input/offers/read-offer";
import { assertProperty } from "../../support/property";
import {
  expectedVerdict,
  inputOf,
  type OfferCase,
  offerCases,
  verdictOf,
  wrongInSilence,
} from "./offer-cases";

const rows = (cases: readonly OfferCase[]) => cases.map((one) => [one.id, one] as const);

/** What is read is as expected, and every phrase is of the input word for word. */
function expectRead(one: OfferCase): void {
  const read = readOffer(inputOf(one));
  expect(verdictOf(read, one)).toEqual(expectedVerdict(one));
  const { bands, asks, shown, leftOver } = read;
  const phrases = [...bands, ...asks, ...shown].map(({ from }) => from).concat(leftOver);
  const rowTexts = one.cells?.map((row) => row.filter((cell) => cell !== null).join(" | "));
  const input = one.text ?? rowTexts?.join("\n") ?? "";
  for (const phrase of phrases) expect(input).toContain(phrase);
}

describe("readOffer()", () => {
  test.each(rows(offerCases("offers.json")))("reads the case %s", (_, one) => expectRead(one));

  test.each(rows(offerCases("offer-wordings.json")))("reads the wording %s", (_, one) =>
    expectRead(one),
  );

  test.each(rows(offerCases("offer-wordings-open.json")))("says nothing wrong of %s", (_, one) => {
    expect(wrongInSilence(readOffer(inputOf(one)), one)).toEqual([]);
  });
});

const PARTS =
  "$500k 15% 250 1.000 up|to from - : commit off years 3 € not we|need if first overage unused ( ) , . ; currently respectively x"
    .split(" ")
    .map((part) => part.replace("|", " "))
    .concat("\n", "|", "\t");

describe("properties", () => {
  test("it never throws, and every band has a threshold and a discount that can be", () => {
    assertProperty(
      fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 14 }), (parts) => {
        const read = readOffer(parts.join(" "));
        for (const { thresholdUsd, discountFraction } of read.bands) {
          expect(thresholdUsd).toBeGreaterThanOrEqual(0);
          expect(discountFraction).toBeLessThan(1);
        }
      }),
      { numRuns: 5000 },
    );
  });
});
