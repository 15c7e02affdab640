import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readOffer } from "../../../src/input/offers/read-offer";
import { assertProperty } from "../../support/property";
import { expectedVerdict, inputOf, type OfferCase, offerCases, verdictOf } from "./offer-cases";

const CASES = offerCases("offers.json");
const WORDINGS = offerCases("offer-wordings.json");
const ALL = [...CASES, ...WORDINGS];
const TEXTS = ALL.flatMap((one) => (one.text === undefined ? [] : [{ ...one, text: one.text }]));

const rows = (cases: readonly OfferCase[]) => cases.map((one) => [one.id, one] as const);

describe("readOffer()", () => {
  test.each(rows(CASES))("reads the case %s", (_, one) => {
    expect(verdictOf(readOffer(inputOf(one)), one)).toEqual(expectedVerdict(one));
  });

  test.each(rows(WORDINGS))("reads the wording %s", (_, one) => {
    expect(verdictOf(readOffer(inputOf(one)), one)).toEqual(expectedVerdict(one));
  });

  test.each(rows(ALL))("takes every phrase of %s from the input word for word", (_, one) => {
    const { bands, asks, shown, leftOver } = readOffer(inputOf(one));
    const phrases = [...bands, ...asks, ...shown].map(({ from }) => from).concat(leftOver);
    const rowTexts = one.cells?.map((row) => row.filter((cell) => cell !== null).join(" | "));
    const input = one.text ?? rowTexts?.join("\n") ?? "";
    for (const phrase of phrases) expect(input).toContain(phrase);
  });
});

const SENTENCES = [
  "Thank you for your patience.",
  "We look forward to a long partnership.",
  "Please reply to this email.",
  "Anna will join the meeting.",
] as const;

/** Where a sentence may begin: at the start, and after a line. */
function places(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

const numbersOf = (text: string, one: OfferCase): unknown => {
  const read = verdictOf(readOffer(text), { leftOver: [] });
  const expected = verdictOf(readOffer(inputOf(one)), { leftOver: [] });
  return [read, expected];
};

describe("properties", () => {
  test("a sentence without money or percent between lines changes nothing", () => {
    const cases = TEXTS.filter(({ expected }) => expected.refused !== "empty");
    assertProperty(
      fc.property(
        fc.constantFrom(...cases),
        fc.constantFrom(...SENTENCES),
        fc.nat(),
        (one, sentence, at) => {
          const lines = places(one.text);
          const place = lines[at % lines.length] ?? 0;
          const text = `${one.text.slice(0, place)}${sentence}\n${one.text.slice(place)}`;
          const [read, expected] = numbersOf(text, one) as readonly [unknown, unknown];
          expect(read).toEqual(expected);
        },
      ),
      { numRuns: 2000 },
    );
  });

  const LINES = ALL.filter(({ text }) => text !== undefined && !/[\t|;]| {2,}|,.*,|^>/m.test(text));
  const CHANGES: readonly (readonly [string, (text: string) => string])[] = [
    ["small letters", (text) => text.toLowerCase()],
    ["capitals", (text) => text.toUpperCase()],
    ["narrow spaces", (text) => text.replaceAll(" ", "\u202f")],
    ["bullets", (text) => text.replace(/^(?=\S)/gm, "• ")],
    ["long dashes", (text) => text.replace(/ - /g, " — ")],
    ["line ends of Windows", (text) => text.replace(/\r?\n/g, "\r\n")],
    [
      "the sign behind its amount",
      (text) =>
        text.replace(
          /(?<![A-Za-z])\$(\d[\d,.]*\d|\d)(k|K|m|M)?(?![\d.,A-Za-z]|\s(?:million|dollar))/g,
          "$1$2$$",
        ),
    ],
  ];
  test.each(CHANGES)("%s change nothing", (_, change) => {
    for (const one of LINES) {
      const lower = (value: unknown) => JSON.parse(JSON.stringify(value).toLowerCase()) as unknown;
      const [read, expected] = numbersOf(change(one.text ?? ""), one) as readonly [
        unknown,
        unknown,
      ];
      expect(lower(read), one.id).toEqual(lower(expected));
    }
  });

  test("it never throws, and every band has a threshold and a discount that can be", () => {
    const part = fc.constantFrom(
      "$500k",
      "15%",
      "250",
      "1.000",
      "up to",
      "from",
      "-",
      ":",
      "\n",
      "commit",
      "off",
      "years",
      "3",
      "€",
      "|",
      "\t",
      "first",
      "overage",
      "unused",
      "(",
      ")",
      ",",
      ".",
    );
    assertProperty(
      fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
        const read = readOffer(parts.join(" "));
        for (const { thresholdUsd, discountFraction } of read.bands) {
          expect(thresholdUsd).toBeGreaterThanOrEqual(0);
          expect(discountFraction).toBeLessThan(1);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
