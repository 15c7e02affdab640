import type { Committed, FlatDiscount } from "../commitments";
import type { Source } from "../source";
import type { Point } from "./point";

/** The characters before the first pair among which its name is looked for. */
const NEAR = 200;

/** Where the first whole line from a place on begins. */
function lineFrom(text: string, place: number): number {
  return place <= 0 ? 0 : text.indexOf("\n", place - 1) + 1;
}

/** A bullet, or a number of a list. */
const MARK = /^\s*(?:[•*-]|\d{1,2}[.)])\s+/;
/** A line of nothing but a name. */
const NAME = /^[\p{L}\d][\p{L}\d '-]{0,30}$/u;

/**
 * "Commitment: $250k ⏎ Discount: 6% ⏎ Commitment: $500k ⏎ Discount: 10%": amounts and discounts by turns, two pairs or more, with
 * nothing but a heading before each. Other labels between them are a form for several deals, which is asked about.
 */
export function stackedPoints(
  committed: readonly Committed[],
  flats: readonly FlatDiscount[],
  { text }: Source,
): readonly Point[] {
  const [first, second] = [committed[0]?.span.start ?? 0, flats[0]?.span.start ?? 0];
  const isLedByAmount = first < second;
  const places = committed.flatMap(({ span }, index) => {
    const flat = flats[index]?.span.start ?? -1;
    return isLedByAmount ? [span.start, flat] : [flat, span.start];
  });
  const isByTurns =
    committed.length > 1 &&
    committed.length === flats.length &&
    places.every((place, index) => index === 0 || place > (places[index - 1] ?? place)) &&
    new Set(committed.map(({ amount }) => amount.usd)).size === committed.length;
  if (!isByTurns) return [];
  const pairs = committed.map(({ amount, span }, index) => {
    const flat = flats[index];
    const start = Math.min(span.start, flat?.span.start ?? span.start);
    return { amount, flat, span: { start, end: Math.max(span.end, flat?.span.end ?? span.end) } };
  });
  const headings = pairs.map(({ span }, index) => {
    const before = pairs[index - 1]?.span.end ?? lineFrom(text, span.start - NEAR);
    return text
      .slice(before, span.start)
      .replace(/[^\n]*$/, "")
      .trim();
  });
  if (headings.slice(1).some((heading) => /[:|=]/.test(heading))) return [];
  return pairs.map(({ amount, flat, span }, index): Point => {
    const lines = headings[index]?.split("\n").map((line) => line.replace(MARK, "").trim()) ?? [];
    const name = lines.findLast((line) => NAME.test(line));
    return {
      span,
      ...(name !== undefined && { name }),
      amount: { ...amount, isCommitment: false },
      discounts: flat ? [flat.discount] : [],
      isContested: false,
    };
  });
}
