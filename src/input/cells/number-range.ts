import type { Place } from "../../core/faults/place";
import { number } from "../../core/faults/text";
import { chain, fail, type Result, succeed } from "../../core/result";
import type { NumberRange } from "../../core/terms";
import { type Cell, readCell } from "./cells";
import { readNumber } from "./numbers";

/** Largest of a range of fractions. */
const MOST_AS_FRACTION = 4;

/** Refuses a number outside its range, with what the range is. */
export function checkRange(
  given: number,
  { least, most, whole, above, what, note = "" }: NumberRange,
  place: Place,
): Result<number> {
  const isIn = (above ? given > least : given >= least) && given <= most;
  if (isIn && (!whole || Number.isInteger(given))) return succeed(given);
  if (!whole && !above && most <= MOST_AS_FRACTION)
    return fail({ kind: "fractionOutOfRange", place, given, least, most });
  const kind = whole ? "a whole number" : most > MOST_AS_FRACTION ? "a number" : "a fraction";
  const ends = above
    ? `above ${least} and up to ${number(most)}`
    : `from ${least} to ${number(most)}`;
  return fail({
    kind: "numberOutOfRange",
    place,
    given,
    expected: `${what ?? kind} ${ends}${note}`,
  });
}

/** Reads a fraction, or a percentage, of a range. */
export function readFraction(cell: Cell, range: NumberRange, place: Place): Result<number> {
  return chain(readNumber(cell, place, "fraction"), (given) => checkRange(given, range, place));
}

/** Reads a number of a range; omitted or blank it is `otherwise`. */
export function readInRange<T>(
  raw: unknown,
  argument: string,
  range: NumberRange,
  otherwise: T,
): Result<number | T> {
  const cell = readCell(raw);
  if (cell.kind === "blank") return succeed(otherwise);
  const place = { argument };
  const read = readNumber(cell, place, "amount");
  return read.ok ? checkRange(read.value, range, place) : read;
}
