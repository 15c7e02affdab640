import { type Clause, clausesOf, type Line } from "../clauses";
import type { Figure } from "../figures/figure";
import { figuresWithin, firstFrom, isWithin } from "../figures/figures-within";
import type { Findings } from "../findings";
import type { Source, Span } from "../source";

/** "Section 2 (Discount).", the heading of a clause within a line: no figure of the offer. */
const HEADING = /^\W*‹a\d+›\W*(?:[a-z]+\W+){0,4}[a-z]*\W*$/;
const SECTION = /^\W*(?:§|(?:section|article|clause|schedule|exhibit|annex|appendix|part)\b)/i;

/** Every phrase whose figures no rule took, in the order of the input. */
export function leftOverOf(
  lines: readonly Line[],
  all: readonly Figure[],
  findings: Findings,
): readonly string[] {
  const { source, used, listed } = findings;
  const phrases = new Set<string>();
  const add = (span: Span): void => {
    const words = findings.words(span);
    if (words !== "") phrases.add(words);
  };
  const isListedAt = placesIn(listed);
  const left = (span: Span): readonly Figure[] =>
    figuresWithin(span, all).filter(
      (figure) => !used.has(figure) || figure.high?.kind === "broken",
    );
  for (const line of lines)
    for (const clause of clausesOf(line, all, source)) {
      const isListed = isListedAt(clause, line);
      const figures =
        HEADING.test(clause.text) && SECTION.test(source.text.slice(clause.start, clause.end))
          ? []
          : left(clause);
      if (!isListed && figures.length === 0) continue;
      const isUntouched = !clause.figures.some((figure) => used.has(figure));
      if (isListed || isUntouched) add(clause);
      else for (const part of partsOf(clause, source, figures, used)) add(part);
    }
  return [...phrases];
}

/** Tells whether listed spans hold a clause: one that begins with it, or one around its whole line. */
function placesIn(listed: ReadonlySet<Span>): (clause: Span, line: Span) => boolean {
  const starts = new Set([...listed].map(({ start }) => start));
  const ordered = [...listed].toSorted((one, other) => one.start - other.start);
  let furthest = 0;
  const ends = ordered.map(({ end }) => (furthest = Math.max(furthest, end)));
  return (clause, line) => {
    if (starts.has(clause.start)) return true;
    const last = firstFrom(line.start + 1, ordered) - 1;
    return last >= 0 && (ends[last] ?? 0) >= line.end;
  };
}

/** The parts between commas that hold figures left over; only the figure itself where its part was read. */
function partsOf(
  clause: Clause,
  { text }: Source,
  left: readonly Figure[],
  used: ReadonlySet<Figure>,
): readonly Span[] {
  const within = (at: number): boolean =>
    clause.figures.some(({ start, end }) => start <= at && at < end);
  const cuts = [...text.slice(clause.start, clause.end).matchAll(/[,()|]/g)]
    .map(({ index }) => clause.start + index)
    .filter((at) => !within(at));
  return left.map((figure) => {
    const broken = figure.high?.kind === "broken" ? figure.high : undefined;
    if (broken) return broken;
    const start = Math.max(
      clause.start,
      ...cuts.filter((cut) => cut < figure.start).map((cut) => cut + 1),
    );
    const end = Math.min(clause.end, ...cuts.filter((cut) => cut >= figure.end));
    const isRead = clause.figures.some(
      (other) => used.has(other) && isWithin(other, { start, end }),
    );
    return isRead ? figure : { start, end };
  });
}
