import { NoAnswer } from "../../core/no-answer";
import type { Answer } from "../../core/result";
import type { Indicators } from "./track-term";

/** Ratios of a commitment under way, each over the amount that its name says (docs/pricing-model.md 23.10). */
export interface Ratios {
  /** Of the commitment. */
  readonly utilization: Answer<number>;
  /** Of what usage draws. */
  readonly coverage: Answer<number>;
  /** Saving over usage at list prices. */
  readonly savedOverList: Answer<number>;
  /** Saving over the same usage at the contracted price: below 0 what the commitment costs on top. */
  readonly savedOverContract: Answer<number>;
  /** The contracted discount less the one received, over usage at list prices. */
  readonly leakage: Answer<number>;
  /** Usage at list less the same at the contracted price. */
  readonly discountBringsUsd: number;
  /** Cost less usage at the contracted price. */
  readonly commitmentCostsUsd: number;
}

export function ratiosOf(of: Indicators): Ratios {
  const { commitmentUsd, commitmentUsedUsd, coveredUsd, drawnUsd } = of;
  const { atListUsd, contractUsd, costUsd } = of;
  const over = (usd: number, whole: number, ratio: "discount" | "coverage"): Answer<number> =>
    Number.isFinite(usd / whole) ? usd / whole : new NoAnswer({ kind: "noUsage", ratio });
  return {
    utilization:
      commitmentUsd > 0
        ? commitmentUsedUsd / commitmentUsd
        : new NoAnswer({ kind: "noCommitment", ratio: "utilization" }),
    coverage: over(coveredUsd, drawnUsd, "coverage"),
    savedOverList: over(atListUsd - costUsd, atListUsd, "discount"),
    savedOverContract: over(contractUsd - costUsd, contractUsd, "discount"),
    leakage: over(costUsd - contractUsd, atListUsd, "discount"),
    discountBringsUsd: atListUsd - contractUsd,
    commitmentCostsUsd: costUsd - contractUsd,
  };
}
