import { bandName } from "../core/band-name";
import { type BandTable, bandPosition } from "../core/bands";
import type { Currency } from "../core/currency";
import { NoAnswer } from "../core/no-answer";
import type { Answer } from "../core/result";
import { sample } from "../forecast/sample";
import type { CommittedDiscount } from "../input/comparables-cells";

/** What is to be ranked. */
export interface Offer extends CommittedDiscount {
  /** Only deals in the band of the commitment count; undefined: all. */
  readonly bands: BandTable | undefined;
}

/** Where an offer stands among comparable deals. */
export interface Benchmark {
  readonly deals: number;
  /** Deals whose discount is less, and those with the same. */
  readonly below: number;
  readonly equal: number;
  readonly lowestFraction: number;
  readonly lowerQuartileFraction: number;
  readonly medianFraction: number;
  readonly upperQuartileFraction: number;
  readonly highestFraction: number;
  /** Part of the deals that the offer beats; one with the same discount counts half. */
  readonly rank: number;
  /** Median less discount; negative where the offer is better. */
  readonly toMedianFraction: number;
  /** What a year costs more than it would at the median, for the list usage that the commitment pays for. */
  readonly toMedianUsd: number;
}

/** Below this a rank says nothing. */
export const LEAST_DEALS = 5;

/** Discounts that differ by no more are equal. */
const EQUAL = 1e-9;

/** Ranks an offer among comparable deals; docs/pricing-model.md 19.1, 19.2. None below five deals. */
export function benchmark(
  { commitmentUsd, discountFraction, bands }: Offer,
  comparables: readonly CommittedDiscount[],
  currency: Currency,
): Answer<Benchmark> {
  const discounts = comparables
    .filter((deal) => !bands || isInBandOf(commitmentUsd, deal, bands))
    .map((deal) => deal.discountFraction);
  const deals = discounts.length;
  if (deals < LEAST_DEALS)
    return new NoAnswer({
      kind: "tooFewDeals",
      deals,
      needed: LEAST_DEALS,
      band: bands && bandName(commitmentUsd, bands, currency),
    });
  const { lowestUsd, highestUsd, quantile } = sample(discounts);
  const below = discounts.filter((other) => other < discountFraction - EQUAL).length;
  const equal = discounts.filter((other) => Math.abs(other - discountFraction) <= EQUAL).length;
  const medianFraction = quantile(0.5);
  const toMedianFraction = medianFraction - discountFraction;
  return {
    ...{ deals, below, equal },
    lowestFraction: lowestUsd,
    lowerQuartileFraction: quantile(0.25),
    medianFraction,
    upperQuartileFraction: quantile(0.75),
    highestFraction: highestUsd,
    rank: (below + equal / 2) / deals,
    toMedianFraction,
    toMedianUsd: (toMedianFraction * commitmentUsd) / (1 - discountFraction),
  };
}

function isInBandOf(commitmentUsd: number, deal: CommittedDiscount, { bands }: BandTable): boolean {
  return bandPosition(deal.commitmentUsd, bands) === bandPosition(commitmentUsd, bands);
}

/** What BENCHMARK_RANK shows: the rank alone, or everything. */
export const BENCHMARK_DETAILS = ["rank", "summary"] as const;

/** The table that BENCHMARK_RANK answers. */
export function benchmarkTable(found: Benchmark): (string | number)[][] {
  return [["Measure", "Value"], ...MEASURES.map(([name, field]) => [name, found[field]])];
}

const MEASURES: readonly (readonly [string, keyof Benchmark])[] = [
  ["Comparable deals", "deals"],
  ["Lowest discount", "lowestFraction"],
  ["Lower quartile", "lowerQuartileFraction"],
  ["Median", "medianFraction"],
  ["Upper quartile", "upperQuartileFraction"],
  ["Highest discount", "highestFraction"],
  ["Rank", "rank"],
  ["Points to the median", "toMedianFraction"],
  ["USD a year to the median", "toMedianUsd"],
];
