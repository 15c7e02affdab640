import { type Currency, US_DOLLAR } from "../../../core/currency";
import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/spinner/define.js";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { compareScenarios } from "../../../analysis/scenario-comparison";
import type { ParsedScenario } from "../../../deal/parse-scenario";
import type { SheetForm } from "../../../sheets/sheet-definition";
import { usageWarnings } from "../../../wording/messages/warning-messages";
import { comparable } from "../../context/comparison-request";
import { warningIcon } from "../../kit/icons";
import { shared } from "../../kit/styles";
import { formStyles } from "../../kit/table-form-styles";
import { tableStyles } from "../../kit/table-styles";
import {
  type ComparisonLine,
  comparisonLines,
  MAIN_LINE,
  OTHER_USAGE,
  winnerSentences,
} from "./comparison-messages";

/** The scenarios side by side, and where another one costs least. */
@customElement("bandwise-comparison")
export class ComparisonView extends LitElement {
  static override readonly styles = [
    shared,
    formStyles,
    tableStyles,
    css`
      .lead {
        font-size: var(--fontSizeBase400);
        line-height: var(--lineHeightBase400);
      }

      td {
        white-space: nowrap;
      }

      thead th {
        vertical-align: bottom;
        color: inherit;
        font-weight: var(--fontWeightSemibold);
      }

      /* A long name shows its beginning. */
      .name {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        overflow: hidden;
      }

      .figure {
        padding-top: 8px;
        color: inherit;
        font-weight: var(--fontWeightSemibold);
      }

      .rows :is(th, td) {
        border-top: none;
        padding-block: 1px;
      }

      .rows .name {
        -webkit-line-clamp: 2;
      }

      .rows .figure {
        padding-top: 8px;
        border-top: 1px solid var(--colorNeutralStroke2);
      }

      b {
        font-weight: var(--fontWeightSemibold);
      }

      .best {
        font-size: var(--fontSizeBase200);
        line-height: var(--lineHeightBase200);
        color: var(--colorNeutralForeground2);
      }

      thead + tbody .best {
        display: block;
      }
    `,
  ];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) scenarios: readonly ParsedScenario[] = [];
  @property({ attribute: false }) busy = false;
  /** What the comparison leaves out of what the pane shows; empty where it shows the same. */
  @property({ attribute: false }) note = "";
  @property({ attribute: false }) building = false;
  @property({ attribute: false }) build: (form: SheetForm) => void = () => {};

  override render() {
    const whole = comparable(this.scenarios);
    const left = this.scenarios.filter(({ compared }) => !compared);
    const names = whole.map(({ name }) => name);
    const comparison = compareScenarios(whole.map(({ compared }) => compared));
    return html`
      <section class="stack" aria-labelledby="title">
        <h2 id="title">Scenarios compared</h2>
        ${
          whole.length === 0
            ? html`<p class="wrap">No scenario can be read yet.</p>`
            : html`<div>
                ${winnerSentences(comparison.winners, names, this.currency).map(
                  (sentence) => html`<p class="lead wrap">${sentence}</p>`,
                )}
              </div>
              ${drawFigures(names, comparisonLines(comparison, this.currency))}
              ${whole.flatMap(({ name, reading }) =>
                usageWarnings(reading, this.currency).map(
                  (warning) =>
                    html`<div class="notice warning">${warningIcon}<p class="wrap"><b>${name}</b>: ${warning}</p></div>`,
                ),
              )}
              ${
                comparison.sameUsage
                  ? nothing
                  : html`<div class="notice warning">${warningIcon}<p class="wrap">${OTHER_USAGE}</p></div>`
              }`
        }
        ${
          left.length === 0
            ? nothing
            : html`<div class="notice warning">
                ${warningIcon}
                <div>
                  ${left.map(
                    ({ name, problems }) => html`<p class="wrap">
                      Left out: <b>${name}</b>. ${problems[0]?.cell}: ${problems[0]?.sentence}
                    </p>`,
                  )}
                </div>
              </div>`
        }
        ${this.note === "" ? nothing : html`<p class="wrap">${this.note}</p>`}
        <div class="buttons">
          <fluent-button
            ?disabled-focusable=${this.busy || whole.length === 0}
            @click=${() => (this.busy ? undefined : this.build("live"))}
          >
            ${this.building ? html`<fluent-spinner slot="start" size="tiny" aria-hidden="true"></fluent-spinner>` : nothing}
            Build comparison sheet
          </fluent-button>
          <fluent-button
            ?disabled-focusable=${this.busy || whole.length === 0}
            @click=${() => (this.busy ? undefined : this.build("values"))}
            >Build as plain values</fluent-button
          >
        </div>
      </section>
    `;
  }
}

/** More scenarios than this do not fit beside one another. */
const MOST_COLUMNS = 2;

const REGRET = html`<p class="quiet wrap">
  Regret is what a scenario costs more than the best commitment for that year would have: a low
  year, which 1 in 10 stays below, and a high one, which 1 in 10 goes above.
</p>`;

function drawFigures(names: readonly string[], lines: readonly ComparisonLine[]): TemplateResult {
  if (names.length <= MOST_COLUMNS) return html`${drawColumns(names, lines)} ${REGRET}`;
  const main = lines.filter(({ label }) => label === MAIN_LINE);
  const more = lines.filter(({ label }) => label !== MAIN_LINE);
  return html`
    ${drawRows(names, main)}
    <details>
      <summary>Commitments, cost, probabilities and regret</summary>
      ${drawRows(names, more)} ${REGRET}
    </details>`;
}

function drawLabel({ label, note }: ComparisonLine): TemplateResult {
  return html`${label}${note ? html` <span class="quiet">${note}</span>` : nothing}`;
}

function drawFigure({ text, isBest }: ComparisonLine["cells"][number]): TemplateResult {
  return isBest ? html`<b>${text}</b> <span class="best">best</span>` : html`${text}`;
}

function drawColumns(names: readonly string[], lines: readonly ComparisonLine[]): TemplateResult {
  return html`<table aria-label="Scenarios side by side">
    <thead>
      <tr>
        <td></td>
        ${names.map((name) => html`<th scope="col"><span class="name wrap">${name}</span></th>`)}
      </tr>
    </thead>
    <tbody>
      ${lines.map(
        (line) => html`<tr>
          <th scope="row">${drawLabel(line)}</th>
          ${line.cells.map((cell) => html`<td>${drawFigure(cell)}</td>`)}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A figure after another, each with a row for every scenario. */
function drawRows(names: readonly string[], lines: readonly ComparisonLine[]): TemplateResult {
  return html`<table class="rows" aria-label="Scenarios by figure">
    ${lines.map(
      (line) => html`<tbody>
        <tr>
          <th class="figure" scope="rowgroup" colspan="2">${drawLabel(line)}</th>
        </tr>
        ${line.cells.map(
          (cell, index) => html`<tr>
            <th scope="row"><span class="name wrap">${names[index]}</span></th>
            <td>${drawFigure(cell)}</td>
          </tr>`,
        )}
      </tbody>`,
    )}
  </table>`;
}
