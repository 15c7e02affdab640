import { bandName } from "../core/band-name";
import { bandRate } from "../core/band-rate";
import { bandPosition } from "../core/bands";
import type { Currency } from "../core/currency";
import { toCents } from "../core/money";
import type { Answer } from "../core/result";
import type { ComparableDeal } from "../deal/comparable-deals";
import type { ParsedDeal } from "../deal/parse-deal";
import { type Benchmark, benchmark } from "./benchmark";

/** Comparable deals of one band, and the offer where it is in that band. */
export interface BandOfDeals {
  readonly name: string;
  readonly deals: readonly ComparableDeal[];
  readonly offerFraction: number | undefined;
}

/** Where an offer stands among comparable deals. */
export interface OfferBenchmark {
  readonly commitmentUsd: number;
  readonly discountFraction: number;
  readonly band: string;
  readonly inBand: Answer<Benchmark>;
  readonly overall: Answer<Benchmark>;
  /** Bands that hold a deal or the offer, lowest first. */
  readonly bands: readonly BandOfDeals[];
}

/** Ranks a deal's commitment at its discount; undefined where it has none, or its bands cannot be read. */
export function offerBenchmark(
  { bands: table, commitmentUsd }: Pick<ParsedDeal, "bands" | "commitmentUsd">,
  deals: readonly ComparableDeal[],
  currency: Currency,
): OfferBenchmark | undefined {
  if (!table || commitmentUsd === undefined || toCents(commitmentUsd) === 0) return undefined;
  const discountFraction = bandRate(commitmentUsd, table);
  const offer = { commitmentUsd, discountFraction };
  const position = (usd: number): number => bandPosition(usd, table.bands);
  return {
    ...offer,
    band: bandName(commitmentUsd, table, currency),
    inBand: benchmark({ ...offer, bands: table }, deals, currency),
    overall: benchmark({ ...offer, bands: undefined }, deals, currency),
    bands: table.bands
      .map(({ thresholdUsd }, index) => ({
        name: bandName(thresholdUsd, table, currency),
        deals: deals.filter((deal) => position(deal.commitmentUsd) === index),
        offerFraction: position(commitmentUsd) === index ? discountFraction : undefined,
      }))
      .filter((band) => band.deals.length > 0 || band.offerFraction !== undefined),
  };
}
