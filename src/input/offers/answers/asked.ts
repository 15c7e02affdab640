import type { Ask, OfferReading } from "../offer-reading";
import { figuresInWords, isSameFigure, type WordedFigure, withFigures } from "./figures-in-words";

/** What a question is about, in the text as it is now. */
export interface Asked {
  readonly text: string;
  readonly ask: Ask;
  readonly value: number | string;
  readonly reading: OfferReading;
}

/** Ways to write a text so that it has the meaning of an answer, the most careful first. */
export type Way = (asked: Asked) => readonly string[];

/** The text with the phrase of the question in other words. */
export function phrased({ text, ask }: Asked, phrases: readonly string[]): readonly string[] {
  const at = text.indexOf(ask.from);
  if (at < 0) return [];
  const after = at + ask.from.length;
  return phrases.map((phrase) => text.slice(0, at) + phrase + text.slice(after));
}

/** An amount without separators, which every reader reads alike. */
export function amountWords(usd: number, sign: string): string {
  return `${sign}${/[a-z]/i.test(sign) ? " " : ""}${Number(usd.toFixed(2))}`;
}

export function signFor({ sign }: WordedFigure, { reading }: Asked): string {
  return sign || reading.currency?.value || "$";
}

/** The amounts of a phrase, of two spellings of one amount the first; a bare figure counts where nothing is signed. */
export function amountsOf(figures: readonly WordedFigure[]): readonly WordedFigure[] {
  const signed = figures.filter(({ isAmount }) => isAmount);
  const amounts = signed.length > 0 ? signed : figures.filter(({ isPercent }) => !isPercent);
  return amounts.filter(
    (figure, index) =>
      amounts.findIndex((other) => isSameFigure(other.value, figure.value)) === index,
  );
}

/** The phrase as one amount and one discount, alone or with the words that are about neither. */
export function pairOf(asked: Asked, discount: string): readonly string[] {
  const { ask } = asked;
  const figures = figuresInWords(ask.from);
  const [amount, another] = amountsOf(figures);
  if (amount === undefined || another !== undefined) return [];
  const line = `${amount.text.trim()}: ${discount}`;
  const words = withFigures(ask.from, figures, ({ isPercent }) => (isPercent ? "" : undefined));
  return phrased(asked, [`\n${line}\n`, `${words}\n${line}\n`]);
}
