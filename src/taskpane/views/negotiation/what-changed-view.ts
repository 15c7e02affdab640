import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/spinner/define.js";
import { css, html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { type BridgeStep, offerBridge } from "../../../analysis/offer-bridge";
import { type Currency, US_DOLLAR } from "../../../core/currency";
import { changedTextTerms, type TextTerm } from "../../../deal/text-terms";
import { formatUsd } from "../../../wording/format/format";
import { BRIDGE_ORDER, changeNames } from "../../../wording/messages/bridge-words";
import { type NamedOffer, offerTitle } from "../../context/bridge-request";
import { drawSelect } from "../../kit/select-field";
import { shared } from "../../kit/styles";
import { formStyles } from "../../kit/table-form-styles";
import { tableStyles } from "../../kit/table-styles";
import { lastRounds, roundsSentence } from "./rounds";
import { waterfall } from "./waterfall";
import { bridgeSentence, stepAmounts } from "./what-changed-messages";

/** What leads from the expected cost of one offer to that of another. */
@customElement("bandwise-what-changed")
export class WhatChangedView extends LitElement {
  static override readonly styles = [
    shared,
    formStyles,
    tableStyles,
    css`
      .track {
        width: 40%;
      }

      td {
        white-space: nowrap;
      }

      td .quiet,
      .note {
        display: block;
      }

      .note {
        font-weight: var(--fontWeightRegular);
      }

      tbody th {
        color: inherit;
      }

      h3 {
        margin: 0;
        font-size: var(--fontSizeBase300);
        line-height: var(--lineHeightBase300);
        font-weight: var(--fontWeightSemibold);
      }

      ul {
        list-style: disc;
        padding-inline-start: 20px;
      }

      .label {
        font-weight: var(--fontWeightSemibold);
      }

      svg {
        display: block;
        overflow: visible;
      }

      rect {
        fill: var(--colorCompoundBrandBackground);
        stroke: var(--colorCompoundBrandBackground);
      }

      rect.rise {
        fill: transparent;
      }

      line {
        stroke: var(--colorNeutralForeground1);
        stroke-width: 2;
      }

      @media (forced-colors: active) {
        rect,
        line {
          stroke: CanvasText;
        }

        rect:not(.rise) {
          fill: CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) offers: readonly NamedOffer[] = [];
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) building = false;
  /** Builds the sheet of two offers, by their scenarios; null is the deal in the workbook. */
  @property({ attribute: false }) build: (from: string | null, to: string | null) => void =
    () => {};
  /** Whether the last round is what the pane shows. */
  @property({ attribute: false }) startsOpen = false;
  /** Names of the two that are compared; what is gone gives way to the last round and the one before. */
  @state() private from = "";
  @state() private to = "";
  /** Nothing is priced until somebody asks. */
  @state() private open = false;

  override render() {
    const { offers } = this;
    const [before, last] = lastRounds(offers);
    const from = offers.find(({ name }) => name === this.from) ?? before;
    const to = offers.find(({ name }) => name === this.to) ?? last;
    if (!from || !to || offers.length < 2) return nothing;
    const options = offers.map((offer) => ({ value: offer.name, name: offerTitle(offer) }));
    return html`
      <details ?open=${this.startsOpen} @toggle=${this.#toggle}>
        <summary>What changed between two offers</summary>
        <div class="stack">
          <div class="pair">
            ${drawSelect({
              ...{ id: "from", label: "From", chosen: from.name, options, note: "" },
              choose: (name) => {
                this.from = name;
              },
            })}
            ${drawSelect({
              ...{ id: "to", label: "To", chosen: to.name, options, note: "" },
              choose: (name) => {
                this.to = name;
              },
            })}
          </div>
          ${this.open ? this.#drawBridge(from, to) : nothing}
        </div>
      </details>
    `;
  }

  readonly #toggle = (event: Event): void => {
    this.open = event.currentTarget instanceof HTMLDetailsElement && event.currentTarget.open;
  };

  #drawBridge(from: NamedOffer, to: NamedOffer): TemplateResult {
    const bridge = offerBridge(from.offer, to.offer);
    const { bars, fromFraction, toFraction } = waterfall(bridge);
    const rows = bridge.steps.map((step, index) => ({ step, bar: bars[index] }));
    const changed = rows.filter(({ step }) => step.inOrderCents !== 0 || step.inReverseCents !== 0);
    const between = roundsSentence(from, to);
    return html`
      ${between === "" ? nothing : html`<p class="quiet wrap">${between}</p>`}
      <p class="wrap" role="status">${bridgeSentence(bridge, this.currency)}</p>
      ${
        changed.length === 0
          ? nothing
          : html`<table>
                <tbody>
                  ${this.#drawEnd(from, bridge.fromCents, fromFraction)}
                  ${changed.map(
                    ({ step, bar }) => html`<tr>
                      <th scope="row">${changeNames(step.changes)}</th>
                      <td class="track">
                        <svg aria-hidden="true" width="100%" height="16">
                          ${svg`<rect
                            class=${bar?.isRise ? "rise" : "fall"}
                            x=${percent(bar?.startFraction)}
                            y="2"
                            width=${percent(bar?.lengthFraction)}
                            height="12"
                          ></rect>`}
                        </svg>
                      </td>
                      <td>${drawAmounts(step, this.currency)}</td>
                    </tr>`,
                  )}
                  ${this.#drawEnd(to, bridge.toCents, toFraction)}
                </tbody>
              </table>
              <p class="quiet wrap">${BRIDGE_ORDER}</p>`
      }
      ${this.#drawTextTerms(from, to)}
      <div class="buttons">
        <fluent-button
          id="build-bridge"
          size="small"
          ?disabled-focusable=${this.busy}
          @click=${() => (this.busy ? undefined : this.build(from.scenario, to.scenario))}
        >
          ${this.building ? html`<fluent-spinner slot="start" size="tiny"></fluent-spinner>` : nothing}
          Put it on a sheet
        </fluent-button>
      </div>
    `;
  }

  #drawTextTerms(from: NamedOffer, to: NamedOffer): TemplateResult | typeof nothing {
    if (!from.alsoSaid && !to.alsoSaid) return nothing;
    const { gone, added } = changedTextTerms(from.alsoSaid, to.alsoSaid);
    const isSame = gone.length + added.length === 0;
    return html`<h3>Beside the prices, and not priced</h3>
      ${isSame ? html`<p class="wrap">Both offers say the same.</p>` : nothing}
      ${drawOnlyIn(from, gone)} ${drawOnlyIn(to, added)}`;
  }

  #drawEnd({ name, note }: NamedOffer, cents: number, fraction: number): TemplateResult {
    const x = percent(fraction);
    return html`<tr>
      <th scope="row" class="wrap">
        ${name}${note ? html`<span class="quiet note">${note}</span>` : nothing}
      </th>
      <td class="track">
        <svg aria-hidden="true" width="100%" height="16">
          ${svg`<line x1=${x} x2=${x} y1="0" y2="16"></line>`}
        </svg>
      </td>
      <td>${formatUsd(cents / 100, this.currency)}</td>
    </tr>`;
  }
}

function drawOnlyIn(
  { name }: NamedOffer,
  terms: readonly TextTerm[],
): TemplateResult | typeof nothing {
  if (terms.length === 0) return nothing;
  return html`<div>
    <p class="wrap">Only in ${name}:</p>
    <ul>
      ${terms.map(
        ({ label, words }) =>
          html`<li class="wrap"><span class="label">${label}:</span> ${words}</li>`,
      )}
    </ul>
  </div>`;
}

function drawAmounts(step: BridgeStep, currency: Currency): TemplateResult {
  const [inOrder, inReverse] = stepAmounts(step, currency);
  return html`${inOrder}${inReverse === undefined ? nothing : html`<span class="quiet">${inReverse}</span>`}`;
}

function percent(fraction: number | undefined): string {
  return `${(100 * (fraction ?? 0)).toFixed(2)}%`;
}
