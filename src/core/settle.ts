import type { Agreement } from "./agreement";
import { bandPosition } from "./bands";
import { toCents } from "./money";
import { costBeforeRecovery, prepaid } from "./overage";
import { valueAt } from "./piecewise-linear";
import { shortfallCurve } from "./shortfall";
import type { Basis } from "./terms";

/** What one period of one agreement costs, part by part. All amounts in USD, none rounded. */
export interface Settlement {
  readonly basis: Basis;
  readonly discountFraction: number;
  /** What the commitment itself costs: C, or on the list basis C at the discount. */
  readonly commitmentUsd: number;
  readonly overageUsd: number;
  /** Refunded part of the shortfall, as a negative amount or 0. */
  readonly returnedUsd: number;
  /** The sum of the three above, in that order. */
  readonly costUsd: number;
  /** Unused commitment, before any refund. */
  readonly shortfallUsd: number;
  /** List usage that the commitment pays for. */
  readonly capacityUsd: number;
}

/**
 * Settles one period: commitment, overage and the refunded part of a shortfall.
 *
 * Net basis: `C + o(U - C/r)+ - (1 - φ)(C - rU)+`. List basis: `rL + o(U - L)+ - (1 - φ)r(L - U)+`
 * (docs/pricing-model.md 4.1, 4.2). A commitment of 0 to the cent is no agreement: usage is paid at the rate of a band at $0, or at list
 * (docs/assumptions.md P8). On the list basis, what a step-up saves comes off the commitment (docs/assumptions.md P9, P10).
 *
 * @param usageUsd Usage at list prices, [0, 1e15].
 * @param commitmentUsd Commitment, [0, 1e15].
 */
export function settle(usageUsd: number, commitmentUsd: number, agreement: Agreement): Settlement {
  return settlementsOf(commitmentUsd, agreement)(usageUsd);
}

/** The settlement of one commitment at any usage: computes once what does not depend on usage. */
export function settlementsOf(
  commitmentUsd: number,
  agreement: Agreement,
): (usageUsd: number) => Settlement {
  const { basis, bands } = agreement;
  if (toCents(commitmentUsd) === 0)
    return (usageUsd) => settleWithoutCommitment(usageUsd, agreement);
  const position = bandPosition(commitmentUsd, bands);
  const { rate, discountFraction, forfeitedFraction } = bands[position] ?? bands[0];
  const { capacityUsd, priceUsd: committedUsd } = prepaid(commitmentUsd, rate, basis);
  const shortfall = shortfallCurve(commitmentUsd, position, agreement);
  const ways = costBeforeRecovery(commitmentUsd, position, agreement);
  return (usageUsd) => {
    const shortfallUsd = Math.max(0, valueAt(shortfall, usageUsd));
    let beforeRecoveryUsd = Number.POSITIVE_INFINITY;
    for (const way of ways) beforeRecoveryUsd = Math.min(beforeRecoveryUsd, valueAt(way, usageUsd));
    // On the list basis stepping up can cost less than the commitment did: 500k at 15% is less than 499,999 at 10%.
    const paidUsd = Math.min(committedUsd, beforeRecoveryUsd);
    const overageUsd = beforeRecoveryUsd - paidUsd;
    const returnedUsd = 0 - (1 - forfeitedFraction) * shortfallUsd;
    return {
      basis,
      discountFraction,
      commitmentUsd: paidUsd,
      overageUsd,
      returnedUsd,
      costUsd: paidUsd + overageUsd + returnedUsd,
      shortfallUsd,
      capacityUsd,
    };
  };
}

function settleWithoutCommitment(usageUsd: number, { basis, bands }: Agreement): Settlement {
  const { discountFraction, rate } = bands[0];
  const overageUsd = rate * usageUsd;
  return {
    basis,
    discountFraction,
    commitmentUsd: 0,
    overageUsd,
    returnedUsd: 0,
    costUsd: overageUsd,
    shortfallUsd: 0,
    capacityUsd: 0,
  };
}
