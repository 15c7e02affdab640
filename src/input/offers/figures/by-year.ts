import { mask } from "../clauses";
import type { Span } from "../source";
import type { Figure } from "./figure";
import { figuresWithin } from "./figures-within";

/** Figures that a text gives year by year. */
export interface ByYear {
  readonly span: Span;
  readonly figures: readonly Figure[];
  /** All figures of the passage, the names of the years too. */
  readonly all: readonly Figure[];
}

const LABEL_FIRST =
  /‹[la](?<label>\d+)›\s*[:=|-]*\s*(?:you )?(?:(?:commit\w*|spend|minimum)[ :=|-]+)?(?:is |of |at )?\(?‹(?<letter>[mpn])(?<index>\d+)›/g;
const FIGURE_FIRST =
  /‹(?<letter>[mpn])(?<index>\d+)›(?:(?: \w+){0,2}? (?:in|for|during) (?:the )?| \(| (?:the )?)‹[la](?<label>\d+)›/g;
const CALENDAR_YEAR = /^(?:(?:fy|cy)[ -]?'?(?:20)?\d\d|20\d\d)$/i;

/** Lines that follow one another and give the same kind of figure by year. */
interface Passage {
  span: Span;
  readonly figures: Figure[];
  readonly all: Figure[];
}

/** Amounts, or discounts, each beside the name of a year. */
export function figuresByYear(
  lines: readonly Span[],
  all: readonly Figure[],
  text: string,
): readonly ByYear[] {
  const found: Passage[] = [];
  /** The passage that only lines without figures follow. */
  let goesOnFrom: Passage | undefined;
  for (const line of lines) {
    const within = figuresWithin(line, all);
    if (!within.some(({ kind }) => kind === "label" || kind === "aside")) {
      if (within.length > 0) goesOnFrom = undefined;
      continue;
    }
    const masked = mask(line, all, text).text;
    const isOfYear = ({ groups }: RegExpMatchArray): boolean => {
      const label = all[Number(groups?.["label"])];
      return label?.kind === "label" || CALENDAR_YEAR.test(text.slice(label?.start, label?.end));
    };
    const first = [...masked.matchAll(LABEL_FIRST)].filter(isOfYear);
    const last = [...masked.matchAll(FIGURE_FIRST)].filter(isOfYear);
    const matches = first.length > 0 && first.length >= last.length ? first : last;
    if (matches.length === 0) goesOnFrom = undefined;
    for (const letters of ["mn", "p"]) {
      const figures = matches
        .filter(({ groups }) => letters.includes(groups?.["letter"] ?? ""))
        .flatMap(({ groups }) => all[Number(groups?.["index"])] ?? []);
      const others = matches.length > figures.length;
      if (figures.length === 0 || (others && letters === "p")) continue;
      const labels = matches.flatMap(({ groups }) => all[Number(groups?.["label"])] ?? []);
      const last = found.at(-1);
      const goesOn =
        last !== undefined &&
        figures.length === 1 &&
        last.figures.at(-1)?.kind === figures[0]?.kind &&
        goesOnFrom === last;
      if (goesOn && last) {
        last.span = { start: last.span.start, end: line.end };
        last.figures.push(...figures);
        last.all.push(...figures, ...labels);
      } else found.push({ span: line, figures, all: [...figures, ...labels] });
      goesOnFrom = found.at(-1);
    }
  }
  return found.filter(({ figures }) => figures.length > 1);
}
