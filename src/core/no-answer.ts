/** Why a well-formed question has no answer. In a cell: #N/A with the sentence of describeNoAnswer. */
export type NoAnswerReason =
  | { readonly kind: "topBand"; readonly thresholdUsd: number }
  | { readonly kind: "noUsage"; readonly ratio: "discount" | "coverage" }
  | { readonly kind: "noCommitment"; readonly ratio: "utilization" };

/** There is none, and why. Never NaN, never 0. */
export class NoAnswer {
  constructor(readonly reason: NoAnswerReason) {}
}
