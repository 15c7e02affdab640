import { LONGEST } from "../clauses";
import type { Figure } from "../figures/figure";
import { figuresWithin, firstFrom } from "../figures/figures-within";
import type { Findings } from "../findings";
import type { Span } from "../source";

export type Row = readonly Span[];

/** A line and its cells. */
export interface TableRow {
  readonly line: Span;
  readonly cells: Row;
}

const DIVIDERS: readonly RegExp[] = [/\t/g, /\|/g, /;/g, / {2,}/g];

/** A line cut into cells: at tabs, bars, semicolons or two spaces and more, else at commas outside figures. */
export function cellsOf(line: Span, text: string, figures: readonly Figure[]): Row {
  const written = text.slice(line.start, line.end);
  const isFramed = /\|[ \t]*$/.test(text.slice(Math.max(0, line.start - 9), line.start));
  const body = written.trimEnd().replace(isFramed ? /[\s|]*\|$/ : /\|{2,}$/, "");
  const labelled = labelledFigures(line, text, figures);
  if (labelled) return labelled;
  const divider = DIVIDERS.find((one) => body.trim().search(one) >= 0);
  const within = (at: number): boolean => {
    const last = figures[firstFrom(at + 1, figures) - 1];
    return last !== undefined && at < last.end;
  };
  const cuts = [...body.matchAll(divider ?? /,/g)]
    .map((match) => ({
      from: line.start + match.index,
      to: line.start + match.index + match[0].length,
    }))
    .filter(({ from }) => divider !== undefined || !within(from));
  const edges = [
    { from: line.start, to: line.start },
    ...cuts,
    { from: line.start + body.length, to: line.end },
  ];
  return edges
    .slice(1)
    .map(({ from }, index) => trimmed({ start: edges[index]?.to ?? 0, end: from }, text));
}

/** Words over a row of figures, without a colon. */
const LABEL =
  /^(?=[a-z ]*\b(?:commit\w*|discounts?|spend|volume|rebates?|thresholds?|reductions?)\b)[a-z ]{3,30}(?= [$€£]? ?\d)/i;

/** "Discount: 10% 15% 20%": a label and figures with nothing but spaces and commas between them. */
function labelledFigures(line: Span, text: string, all: readonly Figure[]): Row | undefined {
  const written = text.slice(line.start, line.end);
  const label = (/^[^:\t|;‹]{3,40}:/.exec(written) ?? LABEL.exec(written))?.[0];
  if (label === undefined) return undefined;
  const figures = figuresWithin({ start: line.start + label.length, end: line.end }, all);
  const gaps = figures.map(({ start }, index) =>
    text.slice(figures[index - 1]?.end ?? line.start + label.length, start),
  );
  const tail = text.slice(figures.at(-1)?.end ?? line.end, line.end);
  const isList = figures.length > 1 && [...gaps, tail].every((gap) => /^[ ,/.|;\t]*$/.test(gap));
  if (!isList) return undefined;
  const end = line.start + label.length - (label.endsWith(":") ? 1 : 0);
  return [{ start: line.start, end }, ...figures];
}

function trimmed({ start, end }: Span, text: string): Span {
  const part = text.slice(start, Math.max(start, end));
  const begins = start + part.length - part.trimStart().length;
  return { start: begins, end: Math.max(begins, begins + part.trim().length) };
}

/** The cells of every line; of one too long for a row, none. */
export function rowsOf(
  lines: readonly Span[],
  { source: { rows, text } }: Findings,
  all: readonly Figure[],
): readonly TableRow[] {
  const known = new Map(
    (rows ?? []).flatMap((row) => row.filter(isFilled).map(({ start }) => [start, row] as const)),
  );
  return lines.map((line) => {
    const cells = known.get(firstLetter(line, text));
    if (cells) return { line, cells };
    return { line, cells: line.end - line.start > LONGEST ? [] : cellsOf(line, text, all) };
  });
}

function firstLetter({ start, end }: Span, text: string): number {
  const part = text.slice(start, end);
  return start + part.length - part.trimStart().length;
}

export function isFilled({ start, end }: Span): boolean {
  return start < end;
}

/** A row that lacks blank cells of a printed table: its last cell is the last column. */
export function aligned(cells: Row, heads: Row, column: number): Span {
  const nothing = { start: 0, end: 0 };
  if (cells.length < heads.length && column === heads.length - 1) return cells.at(-1) ?? nothing;
  if (cells.length < heads.length && column >= cells.length - 1) return nothing;
  return cells[column] ?? nothing;
}
