import type { Place, PricingError } from "./errors";
import { nearest, sameWord } from "./fuzzy-match";
import { fail, failWith, type Result, succeed } from "./result";

/** What the buyer promises: to spend the commitment (net) or to consume it at list prices (list). */
export const BASES = ["net", "list"] as const;
export type Basis = (typeof BASES)[number];

/** How usage beyond the commitment is priced. */
export const OVERAGE_TERMS = ["list", "committed", "step-up", "re-rate"] as const;
export type OverageTerm = (typeof OVERAGE_TERMS)[number];

/** Names of the priced terms, as people write them. */
export const TERM_NAMES = ["Basis", "Overage", "Overage premium", "Forfeited share"] as const;
export type TermName = (typeof TERM_NAMES)[number];

/** Terms that a band may carry for itself; the basis is one for the whole agreement. */
export const BAND_TERM_NAMES = ["Overage", "Overage premium", "Forfeited share"] as const;
export type BandTermName = (typeof BAND_TERM_NAMES)[number];

/** One term as written. The value is what stood beside the name; null is a blank. */
export interface TermRow {
  readonly row: number;
  readonly term: string;
  readonly value: string | number | boolean | null;
}

/** The terms of an agreement, checked. */
export interface Terms {
  readonly basis: Basis;
  readonly overage: OverageTerm;
  /** Added to the overage price: 0.05 is 5% more. From -1 (free) up. */
  readonly overagePremiumFraction: number;
  /** Part of a shortfall that is lost, [0, 1]. */
  readonly forfeitedFraction: number;
}

/** The conservative reading where a contract is silent (docs/assumptions.md P3, P4, P5, P6; docs/pricing-model.md 2.5 to 2.7). */
export const DEFAULT_TERMS: Terms = {
  basis: "net",
  overage: "list",
  overagePremiumFraction: 0,
  forfeitedFraction: 1,
};

/** The terms that one band carries; what is absent comes from the agreement. */
export type BandTerms = Partial<Omit<Terms, "basis">>;

/**
 * Checks the terms of an agreement.
 *
 * @param rows In any order; hyphens, spaces and case in names and choices do not matter; a blank value is the default.
 * @returns The terms, or every fault: an unknown term (with the nearest known one), a term given twice, a value out of range.
 */
export function parseTerms(rows: readonly TermRow[]): Result<Terms> {
  const errors: PricingError[] = [];
  const seen = new Map<TermName, number>();
  let terms: Terms = DEFAULT_TERMS;
  for (const { row, term, value } of rows) {
    const name = TERM_NAMES.find((known) => sameWord(known, term));
    if (!name) {
      errors.push({ kind: "unknownTerm", row, given: term, nearest: nearestTerm(term) });
      continue;
    }
    const earlier = seen.get(name);
    if (earlier !== undefined) {
      errors.push({ kind: "repeatedTerm", term: name, rows: [earlier, row] });
      continue;
    }
    seen.set(name, row);
    if (value === null) continue;
    const read = readTerm(name, value, { argument: "terms", field: name, row });
    if (read.ok) terms = { ...terms, ...read.value };
    else errors.push(...read.errors);
  }
  return errors.length > 0 ? failWith(errors) : succeed(terms);
}

/** What people call what a term prices. */
const MEANINGS: readonly (readonly [RegExp, TermName])[] = [
  [/premium|uplift|surcharge|mark-?up/i, "Overage premium"],
  [/unused|unspent|shortfall|forfei|lapse/i, "Forfeited share"],
  [/over(?:age|run|spend)|excess|beyond/i, "Overage"],
];

/** The term that somebody who wrote this most likely meant: by its letters, else by its meaning. */
function nearestTerm(written: string): TermName | undefined {
  return nearest(written, TERM_NAMES) ?? MEANINGS.find(([words]) => words.test(written))?.[1];
}

/** Choices in the words of the pane: "at the committed rate". */
const CHOICES_IN_WORDS: Readonly<Record<string, OverageTerm>> = {
  "at the best band it reaches": "step-up",
  "at each band's rate as it is reached": "re-rate",
};
const FORFEITED_IN_WORDS = /^(?:(\d+(?:\.\d+)?)% )?(forfeited|returned)$/i;

/** Reads the value of one term; the place is for the sentence when it is refused. */
export function readTerm(
  name: TermName,
  value: string | number | boolean,
  place: Place,
): Result<Partial<Terms>> {
  switch (name) {
    case "Basis":
      return readChoice(BASES, value, place, (basis) => ({ basis }));
    case "Overage":
      return readChoice(OVERAGE_TERMS, value, place, (overage) => ({ overage }));
    case "Overage premium":
      return readFraction(value, -1, LARGEST_PREMIUM, place, (overagePremiumFraction) => ({
        overagePremiumFraction,
      }));
    case "Forfeited share":
      return readFraction(inNumbers(value), 0, 1, place, (forfeitedFraction) => ({
        forfeitedFraction,
      }));
  }
}

function readChoice<T extends string>(
  choices: readonly T[],
  value: string | number | boolean,
  place: Place,
  make: (choice: T) => Partial<Terms>,
): Result<Partial<Terms>> {
  const given = String(value);
  const words = given.trim().replace(/’/g, "'");
  const bare =
    CHOICES_IN_WORDS[words.toLowerCase()] ??
    words.replace(/^at (?:the )?/i, "").replace(/ (?:rate|basis)$/i, "");
  const choice = choices.find((known) => sameWord(known, bare));
  if (choice) return succeed(make(choice));
  return fail({ kind: "unknownChoice", place, given, choices });
}

/** A share in the words of the pane: "forfeited", "returned", "50% forfeited". */
function inNumbers(value: string | number | boolean): string | number | boolean {
  const [words, percent, what] = FORFEITED_IN_WORDS.exec(String(value).trim()) ?? [];
  if (words === undefined) return value;
  const share = percent === undefined ? 1 : Number(percent) / 100;
  return what?.toLowerCase() === "forfeited" ? share : 1 - share;
}

/** A premium above this is a percentage typed as a number: 5 for 5%. */
export const LARGEST_PREMIUM = 4;

function readFraction(
  value: string | number | boolean,
  least: number,
  most: number,
  place: Place,
  make: (fraction: number) => Partial<Terms>,
): Result<Partial<Terms>> {
  if (typeof value !== "number") return fail({ kind: "notANumber", place, given: String(value) });
  const inRange = value >= least && value <= most;
  if (!inRange) return fail({ kind: "fractionOutOfRange", place, given: value, least, most });
  return succeed(make(value));
}
