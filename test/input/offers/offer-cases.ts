import { readFileSync } from "node:fs";
import path from "node:path";
import type { OfferReading } from "../../../src/input/offers/offer-reading";
import type { OfferCell } from "../../../src/input/offers/source";

/** One wording of an offer and its right reading, as docs/reading-offers.md defines it. */
export interface OfferCase {
  readonly id: string;
  readonly text?: string;
  readonly cells?: readonly (readonly OfferCell[])[];
  readonly expected: {
    readonly bands: readonly Band[];
    readonly shown?: readonly string[];
    readonly refused?: string;
    readonly [field: string]: unknown;
  };
  readonly asks: readonly { readonly about: string; readonly readings: readonly unknown[] }[];
  readonly leftOver: readonly string[];
}

interface Band {
  readonly thresholdUsd: number;
  readonly discountFraction: number;
  readonly name?: string;
}

/** The files of cases; the wordings that are "open" are read in part. */
type CaseFile = "offers.json" | "offer-wordings.json" | "offer-wordings-open.json";

export function offerCases(file: CaseFile): readonly OfferCase[] {
  const text = readFileSync(path.join(import.meta.dirname, "../../cases", file), "utf8");
  return (JSON.parse(text) as { readonly cases: readonly OfferCase[] }).cases;
}

export function inputOf({ text, cells }: OfferCase): string | readonly (readonly OfferCell[])[] {
  return text ?? cells ?? "";
}

const FIELDS = [
  "commitmentUsd",
  "termMonths",
  "forfeitedShareFraction",
  "upliftCapFraction",
  "overage",
  "rollover",
  "rateLock",
  "payment",
  "currency",
] as const;

/** A number as far as a person writes it. */
function plain(value: unknown): unknown {
  if (typeof value === "number") return Number(value.toPrecision(10));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}

/** A band of nothing from nothing may be there or not. */
function bandsOf(bands: readonly Band[]): readonly unknown[] {
  return bands
    .filter(({ thresholdUsd, discountFraction }) => thresholdUsd !== 0 || discountFraction !== 0)
    .map(({ thresholdUsd, discountFraction, name }) =>
      plain({ thresholdUsd, discountFraction, ...(name !== undefined && { name }) }),
    );
}

function asksOf(asks: OfferCase["asks"]): readonly string[] {
  return asks
    .map(({ about, readings }) =>
      [about, ...readings.map((one) => JSON.stringify(plain(one))).toSorted()].join(" "),
    )
    .toSorted();
}

/** All that decides whether a reading is right, in one record; phrases that must be listed are those it lacks. */
export function verdictOf(read: OfferReading, { leftOver }: Pick<OfferCase, "leftOver">): unknown {
  return {
    bands: bandsOf(read.bands),
    fields: plain(
      Object.fromEntries(
        FIELDS.flatMap((field) => (read[field] ? [[field, read[field].value]] : [])),
      ),
    ),
    asks: asksOf(
      read.asks.map(({ about, readings }) => ({
        about,
        readings: readings.map(({ value }) => value),
      })),
    ),
    shown: [...new Set(read.shown.map(({ how }) => how))].toSorted(),
    refused: read.refused?.reason,
    notListed: leftOver.filter(
      (phrase) => !read.leftOver.some((listed) => listed.includes(phrase)),
    ),
  };
}

export function expectedVerdict({ expected, asks }: OfferCase): unknown {
  return {
    bands: bandsOf(expected.bands),
    fields: plain(
      Object.fromEntries(
        FIELDS.flatMap((field) => (field in expected ? [[field, expected[field]]] : [])),
      ),
    ),
    asks: asksOf(asks),
    shown: [...(expected.shown ?? [])].toSorted(),
    refused: expected.refused,
    notListed: [],
  };
}

/** What a reading says that the case does not, and what it lacks without a question or a phrase left over. */
export function wrongInSilence(read: OfferReading, { expected }: OfferCase): readonly string[] {
  const wrong: string[] = [];
  const keysOf = (bands: readonly Band[]): readonly string[] =>
    bandsOf(
      bands.map(({ thresholdUsd, discountFraction }) => ({ thresholdUsd, discountFraction })),
    ).map((band) => JSON.stringify(band));
  const [got, due] = [keysOf(read.bands), keysOf(expected.bands)];
  wrong.push(...got.filter((band) => !due.includes(band)).map((band) => `reads ${band}`));
  const isOpen = read.asks.length + read.leftOver.length > 0 || read.refused !== undefined;
  const said = (value: unknown): string => JSON.stringify(plain(sorted(value)));
  const values = FIELDS.map((field) => ({
    field,
    got: read[field] && said(read[field].value),
    due: field in expected ? said(expected[field]) : undefined,
  }));
  for (const { field, got: value, due: right } of values)
    if (value !== undefined && value !== right) wrong.push(`reads ${field} ${value}`);
  const lacks =
    due.some((band) => !got.includes(band)) ||
    values.some(({ got: value, due: right }) => value === undefined && right !== undefined);
  return lacks && !isOpen ? [...wrong, "lacks something in silence"] : wrong;
}

/** Without the order of its keys. */
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}
