import type { Figure } from "./figure";

const RANGE =
  /^\s*(?:(?:\+|or more|and above|and up|inclusive),?\s*)?(?:<=? (?:commit\w*|spend|usage|volume|x) <=?|-|\.\.\.?|to|bis|through|thru|until|till|up to|, ?(?:and )?max(?:imum)?\.?|but|and(?= (?:under|below|less|up to|<))|,)?\s*(?:but|and)?\s*(?:not (?:more than|exceeding|above|including)|just under|less than|below|under|up to|<=?|to)?\s*$/i;
const DIVIDES = /[-<.]|to|bis|through|thru|until|till|under|below|less|exceeding|including|max/i;
/** More than any words between the ends of a range. */
const LONGEST_GAP = 60;
/** "Increase your commitment from $500k to $800k" is no range. */
const MOVES_FROM =
  /\b(?:increas|rais|grow|mov|expand|upgrad|step|go|tak|bring|lift)\w*\b[^.;\n]{0,40}\bfrom (?:the |your |our )?$/i;
const JOINS =
  /^[ -]*(?:,|\/|or|and|-|to)[ -]*(?:(?:or|and)[ ]*)?(?:else |even |maybe )?(?:an? )?$/i;
const BETWEEN = /\bbetween\s*$/i;

/** Joins two figures with "to" or a dash between them into one, whose `high` is the upper end. */
export function joinRanges(figures: readonly Figure[], text: string): readonly Figure[] {
  const joined: Figure[] = [];
  for (const figure of figures) {
    const low = joined.at(-1);
    const range = low && low.high === undefined ? rangeOf(low, figure, text) : undefined;
    if (range) joined.splice(-1, 1, range);
    else joined.push(figure);
  }
  return withUnits(inLists(joined, text), text);
}

/** Words whose number is no part of a list. */
const COUNTS =
  /\b(?:net|in|after|within|day|term|year|month|tier|band|level|step|section|clause)s?\s*$/i;

/** "300/600/900k", "7/11/14%", "10, 12 or 14%": figures of a list have the unit of the last. */
function inLists(figures: readonly Figure[], text: string): readonly Figure[] {
  const read: Figure[] = [];
  let next: Figure | undefined;
  let isOfWords = false;
  for (const figure of figures.toReversed()) {
    const gap = next && next.start - figure.end < 9 ? text.slice(figure.end, next.start) : "";
    isOfWords =
      (/^,? (?:or|and) $/i.test(gap) || (isOfWords && gap === ", ")) &&
      !COUNTS.test(text.slice(Math.max(0, figure.start - 10), figure.start));
    const isListed =
      next !== undefined && (isOfWords || /^ ?\/ ?$/.test(gap)) && isBareBelow(figure, 1000);
    next = next && isListed ? withLastUnit(figure, next) : figure;
    read.push(next);
  }
  return read.toReversed();
}

function withLastUnit(figure: Figure, { kind, scale, value, currency }: Figure): Figure {
  if (kind === "percent" && figure.value < 100)
    return { ...figure, kind, value: Number((figure.value / 100).toPrecision(12)) };
  const shared = figure.value * (scale ?? 1);
  if (kind !== "money" || scale === undefined || shared >= value) return figure;
  return {
    ...figure,
    ...{ kind, scale, value: shared, isShared: true },
    ...(currency !== undefined && { currency }),
  };
}

function rangeOf(low: Figure, high: Figure, text: string): Figure | undefined {
  if (high.start - low.end > LONGEST_GAP) return undefined;
  const gap = text.slice(low.end, high.start);
  if (low.kind === "money" && MOVES_FROM.test(text.slice(Math.max(0, low.start - 60), low.start)))
    return undefined;
  if (/\n\s*(?:-|\p{L}+ \p{L})|[\t|].*\n/u.test(gap)) return undefined;
  const isBetween =
    /^\s*and\s*$/i.test(gap) && BETWEEN.test(text.slice(Math.max(0, low.start - 20), low.start));
  // "[$600k; $900k)".
  const around = `${text[low.start - 1] ?? ""}${text[high.end] ?? ""}`;
  const isInterval = /^ ?; ?$/.test(gap) && /^(?:\[[\])]|\(\])$/.test(around);
  if (!isBetween && !isInterval && !(RANGE.test(gap) && DIVIDES.test(gap))) return undefined;
  if (/max/i.test(gap) && high.kind !== "percent") return undefined;
  const place = { start: low.start, end: high.end, high };
  if (high.kind === "percent") {
    const lowFraction = low.kind === "percent" ? low.value : low.value / 100;
    const fits = (low.kind === "percent" || isBareBelow(low, 100)) && lowFraction < high.value;
    return fits ? { ...high, ...place, value: Number(lowFraction.toPrecision(12)) } : undefined;
  }
  if (high.kind === "broken" && low.kind === "money") return { ...low, ...place };
  // "500k - 13": an amount and its discount.
  if (low.kind === "money" && isBareBelow(high, 100) && /^\s+-\s+$/.test(gap)) return undefined;
  const areAmounts =
    isAmount(low) && isAmount(high) && (hasMark(low) || hasMark(high) || isLong(low, high));
  const ends = lowerEnd(low, high);
  const isLower = hasMark(low) && !hasMark(high);
  const falls = !isLower && ends.unsure === undefined && (ends.value ?? low.value) > high.value;
  if (!areAmounts || falls) return undefined;
  const currency = low.currency ?? high.currency;
  const perYear = high.perYear ?? low.perYear;
  return {
    ...low,
    ...place,
    kind: hasMark(low) || hasMark(high) ? "money" : "number",
    ...(currency !== undefined && { currency }),
    ...(perYear !== undefined && { perYear }),
    ...ends,
  };
}

const isAmount = ({ kind }: Figure): boolean => kind === "money" || kind === "number";
const hasMark = ({ currency, scale }: Figure): boolean =>
  currency !== undefined || scale !== undefined;
const isLong = (low: Figure, high: Figure): boolean =>
  low.value < high.value && high.value >= 100 && low.value >= 10;
const isBareBelow = ({ kind, value, currency, scale }: Figure, most: number): boolean =>
  kind === "number" && value < most && currency === undefined && scale === undefined;

/** The lower end takes the suffix of the upper one where it then stays the smaller; else it is either. */
function lowerEnd(low: Figure, high: Figure): Partial<Figure> {
  const isPlain = low.scale === undefined && low.value > 0 && low.value < 1000;
  if (!isPlain || high.scale === undefined) return {};
  const shared = low.value * high.scale;
  if (shared < high.value) return { value: shared, scale: high.scale, isShared: true };
  const below = high.scale / 1000;
  if (below < 1000) return {};
  return { unsure: { about: "sharedUnit", readings: [low.value, low.value * below] } };
}

/** "12, 24 or 36 months": all are months. */
function withUnits(figures: readonly Figure[], text: string): readonly Figure[] {
  const read: Figure[] = [];
  for (const figure of figures.toReversed()) read.push(withUnitOf(figure, read.at(-1), text));
  return read.toReversed();
}

function withUnitOf(figure: Figure, next: Figure | undefined, text: string): Figure {
  if (figure.kind !== "number" || figure.value >= 100) return figure;
  if (next?.kind !== "duration" || next.scale === undefined) return figure;
  if (next.start - figure.end > LONGEST_GAP || !JOINS.test(text.slice(figure.end, next.start)))
    return figure;
  return { ...figure, kind: "duration", value: figure.value * next.scale, scale: next.scale };
}
