import { DecisionModel } from "../../src/taskpane/context/decision/decision-model";
import type { Offer } from "../../src/taskpane/context/status";
import type { PaneModel } from "../../src/taskpane/pane-model";
import { ProposalModel } from "../../src/taskpane/views/proposal/proposal-model";
import { ScenarioModel } from "../../src/taskpane/views/scenarios/scenario-model";
import { SettingsModel } from "../../src/taskpane/views/settings/settings-model";
import { TablesModel } from "../../src/taskpane/views/sheets/tables-model";
import { DealSourceModel } from "../../src/taskpane/views/start/deal-source-model";
import { ForecastModel } from "../../src/taskpane/views/usage/forecast-model";

const KNOWN = new WeakMap<PaneModel, ReturnType<typeof connected>>();

/** What the views do over a pane, as if each of them were open. */
export function viewsOf(model: PaneModel): ReturnType<typeof connected> {
  const views = KNOWN.get(model) ?? connected(model);
  KNOWN.set(model, views);
  return views;
}

function connected({ context }: PaneModel) {
  return {
    cells: new DealSourceModel(context),
    proposal: new ProposalModel(context),
    forecast: new ForecastModel(context),
    tables: new TablesModel(context),
    decision: new DecisionModel(context),
    scenarios: new ScenarioModel(context),
    settings: new SettingsModel(context),
  };
}

/** Takes an offer of the status line. */
export async function take({ state }: PaneModel, kind: Offer["kind"]): Promise<void> {
  const offer = state.status?.offers.find((one) => one.kind === kind);
  if (!offer) throw new Error(`the status line does not offer ${kind}`);
  await offer.take();
}
