import "./scenario-bar";
import "./scenario-form";
import { html } from "lit";
import type { ReferenceColumn } from "../../../deal/scenario";
import { workbookDealName } from "../../context/deal-name";
import type { PaneContext } from "../../context/pane-context";
import { formOf, type PaneState } from "../../context/pane-state";
import { showScenario } from "../../context/show-scenario";
import type { DrawView } from "../../context/view";
import { workbookNote } from "../../context/workbook-note";
import type { ForecastFieldName } from "../../kit/forecast-form-messages";
import type { ScenarioFieldName, UsageWay } from "./scenario-form-messages";
import { readingOf, ScenarioModel, scenarioDraft } from "./scenario-model";

/** Scenarios: which one the pane shows, what can be done with it, and its form. */
export function connect(pane: PaneContext): DrawView {
  const model = new ScenarioModel(pane);
  return (state) =>
    formOf(state.view) === "scenario"
      ? drawForm(state, model)
      : html`<bandwise-scenarios
          .currency=${state.currency}
          .scenarios=${state.scenarios}
          .deal=${workbookDealName(state)}
          .shown=${state.shown}
          .fault=${state.scenariosFault}
          .note=${state.shown === null ? "" : workbookNote(state.shown, state.workbookDeal, state.currency)}
          .busy=${state.task !== undefined}
          .show=${(name: string | null) => void showScenario(pane, name)}
          .add=${() => model.openNew()}
          .edit=${() => model.edit()}
          .duplicate=${() => void model.duplicate()}
          .erase=${() => void model.delete()}
          .compare=${() => pane.open({ name: "negotiation" })}
        ></bandwise-scenarios>`;
}

function drawForm(state: PaneState, model: ScenarioModel) {
  const form = scenarioDraft(state);
  return html`<bandwise-scenario-form
    .currency=${state.currency}
    .form=${form}
    .reading=${readingOf(form, state)}
    .busy=${state.task !== undefined}
    .saving=${state.task?.kind === "scenario"}
    .type=${(name: ScenarioFieldName, text: string) => model.type(name, text)}
    .typeForecast=${(name: ForecastFieldName, text: string) => model.typeForecast(name, text)}
    .typeCells=${(column: ReferenceColumn, text: string) => model.typeCells(column, text)}
    .choose=${(way: UsageWay) => model.choose(way)}
    .read=${() => void model.read()}
    .useSelection=${(column: ReferenceColumn) => void model.useSelection(column)}
    .save=${() => model.save()}
    .close=${() => model.close()}
  ></bandwise-scenario-form>`;
}
