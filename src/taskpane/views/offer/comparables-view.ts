import "@fluentui/web-components/button/define.js";
import { css, html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { offerBenchmark } from "../../../analysis/offer-benchmark";
import { type Currency, US_DOLLAR } from "../../../core/currency";
import { describeErrors } from "../../../core/errors";
import type { ComparableDeals } from "../../../deal/comparable-deals";
import type { ParsedDeal } from "../../../deal/parse-deal";
import { readableReference } from "../../../input/cells/cell-reference";
import { formatCounted, formatExactPercent, formatExactUsd } from "../../../wording/format/format";
import { faultIcon } from "../../kit/icons";
import { shared } from "../../kit/styles";
import { summaryStyles } from "../../kit/table-form-styles";
import { tableStyles } from "../../kit/table-styles";
import { comparablesAnswer, comparablesEvidence } from "./comparables-messages";
import { type Strip, stripPlot } from "./comparables-strip";

/** Pixels from one line of dots to the next, and around them. */
const LANE = 11;
const EDGE = 8;

/** Where the offer stands among comparable deals: in words, as a strip of dots by band, and as a table. */
@customElement("bandwise-comparables")
export class ComparablesView extends LitElement {
  static override readonly styles = [
    shared,
    tableStyles,
    summaryStyles,
    css`
      .plot {
        --dot: var(--colorBrandForeground1);
        --ink: var(--colorNeutralForeground1);
        --paper: var(--colorNeutralBackground1);
        --rule: var(--colorNeutralStroke1);
      }

      .band {
        display: flex;
        justify-content: space-between;
        gap: 8px;
        padding-top: 6px;
      }

      .plot svg {
        display: block;
        width: calc(100% - 16px);
        margin: 0 8px;
        overflow: visible;
      }

      line {
        stroke: var(--rule);
      }

      circle {
        stroke: var(--dot);
        stroke-width: 1.5;
        fill: var(--dot);
      }

      circle.hollow {
        fill: var(--paper);
      }

      .offer {
        fill: var(--ink);
        stroke: var(--paper);
        stroke-width: 1.5;
      }

      text {
        font-size: 12px;
        fill: var(--colorNeutralForeground2);
        text-anchor: middle;
        font-variant-numeric: tabular-nums;
      }

      .keys {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
      }

      .key {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }

      .plot .key svg {
        width: 12px;
        margin: 0;
      }

      td:last-child {
        text-align: start;
      }

      .notice fluent-button {
        align-self: start;
      }

      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }

      @media (forced-colors: active) {
        .plot {
          --dot: Highlight;
          --ink: CanvasText;
          --paper: Canvas;
          --rule: GrayText;
        }

        .plot svg {
          forced-color-adjust: none;
        }

        text {
          fill: CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) reading: ParsedDeal | undefined;
  /** Null where the workbook has no table of them. */
  @property({ attribute: false }) comparables: ComparableDeals | null = null;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) insert: () => void = () => {};
  @property({ attribute: false }) goTo: ((address: string) => void) | undefined;

  override render() {
    const { reading, comparables } = this;
    if (!reading) return nothing;
    return html`<section class="stack" aria-labelledby="title">
      ${comparables ? this.#drawDeals(reading, comparables) : this.#drawNone()}
    </section>`;
  }

  #drawNone(): TemplateResult {
    return html`<h2 id="title">Comparable deals</h2>
      <p class="wrap">
        No table of them in this workbook. Bandwise ships none: with five that you know, it says how many this offer
        beats, and what a year the median would save.
      </p>
      <div class="buttons">
        <fluent-button
          ?disabled-focusable=${this.busy}
          @click=${() => (this.busy ? undefined : this.insert())}
          >Insert a table of comparable deals</fluent-button
        >
      </div>`;
  }

  #drawDeals(reading: ParsedDeal, { cells, deals, faults }: ComparableDeals): TemplateResult {
    const found = offerBenchmark(reading, deals, this.currency);
    const heading =
      faults.length > 0
        ? "The comparable deals cannot be read yet"
        : found
          ? comparablesAnswer(found)
          : "Comparable deals wait for a commitment to compare";
    const plot = found && deals.length > 0 ? stripPlot(found) : undefined;
    return html`<h2 id="title">${heading}</h2>
      ${faults.map(
        ({ error, cell }) => html`<div class="notice fault">
          ${faultIcon}
          <div class="lines">
            <p class="wrap">${describeErrors([error], this.currency)}</p>
            ${cell === "" ? nothing : this.#drawWay(cell, `Go to ${readableReference(cell)}`)}
          </div>
        </div>`,
      )}
      ${
        found
          ? comparablesEvidence(found, this.currency).map(
              (sentence) => html`<p class="wrap">${sentence}</p>`,
            )
          : nothing
      }
      ${
        plot
          ? html`<div class="plot" aria-hidden="true">
                ${plot.strips.map(drawStrip)}
                <svg height="18">
                  ${plot.ticks.map(
                    ({ at, fraction }) =>
                      svg`<text x=${percentOf(at)} y="13">${formatExactPercent(fraction)}</text>`,
                  )}
                </svg>
                ${drawKeys(deals.some(({ source }) => source === ""))}
              </div>
              ${this.#drawTable(deals)}`
          : nothing
      }
      <div class="buttons">${this.#drawWay(cells.address, "Change in its cells")}</div>`;
  }

  #drawWay(address: string, words: string): TemplateResult {
    return html`<fluent-button size="small" @click=${() => this.goTo?.(address)}>${words}</fluent-button>`;
  }

  #drawTable(deals: ComparableDeals["deals"]): TemplateResult {
    return html`<details>
      <summary>${formatCounted(deals.length, "deal", "deals")} as a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Commitment</th>
            <th scope="col">Discount</th>
            <td>Source</td>
          </tr>
        </thead>
        <tbody>
          ${deals.map(
            ({ commitmentUsd, discountFraction, source }) => html`<tr>
              <th scope="row">${formatExactUsd(commitmentUsd, this.currency)}</th>
              <td>${formatExactPercent(discountFraction)}</td>
              <td class="wrap">${source === "" ? "no source" : source}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </details>`;
  }
}

function drawStrip({ name, deals, offerAt, lanes }: Strip): TemplateResult {
  const height = lanes * LANE + 2 * EDGE;
  const axis = height - EDGE / 2;
  const y = (lane: number): number => axis - EDGE - lane * LANE;
  return html`<div class="band quiet">
      <span class="wrap">${name}</span>
      <span>${formatCounted(deals.length, "deal", "deals")}</span>
    </div>
    <svg height=${height}>
      <line x1="0" x2="100%" y1=${axis} y2=${axis}></line>
      ${deals.map(
        ({ at, lane, isSourced }) =>
          svg`<circle class=${isSourced ? "" : "hollow"} cx=${percentOf(at)} cy=${y(lane)} r="4"></circle>`,
      )}
      ${offerAt === undefined ? nothing : drawOffer(percentOf(offerAt), y(0))}
    </svg>`;
}

/** A filled diamond, on top of the dots. */
function drawOffer(x: string, y: number) {
  return svg`<svg x=${x} y=${y} width="1" height="1" overflow="visible"><path class="offer" d="M0-8 8 0 0 8-8 0Z"></path></svg>`;
}

function drawKeys(hasHollow: boolean): TemplateResult {
  return html`<div class="keys quiet">
    <span class="key"
      ><svg height="12" viewBox="-8 -8 16 16"><path class="offer" d="M0-8 8 0 0 8-8 0Z"></path></svg>this offer</span
    >
    <span class="key"><svg height="12"><circle cx="6" cy="6" r="4"></circle></svg>a deal</span>
    ${
      hasHollow
        ? html`<span class="key"
            ><svg height="12"><circle class="hollow" cx="6" cy="6" r="4"></circle></svg>without a
            source</span
          >`
        : nothing
    }
  </div>`;
}

function percentOf(fraction: number): string {
  return `${(100 * fraction).toFixed(2)}%`;
}
