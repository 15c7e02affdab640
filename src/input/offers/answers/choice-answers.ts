import { readSpelled } from "../figures/spelled-numbers";
import { amountWords, phrased, signFor, type Way } from "./asked";
import { figuresInWords, isSameFigure, type WordedFigure, withFigures } from "./figures-in-words";

/** Every amount that may be the commitment as the one that is. */
export const oneCommitment: Way = (asked) => {
  const { text, ask, value } = asked;
  if (typeof value !== "number") return [];
  const figures = figuresInWords(text);
  const isOne = (figure: WordedFigure): boolean =>
    !figure.isPercent &&
    ask.readings.some(
      (one) => typeof one.value === "number" && isSameFigure(one.value, figure.value),
    );
  const inPhrase = figuresInWords(ask.from);
  const alike = withFigures(ask.from, inPhrase, (figure) =>
    isOne(figure) ? amountWords(value, signFor(figure, asked)) : undefined,
  );
  const everywhere = withFigures(text, figures, (figure) =>
    isOne(figure) ? amountWords(value, signFor(figure, asked)) : undefined,
  );
  return [...phrased(asked, [alike]), everywhere];
};

/** Amounts year by year as the one of a year. */
export const oneYear: Way = (asked) => {
  const { ask, value } = asked;
  if (typeof value !== "number") return [];
  const figures = figuresInWords(ask.from);
  const ofYears = figures.filter(({ value: usd, isPercent }) =>
    isPercent ? false : ask.readings.some((one) => isSameFigure(Number(one.value), usd)),
  );
  const [first, last] = [ofYears[0], ofYears.at(-1)];
  if (first === undefined || last === undefined) return [];
  const begins = ask.from.search(/\b(?:contract |agreement )?(?:year|yr|fy|y)\s?\d/iu);
  const start = begins >= 0 && begins < first.start ? begins : first.start;
  const words = `commitment of ${amountWords(value, signFor(first, asked))} per year`;
  return phrased(asked, [
    ask.from.slice(0, start) + words + ask.from.slice(last.end),
    `The annual ${words}${ask.from.slice(last.end)}`,
    `\nThe annual ${words}.\n`,
  ]);
};

const COUNT = "(?:\\d+|one|two|three|four|five|six|twelve|twenty-four|thirty-six)";
const UNIT = "(?:[\\s-]*(?:months?|mos?|years?|yrs?|y)\\b)";

/** The lengths that an offer leaves open as one. */
export const oneTerm: Way = (asked) => {
  const { text, ask, value } = asked;
  if (typeof value !== "number") return [];
  const several = new RegExp(
    `\\b${COUNT}${UNIT}?-?(?:\\s*(?:,|/|\\bor\\b|\\band\\b|\\bto\\b|-)\\s*(?:or |and )?(?:an? )?${COUNT}${UNIT}?-?)+(?![\\d%])`,
    "giu",
  );
  const each = new RegExp(`\\b${COUNT}${UNIT}`, "giu");
  const asOne = (words: string): string =>
    words.replace(several, (lengths) =>
      new RegExp(UNIT, "iu").test(lengths) ? `${value} months` : lengths,
    );
  // "1 year at 10%, 3 years at 15%": an option of another length leaves with its discount.
  const options = ask.from.split(/(?<=[,;])|(?=\bor\b)/u);
  const own = options.filter((option) =>
    [...option.matchAll(each)].every(([length]) => monthsOf(length) === value),
  );
  const label = own[0] === options[0] ? "" : (/^[^:\d]*:/u.exec(ask.from)?.[0] ?? "");
  const kept =
    own.length < options.length ? phrased(asked, [label + own.join("").replace("%", "% off")]) : [];
  return [
    ...phrased(asked, [asOne(ask.from)]),
    asOne(text),
    ...phrased(asked, [ask.from.replace(each, `${value} months`)]),
    text.replace(each, `${value}-month`),
    ...kept,
  ];
};

/** The months that a length in figures or words lasts. */
function monthsOf(length: string): number | undefined {
  const [count = "", unit = ""] = length.split(/[\s-]+(?=\S+$)|(?<=\d)(?=[a-z])/iu);
  const figure = /^\d+$/.test(count) ? Number(count) : readSpelled(count);
  return figure === undefined ? undefined : figure * (/^y/iu.test(unit) ? 12 : 1);
}

/** A table without the columns that were not meant. */
export const oneColumn: Way = (asked) => {
  const { ask, value } = asked;
  const lines = ask.from.split("\n");
  const others = ask.readings.map((one) => String(one.value)).filter((one) => one !== value);
  const divided = DIVIDERS.map((divider) => {
    const rows = lines.map((line) => line.split(divider).map((cell) => cell.trim()));
    const heads = rows[0] ?? [];
    const left = heads.flatMap((head, index) => (others.includes(head) ? [index] : []));
    if (left.length < others.length || !heads.includes(String(value))) return undefined;
    return rows
      .map((cells) => cells.filter((_, index) => !left.includes(index)).join("\t"))
      .map((row, index) => (index === 0 ? row.replace(String(value), "Discount") : row))
      .join("\n");
  });
  return phrased(
    asked,
    divided.filter((table) => table !== undefined),
  );
};

const DIVIDERS = [/\t/, /\|/, /;/, / {2,}/, /,/];

const SIGNS: Readonly<Record<string, string>> = { USD: "$", EUR: "€", GBP: "£" };

/** The text without the amounts in another currency: without their lines, their brackets, or them alone. */
export const oneCurrency: Way = (asked) => {
  const { text, ask, value } = asked;
  const others = ask.readings.map((one) => String(one.value)).filter((one) => one !== value);
  const isOther = ({ sign }: WordedFigure): boolean =>
    others.some((code) => sign.toUpperCase() === code || sign.endsWith(SIGNS[code] ?? code));
  const isOwn = (figure: WordedFigure): boolean => figure.isAmount && !isOther(figure);
  const lines = text.split("\n").filter((line) => {
    const figures = figuresInWords(line);
    return !figures.some(isOther) || figures.some(isOwn);
  });
  const inBrackets = text.replace(/\s*\([^()]*\)/gu, (bracket) =>
    figuresInWords(bracket).some(isOther) ? "" : bracket,
  );
  const outsideBrackets = text.replace(/\s*\([^()]*\)/gu, "");
  const figures = figuresInWords(text);
  const alone = withFigures(text, figures, (figure) => (isOther(figure) ? "" : undefined));
  const other = `(?:${figures
    .filter(isOther)
    .map(({ text: words }) => escaped(words.trim()))
    .join("|")})`;
  const own = figures
    .filter(isOwn)
    .map(({ text: words }) => escaped(words.trim()))
    .join("|");
  const outside = new RegExp(`${other}\\s*\\((?:[a-z.~≈]+\\s*)?(${own})\\)`, "giu");
  const [[one, another], [ours, second]] = [figures.filter(isOther), figures.filter(isOwn)];
  const swapped =
    one && ours && !another && !second
      ? [
          withFigures(outsideBrackets, figuresInWords(outsideBrackets), (figure) =>
            isOther(figure) ? ours.text : undefined,
          ),
        ]
      : [];
  return [
    ...swapped,
    lines.join("\n"),
    inBrackets,
    text.replace(outside, "$1"),
    alone.replace(/\s*(?:\/|\bor\b|=|≈|~)\s*(?=[:\s])/gu, " "),
  ];
};

function escaped(words: string): string {
  return words.replace(/[$.+*?^()[\]{}|\\]/g, "\\$&");
}
