import type { TermDeal } from "../../../../term/deal";
import type { PathOutcome } from "../../../../term/risk";

/** What is drawn: a deal as plain data, from which a worker makes the plan that the pane has, and its expected usage. */
export interface RiskQuestion {
  readonly deal: TermDeal;
  readonly usageUsd: readonly number[];
}

/** The paths that one worker draws, from one number to before another. */
export interface DrawingRequest extends RiskQuestion {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

/** What the worker answers: how many paths are done, and in the end what each costs, in order. */
export type DrawingAnswer =
  | { readonly kind: "progress"; readonly paths: number }
  | { readonly kind: "drawn"; readonly outcomes: readonly PathOutcome[] };
