import { paneCurrency } from "../../kit/pane-currency";
import "@fluentui/web-components/button/define.js";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { positionOf } from "../../../analysis/position-of-deal";
import type { DealFault, ParsedDeal } from "../../../deal/parse-deal";
import type { PartsOfYear } from "../../../deal/parts-of-year";
import { partsUnsaid } from "../../../deal/parts-of-year-messages";
import { readableReference } from "../../../input/cells/cell-reference";
import { absenceSentence, faultLine } from "../../../wording/messages/deal-messages";
import { warnings } from "../../../wording/messages/warning-messages";
import { faultIcon, warningIcon } from "../../kit/icons";
import { shared } from "../../kit/styles";

/** The head of a deal that was read: where it may be changed, and what is wrong in it, before anything that rests on it. */
@customElement("bandwise-standing")
export class StandingView extends LitElement {
  static override readonly styles = [
    shared,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        align-items: center;
        gap: 0 8px;
      }

      .buttons {
        display: flex;
        margin-inline-start: -8px;
      }

      .lead {
        font-size: var(--fontSizeBase400);
        line-height: var(--lineHeightBase400);
      }

      .fault-lines {
        display: flex;
        flex-direction: column;
        gap: 4px;
      }
    `,
  ];

  @property({ attribute: false }) reading: ParsedDeal | undefined;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) readAgain: () => void = () => {};
  @property({ attribute: false }) changeCells: () => void = () => {};

  override render() {
    const { reading } = this;
    if (!reading) return nothing;
    const absence = absenceSentence(reading);
    return html`
      <section class="stack" aria-labelledby="title">
        <header>
          <h1 id="title" tabindex="-1">Where you stand</h1>
          <div class="buttons">
            <fluent-button
              appearance="subtle"
              size="small"
              ?disabled-focusable=${this.busy}
              @click=${this.changeCells}
              >Change cells</fluent-button
            >
            <fluent-button
              appearance="subtle"
              size="small"
              ?disabled-focusable=${this.busy}
              @click=${this.readAgain}
              >Read again</fluent-button
            >
          </div>
        </header>
        ${absence === "" ? nothing : html`<p class="lead">${absence}</p>`}
        ${reading.faults.map((fault) => drawFault(fault, reading.chosen))}
        ${reading.partsOfYear && !reading.scenario ? drawUnsaid(reading, reading.partsOfYear) : nothing}
        ${warnings(reading, positionOf(reading, paneCurrency()), paneCurrency()).map(
          (warning) =>
            html`<div class="notice warning">${warningIcon}<p class="wrap">${warning}</p></div>`,
        )}
      </section>
    `;
  }

  focusHeading(): void {
    this.renderRoot.querySelector<HTMLElement>("h1")?.focus();
  }
}

function drawUnsaid({ references }: ParsedDeal, parts: PartsOfYear): TemplateResult {
  return html`<div class="notice warning">
    ${warningIcon}
    <div class="fault-lines">
      <h2>Forecast <span class="quiet">(${readableReference(references.forecast ?? "")})</span></h2>
      <p class="wrap">${partsUnsaid(parts, paneCurrency())}</p>
    </div>
  </div>`;
}

function drawFault({ part, reference, errors, cells }: DealFault, chosen: boolean): TemplateResult {
  const [none, some] = chosen ? ["not chosen yet", "in"] : ["not named yet", "named"];
  const where = reference === null ? none : `${some} ${readableReference(reference)}`;
  const unsaid = errors.every(({ kind }) => kind === "missing");
  return html`
    <div class="notice ${unsaid ? "warning" : "fault"}">
      ${unsaid ? warningIcon : faultIcon}
      <div class="fault-lines">
        <h2>${part} <span class="quiet">(${where})</span></h2>
        ${errors.map((error, index) => html`<p class="wrap">${faultLine(error, cells[index], paneCurrency())}</p>`)}
      </div>
    </div>
  `;
}
