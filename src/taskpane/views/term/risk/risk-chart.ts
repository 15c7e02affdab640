import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { TermRisk } from "../../../../analysis/term-risk";
import { type Currency, US_DOLLAR } from "../../../../core/currency";
import { aboutUsd } from "../../../../wording/format/approximate";
import { chartStyles, legendStyles } from "../../../kit/savings-chart/chart-styles";
import { ChartWidth } from "../../../kit/savings-chart/chart-width";
import { shared } from "../../../kit/styles";
import { layOutRisk } from "./risk-layout";

/** What a term may cost, on one line; the rows below it say the same. */
@customElement("bandwise-risk-chart")
export class RiskChart extends LitElement {
  static override readonly styles = [
    shared,
    chartStyles,
    legendStyles,
    css`
      .band {
        fill: var(--likely);
      }

      .median {
        stroke: var(--ink);
        stroke-width: 3;
      }

      .planned {
        stroke: var(--ink);
        stroke-width: 1.5;
        stroke-dasharray: 3 2;
      }

      .demand {
        fill: var(--paper);
        stroke: var(--ink);
        stroke-width: 1.5;
      }
    `,
  ];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) risk: TermRisk | undefined;
  /** Cost at expected usage and list prices. */
  @property({ attribute: false }) plannedUsd = 0;

  readonly #width = new ChartWidth(this);

  override render() {
    const { risk, currency } = this;
    if (!risk) return nothing;
    const { width, height, ticks, band, medianX, plannedX, onDemandX } = layOutRisk(
      risk,
      this.plannedUsd,
      this.#width.pixels,
    );
    return html`
      <svg aria-hidden="true" height=${height} viewBox="0 0 ${width} ${height}">
        <path class="grid" d=${ticks.map(({ x }) => `M${x},2V42`).join("")}></path>
        <rect class="band" x=${band.x} y="10" width=${band.width} height="24"></rect>
        <path class="median" d="M${medianX},8V36"></path>
        <path class="planned" d="M${plannedX},4V40"></path>
        <circle class="demand" cx=${onDemandX} cy="22" r="5"></circle>
        <line class="zero" x1="0" x2=${width} y1="42" y2="42"></line>
        ${ticks.map(({ x, usd }) => svg`<text class="middle" x=${x} y="57">${aboutUsd(usd, currency)}</text>`)}
      </svg>
      <p class="quiet legend" aria-hidden="true">
        <span><svg viewBox="0 0 12 12"><rect class="band" x="1" y="1" width="10" height="10"></rect></svg> 8 in 10</span>
        <span><svg viewBox="0 0 12 12"><path class="median" d="M6,0V12"></path></svg> Half below</span>
        <span><svg viewBox="0 0 12 12"><path class="planned" d="M6,0V12"></path></svg> As expected</span>
        <span><svg viewBox="0 0 12 12"><circle class="demand" cx="6" cy="6" r="4"></circle></svg> On demand</span>
      </p>
    `;
  }
}
