import type { Clause } from "../clauses";
import type { Figure } from "../figures/figure";
import type { Span } from "../source";
import type { Amount } from "./amounts";
import { isCalled } from "./called-discounts";
import type { Discount } from "./discounts";
import { jointOf } from "./joins";
import type { Item, Point } from "./point";

/** Amounts and discounts side by side; where two ways of joining them are as good, none. */
export function pair(
  items: readonly Item[],
  text: string,
  clause: Clause,
): { readonly points: readonly Point[]; readonly single: readonly Item[] } {
  const told = contestedPoints(items, text, clause) ?? respectivePoints(items, text);
  if (told) return { points: told, single: [] };
  const ways = [0, 1].map((first) => joinedFrom(items, text, first));
  const [one = [], other = []] = ways;
  const best = other.length > 0 && score(other, text) > score(one, text) ? other : one;
  const worse = best === one ? other : one;
  const isTied = worse.length > 0 && score(best, text) === score(worse, text);
  const pairs = isTied ? [] : best;
  const used = new Set(pairs.flatMap(({ left, right }) => [left, right]));
  const points = pairs.map(({ left, right, isSure }): Point => {
    const amount = left.amount ?? right.amount;
    const said = left.discount ?? right.discount;
    const discount = said && (isSure ? said : { ...said, isFirm: false });
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

interface Pair {
  readonly left: Item;
  readonly right: Item;
  /** Only known words join them. */
  readonly isSure: boolean;
}

function joinedFrom(items: readonly Item[], text: string, first: number): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let index = first; index + 1 < items.length; index++) {
    const [left, right] = [items[index], items[index + 1]];
    if (!left || !right || (left.amount === undefined) === (right.amount === undefined)) continue;
    const isInWords = (left.discount ?? right.discount)?.figure === undefined;
    const joint =
      isInWords || namedBetween(items, text, left, right)
        ? "joined"
        : jointOf(text.slice(left.end, right.start));
    const isGuess = joint === "unsure" && !mayBeGuessed(left, right, text);
    if (joint === "apart" || isGuess) continue;
    pairs.push({ left, right, isSure: joint === "joined" });
    index++;
  }
  return pairs;
}

/** A bare number may be anything, and what is called a discount stands for itself. */
function mayBeGuessed(left: Item, right: Item, text: string): boolean {
  const discount = left.discount ? left : right;
  return (left.amount ?? right.amount)?.figure.kind === "money" && !isCalled(discount, text);
}

/** "10% - Silver - $250k": up to three words of a name between dividers, where the line holds one of each. */
function namedBetween(items: readonly Item[], text: string, left: Item, right: Item): boolean {
  if (items.length !== 2) return false;
  const gap = text.slice(left.end, right.start);
  return (
    /^(?: off| discount| off list)?\s*[-:|–(][^‹,.]{1,30}[-:|)–]\s*$/.test(gap) &&
    (gap.match(/\p{L}+/gu) ?? []).length <= 3
  );
}

/** Pairs count; one that a comma or "and" divides counts for less. */
function score(pairs: readonly Pair[], text: string): number {
  const isDivided = ({ left, right }: Pair): boolean =>
    /[,;.!?]|\b(?:and|or)\b(?! (?:more|above|up|over|higher|greater|get))/.test(
      text.slice(left.end, right.start),
    );
  return pairs.reduce((sum, one) => sum + (isDivided(one) || !one.isSure ? 0.4 : 1), 0);
}

const CONTESTED =
  /‹p\d+›,? or (?:even |maybe |perhaps )?‹p\d+›|‹p\d+›[^‹;]*‹d\d+›[^‹;]*‹p\d+›|\b(?:offered|asked|ask|asking|wants?|wanted|needs?|needed|requested|request|demand(?:s|ed)?|aim\w*|hoped|hoping|pushed|pushing|goal|wish(?:es)?|target|counter\w*|earlier|previous(?:ly)?|was|now|originally|initial(?:ly)?|latest|instead|revised|final|improved|up from|down from|rather|options?|round|versus|vs)\b|->/;

/** One amount, and side by side discounts that nothing tells apart. */
function isDoubled(items: readonly Item[], text: string): boolean {
  const discounts = items.filter(({ discount }) => discount);
  const last = discounts.at(-1);
  if (last === undefined || discounts.length < 2 || items.length !== discounts.length + 1)
    return false;
  const isConditional = /\b(?:if|when|with|for|provided|once|after|from)\b/.test(
    text.slice(last.end),
  );
  const areListed = discounts
    .slice(1)
    .every(({ start }, index) =>
      /^[\s|,/]*(?:or|and)?\s*$/.test(text.slice(discounts[index]?.end, start)),
    );
  return !isConditional && areListed;
}

/** Each amount with as many discounts, of two sides, rounds or options. */
function contestedPoints(
  items: readonly Item[],
  text: string,
  clause: Clause,
): readonly Point[] | undefined {
  const amounts = items.filter(({ amount }) => amount);
  const discounts = items.filter(({ discount }) => discount);
  const isOfTwo = CONTESTED.test(text) && discounts.length === 2 * amounts.length;
  if (amounts.length === 0 || !(isOfTwo || isDoubled(items, text))) return undefined;
  const each = discounts.length / amounts.length;
  return amounts.map(({ amount }, index) => ({
    span:
      amounts.length === 1
        ? clause
        : spanOf(
            [items[index * (each + 1)], items[index * (each + 1) + each]].flatMap(
              (item) => item?.amount?.figure ?? item?.discount?.figure ?? [],
            ),
          ),
    ...(amount && { amount }),
    discounts: discounts
      .slice(index * each, (index + 1) * each)
      .flatMap(({ discount }) => discount ?? []),
    isContested: true,
  }));
}

/** Two lists, each with nothing but commas, slashes and "and" within, that rise or fall together. */
function areParallel(
  items: readonly Item[],
  amounts: readonly Amount[],
  discounts: readonly Discount[],
  text: string,
): boolean {
  // Discounts between slashes that come first may be those of several options.
  const isOfOptions = items[0]?.discount !== undefined && /\/ ?‹p/.test(text);
  if (amounts.length < 2 || isOfOptions) return false;
  const gaps = items.slice(1).flatMap((item, index) => {
    const last = items[index];
    const isWithin = last && (last.amount === undefined) === (item.amount === undefined);
    return isWithin ? text.slice(last.end, item.start) : [];
  });
  const sign = Math.sign((amounts[1]?.usd ?? 0) - (amounts[0]?.usd ?? 0));
  const follows = (one: number | undefined, other: number | undefined): boolean =>
    Math.sign((other ?? 0) - (one ?? 0)) === sign;
  return (
    gaps.every((gap) => /^\s*(?:,|\/|\||&)?\s*(?:and|&)?\s*$/.test(gap)) &&
    amounts.every(({ usd }, index) => index === 0 || follows(amounts[index - 1]?.usd, usd)) &&
    discounts.every(
      ({ fraction }, index) => index === 0 || follows(discounts[index - 1]?.fraction, fraction),
    )
  );
}

/** "$250k and $500k: 10% and 15% respectively": as many amounts as discounts, in the same order. */
function respectivePoints(items: readonly Item[], text: string): readonly Point[] | undefined {
  const amounts = items.flatMap(({ amount }) => amount ?? []);
  const discounts = items.flatMap(({ discount }) => discount ?? []);
  const turns = items.filter(
    (item, index) =>
      index > 0 && (item.amount === undefined) !== (items[index - 1]?.amount === undefined),
  );
  if (turns.length !== 1 || amounts.length !== discounts.length) return undefined;
  if (!/\brespectively\b/.test(text) && !areParallel(items, amounts, discounts, text))
    return undefined;
  return amounts.map((amount, index) => {
    const discount = discounts[index];
    const figures = [amount.figure, discount?.figure].flatMap((figure) => figure ?? []);
    return {
      span: spanOf(figures),
      amount,
      discounts: discount ? [discount] : [],
      isContested: false,
    };
  });
}

const ABOVE_THAT =
  /\b(?:band|tier|level) above\b|\b(?:above|beyond|over|past|after|exceeding) (?:that|this|it|those)\b|\b(?:anything|everything|all) (?:above|beyond|over|more|else|higher)\b|^\W*(?:(?:tier|band|plan|level|package|option) [a-z]\W+)?(?:above|beyond|thereafter|over|and above|higher|more)\W|‹p\d+› (?:above|beyond|thereafter)\W*$/;

/** Alone in its clause, or last in it: "up to $100k 5%, above 12%". */
function isAboveLast(item: Item, items: readonly Item[], text: string): boolean {
  if (items.length === 1) return ABOVE_THAT.test(text);
  const last = items.at(-2);
  if (item !== items.at(-1) || last === undefined || last.amount?.bound === "from") return false;
  const gap = text.slice(last.end, item.start);
  return (
    /^[\s,;]*(?:and |then )*(?:above|beyond|over|thereafter|anything|everything)\b[^‹]{0,20}$/.test(
      gap,
    ) ||
    (/^[\s,;]*(?:and |then )*$/.test(gap) &&
      /^\s*(?:above|beyond|thereafter)\b(?! ‹)/.test(text.slice(item.end)))
  );
}

/** "Above that: 19%": a discount that begins where the line before ends. */
export function aboveLast(
  items: readonly Item[],
  text: string,
  clause: Clause,
  used: ReadonlySet<Item>,
): { readonly item: Item; readonly point: Point } | undefined {
  const item = items.find((one) => !used.has(one) && one.discount);
  if (item?.discount === undefined || !isAboveLast(item, items, text)) return undefined;
  return {
    item,
    point: {
      span: items.length === 1 ? clause : (item.discount.figure ?? clause),
      discounts: [item.discount],
      isContested: false,
    },
  };
}
