import { css, html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { monthText } from "../../../core/calendar";
import { type Currency, US_DOLLAR } from "../../../core/currency";
import { aboutUsd } from "../../../wording/format/approximate";
import { formatUsd } from "../../../wording/format/format";
import { chartStyles, legendStyles } from "../../kit/savings-chart/chart-styles";
import { drawChartTable } from "../../kit/savings-chart/chart-table";
import { ChartWidth } from "../../kit/savings-chart/chart-width";
import { shared } from "../../kit/styles";
import { formStyles } from "../../kit/table-form-styles";
import { yearAnswer, yearEvidence } from "./efficient-messages";
import type { YearAhead } from "./efficient-state";
import { layOutHistoryChart } from "./history-layout";

/** The months in history, the forecast of the year that follows, and how such forecasts did on this history. */
@customElement("bandwise-usage-forecast")
export class HistoryView extends LitElement {
  static override readonly styles = [
    shared,
    formStyles,
    chartStyles,
    legendStyles,
    css`
      .past {
        fill: var(--sure);
      }

      .ahead {
        fill: var(--paper);
        stroke: var(--sure);
        stroke-width: 1.5;
      }

      .range {
        stroke: var(--ink);
        stroke-width: 1.5;
      }

    `,
  ];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) ahead: YearAhead | undefined;

  readonly #width = new ChartWidth(this);

  override render() {
    const { ahead, currency } = this;
    if (!ahead) return nothing;
    return html`<details>
      <summary>Forecast</summary>
      <div class="stack">
        <h2>${yearAnswer(ahead, currency)}</h2>
        ${ahead.kind === "forecast" ? this.#drawChart(ahead) : nothing}
        ${yearEvidence(ahead, currency).map((sentence) => html`<p class="wrap">${sentence}</p>`)}
      </div>
    </details>`;
  }

  #drawChart(ahead: YearAhead & { readonly kind: "forecast" }): TemplateResult {
    const { currency } = this;
    const layout = layOutHistoryChart(ahead, this.#width.pixels);
    const { width, height, left, bottom, ticks, columns, year } = layout;
    return html`
      <svg aria-hidden="true" height=${height} viewBox="0 0 ${width} ${height}">
        <path class="grid" d=${ticks.map(({ y }) => `M${left},${y}H${width}`).join("")}></path>
        ${ticks.map(({ y, usd }) => svg`<text class="end" x=${left - 6} y=${y + 4}>${aboutUsd(usd, currency)}</text>`)}
        ${columns.map(
          ({ x, y, width: wide, isAhead }) =>
            svg`<rect class=${isAhead ? "ahead" : "past"} x=${x} y=${y} width=${wide} height=${bottom - y}></rect>`,
        )}
        <path
          class="range"
          d="M${year.from},${year.lowY}H${year.to}M${year.from},${year.highY}H${year.to}M${year.middle},${year.lowY}V${year.highY}"
        ></path>
        <line class="zero" x1=${left} x2=${width} y1=${bottom} y2=${bottom}></line>
      </svg>
      <p class="quiet legend" aria-hidden="true">
        <span><svg viewBox="0 0 12 12"><rect class="past" width="12" height="12"></rect></svg> History</span>
        <span><svg viewBox="0 0 12 12"><rect class="ahead" x="1" y="1" width="10" height="10"></rect></svg> Forecast</span>
        <span><svg viewBox="0 0 12 12"><path class="range" d="M2,1H10M2,11H10M6,1V11"></path></svg> Year, P10 to P90, a month</span>
      </p>
      ${drawChartTable(
        "History and forecast by month",
        ["Month", "Usage", "Kind"],
        columns.map(({ month, usd, isAhead }) => [
          month === undefined ? "" : monthText(month),
          formatUsd(usd, currency),
          isAhead ? "forecast" : "history",
        ]),
      )}
    `;
  }
}
