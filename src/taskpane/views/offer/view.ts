import "./comparables-view";
import "./offer-view";
import { html } from "lit";
import { goToCells } from "../../context/go-to-cells";
import { noDeal } from "../../context/no-deal";
import { openCells } from "../../context/open-cells";
import type { PaneContext } from "../../context/pane-context";
import { supposedDeal } from "../../context/supposed-deal";
import type { DrawView } from "../../context/view";
import { insertComparables } from "./comparables-model";

export { fullLine as line } from "./full-line";

/** Offer: the bands and the terms as understood, and what each band carries. */
export function connect(pane: PaneContext): DrawView {
  return ({ deal, whatIf, task, currency, comparables }) => {
    if (deal.kind !== "read") return noDeal(deal, pane);
    const supposed = supposedDeal(deal.reading, whatIf);
    return html`<bandwise-offer
      .currency=${currency}
      .reading=${supposed.asSupposed}
      .note=${supposed.note}
      .busy=${task !== undefined}
      .changeCells=${() => openCells(pane)}
      .readAgain=${() => void pane.readAgain()}
      .goTo=${(address: string) => void goToCells(pane, address)}
    ></bandwise-offer>
      <bandwise-comparables
        .currency=${currency}
        .reading=${supposed.asSupposed}
        .comparables=${comparables}
        .busy=${task !== undefined}
        .insert=${() => void insertComparables(pane, supposed.reading)}
        .goTo=${(address: string) => void goToCells(pane, address)}
      ></bandwise-comparables>`;
  };
}
