import { type Currency, US_DOLLAR } from "../../../core/currency";
import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/spinner/define.js";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { readableReference } from "../../../input/cells/cell-reference";
import { warningIcon } from "../../kit/icons";
import { shared } from "../../kit/styles";
import { formStyles } from "../../kit/table-form-styles";

/** The ways to begin a deal, the first or another. */
@customElement("bandwise-empty")
export class EmptyView extends LitElement {
  static override readonly styles = [
    shared,
    formStyles,
    css`
      .purpose {
        font-size: var(--fontSizeBase400);
        line-height: var(--lineHeightBase400);
      }

      details {
        padding-top: 12px;
        border-top: 1px solid var(--colorNeutralStroke2);
      }

      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 4px 12px;
        margin: 0;
      }

      dt {
        font-weight: var(--fontWeightSemibold);
      }

      dd {
        margin: 0;
      }

      .ways {
        display: flex;
        flex-direction: column;
        align-items: stretch;
        gap: 8px;
        max-width: 280px;
      }
    `,
  ];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  /** Whether it is drawn as home, which has no other heading. */
  @property({ attribute: false }) isHome = false;
  /** Where the bands of a deal stood that is no longer there. */
  @property({ attribute: false }) gone: string | undefined;
  /** Whether the workbook holds a deal already, beside which this begins another. */
  @property({ attribute: false }) hasDeal = false;
  @property({ attribute: false }) adding = false;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) start: () => void = () => {};
  @property({ attribute: false }) startFromProposal: () => void = () => {};
  @property({ attribute: false }) startFromOwn: () => void = () => {};
  @property({ attribute: false }) readAgain: () => void = () => {};

  override render() {
    return html`
      <section class="stack" aria-label="Ways to start">
        ${this.isHome ? html`<h1 tabindex="-1">Price a commitment</h1>` : nothing}
        ${
          this.gone === undefined
            ? nothing
            : html`<div class="notice warning" role="status">
                ${warningIcon}
                <p class="wrap">
                  The deal is gone: no cells are named Bands any more. Their last address is
                  ${readableReference(this.gone)}.
                </p>
              </div>`
        }
        <p class="purpose">
          ${
            this.hasDeal
              ? "Add another offer beside the deal that is here; the pane then shows the new one."
              : "Which commitment to promise, what it costs and what crossing the next threshold unlocks."
          }
        </p>
        <div class="ways">
          <fluent-button
            appearance=${this.hasDeal ? nothing : "primary"}
            ?disabled-focusable=${this.busy}
            @click=${this.start}
          >
            ${this.adding ? html`<fluent-spinner slot="start" size="tiny"></fluent-spinner>` : nothing}
            ${this.adding ? "Adding the example…" : "Start from an example"}
          </fluent-button>
          <fluent-button
            appearance=${this.hasDeal ? "primary" : nothing}
            ?disabled-focusable=${this.busy}
            @click=${this.startFromProposal}
            >Start from a proposal</fluent-button
          >
          <fluent-button ?disabled-focusable=${this.busy} @click=${this.startFromOwn}
            >Start from my sheet</fluent-button
          >
        </div>
        <p class="quiet">
          The example and a proposal each become a new Deal sheet; the example has a year of made usage
          exports to go with it. Cells of your own are only read. Nothing leaves this workbook.
        </p>
        <details>
          <summary>Or name your cells</summary>
          <div class="stack">
          <p>The pane finds cells with these names by itself:</p>
          <dl>
            <dt>Bands</dt>
            <dd>with headings: threshold, discount, and what each band carries</dd>
            <dt>Terms</dt>
            <dd>two columns: term and value</dd>
            <dt>Usage</dt>
            <dd>a year at list prices, ${this.currency.code}</dd>
            <dt>Commitment</dt>
            <dd>what you would promise, ${this.currency.code}</dd>
            <dt>Forecast</dt>
            <dd>what usage may be, where you know more than a number</dd>
          </dl>
          <fluent-button ?disabled-focusable=${this.busy} @click=${this.readAgain}
            >Read the named cells</fluent-button
          >
          </div>
        </details>
      </section>
    `;
  }
}
