import "./deal-source-view";
import "./empty-view";
import "./manual-entry-form";
import { html } from "lit";
import type { DealInput } from "../../../deal/deal-inputs";
import type { EachIs } from "../../../deal/parts-of-year-messages";
import type { PaneContext } from "../../context/pane-context";
import { formOf, type PaneState } from "../../context/pane-state";
import type { DrawView } from "../../context/view";
import { readDealSource } from "../../kit/deal-source";
import type { ForecastFieldName, UsageKind } from "../../kit/forecast-form-messages";
import { DealSourceModel, dealSource } from "./deal-source-model";
import { insertExample } from "./example-model";
import { type ManualEntryChange, readManualEntry } from "./manual-entry";
import { ManualEntryModel, manualEntry } from "./manual-entry-model";

/** Start: the ways to begin a deal, and the forms of two of them. It is home where the workbook holds no deal. */
export function connect(pane: PaneContext): DrawView {
  const numbers = new ManualEntryModel(pane);
  const cells = new DealSourceModel(pane);
  return (state) => {
    const { view, deal, task } = state;
    const form = formOf(view);
    if (form === "numbers") return drawNumbers(state, numbers);
    if (form === "cells") return drawCells(state, cells);
    return html`<bandwise-empty
      .currency=${state.currency}
      .gone=${deal.kind === "none" ? deal.gone : undefined}
      .isHome=${view.name === "home"}
      .hasDeal=${deal.kind !== "none"}
      .adding=${task?.kind === "example"}
      .busy=${task !== undefined}
      .start=${() => void insertExample(pane)}
      .startFromNumbers=${() => numbers.open()}
      .startFromOwn=${() => cells.open()}
      .readAgain=${() => void pane.readAgain()}
    ></bandwise-empty>`;
  };
}

function drawNumbers(state: PaneState, model: ManualEntryModel) {
  const { task } = state;
  const form = manualEntry(state);
  return html`<bandwise-numbers-form
    .currency=${state.currency}
    .form=${form}
    .reading=${readManualEntry(form, state.currency)}
    .busy=${task !== undefined}
    .writing=${task?.kind === "numbers"}
    .type=${(change: ManualEntryChange) => model.type(change)}
    .choose=${(kind: UsageKind) => model.choose(kind)}
    .typeUsage=${(name: ForecastFieldName, text: string) => model.typeUsage(name, text)}
    .write=${() => void model.write()}
    .close=${() => model.close()}
  ></bandwise-numbers-form>`;
}

function drawCells(state: PaneState, model: DealSourceModel) {
  const { deal, task } = state;
  const form = dealSource(state);
  const chosen =
    deal.kind === "read"
      ? deal.reading.chosen
      : deal.kind === "refused" && deal.fault.kind === "choiceLost";
  return html`<bandwise-own-sheet
    .currency=${state.currency}
    .reading=${readDealSource(form, state.currency)}
    .busy=${task !== undefined}
    .choosing=${task?.kind === "choose"}
    .chosen=${chosen}
    .type=${(part: DealInput, text: string) => model.type(part, text)}
    .each=${form.each}
    .say=${(each: EachIs) => model.say(each)}
    .read=${() => void model.read()}
    .useSelection=${(part: DealInput) => void model.useSelection(part)}
    .use=${() => void model.use()}
    .useNames=${() => void model.useNames()}
    .close=${() => model.close()}
  ></bandwise-own-sheet>`;
}
