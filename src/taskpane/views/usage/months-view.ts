import "@fluentui/web-components/button/define.js";
import { css, html, LitElement, nothing, svg, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { monthText } from "../../../core/calendar";
import { type Currency, US_DOLLAR } from "../../../core/currency";
import { readableReference } from "../../../input/cells/cell-reference";
import type { ExclusionRow, UsageHistory } from "../../../sheets/usage/usage-history";
import { aboutUsd } from "../../../wording/format/approximate";
import { formatCounted, formatUsd } from "../../../wording/format/format";
import { faultIcon } from "../../kit/icons";
import { chartStyles, legendStyles } from "../../kit/savings-chart/chart-styles";
import { drawChartTable } from "../../kit/savings-chart/chart-table";
import { ChartWidth } from "../../kit/savings-chart/chart-width";
import { shared } from "../../kit/styles";
import { formStyles } from "../../kit/table-form-styles";
import { historyAnswer } from "./history-words";
import { layOutMonths, type MonthColumn } from "./months-layout";
import {
  exclusionSentence,
  historyEvidence,
  historyFaultSentence,
  monthNote,
} from "./months-messages";

/** Imported usage by month: what it comes to, its chart, and what is excluded from the baseline. */
@customElement("bandwise-months")
export class MonthsView extends LitElement {
  static override readonly styles = [
    shared,
    formStyles,
    chartStyles,
    legendStyles,
    css`
      .baseline {
        fill: var(--sure);
      }

      .partly .baseline {
        fill: var(--likely);
        stroke: var(--sure);
      }

      .excluded {
        fill: var(--paper);
        stroke: var(--ink);
        stroke-width: 1;
        stroke-dasharray: 3 2;
      }

      .unpriced {
        fill: var(--paper);
        stroke: var(--ink);
        stroke-width: 1.5;
      }

      li {
        display: flex;
        align-items: start;
        justify-content: space-between;
        gap: 8px;
        padding: 6px 0;
        border-top: 1px solid var(--colorNeutralStroke2);
      }
    `,
  ];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) history: UsageHistory | undefined;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) importMore: () => void = () => {};
  @property({ attribute: false }) exclude: () => void = () => {};
  @property({ attribute: false }) removeOne: (row: ExclusionRow) => void = () => {};
  @property({ attribute: false }) goTo: (address: string) => void = () => {};

  readonly #width = new ChartWidth(this);

  override render() {
    const { history, currency } = this;
    if (!history) return nothing;
    const { months, exclusions, faults, cells } = history;
    return html`
      <section class="stack" aria-labelledby="title">
        <h2 id="title">${
          months.length > 0
            ? historyAnswer(history, currency)
            : "The imported months cannot be read"
        }</h2>
        ${months.length > 0 ? historyEvidence(history).map((sentence) => html`<p class="wrap">${sentence}</p>`) : nothing}
        ${faults.map(
          (fault) => html`<div class="notice fault">
            ${faultIcon}
            <div class="lines">
              <p class="wrap">${historyFaultSentence(fault, currency)}</p>
              <div>${this.#drawButton(`Go to ${readableReference(fault.address)}`, () => this.goTo(fault.address))}</div>
            </div>
          </div>`,
        )}
        ${months.length > 0 ? this.#drawChart(history) : nothing}
        <details ?open=${faults.some(({ kind }) => kind === "exclusion")}>
          <summary>
            ${exclusions.length === 0 ? "Nothing is excluded" : formatCounted(exclusions.length, "exclusion", "exclusions")}
          </summary>
          <div class="stack">
            ${
              exclusions.length === 0
                ? html`<p class="quiet">
                    A backfill, a load test or a team that leaves will not come again: exclude it, with the
                    reason, and the forecast rests on what is left.
                  </p>`
                : html`<ul>
                    ${exclusions.map(
                      (row) => html`<li>
                        <span class="wrap">${exclusionSentence(row, currency)}</span>
                        ${this.#drawButton("Remove", () => this.removeOne(row), row)}
                      </li>`,
                    )}
                  </ul>`
            }
            <div class="buttons">
              ${this.#drawButton("Exclude…", this.exclude)}
              ${this.#drawButton("Edit in its cells", () => this.goTo(cells.exclusions.address))}
            </div>
          </div>
        </details>
        <div class="buttons">
          ${this.#drawButton("Import more", this.importMore)}
          ${this.#drawButton("Go to Months", () => this.goTo(cells.months.address))}
        </div>
      </section>
    `;
  }

  #drawButton(words: string, act: () => void, of?: ExclusionRow): TemplateResult {
    return html`<fluent-button
      size="small"
      ?disabled-focusable=${this.busy}
      @click=${() => (this.busy ? undefined : act())}
      >${words}${of ? html`<span class="hidden"> ${exclusionSentence(of, this.currency)}</span>` : nothing}</fluent-button
    >`;
  }

  #drawChart(history: UsageHistory): TemplateResult {
    const { months } = history;
    const { currency } = this;
    const layout = layOutMonths(months, this.#width.pixels);
    const { width, height, left, ticks, bottom, columns } = layout;
    const isAny = (has: (column: MonthColumn) => boolean): boolean => columns.some(has);
    return html`
      <svg aria-hidden="true" height=${height} viewBox="0 0 ${width} ${height}">
        <path class="grid" d=${ticks.map(({ y }) => `M${left},${y}H${width}`).join("")}></path>
        ${ticks.map(({ y, usd }) => svg`<text class="end" x=${left - 6} y=${y + 4}>${aboutUsd(usd, currency)}</text>`)}
        ${columns.map(drawColumn)}
        <line class="zero" x1=${left} x2=${width} y1=${bottom} y2=${bottom}></line>
        ${columns.map(({ x, width: wide, label }) => (label === "" ? nothing : svg`<text class="end" x=${Math.min(width, x + wide + 4)} y=${bottom + 15}>${label}</text>`))}
      </svg>
      <p class="quiet legend" aria-hidden="true">
        <span><svg viewBox="0 0 12 12"><rect class="baseline" width="12" height="12"></rect></svg> Baseline</span>
        ${isAny(({ excludedHeight }) => excludedHeight > 0) ? html`<span><svg viewBox="0 0 12 12"><rect class="excluded" x="1" y="1" width="10" height="10"></rect></svg> Excluded</span>` : nothing}
        ${isAny(({ isComplete }) => !isComplete) ? html`<span class="partly"><svg viewBox="0 0 12 12"><rect class="baseline" width="12" height="12"></rect></svg> Incomplete</span>` : nothing}
        ${isAny(({ hasUnpriced }) => hasUnpriced) ? html`<span><svg viewBox="-6 -6 12 12">${drawUnpriced(0, 0)}</svg> Has usage without a price</span>` : nothing}
      </p>
      ${drawChartTable(
        "Usage by month",
        ["Month", "Usage", "Excluded", "Baseline", "Note"],
        months.map((month) => [
          monthText(month.month),
          formatUsd(month.usageUsd, currency),
          amountWords(month.excludedUsd, currency),
          amountWords(month.baselineUsd, currency),
          monthNote(month),
        ]),
      )}
    `;
  }
}

function amountWords(usd: number | undefined, currency: Currency): string {
  return usd === undefined ? "not known" : formatUsd(usd, currency);
}

function drawColumn(column: MonthColumn) {
  const { x, width, baselineY, baselineHeight, excludedY, excludedHeight } = column;
  return svg`<g class=${column.isComplete ? "" : "partly"}>
    <rect class="baseline" x=${x} y=${baselineY} width=${width} height=${baselineHeight}></rect>
    ${
      excludedHeight > 0
        ? svg`<rect class="excluded" x=${x + 0.5} y=${excludedY} width=${width - 1} height=${excludedHeight}></rect>`
        : nothing
    }
    ${column.hasUnpriced ? drawUnpriced(x + width / 2, excludedY - 7) : nothing}
  </g>`;
}

/** A diamond: told apart without colour. */
function drawUnpriced(x: number, y: number) {
  return svg`<path class="unpriced" d="M${x},${y - 4}l4,4l-4,4l-4,-4z"></path>`;
}
