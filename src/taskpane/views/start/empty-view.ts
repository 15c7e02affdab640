import { paneCurrency } from "../../kit/pane-currency";
import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/spinner/define.js";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { readableReference } from "../../../input/cells/cell-reference";
import { warningIcon } from "../../kit/icons";
import { shared } from "../../kit/styles";

/** The pane when the workbook holds no deal: what this is for, and the ways to begin. */
@customElement("bandwise-empty")
export class EmptyView extends LitElement {
  static override readonly styles = [
    shared,
    css`
      .purpose {
        font-size: var(--fontSizeBase400);
        line-height: var(--lineHeightBase400);
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

      .own {
        padding-top: 12px;
        border-top: 1px solid var(--colorNeutralStroke2);
      }

      fluent-button {
        align-self: start;
      }
    `,
  ];

  /** Where the bands of a deal stood that is no longer there. */
  @property({ attribute: false }) gone: string | undefined;
  @property({ attribute: false }) adding = false;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) start: () => void = () => {};
  @property({ attribute: false }) startFromNumbers: () => void = () => {};
  @property({ attribute: false }) startFromOwn: () => void = () => {};
  @property({ attribute: false }) readAgain: () => void = () => {};

  override render() {
    return html`
      <section class="stack" aria-labelledby="title">
        <h1 id="title" tabindex="-1">Price a commitment</h1>
        ${
          this.gone === undefined
            ? nothing
            : html`<div class="notice warning" role="status">
                ${warningIcon}
                <p class="wrap">
                  The deal is gone: no cells are named Bands any more. They stood in
                  ${readableReference(this.gone)}.
                </p>
              </div>`
        }
        <p class="purpose">
          Which commitment to promise, what it costs and what crossing the next threshold unlocks.
        </p>
        <fluent-button
          appearance="primary"
          ?disabled-focusable=${this.busy}
          @click=${this.start}
        >
          ${this.adding ? html`<fluent-spinner slot="start" size="tiny"></fluent-spinner>` : nothing}
          ${this.adding ? "Adding the example…" : "Start from an example"}
        </fluent-button>
        <fluent-button ?disabled-focusable=${this.busy} @click=${this.startFromNumbers}
          >Start from my numbers</fluent-button
        >
        <fluent-button ?disabled-focusable=${this.busy} @click=${this.startFromOwn}
          >Start from my sheet</fluent-button
        >
        <p class="quiet">
          The example and your numbers each become a new Deal sheet. Cells of your own are only read.
        </p>
        <div class="stack own">
          <h2>Or name your cells</h2>
          <p>Cells with these names are found by themselves:</p>
          <dl>
            <dt>Bands</dt>
            <dd>with headings: threshold, discount, and what each band carries</dd>
            <dt>Terms</dt>
            <dd>two columns: term and value</dd>
            <dt>Usage</dt>
            <dd>a year at list prices, ${paneCurrency().code}</dd>
            <dt>Commitment</dt>
            <dd>what you would promise, ${paneCurrency().code}</dd>
            <dt>Forecast</dt>
            <dd>what usage may be, where you know more than a number</dd>
          </dl>
          <fluent-button ?disabled-focusable=${this.busy} @click=${this.readAgain}
            >Read the named cells</fluent-button
          >
        </div>
        <p class="quiet">Nothing leaves this workbook.</p>
      </section>
    `;
  }

  focusHeading(): void {
    this.renderRoot.querySelector<HTMLElement>("h1")?.focus();
  }
}
