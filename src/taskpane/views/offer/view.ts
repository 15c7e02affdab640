import "../../kit/deal-faults";
import "./deal-facts-view";
import "@fluentui/web-components/button/define.js";
import { html, nothing } from "lit";
import { positionOf } from "../../../analysis/position-of-deal";
import type { DealInput } from "../../../deal/deal-inputs";
import { usageWarnings, warnings } from "../../../wording/messages/warning-messages";
import type { PaneContext } from "../../context/pane-context";
import { supposedDeal } from "../../context/supposed-deal";
import type { DrawView } from "../../context/view";

const INPUTS: readonly DealInput[] = ["Bands", "Terms"];

/** Offer: the bands and the terms as understood, and what each band carries. */
export function connect(pane: PaneContext): DrawView {
  const changeCells = (): void =>
    pane.open(
      pane.state().shown === null
        ? { name: "start", form: "cells" }
        : { name: "scenarios", form: "scenario" },
    );
  return ({ deal, whatIf, task }) => {
    if (deal.kind !== "read") return html``;
    const { reading, asSupposed, note } = supposedDeal(deal.reading, whatIf);
    const ofUsage = usageWarnings(reading);
    const isBusy = task !== undefined;
    return html`<bandwise-faults
        .reading=${reading}
        .inputs=${INPUTS}
        .warnings=${warnings(reading, positionOf(reading)).filter((one) => !ofUsage.includes(one))}
      ></bandwise-faults>
      ${
        reading.bands
          ? html`<bandwise-deal-facts .reading=${asSupposed} .note=${note}></bandwise-deal-facts>`
          : nothing
      }
      <div class="buttons">
        <fluent-button ?disabled-focusable=${isBusy} @click=${() => isBusy || changeCells()}
          >Change cells</fluent-button
        >
        <fluent-button
          ?disabled-focusable=${isBusy}
          @click=${() => isBusy || void pane.readAgain()}
          >Read again</fluent-button
        >
      </div>`;
  };
}
