import { CURRENCIES } from "../../core/currency";
import type { Source, Span } from "./source";
import { readSpelled, SPELLED } from "./spelled-numbers";
import { type DecimalSign, decimalSign, firstNumber, readWritten } from "./written-numbers";

/** What a figure counts. Each kind is a letter in a masked clause. */
export type FigureKind =
  | "money"
  | "percent"
  | "number"
  | "duration"
  | "days"
  | "times"
  | "quantity"
  | "unitPrice"
  | "label"
  | "aside"
  | "broken";

/** A figure of the text, with everything that is written onto it: sign, suffix, unit, period. */
export interface Figure extends Span {
  readonly kind: FigureKind;
  /** Money in its currency, a percentage as a fraction, a duration in months; 0 where it counts nothing. */
  readonly value: number;
  /** Parts of a year that the amount is for: 12 a month; 1 where a year is written. */
  readonly perYear?: 1 | 4 | 12;
  /** "$", or a code. */
  readonly currency?: string;
  /** A suffix of thousands, millions or more. */
  readonly scale?: number;
  /** Two values that the amount may have: a point may group or divide, a suffix may be shared or not. */
  readonly unsure?: {
    readonly about: "separator" | "sharedUnit";
    readonly readings: readonly [number, number];
  };
  /** The upper end of a range. */
  readonly high?: Figure;
  /** The lower end of a range has the suffix of the upper one. */
  readonly isShared?: boolean;
  /** A calendar date: days since 1970. */
  readonly day?: number;
  /** A number cell. */
  readonly isCell?: boolean;
}

const CODES = CURRENCIES.map(({ code }) => code).join("|");
const SIGN = `(?:us|ca|c|au|a|nz|hk|sg|s|mx|r|cn)?\\$|[€£¥₹₩₪]|(?:${CODES})(?![a-z])\\s?\\$?|fr\\.|sfr\\.?|kr\\.?(?![a-z])|rs\\.?(?![a-z])|euros?(?![a-z])`;
const SIGN_AFTER = `us\\$|ca\\$|a\\$|(?<=[\\dkm])[$€£¥₹](?!\\d)|[$€£¥₹](?!\\s?\\d)|(?:us |u\\.s\\. )?dollars?\\b|euros?\\b|pounds?\\b|francs?\\b|(?:${CODES})(?![a-z])(?!\\s?\\d[\\d.,]*(?![\\d.,]|\\s?(?:%|per ?cent)))`;
const SUFFIX = "k|mm|mn|mio|mil|m|bn|b|thousand|grand|millions?|billions?";
const PERIOD =
  "(?:\\s?/\\s?|\\s?per |\\s?an? |\\s?each |\\s?every |\\s?p\\.)\\s?(?:contract |calendar |agreement )?(month|mo|mth|m|quarter|qtr|q|year|yr|y|annum|a)\\b(?:(?<=p\\.\\s?a)\\.)?|\\s(monthly|quarterly|annually|yearly|annual)\\b(?! (?:in )?(?:advance|arrears))";
const UNITS =
  "tokens?|mtoks?|requests?|calls?|messages?|texts?|sms|seats?|users?|licen[cs]es?|gb|tb|gib|tib|hours?|hrs?|minutes?|units?|events?|images?|queries|transactions?|conversations?|records?|devices?|employees?|credits?|instances?|nodes?|cores?|vcpus?|pages?|documents?|characters?|words|emails?|downloads?|customers?|people|participants|attendees|engineers|developers|downloads|sites|stores|impressions|clicks|visits|views|installs|api";
const UNIT_WORDS = `(?:(?:api|input|output|text|sms|monthly|active|named|named|paid|outbound|inbound|llm|prompt|completion|billable) )*(?:${UNITS})`;
const MONTHS =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const RUN = "\\d{1,3}(?:[ ']\\d{3})+(?!\\d)(?:[.,]\\d{1,2}(?!\\d))?|\\d[\\d.,]*\\d|\\d";

/** Tried at one place; a space in it never reaches into the next line. */
const sticky = (source: string): RegExp => new RegExp(source.replaceAll("\\s", " "), "iuy");

/** What is a date, an hour, a phone number, an address or a reference, and never an amount. */
const ASIDES: readonly RegExp[] = [
  "https?://\\S+|www\\.\\S+|[\\w.+-]+@[\\w-]+\\.\\w[\\w.]*",
  "\\d{4}-\\d{1,2}-\\d{1,2}(?:t[\\d:.]+z?)?(?!\\d)",
  "\\d{1,2}([./-])\\d{1,2}\\1(?:20)?\\d{2}(?![\\d%]|\\s?%)",
  `(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of|\\.)?[ -](?:${MONTHS})\\b\\.?(?:,?[ -](?:20\\d\\d|'?\\d\\d(?!\\d)))?`,
  `(?:${MONTHS})\\b\\.? \\d{1,2}(?:st|nd|rd|th)?(?![\\d.,%]*[\\dk%])(?:,? 20\\d\\d)?`,
  `(?:${MONTHS})\\b[ -]'?(?:20)?\\d\\d(?!\\d)`,
  "\\d{1,2}(?:st|nd|rd|th)\\b",
  "\\d{1,2}[:.]\\d{2}\\s?[ap]\\.?m\\b\\.?|\\d{1,2}\\s?[ap]\\.?m\\b\\.?|\\d{1,2}:\\d{2}(?::\\d\\d)?(?!\\d|\\s?(?:%|per ?cent))",
  "\\+\\d{1,3}[ .(-][\\d ().-]{6,}\\d|\\(\\d{3}\\) ?\\d{3}[ .-]\\d{4}|\\d{3}[.-]\\d{3}[.-]\\d{4}",
  "24 ?[x/] ?7|\\d{1,2}x[57]\\b",
  "\\d{1,2}/\\d{1,2}(?![\\d/]|\\s?%)",
  "(?:q[1-4]|h[12]|fy|cy)[ -]?'?(?:20)?\\d{0,2}(?:[/-]\\d{2})?\\b",
  "(?:20\\d\\d)[/-](?:20)?\\d\\d(?!\\d)",
  `(?:room|suite|passcode|pin|ext|extension|no|nr|order|quote|ref|reference|schedule|section|sections|clause|article|appendix|exhibit|annex|paragraph|page|version|soc|iso|rfc|case|ticket|invoice|po|id|building|floor|street|box|zip|slide|round|phase|part|attachment|addendum|amendment|revision|rev|draft|opportunity|footnote|§|#)(?: (?:no|number|nr|form|code|id))?[.:]?\\s?#?(?:[a-z]{1,4}[-/ ])?\\d[\\w./-]*(?<![./-])(?:[ ]\\d{3}(?!\\d))?(?![\\d.,]*\\s?%)(?!\\w)`,
  "(?!(?:us|ca|au|nz|hk|sg|mx)?(?:\\$|usd|eur|gbp|chf|cad|aud|inr|jpy|sek|nok|dkk|pln|nzd|sgd|hkd|zar|brl|mxn|czk|ils|krw|cny|aed))(?<![\\p{L}\\d])(?:v|[a-z]{1,5}-)\\d[\\w.-]*(?<![.-])(?![\\d.,]*\\s?%)(?!\\w)",
].map(sticky);

const LABEL = sticky(
  `(?:contract |agreement |term |commitment )?(?:year|yr|y)[ -]?(?:[1-9]|one|two|three|four|five)\\b(?![\\d.,]*[\\d%k])`,
);
/** A name that ends in a number, whose number is no figure: "Tier 1". */
const NUMBERED = sticky(
  `(?:tier|band|level|step|option|plan|package|stage|bracket|group)[ -]?(?:no\\.? ?|#)?(?:\\d{1,2}|one|two|three|four|five|six)\\b(?![.,]?\\d|\\s?[%k])`,
);
const DURATION = sticky(
  `(${RUN}|${SPELLED})(?:\\s?\\(\\s?(?:(\\d{1,3})|${SPELLED})\\s?\\))?[ -]*(?:contract |calendar |consecutive |full |agreement |successive )*(years?|yrs?|y|months?|mos?|mths?|m(?<=\\b(?:over|for|term:?) \\d\\dm))\\b(?:'s?)?`,
);
const DAYS = sticky(
  `(\\d{1,3}|${SPELLED})(?:\\s?\\(\\s?(?:(\\d{1,3})|${SPELLED})\\s?\\))?[ -]*(?:calendar |business |working )?(?:days?|weeks?|hours?|hrs?|minutes?|mins?)\\b(?:'s?)?`,
);
const PERCENT_UNIT =
  "\\s?(?:%|per ?cent\\b|pct\\b|percentage points?\\b|p\\.?p\\.?\\b|points?\\b|pts?\\b)";
const BASIS_POINTS = "\\s?(?:bps\\b|bp\\b|basis points?\\b)";
const PERCENT = sticky(
  `(${RUN}|\\.\\d+|${SPELLED})(?:${PERCENT_UNIT}|(${BASIS_POINTS}))(?:\\s?\\(\\s?(${RUN})\\s?(?:%|per ?cent)\\s?\\))?`,
);
const SPELLED_PERCENT = sticky(
  `(?:${SPELLED})(?:\\s?per ?cent)?\\s?\\(\\s?(${RUN})\\s?(?:(?:%|per ?cent)\\s?\\)|\\)\\s?(?:%|per ?cent\\b))`,
);
const TIMES = sticky(`(${RUN})\\s?(?:x(?![\\p{L}\\d])|×|times\\b)|[x×]\\s?(${RUN})(?![\\p{L}\\d])`);
const SPELLED_MONEY = sticky(
  `(?:(?:${SIGN})\\s?)?(?:${SPELLED})\\s?(?:(?:us |u\\.s\\. )?dollars|euros|pounds|francs|usd|eur|gbp|chf)?\\s?\\(\\s?(?=(?:${SIGN})?\\s?\\d)([^()]{2,30})\\)`,
);
const SPELLED_ALONE = sticky(
  `(${SPELLED})(?:\\s?(?:(us |u\\.s\\. )?(dollars)|(euros)|(pounds)))?(?![\\p{L}-])`,
);
const NUMBER = sticky(
  `(?:(${SIGN})\\s?)?(${RUN}|(?<![\\d.])\\.\\d+)(?:\\s?(${SUFFIX})(?![\\p{L}\\d])|(?=\\s?\\p{L})\\s?(${SUFFIX})(?=\\s?(?:${CODES})(?![a-z])))?(?:\\s?(${SIGN_AFTER}))?`,
);
const AFTER_PERIOD = sticky(PERIOD);
const AFTER_UNIT_PRICE = sticky(
  `\\s?(?:/|per\\b|each\\b|for each\\b|an? )\\s?(?:(?:1|\\d[\\d,]*)\\s?)?(?:(?:k|m|mm|million|thousand)\\s?)?(?:${UNIT_WORDS})\\b|\\s?/\\s?(?:1|1,?000)\\s?(?:k|m|mm|million|thousand)\\b`,
);
const AFTER_QUANTITY = sticky(`\\s?(?:of )?(?:${UNIT_WORDS})\\b`);
const WORD = sticky("[\\p{L}][\\p{L}']*");

const SUFFIXES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  grand: 1e3,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  mio: 1e6,
  mil: 1e6,
  million: 1e6,
  millions: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  billions: 1e9,
};

function codeOf(sign: string): string {
  const text = sign.trim().toUpperCase();
  const known: Readonly<Record<string, string>> = {
    $: "$",
    DOLLAR: "$",
    DOLLARS: "$",
    US$: "USD",
    "US DOLLARS": "USD",
    "US DOLLAR": "USD",
    "U.S. DOLLARS": "USD",
    "€": "EUR",
    EURO: "EUR",
    EUROS: "EUR",
    "£": "GBP",
    POUND: "GBP",
    POUNDS: "GBP",
    "¥": "JPY",
    "₹": "INR",
    "RS.": "INR",
    RS: "INR",
    "₩": "KRW",
    "₪": "ILS",
    "FR.": "CHF",
    SFR: "CHF",
    "SFR.": "CHF",
    FRANCS: "CHF",
    C$: "CAD",
    CA$: "CAD",
    A$: "AUD",
    AU$: "AUD",
    NZ$: "NZD",
    HK$: "HKD",
    S$: "SGD",
    SG$: "SGD",
    MX$: "MXN",
    R$: "BRL",
    CN$: "CNY",
  };
  return known[text] ?? text.replace(/[\s$]/g, "").slice(0, 3);
}

/** Every figure of a text, in order, each with what is written onto it. */
export function figuresOf(source: Source): readonly Figure[] {
  const sign = source.rows ? "point" : decimalSign(source.text);
  const found: Figure[] = [];
  let at = 0;
  while (at < source.text.length) {
    const figure = figureAt(source, at, sign, found.at(-1));
    if (figure?.kind !== undefined && figure.kind !== "skipped")
      found.push({ ...figure, kind: figure.kind });
    at = figure?.end ?? at + 1;
  }
  return found;
}

type Scanned = Omit<Figure, "kind"> & { readonly kind: FigureKind | "skipped" };

function figureAt(
  source: Source,
  start: number,
  sign: DecimalSign,
  last: Figure | undefined,
): Scanned | undefined {
  const { text } = source;
  const cell = source.numbers.get(start);
  if (cell) return { kind: "number", start, end: cell.end, value: cell.value, isCell: true };
  if (!/[\p{L}\p{N}\p{Sc}.+(§#×]/u.test(text[start] ?? "")) return undefined;
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
  for (const pattern of ASIDES) {
    const aside = match(pattern);
    if (aside) return { ...scanned("aside", aside), ...dayOf(aside[0]) };
  }
  if (
    /\p{L}/u.test(text[start - 1] ?? "") &&
    /\d/.test(text[start] ?? "") &&
    !/\bnet$/i.test(text.slice(0, start))
  ) {
    const glued = match(sticky("[\\w.-]*\\w"));
    if (glued) return scanned("aside", glued);
  }
  const label = match(LABEL);
  if (label) return scanned("label", label);
  const numbered = match(NUMBERED);
  if (numbered) return scanned("skipped", numbered);
  const duration = match(DURATION);
  if (duration) {
    const unit = /^y/i.test(duration[3] ?? "") ? 12 : 1;
    const count = wholeNumber(duration[2] ?? duration[1] ?? "");
    return { ...scanned("duration", duration, count * unit), scale: unit };
  }
  const days = match(DAYS);
  if (days) return scanned("days", days, wholeNumber(days[2] ?? days[1] ?? ""));
  const percent = match(SPELLED_PERCENT) ?? match(PERCENT);
  const fraction = percent && percentFrom(scanned("percent", percent), percent, sign);
  if (fraction) return fraction;
  const spelledMoney = match(SPELLED_MONEY);
  if (spelledMoney) {
    const inside = start + spelledMoney[0].lastIndexOf("(") + 1;
    const amount = numberAt(text, text[inside] === " " ? inside + 1 : inside, sign);
    if (amount) return withPeriod(text, { ...amount, start, end: start + spelledMoney[0].length });
  }
  const times = match(TIMES);
  if (times) return scanned("times", times, Number(times[1] ?? times[2]));
  const amount = numberAt(text, start, sign);
  if (amount) return withPeriod(text, amount);
  const alone = match(SPELLED_ALONE);
  const value = alone ? readSpelled(alone[1] ?? "") : undefined;
  if (alone && value !== undefined && value >= 1000) {
    const says = last?.value === value && /\(\s*$/.test(text.slice(last.end, start));
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

/** A percentage; undefined where its run begins with an amount: "250,000,10%". */
function percentFrom(
  scanned: Scanned,
  found: RegExpExecArray,
  sign: DecimalSign,
): Scanned | undefined {
  const isBasisPoints = found[2] !== undefined && /b/i.test(found[2]);
  const run = found[3] ?? found[1] ?? "";
  if (!/^[\d.]/.test(run)) return { ...scanned, value: (readSpelled(run) ?? 0) / 100 };
  const digits = firstNumber(run, sign, true);
  if (digits !== run) return undefined;
  const read = readWritten(run.replace(/^\./, "0."), sign, "percent");
  if (read.kind !== "value") return { ...scanned, kind: "broken" };
  return { ...scanned, value: asFraction(read.value, isBasisPoints ? 10_000 : 100) };
}

/** A percentage as the fraction that people would write: 7 of 100 is 0.07, not 0.07000000000000001. */
function asFraction(figure: number, whole: number): number {
  return Number((figure / whole).toPrecision(12));
}

function numberAt(text: string, start: number, sign: DecimalSign): Scanned | undefined {
  NUMBER.lastIndex = start;
  const found = NUMBER.exec(text);
  if (!found) return undefined;
  const [all, before, run = "", suffixOne, suffixTwo, after] = found;
  const digits = firstNumber(run, sign, false);
  const isCut = digits !== run;
  const suffix = isCut ? undefined : (suffixOne ?? suffixTwo)?.toLowerCase();
  const scale = suffix === undefined ? undefined : SUFFIXES[suffix];
  const end = isCut ? start + all.indexOf(run) + digits.length : start + all.length;
  const written = before ?? (isCut ? undefined : after);
  const currency = written === undefined ? undefined : codeOf(written);
  const read = readWritten(
    digits.replace(/^\./, "0."),
    sign,
    scale === undefined ? "plain" : "scaled",
  );
  const marks = {
    ...(currency !== undefined && { currency }),
    ...(scale !== undefined && { scale }),
  };
  const place = { start, end, ...marks };
  if (read.kind === "broken") return { kind: "broken", value: 0, ...place };
  const times = (value: number): number => Number((value * (scale ?? 1)).toPrecision(15));
  const isMoney = currency !== undefined || scale !== undefined;
  if (read.kind === "either") {
    const [grouped, decimal] = read.readings;
    const readings = [times(grouped), times(decimal)] as const;
    return {
      kind: "money",
      value: readings[0],
      unsure: { about: "separator", readings },
      ...place,
    };
  }
  const value = times(read.value);
  const isYear = !isMoney && /^20\d\d$/.test(digits);
  if (isYear) return { kind: "aside", value, ...place };
  return { kind: isMoney ? "money" : "number", value, ...place };
}

/** An amount with its period, its unit of usage, or neither. */
function withPeriod(text: string, amount: Scanned): Scanned {
  if (amount.kind !== "money" && amount.kind !== "number") return amount;
  const follow = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = amount.end;
    return pattern.exec(text) ?? undefined;
  };
  const unit = amount.currency === undefined ? undefined : follow(AFTER_UNIT_PRICE);
  if (unit) return { ...amount, kind: "unitPrice", end: amount.end + unit[0].length };
  const quantity = amount.currency === undefined ? follow(AFTER_QUANTITY) : undefined;
  if (quantity) return { ...amount, kind: "quantity", end: amount.end + quantity[0].length };
  const period = follow(AFTER_PERIOD);
  if (!period) return amount;
  const unitOfTime = (period[1] ?? period[2] ?? "").toLowerCase();
  const perYear = unitOfTime.startsWith("m") ? 12 : unitOfTime.startsWith("q") ? 4 : 1;
  return { ...amount, end: amount.end + period[0].length, perYear };
}

function dayOf(written: string): { readonly day?: number } {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(written);
  if (iso) return { day: dayNumber(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3])) };
  const year = /20\d\d/.exec(written)?.[0];
  const day = /(?<!\d)\d{1,2}(?!\d)/.exec(written)?.[0];
  const month = MONTH_NAMES.findIndex((name) => written.toLowerCase().includes(name));
  if (year === undefined || day === undefined || month < 0) return {};
  return { day: dayNumber(Number(year), month, Number(day)) };
}

function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month, day) / 86_400_000;
}
