import type { Currency } from "../../../core/currency";
import "../../kit/savings-chart/savings-sketch";
import "./deal-menu";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { decide } from "../../../analysis/decision";
import type { DealFault } from "../../../deal/parse-deal";
import { faultLines, faultText } from "../../../wording/messages/deal-messages";
import { describeDecision } from "../../../wording/messages/decision-messages";
import type { ListedDeal } from "../../../workbook/deal/deals";
import { describeFault } from "../../../workbook/excel/outcome";
import type { PaneState, ViewState } from "../../context/pane-state";
import { supposedDeal } from "../../context/supposed-deal";
import type { View } from "../../context/view";
import { workbookNote } from "../../context/workbook-note";
import { iconButton, iconButtonStyles } from "../../kit/icon-button";
import { faultIcon } from "../../kit/icons";
import { rowButtonStyles } from "../../kit/row-button-styles";
import type { RowLine } from "../../kit/row-line";
import { shared } from "../../kit/styles";
import { onIcon } from "../../kit/view-icons";
import { dealActions, dealChoices, dealName } from "./deals";
import { homeStyles } from "./home-styles";

/** A view as home lists it, with its answer. */
export type HomeRow = Pick<View, "name" | "title" | "icon"> & {
  readonly line: RowLine | undefined;
};

/** Words for a mark, which is only seen. */
const MARKS = { done: "", look: "Worth a look.", need: "Needs you." } as const;

/** Home: which deal, its verdict with the evidence, and the answer of each view. */
@customElement("bandwise-home")
export class HomeView extends LitElement {
  static override readonly styles = [shared, rowButtonStyles, iconButtonStyles, homeStyles];

  @property({ attribute: false }) pane: PaneState | undefined;
  /** The steps of the journey, each with its answer. */
  @property({ attribute: false }) rows: readonly HomeRow[] = [];
  /** The views beside the journey that the head leads to. */
  @property({ attribute: false }) beside: readonly View[] = [];
  @property({ attribute: false }) open: (view: ViewState) => void = () => {};
  @property({ attribute: false }) show: (name: string | null) => void = () => {};
  @property({ attribute: false }) showDeal: (deal: ListedDeal) => void = () => {};
  @property({ attribute: false }) readAgain: () => void = () => {};

  override render() {
    const { pane } = this;
    if (!pane) return nothing;
    return html`
      <header>
        <bandwise-deal-menu
          .name=${dealName(pane)}
          .deals=${dealChoices(pane, this.show, this.showDeal)}
          .actions=${dealActions(pane, this.open, this.readAgain)}
        ></bandwise-deal-menu>
        ${this.beside.map(({ name, title, icon }) =>
          iconButton(title, icon, `to-${name}`, () => this.open({ name })),
        )}
      </header>
      ${this.#drawAnswer(pane)}
      ${
        pane.deal.kind === "read"
          ? html`<ul aria-label="Steps">
              ${this.rows.map((row) => this.#drawRow(row))}
            </ul>`
          : nothing
      }
    `;
  }

  #drawAnswer(pane: PaneState): TemplateResult {
    const { deal, task } = pane;
    const isBusy = task !== undefined;
    switch (deal.kind) {
      case "reading":
      case "none":
        return html`<div class="answer">
          <h1 class="reading" tabindex="-1">
            <fluent-spinner size="tiny" aria-hidden="true"></fluent-spinner> Reading the workbook…
          </h1>
        </div>`;
      case "refused":
        return html`<div class="answer">
          <h1 tabindex="-1">The deal cannot be read</h1>
          <div class="notice fault">
            ${faultIcon}
            <p class="wrap">${describeFault(deal.fault)}</p>
          </div>
          <div class="buttons">
            <fluent-button
              appearance="primary"
              ?disabled-focusable=${isBusy}
              @click=${() => isBusy || this.readAgain()}
              >Read again</fluent-button
            >
            <fluent-button @click=${() => this.open({ name: "start", form: "cells" })}
              >Choose the cells</fluent-button
            >
            <fluent-button @click=${() => this.open({ name: "start" })}
              >Start another deal</fluent-button
            >
          </div>
        </div>`;
      case "read":
        return this.#drawVerdict(pane, supposedDeal(deal.reading, pane.whatIf));
    }
  }

  #drawVerdict(
    { shown, workbookDeal, currency }: PaneState,
    { reading, asSupposed, note }: ReturnType<typeof supposedDeal>,
  ): TemplateResult {
    const decision = decide(asSupposed);
    const { headline, inFull, evidence } = describeDecision(decision, currency);
    const showing = shown === null ? "" : workbookNote(shown, workbookDeal, currency);
    const said = [note, showing].filter((text) => text !== "").join(" ");
    return html`<div class="answer">
        <bandwise-doubt .currency=${currency} .reading=${asSupposed}></bandwise-doubt>
        <h1 class="wrap" tabindex="-1" title=${inFull ?? nothing}>${headline}</h1>
        ${
          decision.kind === "decided"
            ? html`<p class="evidence wrap">${evidence}</p>
                <bandwise-how-sure-line .currency=${currency} .decided=${decision} .reading=${asSupposed}></bandwise-how-sure-line>`
            : drawFirstFault(reading.faults, evidence, currency)
        }
        ${said === "" ? nothing : html`<p class="quiet wrap">${said}</p>`}
      </div>
      ${
        decision.kind === "decided"
          ? html`<figure>
              <figcaption class="quiet">Expected saving a year, by commitment</figcaption>
              <bandwise-savings-sketch .currency=${currency} .curve=${decision.curve}></bandwise-savings-sketch>
            </figure>`
          : nothing
      }`;
  }

  #drawRow({ name, title, icon, line }: HomeRow): TemplateResult {
    const mark = line?.mark ?? "done";
    return html`<li>
      <button type="button" class="to-${name}" @click=${() => this.open({ name })}>
        ${icon}
        <span
          ><span class="title">${title}</span
          ><span class="line wrap">${line?.text}</span></span
        >
        <span class="mark ${mark}"><span class="hidden">${MARKS[mark]}</span></span>
        ${onIcon}
      </button>
    </li>`;
  }
}

/** The first thing to put right; the rows count the others. */
function drawFirstFault(
  [fault]: readonly DealFault[],
  otherwise: string,
  currency: Currency,
): TemplateResult {
  const [first] = fault ? faultLines(fault, currency) : [];
  if (!fault || !first) return html`<p class="evidence wrap">${otherwise}</p>`;
  return html`<div class="notice fault">
    ${faultIcon}
    <p class="wrap"><b>${fault.part}</b>: ${faultText(first)}</p>
  </div>`;
}
