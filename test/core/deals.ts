import fc from "fast-check";
import {
  type Agreement,
  type PricedBand,
  parseAgreement,
  withBand,
  withoutThreshold,
} from "../../src/core/agreement";
import { type BandRow, type BandTable, parseBandTable } from "../../src/core/bands";
import type { Result } from "../../src/core/result";
import { BASES, DEFAULT_TERMS, OVERAGE_TERMS, type Terms } from "../../src/core/terms";

/** Illustrative bands of docs/pricing-model.md. */
export const DEMO: readonly (readonly [number, number])[] = [
  [0, 0],
  [250_000, 0.1],
  [500_000, 0.15],
  [1_000_000, 0.2],
];

export function good<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.errors));
}

export function bandRows(pairs: readonly (readonly [number, number])[]): BandRow[] {
  return pairs.map(([thresholdUsd, discountFraction], index) =>
    Object.freeze({ row: index + 1, thresholdUsd, discountFraction }),
  );
}

export function table(pairs: readonly (readonly [number, number])[] = DEMO): BandTable {
  return good(parseBandTable(bandRows(pairs)));
}

export function agreement(terms: Partial<Terms> = {}, bands = table()): Agreement {
  return good(parseAgreement(bands, Object.freeze({ ...DEFAULT_TERMS, ...terms })));
}

/** Amounts in whole cents, up to ten million dollars. */
export const cents = fc.integer({ min: 0, max: 1_000_000_000 }).map((whole) => whole / 100);

/** Bands with whole-cent thresholds, ascending, whose discounts rise. */
export const risingBands = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 500_000_000 }), { minLength: 1, maxLength: 8 }),
    fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 8, maxLength: 8 }),
  )
  .map(([wholes, parts]) => {
    const thresholds = [...wholes].sort((a, b) => a - b);
    const discounts = [...parts].sort((a, b) => a - b);
    return thresholds.map((whole, index): [number, number] => [
      whole / 100,
      (discounts[index] ?? 0) / 1000,
    ]);
  });

/** Any terms that are allowed together. */
export const anyTerms: fc.Arbitrary<Terms> = fc
  .record({
    basis: fc.constantFrom(...BASES),
    overage: fc.constantFrom(...OVERAGE_TERMS),
    overagePremiumFraction: fc.integer({ min: 0, max: 30 }).map((part) => part / 100),
    forfeitedFraction: fc.integer({ min: 0, max: 10 }).map((part) => part / 10),
  })
  .map((terms) =>
    terms.overage === "list" || terms.overage === "committed"
      ? terms
      : { ...terms, overagePremiumFraction: 0 },
  );

/** Bands whose discounts may fall, some with terms of their own, and terms that fit them. */
export const anyAgreement: fc.Arbitrary<Agreement> = fc
  .record({
    basis: fc.constantFrom(...BASES),
    thresholds: fc.uniqueArray(fc.integer({ min: 0, max: 200_000_000 }), {
      minLength: 1,
      maxLength: 6,
    }),
    discounts: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 6, maxLength: 6 }),
    rising: fc.boolean(),
    terms: fc.array(anyTerms, { minLength: 6, maxLength: 6 }),
    ownTerms: fc.boolean(),
  })
  .map(({ basis, thresholds, discounts, rising, terms, ownTerms }) => {
    const inOrder = rising ? [...discounts].sort((a, b) => a - b) : discounts;
    const bands = [...thresholds]
      .sort((a, b) => a - b)
      .map((whole, index): PricedBand => {
        const discountFraction = (inOrder[index] ?? 0) / 1000;
        const { overage, overagePremiumFraction, forfeitedFraction } =
          terms[ownTerms ? index : 0] ?? DEFAULT_TERMS;
        return {
          thresholdUsd: whole / 100,
          discountFraction,
          rate: 1 - discountFraction,
          overage,
          overagePremiumFraction,
          forfeitedFraction,
        };
      });
    const list = agreement({ basis });
    const [demo] = list.bands;
    const whole = bands[0]?.thresholdUsd === 0 ? bands : [demo, ...bands];
    return whole.reduce<Agreement>(
      (made, band) => withBand(made, band),
      [250_000, 500_000, 1_000_000].reduce(withoutThreshold, list),
    );
  });
