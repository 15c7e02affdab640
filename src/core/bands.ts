import { firstWhere } from "./bisect";
import type { PricingError } from "./errors";
import { LARGEST_AMOUNT_USD, toCents } from "./money";
import { failWith, type Result, succeed } from "./result";
import type { BandTerms } from "./terms";

/** What a band carries that is not priced, such as a named contact: heading and text. */
export interface BandText {
  readonly heading: string;
  readonly text: string;
}

/** Row and column in a range, from 1. */
export type CellPlace = readonly [row: number, column: number];

/** A band as written. `row` is its row in the user's range, from 1. */
export interface BandRow {
  readonly row: number;
  /** Row and column of its threshold there, from 1, where that is not the first cell of its row. */
  readonly cell?: CellPlace;
  readonly thresholdUsd: number;
  readonly discountFraction: number;
  readonly name?: string;
  readonly terms?: BandTerms;
  readonly texts?: readonly BandText[];
}

/** A range of commitments that earns one discount; it starts at its threshold. */
export interface Band {
  readonly thresholdUsd: number;
  readonly discountFraction: number;
  /** Empty when the user gave none. */
  readonly name: string;
  readonly terms: BandTerms;
  readonly texts: readonly BandText[];
  /** Where the user wrote it; absent for the implied band below the first threshold. */
  readonly row?: number;
  /** Row and column of its threshold there, from 1, where that is not the first cell of its row. */
  readonly cell?: CellPlace;
}

declare const checked: unique symbol;

/**
 * Bands in ascending order of threshold, checked. The first always starts at $0: a table whose first
 * threshold is above that is read as if it began with $0 at no discount (docs/pricing-model.md 2.3;
 * docs/assumptions.md P2).
 */
export interface BandTable {
  readonly bands: readonly [Band, ...Band[]];
  readonly [checked]: true;
}

const UNWRITTEN_FIRST: Band = {
  thresholdUsd: 0,
  discountFraction: 0,
  name: "",
  terms: {},
  texts: [],
};

/**
 * Checks bands; the only way to a BandTable.
 *
 * @returns The table, or every fault with its rows: thresholds that are negative, repeated to the cent or not ascending,
 *   discounts outside [0, 1). Discounts that fall are allowed.
 */
export function parseBandTable(rows: readonly BandRow[]): Result<BandTable> {
  const errors: PricingError[] = [];
  const bands: Band[] = [];
  const rowAt = new Map<number, number>();
  let previous: BandRow | undefined;
  for (const row of rows) {
    const cents = toCents(row.thresholdUsd);
    errors.push(...thresholdFaults(row, previous, rowAt.get(cents)));
    if (!rowAt.has(cents)) rowAt.set(cents, row.row);
    if (!(row.discountFraction >= 0 && row.discountFraction < 1))
      errors.push({
        kind: "discountOutOfRange",
        row: row.row,
        discountFraction: row.discountFraction,
      });
    bands.push({
      thresholdUsd: row.thresholdUsd,
      discountFraction: row.discountFraction,
      name: row.name ?? "",
      terms: row.terms ?? {},
      texts: row.texts ?? [],
      row: row.row,
      ...(row.cell && { cell: row.cell }),
    });
    previous = row;
  }
  if (rows.length === 0) errors.push({ kind: "noBands" });
  if (errors.length > 0) return failWith(errors);
  const [first] = bands;
  const startsAtZero = first !== undefined && toCents(first.thresholdUsd) === 0;
  return succeed({
    bands: startsAtZero ? bands : [UNWRITTEN_FIRST, ...bands],
  } as unknown as BandTable);
}

function thresholdFaults(
  { row, thresholdUsd }: BandRow,
  previous: BandRow | undefined,
  twinRow: number | undefined,
): PricingError[] {
  const place = { argument: "bands", field: "threshold", row };
  if (thresholdUsd < 0) return [{ kind: "negativeAmount", place, amountUsd: thresholdUsd }];
  if (!(thresholdUsd <= LARGEST_AMOUNT_USD))
    return [{ kind: "amountTooLarge", place, amountUsd: thresholdUsd }];
  if (twinRow !== undefined)
    return [{ kind: "repeatedThreshold", thresholdUsd, rows: [twinRow, row] }];
  if (previous && toCents(previous.thresholdUsd) > toCents(thresholdUsd))
    return [
      {
        kind: "unsortedThresholds",
        thresholdsUsd: [previous.thresholdUsd, thresholdUsd],
        rows: [previous.row, row],
      },
    ];
  return [];
}

/** Position of the band that a commitment of 0 or more lands in: the highest threshold it reaches, to the cent. */
export function bandPosition(
  commitmentUsd: number,
  bands: readonly { readonly thresholdUsd: number }[],
): number {
  const cents = toCents(commitmentUsd);
  // A search of the sorted bands keeps 200 of them in a table of 160,000 cells fast.
  return Math.max(0, firstWhere(bands, (band) => toCents(band.thresholdUsd) > cents) - 1);
}

/** The band that a commitment lands in. A commitment equal to a threshold reaches it. */
export function bandAt(commitmentUsd: number, { bands }: BandTable): Band {
  return bands[bandPosition(commitmentUsd, bands)] ?? bands[0];
}

/** Thresholds that the user wrote, ascending, USD. */
export function writtenThresholds({ bands }: BandTable): readonly number[] {
  return bands.filter(({ row }) => row !== undefined).map(({ thresholdUsd }) => thresholdUsd);
}
