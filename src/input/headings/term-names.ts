import { isClose, sameWord } from "../../core/fuzzy-match";
import {
  BAND_POLICY_NAMES,
  BAND_TERM_NAMES,
  POLICY_NAMES,
  type PolicyName,
  TERM_NAMES,
  type TermName,
} from "../../core/terms";
import { headingWords } from "./heading-words";

/** A term that a text names beyond doubt, or one that it is close to; and whether its values are headed as percentages. */
export interface NamedTerm {
  readonly term?: TermName | PolicyName;
  readonly near?: TermName | PolicyName;
  readonly percent: boolean;
}

const ALL_NAMES = [...TERM_NAMES, ...POLICY_NAMES] as const;

/** Words that are no slip of a term's name, although a letter away from it. */
const OTHER_WORDS = /^(?:coverage|average|leverage|beverage|basic)/;
const SHORT_OVERAGE = /^(?:ovg|ovrg|ovge|ovr|overag\w*)$/;
/** Words that people use for overage, with the words that may be beside them. */
const LIKE_OVERAGE = /^(?:excess|overuse|overusage|overrun|overconsumption|overspend)$/;
const BESIDE_OVERAGE = /^(?:usage|use|spend|consumption|rates?|pric(?:e|es|ing)|terms?|treatment)$/;
const LIKE_PREMIUM = /^(?:prem|uplift|surcharge|markup)s?$/;
const BESIDE_PREMIUM = /^(?:rates?|prices?|on|over|for|the|charge|fee)$/;
const UNUSED = /^(?:shortfalls?|unused|unspent|undrawn)$/;
const BESIDE_UNUSED = /^(?:shares?|part|portion|rate|commitment|lost|lapsed|retained|fee)$/;
/** Columns about a term that have no price. */
const ABOUT =
  /^(?:contacts?|notes?|comments?|owner|source|confidence|target|walk|reference|clause)$/;

/**
 * The term that the heading of a column, or the first cell of a row of terms, names: in any case, with a colon, a star, the mark
 * of a footnote, a unit in brackets, or in the plural. A text that is only close to one is `near`.
 */
export function namedTerm(text: string): NamedTerm {
  const { words, unit } = headingWords(text);
  const term = ALL_NAMES.find((name) => sameWord(singular(name), singular(words)));
  if (term && unit.factor === 1) return { term, percent: unit.percent };
  const near = nearTerm(words.split(" ")) ?? BAND_POLICY_NAMES.find((name) => isClose(words, name));
  return { percent: false, ...(near && { near }) };
}

function singular(words: string): string {
  return words.toLowerCase().replace(/s\b/g, "");
}

function nearTerm(words: readonly string[]): TermName | undefined {
  const has = (test: (word: string) => boolean): boolean => words.some(test);
  if (has((word) => ABOUT.test(word))) return undefined;
  const [overage, premium, forfeited] = BAND_TERM_NAMES;
  const likePremium = (word: string): boolean =>
    LIKE_PREMIUM.test(word) || isClose(word, "premium");
  if (has((word) => SHORT_OVERAGE.test(word) || isSlip(word, "overage")))
    return has(likePremium) ? premium : overage;
  if (
    words.every((word) => LIKE_OVERAGE.test(word) || BESIDE_OVERAGE.test(word)) &&
    has((word) => LIKE_OVERAGE.test(word))
  )
    return overage;
  if (words.every((word) => likePremium(word) || BESIDE_PREMIUM.test(word)) && has(likePremium))
    return premium;
  if (has((word) => word.startsWith("forf") || isSlip(word, "forfeited"))) return forfeited;
  const unused = words.every((word) => UNUSED.test(word) || BESIDE_UNUSED.test(word));
  if (unused && has((word) => UNUSED.test(word) || word.startsWith("share"))) return forfeited;
  const basis = has((word) => word === "basis") && !has((word) => word === "points");
  return basis || (words.length === 1 && has((word) => isSlip(word, "basis")))
    ? "Basis"
    : undefined;
}

function isSlip(word: string, known: string): boolean {
  return !OTHER_WORDS.test(word) && isClose(word, known);
}
