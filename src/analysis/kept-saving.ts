import type { Agreement } from "../core/agreement";
import { settle } from "../core/settle";

/** What a commitment leaves of the saving that efficient use makes at list prices. */
export interface KeptSaving {
  readonly commitmentUsd: number;
  /** Current usage less efficient usage. */
  readonly listSavingUsd: number;
  /** What both cost under the commitment: the one less the other. */
  readonly keptUsd: number;
  /** Paid for commitment that efficient usage leaves unused, beyond what current usage leaves unused already. */
  readonly lostUsd: number;
}

/**
 * Savings below what a commitment pays for cannot be kept: it costs the same whether it is used or not.
 *
 * What is paid for nothing is the effective cost less usage at the rate of the band, where there is a shortfall; overage at list
 * prices is no such loss.
 */
export function keptSaving(
  currentUsd: number,
  efficientUsd: number,
  commitmentUsd: number,
  agreement: Agreement,
): KeptSaving {
  const current = paidUnder(currentUsd, commitmentUsd, agreement);
  const efficient = paidUnder(efficientUsd, commitmentUsd, agreement);
  return {
    commitmentUsd,
    listSavingUsd: currentUsd - efficientUsd,
    keptUsd: current.costUsd - efficient.costUsd,
    lostUsd: Math.max(0, efficient.unusedUsd - current.unusedUsd),
  };
}

function paidUnder(usageUsd: number, commitmentUsd: number, agreement: Agreement) {
  const { costUsd, shortfallUsd, discountFraction } = settle(usageUsd, commitmentUsd, agreement);
  const atRateUsd = usageUsd * (1 - discountFraction);
  return { costUsd, unusedUsd: shortfallUsd > 0 ? Math.max(0, costUsd - atRateUsd) : 0 };
}
