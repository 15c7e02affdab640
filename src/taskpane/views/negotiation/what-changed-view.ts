import { css, html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { type BridgedOffer, type BridgeStep, offerBridge } from "../../../analysis/offer-bridge";
import { type Currency, US_DOLLAR } from "../../../core/currency";
import { formatUsd } from "../../../wording/format/format";
import { drawSelect } from "../../kit/select-field";
import { shared } from "../../kit/styles";
import { formStyles } from "../../kit/table-form-styles";
import { tableStyles } from "../../kit/table-styles";
import { waterfall } from "./waterfall";
import { BRIDGE_ORDER, bridgeSentence, stepAmounts, stepName } from "./what-changed-messages";

/** An offer to choose, by its name. */
export interface NamedOffer {
  readonly name: string;
  readonly offer: BridgedOffer;
}

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

      td .quiet {
        display: block;
      }

      tbody th {
        color: inherit;
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
  /** Names of the two that are compared; what is gone gives way to the first and the last. */
  @state() private from = "";
  @state() private to = "";
  /** Nothing is priced until somebody asks. */
  @state() private open = false;

  override render() {
    const { offers } = this;
    const from = offers.find(({ name }) => name === this.from) ?? offers[0];
    const to = offers.find(({ name }) => name === this.to) ?? offers.at(-1);
    if (!from || !to || offers.length < 2) return nothing;
    const options = offers.map(({ name }) => ({ value: name, name }));
    return html`
      <details @toggle=${this.#toggle}>
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
    return html`
      <p class="wrap" role="status">${bridgeSentence(bridge, this.currency)}</p>
      ${
        changed.length === 0
          ? nothing
          : html`<table>
                <tbody>
                  ${this.#drawEnd(from.name, bridge.fromCents, fromFraction)}
                  ${changed.map(
                    ({ step, bar }) => html`<tr>
                      <th scope="row">${stepName(step)}</th>
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
                  ${this.#drawEnd(to.name, bridge.toCents, toFraction)}
                </tbody>
              </table>
              <p class="quiet wrap">${BRIDGE_ORDER}</p>`
      }
    `;
  }

  #drawEnd(name: string, cents: number, fraction: number): TemplateResult {
    const x = percent(fraction);
    return html`<tr>
      <th scope="row" class="wrap">${name}</th>
      <td class="track">
        <svg aria-hidden="true" width="100%" height="16">
          ${svg`<line x1=${x} x2=${x} y1="0" y2="16"></line>`}
        </svg>
      </td>
      <td>${formatUsd(cents / 100, this.currency)}</td>
    </tr>`;
  }
}

function drawAmounts(step: BridgeStep, currency: Currency): TemplateResult {
  const [inOrder, inReverse] = stepAmounts(step, currency);
  return html`${inOrder}${inReverse === undefined ? nothing : html`<span class="quiet">${inReverse}</span>`}`;
}

function percent(fraction: number | undefined): string {
  return `${(100 * (fraction ?? 0)).toFixed(2)}%`;
}
