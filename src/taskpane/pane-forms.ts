import { html, type TemplateResult } from "lit";
import { leftOutNote } from "../deal/assumptions";
import type { DealInput } from "../deal/deal-inputs";
import type { ForecastKind } from "../deal/forecast-block";
import type { EachIs } from "../deal/parts-of-year-messages";
import type { ReferenceColumn } from "../deal/scenario";
import type { PaneState } from "./context/pane-state";
import { type DealSource, readDealSource } from "./kit/deal-source";
import type { ForecastFieldName } from "./kit/forecast-form-messages";
import { type ForecastForm, readForecastForm } from "./kit/forecast-form-state";
import type { PaneModel } from "./pane-model";
import type { ScenarioFieldName, UsageWay } from "./views/scenarios/scenario-form-messages";
import type { ScenarioForm } from "./views/scenarios/scenario-form-state";
import { readingOf } from "./views/scenarios/scenario-model";
import { type ManualEntry, readManualEntry } from "./views/start/manual-entry";

/** Called when what was pressed may have closed a form. */
export type Leave = (left: Promise<void> | undefined | void) => void;

/** The form that chooses the user's own cells. */
export function drawOwnSheet(
  { deal, task }: PaneState,
  own: DealSource,
  model: PaneModel["own"] | undefined,
  leave: Leave,
): TemplateResult {
  const chosen =
    deal.kind === "read"
      ? deal.reading.chosen
      : deal.kind === "refused" && deal.fault.kind === "choiceLost";
  return html`<bandwise-own-sheet
    .reading=${readDealSource(own)}
    .busy=${task !== undefined}
    .choosing=${task?.kind === "choose"}
    .chosen=${chosen}
    .type=${(part: DealInput, text: string) => model?.type(part, text)}
    .each=${own.each}
    .say=${(each: EachIs) => model?.say(each)}
    .read=${() => void model?.read()}
    .useSelection=${(part: DealInput) => void model?.useSelection(part)}
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

/** The form of a scenario. */
export function drawScenarioForm(
  pane: PaneState,
  form: ScenarioForm,
  model: PaneModel["scenarios"] | undefined,
  leave: Leave,
): TemplateResult {
  return html`<bandwise-scenario-form
    .form=${form}
    .reading=${readingOf(form, pane)}
    .busy=${pane.task !== undefined}
    .saving=${pane.task?.kind === "scenario"}
    .type=${(name: ScenarioFieldName, text: string) => model?.type(name, text)}
    .typeForecast=${(name: ForecastFieldName, text: string) => model?.typeForecast(name, text)}
    .typeCells=${(column: ReferenceColumn, text: string) => model?.typeCells(column, text)}
    .choose=${(way: UsageWay) => model?.choose(way)}
    .read=${() => void model?.read()}
    .useSelection=${(column: ReferenceColumn) => void model?.useSelection(column)}
    .save=${async () => {
      const saved = model?.save();
      leave(saved);
      await saved;
    }}
    .close=${() => leave(model?.close())}
  ></bandwise-scenario-form>`;
}

/** The scenarios side by side. */
export function drawComparison(
  { scenarios, task, whatIf }: PaneState,
  model: PaneModel["scenarios"] | undefined,
  leave: Leave,
): TemplateResult {
  return html`<bandwise-comparison
    .note=${leftOutNote(whatIf)}
    .scenarios=${scenarios}
    .busy=${task !== undefined}
    .building=${task?.kind === "comparison"}
    .build=${() => void model?.buildComparison()}
    .close=${() => leave(model?.closeComparison())}
  ></bandwise-comparison>`;
}

/** The form that takes a deal in numbers alone. */
export function drawNumbersForm(
  pane: PaneState,
  form: ManualEntry,
  model: PaneModel["numbers"] | undefined,
  leave: Leave,
  chooseCurrency: ChooseCurrency,
): TemplateResult {
  return html`<bandwise-numbers-form
    .form=${form}
    .reading=${readManualEntry(form)}
    .busy=${pane.task !== undefined}
    .writing=${pane.task?.kind === "numbers"}
    .type=${(change: Partial<ManualEntry>) => model?.type(change)}
    .choose=${(kind: ForecastKind) => model?.choose(kind)}
    .typeUsage=${(name: ForecastFieldName, text: string) => model?.typeUsage(name, text)}
    .write=${() => leave(model?.write())}
    .close=${() => leave(model?.close())}
  >${drawCurrency(pane, chooseCurrency)}</bandwise-numbers-form>`;
}

/** Called with the code of the label that was chosen. */
type ChooseCurrency = (code: string) => Promise<void>;

/** The label of amounts. */
export function drawCurrency(
  { currency, task }: PaneState,
  choose: ChooseCurrency,
): TemplateResult {
  return html`<bandwise-currency
    .code=${currency}
    .busy=${task !== undefined}
    .choose=${(code: string) => void choose(code)}
  ></bandwise-currency>`;
}
