import type { PlannedDeal } from "../../../../input/term-deal-cells";
import type { Drafts, PaneState } from "../../../context/pane-state";
import { keyOf, type ShownDeal } from "../term-draft";
import type { RiskQuestion } from "./drawing-messages";
import type { RiskDraft } from "./risk-draft";

/** What is drawn for a term: its deal as plain data, and its usage. */
export function questionOf({ plan, usageUsd }: PlannedDeal): RiskQuestion {
  const { basis, bands, policies, commitmentsUsd, listIndex, perYear } = plan;
  return { deal: { basis, bands, policies, commitmentsUsd, listIndex, perYear }, usageUsd };
}

export function riskDraft(state: ShownDeal & Pick<PaneState, "drafts">): RiskDraft {
  return state.drafts.risks?.[keyOf(state)] ?? {};
}

/** The drafts with another one for a deal. */
export function withRiskDraft(
  { drafts }: Pick<PaneState, "drafts">,
  deal: ShownDeal,
  change: RiskDraft,
): Pick<Drafts, "risks"> {
  return {
    risks: { ...drafts.risks, [keyOf(deal)]: { ...riskDraft({ drafts, ...deal }), ...change } },
  };
}
