import { type Line, LONGEST } from "./clauses";
import type { Source } from "./source";

const ENDS_OPEN =
  /(?:\b(?:of|at|for|from|to|the|a|an|and|or|with|over|above|than|least|per|by|on|in|is|are|we|you|your|our|up|annual|that)|,)\s*$/i;

/** "discount: 18%" begins a line of its own. */
const LABEL = /^[a-z][a-z ]{0,30}:/;

/** Lines that a mail program wrapped, as one. */
export function joinedLines(lines: readonly Line[], source: Source): readonly Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
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
