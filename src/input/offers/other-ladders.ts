import { clausesOf, type Line, LONGEST } from "./clauses";
import type { Figure } from "./figures/figure";
import { beginsOtherLadder } from "./set-aside";
import type { Source } from "./source";
import { topicsOf } from "./topics";

/**
 * Without what follows the heading of another ladder, of support fees or service credits, to the next empty line; a heading that gives
 * a figure of its own, "Support fee: 4%", ends at the first line about the offer.
 */
export function withoutOtherLadders(
  lines: readonly Line[],
  all: readonly Figure[],
  source: Source,
): readonly Line[] {
  let isOther = false;
  let isPriced = false;
  return lines.flatMap((line) => {
    const clauses = clausesOf(line, all, source);
    const wasOther = isOther && !(isPriced && clauses.some(({ text }) => isOfOffer(text)));
    const heading = wasOther
      ? undefined
      : clauses.find((clause) => clause.text.length <= LONGEST && beginsOtherLadder(clause.text));
    isOther =
      !line.endsBlock && (wasOther || (heading !== undefined && heading === clauses.at(-1)));
    if (wasOther) return [];
    isPriced = heading !== undefined && /‹[mp]/.test(heading.text);
    if (heading === undefined || heading !== clauses.at(-1)) return [line];
    return heading === clauses[0] ? [] : [{ ...line, end: heading.start }];
  });
}

/** "Overage: list plus 5%". */
function isOfOffer(text: string): boolean {
  return (
    text.length <= LONGEST &&
    (/\b(?:commit\w*|discounts?)\b/.test(text) || topicsOf(text).length > 0)
  );
}
