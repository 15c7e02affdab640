import { CURRENCY_CODES } from "../../core/currency";
import type { Cell } from "../cells/cells";
import { halfWidth } from "../cells/text";

const CODES = CURRENCY_CODES.join("|");

/** Pattern of a currency beside digits or in a heading: $, US$, R$, €, EUR, kr, Rs. For an expression that ignores case. */
export const CURRENCY = `(?:[a-z]{0,2}\\p{Sc}|${CODES}|s?fr|kr|rs|zł|kč|ft|руб|лв)\\.?`;

/** Three capitals before digits are the code of some currency. */
const ANY_CODE = /[A-Z]{3}(?=\s?\p{N})/gu;

/** Words that compare or round what follows. */
const BEFORE_AMOUNTS =
  "about|above|almost|approx(?:imately|\\.)?|around|at least|at most|below|between|c\\.|ca\\.?|circa|exceeds|from|less than|low|high|max|maximum|min|minimum|more than|nearly|over|roughly|to|under|up to";

const START = new RegExp(
  `^(?:[^\\p{L}\\p{N}]|(?:${BEFORE_AMOUNTS})(?=[^\\p{L}])|${CURRENCY}(?=[^\\p{L}]))*\\p{N}`,
  "iu",
);

/** 2025, FY25, 2025/26: a year names a column and is no amount. */
export const YEARS =
  /(?<![\p{L}\p{N}.,])(?:[fc]y\s?(?:20)?\d{2}|(?:19|20)\d{2})(?:\s?[/-]\s?\d{2,4})?(?![\p{L}\d]|[.,]\d)/giu;

/** Digits beside a currency, a suffix of thousands or a percent sign, in groups, or more than three. */
const AMOUNT_WITHIN = new RegExp(
  `(?:\\p{Sc}|(?<![\\p{L}])(?:${CODES}))\\s?\\d*[1-9]|[1-9]\\d*(?:[.,]\\d+)?\\s?(?:%|percent|(?:k|m|mm|mn|bn|million|thousand|${CODES})(?![\\p{L}])|\\p{Sc})|[1-9]\\d{0,2}[.,' ]\\d{3}(?!\\d)|[1-9]\\d{3,}`,
  "iu",
);

/** A year, or the years of a term, before other words: "2025 usage", "3-year discount". */
const TIME_BEFORE_WORDS = /^(?:(?:19|20)\d{2}\s+|\d{1,2}[\s-]?(?:years?|yrs?|months?)\s)\p{L}/iu;

/** The number of a footnote after a word. */
const FOOTNOTE = /(?<=\p{L}.?)\s?(?:[¹²³⁰⁴-⁹]+|[([]\d{1,2}[)\]])[\s:.]*$/u;

/** The 1000 of "x1000" and 1,000 in a heading name its unit. */
const NOUGHTS = /(?<![\d.,])1[,.]?0{3}(?![\d.,])/gu;

/**
 * Whether a text begins as an amount does (also after a sign, a bracket, a currency or a word such as "about"), or holds an
 * amount or a percentage further on. A year is no amount, nor are the zeros of "$000": words, "n/a", "Usage 2025" and
 * "2025 usage" hold none.
 */
export function holdsAmount(text: string): boolean {
  const plain = halfWidth(text).replace(FOOTNOTE, "").replace(ANY_CODE, "USD");
  const begins = START.test(plain) && !TIME_BEFORE_WORDS.test(plain);
  return begins || AMOUNT_WITHIN.test(plain.replace(YEARS, " ").replace(NOUGHTS, " "));
}

/** Whether a cell holds words without an amount: a heading or a title, which may hold a year. */
export function isWords(cell: Cell | undefined): boolean {
  return cell?.kind === "text" && !holdsAmount(cell.text);
}
