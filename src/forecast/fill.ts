import type { Agreement } from "../core/agreement";
import { bandPosition } from "../core/bands";
import { toCents } from "../core/money";
import { prepaid } from "../core/overage";
import { meanBelow } from "./expected-value";
import type { Forecast } from "./forecast";

/** List usage that a commitment pays for. */
export function capacityOf(commitmentUsd: number, agreement: Agreement): number {
  if (toCents(commitmentUsd) === 0) return 0;
  const { basis, bands } = agreement;
  const { rate } = bands[bandPosition(commitmentUsd, bands)] ?? bands[0];
  return prepaid(commitmentUsd, rate, basis).capacityUsd;
}

/**
 * Usage from which a commitment is filled.
 *
 * A sample's outcomes are compared to the cent: 588,235.29 fills a capacity of 588,235.2941.
 */
export function fillsFrom(capacityUsd: number, { outcomesUsd }: Forecast): number {
  return outcomesUsd ? (toCents(capacityUsd) - 0.5) / 100 : capacityUsd;
}

/** P(U ≥ Q): probability that usage fills the commitment. Without a commitment it is 1. */
export function fillProbability(
  forecast: Forecast,
  commitmentUsd: number,
  agreement: Agreement,
): number {
  if (toCents(commitmentUsd) === 0) return 1;
  return 1 - forecast.below(fillsFrom(capacityOf(commitmentUsd, agreement), forecast));
}

/** E[U; U ≥ Q]: expected usage over the outcomes that fill a capacity, 0 in all others. */
export function meanWhereFilled(capacityUsd: number, forecast: Forecast): number {
  return forecast.meanUsd - meanBelow(fillsFrom(capacityUsd, forecast), forecast);
}
