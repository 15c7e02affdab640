/** What the buyer promises: to spend the commitment (net) or to consume it at list prices (list). */
export const BASES = ["net", "list"] as const;
export type Basis = (typeof BASES)[number];

/** How usage beyond the commitment is priced. */
export const OVERAGE_TERMS = ["list", "committed", "step-up", "re-rate"] as const;
export type OverageTerm = (typeof OVERAGE_TERMS)[number];

/** Names of the priced terms, as people write them. */
export const TERM_NAMES = ["Basis", "Overage", "Overage premium", "Forfeited share"] as const;
export type TermName = (typeof TERM_NAMES)[number];

/** Terms that a band may carry for itself; the basis is one for the whole agreement. */
export const BAND_TERM_NAMES = ["Overage", "Overage premium", "Forfeited share"] as const;
export type BandTermName = (typeof BAND_TERM_NAMES)[number];

/** The terms of an agreement, checked. */
export interface Terms {
  readonly basis: Basis;
  readonly overage: OverageTerm;
  /** Added to the overage price: 0.05 is 5% more. From -1 (free) to 4. */
  readonly overagePremiumFraction: number;
  /** Part of a shortfall that is lost, [0, 1]. */
  readonly forfeitedFraction: number;
}

/** The conservative reading where a contract is silent (docs/assumptions.md P3, P4, P5, P6; docs/pricing-model.md 2.5 to 2.7). */
export const DEFAULT_TERMS: Terms = {
  basis: "net",
  overage: "list",
  overagePremiumFraction: 0,
  forfeitedFraction: 1,
};

/** The terms that one band carries, checked; what is absent is the agreement's. */
export type BandTerms = Partial<Omit<Terms, "basis">>;
