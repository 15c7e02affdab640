import { css, html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { TermAnswer, TermYear } from "../../../analysis/term-answer";
import { type Currency, US_DOLLAR } from "../../../core/currency";
import { aboutUsd } from "../../../wording/format/approximate";
import { formatUsd } from "../../../wording/format/format";
import { chartStyles, legendStyles } from "../../kit/savings-chart/chart-styles";
import { drawChartTable } from "../../kit/savings-chart/chart-table";
import { ChartWidth } from "../../kit/savings-chart/chart-width";
import { shared } from "../../kit/styles";
import { layOutTerm, type Part, type YearColumn } from "./term-layout";

const LEGEND: Readonly<Record<Part["kind"], string>> = {
  used: "From the commitment",
  credit: "From rollover",
  overage: "Overage",
  unused: "Unused",
};

/** The years of a term: what is committed, what is used, and what falls short. */
@customElement("bandwise-term-chart")
export class TermChart extends LitElement {
  static override readonly styles = [
    shared,
    chartStyles,
    legendStyles,
    css`
      .used {
        fill: var(--sure);
      }

      .credit {
        fill: var(--likely);
        stroke: var(--sure);
      }

      .overage {
        fill: var(--paper);
        stroke: var(--sure);
        stroke-width: 1.5;
      }

      .unused {
        fill: var(--paper);
        stroke: var(--ink);
        stroke-width: 1;
        stroke-dasharray: 3 2;
      }

      .commitment {
        stroke: var(--ink);
        stroke-width: 2.5;
      }
    `,
  ];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) years: readonly TermYear[] = [];
  @property({ attribute: false }) basis: TermAnswer["basis"] = "net";

  readonly #width = new ChartWidth(this);

  override render() {
    const { years, currency } = this;
    const { width, height, left, bottom, ticks, columns } = layOutTerm(years, this.#width.pixels);
    const kinds = (Object.keys(LEGEND) as Part["kind"][]).filter((kind) =>
      columns.some(({ parts }) => parts.some((part) => part.kind === kind)),
    );
    return html`
      <p class="quiet">${captionOf(this.basis)}</p>
      <svg aria-hidden="true" height=${height} viewBox="0 0 ${width} ${height}">
        <path class="grid" d=${ticks.map(({ y }) => `M${left},${y}H${width}`).join("")}></path>
        ${ticks.map(({ y, usd }) => svg`<text class="end" x=${left - 6} y=${y + 4}>${aboutUsd(usd, currency)}</text>`)}
        ${columns.map(drawColumn)}
        <line class="zero" x1=${left} x2=${width} y1=${bottom} y2=${bottom}></line>
        ${columns.map(
          ({ x, width: wide, year }) =>
            svg`<text class="middle" x=${x + wide / 2} y=${bottom + 15}>${columns.length > 5 ? year : `Year ${year}`}</text>`,
        )}
      </svg>
      <p class="quiet legend" aria-hidden="true">
        ${kinds.map((kind) => html`<span><svg viewBox="0 0 12 12"><rect class=${kind} x="1" y="1" width="10" height="10"></rect></svg> ${LEGEND[kind]}</span>`)}
        ${columns.length === 0 ? nothing : html`<span><svg viewBox="0 0 12 12"><path class="commitment" d="M0,6H12"></path></svg> Commitment</span>`}
      </p>
      ${drawChartTable(
        captionOf(this.basis),
        [
          "Year",
          "Commitment",
          "From the commitment",
          "From rollover",
          "Overage",
          "Unused",
          "Rolled",
          "Cost",
        ],
        years.map((year) => [
          String(year.year),
          ...[
            year.commitmentUsd,
            year.usedUsd,
            year.creditUsedUsd,
            year.overageUsd,
            year.unusedUsd,
            year.rolledUsd,
            year.costUsd,
          ].map((usd) => formatUsd(usd, currency)),
        ]),
      )}
    `;
  }
}

/** What an amount in the chart is: the basis of the commitment. */
export function captionOf(basis: TermAnswer["basis"]): string {
  return basis === "net"
    ? "Commitment and usage by year, at net prices"
    : "Commitment and usage by year, at list prices";
}

function drawColumn({ x, width, parts, commitmentY }: YearColumn): TemplateResult<2> {
  return svg`${parts.map(
    ({ kind, y, height }) =>
      svg`<rect class=${kind} x=${x} y=${y} width=${width} height=${height}></rect>`,
  )}
    <path class="commitment" d="M${x - 5},${commitmentY}H${x + width + 5}"></path>`;
}
