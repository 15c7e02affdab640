import type { Band, BandTable } from "../core/bands";

/** The table with other discounts, each from 0 up to 1; the implied band below the first threshold keeps its own. */
export function withDiscounts({ bands }: BandTable, discountOf: (band: Band) => number): BandTable {
  return {
    bands: bands.map((band) =>
      band.row === undefined ? band : { ...band, discountFraction: discountOf(band) },
    ),
  } as unknown as BandTable;
}
