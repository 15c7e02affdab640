import { html, type TemplateResult } from "lit";
import type { DealPart } from "../workbook/deal";
import type { ForecastKind } from "../workbook/forecast-block";
import { type ForecastForm, readForecastForm } from "./forecast-form-state";
import type { ForecastFieldName } from "./forecast-form-words";
import { type OwnSheet, readOwnSheet } from "./own-sheet";
import type { PaneModel } from "./pane-model";
import type { PaneState } from "./pane-state";

/** Called when what was pressed may have closed a form. */
export type Leave = (left: Promise<void> | undefined | void) => void;

/** The form that chooses the user's own cells. */
export function drawOwnSheet(
  { deal, task }: PaneState,
  own: OwnSheet,
  model: PaneModel["own"] | undefined,
  leave: Leave,
): TemplateResult {
  const chosen =
    deal.kind === "read"
      ? deal.reading.chosen
      : deal.kind === "refused" && deal.fault.kind === "choiceLost";
  return html`<bandwise-own-sheet
    .reading=${readOwnSheet(own)}
    .busy=${task !== undefined}
    .choosing=${task?.kind === "choose"}
    .chosen=${chosen}
    .type=${(part: DealPart, text: string) => model?.type(part, text)}
    .read=${() => void model?.read()}
    .useSelection=${(part: DealPart) => void model?.useSelection(part)}
    .use=${() => leave(model?.use())}
    .useNames=${() => leave(model?.useNames())}
    .close=${() => leave(model?.close())}
  ></bandwise-own-sheet>`;
}

/** The form that says how sure the usage is. */
export function drawForecastForm(
  { task }: PaneState,
  form: ForecastForm,
  model: PaneModel["forecast"] | undefined,
  leave: Leave,
): TemplateResult {
  return html`<bandwise-forecast-form
    .form=${form}
    .reading=${readForecastForm(form)}
    .busy=${task !== undefined}
    .writing=${task?.kind === "forecast"}
    .choose=${(kind: ForecastKind) => model?.choose(kind)}
    .type=${(name: ForecastFieldName, text: string) => model?.type(name, text)}
    .write=${() => leave(model?.write())}
    .close=${() => leave(model?.close())}
  ></bandwise-forecast-form>`;
}
