import type { PaneContext } from "./pane-context";
import type { ViewState } from "./pane-state";

/** Opens a form of the deal in the workbook; where a scenario is shown, the form of that scenario in its place. */
export function openFormOfShown(pane: PaneContext, ofDeal: ViewState): void {
  const { shown, drafts } = pane.state();
  const isOfAnother = drafts.scenario !== undefined && drafts.scenario.editing !== shown;
  if (shown !== null && isOfAnother) pane.draft({ scenario: undefined });
  pane.open(shown === null ? ofDeal : { name: "scenarios", form: "scenario" });
}
