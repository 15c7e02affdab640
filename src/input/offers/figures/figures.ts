import type { Source } from "../source";
import { ASIDES, dayOf } from "./asides";
import { clauseNumbers } from "./clause-numbers";
import { SIGN } from "./currency-signs";
import type { Figure } from "./figure";
import {
  LISTED_PERCENT,
  MIXED_PERCENT,
  PERCENT,
  percentFrom,
  SPELLED_PERCENT,
} from "./percentages";
import { plainWordEnd } from "./plain-words";
import { ONES, readSpelled, SPELLED } from "./spelled-numbers";
import { sticky } from "./sticky";
import { numberAt, RUN, type Scanned, withPeriod } from "./written-amounts";
import { type DecimalSign, signOf } from "./written-numbers";

const NTH = "(?:first|second|third|fourth|fifth|[1-5](?:st|nd|rd|th))";

/** A year of the agreement: "year 2", "the second year", and "the third" behind one. */
const LABEL = sticky(
  `(?:contract |agreement |term |commitment )?(?:year|yr|y|fy|cy)[ -]?(?:[1-9](?!\\d)|one|two|three|four|five)\\b(?![\\d.,]*[\\d%k])|${NTH} (?:contract |agreement )?year\\b|(?<=\\b${NTH} (?:contract |agreement )?year\\b[^.;\\n]{0,120}(?:\\b(?:in|for|during|and)|[,\\dkm%\\p{Sc}]) the )${NTH}(?=\\s*(?:[,.;:)]|$)|\\s(?:and|with|over|at|plus)\\b)`,
);

/** A name that ends in a number, whose number is no figure: "Tier 1". */
const NUMBERED = sticky(
  `(?:commit(?:ment)?|discount|threshold|item|line|row|offer|proposal|quote|alternative|variant) ?(?:no\\.? ?|#)?\\d{1,2}(?=\\s*[:=])|(?:t(?=\\d\\b)|tier|band|level|step|opt(?:ion|\\.)?|plan|package|stage|bracket|group|tranche|scenario)[ -]?(?:no\\.? ?|#)?(?:\\d{1,2}|one|two|three|four|five|six)\\b(?![.,]?\\d|\\s?[%k])`,
);

const DURATION = sticky(
  `(${RUN}|${SPELLED})(?:\\s?\\(\\s?(?:(\\d{1,3})|${SPELLED})\\s?\\))?[ -]*(?:contract |calendar |consecutive |full |agreement |successive |(?:more|further|additional|extra) (?=m))*(years?|yrs?|y(?<=[\\d -]y)|months?|mos?|mths?|m(?<=\\b(?:over|for|(?:term|lock|hold|fixed)(?:\\s?[:=])?)\\s?\\d\\dm)|m(?<=\\((?:12|18|24|36|48|60)m)(?=\\)))\\b(?:'s?)?`,
);

/** "One, two or three years", "one year or three": all have the unit of one. */
const LISTED_DURATION = sticky(
  `(${ONES.join("|")})(?=(?:(?:-?\\s*,\\s*(?:or |and )?|-?\\s?/\\s?|-? (?:or|to) |-to-)(?:an? )?(?:${SPELLED}|\\d{1,2})){1,5}[ -]?(years?|yrs?|months?)\\b)|(?<=\\b(years?|months?)(?:,? (?:or|alternatively) (?:(?:else|even|maybe|perhaps|rather|for|to) )?|/))(?:${ONES.join("|")}|\\d{1,2})(?=\\s*(?:[.,;)]|$)| (?:if|when|should|instead|at (?:your|our))\\b)`,
);

/** "The deal lasts a year": where a length is said, a year is one. */
const A_YEAR = sticky(
  "an? (?:full |whole |single |entire )?(year|month)\\b(?!'s? (?:notice|fees?)| (?:ago|ahead|in advance|later|after|before))(?<=\\b(?:(?:last(?:s|ing)?|runs?|running|span(?:s|ning)?|covers?|in (?:effect|force|place)|bound|(?:tied|locked) in|entered into|concluded|sign(?:ed)?|with (?:us|you)|(?:agreement|contract|deal|subscription|order|offer) (?:(?:is|would be|will be|shall be) )?for)(?: (?:for|up|over|within))*|(?:term|duration|length|period)(?: of (?:the )?\\w+)?(?: (?:is|of|will be|shall be)|\\s?[:=|-])|how long\\b[^?.]{0,30}\\?)\\s{0,2}an? .{0,14})",
);

const LONGEST_TERM = 200;

const DAYS = sticky(
  `(\\d{1,3}|${SPELLED})(?:\\s?\\(\\s?(?:(\\d{1,3})|${SPELLED})\\s?\\))?[ -]*(?:calendar |business |working )?(?:days?|d(?<=\\dd)|weeks?|hours?|hrs?|minutes?|mins?)\\b(?:'s?)?`,
);

const LIST = "list(?: prices?| rates?| pricing)?";

const TIMES = sticky(
  `(${RUN})\\s?(?:x(?![\\p{L}\\d])|×|\\*(?=\\s?(?:the |our )?(?:public |published )?${LIST}\\b)|times\\b)|(?:[x×]|(?<=\\b${LIST}\\s?)\\*)\\s?(${RUN}|\\.\\d+)(?![\\p{L}\\d])`,
);

const SPELLED_MONEY = sticky(
  `(?:(?:${SIGN})\\s?)?(?:${SPELLED})\\s?(?:(?:us |u\\.s\\. )?dollars|euros|pounds|francs|usd|eur|gbp|chf)?\\s?\\(\\s?(?=(?:${SIGN})?\\s?\\d)([^()]{2,30})\\)`,
);

const SPELLED_ALONE = sticky(
  `(${SPELLED})(?:[\\s-]?(?:(us |u\\.s\\. )?(dollars?)|(euros?)|(pounds?)))?(?![\\p{L}-]| (?:one|two|three|four|five|six|seven|eight|nine)\\b(?! (?:times|years?|months?|days?|weeks?)))`,
);

/** "Between one and two million": the first has the scale of the second. */
const SHARED = sticky(
  `(${ONES.join("|")})(?= (?:and|to) (?:${ONES.join("|")}) (million|billion|thousand)\\b)(?: (?:and|to) (?:${ONES.join("|")}) (million|billion|thousand))`,
);

/** More digits than a number of an offer has, or an exponent. */
const ENDLESS = sticky("\\d[\\d.,]{40,}|\\d[\\d.,]{0,40}e[+-]?\\d+(?![\\p{L}\\d])");

/** "3.3 Where usage reaches": the number of a clause within a line. */
const CLAUSE_NUMBER = sticky(
  "[1-9]\\d?\\)(?= [a-z$€£])|[1-9]\\d?(?:\\.\\d{1,2}){1,3}\\.?(?= [a-z]{3})(?! (?:and|plus|gets?|gives?|earns?|upwards?|mio|mil|mrd|bil|thousand|per(?: ?cent)?|pct|points?|basis|times|years?|months?|euros?|dollars?|pounds?|francs?|usd|eur|gbp|chf|cad|aud)\\b| (?:mil|bil)lion)",
);

const WORD = sticky("[\\p{L}][\\p{L}']*");

/** Every figure of a text, in order, each with what is written onto it. */
export function figuresOf(source: Source): readonly Figure[] {
  const sign = signOf(source);
  const notes = new Set(
    [...source.text.matchAll(/(?<=(?:^|\n)[ \t]*|[.;] )\((\d)\) (?=\p{L})/gu)].map(
      ([, number]) => number,
    ),
  );
  const numbers = clauseNumbers(source.text);
  const found: Figure[] = [];
  let at = 0;
  while (at < source.text.length) {
    const numberEnd = numbers.get(at);
    if (numberEnd !== undefined) {
      at = numberEnd;
      continue;
    }
    const plainEnd = source.numbers.has(at) ? undefined : plainWordEnd(source.text, at);
    if (plainEnd !== undefined) {
      at = plainEnd;
      continue;
    }
    const note = notes.size > 0 && /^\((\d)\)/.exec(source.text.slice(at, at + 3))?.[1];
    if (note && notes.has(note)) {
      at += 3;
      continue;
    }
    const figure = figureAt(source, at, sign, found.at(-1));
    if (figure && saysAgain(figure, found.at(-1), source.text)) {
      at = figure.end;
      continue;
    }
    if (figure?.kind !== undefined && figure.kind !== "skipped")
      found.push({ ...figure, kind: figure.kind });
    at = figure?.end ?? at + 1;
  }
  return found;
}

/** "9% (nine percent)". */
function saysAgain(figure: Scanned, last: Figure | undefined, text: string): boolean {
  return (
    figure.kind === "percent" &&
    last?.kind === "percent" &&
    figure.value === last.value &&
    figure.start - last.end < 9 &&
    /^ ?\((?:in words:? )?$/i.test(text.slice(last.end, figure.start)) &&
    /^\p{L}/u.test(text.slice(figure.start))
  );
}

function figureAt(
  source: Source,
  start: number,
  sign: DecimalSign,
  last: Figure | undefined,
): Scanned | undefined {
  const { text } = source;
  const cell = source.numbers.get(start);
  if (cell) return { kind: "number", start, end: cell.end, value: cell.value, isCell: true };
  if (!/[\p{L}\p{N}\p{Sc}.+(§#×*]/u.test(text[start] ?? "")) return undefined;
  const match = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = start;
    return pattern.exec(text) ?? undefined;
  };
  const scanned = (kind: Scanned["kind"], found: RegExpExecArray, value = 0): Scanned => ({
    kind,
    start,
    end: start + found[0].length,
    value,
  });
  const endless = match(ENDLESS);
  if (endless) return scanned("broken", endless);
  for (const pattern of ASIDES) {
    const aside = match(pattern);
    if (aside) return { ...scanned("aside", aside), ...dayOf(aside[0]) };
  }
  if (
    /\p{L}/u.test(text[start - 1] ?? "") &&
    /\d/.test(text[start] ?? "") &&
    !/\bnet$/i.test(text.slice(Math.max(0, start - 4), start))
  ) {
    const glued = match(sticky("[\\w.-]*\\w"));
    if (glued) return scanned("aside", glued);
  }
  const number =
    /(?:^|[.;:,)\n]\s*)$/.test(text.slice(Math.max(0, start - 4), start)) && match(CLAUSE_NUMBER);
  if (number) return scanned("skipped", number);
  const label = match(LABEL);
  if (label) return scanned("label", label);
  const numbered = match(NUMBERED);
  if (numbered) return scanned("skipped", numbered);
  const duration = match(DURATION);
  if (duration) {
    const unit = /^y/i.test(duration[3] ?? "") ? 12 : 1;
    const count = wholeNumber(duration[2] ?? duration[1] ?? "");
    // "The 2027 calendar year" is a year.
    if (count > LONGEST_TERM) return scanned("aside", duration);
    return { ...scanned("duration", duration, count * unit), scale: unit };
  }
  const aYear = match(A_YEAR);
  if (aYear) {
    const months = /^y/i.test(aYear[1] ?? "") ? 12 : 1;
    return { ...scanned("duration", aYear, months), scale: months };
  }
  const listed = match(LISTED_DURATION);
  if (listed) {
    const count = wholeNumber(listed[0]);
    // "24 months, or three if you like" are three years.
    const isOfYears = listed[2] === undefined && count <= 5 && count < (last?.value ?? 0);
    const unit = isOfYears || /^y/i.test(listed[2] ?? listed[3] ?? "") ? 12 : 1;
    return { ...scanned("duration", listed, count * unit), scale: unit };
  }
  const days = match(DAYS);
  if (days) return scanned("days", days, wholeNumber(days[2] ?? days[1] ?? ""));
  const mixed = match(MIXED_PERCENT);
  if (mixed) {
    const [, whole = 0, over = 0, under = 1] = mixed.map(Number);
    return scanned("percent", mixed, Number(((whole + over / under) / 100).toPrecision(12)));
  }
  const percent = match(SPELLED_PERCENT) ?? match(PERCENT) ?? match(LISTED_PERCENT);
  const fraction = percent && percentFrom(scanned("percent", percent), percent, sign);
  if (fraction) return fraction;
  const spelledMoney = match(SPELLED_MONEY);
  if (spelledMoney) {
    const inside = start + spelledMoney[0].lastIndexOf("(") + 1;
    const digits = text[inside] === " " ? inside + 1 : inside;
    PERCENT.lastIndex = digits;
    const amount = PERCENT.test(text) ? undefined : numberAt(text, digits, sign);
    if (amount) return withPeriod(text, { ...amount, start, end: start + spelledMoney[0].length });
  }
  const times = match(TIMES);
  if (times) return scanned("times", times, Number(times[1] ?? times[2]));
  const shared = match(SHARED);
  const scale = shared ? readSpelled(`one ${shared[2]}`) : undefined;
  if (shared && scale !== undefined)
    return {
      ...{ kind: "money", start, end: start + (shared[1] ?? "").length, scale },
      value: (readSpelled(shared[1] ?? "") ?? 0) * scale,
    };
  const amount = numberAt(text, start, sign);
  if (amount) return withPeriod(text, amount);
  const alone = match(SPELLED_ALONE);
  const value = alone ? readSpelled(alone[1] ?? "") : undefined;
  if (alone && value !== undefined && value >= 1000) {
    const says =
      last?.value === value &&
      /^\s*\(\s*(?:in words:?\s*)?$/i.test(text.slice(last.end, Math.min(start, last.end + 20)));
    if (says) return scanned("skipped", alone);
    const currency = alone[2]
      ? "USD"
      : alone[3]
        ? "$"
        : alone[4]
          ? "EUR"
          : alone[5]
            ? "GBP"
            : undefined;
    return withPeriod(text, {
      ...scanned("money", alone, value),
      scale: 1e3,
      ...(currency !== undefined && { currency }),
    });
  }
  const word = match(WORD);
  return word ? scanned("skipped", word) : undefined;
}

function wholeNumber(written: string): number {
  return /^\d/.test(written) ? Number(written.replace(/[ ',]/g, "")) : (readSpelled(written) ?? 0);
}
