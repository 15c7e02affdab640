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
/** What people call overage, with the words that may be beside it. */
const BESIDE = "(?:usage|use|spend|consumption|charges?|rates?|pric\\w+|terms?|treatment)";
const LIKE_OVERAGE = new RegExp(
  `^(?:${BESIDE} )*(?:excess|(?:over|extra|additional) ?(?:usage|use|spend|consumption|run))(?: ${BESIDE})*$|\\b(?:above|beyond|over) commit`,
);
const LIKE_PREMIUM = /^(?:prem|uplift|surcharge|markup)s?$/;
const BESIDE_PREMIUM = /^(?:rates?|prices?|on|over|for|the|list|charge|fee)$/;
/** What people call the share that is lost: these words, one of which says that it is unused or a share. */
const LIKE_FORFEITED =
  /^(?=.*(?:shortfall|unused|unspent|undrawn|share))(?:(?:shortfalls?|unused|unspent|undrawn|shares?|part|portion|rate|commitment|lost|lapsed|retained|fee)\b ?)+$/;
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
  const near = nearTerm(words) ?? BAND_POLICY_NAMES.find((name) => isClose(words, name));
  return { percent: false, ...(near && { near }) };
}

function singular(words: string): string {
  return words.toLowerCase().replace(/s\b/g, "");
}

function nearTerm(text: string): TermName | undefined {
  const words = text.split(" ");
  const has = (test: (word: string) => boolean): boolean => words.some(test);
  if (has((word) => ABOUT.test(word))) return undefined;
  const [overage, premium, forfeited] = BAND_TERM_NAMES;
  const likePremium = (word: string): boolean =>
    LIKE_PREMIUM.test(word) || isClose(word, "premium");
  if (has((word) => SHORT_OVERAGE.test(word) || isSlip(word, "overage")))
    return has(likePremium) ? premium : overage;
  if (LIKE_OVERAGE.test(text)) return overage;
  if (words.every((word) => likePremium(word) || BESIDE_PREMIUM.test(word)) && has(likePremium))
    return premium;
  if (has((word) => word.startsWith("forf") || isSlip(word, "forfeited"))) return forfeited;
  if (LIKE_FORFEITED.test(text)) return forfeited;
  const basis = has((word) => word === "basis") && !has((word) => word === "points");
  return basis || isSlip(text, "basis") ? "Basis" : undefined;
}

function isSlip(word: string, known: string): boolean {
  return !OTHER_WORDS.test(word) && isClose(word, known);
}
