import { CODES, codeOf, SIGN, SIGN_AFTER } from "./currency-signs";
import type { Figure, FigureKind } from "./figure";
import { sticky } from "./sticky";
import { type DecimalSign, firstNumber, readWritten } from "./written-numbers";

const SUFFIX =
  "mio\\.|mrd\\.?|tsd\\.?|crores?|lakhs?|k|mm|mn|mio|mil|m|bn|b|thousand|grand|millions?|billions?";

const PERIOD =
  "(?:\\+?\\s?/\\s?|\\+?[\\s-]?per[ -]|\\s?an? |(?: in)?\\s?each |(?: in)?\\s?every |\\s?p[./]?(?=\\s?a\\b))\\s?(?:contract |calendar |agreement )?((?:12|twelve)[- ]months?(?: period)?|month|mo|mth|m|quarter|qtr|q|year|yr|y|annum|a)\\b(?:(?<=p\\.\\s?a)\\.)?|\\s(monthly|quarterly|annually|yearly|annual|mrr|acv)\\b(?! (?:in )?(?:advance|arrears))|\\s?p\\.?(?:c\\.?)?(m)\\b\\.?";

const UNITS =
  "tokens?|mtoks?|requests?|calls?|messages?|texts?|sms|seats?|users?|licen[cs]es?|gb|tb|gib|tib|hours?|hrs?|minutes?|units?|events?|images?|queries|transactions?|conversations?|records?|devices?|employees?|credits?|instances?|nodes?|cores?|vcpus?|pages?|documents?|characters?|words|emails?|downloads?|customers?|people|participants|attendees|engineers|developers|downloads|sites|stores|impressions|clicks|visits|views|installs|api";

const UNIT_WORDS = `(?:(?:premium|standard|basic|enterprise|pro|professional|business|full|viewer|api|input|output|text|sms|monthly|active|named|named|paid|outbound|inbound|llm|prompt|completion|billable) )*(?:${UNITS})`;

export const RUN = "\\d{1,3}(?:[ ']\\d{3})+(?!\\d)(?:[.,]\\d{1,2}(?!\\d))?|\\d[\\d.,]*\\d|\\d";

const NUMBER = sticky(
  `(?:(${SIGN})\\s?)?(${RUN}|(?<![\\d.])\\.\\d+)(?:,-{1,2}(?![\\d-]))?(?:(?:\\s?|-(?=thousand|million|billion))(${SUFFIX})(?![\\p{L}\\d])|(?=\\s?\\p{L})\\s?(${SUFFIX})(?=\\s?(?:${CODES})(?![a-z])))?(?:\\s?(${SIGN_AFTER}))?`,
);

/** Words for what is counted instead of money. */
export const COUNTED = new RegExp(`\\b(?:${UNITS})\\b`, "i");

const AFTER_PERIOD = sticky(PERIOD);

const AFTER_UNIT_PRICE = sticky(
  `\\s?(?:/|per\\b|each\\b|for each\\b|an? )\\s?(?:(?:1|\\d[\\d,]*)\\s?)?(?:(?:k|m|mm|million|thousand)\\s?)?(?:${UNIT_WORDS})\\b|\\s?/\\s?(?:1|1,?000)\\s?(?:k|m|mm|million|thousand)\\b(?!\\s?[$€£])|\\s?(?:/|per\\b|(?:for|on|in) (?:each|every|the)\\b)\\s?(?:(?:${SIGN})\\s?1(?![\\d.,]*[\\dkm])|(?:(?:list|us) )?dollar\\b)`,
);

const AFTER_QUANTITY = sticky(`\\s?(?:of )?(?:${UNIT_WORDS})\\b`);

const SEATS = /seat|licen|user/i;

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
  mrd: 1e9,
  tsd: 1e3,
  lakh: 1e5,
  lakhs: 1e5,
  crore: 1e7,
  crores: 1e7,
};

export function numberAt(text: string, start: number, sign: DecimalSign): Scanned | undefined {
  NUMBER.lastIndex = start;
  const found = NUMBER.exec(text);
  if (!found) return undefined;
  const [all, before, run = "", suffixOne, suffixTwo, after] = found;
  const digits = firstNumber(run, sign, false);
  const isCut = digits !== run;
  const suffix = isCut ? undefined : (suffixOne ?? suffixTwo)?.toLowerCase().replace(".", "");
  const scale = suffix === undefined ? undefined : SUFFIXES[suffix];
  const end = isCut ? start + all.indexOf(run) + digits.length : start + all.length;
  const behind = isCut ? undefined : after;
  // "$500k USD" says which dollar.
  const isOpen = before === undefined || codeOf(before) === "$";
  const written = isOpen ? (behind ?? before) : before;
  const currency = written === undefined ? undefined : codeOf(written);
  // "150.000,-" has no cents, so its point groups.
  const isWhole = /,-/.test(all);
  const read = readWritten(
    digits.replace(/^\./, "0."),
    isWhole ? "comma" : sign,
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
export function withPeriod(text: string, amount: Scanned): Scanned {
  if (amount.kind !== "money" && amount.kind !== "number") return amount;
  const follow = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = amount.end;
    return pattern.exec(text) ?? undefined;
  };
  const unit = amount.currency === undefined ? undefined : follow(AFTER_UNIT_PRICE);
  if (unit) return { ...amount, kind: "unitPrice", end: amount.end + unit[0].length };
  const quantity = amount.currency === undefined ? follow(AFTER_QUANTITY) : undefined;
  if (quantity) {
    const kind = SEATS.test(quantity[0]) ? "seats" : "quantity";
    return { ...amount, kind, end: amount.end + quantity[0].length };
  }
  const period = follow(AFTER_PERIOD);
  if (!period) return amount;
  const unitOfTime = (period[1] ?? period[2] ?? period[3] ?? "").toLowerCase();
  const perYear = /^(?:12|t)/.test(unitOfTime)
    ? 1
    : unitOfTime.startsWith("m")
      ? 12
      : unitOfTime.startsWith("q")
        ? 4
        : 1;
  return { ...amount, end: amount.end + period[0].length, perYear };
}

export type Scanned = Omit<Figure, "kind"> & { readonly kind: FigureKind | "skipped" };
