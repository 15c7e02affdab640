import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { DealInput } from "../../deal/deal-inputs";
import type { DealFault, ParsedDeal } from "../../deal/parse-deal";
import type { PartsOfYear } from "../../deal/parts-of-year";
import { partsUnsaid } from "../../deal/parts-of-year-messages";
import { readableReference } from "../../input/cells/cell-reference";
import { faultLine } from "../../wording/messages/deal-messages";
import { faultIcon, warningIcon } from "./icons";
import { shared } from "./styles";

/** What is wrong in some inputs of a deal, each sentence with its cell, and what is allowed but most likely not meant. */
@customElement("bandwise-faults")
export class DealFaults extends LitElement {
  static override readonly styles = [
    shared,
    css`
      /* Without a fault it takes no room, nor a gap beside it. */
      :host {
        display: contents;
      }

      .lines {
        display: flex;
        flex-direction: column;
        gap: 4px;
      }
    `,
  ];

  @property({ attribute: false }) reading: ParsedDeal | undefined;
  /** The inputs that the view is about. */
  @property({ attribute: false }) inputs: readonly DealInput[] = [];
  @property({ attribute: false }) warnings: readonly string[] = [];

  override render() {
    const { reading, inputs } = this;
    if (!reading) return nothing;
    const { faults, chosen, partsOfYear, scenario, references } = reading;
    const found = faults.filter(({ part }) => inputs.includes(part));
    const parts = inputs.includes("Forecast") && !scenario ? partsOfYear : undefined;
    if (found.length === 0 && !parts && this.warnings.length === 0) return nothing;
    return html`<div class="stack">
      ${found.map((fault) => drawFault(fault, chosen))}
      ${parts ? drawUnsaid(references.forecast, parts) : nothing}
      ${this.warnings.map(
        (warning) =>
          html`<div class="notice warning">${warningIcon}<p class="wrap">${warning}</p></div>`,
      )}
    </div>`;
  }
}

function drawUnsaid(forecast: string | null, parts: PartsOfYear): TemplateResult {
  return html`<div class="notice warning">
    ${warningIcon}
    <div class="lines">
      <h2>Forecast <span class="quiet">(${readableReference(forecast ?? "")})</span></h2>
      <p class="wrap">${partsUnsaid(parts)}</p>
    </div>
  </div>`;
}

function drawFault({ part, reference, errors, cells }: DealFault, chosen: boolean): TemplateResult {
  const [none, some] = chosen ? ["not chosen yet", "in"] : ["not named yet", "named"];
  const where = reference === null ? none : `${some} ${readableReference(reference)}`;
  const isMissing = errors.every(({ kind }) => kind === "missing");
  return html`
    <div class="notice ${isMissing ? "warning" : "fault"}">
      ${isMissing ? warningIcon : faultIcon}
      <div class="lines">
        <h2>${part} <span class="quiet">(${where})</span></h2>
        ${errors.map((error, index) => html`<p class="wrap">${faultLine(error, cells[index])}</p>`)}
      </div>
    </div>
  `;
}
