import type { PaneState, ViewName } from "./context/pane-state";
import type { View } from "./context/view";
import { commitmentView } from "./views/commitment";
import { negotiationView } from "./views/negotiation";
import { offerView } from "./views/offer";
import { proposalView } from "./views/proposal";
import { scenariosView } from "./views/scenarios";
import { settingsView } from "./views/settings";
import { sheetsView } from "./views/sheets";
import { startView } from "./views/start";
import { termView } from "./views/term";
import { usageView } from "./views/usage";

/** The views in the order of the work, each with a row of home. */
export const JOURNEY: readonly View[] = [
  usageView,
  offerView,
  commitmentView,
  termView,
  negotiationView,
  sheetsView,
];

/** The views beside the journey: another deal, the scenarios, the settings. */
export const BESIDE: readonly View[] = [startView, scenariosView, settingsView];

/** The views in the order in which they are fetched: where a deal begins, then the journey. */
export const VIEWS: readonly View[] = [
  startView,
  proposalView,
  ...JOURNEY,
  scenariosView,
  settingsView,
];

/** The view to draw; undefined is home. A workbook without a deal has no home: it is where to start one. */
export function viewToDraw({ view, deal }: PaneState): View | undefined {
  if (view.name === "home") return deal.kind === "none" ? startView : undefined;
  return viewNamed(view.name);
}

export function viewNamed(name: ViewName): View | undefined {
  return VIEWS.find((view) => view.name === name);
}
