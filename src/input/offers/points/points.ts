import { isForSome } from "../checks/held-in-part";
import { isUnsureAt } from "../checks/unsettled";
import { type Clause, figuresIn, pattern } from "../clauses";
import type { Figure } from "../figures/figure";
import { type Amount, amountAt, saysYearly } from "./amounts";
import { named } from "./band-names";
import { CALLED_BEFORE, isCalled, LIMITED } from "./called-discounts";
import { type Discount, discountAt, discountInWords, OF_LIST } from "./discounts";
import { isAloneBesideOthers, isBesideOthers } from "./foreign";
import { joinsInWords, jointOf } from "./joins";
import { pair } from "./pairs";
import type { Item, Point } from "./point";
import { AT_LIST, type Mark, withoutResults } from "./results";

const BARE_DISCOUNT = /^\s*(?:% )?(?:off|discount|reduction|rebate)\b/;

/** A period that begins a clause is one of all its amounts. */
const LEADS =
  /^[^‹,;:]{0,12}(?<![-\w])(?:monthly|quarterly) (?:spend|commit\w*|minimum|usage|volume|amounts?|fees?|consumption)\b/;

/** "10% when monthly usage > $50k, 15% when > $100k": the period goes on where only words that join follow it. */
const GOES_ON =
  /(?<lead>\b(?:monthly|quarterly) (?:usage|spend|consumption|commit\w*|volume|fees?)\b)(?:‹[mnp]\d+›|[\s,;>=<]|\b(?:and|or|when|if|from|at|above|over|once|for|off|discount|it|is|of|exceeds?|reaches|up|to|between)\b)*$/;

/** What begins with the name of a year is of that year. */
const LED_BY_YEAR = /^[^‹]{0,15}‹l\d+›/;

/** "Multiplier on list: 0.9", "prices are multiplied by 0.9"; without the list price only behind an amount, "$500k: price factor 0.9". */
const FACTOR =
  /\b(?:multiplier|factor|coefficient)s?\b(?:[^‹]|‹n\d+›){0,25}\blist\b|\blist\b[^‹]{0,20}\b(?:multiplier|factor|coefficient)s?\b|(?:‹m\d+›[^;]*\b(?:price|pricing|rate|fee)[- ]|\b(?:price|pricing|rate|fee)[- ](?=[^‹]*‹m))(?:multiplier|factor|coefficient)s?\b|\b(?:list|prices?|rates?|fees?|charges)\b[^‹;]{0,30}\b(?:times\b|multipl\w+ (?:by|with)\b)|\bmultipl\w+\b[^‹;]{0,30}\b(?:list|prices?|rates?|fees?|charges) (?:by|with)\b/;

/** A factor of list: "0.9 x list". */
const TIMES_LIST = /^\s*(?:the |our )?(?:public |published )?list(?: prices?| rates?)?\b/;

/** "List price x 0.9", "$500k: list x 0.9". */
const LIST_TIMES =
  /\blist (?:prices?|rates?|pricing)\s*$|‹m\d+›[^;‹]*\blist\s*$|\bprices?\s*(?:=|:|is|are)\s*list\s*$|\blist\s*‹x\d+›[^;]*[,;]\s*$/;

const MONEY_OFF = pattern(
  "^\\s*(?:(?:in|usd|one-?time|flat|upfront|annual|sign-?(?:ing|on)) )*(?:off|discount|(?:(?:migration|onboarding|service|usage|platform|training|free) )?credits?|rebate|reduction|bonus|back)\\b(?!\\W*(?:of |is |: )*P)",
);

const MONEY_OFF_BEFORE =
  /\b(?:discounts?|credits?|rebate|reduction|bonus|savings?|save|saves)(?: of| worth)?\s*(?:up to )?$/;

/** A discount of a part of the term is none of the whole, and what its sentence gives for the rest is none either. */
const OF_A_PART =
  /^\s*(?:off |discount |reduction )?(?:(?:at|for|on|from) ‹[mn]\d+› )?(?:(?:list )?(?:for|in|during) )(?:the )?(?:(?:first|initial|second|third|last|final|remaining|subsequent|following)\b(?! (?:term|period)\b)|‹l\d+›)|^\s*(?:off |discount )?(?:thereafter|afterwards|from then on)\b/;

/** Another price comes first. */
const AFTER_A_PART =
  /\bfor (?:the )?(?:(?:first|initial) )?‹d\d+›\W*(?:and )?(?:then|after that|afterwards)\b/;

/** What a clause says of amounts and discounts. */
export interface SaidPoints {
  readonly points: readonly Point[];
  /** Amounts beside no discount. */
  readonly amounts: readonly Amount[];
  /** Discounts beside no amount that the clause calls a discount. */
  readonly discounts: readonly Discount[];
  /** Upper ends beside no discount that could be read. */
  readonly ends: readonly Amount[];
  readonly saysMoneyOff: boolean;
}

/** "Under $100k there is no discount, from $100k 5%": parts between commas that say in words that an amount earns nothing. */
function pointsInWords(items: readonly Item[], text: string, clause: Clause): readonly Point[] {
  if (items.length < 2) return [];
  const points: Point[] = [];
  let start = 0;
  for (const part of text.split(/(?<=[,;|])/)) {
    const end = start + part.length;
    const [item, ...more] = items.filter((one) => one.start >= start && one.end <= end);
    const discount = discountInWords(part);
    const isOfList =
      /\blist ‹|\b(?:which is|worth|equals?|i\.e\.?|equivalent to)\b|‹[mn].*‹[mn]/.test(part);
    if (item?.amount && more.length === 0 && discount && !isOfList) {
      const within = [{ ...item, start: item.start - start, end: item.end - start }];
      if (joinsInWords(part, within))
        points.push({
          span: clause,
          amount: item.amount,
          discounts: [discount],
          isContested: false,
        });
    }
    start = end;
  }
  return points;
}

function marksIn(
  text: string,
  all: readonly Figure[],
  isTaken: (figure: Figure) => boolean,
): readonly Mark[] {
  return [...text.matchAll(/‹([mnpx])(\d+)›/g)].flatMap((match) => {
    const figure = all[Number(match[2])];
    const [start, end] = [match.index, match.index + match[0].length];
    const after = text.slice(end);
    if (figure === undefined || isTaken(figure)) return [];
    const before = text.slice(0, start);
    if (figure.kind === "times" && !TIMES_LIST.test(after) && !LIST_TIMES.test(before)) return [];
    return [{ figure, start, end, before, after }];
  });
}

function isMoneyOff({ figure, before, after }: Mark): boolean {
  return (
    figure.kind === "money" &&
    (MONEY_OFF.test(after) || MONEY_OFF_BEFORE.test(before) || /[:|(]\s*-\s?$/.test(before))
  );
}

/** "$75k discount (15%)": what the percentage comes to. */
const WORTH = pattern("^\\s*(?:discount|off|savings?|reduction|rebate)s?\\s*[(=]\\s*P");

function isWorthOf({ figure, after }: Mark): boolean {
  return figure.kind === "money" && WORTH.test(after);
}

/** What a figure is in its clause: an amount or a discount; undefined where it is a share of something else. */
function itemOf(
  mark: Mark,
  marks: readonly Mark[],
  text: string,
  clause: Clause,
): Item | undefined {
  const { figure, start, end, before, after } = mark;
  const own = (/(?:[^‹›]|‹[dl]\d+›)*$/.exec(before)?.[0] ?? "").replace(
    /^\s*(?:max|min)(?:imum)?\b(?= (?:at|for|from|with)\b)/,
    "",
  );
  const isYearly = figure.perYear !== undefined || saysYearly(own);
  const lead = LEADS.exec(text)?.[0] ?? GOES_ON.exec(before)?.groups?.["lead"] ?? "";
  const near = isYearly ? own : `${lead} ${own}`;
  const isFactor =
    figure.kind === "number" && figure.value < 1 && (OF_LIST.test(after) || FACTOR.test(text));
  if (figure.kind === "percent" || figure.kind === "times" || isFactor) {
    const discount =
      figure.kind === "percent"
        ? discountAt(figure, near, after)
        : discountAt(figure, "pay ", after.replace(TIMES_LIST, ""));
    return discount && { start, end, discount };
  }
  const bare = bareDiscount(mark, marks, clause);
  if (bare === undefined) return { start, end, amount: amountAt(figure, near, after, text) };
  const read = discountAt({ ...figure, value: bare.fraction }, near, after);
  return read && { start, end, discount: { ...read, figure, ...bare.how } };
}

/** "You pay 92% at $250k, 87% at $500k": what is paid of the first is paid of those behind it. */
function asPaid(
  item: Item | undefined,
  { before, after }: Mark,
  isPaid: boolean,
): Item | undefined {
  const discount = item?.discount;
  const isOwn =
    !isPaid ||
    discount?.isPaid !== false ||
    BARE_DISCOUNT.test(after) ||
    /\b(?:discount|save|less)\w*\b[^‹]*$/.test(before);
  if (item === undefined || discount === undefined || isOwn) return item;
  const rest = (fraction: number): number => Number((1 - fraction).toPrecision(12));
  const { fraction, highFraction } = discount;
  const high = highFraction === undefined ? {} : { highFraction: rest(highFraction) };
  return { ...item, discount: { ...discount, ...high, fraction: rest(fraction), isPaid: true } };
}

/** "$1M: 16, $2M: 20 (all % off list)". */
const PERCENT_NOTED =
  /^\W*discounts?\s*\(?(?:%|per ?cent)\)?\s*[:=]|\((?:all |in |discounts? |figures |are )*(?:%|per ?cent)(?: (?:off|discounts?|of list|list|prices?))*\)/;

/** "$150k 5 (Bronze)", "$150k - 5 - Bronze". */
const NAME_BEHIND = /^\s*(?:\(([^()‹]{2,30})\)|[-:|,]\s*([^()‹,;:|-]{2,30}))\s*$/;

/** Words that nothing of an offer is called are a name. */
function withoutName(all: string, bracket?: string, name?: string): string {
  return jointOf(bracket ?? name ?? "") === "unsure" ? "" : all;
}

/** A number without % that stands for a discount: alone beside an amount in a line, or called one. */
function bareDiscount(
  { figure: { kind, value }, before, after }: Mark,
  marks: readonly Mark[],
  { isLine, text }: Clause,
): { readonly fraction: number; readonly how: Pick<Discount, "bare" | "taken"> } | undefined {
  if (kind !== "number" || value >= 100) return undefined;
  const counts = (one: Figure["kind"]): number =>
    marks.filter(({ figure }) => figure.kind === one).length;
  const largest = Math.max(
    ...marks.map(({ figure }) => (figure.kind === "number" ? figure.value : 0)),
  );
  const [moneys, numbers] = [counts("money"), counts("number")];
  const isBeside = moneys === 1 ? numbers === 1 : moneys === 0 && numbers === 2 && value < largest;
  const isFirst = !/‹[mn]\d+›/.test(before);
  const isPlain = !/\p{L}/u.test(
    isFirst
      ? before
      : after.replace(BARE_DISCOUNT, "").replace(OF_LIST, "").replace(NAME_BEHIND, withoutName),
  );
  const isBare = isLine && counts("percent") === 0 && isBeside && largest !== 0 && isPlain;
  const isNoted = PERCENT_NOTED.test(text) && moneys === numbers;
  if (isNoted)
    return { fraction: Number((value / 100).toPrecision(12)), how: { taken: "percentTaken" } };
  const isLabelled =
    ((isLine && marks.length === 1) || /[:=]\s*$/.test(before)) && CALLED_BEFORE.test(before);
  if (!isBare && !isLabelled && !BARE_DISCOUNT.test(after)) return undefined;
  const fraction = value < 1 ? value : Number((value / 100).toPrecision(12));
  if (isBare) return { fraction, how: { bare: value } };
  const isByHeading = isLabelled && /%\W*$/.test(before);
  if (isByHeading && value < 1) return undefined;
  const taken = isByHeading ? "percentByHeading" : "percentTaken";
  return { fraction, how: value >= 1 ? { taken } : {} };
}

/** Discounts beside no amount that the clause calls discounts; beside one that is, a second is in doubt, not left out. */
function calledAmong(items: readonly Item[], text: string): readonly Discount[] {
  const called = items.filter((item) => item.discount && isCalled(item, text));
  const isLabel = /^\W*(?:discount|rebate|reduction)s?\b/.test(text);
  return (called.length > 0 && isLabel ? items : called).flatMap(({ discount }) => discount ?? []);
}

/** "0.92": most likely what is paid, where nothing calls it a discount. */
function isImplausible(item: Item | undefined, text: string): boolean {
  const { fraction = 0, isPaid = false, figure } = item?.discount ?? {};
  return (
    fraction > 0.5 &&
    !isPaid &&
    figure?.kind === "number" &&
    item !== undefined &&
    !isCalled(item, text)
  );
}

function withBlanks(text: string, marks: readonly Mark[]): string {
  return marks.reduce(
    (left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end),
    text,
  );
}

/** Joins the amounts and the discounts of a clause. */
export function pointsIn(
  text: string,
  clause: Clause,
  all: readonly Figure[],
  isTaken: (figure: Figure) => boolean,
): SaidPoints {
  const marks = marksIn(text, all, isTaken);
  const saysMoneyOff = marks.some(isMoneyOff);
  const told = withoutResults(marks);
  const kept = told.filter((mark) => !isMoneyOff(mark) && !isWorthOf(mark));
  const isOfParts =
    AFTER_A_PART.test(text) ||
    kept.some(({ figure, after }) => figure.kind === "percent" && OF_A_PART.test(after));
  const [year] = figuresIn(LED_BY_YEAR.exec(text)?.[0], all);
  const isOfYear = year !== undefined && !isTaken(year);
  let isPaid = false;
  const items = kept.flatMap((mark): readonly Item[] => {
    const item = asPaid(itemOf(mark, kept, text, clause), mark, isPaid);
    isPaid ||= item?.discount?.isPaid === true;
    if (item?.discount && isOfParts) return [];
    const isDoubtful = (): boolean =>
      isOfYear ||
      isImplausible(item, text) ||
      (LIMITED.test(mark.after) && !/^[^,;‹]*‹[mn]/.test(mark.after)) ||
      isUnsureAt(text, mark.start) ||
      isForSome(text, mark.start) ||
      isBesideOthers(mark.before, mark.after);
    if (item?.discount && isAloneBesideOthers(mark.before, mark.after)) return [];
    if (item?.discount === undefined || !isDoubtful()) return item ? [item] : [];
    return [{ ...item, discount: { ...item.discount, isFirm: false } }];
  });
  const inWords =
    isOfParts || items.some(({ discount }) => discount) ? undefined : discountInWords(text);
  const endsAmong = (among: readonly Item[]): readonly Amount[] =>
    among.flatMap(({ amount }) => (amount?.bound === "upTo" ? amount : []));
  if (inWords === null)
    return { points: [], amounts: [], discounts: [], ends: endsAmong(items), saysMoneyOff };
  if (inWords && items.length === 1 && joinsInWords(text, items))
    items.push({ start: text.length, end: text.length, discount: inWords });
  const free = pointsInWords(items, text, clause);
  const others = items.filter(({ amount }) => !free.some((point) => point.amount === amount));
  // What a discount gives divides nothing: "at $1M you pay $850k (15% off)".
  const results = marks.filter((mark) => !told.includes(mark) && !AT_LIST.test(mark.after));
  const { points, single } = pair(
    free.length > 0 ? others : items,
    withBlanks(text, results),
    clause,
  );
  return {
    points: [...free, ...named(points, text, clause, items)],
    amounts: single.flatMap(({ amount }) => amount ?? []),
    discounts: calledAmong(single, text),
    ends: endsAmong(single),
    saysMoneyOff,
  };
}
