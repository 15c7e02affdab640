import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { TermTracking } from "../../../../analysis/tracking/track-term";
import { type Currency, US_DOLLAR } from "../../../../core/currency";
import { aboutUsd } from "../../../../wording/format/approximate";
import { chartStyles, legendStyles } from "../../../kit/savings-chart/chart-styles";
import { ChartWidth } from "../../../kit/savings-chart/chart-width";
import { shared } from "../../../kit/styles";
import { layOutTracking, type TrackingLine } from "./tracking-layout";

const LEGEND: Readonly<Record<TrackingLine["kind"], string>> = {
  used: "Used",
  all: "Pace so far",
  recent: "Last 3 months",
  required: "Fills it",
};

/** A commitment as it is used up; the rows of paces below it say the same. */
@customElement("bandwise-tracking-chart")
export class TrackingChart extends LitElement {
  static override readonly styles = [
    shared,
    chartStyles,
    legendStyles,
    css`
      path {
        fill: none;
        stroke: var(--curve);
        stroke-width: 2;
      }

      .grid {
        stroke: var(--rule);
        stroke-width: 1;
      }

      .used {
        stroke-width: 3;
      }

      .all {
        stroke-dasharray: 6 3;
      }

      .recent {
        stroke-dasharray: 2 3;
      }

      .required {
        stroke: var(--ink);
        stroke-width: 1;
      }

      .commitment {
        stroke: var(--ink);
        stroke-width: 2.5;
      }

      .now {
        stroke: var(--weak);
        stroke-width: 1;
      }
    `,
  ];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) tracking: TermTracking | undefined;

  readonly #width = new ChartWidth(this);

  override render() {
    const { tracking, currency } = this;
    if (!tracking) return nothing;
    const { width, height, left, bottom, ticks, lines, commitmentY, nowX, labels } = layOutTracking(
      tracking,
      this.#width.pixels,
    );
    return html`
      <svg aria-hidden="true" height=${height} viewBox="0 0 ${width} ${height}">
        <path class="grid" d=${ticks.map(({ y }) => `M${left},${y}H${width}`).join("")}></path>
        ${ticks.map(({ y, usd }) => svg`<text class="end" x=${left - 6} y=${y + 4}>${aboutUsd(usd, currency)}</text>`)}
        <line class="now" x1=${nowX} x2=${nowX} y1="4" y2=${bottom}></line>
        ${lines.map(({ kind, path }) => svg`<path class=${kind} d=${path}></path>`)}
        <path class="commitment" d="M${left},${commitmentY}H${width}"></path>
        <line class="zero" x1=${left} x2=${width} y1=${bottom} y2=${bottom}></line>
        ${labels.map(({ x, month }) => svg`<text class="end" x=${x} y=${bottom + 15}>${month}</text>`)}
      </svg>
      <p class="quiet legend" aria-hidden="true">
        ${lines.map(({ kind }) => html`<span><svg viewBox="0 0 12 12"><path class=${kind} d="M0,6H12"></path></svg> ${LEGEND[kind]}</span>`)}
        <span><svg viewBox="0 0 12 12"><path class="commitment" d="M0,6H12"></path></svg> To use</span>
      </p>
    `;
  }
}
