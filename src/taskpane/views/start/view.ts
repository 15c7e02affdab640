import "./deal-source-view";
import "./empty-view";
import { html } from "lit";
import type { DealInput } from "../../../deal/deal-inputs";
import type { EachIs } from "../../../deal/parts-of-year-questions";
import type { PaneContext } from "../../context/pane-context";
import { formOf, type PaneState } from "../../context/pane-state";
import type { DrawView } from "../../context/view";
import { readDealSource } from "../../kit/deal-source";
import { DealSourceModel, dealSource } from "./deal-source-model";
import { insertExample } from "./example-model";

/** Start: the ways to begin a deal, and the form of one of them. It is home where the workbook holds no deal. */
export function connect(pane: PaneContext): DrawView {
  const cells = new DealSourceModel(pane);
  return (state) => {
    const { view, deal, task } = state;
    const form = formOf(view);
    if (form === "cells") return drawCells(state, cells);
    return html`<bandwise-empty
      .currency=${state.currency}
      .gone=${deal.kind === "none" ? deal.gone : undefined}
      .isHome=${view.name === "home"}
      .hasDeal=${deal.kind !== "none"}
      .adding=${task?.kind === "example"}
      .busy=${task !== undefined}
      .start=${() => void insertExample(pane)}
      .startFromProposal=${() => pane.open({ name: "proposal", form: "text" })}
      .startFromOwn=${() => cells.open()}
      .readAgain=${() => void pane.readAgain()}
    ></bandwise-empty>`;
  };
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
