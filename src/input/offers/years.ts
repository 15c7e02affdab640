import { mask } from "./clauses";
import type { Figure } from "./figures";
import type { Span } from "./source";

/** Figures that a text gives year by year. */
export interface ByYear {
  readonly span: Span;
  readonly figures: readonly Figure[];
  /** All figures of the passage, the names of the years too. */
  readonly all: readonly Figure[];
}

const LABEL_FIRST = /‹l\d+›\s*[:=|-]*\s*(?:is |of |at )?\(?‹([mpn])(\d+)›/g;
const FIGURE_FIRST = /‹([mpn])(\d+)›(?: \w+){0,2}? (?:in|for|during) (?:the )?‹l\d+›/g;

/** Amounts, or discounts, each beside the name of a year. */
export function figuresByYear(
  lines: readonly Span[],
  all: readonly Figure[],
  text: string,
): readonly ByYear[] {
  const found: ByYear[] = [];
  for (const line of lines) {
    const masked = mask(line, all, text).text;
    const first = [...masked.matchAll(LABEL_FIRST)];
    const matches = first.length > 0 ? first : [...masked.matchAll(FIGURE_FIRST)];
    for (const letters of ["mn", "p"]) {
      const figures = matches
        .filter(([, letter = ""]) => letters.includes(letter))
        .flatMap(([, , index]) => all[Number(index)] ?? []);
      const others = matches.length > figures.length;
      if (figures.length === 0 || (others && letters === "p")) continue;
      const labels = all.filter(
        (figure) => figure.kind === "label" && figure.start >= line.start && figure.end <= line.end,
      );
      const last = found.at(-1);
      const goesOn =
        last !== undefined &&
        figures.length === 1 &&
        last.figures.at(-1)?.kind === figures[0]?.kind &&
        !text.slice(last.span.end, line.start).trim();
      const entry = { span: line, figures, all: [...figures, ...labels] };
      if (goesOn && last)
        found.splice(-1, 1, {
          span: { start: last.span.start, end: line.end },
          figures: [...last.figures, ...figures],
          all: [...last.all, ...entry.all],
        });
      else found.push(entry);
    }
  }
  return found.filter(({ figures }) => figures.length > 1);
}
