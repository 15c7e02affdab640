import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/spinner/define.js";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { describeFault } from "../../../workbook/excel/outcome";
import type { PaneState, ViewState } from "../../context/pane-state";
import { supposedDeal } from "../../context/supposed-deal";
import { verdictOn } from "../../context/verdict";
import type { RowLine, View } from "../../context/view";
import { faultIcon } from "../../kit/icons";
import { shared } from "../../kit/styles";
import { onIcon } from "../../kit/view-icons";

/** A view as home lists it, with its answer. */
export type HomeRow = Pick<View, "name" | "title" | "icon"> & {
  readonly line: RowLine | undefined;
};

/** Words for a mark that is only seen. */
const MARKS = { done: "", look: "worth a look", need: "needs you" } as const;

/** Home: which deal, its verdict, and the answer of each view. */
@customElement("bandwise-home")
export class HomeView extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host {
        flex: 1;
        display: flex;
        flex-direction: column;
      }
    `,
  ];

  @property({ attribute: false }) pane: PaneState | undefined;
  @property({ attribute: false }) rows: readonly HomeRow[] = [];
  @property({ attribute: false }) open: (view: ViewState) => void = () => {};
  @property({ attribute: false }) show: (name: string | null) => void = () => {};
  @property({ attribute: false }) readAgain: () => void = () => {};

  override render() {
    const { pane } = this;
    if (!pane) return nothing;
    return html`
      <div class="answer">${this.#drawAnswer(pane)}</div>
      <ul>${this.rows.map((row) => this.#drawRow(row))}</ul>
    `;
  }

  #drawAnswer({ deal, whatIf, task }: PaneState): TemplateResult {
    switch (deal.kind) {
      case "reading":
      case "none":
        return html`<h1 tabindex="-1">Reading the workbook…</h1>`;
      case "refused":
        return html`<h1 tabindex="-1">The deal cannot be read</h1>
          <div class="notice fault">
            ${faultIcon}
            <p class="wrap">${describeFault(deal.fault)}</p>
          </div>
          <div class="buttons">
            <fluent-button
              ?disabled-focusable=${task !== undefined}
              @click=${this.readAgain}
              >Read again</fluent-button
            >
            <fluent-button @click=${() => this.open({ name: "start", form: "cells" })}
              >Choose the cells</fluent-button
            >
          </div>`;
      case "read": {
        const verdict = verdictOn(supposedDeal(deal.reading, whatIf).asSupposed);
        return html`<h1 tabindex="-1">${verdict?.heading ?? "No answer yet"}</h1>
          <p class="wrap">${verdict?.evidence ?? ""}</p>`;
      }
    }
  }

  #drawRow({ name, title, icon, line }: HomeRow): TemplateResult {
    return html`<li>
      <button type="button" class="to-${name}" @click=${() => this.open({ name })}>
        ${icon}
        <span class="words"
          ><b>${title}</b><span class="wrap">${line?.text}</span
          ></span>
        <span class="mark ${line?.mark}">${line ? html`<span class="hidden">${MARKS[line.mark]}</span>` : nothing}</span>
        ${onIcon}
      </button>
    </li>`;
  }
}
