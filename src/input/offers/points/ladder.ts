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
  const told = withoutListAbove(points, findings);
  const plain = withoutOddFigures(told, said.marks.has("plus"), findings);
  for (const point of plain) findings.use(figuresOfPoint(point));
  const firm = settled(withOpenEnds(withRivals(plain)), findings);
  const ordered =
    said.ends.length === 0
      ? firm
      : [...firm, ...said.ends].toSorted((one, other) => one.span.start - other.span.start);
  const steps = withUpperBounds(ordered, findings);
  return inOrder(steps, said.others, findings);
}

/** "11% at $500k. Above $600k you pay list": no band, since no more is committed to for less, but what usage beyond it costs. */
function withoutListAbove(points: readonly Point[], findings: Findings): readonly Point[] {
  const lowest = points.reduce(
    (least, { amount, discounts }) =>
      discounts.some(({ fraction }) => fraction > 0)
        ? Math.min(least, amount?.usd ?? least)
        : least,
    Number.POSITIVE_INFINITY,
  );
  return points.filter(({ amount, discounts: [discount], span }) => {
    const isInWords = discount?.figure === undefined && discount?.fraction === 0;
    const isAbove =
      amount !== undefined &&
      amount.bound !== "upTo" &&
      (amount.usd > lowest || (amount.bound === "over" && amount.usd === lowest));
    if (isInWords && isAbove) findings.listed.add(span);
    return !(isInWords && isAbove);
  });
}

/** "Up to $100k: 5%; above $100k: 8%": where the last step begins is a part of the ladder of upper ends, and nothing of its own to show. */
function withOpenEnds(points: readonly Point[]): readonly Point[] {
  const uppers = points.filter(({ amount }) => amount?.bound === "upTo");
  const isLadder = uppers.length > 1 || uppers.some(({ discounts }) => discounts[0]?.fraction);
  const ends = new Set(uppers.map(({ amount }) => amount?.usd));
  return points.map((point) =>
    isLadder && point.amount?.bound === "over" && ends.has(point.amount.usd)
      ? { ...point, amount: { ...point.amount, bound: "from" } }
      : point,
  );
}

/** A threshold with two discounts of which one is in doubt is one question about both. */
function withRivals(points: readonly Point[]): readonly Point[] {
  const groups = new Map<number, Point[]>();
  for (const point of points) {
    const isOne = point.discounts.length === 1 && !point.isContested;
    if (point.amount === undefined || point.amount.bound === "upTo" || !isOne) continue;
    const group = groups.get(point.amount.usd);
    if (group) group.push(point);
    else groups.set(point.amount.usd, [point]);
  }
  const merged = new Map<Point, Point | undefined>();
  for (const group of groups.values()) {
    const [first] = group;
    const discounts = group.flatMap((one) => one.discounts);
    const isInDoubt = discounts.some((one) => !one.isFirm && one.highFraction === undefined);
    const differ = discounts.some(({ fraction }) => fraction !== discounts[0]?.fraction);
    if (first === undefined || !isInDoubt || !differ) continue;
    for (const point of group) merged.set(point, undefined);
    const end = group.reduce((last, { span }) => Math.max(last, span.end), 0);
    const span = { start: first.span.start, end };
    merged.set(first, { ...first, span, discounts, isContested: true });
  }
  return points.flatMap((point) => (merged.has(point) ? (merged.get(point) ?? []) : [point]));
}
