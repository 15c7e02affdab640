import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readOffer } from "../../../src/input/offers/read-offer";
import { assertProperty } from "../../support/property";
import { verdictOf } from "./offer-cases";

interface TermPhrase {
  readonly phrase: string;
  readonly is?: Readonly<Record<string, unknown>>;
  readonly asks?: string;
}

const FILE = path.join(import.meta.dirname, "../../cases/offer-phrases.json");
const { points, ladders, others, terms } = JSON.parse(readFileSync(FILE, "utf8")) as {
  readonly points: readonly string[];
  readonly ladders: readonly string[];
  readonly others: readonly string[];
  readonly terms: readonly TermPhrase[];
};

const AMOUNTS = [
  "$600k",
  "USD 600,000",
  "600k",
  "$0.6M",
  "€600,000",
  "six hundred thousand dollars",
  "600K USD",
];
const DISCOUNTS = ["14%", "14 %", "14 percent", "fourteen percent", "14 pct", "14 points"];
const LADDER = { a: "$250k", b: "$500k", c: "$1M", p: "8%", q: "13%", r: "18%" };

function filled(way: string, figures: Readonly<Record<string, string | undefined>>): string {
  return way.replace(/\{(\w+)\}/g, (_, name: string) => figures[name] ?? "");
}

/** The bands of a text as it is read, with its questions: of a text that is read whole, no others than it says. */
function bandsOf(text: string): unknown {
  const { bands, asks } = readOffer(text);
  const pairs = bands.map(({ thresholdUsd, discountFraction }) => [thresholdUsd, discountFraction]);
  return { text, bands: pairs, asks };
}

test("every way to say a point is read, with every way to write its figures", () => {
  const texts = points.map((way, index) =>
    filled(way, {
      amount: AMOUNTS[index % AMOUNTS.length],
      discount: DISCOUNTS[index % DISCOUNTS.length],
    }),
  );
  expect(texts.map(bandsOf)).toEqual(
    texts.map((text) => ({ text, bands: [[600_000, 0.14]], asks: [] })),
  );
});

test("every way to say a ladder is read", () => {
  const texts = ladders.map((way) => filled(way, LADDER));
  const bands = [
    [250_000, 0.08],
    [500_000, 0.13],
    [1_000_000, 0.18],
  ];
  expect(texts.map(bandsOf)).toEqual(texts.map((text) => ({ text, bands, asks: [] })));
});

function fieldsOf(text: string): unknown {
  const read = readOffer(text);
  const { bands, fields } = verdictOf(read, { leftOver: [] }) as Readonly<Record<string, unknown>>;
  const isListed = read.leftOver.length > 0;
  return { text, bands, fields, asks: read.asks.map(({ about }) => about), isListed };
}

const BANDS = [{ thresholdUsd: 500_000, discountFraction: 0.1 }];
const listed = expect.any(Boolean) as unknown;

test("every way to say a term is read, is a question, or is listed", () => {
  const texts = terms.map(({ phrase }) => `Annual commitment: $500k. Discount: 10%. ${phrase}.`);
  const due = terms.map(({ is, asks }, index) => ({
    text: texts[index],
    bands: BANDS,
    fields: { commitmentUsd: 500_000, ...is },
    asks: asks === undefined ? [] : [asks],
    isListed: is === undefined && asks === undefined ? true : listed,
  }));
  expect(texts.map(fieldsOf)).toEqual(due);
});

test("a sentence about other matters is no term", () => {
  const texts = others.map((sentence) => `Annual commitment: $500k. Discount: 10%. ${sentence}.`);
  const fields = { commitmentUsd: 500_000 };
  expect(texts.map(fieldsOf)).toEqual(
    texts.map((text) => ({ text, bands: BANDS, fields, asks: [], isListed: listed })),
  );
});

describe("properties", () => {
  const read = terms.flatMap(({ phrase, is }) => (is === undefined ? [] : [{ phrase, is }]));
  const topic = ({ is }: { readonly is: Readonly<Record<string, unknown>> }): string =>
    Object.keys(is).some((field) => /forfeit|rollover/.test(field))
      ? "unused"
      : (Object.keys(is)[0] ?? "");
  const several = fc.uniqueArray(fc.constantFrom(...read), {
    selector: topic,
    minLength: 2,
    maxLength: 4,
  });

  test("terms said together, as sentences, lines, bullets or between semicolons, are read as each alone", () => {
    assertProperty(
      fc.property(
        several,
        fc.constantFrom(". ", "\n", "\n• ", "; ", "\nClause 4: "),
        (said, joint) => {
          const text = ["$500k per year: 10%", ...said.map(({ phrase }) => phrase)].join(joint);
          expect(fieldsOf(text)).toEqual({
            text,
            bands: BANDS,
            fields: Object.assign({}, ...said.map(({ is }) => is)) as unknown,
            asks: [],
            isListed: listed,
          });
        },
      ),
      { numRuns: 1000 },
    );
  });
});
