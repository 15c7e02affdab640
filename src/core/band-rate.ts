import { type BandTable, bandAt } from "./bands";

/**
 * Discount that a commitment earns, as a fraction.
 *
 * `d_j` with `j = max{k : T_k <= C}`, compared to the cent; below the first threshold 0 (docs/pricing-model.md 3.1;
 * docs/assumptions.md P1, P2).
 */
export function bandRate(commitmentUsd: number, bands: BandTable): number {
  return bandAt(commitmentUsd, bands).discountFraction;
}
