import type { Place } from "../core/faults/place";
import { sameWord } from "../core/fuzzy-match";
import { chain, fail, type Result, succeed } from "../core/result";
import {
  BASES,
  type NumberRange,
  OVERAGE_TERMS,
  type OverageTerm,
  POLICIES,
  type PolicyName,
  type TermName,
  type Terms,
} from "../core/terms";
import { type Cell, quoteCell } from "./cells/cells";
import { checkRange } from "./cells/number-range";
import { readNumber } from "./cells/numbers";
import { bareFigure } from "./headings/percent-scale";

/** A premium above this is a percentage typed as a number: 5 for 5%. */
const LARGEST_PREMIUM = 4;

/** The largest fraction that a term may be: a figure above it under a heading with % is a percentage. */
export function mostAsFraction(term: TermName | PolicyName): number {
  switch (term) {
    case "Basis":
    case "Overage":
      return 0;
    case "Overage premium":
      return LARGEST_PREMIUM;
    case "Forfeited share":
      return 1;
    default: {
      const policy: NumberRange | readonly string[] = POLICIES[term];
      return "most" in policy ? policy.most : 0;
    }
  }
}

/** Whether the values of a term are words, so that a 0 is a blank. */
export function isWordTerm(term: TermName | PolicyName): boolean {
  return term === "Basis" || term === "Overage" || (term in POLICIES && mostAsFraction(term) === 0);
}

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
  term: TermName | PolicyName,
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
    return succeed(bareFigure(cell) === undefined ? read.value : read.value / divisor);
  }
  const isWords = read.errors.every(({ kind }) => kind === "notANumber" || kind === "wrongUnit");
  return isWords ? succeed(quoteCell(cell)) : read;
}

/** Checks a cell's content against the choices or the range of a term. */
export function parseTerm(
  term: TermName | PolicyName,
  value: NonNullable<WrittenTerm>,
  place: Place,
): Result<Partial<Terms>> {
  switch (term) {
    case "Basis":
      return parseChoice(BASES, value, place, (basis) => ({ basis }));
    case "Overage":
      return parseChoice(OVERAGE_TERMS, value, place, (overage) => ({ overage }));
    case "Overage premium":
      return chain(
        parseFraction(value, { least: -1, most: LARGEST_PREMIUM }, place),
        (overagePremiumFraction) => succeed({ overagePremiumFraction }),
      );
    case "Forfeited share":
      return chain(
        parseFraction(shareIn(value), { least: 0, most: 1 }, place),
        (forfeitedFraction) => succeed({ forfeitedFraction }),
      );
    default:
      return parsePolicy(term, value, place);
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
  const words = given.replace(/’/g, "'");
  const bare =
    CHOICES_IN_WORDS[words.toLowerCase()] ??
    words.replace(/^at (?:the )?/i, "").replace(/ (?:rate|basis)$/i, "");
  const choice = choices.find((known) => sameWord(known, words) || sameWord(known, bare));
  if (choice) return succeed(make(choice));
  return fail({ kind: "unknownChoice", place, given, choices });
}

/** A share in the words of the pane: "forfeited", "returned", "50% forfeited". */
function shareIn(value: NonNullable<WrittenTerm>): NonNullable<WrittenTerm> {
  const [words, percent, what] = FORFEITED_IN_WORDS.exec(String(value)) ?? [];
  if (words === undefined) return value;
  const share = percent === undefined ? 1 : Number(percent) / 100;
  return what?.toLowerCase() === "forfeited" ? share : 1 - share;
}

function parsePolicy(
  name: PolicyName,
  value: NonNullable<WrittenTerm>,
  place: Place,
): Result<Partial<Terms>> {
  const policy = POLICIES[name];
  const isDate = name === "Start date";
  if (!("most" in policy)) {
    // A 0 is a blank cell, and Excel's own yes and no are TRUE and FALSE.
    if (value === 0) return succeed({});
    const word = typeof value === "boolean" ? (value ? "yes" : "no") : value;
    return parseChoice<string>(policy, word, place, (choice) => ({ [name]: choice }));
  }
  // The 0 that Excel on the desktop sends for a blank is none.
  const isUnsaid = value === 0 && (isDate || name === "Renewal every");
  if (policy.otherwise === null && (isUnsaid || sameWord(String(value), "none")))
    return succeed({ [name]: null });
  const kind = isDate ? "notADate" : "notANumber";
  if (typeof value !== "number") return fail({ kind, place, given: String(value) });
  const checked = checkRange(isDate ? Math.floor(value) : value, policy, place);
  if (!checked.ok) return isDate ? fail({ kind, place, given: String(value) }) : checked;
  return succeed({ [name]: checked.value });
}

function parseFraction(
  value: NonNullable<WrittenTerm>,
  range: NumberRange,
  place: Place,
): Result<number> {
  return typeof value === "number"
    ? checkRange(value, range, place)
    : fail({ kind: "notANumber", place, given: String(value) });
}
