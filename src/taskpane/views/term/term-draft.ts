import type { Drafts, PaneState } from "../../context/pane-state";
import { FRESH_TERM, type TermDraft } from "./term-fields";

/** Which deal or scenario is shown. */
export type ShownDeal = Pick<PaneState, "shownDeal" | "shown">;
type Shown = ShownDeal & Pick<PaneState, "drafts">;

/** What was set for the deal or the scenario that is shown. */
export function termDraft(state: Shown): TermDraft {
  return state.drafts.terms?.[keyOf(state)] ?? FRESH_TERM;
}

/** The drafts with another one for the deal that is shown; those of other deals stay. */
export function withTermDraft(state: Shown, change: Partial<TermDraft>): Pick<Drafts, "terms"> {
  return { terms: { ...state.drafts.terms, [keyOf(state)]: { ...termDraft(state), ...change } } };
}

/** The key of drafts about a deal. */
export function keyOf({ shownDeal, shown }: ShownDeal): string {
  return JSON.stringify([shownDeal, shown]);
}
