import { NoAnswer } from "./no-answer";
import type { Answer } from "./result";
import type { Settlement } from "./settle";

// Definitions: docs/pricing-model.md 4.9 to 4.11. On the list basis, where a formula divides by C, C means C at the discount.

/**
 * Discount really received, off list: `1 - cost/U`. Also called the effective savings rate.
 *
 * Usage below 1e-290 USD, where the quotient overflows a double, counts as none.
 */
export function effectiveDiscount(
  { costUsd }: Pick<Settlement, "costUsd">,
  usageUsd: number,
): Answer<number> {
  const paidPerUsd = costUsd / usageUsd;
  if (!Number.isFinite(paidPerUsd)) return new NoAnswer({ kind: "noUsage", ratio: "discount" });
  return 1 - paidPerUsd;
}

/** Part of the commitment that was used: `min(C, rU)/C`. */
export function utilization(settlement: Settlement, usageUsd: number): Answer<number> {
  if (settlement.capacityUsd === 0)
    return new NoAnswer({ kind: "noCommitment", ratio: "utilization" });
  return Math.min(1, usageUsd / settlement.capacityUsd);
}

/** Part of the usage that the commitment covered: `min(U, C/r)/U`. */
export function coverage({ capacityUsd }: Settlement, usageUsd: number): Answer<number> {
  if (usageUsd === 0) return new NoAnswer({ kind: "noUsage", ratio: "coverage" });
  return Math.min(usageUsd, capacityUsd) / usageUsd;
}

/** Part of the commitment that was forfeited or refunded: 1 less the utilization. */
export function waste(settlement: Settlement, usageUsd: number): Answer<number> {
  const used = utilization(settlement, usageUsd);
  return typeof used === "number" ? 1 - used : used;
}

/** Headline discount less the one really received. */
export function discountLeakage(settlement: Settlement, usageUsd: number): Answer<number> {
  const received = effectiveDiscount(settlement, usageUsd);
  return typeof received === "number" ? settlement.discountFraction - received : received;
}

/** What on-demand usage at list would have cost above this: `U - cost`. */
export function savingUsd({ costUsd }: Settlement, usageUsd: number): number {
  return usageUsd - costUsd;
}
