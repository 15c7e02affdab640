/** A figure in a phrase, as far as an answer must find it again. */
export interface WordedFigure {
  readonly start: number;
  readonly end: number;
  /** With its sign and unit, as written. */
  readonly text: string;
  /** Its sign or code of a currency; "" is none. */
  readonly sign: string;
  /** Where a point is the decimal sign. */
  readonly value: number;
  readonly isPercent: boolean;
  /** Whether a sign or a unit says that it is an amount. */
  readonly isAmount: boolean;
}

const FIGURE =
  /(?<sign>(?:US|CA|A)?[$€£]\s?|\b(?:USD|EUR|GBP|CHF|CAD|AUD)\s?)?(?<figure>\d+(?:[,.' \u00a0\u202f]\d{3}(?!\d))*(?:[.,]\d+)?|\.\d+)(?:\s?(?<unit>thousand|million|billion|bn|mm|mn|k|m|b)\b)?(?<after>\s?[€£$]|\s?(?:USD|EUR|GBP|CHF)\b)?(?<percent>\s?(?:%|per ?cent\b|pct\b))?/giu;

const UNITS: Readonly<Record<string, number>> = {
  ...{ thousand: 1e3, k: 1e3, million: 1e6, mm: 1e6, mn: 1e6, m: 1e6 },
  ...{ billion: 1e9, bn: 1e9, b: 1e9 },
};

/** The figures of a phrase, in its order. */
export function figuresInWords(phrase: string): readonly WordedFigure[] {
  return [...phrase.matchAll(FIGURE)].map((found) => {
    const { sign = "", figure = "", unit = "", after = "", percent = "" } = found.groups ?? {};
    const [text] = found;
    return {
      ...{ start: found.index, end: found.index + text.length, text },
      sign: sign.trim() || after.trim(),
      value: Number(figure.replace(/[,' \u00a0\u202f]/g, "")) * (UNITS[unit.toLowerCase()] ?? 1),
      isPercent: percent !== "",
      isAmount: percent === "" && (sign + after + unit).trim() !== "",
    };
  });
}

/** A phrase with each of some figures in other words; undefined keeps a figure. */
export function withFigures(
  phrase: string,
  figures: readonly WordedFigure[],
  write: (figure: WordedFigure, index: number) => string | undefined,
): string {
  let written = "";
  let at = 0;
  for (const [index, figure] of figures.entries()) {
    const words = write(figure, index);
    if (words === undefined) continue;
    written += phrase.slice(at, figure.start) + words;
    at = figure.end;
  }
  return written + phrase.slice(at);
}

/** A fraction as a percentage that no reader takes for anything else. */
export function percentWords(fraction: number): string {
  return `${Number((fraction * 100).toPrecision(12))}%`;
}

/** Whether two numbers are the same as a person writes them. */
export function isSameFigure(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));
}
