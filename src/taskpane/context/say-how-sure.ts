import type { PaneContext } from "./pane-context";

/** Opens the form that says how sure usage is, of what is shown: of the deal in the workbook, or of a scenario. */
export function sayHowSure(pane: PaneContext): void {
  const { shown, drafts } = pane.state();
  const isOfAnother = drafts.scenario !== undefined && drafts.scenario.editing !== shown;
  if (shown !== null && isOfAnother) pane.draft({ scenario: undefined });
  pane.open(
    shown === null ? { name: "usage", form: "forecast" } : { name: "scenarios", form: "scenario" },
  );
}
