import type { Decision } from "../../../analysis/decision";
import type { DealInput } from "../../../deal/deal-inputs";

type Lacking = Extract<Decision, { readonly kind: "undecided" }>["lacking"];

/** The inputs that say why there is no answer, by what it lacks. */
const STOPS: Readonly<Record<Lacking, readonly DealInput[]>> = {
  bands: ["Bands"],
  terms: ["Terms"],
  usage: ["Usage", "Forecast"],
  partsOfYear: ["Forecast"],
};

/** The inputs with which the view begins where they are at fault: the present commitment, and what stops the answer. */
export function inputsToPutRight(decision: Decision): readonly DealInput[] {
  return ["Commitment", ...(decision.kind === "undecided" ? STOPS[decision.lacking] : [])];
}
