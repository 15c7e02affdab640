import { dayOf, monthsLater } from "../../../core/calendar";
import { MONTHS, monthNumber } from "../../headings/calendar-labels";
import { codeOf, SIGN } from "../figures/currency-signs";
import { readSpelled, SPELLED } from "../figures/spelled-numbers";

/** A figure of a sentence about seats or dates. */
export type Figure =
  /** Days that it may be, as Excel counts them: two where day and month could trade places. */
  | { readonly kind: "day"; readonly days: readonly number[] }
  | { readonly kind: "seats"; readonly value: number; readonly product: string }
  | { readonly kind: "money"; readonly value: number; readonly currency: string }
  | Plain<"percent">
  | Plain<"months">
  /** Days of notice, or of anything else. */
  | Plain<"notice">
  | Plain<"number">;

interface Plain<K extends string> {
  readonly kind: K;
  readonly value: number;
}

/** A sentence in small letters whose figures are masked by their kind and their index: "‹seats0› at ‹money1› a month". */
export interface Masked {
  readonly text: string;
  readonly figures: readonly Figure[];
}

const MONTH = `(?<month>${MONTHS})\\b\\.?`;
const DAYS: readonly string[] = [
  "(?<iso>\\d{4}-\\d{1,2}-\\d{1,2})(?!\\d)",
  "(?<first>\\d{1,2})(?<mark>[./-])(?<second>\\d{1,2})\\k<mark>(?<yearLast>\\d{4})(?!\\d)",
  `(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of|\\.)?[ -]${MONTH},?[ -](?<year>\\d{4})(?!\\d)`,
  `${MONTH.replace("month", "monthFirst")} (?<dayLast>\\d{1,2})(?:st|nd|rd|th)?,? (?<ofYear>\\d{4})(?!\\d)`,
  `(?:the )?end of (?:${MONTH.replace("month", "monthEnd")},? )?(?<yearEnd>20\\d\\d)(?!\\d)`,
];
const POINTED = "(?:\\d{1,3}(?:[, ']\\d{3})+|\\d+)(?:\\.\\d{1,2})?(?![\\d]|[.,]\\d)";
const COMMAED = "(?:\\d{1,3}(?:[. ']\\d{3})+|\\d+)(?:,\\d{1,2})?(?![\\d]|[.,]\\d)";
const SCALE = "(?:\\s?(?<scale>k|mm?|mn|thousand|million)\\b)?";
const THOUSAND = /^[kt]/i;
const AFTER = "[€£$]|(?:usd|eur|gbp|chf|euros?|dollars?|pounds?)(?![a-z])";
/** Words of a product between the count and its seats. */
const WORD =
  "(?!(?:per|an?|for|at|of|to|the|x|and|or|in|each|all|more|extra|additional|new|further|other|months?|years?|days?|percent)\\b)[a-z][\\w'&-]*";

const patternWith = (number: string): RegExp =>
  new RegExp(
    [
      ...DAYS,
      `(?<![a-z])(?<sign>${SIGN})\\s?(?<amount>${number})${SCALE}`,
      `(?<amountBefore>${number})\\s?(?<signAfter>${AFTER})`,
      `(?<percent>${number})\\s?(?:%|per ?cent\\b)`,
      `(?:(?:${SPELLED})\\s\\(\\s?)?(?<period>${number})\\s?\\)?[ -]?(?<unit>(?:calendar )?days?|months?|mos?|mths?|years?|yrs?)\\b`,
      `\\b(?<spelled>${SPELLED})[ -](?<spelledUnit>(?:calendar )?days?|months?|years?)\\b`,
      `(?<count>${number})\\s+(?<product>(?:${WORD}\\s+){0,3}?)(?:seats?|licen[cs]es?|users?)\\b`,
      "(?<number>\\d[\\d.,']*)",
    ].join("|"),
    "giu",
  );
const WITH_POINT = patternWith(POINTED);
const WITH_COMMA = patternWith(COMMAED);

/** Masks the figures of a sentence; a comma is the decimal sign where the rest of the text has it so. */
export function masked(text: string, isCommaDecimal: boolean): Masked {
  const figures: Figure[] = [];
  const numberOf = (written = ""): number =>
    Number(
      isCommaDecimal
        ? written.replace(/[. ']/g, "").replace(",", ".")
        : written.replace(/[, ']/g, ""),
    );
  const words = text.replace(isCommaDecimal ? WITH_COMMA : WITH_POINT, (written, ...rest) => {
    const groups: Readonly<Record<string, string | undefined>> = rest.at(-1);
    const figure = figureOf(written, groups, numberOf);
    figures.push(figure);
    return `‹${figure.kind}${figures.length - 1}›`;
  });
  return { text: words.toLowerCase(), figures };
}

type Groups = Readonly<Record<string, string | undefined>>;

function figureOf(written: string, groups: Groups, numberOf: (written?: string) => number): Figure {
  const { sign, amount, amountBefore, signAfter, percent, count, product = "" } = groups;
  if (amount !== undefined) {
    const { scale } = groups;
    const times = scale === undefined ? 1 : THOUSAND.test(scale) ? 1e3 : 1e6;
    return { kind: "money", value: numberOf(amount) * times, currency: codeOf(sign ?? "") };
  }
  if (amountBefore !== undefined)
    return { kind: "money", value: numberOf(amountBefore), currency: codeOf(signAfter ?? "") };
  if (percent !== undefined) return { kind: "percent", value: numberOf(percent) / 100 };
  if (count !== undefined)
    return { kind: "seats", value: numberOf(count), product: product.trim().replace(/\s+/g, " ") };
  const length = groups["unit"] ?? groups["spelledUnit"];
  if (length !== undefined) {
    const { period, spelled = "" } = groups;
    const value = period === undefined ? (readSpelled(spelled) ?? Number.NaN) : numberOf(period);
    if (/day/i.test(length)) return { kind: "notice", value };
    return { kind: "months", value: /^y/i.test(length) ? 12 * value : value };
  }
  if (groups["number"] !== undefined) return { kind: "number", value: numberOf(groups["number"]) };
  return { kind: "day", days: daysOf(written, groups) };
}

/** The days that a date may be. A point between its parts has the day first. */
function daysOf(written: string, groups: Groups): readonly number[] {
  const { iso, first, second, mark, yearLast, day, month, year, yearEnd } = groups;
  const some = (...days: readonly (number | undefined)[]): readonly number[] => [
    ...new Set(days.flatMap((one) => one ?? [])),
  ];
  if (iso !== undefined) {
    const [ofYear, ofMonth, ofDay] = written.split("-").map(Number);
    return some(dayOf(ofYear ?? 0, ofMonth ?? 0, ofDay ?? 0));
  }
  if (yearLast !== undefined) {
    const [one, other, of] = [Number(first), Number(second), Number(yearLast)];
    return mark === "."
      ? some(dayOf(of, other, one))
      : some(dayOf(of, one, other), dayOf(of, other, one));
  }
  if (yearEnd !== undefined) {
    const { monthEnd } = groups;
    const begins = dayOf(Number(yearEnd), monthEnd === undefined ? 12 : monthNumber(monthEnd), 1);
    return some(begins === undefined ? undefined : monthsLater(begins, 1) - 1);
  }
  const { monthFirst, dayLast, ofYear } = groups;
  return monthFirst === undefined
    ? some(dayOf(Number(year), monthNumber(month ?? ""), Number(day)))
    : some(dayOf(Number(ofYear), monthNumber(monthFirst), Number(dayLast)));
}

/** The figures of a kind in a part of a masked sentence, in order. */
export function figuresIn<K extends Figure["kind"]>(
  part: string,
  { figures }: Masked,
  kind: K,
): readonly Extract<Figure, { readonly kind: K }>[] {
  const isOfKind = (figure: Figure | undefined): figure is Extract<Figure, { kind: K }> =>
    figure?.kind === kind;
  return [...part.matchAll(/‹\D+(\d+)›/g)]
    .map(([, index]) => figures[Number(index)])
    .filter(isOfKind);
}
