import type { Findings } from "../findings";
import type { OfferedBand } from "../offer-reading";
import { settled } from "./doubts";
import { withoutOddFigures } from "./odd-figures";
import { inOrder } from "./order";
import { figuresOfPoint, type Point } from "./point";
import { withUpperBounds } from "./upper-bounds";

/** The bands of a text: a point for each line, row or pair, and a question for each that is in doubt. */
export function bandsFrom(
  points: readonly Point[],
  said: {
    readonly ends: readonly Point[];
    readonly others: readonly Point[];
    readonly marks: ReadonlySet<"plus">;
  },
  findings: Findings,
): readonly OfferedBand[] {
  const plain = withoutOddFigures(points, said.marks.has("plus"), findings);
  for (const point of plain) findings.use(figuresOfPoint(point));
  const firm = settled(plain, findings);
  const ordered =
    said.ends.length === 0
      ? firm
      : [...firm, ...said.ends].toSorted((one, other) => one.span.start - other.span.start);
  const steps = withUpperBounds(ordered, findings);
  return inOrder(steps, said.others, findings);
}
