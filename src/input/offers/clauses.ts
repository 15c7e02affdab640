import { clauseNumbers } from "./figures/clause-numbers";
import type { Figure, FigureKind } from "./figures/figure";
import { firstFrom } from "./figures/figures-within";
import { inWordsOfRules } from "./lexicon";
import {
  isAnswered,
  leadsOn,
  withAnswer,
  withAntecedent,
  withLabel,
} from "./phrases/leaning-sentences";
import type { Source, Span } from "./source";

/** A sentence, a line or a row, its figures masked: "from ‹m0› you get ‹p1›". Rules read this, so no digit misleads them. */
export interface Clause extends Span {
  /** Small letters; each figure as its letter and its index among all figures. */
  readonly text: string;
  readonly figures: readonly Figure[];
  /** A clause that is a whole line of a list, or a row. */
  readonly isLine: boolean;
  /** The part of it that a term is read from. */
  readonly part?: string;
}

/** A line without its list marks. */
export interface Line extends Span {
  readonly isQuoted: boolean;
  /** Followed by an empty line. */
  readonly endsBlock: boolean;
}

const LETTERS: Readonly<Record<FigureKind, string>> = {
  money: "m",
  percent: "p",
  number: "n",
  duration: "d",
  days: "t",
  times: "x",
  quantity: "q",
  seats: "s",
  unitPrice: "u",
  label: "l",
  aside: "a",
  broken: "b",
};

/** An expression in which M, P, N, D, T, X, Q, S, U, L, A are masked figures and G is any amount, with or without a mark of money. */
export function pattern(source: string, flags = ""): RegExp {
  const masked = source
    .replace(/(?<!\\)[MPNDTXQSULAB]/g, (letter) => `‹${letter.toLowerCase()}\\d+›`)
    .replace(/(?<!\\)G/g, "‹[mn]\\d+›");
  return new RegExp(masked, flags);
}

/** The figures within a part of a masked text. */
export function figuresIn(part: string | undefined, all: readonly Figure[]): readonly Figure[] {
  return [...(part ?? "").matchAll(/‹\w(\d+)›/g)].flatMap(([, index]) => all[Number(index)] ?? []);
}

/** Longer than any sentence of an offer: what is longer is listed, so that no rule reads it. */
export const LONGEST = 1500;

const RULE = /^[\s\-+=|_*•:.]*$/;
const MARKS =
  /^(?:\s|•|[*+/-](?=\s)|(?:section|article|clause) [1-9]\d?(?:\.\d{1,2})*(?:\s?[.:)-]+(?=\s)|(?=\s\())|\[[ xX]?\]|§?[1-9]\d?(?:\.\d{1,2}){1,3}\.?(?=\s+[a-z]{3})(?!\s+(?:and|plus|gets?|gives?|earns?|upwards?|mio|mil|mrd|bil|thousand|per(?: ?cent)?|pct|points?|basis|times|years?|months?|euros?|dollars?|pounds?|francs?|usd|eur|gbp|chf|cad|aud)\b|\s+(?:mil|bil)lion)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\s)|\(\s?\)|->|\|(?!\|))+/i;

/** A line of a ladder, under which "> $1M: 15%" is its last step and no quoted line. */
const STEP = /^\s*<.*%|\d[km]?\s?-\s?[$€£]?\d[\d.,]*(?![\d.,]|\s?%).*%/i;

/** The lines of a text; rules, list marks and the mark of a quoted line are no part of them. */
export function linesOf(source: Source): readonly Line[] {
  const lines: Line[] = [];
  const numbers = clauseNumbers(source.text);
  let start = 0;
  let above = "";
  let wasQuoted = false;
  for (const written of source.text.split("\n")) {
    const end = start + written.length;
    const quote = /^\s*(?:>+\s*)+/.exec(written)?.[0] ?? "";
    const isQuoted: boolean =
      quote !== "" &&
      (wasQuoted || !STEP.test(above)) &&
      !/^\s*>(?:=|[\d$€£¥₹]|(?:usd|eur|gbp|chf|us\$)\s?\d)/i.test(written);
    above = written;
    wasQuoted = isQuoted;
    const unquoted = isQuoted ? written.slice(quote.length) : written;
    const mark = source.rows ? "" : (MARKS.exec(unquoted)?.[0] ?? "");
    const from = start + (isQuoted ? quote.length : 0);
    const number = from + unquoted.length - unquoted.trimStart().length;
    const begins = Math.max(from + mark.length, numbers.get(number) ?? 0);
    const isRule = RULE.test(unquoted);
    if (!isRule) lines.push({ start: begins, end, isQuoted, endsBlock: false });
    const last = lines.at(-1);
    if (/^\s*$/.test(written) && last) lines.splice(-1, 1, { ...last, endsBlock: true });
    start = end + 1;
  }
  return lines;
}

/** A heading that its value follows, "Term. Two years." */
const HEADING =
  /^[\W\d]*(?:term|period|(?:annual )?commitment|discount|duration|contract length|roll-?over|carry-?(?:over|forward)|overages?|shortfall|payments?)$/;

/** The name of a term, and nothing else: "Renewal uplift cap", "Committed spend per year". */
export const NAME_OF_TERM =
  /^[\s"'(*_#-]*(?:(?:the|our|your|annual|yearly|minimum|committed|contract|initial|agreement|volume|offered|payment|billing|invoice|renewal|unused|price|rate|usage|spend|uplift|excess|commitment|unit|fee)\s)*(?:commit\w*|minimum|spend|discount|rebate|reduction|terms?|period|duration|length|payments?|billing|invoicing|overages?|usage|excess|roll-?over|carry-?(?:over|forward)|unused|shortfall|uplift|renewals?|cap|lock|protection|guarantee|increases?|currency)(?: (?:per (?:year|annum)|a year|p\.?a\.?|off list|\(annual\)))?\W*$/i;

const ONE_AMOUNT = pattern("^(?:[^‹]|(?:D|L|A|T))*G(?:[^‹]|(?:D|L|A|T))*$");

const ABBREVIATION =
  /\b(?:approx|appr|e\.g|i\.e|incl|excl|min|max|p\.a|ca|vs|yrs?|mos?|mths?|inc|ltd|co|corp|est|etc|disc|comm|opt|resp|ann|ovg|ovr|pmt|pymt|payt|inv|mr|mrs|ms|dr|u\.s)\.$/i;

/** "Rollover: yes; 12 months": the length behind is that of the term before. */
const SAID_YES =
  /\b(?:roll-?over|carry-?(?:over|forward)|(?:price|rate) (?:lock|hold|protection))s?\s*[:=|-]\s*(?:yes|included|allowed|permitted|granted|agreed|ok|full|all)\s*$/;

/** "The shortfall is invoiced; it becomes a credit". */
const BECOMES =
  /^\s*(?:and |but )?(?:it|this|that|which) (?:then )?(?:becomes?|turns? into|converts? (?:in)?to|is (?:then )?(?:turned|converted) into)\b/;

/** The sentences of one line; also cut at semicolons. */
export function clausesOf(
  line: Span,
  figures: readonly Figure[],
  source: Source,
): readonly Clause[] {
  const masked = mask(line, figures, source.text);
  const cuts: number[] = [];
  for (const { index, 0: mark } of masked.text.matchAll(/(?<![.!?;])[.!?;]+["')]*(?=\s|$)/g)) {
    const isAbbreviation =
      mark === "." &&
      !endsBehindFigure(masked, index, source.text) &&
      (ABBREVIATION.test(masked.text.slice(Math.max(0, index - 8), index + 1)) ||
        (/(?<![\p{L}\d])c\.$/u.test(masked.text.slice(Math.max(0, index - 2), index + 1)) &&
          /^\s*‹[mnp]/.test(masked.text.slice(index + 1, index + 5))));
    const isPercent = mark === "." && goesOnBehindPercent(masked, index, source.text);
    const isLeader = mark.length > 1 && /^\.+$/.test(mark);
    const ahead = masked.text.slice(cuts.at(-1) ?? 0, index);
    const behind = masked.text.slice(index + mark.length, index + 300);
    const isHeading = (mark === ";" ? NAME_OF_TERM : HEADING).test(ahead);
    // "Commitment $720k a year; 13 percent; net 30".
    const isPair =
      mark === ";" &&
      ONE_AMOUNT.test(ahead) &&
      (/^\s*(?:discount|rebate|reduction)\b/.test(behind) ||
        (/\b(?:commit\w*|minimum)\b/.test(ahead) &&
          /^\s*‹p\d+›\s*(?:off|discount)?\s*(?:[;.]|$)/.test(behind)));
    const isCell =
      mark === ";" &&
      /^\s*‹[pn]\d+›\s*(?:off|discount)?\s*(?:;(?!\s*‹[pn])|$)/.test(behind) &&
      /^\s*‹[mn]\d+›$/.test(ahead);
    const isLength =
      mark === ";" && /^\s*‹d\d+›\s*(?:[;,.|]|$)/.test(behind) && SAID_YES.test(ahead);
    const isAnswer =
      mark === ";" &&
      /^\s*(?:and |but )?(?:we|they|you|i|(?:our|the|my|your|their)(?: \w+)?)\b[^‹;]{0,30}\b(?:ask(?:ed|ing)?|want(?:ed)?|offered|countered|need(?:ed)?|requested|aim\w*|hoped)\b[^‹;]{0,20}‹p\d+›[^‹]{0,10}$/.test(
        masked.text.slice(index + 1, index + 90),
      );
    const isLeading =
      (/^[.;]$/.test(mark) && BECOMES.test(behind)) ||
      (mark === "?" && isAnswered(ahead, behind)) ||
      (/^[.?;]$/.test(mark) && leadsOn(ahead, behind));
    const goesOn =
      isLeading ||
      isAbbreviation ||
      isHeading ||
      isPercent ||
      isLeader ||
      isPair ||
      isCell ||
      isLength ||
      isAnswer;
    if (!goesOn) cuts.push(index + mark.length);
  }
  const pairs = listedPairs(masked.text, figures);
  cuts.push(...labelledCells(masked.text), ...pairs);
  const ends = [...new Set([...cuts, masked.text.length])].toSorted((one, other) => one - other);
  return ends.flatMap((end, index) => {
    const from = ends[index - 1] ?? 0;
    const written = masked.text.slice(from, end);
    if (written.trim() === "") return [];
    const before = index === 0 ? undefined : masked.text.slice(ends[index - 2] ?? 0, from);
    const text =
      written.length > LONGEST ? written : inWordsOfRules(leaning(labelled(written), before));
    const [start, stop] = [masked.at(from), masked.at(end)];
    const isLine = ends.length === 1 || pairs.length > 0;
    return [{ start, end: stop, text, isLine, figures: figuresIn(text, figures) }];
  });
}

/** A sentence that leans on one before it, as a statement of its own. */
function leaning(masked: string, before: string | undefined): string {
  return withAntecedent(withLabel(withAnswer(masked)), before);
}

/** "Renewal: +5% max. Invoices are due": behind its figure the word ends a sentence, where a capital begins the next. */
function endsBehindFigure(masked: ReturnType<typeof mask>, index: number, text: string): boolean {
  const at = masked.at(index);
  return (
    /‹[mnpd]\d+› (?:max|min|p\.a|yrs?|mos?|disc)$/.test(
      masked.text.slice(Math.max(0, index - 20), index),
    ) && /^\s+\p{Lu}\p{Ll}/u.test(text.slice(at + 1, at + 5))
  );
}

/** The point of "10 per cent. on all fees" ends no sentence. */
function goesOnBehindPercent(
  masked: ReturnType<typeof mask>,
  index: number,
  text: string,
): boolean {
  const at = masked.at(index);
  const unit = /per ?cent$/i.exec(text.slice(at - 8, at))?.[0];
  const next = masked.text.slice(index + 1, index + 12);
  if (unit === undefined || !/‹p\d+›$/.test(masked.text.slice(Math.max(0, index - 10), index)))
    return false;
  if (/^\s+(?:of|off|and|or|discount|per)\b/.test(next)) return true;
  const begins = /^\s+\p{Lu}\p{Ll}/u.test(text.slice(at + 1, at + 4));
  const isPoint = unit.includes(" ") && !begins;
  return isPoint && /^\s+(?:on|where|when|if|for|in|at|with|from|once|provided)\b/.test(next);
}

/** "Discount; 8 %", "Term,36 months": a semicolon, or a comma without a space, behind a label is the colon of a row. */
function labelled(masked: string): string {
  return masked
    .replace(/^(\W*[a-z][a-z() -]{2,40}?):?[\s*_]*\n[\s•*-]*/, "$1: ")
    .replace(/^(\W*[a-z][a-z() -]{2,40})(?:; ?|,)(?=[^\s;,][^;,]*$)/, "$1: ");
}

const TERM_LABEL =
  /^\s*(?:term|duration|length|billing|payments?(?: terms)?|invoic\w+|overages?|excess|roll-?over|unused|shortfall|uplift|renewal|price (?:lock|protection)|support|cap)\b[^:|‹]{0,25}:/;

/** "Discount: 13% | term: 2 years | billing: annual": a bar beside the label of a term divides. */
function labelledCells(masked: string): readonly number[] {
  const bars = [...masked.matchAll(/\|/g)].map(({ index }) => index);
  return bars.filter((bar, index) => {
    const begins = (bars[index - 1] ?? -1) + 1;
    return TERM_LABEL.test(masked.slice(bar + 1)) || TERM_LABEL.test(masked.slice(begins, bar));
  });
}

const PAIR = pattern("^\\s*(?:G\\s*(?:->|=+>?|[:@/-])\\s*N|N\\s*(?:->|=+>?|[:@/-])\\s*M)\\s*$");

/** Where a line divides nothing but pairs of figures without %, "500k→12, 1M→16": each is a line of a list. */
function listedPairs(masked: string, figures: readonly Figure[]): readonly number[] {
  const label = /^[^‹:]{0,40}:(?=\s*‹)/.exec(masked)?.[0] ?? "";
  const parts = masked.slice(label.length).split(/(?<=[,;|])/);
  const isPair = (part: string): boolean =>
    PAIR.test(part.replace(/[,;|]$/, "")) &&
    figuresIn(part, figures).some(({ kind, value }) => kind === "money" || value >= 1000);
  if (parts.length < 2 || !parts.every(isPair)) return [];
  let at = label.length;
  return parts.map((part) => (at += part.length));
}

/** A part of the text with its figures masked, and where in the text each of its characters is. */
export function mask(
  { start, end }: Span,
  figures: readonly Figure[],
  text: string,
): { readonly text: string; readonly at: (index: number) => number } {
  let masked = "";
  const places: number[] = [];
  const add = (part: string, place: (index: number) => number): void => {
    for (let index = 0; index < part.length; index++) places.push(place(index));
    masked += part;
  };
  let at = start;
  for (let index = firstFrom(start, figures); index < figures.length; index++) {
    const figure = figures[index];
    if (figure === undefined || figure.start >= end) break;
    if (figure.start < at || figure.end > end) continue;
    const from = at;
    add(lowered(text.slice(from, figure.start)), (offset) => from + offset);
    add(`‹${LETTERS[figure.kind]}${index}›`, () => figure.start);
    at = figure.end;
  }
  const from = at;
  add(lowered(text.slice(from, end)), (offset) => from + offset);
  places.push(end);
  return { text: masked, at: (index) => places[index] ?? end };
}

/** Small letters, as many as there were. */
function lowered(text: string): string {
  const small = text.toLowerCase();
  return small.length === text.length ? small : text;
}
