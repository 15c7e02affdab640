import type { Band, BandTable } from "../core/bands";
import type { PricingError } from "../core/errors";
import { sameWord } from "../core/fuzzy-match";
import { fail, type Result, succeed } from "../core/result";
import { readCell } from "../input/cells/cells";
import { readNumber } from "../input/cells/numbers";

/** The discount that a band is offered at, with the one that is aimed for and the least that would be accepted; fractions. */
export interface DiscountRange {
  readonly row: number;
  readonly thresholdUsd: number;
  readonly offeredFraction: number;
  readonly targetFraction: number | undefined;
  readonly walkAwayFraction: number | undefined;
}

/** The bands that say more than the discount offered, and every cell of theirs that cannot be read. */
export interface DiscountRanges {
  readonly ranges: readonly DiscountRange[];
  readonly errors: readonly PricingError[];
}

const TARGET = ["Target", "Target discount"] as const;
const WALK_AWAY = ["Walk-away", "Walk-away discount"] as const;

/** Whether a column of bands says a discount that is aimed for or would still be accepted. */
export function isRangeHeading(heading: string): boolean {
  return [...TARGET, ...WALK_AWAY].some((name) => sameWord(name, heading.trim()));
}

/**
 * Reads the columns Target and Walk-away of bands, which are text to every function: the reading reports a wrong cell in them and
 * stops no price.
 */
export function readDiscountRanges({ bands }: BandTable): DiscountRanges {
  const errors: PricingError[] = [];
  const ranges = bands.flatMap((band): readonly DiscountRange[] => {
    const { row, thresholdUsd, discountFraction: offeredFraction } = band;
    if (row === undefined) return [];
    const [targetFraction, walkAwayFraction] = [
      readOne(band, row, "target", TARGET),
      readOne(band, row, "walk-away", WALK_AWAY),
    ].map((read) => {
      if (!read.ok) errors.push(...read.errors);
      return read.ok ? read.value : undefined;
    });
    return targetFraction === undefined && walkAwayFraction === undefined
      ? []
      : [{ row, thresholdUsd, offeredFraction, targetFraction, walkAwayFraction }];
  });
  return { ranges, errors };
}

/** Two numbers with a hyphen, a dash or "to" between them. */
const TWO_NUMBERS = /^[\d.,]+\s*%?\s*(?:-|–|—|to)\s*[\d.,]+\s*%?$/i;

function readOne(
  { texts }: Band,
  row: number,
  field: string,
  headings: readonly string[],
): Result<number | undefined> {
  const given = texts.find(
    ({ heading, text }) => text !== "" && headings.some((known) => sameWord(known, heading.trim())),
  )?.text;
  if (given === undefined) return succeed(undefined);
  const place = { argument: "bands", field, row };
  if (TWO_NUMBERS.test(given)) return fail({ kind: "severalDiscounts", place, given });
  const read = readNumber(readCell(given), place, "fraction");
  if (!read.ok || (read.value >= 0 && read.value < 1)) return read;
  return fail({ kind: "discountOutOfRange", field, row, discountFraction: read.value });
}
