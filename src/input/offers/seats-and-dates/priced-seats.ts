import { countingIn } from "./counting";
import { type Figure, figuresIn, type Masked } from "./masked";
import { type Period, priceWords } from "./price-words";
import { type About, NOT_FIRM, SAME_DISCOUNT, UNIT } from "./seat-words";

/** Seats as a proposal writes them; what it leaves open is undefined. */
export interface WrittenSeats {
  readonly product: string;
  readonly count: number;
  readonly price: Extract<Figure, { readonly kind: "money" }>;
  /** Whether the price is that of one seat; else of all of them. */
  readonly isEach: boolean | undefined;
  readonly period: Period | undefined;
  /** For how long they are paid, where it says so. */
  readonly months: number | undefined;
  /** Whether they count toward the commitment. */
  readonly counts: boolean | undefined;
  /** A fraction off their price, or that of the commitment. */
  readonly discount: number | "band";
  readonly from: readonly string[];
}

const OWN_DISCOUNT =
  /(?<!\bat (?:an? )?)‹percent\d+›\s*(?:off\b|discount\b|reduction\b)|\b(?:less|minus|discounted by)\s+‹percent\d+›/;
const PRICE_IS_NET = /\b(?:after|net|including|incl|already|reflects?|discounted)\b/;

/** The seats of one sentence: cut before each count; none where a part of it is not understood. */
export function itemsOf({ statement: { from }, sentence }: About): readonly WrittenSeats[] {
  const { counts, rest } = countingIn(sentence.text);
  const text = rest.replace(/\bover (?=‹months)/g, "for ");
  if (NOT_FIRM.test(text)) return [];
  const begins = [...text.matchAll(/‹seats/g)].map(({ index }) => index);
  const parts =
    begins.length <= 1
      ? [text]
      : begins.map((begin, index) => text.slice(index === 0 ? 0 : begin, begins[index + 1]));
  const items = parts.map((part) => itemOf(ownPart(part), sentence));
  const periods = new Set(items.flatMap((item) => item?.period ?? []));
  const [period] = periods;
  const read = items.flatMap((item) => (item ? [item] : []));
  if (read.length < items.length) return [];
  return read.map((item) => ({
    ...{ ...item, counts, from: [from] },
    period: item.period ?? (periods.size === 1 ? period : undefined),
  }));
}

/** Where another amount with its price is before the seats, the part that begins with them. */
function ownPart(part: string): string {
  const begin = part.search(/‹seats/);
  const [before, own] = [part.slice(0, begin), part.slice(begin)];
  return begin > 0 && /‹money/.test(before) && /‹money/.test(own) ? own : part;
}

type Item = Omit<WrittenSeats, "counts" | "from">;

function itemOf(part: string, sentence: Masked): Item | undefined {
  const counted = countOf(part, sentence);
  const [price, total, ...more] = figuresIn(part, sentence, "money");
  const lengths = figuresIn(part, sentence, "months");
  if (!counted || !price || more.length > 0 || lengths.length > 1) return undefined;
  if (/‹(?:day|notice)/.test(part)) return undefined;
  const months = monthsOf(part, lengths[0]?.value);
  const discount = discountOf(part, sentence);
  if (months === "unclear" || discount === undefined) return undefined;
  const { isEach, period } = priceWords(part);
  const item: Item = {
    ...{ product: counted.product, count: counted.value, price, isEach, period, discount },
    months,
  };
  return total === undefined || isTotalOf(total, item) ? item : undefined;
}

/** How many seats: "120 premium seats", "Seats: 120 x", "120 x $60 per seat"; undefined where a further number is near. */
function countOf(
  part: string,
  sentence: Masked,
): { readonly value: number; readonly product: string } | undefined {
  const [seats, ...others] = figuresIn(part, sentence, "seats");
  const numbers = figuresIn(part, sentence, "number");
  const [number] = numbers;
  const isWhole = (value: number): boolean => Number.isInteger(value) && value > 0;
  if (seats) {
    if (others.length + numbers.length > 0 || !isWhole(seats.value)) return undefined;
    const [, label = ""] = LABEL.exec(part) ?? [];
    return { value: seats.value, product: seats.product || named(label) };
  }
  const isCount = new RegExp(
    `\\b${UNIT}\\b[^‹]{0,20}[:(=-]\\s*‹number|‹number\\d+›\\s*[x×*@]\\s*‹money|‹money[^‹]*[x×*]\\s*‹number`,
  ).test(part);
  if (numbers.length !== 1 || !number || !isCount || !isWhole(number.value)) return undefined;
  const [, label = ""] =
    new RegExp(`^\\W*((?:[\\p{L}-]+ ){0,3}?)${UNIT}\\b[^‹]*‹number`, "u").exec(part) ?? [];
  return { value: number.value, product: named(label) };
}

/** The name in a label; "Number of" names nothing. */
function named(label: string): string {
  return label.replace(/^(?:(?:number|count) of|quantity|qty|total)\b/, "").trim();
}

/** "Team: 40 seats" */
const LABEL =
  /^\W*((?!(?:seats?|licen\w+|users?|line|item|in|on|for|as|and|also|plus|note|separate\w*|addition\w*|includ\w*|option\w*|offer|proposal|summary|pricing|prices?|terms?|update|total)\b)\p{L}[\p{L} -]{1,30}):\s*‹seats/u;

/** For how long: "for 12 months", "x 12 months", "for the year"; a length of something else leaves the sentence unread. */
function monthsOf(part: string, length: number | undefined): number | undefined | "unclear" {
  if (length === undefined) return undefined;
  const isOfSeats =
    /(?:\bfor|[x×*]|,)\s*(?:an? |the |all )?(?:full |whole |first )?‹months\d+›/.test(part);
  return isOfSeats && length > 0 ? length : "unclear";
}

function discountOf(part: string, sentence: Masked): number | "band" | undefined {
  const [percent, ...more] = figuresIn(part, sentence, "percent");
  if (percent === undefined) {
    if (!/\bdiscount/.test(part)) return 0;
    if (/\bno discount\b/.test(part)) return 0;
    return SAME_DISCOUNT.test(part) ? "band" : undefined;
  }
  const isOwn = more.length === 0 && OWN_DISCOUNT.test(part) && !PRICE_IS_NET.test(part);
  return isOwn && percent.value < 1 ? percent.value : undefined;
}

/** Whether a further amount is only what the seats come to: in a month, in the months that are said, or in a year. */
function isTotalOf(total: { readonly value: number }, item: Item): boolean {
  const { count, price, months = 12 } = item;
  const once = count * price.value;
  return [once, once * months, once * 12].some((sum) => Math.abs(sum - total.value) < 0.5);
}
