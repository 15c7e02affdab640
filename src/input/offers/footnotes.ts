import type { Clause } from "./clauses";
import type { Source } from "./source";

/** The clauses without footnotes, which say on which condition something above them holds. */
export function withoutNotes(clauses: readonly Clause[], { text }: Source): readonly Clause[] {
  const star = text.search(/[\w%)]\*/);
  if (star < 0) return clauses;
  return clauses.filter(
    ({ start, text: words }) =>
      start < star ||
      (!/^\s*\*{2,3}/.test(words) &&
        !/(?:^|\n) *\*{1,3} *$/.test(text.slice(Math.max(0, start - 6), start))),
  );
}
