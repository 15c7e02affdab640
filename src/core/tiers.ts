import { type Band, type BandTable, bandPosition } from "./bands";
import { sameWord } from "./fuzzy-match";
import { toCents } from "./money";
import { type PricedRate, reRated } from "./overage";
import { valueAt } from "./piecewise-linear";
import { fail, type Result, succeed } from "./result";

/** How the tier that usage reaches prices it without a commitment; rounding up is the buyer's choice (docs/assumptions.md P12). */
export const TIER_METHODS = ["all-units", "graduated", "graduated net", "round up"] as const;
export type TierMethod = (typeof TIER_METHODS)[number];

/** Whether usage equal to a threshold has reached the tier above it, or is still in the one below (docs/assumptions.md P11). */
export const TIER_BOUNDARIES = ["at or above", "up to"] as const;
export type TierBoundary = (typeof TIER_BOUNDARIES)[number];

/** How a price list puts usage into tiers. */
export interface TierPricing {
  readonly method: TierMethod;
  /** Matters to all-units alone: the other methods cost the same on either side of a threshold. */
  readonly boundary: TierBoundary;
}

/**
 * What usage costs without a commitment, USD (docs/pricing-model.md 3.2 to 3.5).
 *
 * With `T_k` the thresholds, `r_k` one less their discounts and `j` the tier that usage `U` reaches, to the cent:
 * all-units `r_j U`; round up `min over k >= j of r_k max(U, T_k)`; graduated `sum of r_k (min(U, T_k+1) - T_k)+`;
 * graduated net the same with slices `(T_k+1 - T_k)/r_k` wide, so that what was spent reaches the thresholds.
 *
 * @param usageUsd Usage at list prices, [0, 1e15].
 */
export function tierCost(usageUsd: number, table: BandTable, pricing: TierPricing): number {
  switch (pricing.method) {
    case "all-units":
      return (1 - tierDiscount(usageUsd, table, pricing.boundary)) * usageUsd;
    case "round up":
      return roundedUpCost(usageUsd, table);
    case "graduated":
      return graduatedCost(usageUsd, table, false);
    case "graduated net":
      return graduatedCost(usageUsd, table, true);
  }
}

/** Discount that all usage earns under all-units, as a fraction. Usage of 0 is in the first tier under either boundary. */
export function tierDiscount(
  usageUsd: number,
  { bands }: BandTable,
  boundary: TierBoundary,
): number {
  const reached = bandPosition(usageUsd, bands);
  const band = bands[reached] ?? bands[0];
  const isThreshold = toCents(usageUsd) === toCents(band.thresholdUsd);
  if (boundary === "at or above" || !isThreshold) return band.discountFraction;
  return (bands[reached - 1] ?? bands[0]).discountFraction;
}

/** Only the tier reached and higher ones: usage is never rounded down, even where a lower tier has the larger discount. */
function roundedUpCost(usageUsd: number, { bands }: BandTable): number {
  let leastUsd = Number.POSITIVE_INFINITY;
  for (const { thresholdUsd, discountFraction } of bands.slice(bandPosition(usageUsd, bands)))
    leastUsd = Math.min(leastUsd, (1 - discountFraction) * Math.max(usageUsd, thresholdUsd));
  return leastUsd;
}

/** Each slice of usage at the price of its own tier: what re-rated overage costs where nothing is committed. */
function graduatedCost(usageUsd: number, { bands }: BandTable, net: boolean): number {
  const [first, ...rest] = bands;
  const curve = reRated(0, 0, net, [priced(first), ...rest.map(priced)]);
  return valueAt(curve, usageUsd);
}

function priced({ thresholdUsd, discountFraction }: Band): PricedRate {
  return { thresholdUsd, rate: 1 - discountFraction };
}

/** Reads the name of a method; undefined is all-units. */
export function parseTierMethod(word = "all-units"): Result<TierMethod> {
  const method = TIER_METHODS.find((known) => sameWord(known, word));
  if (method) return succeed(method);
  return fail({
    kind: "unknownChoice",
    place: { argument: "method" },
    given: word,
    choices: TIER_METHODS,
  });
}

/** Reads which tier a threshold belongs to; undefined is at or above. "up to and including" is up to. */
export function parseTierBoundary(word = "at or above"): Result<TierBoundary> {
  if (sameWord(word, "up to and including")) return succeed("up to");
  const boundary = TIER_BOUNDARIES.find((known) => sameWord(known, word));
  if (boundary) return succeed(boundary);
  return fail({
    kind: "unknownChoice",
    place: { argument: "boundary" },
    given: word,
    choices: TIER_BOUNDARIES,
  });
}
