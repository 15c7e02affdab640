import type { Place } from "../core/faults/place";
import { sameWord } from "../core/fuzzy-match";
import { fail, type Result, succeed } from "../core/result";
import { BASES, OVERAGE_TERMS, type OverageTerm, type TermName, type Terms } from "../core/terms";
import { type Cell, quoteCell } from "./cells/cells";
import { readNumber } from "./cells/numbers";
import { bareFigure } from "./headings/percent-scale";

/** A premium above this is a percentage typed as a number: 5 for 5%. */
const LARGEST_PREMIUM = 4;

/** The largest fraction that a term may be: a figure above it under a heading with % is a percentage. */
export const MOST_AS_FRACTION: Readonly<Record<TermName, number>> = {
  Basis: 0,
  Overage: 0,
  "Overage premium": LARGEST_PREMIUM,
  "Forfeited share": 1,
};

/** The content of a term's cell: a number where its text is one (5% is 0.05), else the text itself; null for a blank. */
export type WrittenTerm = string | number | boolean | null;

/**
 * Reads the cell of one term.
 *
 * @param place Where the cell is, for the sentence of a refusal.
 * @param divisor 100 where its heading says that figures are whole percents.
 * @returns The term, undefined for a blank, or why this term cannot have the value.
 */
export function readTermCell(
  cell: Cell,
  term: TermName,
  place: Place,
  divisor: 1 | 100 = 1,
): Result<Partial<Terms> | undefined> {
  const written = readWrittenTerm(cell, place, divisor);
  if (!written.ok) return written;
  return written.value === null ? succeed(undefined) : parseTerm(term, written.value, place);
}

/** Reads a cell's content for any term; refuses a cell error and a number with ambiguous separators. */
export function readWrittenTerm(
  cell: Cell,
  place: Place,
  divisor: 1 | 100 = 1,
): Result<WrittenTerm> {
  if (cell.kind === "blank") return succeed(null);
  if (cell.kind === "boolean") return succeed(cell.value);
  const read = readNumber(cell, place, "fraction");
  if (read.ok) {
    const isPercents = divisor === 100 && bareFigure(cell) !== undefined;
    return succeed(isPercents ? read.value / divisor : read.value);
  }
  const isWords = read.errors.every(({ kind }) => kind === "notANumber" || kind === "wrongUnit");
  return isWords ? succeed(quoteCell(cell)) : read;
}

/** Checks a cell's content against the choices or the range of a term. */
export function parseTerm(
  term: TermName,
  value: NonNullable<WrittenTerm>,
  place: Place,
): Result<Partial<Terms>> {
  switch (term) {
    case "Basis":
      return parseChoice(BASES, value, place, (basis) => ({ basis }));
    case "Overage":
      return parseChoice(OVERAGE_TERMS, value, place, (overage) => ({ overage }));
    case "Overage premium":
      return parseFraction(value, -1, LARGEST_PREMIUM, place, (overagePremiumFraction) => ({
        overagePremiumFraction,
      }));
    case "Forfeited share":
      return parseFraction(shareIn(value), 0, 1, place, (forfeitedFraction) => ({
        forfeitedFraction,
      }));
  }
}

/** Choices in the words of the pane: "at the committed rate". */
const CHOICES_IN_WORDS: Readonly<Record<string, OverageTerm>> = {
  "at the best band it reaches": "step-up",
  "at each band's rate as it is reached": "re-rate",
};
const FORFEITED_IN_WORDS = /^(?:(\d+(?:\.\d+)?)% )?(forfeited|returned)$/i;

function parseChoice<T extends string>(
  choices: readonly T[],
  value: NonNullable<WrittenTerm>,
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
function shareIn(value: NonNullable<WrittenTerm>): NonNullable<WrittenTerm> {
  const [words, percent, what] = FORFEITED_IN_WORDS.exec(String(value).trim()) ?? [];
  if (words === undefined) return value;
  const share = percent === undefined ? 1 : Number(percent) / 100;
  return what?.toLowerCase() === "forfeited" ? share : 1 - share;
}

function parseFraction(
  value: NonNullable<WrittenTerm>,
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
