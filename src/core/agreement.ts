import type { BandTable } from "./bands";
import type { PricingError } from "./errors";
import { toCents } from "./money";
import { fail, type Result, succeed } from "./result";
import type { Basis, OverageTerm, Terms } from "./terms";

/** A band with every term settled: its own where it has one, else the agreement's (docs/assumptions.md P7). */
export interface PricedBand {
  readonly thresholdUsd: number;
  readonly discountFraction: number;
  /** Price paid per list dollar: 1 less the discount. */
  readonly rate: number;
  readonly overage: OverageTerm;
  readonly overagePremiumFraction: number;
  readonly forfeitedFraction: number;
}

declare const checked: unique symbol;

/** Bands and terms that fit each other; everything that pricing one period needs. */
export interface Agreement {
  readonly basis: Basis;
  readonly bands: readonly [PricedBand, ...PricedBand[]];
  readonly [checked]: true;
}

/**
 * Joins bands and terms; the only way to an Agreement.
 *
 * @returns The agreement, or each place where a premium meets step-up or re-rate overage, which it does not apply to
 * (docs/assumptions.md P5).
 */
export function parseAgreement({ bands }: BandTable, terms: Terms): Result<Agreement> {
  const errors: Extract<PricingError, { kind: "premiumNotPriced" }>[] = [];
  const priced = bands.map((band) => {
    const own = { ...terms, ...band.terms };
    const takesPremium = own.overage === "list" || own.overage === "committed";
    if (!takesPremium && own.overagePremiumFraction !== 0) {
      const written =
        band.terms.overage !== undefined || band.terms.overagePremiumFraction !== undefined;
      const row = written ? band.row : undefined;
      // One sentence for the terms, not one for each band that inherits them.
      if (!errors.some((other) => other.row === row))
        errors.push({ kind: "premiumNotPriced", overage: own.overage, row });
    }
    return {
      thresholdUsd: band.thresholdUsd,
      discountFraction: band.discountFraction,
      rate: 1 - band.discountFraction,
      overage: own.overage,
      overagePremiumFraction: own.overagePremiumFraction,
      forfeitedFraction: own.forfeitedFraction,
    };
  });
  if (errors.length > 0) return fail(...errors);
  return succeed({ basis: terms.basis, bands: priced } as unknown as Agreement);
}

/** The agreement with a band in the place of the one at its threshold, or added; thresholds compared to the cent. */
export function withBand(agreement: Agreement, band: PricedBand): Agreement {
  const others = withoutThreshold(agreement, band.thresholdUsd).bands;
  const position = others.findLastIndex(({ thresholdUsd }) => thresholdUsd < band.thresholdUsd) + 1;
  const bands = [...others.slice(0, position), band, ...others.slice(position)];
  return { basis: agreement.basis, bands } as unknown as Agreement;
}

/** The agreement without the band that starts at a threshold above 0, if there is one. */
export function withoutThreshold(agreement: Agreement, thresholdUsd: number): Agreement {
  const bands = agreement.bands.filter(
    (band) => toCents(band.thresholdUsd) !== toCents(thresholdUsd),
  );
  return { basis: agreement.basis, bands } as unknown as Agreement;
}

/** An agreement of bands that are checked already: the first is the committed one. */
export function pricedAlone(
  basis: Basis,
  bands: readonly [PricedBand, ...PricedBand[]],
): Agreement {
  return { basis, bands } as unknown as Agreement;
}
