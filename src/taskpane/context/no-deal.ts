import { html, type TemplateResult } from "lit";
import { describeFault } from "../../workbook/excel/outcome";
import type { PaneContext } from "./pane-context";
import type { DealState } from "./pane-state";

type Unread = Exclude<DealState, { readonly kind: "read" }>;

/** What a view shows that has no deal to answer about: why, and the way to one. */
export function noDeal(deal: Unread, { open }: Pick<PaneContext, "open">): TemplateResult {
  switch (deal.kind) {
    case "reading":
      return html`<p class="loading">Reading the workbook…</p>`;
    case "none":
      return drawUnread(
        "No deal yet",
        "Paste a proposal, choose the cells of your own sheet, or look at the example first.",
        "Start a deal",
        () => open({ name: "start" }),
      );
    case "refused":
      return drawUnread(
        "The deal cannot be read",
        describeFault(deal.fault),
        "Choose the cells",
        () => open({ name: "start", form: "cells" }),
      );
  }
}

function drawUnread(
  heading: string,
  sentence: string,
  words: string,
  press: () => void,
): TemplateResult {
  return html`<section class="stack">
    <h2>${heading}</h2>
    <p class="wrap">${sentence}</p>
    <div><button type="button" class="again" @click=${press}>${words}</button></div>
  </section>`;
}
