import { type Asked, amountsOf, amountWords, phrased, signFor, type Way } from "./asked";
import { figuresInWords, isSameFigure, type WordedFigure, withFigures } from "./figures-in-words";

/** One figure of the phrase, or two that follow each other, as the amount that was meant. */
export const amountMeant: Way = (asked) => {
  const { ask, value } = asked;
  if (typeof value !== "number") return [];
  const figures = figuresInWords(ask.from);
  const isMeant = (figure: WordedFigure): boolean => !figure.isPercent;
  const one = figures
    .filter(isMeant)
    .map((meant) =>
      withFigures(ask.from, figures, (figure) =>
        figure === meant ? amountWords(value, signFor(figure, asked)) : undefined,
      ),
    );
  const [first, second] = figures.filter(isMeant);
  const both =
    first && second
      ? [
          withFigures(ask.from, figures, (figure) => {
            if (figure === first) return `${amountWords(value, signFor(first, asked))} `;
            return figure === second
              ? ` ${amountWords(second.value, signFor(first, asked))}`
              : undefined;
          }),
        ]
      : [];
  return [...wholeList(asked), ...phrased(asked, [...one, ...both])];
};

/** The lines of a list that are written as the asked one is, all at once: a long list would be read again for each. */
function wholeList({ text, ask, value, reading }: Asked): readonly string[] {
  const isList = ask.about === "scale" || ask.about === "separator";
  const [first] = figuresInWords(ask.from).filter(({ isPercent }) => !isPercent);
  if (!isList || typeof value !== "number" || first === undefined) return [];
  const shape = (line: string): string => line.trim().replace(/[\d.,]+/gu, "#");
  const lines = text.split("\n").map((line) => {
    const figures = figuresInWords(line);
    const [bare, another] = figures.filter(({ isPercent }) => !isPercent);
    if (shape(line) !== shape(ask.from) || bare === undefined || another !== undefined) return line;
    const usd = (bare.value * value) / first.value;
    const sign = bare.sign || reading.currency?.value || "$";
    return withFigures(line, figures, (figure) =>
      figure === bare ? amountWords(usd, sign) : undefined,
    );
  });
  return [lines.join("\n")];
}

/** An amount, or each of a column, as that of a year. */
export const yearly: Way = (asked) => {
  const { ask, value } = asked;
  const total = ask.readings.at(-1)?.value;
  if (typeof value !== "number" || typeof total !== "number" || total === 0) return [];
  const lines = ask.from.split("\n").map((line) => ({ line, figures: figuresInWords(line) }));
  const inEach = lines.map(({ line, figures }) => {
    const [amount] = amountsOf(figures.filter((figure) => figure.isAmount || figure.value >= 1000));
    return withFigures(line, figures, (figure) =>
      figure === amount
        ? `${amountWords((figure.value * value) / total, signFor(figure, asked))} per year `
        : undefined,
    );
  });
  const figures = figuresInWords(ask.from);
  const one = figures
    .filter((figure) => isSameFigure(figure.value, total))
    .map((meant) =>
      withFigures(ask.from, figures, (figure) =>
        figure === meant ? `${amountWords(value, signFor(figure, asked))} per year ` : undefined,
      ),
    );
  return phrased(asked, [...(lines.length === 1 ? one : []), inEach.join("\n")]);
};
