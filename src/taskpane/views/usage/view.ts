import "../../kit/deal-faults";
import "./forecast-form";
import "./usage-facts-view";
import { html } from "lit";
import type { DealInput } from "../../../deal/deal-inputs";
import type { ForecastKind } from "../../../deal/forecast-block";
import { usageWarnings } from "../../../wording/messages/warning-messages";
import type { PaneContext } from "../../context/pane-context";
import { formOf, type PaneState } from "../../context/pane-state";
import { supposedDeal } from "../../context/supposed-deal";
import type { DrawView } from "../../context/view";
import type { ForecastFieldName } from "../../kit/forecast-form-messages";
import { readForecastForm } from "../../kit/forecast-form-state";
import { ForecastModel, forecastForm } from "./forecast-model";

const INPUTS: readonly DealInput[] = ["Usage", "Forecast"];

/** Usage: what a year of it may come to, and the form that says how sure that is. */
export function connect(pane: PaneContext): DrawView {
  const model = new ForecastModel(pane);
  const drawForm = (state: PaneState) => {
    const form = forecastForm(state);
    return html`<bandwise-forecast-form
      .form=${form}
      .reading=${readForecastForm(form)}
      .busy=${state.task !== undefined}
      .writing=${state.task?.kind === "forecast"}
      .choose=${(kind: ForecastKind) => model.choose(kind)}
      .type=${(name: ForecastFieldName, text: string) => model.type(name, text)}
      .write=${() => void model.write()}
      .close=${() => model.close()}
    ></bandwise-forecast-form>`;
  };
  return (state) => {
    const { view, task, deal, whatIf } = state;
    return formOf(view) === "forecast"
      ? drawForm(state)
      : html`<bandwise-faults
            .reading=${deal.kind === "read" ? deal.reading : undefined}
            .inputs=${INPUTS}
            .warnings=${deal.kind === "read" ? usageWarnings(deal.reading) : []}
          ></bandwise-faults>
          <bandwise-usage-facts
          .supposed=${deal.kind === "read" ? supposedDeal(deal.reading, whatIf) : undefined}
          .busy=${task !== undefined}
          .sayHowSure=${() => model.open()}
        ></bandwise-usage-facts>`;
  };
}
