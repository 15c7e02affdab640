import { type Asked, amountsOf, pairOf, phrased, type Way } from "./asked";
import {
  figuresInWords,
  isSameFigure,
  percentWords,
  type WordedFigure,
  withFigures,
} from "./figures-in-words";

const HEDGES =
  /(?:\b(?:up to(?: an?)?|as much as|as high as|at most|at least|max(?:imum)?\.?(?: of)?|around|about|approx(?:imately|\.)?|roughly|circa|ca\.|nearly|almost|close to|some|likely|in the region of|an estimated|or so)|[~≈])\s*/giu;

/** A rough figure or a ceiling as a firm one. */
export const firm: Way = (asked) => {
  const { ask, value } = asked;
  if (typeof value !== "number") return [];
  const plain = phrased(asked, [ask.from.replace(HEDGES, "")]);
  const [percent, another] = figuresInWords(ask.from).filter(({ isPercent }) => isPercent);
  const isOne = percent !== undefined && another === undefined;
  return [...plain, ...(isOne ? pairOf(asked, percent.text.trim()) : [])];
};

/** One discount in the place of a range of them. */
export const discountMeant: Way = (asked) => {
  const { ask, value } = asked;
  if (typeof value !== "number") return [];
  const range =
    /(?:between\s+)?\d+(?:[.,]\d+)?\s*(?:%|per ?cent)?\s*(?:-|–|—|\bto\b|\band\b|\bor\b)\s*\d+(?:[.,]\d+)?\s*(?:%|per ?cent\b|pct\b|points?\b)/iu;
  return [
    ...phrased(asked, [ask.from.replace(range, percentWords(value))]),
    ...pairOf(asked, percentWords(value)),
  ];
};

/** Of two discounts for one amount the one that was meant; of two ranges that overlap, the one that gives way. */
export const oneDiscount: Way = (asked) => {
  const { text, ask, value } = asked;
  if (typeof value !== "number") return [];
  const figures = figuresInWords(ask.from);
  const discounts = figures.filter(({ isPercent }) => isPercent);
  const [only, another] = discounts;
  const meant = percentWords(value);
  if (only !== undefined && another === undefined)
    return [...overlapping(asked, only), ...withoutOthers(asked, meant)];
  const alike = withFigures(ask.from, figures, (figure) =>
    discounts.includes(figure) ? meant : undefined,
  );
  // An option on a line of its own leaves with its line.
  const lines = ask.from.split("\n");
  const own = lines.filter((line) =>
    figuresInWords(line).every(
      (figure) => !figure.isPercent || isSameFigure(figure.value / 100, value),
    ),
  );
  const kept = own.length < lines.length && own.length > 0 ? [own.join("\n")] : [];
  return text.includes(ask.from)
    ? [...phrased(asked, [...kept, alike]), ...pairOf(asked, meant), ...withoutOthers(asked, meant)]
    : [];
};

/** The text with what the other readings say, wherever it says it, as what was meant: an offer and its answer are sentences apart. */
function withoutOthers({ text, ask, value }: Asked, meant: string): readonly string[] {
  const others = ask.readings.filter((one) => one.value !== value);
  const [amount] = amountsOf(figuresInWords(ask.from));
  const isOther = (figure: WordedFigure): boolean =>
    figure.isPercent && others.some((one) => isSameFigure(Number(one.value), figure.value / 100));
  const figures = figuresInWords(text);
  const alike = withFigures(text, figures, (figure) => (isOther(figure) ? meant : undefined));
  const pairs = text.split(/(?<=[.;,\n])/u).map((part) => {
    const inPart = figuresInWords(part);
    const isOfPair = (figure: WordedFigure): boolean =>
      isOther(figure) || (amount !== undefined && isSameFigure(figure.value, amount.value));
    const isPair = inPart.some(isOther) && inPart.every(isOfPair);
    return isPair ? (/[.;\n]$/u.exec(part)?.[0] ?? "") : part;
  });
  const line = amount && `\n${amount.text.trim()}: ${meant}\n`;
  const bare = line === undefined ? [] : [pairs.join("").replace(ask.from.trim(), line)];
  return [alike, pairs.join(""), ...bare];
}

const RANGE_END = (figure: WordedFigure, before: string): boolean =>
  /(?:-|–|—|\bto\b)\s*$/u.test(before.slice(0, figure.start));

/** Where a range begins within the one before: it begins there, or where that one ends. */
function overlapping(asked: Asked, later: WordedFigure): readonly string[] {
  const { text, ask, value } = asked;
  if (typeof value !== "number") return [];
  const at = text.indexOf(ask.from);
  const before = text.slice(0, Math.max(at, 0));
  const ends = figuresInWords(before).filter((figure) => RANGE_END(figure, before));
  const [first] = amountsOf(figuresInWords(ask.from));
  const end = ends.at(-1);
  if (at < 0 || first === undefined || end === undefined) return [];
  const after = text.slice(at + ask.from.length);
  const begins = isSameFigure(later.value / 100, value) ? first : end;
  const open = before.slice(0, end.start).replace(/\s*(?:-|–|—|\bto\b)\s*$/u, "+");
  return [`${open}${before.slice(end.end)}${begins.text.trim()}+: ${later.text.trim()}${after}`];
}

/** Bare discounts with their sign. */
export const withPercentSigns: Way = (asked) => {
  const { ask, value } = asked;
  const [percent, fraction] = ask.readings.map((one) => one.value);
  if (typeof value !== "number" || percent === undefined || fraction === undefined) return [];
  const signed = (pick: (bare: readonly WordedFigure[]) => WordedFigure | undefined): string =>
    ask.from
      .split("\n")
      .map((line) => {
        const figures = figuresInWords(line);
        const bare = figures.filter(
          (figure) => !figure.isPercent && !figure.isAmount && figure.value < 100,
        );
        const discount = pick(bare);
        return withFigures(line, figures, (figure) => {
          if (figure !== discount) return undefined;
          const isFraction = figure.value < 1 && value === fraction;
          return isFraction ? percentWords(figure.value) : percentWords(figure.value / 100);
        });
      })
      .join("\n");
  return phrased(asked, [signed((bare) => bare.at(-1)), signed((bare) => bare[0])]);
};
