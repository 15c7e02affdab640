import { type Clause, pattern } from "./clauses";
import type { Figure } from "./figures";
import type { Span } from "./source";

/** An amount of the offer, and which end of a band it is. */
export interface Amount {
  readonly figure: Figure;
  /** A year's, where it is written for a month or a quarter. */
  readonly usd: number;
  readonly highUsd?: number;
  readonly bound: "from" | "over" | "upTo" | "about";
  readonly isAnnualised: boolean;
  readonly isPerYear: boolean;
  readonly isCommitment: boolean;
  readonly isScaledByHeading?: true;
}

/** An amount without a suffix of its own, in the unit that a heading gives. */
export function scaledBy(amount: Amount, scale: number): Amount {
  if (scale === 1 || amount.figure.scale !== undefined || amount.isScaledByHeading) return amount;
  const times = (usd: number): number => Number((usd * scale).toPrecision(15));
  const high = amount.highUsd === undefined ? {} : { highUsd: times(amount.highUsd) };
  return { ...amount, ...high, usd: times(amount.usd), isScaledByHeading: true };
}

export interface Discount {
  readonly figure?: Figure;
  readonly fraction: number;
  /** Of a range, the upper end. */
  readonly highFraction?: number;
  readonly isFirm: boolean;
  readonly isPaid: boolean;
  /** A figure without % and without a word, in a line. */
  readonly bare?: number;
  /** What took a figure without % as a percentage. */
  readonly taken?: "percentTaken" | "percentByHeading";
  /** Written with a minus. */
  readonly isMinus?: true;
}

/** One line, row or part of a sentence that joins an amount and a discount. */
export interface Point {
  readonly span: Span;
  /** Absent for "above that". */
  readonly amount?: Amount;
  readonly discounts: readonly Discount[];
  readonly name?: string;
  /** Two discounts of different rounds, sides or options. */
  readonly isContested: boolean;
}

const JOINS = new Set(
  "at for from gets get getting earn earns earned earning you we they i it can could will would shall may do does go goes going to a an the of off list with on by is are be that this these then than if when once gives give giving offer offers offering commit commits commitment commitments committed committing annual annually yearly year years per each in contract agreement spend spending spends usage consumption consume discount discounts discounted rate rates level levels tier band threshold reach reaches reached hit hits sign signs signing signed up our your you'd you'll we'd we'll they'd they'll unlock unlocks unlocking qualify qualifies receive receives receiving and more above over minimum min starting starts start volume purchase purchases purchasing services service eligible total entire all usd eur gbp chf us dollars dollar euros pounds net price prices pricing public published standard reduction rebate customer as amount at least equal means mean brings bring back deal plan buys buy make makes made any take takes taking us back come comes capacity flat applies apply applied applicable so which whichever therefore thereby starts begins begin enjoys enjoy entitles entitled amounts worth value deal's their out order let lets let's price's list's onwards upwards upward plus higher greater return exchange there's there across pay pays paying around about approximately approx roughly circa nearly almost up between maximum max much high works work it's".split(
    " ",
  ),
);

/** Whether what is between an amount and a discount joins them. */
function joins(gap: string): boolean {
  const words = gap
    .replace(/‹[dl]\d+›/g, " ")
    .replace(/\bor (?=(?:more|above|over|up|higher|greater|less|below)\b)/g, " ");
  if (words.includes("‹")) return false;
  return (words.match(/[\p{L}][\p{L}']*/gu) ?? []).every((word) => JOINS.has(word));
}

const UP_TO =
  /(?:\b(?:up to|under|below|(?<!\b(?:not|no) )(?:less|fewer) than|until|at most|no more than|not more than|not exceeding|max(?:imum)?\.?(?: of)?)|<=?)\s*(?:an? |the )?(?:\w+ (?:commitment|spend) of )?$/;
const OVER =
  /(?:(?<!\b(?:or|and) )\b(?:over|above|more than|greater than|exceeding|exceeds?|beyond|in excess of|past)|>)\s*(?:an? |the )?$/;
const ABOUT_BEFORE =
  /(?:\b(?:around|about|approx(?:imately)?\.?|roughly|circa|ca\.?|c\.|nearly|almost|close to|somewhere near|in the (?:region|range|ballpark) of|between)|~)\s*(?:an? |the )?$/;
const AT_MOST_AFTER = /^\s*(?:(?:or|and) (?:less|below|under|lower|fewer)|max(?:imum)?)\b/;
const OVER_AFTER = /^\s*(?:over|above)\b(?!\s*(?:that\b|this\b|list\b|the\b|an?\b|‹))/;
const MONTHLY = /\b(?:monthly|per month|each month|a month)\b[^‹,;]{0,30}$/;
const QUARTERLY = /\b(?:quarterly|per quarter|each quarter)\b[^‹,;]{0,30}$/;
const YEARLY =
  /\b(?:annual(?:ly|i[sz]ed)?|yearly|per (?:contract |commitment |agreement )?year|a year|(?:each|every|any|in a) (?:contract |commitment |agreement )?year|each of|per annum|p\.?a\b|one[- ]year)\b|\/\s?(?:yr|year)\b/;

/** Whether a text says that its amounts are a year's. */
export function saysYearly(text: string): boolean {
  return YEARLY.test(text);
}

const COMMITS =
  "(?:commit(?:s|ted|ment|ments|ting)?|minimum|min\\.?|annual fees|annual spend|purchases?|propos\\w+|recommend\\w*|suggest\\w*|sign(?: up)?(?: for)? an?)";
const FILLS = new Set(
  "of is to at an a the annual annually yearly per year total for be spend spending consume in amount usd level fees fee not less than at least customer buyer us would will you your we our minimum purchase value contract each as either around about eligible services up from on commit commitment committing commits least target proposed recommended no equal agreed net with go going monthly quarterly month capacity consumption usage".split(
    " ",
  ),
);
const COMMIT_BEFORE = new RegExp(`\\b${COMMITS}\\b(?<between>[^‹,;]{0,70})$`);
const COMMIT_AFTER =
  /^[\s(]*(?:(?:\/\s?yr|per year|annual|yearly|a year|each year|usd|eur|capacity|minimum|net|spend|volume|one-year|multi-year|contract|in)\b[\s-]*|‹d\d+›[\s-]*)*(?:commit\w*|minimum)\b/;

function isCommitted(before: string, after: string): boolean {
  const between = COMMIT_BEFORE.exec(before)?.groups?.["between"];
  const fills = (between?.match(/[\p{L}']+/gu) ?? []).every((word) => FILLS.has(word));
  if (/\bcommit\w*\b[^‹,;.]{0,40}[:=|]\s*$/.test(before)) return true;
  return (between !== undefined && fills) || COMMIT_AFTER.test(after);
}

/** An amount as its clause uses it. */
export function amountAt(figure: Figure, before: string, after: string, clause: string): Amount {
  const perYear =
    figure.perYear ?? (MONTHLY.test(before) ? 12 : QUARTERLY.test(before) ? 4 : undefined);
  const times = perYear === undefined || perYear === 1 ? 1 : perYear;
  const round = (value: number): number => Number((value * times).toPrecision(15));
  const isUpTo = UP_TO.test(before) || AT_MOST_AFTER.test(after);
  const bound = isUpTo
    ? "upTo"
    : OVER.test(before) || OVER_AFTER.test(after)
      ? "over"
      : ABOUT_BEFORE.test(before) && figure.high === undefined
        ? "about"
        : "from";
  const isWhole = figure.high !== undefined && figure.high.kind !== "broken";
  return {
    figure,
    usd: round(figure.value),
    ...(isWhole && figure.high && { highUsd: round(figure.high.value) }),
    bound: figure.high === undefined ? bound : "from",
    isAnnualised: times > 1,
    isPerYear: perYear !== undefined || YEARLY.test(clause),
    isCommitment: isCommitted(before, after),
  };
}

const NOT_FIRM =
  /(?:\b(?:up to|as much as|as high as|max(?:imum)?\.?(?: of)?|around|about|approx(?:imately)?\.?|roughly|circa|ca\.?|nearly|almost|close to|at least|no less than|over|more than|potentially|possibly|maybe|perhaps|in the (?:region|range|ballpark) of)|~|(?<!-)>=?|<=?)\s*(?:an? |the |another )?$/;
const OF_LIST =
  /^\s*of (?:the |our |your |then-current |current )*(?:public(?:ly)? |published |standard )?(?:list|public|published|standard|on-?demand|rack|catalog(?:ue)?)\b/;
const PAY = /\b(?:pay(?:s|ing)?|paid|charged|billed|priced)\s*(?:only |just |at |a rate of )*$/;
const LESS = /^\s*(?:off|less|discount|below|under|reduction|cheaper|lower)\b/;

/** A discount as its clause uses it; undefined where the percentage is of something else. */
export function discountAt(figure: Figure, before: string, after: string): Discount | undefined {
  const isOfList = OF_LIST.test(after) && !/\bdiscount(?: of)?\s*$/.test(before);
  const isPaid = (isOfList || PAY.test(before)) && !LESS.test(after);
  if (!isPaid && /^\s*of\b(?! (?:discount|savings?))/.test(after)) return undefined;
  if (
    /^\s*(?:premium|surcharge|mark-?up|uplift|increase|more|above|higher|on top|fee)\b/.test(after)
  )
    return undefined;
  const share = (fraction: number): number =>
    isPaid ? Number((1 - fraction).toPrecision(12)) : fraction;
  if (figure.value < 0 || figure.value >= 1) return undefined;
  const highFraction = figure.high && share(figure.high.value);
  return {
    figure,
    fraction: share(figure.value),
    ...(highFraction !== undefined && { highFraction }),
    isFirm: !NOT_FIRM.test(before),
    isPaid,
    ...(/(?:^|[\s:|=(])-$/.test(before) && { isMinus: true }),
  };
}

const NONE =
  /\b(?:no (?:discount|reduction|rebate)|none|nil|list(?: prices?| rates?| pricing)?|standard (?:rates?|pricing|prices?)|full price|undiscounted|not discounted|public (?:prices?|rates?|pricing))\b/;
const UNKNOWN =
  /\b(?:n\/a|custom(?:i[sz]ed)?|bespoke|contact (?:us|sales)|call us|talk to us|on request|upon request|negotiable|negotiated|tbd|tba|tbc|poa|let's talk|individual|ask (?:us|sales)|by agreement|to be (?:agreed|discussed|confirmed))\b/;

/** A discount said in words: 0 for none or list price; null where it is unknown. */
export function discountInWords(text: string): Discount | null | undefined {
  if (UNKNOWN.test(text)) return null;
  return NONE.test(text) ? { fraction: 0, isFirm: true, isPaid: false } : undefined;
}

const BARE_DISCOUNT = /^\s*(?:% )?(?:off|discount|reduction|rebate)\b/;
const MONEY_OFF = pattern(
  "^\\s*(?:(?:in|usd|one-?time|flat|upfront|annual|sign-?(?:ing|on)) )*(?:off|discount|credits?|rebate|reduction|bonus|back)\\b(?!\\W*(?:of |is |: )*P)",
);
const MONEY_OFF_BEFORE =
  /\b(?:discounts?|credits?|rebate|reduction|bonus|savings?|save|saves)(?: of| worth)?\s*(?:up to )?$/;
const CONTESTED =
  /\b(?:offered|asked|ask|wants?|wanted|requested|target|counter\w*|earlier|previous(?:ly)?|was|now|originally|initial(?:ly)?|latest|instead|revised|final|improved|up from|down from|rather|options?|round|versus|vs)\b|->/;

interface Item extends Span {
  readonly amount?: Amount;
  readonly discount?: Discount;
}

/** What a clause says of amounts and discounts. */
export interface SaidPoints {
  readonly points: readonly Point[];
  /** Amounts beside no discount. */
  readonly amounts: readonly Amount[];
  /** Discounts beside no amount that the clause calls a discount. */
  readonly discounts: readonly Discount[];
  readonly saysMoneyOff: boolean;
}

/** Joins the amounts and the discounts of a clause. */
export function pointsIn(
  text: string,
  clause: Clause,
  all: readonly Figure[],
  used: ReadonlySet<Figure>,
): SaidPoints {
  const marks = [...text.matchAll(/‹([mnp])(\d+)›/g)].flatMap((match) => {
    const figure = all[Number(match[2])];
    if (figure === undefined || used.has(figure)) return [];
    const [start, end] = [match.index, match.index + match[0].length];
    return [{ figure, start, end, before: text.slice(0, start), after: text.slice(end) }];
  });
  const isOff = (mark: (typeof marks)[number]): boolean =>
    mark.figure.kind === "money" &&
    (MONEY_OFF.test(mark.after) || MONEY_OFF_BEFORE.test(mark.before));
  const saysMoneyOff = marks.some(isOff);
  const kept = marks.filter((mark) => !isOff(mark));
  const counts = (kind: Figure["kind"]): number =>
    kept.filter(({ figure }) => figure.kind === kind).length;
  const [moneys, percents, numbers] = [counts("money"), counts("percent"), counts("number")];
  const largest = Math.max(
    ...kept.map(({ figure }) => (figure.kind === "number" ? figure.value : 0)),
  );
  const items = kept.flatMap(({ figure, start, end, before, after }): readonly Item[] => {
    const near = before.slice(before.lastIndexOf("›") + 1);
    const asAmount = { start, end, amount: amountAt(figure, near, after, text) };
    if (figure.kind === "money") return [asAmount];
    if (figure.kind === "percent") {
      const discount = discountAt(figure, near, after);
      return discount ? [{ start, end, discount }] : [];
    }
    const isBeside =
      moneys === 1 ? numbers === 1 : moneys === 0 && numbers === 2 && figure.value < largest;
    const isBare =
      percents === 0 && figure.value < 100 && clause.isLine && isBeside && largest !== 0;
    const isLabelled = clause.isLine && kept.length === 1 && CALLED_BEFORE.test(before);
    if (isBare || ((isLabelled || BARE_DISCOUNT.test(after)) && figure.value < 100)) {
      const fraction =
        figure.value < 1 ? figure.value : Number((figure.value / 100).toPrecision(12));
      const of = discountAt({ ...figure, value: fraction }, near, after);
      const taken = figure.value >= 1 && { taken: "percentTaken" as const };
      return of
        ? [
            {
              start,
              end,
              discount: { ...of, figure, ...(isBare ? { bare: figure.value } : taken) },
            },
          ]
        : [];
    }
    return [asAmount];
  });
  const inWords = items.some(({ discount }) => discount) ? undefined : discountInWords(text);
  if (inWords === null) return { points: [], amounts: [], discounts: [], saysMoneyOff };
  if (inWords && items.length === 1 && joinsInWords(text, items))
    items.push({ start: text.length, end: text.length, discount: inWords });
  const { points, single } = pair(items, text, clause);
  return {
    points: named(points, text, clause, items),
    amounts: single.flatMap(({ amount }) => amount ?? []),
    discounts: single.flatMap((item) =>
      item.discount && isCalled(item, text) ? item.discount : [],
    ),
    saysMoneyOff,
  };
}

/** "Below $250k no discount": nothing but words of the offer beside the amount. */
function joinsInWords(text: string, items: readonly Item[]): boolean {
  const [item] = items;
  if (item?.amount === undefined) return false;
  const rest = (text.slice(0, item.start) + text.slice(item.end)).replace(NONE, " ");
  return (rest.match(/[\p{L}][\p{L}']+/gu) ?? []).every(
    (word) =>
      JOINS.has(word) ||
      /^(?:below|under|less|up|until|no|not|anything|everything|between)$/.test(word),
  );
}

const CALLED_AFTER =
  /^[\s)]*(?:(?:flat|volume|committed?|committed-use|annual|across-the-board|overall|blanket|fixed|standard|list|price|overall|cross-service)[\s-]+)*(?:discounts?|off\b|reduction|rebate)/;
const CALLED_BEFORE =
  /\b(?:discounts?|reduction|rebate|off list)(?: (?:rate|level|percentage|is|of|at|will be|would be|equal|to|offered|applied|on|off|list|prices?|rates?|a|the))*\s*[:|=(-]*\s*$|\b(?:earns?|gets?|receives?|qualif\w+ for|entitle\w* to)(?: (?:you|us|an?|the|them|customer))*\s*$/;
const LIMITED =
  /^[^,;‹]{0,25}\bon (?!all\b|eligible|every|any|your|the\b|total|usage|list|consumption|services|platform|api|our|an?\b|committed|public|published|standard|on-?demand|everything)/;
const EXPLAINED = /(?:off|of list|pay)/;

/** Whether a percentage without an amount is called a discount, and one on everything. */
function isCalled({ start, end, discount }: Item, text: string): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (LIMITED.test(after)) return false;
  return (
    CALLED_AFTER.test(after) ||
    CALLED_BEFORE.test(before) ||
    (discount?.isPaid === true && EXPLAINED.test(text))
  );
}

/** Amounts and discounts side by side; where two ways of joining them are as good, none. */
function pair(
  items: readonly Item[],
  text: string,
  clause: Clause,
): { readonly points: readonly Point[]; readonly single: readonly Item[] } {
  const contested = contestedPoints(items, text, clause);
  if (contested) return { points: contested, single: [] };
  const ways = [0, 1].map((first) => joinedFrom(items, text, first));
  const [one = [], other = []] = ways;
  const best = other.length > 0 && score(other, text) > score(one, text) ? other : one;
  const worse = best === one ? other : one;
  const isTied = worse.length > 0 && score(best, text) === score(worse, text);
  const pairs = isTied ? [] : best;
  const used = new Set(pairs.flat());
  const points = pairs.map(([left, right]): Point => {
    const amount = left.amount ?? right.amount;
    const discount = left.discount ?? right.discount;
    const figures = [amount?.figure, discount?.figure].flatMap((figure) => figure ?? []);
    return {
      span: pairs.length === 1 ? clause : spanOf(figures),
      ...(amount && { amount }),
      discounts: discount ? [discount] : [],
      isContested: false,
    };
  });
  const above = aboveLast(items, text, clause, used);
  const single = isTied ? [] : items.filter((item) => !used.has(item) && item !== above?.item);
  return { points: above ? [...points, above.point] : points, single };
}

function spanOf(figures: readonly Figure[]): Span {
  return {
    start: Math.min(...figures.map(({ start }) => start)),
    end: Math.max(...figures.map(({ end }) => end)),
  };
}

type Pair = readonly [Item, Item];

function joinedFrom(items: readonly Item[], text: string, first: number): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let index = first; index + 1 < items.length; index++) {
    const [left, right] = [items[index], items[index + 1]];
    if (!left || !right || (left.amount === undefined) === (right.amount === undefined)) continue;
    if (!joins(text.slice(left.end, right.start)) && !namedBetween(items, text, left, right))
      continue;
    pairs.push([left, right]);
    index++;
  }
  return pairs;
}

/** "10% - Silver - $250k": up to three words of a name between dividers, where the line holds one of each. */
function namedBetween(items: readonly Item[], text: string, left: Item, right: Item): boolean {
  if (items.length !== 2) return false;
  const gap = text.slice(left.end, right.start);
  return (
    /^\s*[-:|–(][^‹,.]{1,30}[-:|)–]\s*$/.test(gap) && (gap.match(/\p{L}+/gu) ?? []).length <= 3
  );
}

/** Pairs count; one that a comma or "and" divides counts for less. */
function score(pairs: readonly Pair[], text: string): number {
  const isDivided = ([left, right]: Pair): boolean =>
    /[,;]|\b(?:and|or)\b(?! (?:more|above|up|over|higher|greater|get))/.test(
      text.slice(left.end, right.start),
    );
  return pairs.reduce((sum, one) => sum + (isDivided(one) ? 0.4 : 1), 0);
}

/** One amount with two discounts, of two sides, rounds or options. */
function contestedPoints(
  items: readonly Item[],
  text: string,
  clause: Clause,
): readonly Point[] | undefined {
  if (!CONTESTED.test(text)) return undefined;
  const amounts = items.filter(({ amount }) => amount);
  const discounts = items.filter(({ discount }) => discount);
  if (amounts.length === 0 || discounts.length !== 2 * amounts.length) return undefined;
  return amounts.map(({ amount }, index) => ({
    span:
      amounts.length === 1
        ? clause
        : spanOf(
            [items[index * 3], items[index * 3 + 2]].flatMap(
              (item) => item?.amount?.figure ?? item?.discount?.figure ?? [],
            ),
          ),
    ...(amount && { amount }),
    discounts: discounts.slice(index * 2, index * 2 + 2).flatMap(({ discount }) => discount ?? []),
    isContested: true,
  }));
}

const ABOVE_THAT =
  /\b(?:above|beyond|over|past|after|exceeding) (?:that|this|it|those)\b|\b(?:anything|everything|all) (?:above|beyond|over|more|else|higher)\b|^\W*(?:above|beyond|thereafter|over|and above|higher|more)\W/;

/** "Above that: 19%": a discount that begins where the line before ends. */
function aboveLast(
  items: readonly Item[],
  text: string,
  clause: Clause,
  used: ReadonlySet<Item>,
): { readonly item: Item; readonly point: Point } | undefined {
  const item = items.find((one) => !used.has(one) && one.discount);
  if (item?.discount === undefined || items.length !== 1 || !ABOVE_THAT.test(text))
    return undefined;
  return { item, point: { span: clause, discounts: [item.discount], isContested: false } };
}

const NO_NAME =
  /^(?:tier|band|level|plan|commitment|commit|spend|annual|discount|off|list|yearly|year|per|month|monthly|usd|eur|gbp|chf|usage|option|bands|tiers|pricing|price|range|threshold|volume|minimum|offer|proposal|step|our|amount|total)$/;
const TRAILING = /\s+(?:tier|band|level|plan)$/i;

/** A line of one amount and one discount may have a name: the words before the amount, or in brackets at the end. */
function named(
  points: readonly Point[],
  text: string,
  clause: Clause,
  items: readonly Item[],
): readonly Point[] {
  const [point] = points;
  const first = items.find(({ amount }) => amount);
  if (point === undefined || points.length > 1 || !clause.isLine || first === undefined)
    return points;
  const before = text.slice(0, first.start).replace(/^.*›/, "");
  const bracket = /\(([^()‹]+)\)\s*$/.exec(text)?.[1];
  const name = nameIn(before) ?? (bracket === undefined ? undefined : nameIn(bracket));
  return name === undefined ? points : [{ ...point, name }];
}

/** A name as small letters; undefined for words of the offer, or a sentence. */
function nameIn(words: string): string | undefined {
  const bare = words
    .replace(/["*_]/g, "")
    .replace(
      /(?:\b(?:from|at|between|around|about|roughly|at least|over|above|up to|below|under|more than|starting at|min(?:imum)?|>=?|commit\w*|annual|spend|for|to|of|with|a|an|the|ab)\b|[\s([:|=,>~+-])+$/g,
      "",
    )
    .replace(/^[\s([:|=,>-]+/, "")
    .replace(TRAILING, "")
    .trim();
  const all = bare.match(/[\p{L}\d][\p{L}\d'&]*/gu) ?? [];
  if (all.length === 0 || all.length > 4) return undefined;
  const isNumbered = /^(?:tier|band|level|plan|step|option|package)\b.*\d$/.test(bare);
  if (!isNumbered && all.every((word) => NO_NAME.test(word) || JOINS.has(word))) return undefined;
  const isSentence = all.some((word) =>
    /^(?:we|you|i|is|are|can|get|gets|if|when|will|offer|they|and|receive|earn|earns|or|once|spend|passes|have|has|not|do|does|would|could|want|works?|after|before|over|under|up|with|as|so|that|this|for|at)$/.test(
      word,
    ),
  );
  return isSentence ? undefined : bare;
}

/** The figures of a point. */
export function figuresOfPoint({ amount, discounts }: Point): readonly Figure[] {
  return [amount?.figure, ...discounts.map(({ figure }) => figure)].flatMap(
    (figure) => figure ?? [],
  );
}
