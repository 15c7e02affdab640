/** Why a well-formed question has no answer. In a cell: #N/A with the sentence of describeNoAnswer. */
export type NoAnswerReason =
  | { readonly kind: "topBand"; readonly thresholdUsd: number }
  | { readonly kind: "noUsage"; readonly ratio: "discount" | "coverage" }
  | { readonly kind: "noCommitment"; readonly ratio: "utilization" | "value of a clause" }
  | { readonly kind: "largerNeverCostsMore" }
  | { readonly kind: "neverFilled" }
  | { readonly kind: "neverPays"; readonly commitmentUsd: number; readonly targetUsd: number }
  | {
      readonly kind: "notAboveCommitment";
      readonly thresholdUsd: number;
      readonly commitmentUsd: number;
    }
  | { readonly kind: "noDiscountSuffices"; readonly targetUsd: number; readonly usageUsd: number }
  | { readonly kind: "noExpectedDiscountSuffices"; readonly targetUsd: number }
  | { readonly kind: "unboundedForecast"; readonly end: "lowest" | "highest" };

/** There is none, and why. Never NaN, never 0. */
export class NoAnswer {
  constructor(readonly reason: NoAnswerReason) {}
}
