import { decide } from "../../../analysis/decision";
import { describeDecision } from "../../../wording/messages/decision-messages";
import { postureSummary } from "../../../wording/messages/posture-messages";
import type { PaneState } from "../../context/pane-state";
import { supposedDeal } from "../../context/supposed-deal";
import { faultsLine, type RowLine } from "../../kit/row-line";

/** "Sit at $250k, hold below $500k and $1M", or what stops the answer. */
export function line({
  deal,
  whatIf,
  currency,
}: Pick<PaneState, "deal" | "whatIf" | "currency">): RowLine {
  if (deal.kind !== "read") return { text: "Which threshold to reach for", mark: "done" };
  const faults = faultsLine(deal.reading, ["Commitment"]);
  if (faults) return faults;
  const decision = decide(supposedDeal(deal.reading, whatIf).asSupposed);
  if (decision.kind === "undecided") return { text: "Waits for usage and the offer", mark: "done" };
  const text = postureSummary(decision, currency) || "The offer has no threshold";
  return { text, mark: describeDecision(decision, currency).mark };
}
