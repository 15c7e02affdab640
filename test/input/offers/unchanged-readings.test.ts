import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OfferReading } from "../../../src/input/offers/offer-reading";
import { readOffer } from "../../../src/input/offers/read-offer";
import { assertProperty } from "../../support/property";
import { offerCases, verdictOf } from "./offer-cases";

/** Every wording of an offer as a text. */
const ALL_TEXTS = [...offerCases("offers.json"), ...offerCases("offer-wordings.json")].flatMap(
  ({ text, expected }) => (text === undefined || expected.refused === "empty" ? [] : [text]),
);
/** Names over their values are lines with a blank one between: no other line may join them. */
const STACKED = /^[A-Z][a-z]+(?: [a-z]+)*\n[^\n]+\n\n/m;
const TEXTS = ALL_TEXTS.filter((text) => !STACKED.test(text));
/** Texts whose cells nothing divides, so that their lines may have marks and their signs other places. */
const LINES = TEXTS.filter((text) => !/[\t|;]| {2,}|,.*,|^>/m.test(text));

const SENTENCES = [
  "Thank you for your patience.",
  "We look forward to a long partnership.",
  "Please reply to this email.",
  "Anna will join the meeting.",
  "Happy to jump on a call.",
  "It was great to see the team in Lisbon!",
  "Nothing else has changed.",
  "I am out of office on Friday.",
  "Let me know what your lawyers say.",
  "This is the version for your board.",
] as const;

/** Figures of other things, which every proposal has as well. */
const OTHER_FIGURES = [
  "We spent $380k last year.",
  "You grew 40% in 2026.",
  "Support costs 8% of fees.",
  "Premium support is $25,000 a year.",
  "The uptime target is 99.9%.",
  "A competitor offered 20% at $2M.",
  "Late payments bear 1.5% interest per month.",
  "VAT of 19% is added.",
  "Our list prices rose by 5% in January.",
  "Training costs $5,000 per day.",
  "We invest 15% of revenue in research.",
  "Liability is limited to $2M.",
  "If uptime falls below 99.5%, you get a 10% service credit.",
  "The setup fee of $10,000 is waived.",
  "120 seats at $50 a month are separate.",
  "Prompt caching can save 60% of input cost.",
  "Most customers pay $400k.",
  "A deposit of $50,000 is due.",
  "For example, $3M would get 25%.",
  "I expect a 90% chance of approval.",
] as const;
const OFFERED = [...offerCases("offers.json"), ...offerCases("offer-wordings.json")].flatMap(
  ({ text, expected, asks }) =>
    text === undefined ||
    expected.refused !== undefined ||
    asks.length > 0 ||
    expected.shown?.includes("decimalComma") === true ||
    expected.shown?.includes("quoted") === true
      ? []
      : [text],
);

/** All that decides a reading, but for the case of its words and the kind of their spaces. */
function readingOf(text: string): unknown {
  const read = JSON.stringify(readOffer(text)).replace(/[\u00a0\u202f]/g, " ");
  const verdict = verdictOf(JSON.parse(read) as OfferReading, { leftOver: [] });
  return JSON.parse(JSON.stringify(verdict).toLowerCase()) as unknown;
}

const BEFORE = new Map<string, unknown>();

/** The reading of a text before any change, read once for all changes. */
function readingBefore(text: string): unknown {
  const reading = BEFORE.get(text) ?? readingOf(text);
  BEFORE.set(text, reading);
  return reading;
}

/**
 * What stands here leans on what is before it, so that both are one statement: an answer on its question, a text on its heading, a value
 * on the name above it, "it" on what it stands for.
 */
function leans(text: string, place: number): boolean {
  const [before, behind] = [text.slice(0, place), text.slice(place)];
  return (
    /\?\s$/.test(before) ||
    /(?:^|[\n.] ?)(?:\d+\. )?[A-Z][A-Za-z]*(?: [a-z]+){0,2}[.\n]\s?$/.test(before) ||
    /^(?:During the term they|It|They) /.test(behind)
  );
}

/** Where a sentence may begin: at the start of each line, at the end, and after each sentence of prose; around the table of a page. */
function placesIn(text: string): readonly number[] {
  return boundariesIn(text).filter((place) => !leans(text, place));
}

function boundariesIn(text: string): readonly number[] {
  if (/<t[dh]\b/.test(text)) return [0];
  const lines = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  if (/\t|\|| {2}|^>/m.test(text)) return lines;
  const sentences = [
    ...text.matchAll(/[a-z)%\d](?<!\b(?:approx|incl|max|min|vs|nr|no|[Mm]io|est))[.!?] (?=[A-Z])/g),
  ];
  return [...lines, ...sentences.map(({ index }) => index + 3)];
}

/** A text with a mark before each line that has none. */
function marked(text: string, mark: (line: number) => string): string {
  let line = 0;
  return text.replace(/^(?=[$€£\d\p{Lu}])(?!\w[.)] |\d+[.)])/gmu, () => mark(++line));
}

const DOLLARS =
  /(?<![A-Za-z])\$(\d[\d,.]*\d|\d)(k|K|m|M)?(?![\d.,A-Za-z/]|\s(?:million|dollar|billion|thousand|k)|-thou)/g;

interface Change {
  readonly name: string;
  readonly texts: readonly string[];
  readonly change: (text: string) => string;
}

const CHANGES: readonly Change[] = [
  { name: "small letters", texts: TEXTS, change: (text) => text.toLowerCase() },
  { name: "capitals", texts: TEXTS, change: (text) => text.toUpperCase() },
  { name: "line ends of Windows", texts: TEXTS, change: (text) => text.replace(/\r?\n/g, "\r\n") },
  {
    name: "long dashes",
    texts: TEXTS,
    change: (text) => text.replace(/ [-–—] /g, " — "),
  },
  {
    name: "dashes in ranges",
    texts: TEXTS,
    change: (text) => text.replace(/(?<=[\dkKmM%+])[-–—](?=[$€£\d])/g, "–"),
  },
  {
    name: "spaces that break no line",
    texts: TEXTS,
    change: (text) => text.replace(/(?<! ) (?! )/g, "\u00a0"),
  },
  { name: "narrow spaces", texts: LINES, change: (text) => text.replaceAll(" ", "\u202f") },
  { name: "bullets", texts: LINES, change: (text) => marked(text, () => "• ") },
  { name: "hyphens as marks", texts: LINES, change: (text) => marked(text, () => "- ") },
  { name: "numbers as marks", texts: LINES, change: (text) => marked(text, (line) => `${line}. `) },
  {
    name: "a sign behind its amount",
    texts: LINES.filter((text) => !/\$[\d.]+\w?\//.test(text)),
    change: (text) => text.replace(DOLLARS, "$1$2$$"),
  },
  {
    name: "a space behind a sign",
    texts: LINES,
    change: (text) => text.replace(/(?<![A-Za-z])\$(?=\d)/g, "$$ "),
  },
];

describe("properties", () => {
  test("a sentence without money or percent, anywhere, changes nothing", () => {
    assertProperty(
      fc.property(
        fc.constantFrom(...TEXTS),
        fc.constantFrom(...SENTENCES),
        fc.nat(),
        (text, sentence, at) => {
          const places = placesIn(text);
          const place = places[at % (places.length + 1)] ?? text.length;
          const begins = place === 0 || text[place - 1] === "\n";
          const added = place === text.length ? `\n${sentence}` : sentence + (begins ? "\n" : " ");
          const changed = text.slice(0, place) + added + text.slice(place);
          expect(readingOf(changed)).toEqual(readingBefore(text));
        },
      ),
      { numRuns: 3000 },
    );
  });

  test("a sentence with figures of something else, before or behind, changes no band and no term", () => {
    assertProperty(
      fc.property(
        fc.constantFrom(...OFFERED),
        fc.constantFrom(...OTHER_FIGURES),
        fc.boolean(),
        (text, sentence, isBefore) => {
          const changed = isBefore ? `${sentence}\n\n${text}` : `${text}\n\n${sentence}`;
          expect(readingOf(changed)).toEqual(readingBefore(text));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each(CHANGES.map((one) => [one.name, one] as const))("%s change nothing", (_, one) => {
    assertProperty(
      fc.property(fc.constantFrom(...one.texts), (text) => {
        expect(readingOf(one.change(text))).toEqual(readingBefore(text));
      }),
      { numRuns: 600 },
    );
  });
});
