import "./currency-view";
import "./self-check-view";
import "./about-view";
import { html } from "lit";
import type { PaneContext } from "../../context/pane-context";
import type { DrawView } from "../../context/view";
import { SettingsModel } from "./settings-model";

/** Settings: the label of amounts, a check of this Excel, and what this is. */
export function connect(pane: PaneContext): DrawView {
  const model = new SettingsModel(pane);
  return ({ currency, task, report }) => html`
    <bandwise-currency
      .code=${currency.code}
      .busy=${task !== undefined}
      .choose=${(code: string) => void model.chooseCurrency(code)}
    ></bandwise-currency>
    <bandwise-self-check
      .report=${report}
      .checking=${task?.kind === "check"}
      .busy=${task !== undefined}
      .start=${() => void model.checkExcel()}
    ></bandwise-self-check>
    <bandwise-about></bandwise-about>
  `;
}
