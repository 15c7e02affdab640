import "./forecast-form";
import "./usage-facts-view";
import { html } from "lit";
import { goToCells } from "../../context/go-to-cells";
import { openCells } from "../../context/open-cells";
import type { PaneContext } from "../../context/pane-context";
import { formOf, type PaneState } from "../../context/pane-state";
import { sayHowSure } from "../../context/say-how-sure";
import { supposedDeal } from "../../context/supposed-deal";
import type { DrawView } from "../../context/view";
import type { ForecastFieldName, UsageKind } from "../../kit/forecast-form-messages";
import { readForecastForm } from "../../kit/forecast-form-state";
import { ForecastModel, forecastForm } from "./forecast-model";

/** Usage: what a year of it may come to, and the form that says how sure that is. */
export function connect(pane: PaneContext): DrawView {
  const model = new ForecastModel(pane);
  const drawForm = (state: PaneState) => {
    const form = forecastForm(state);
    return html`<bandwise-forecast-form
      .currency=${state.currency}
      .form=${form}
      .reading=${readForecastForm(form, state.currency)}
      .busy=${state.task !== undefined}
      .writing=${state.task?.kind === "forecast"}
      .choose=${(kind: UsageKind) => model.choose(kind)}
      .type=${(name: ForecastFieldName, text: string) => model.type(name, text)}
      .write=${() => void model.write()}
      .close=${() => model.close()}
    ></bandwise-forecast-form>`;
  };
  return (state) => {
    const { view, task, deal, whatIf } = state;
    const supposed = deal.kind === "read" ? supposedDeal(deal.reading, whatIf) : undefined;
    // The form writes the forecast of the deal in the workbook, never that of a scenario.
    return formOf(view) === "forecast" && state.shown === null
      ? drawForm(state)
      : html`<bandwise-usage-facts
          .currency=${state.currency}
          .reading=${supposed?.asSupposed}
          .note=${supposed?.note ?? ""}
          .busy=${task !== undefined}
          .sayHowSure=${() => sayHowSure(pane)}
          .chooseCells=${() => openCells(pane)}
          .goTo=${(address: string) => void goToCells(pane, address)}
        ></bandwise-usage-facts>`;
  };
}
