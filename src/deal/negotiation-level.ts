import { type Agreement, withBand } from "../core/agreement";
import type { BandTable } from "../core/bands";
import { toCents } from "../core/money";
import type { DiscountRange } from "./discount-range";
import { withDiscounts } from "./with-discounts";

/** What discounts may come out at: as offered, as aimed for, or the least that would be accepted. */
export const DISCOUNT_LEVELS = ["offered", "target", "walk-away"] as const;
export type DiscountLevel = (typeof DISCOUNT_LEVELS)[number];

/** The discount of a band at a price; undefined where it says none. */
export function discountAt(range: DiscountRange, price: DiscountLevel): number | undefined {
  switch (price) {
    case "offered":
      return range.offeredFraction;
    case "target":
      return range.targetFraction;
    case "walk-away":
      return range.walkAwayFraction;
  }
}

/** Prices that some band says beside what is offered; empty where none does. */
export function levelsIn(ranges: readonly DiscountRange[]): readonly DiscountLevel[] {
  const said = DISCOUNT_LEVELS.filter((price) =>
    ranges.some((range) => discountAt(range, price) !== undefined),
  );
  return said.length > 1 ? said : [];
}

/** The agreement with every band at a price; one that says none keeps what is offered. */
export function agreementAt(
  agreement: Agreement,
  ranges: readonly DiscountRange[],
  price: DiscountLevel,
): Agreement {
  return ranges.reduce((made, range) => {
    const discountFraction = discountAt(range, price);
    return discountFraction === undefined
      ? made
      : withDiscount(made, range.thresholdUsd, discountFraction);
  }, agreement);
}

/** The agreement with another discount at a threshold, to the cent. */
export function withDiscount(
  agreement: Agreement,
  thresholdUsd: number,
  discountFraction: number,
): Agreement {
  const band = agreement.bands.find((one) => toCents(one.thresholdUsd) === toCents(thresholdUsd));
  if (band === undefined || band.discountFraction === discountFraction) return agreement;
  return withBand(agreement, { ...band, discountFraction, rate: 1 - discountFraction });
}

/** The bands at a price, as they would be written. */
export function bandsAt(
  table: BandTable,
  ranges: readonly DiscountRange[],
  price: DiscountLevel,
): BandTable {
  return withDiscounts(table, ({ row, discountFraction }) => {
    const range = ranges.find((one) => one.row === row);
    return (range && discountAt(range, price)) ?? discountFraction;
  });
}
