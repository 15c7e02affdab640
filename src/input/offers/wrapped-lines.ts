import { type Line, LONGEST, NAME_OF_TERM } from "./clauses";
import type { Source } from "./source";

const ENDS_OPEN =
  /(?:\b(?:of|at|for|from|to|the|a|an|and|or|with|over|above|than|least|per|by|on|in|is|are|we|you|your|our|up|annual|that)|,)\s*$/i;

/** "discount: 18%" and "net 30" begin a line of their own. */
const LABEL = /^(?:[a-z][a-z ]{0,30}:|net[ -]?\d)/;

/** "Commitment ⏎ $720k per year ⏎ ⏎ Discount ⏎ 14%": names over their values, each with one line, as lines of both. */
function withNames(lines: readonly Line[], { text, rows }: Source): readonly Line[] {
  const isName = ({ start, end }: Line): boolean =>
    end - start < 60 && NAME_OF_TERM.test(text.slice(start, end));
  const names = new Set(rows ? [] : lines.filter(isName));
  if (names.size < 2) return lines;
  return lines.flatMap((line, index) => {
    const [before, after] = [lines[index - 1], lines[index + 1]];
    const isOf = (name: Line, value: Line, next: Line | undefined): boolean =>
      names.has(name) &&
      !names.has(value) &&
      (value.endsBlock || next === undefined || names.has(next));
    if (after && isOf(line, after, lines[index + 2])) return [];
    return before && isOf(before, line, after) ? [{ ...line, start: before.start }] : [line];
  });
}

/** Lines that a mail program wrapped, or that stand under their name, as one. */
export function joinedLines(all: readonly Line[], source: Source): readonly Line[] {
  const joined: Line[] = [];
  for (const line of withNames(all, source)) {
    const last = joined.at(-1);
    const before = last ? source.text.slice(Math.max(last.start, last.end - 200), last.end) : "";
    const own = source.text.slice(line.start, line.end);
    const isNext = last !== undefined && !last.endsBlock && line.start === last.end + 1;
    const wraps =
      before.length - before.lastIndexOf("\n") > 45 &&
      !/[.:;!?|]\s*$/.test(before) &&
      !/[\t|]/.test(before + own);
    const isAlike =
      firstWord(own) === firstWord(last ? source.text.slice(last.start, last.end) : "");
    const goesOn =
      (/^[a-z]/.test(own) && !LABEL.test(own) && !isAlike) ||
      (ENDS_OPEN.test(before) && !/^\s*[-•*]/.test(own));
    const fits = last !== undefined && line.end - last.start <= LONGEST;
    if (last && isNext && wraps && goesOn && fits && !source.rows)
      joined.splice(-1, 1, { ...line, start: last.start });
    else joined.push(line);
  }
  return joined;
}

/** Lines of a list begin alike. */
function firstWord(line: string): string | undefined {
  return /^\s*\p{L}+/u.exec(line.slice(0, 40))?.[0].trim().toLowerCase();
}
