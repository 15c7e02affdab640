import { clausesOf, type Line, LONGEST } from "./clauses";
import type { Figure } from "./figures/figure";
import { beginsOtherLadder } from "./set-aside";
import type { Source } from "./source";

/** Without what follows the heading of another ladder, of support fees or service credits, to the next empty line. */
export function withoutOtherLadders(
  lines: readonly Line[],
  all: readonly Figure[],
  source: Source,
): readonly Line[] {
  let isOther = false;
  return lines.flatMap((line) => {
    const wasOther = isOther;
    const clauses = wasOther ? [] : clausesOf(line, all, source);
    const heading = clauses.find(
      (clause) => clause.text.length <= LONGEST && beginsOtherLadder(clause.text),
    );
    isOther =
      !line.endsBlock && (wasOther || (heading !== undefined && heading === clauses.at(-1)));
    if (wasOther) return [];
    if (heading === undefined || heading !== clauses.at(-1)) return [line];
    return heading === clauses[0] ? [] : [{ ...line, end: heading.start }];
  });
}
