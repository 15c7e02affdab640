import { type Currency, US_DOLLAR } from "../../core/currency";
import "@fluentui/web-components/button/define.js";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { DealInput } from "../../deal/deal-inputs";
import type { DealFault, ParsedDeal } from "../../deal/parse-deal";
import { partsUnsaid } from "../../deal/parts-of-year-questions";
import { readableReference } from "../../input/cells/cell-reference";
import { faultLines } from "../../wording/messages/deal-messages";
import { faultIcon, warningIcon } from "./icons";
import { shared } from "./styles";

/** What is wrong in some inputs of a deal, a line for each cause with a way to its cell, and what is allowed but most likely not meant. */
@customElement("bandwise-faults")
export class DealFaults extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host([hidden]) {
        display: none;
      }

      fluent-button {
        align-self: start;
      }
    `,
  ];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) reading: ParsedDeal | undefined;
  /** The inputs that the view is about. */
  @property({ attribute: false }) inputs: readonly DealInput[] = [];
  @property({ attribute: false }) warnings: readonly string[] = [];
  /** Selects a cell in the workbook; without it no way there is offered. */
  @property({ attribute: false }) goTo: ((address: string) => void) | undefined;

  override render() {
    const { reading, inputs } = this;
    if (!reading) return nothing;
    const found = reading.faults.filter(({ part }) => inputs.includes(part));
    const parts =
      inputs.includes("Forecast") && !reading.scenario ? reading.partsOfYear : undefined;
    this.hidden = found.length === 0 && !parts && this.warnings.length === 0;
    if (this.hidden) return nothing;
    return html`<div class="stack">
      ${found.map((fault) => this.#drawFault(fault, reading.chosen))}
      ${
        parts
          ? drawNotice(
              "warning",
              html`<h2>
                  Forecast
                  <span class="quiet">(${readableReference(reading.references.forecast ?? "")})</span>
                </h2>
                <p class="wrap">${partsUnsaid(parts, this.currency)}</p>`,
            )
          : nothing
      }
      ${this.warnings.map((warning) => drawNotice("warning", html`<p class="wrap">${warning}</p>`))}
    </div>`;
  }

  #drawFault(fault: DealFault, chosen: boolean): TemplateResult {
    const { part, reference, errors } = fault;
    const [none, some] = chosen ? ["not chosen yet", "in"] : ["not named yet", "named"];
    const where = reference === null ? none : `${some} ${readableReference(reference)}`;
    const isMissing = errors.every(({ kind }) => kind === "missing");
    return drawNotice(
      isMissing ? "warning" : "fault",
      html`<h2>${part} <span class="quiet">(${where})</span></h2>
        ${faultLines(fault, this.currency).map(
          ({ sentence, cell }) => html`<p class="wrap">${sentence}</p>
            ${cell ? this.#drawWay(cell) : nothing}`,
        )}`,
    );
  }

  #drawWay(cell: string): TemplateResult {
    const words = readableReference(cell);
    const { goTo } = this;
    return goTo
      ? html`<fluent-button size="small" @click=${() => goTo(cell)}>Go to ${words}</fluent-button>`
      : html`<p class="quiet wrap">${words}</p>`;
  }
}

function drawNotice(tone: "warning" | "fault", content: TemplateResult): TemplateResult {
  return html`<div class="notice ${tone}">
    ${tone === "warning" ? warningIcon : faultIcon}
    <div class="lines">${content}</div>
  </div>`;
}
