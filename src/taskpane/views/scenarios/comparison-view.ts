import { paneCurrency } from "../../kit/pane-currency";
import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/spinner/define.js";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { compareScenarios } from "../../../analysis/scenario-comparison";
import type { ParsedScenario } from "../../../deal/parse-scenario";
import { usageWarnings } from "../../../wording/messages/warning-messages";
import { warningIcon } from "../../kit/icons";
import { shared } from "../../kit/styles";
import {
  type ComparisonLine,
  comparisonLines,
  OTHER_USAGE,
  winnerSentences,
} from "./comparison-messages";
import { comparable } from "./comparison-request";

/** The scenarios side by side, and where another one costs least. */
@customElement("bandwise-comparison")
export class ComparisonView extends LitElement {
  static override readonly styles = [
    shared,
    css`
      .lead {
        font-size: var(--fontSizeBase400);
        line-height: var(--lineHeightBase400);
      }

      .scroll {
        overflow-x: auto;
      }

      .scroll:focus-visible {
        outline: 2px solid var(--colorStrokeFocus2);
        outline-offset: 2px;
      }

      table {
        min-width: 100%;
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }

      th,
      td {
        padding: 4px 0;
        vertical-align: top;
        text-align: end;
        font-weight: var(--fontWeightRegular);
        border-top: 1px solid var(--colorNeutralStroke2);
      }

      :is(th, td) + :is(th, td) {
        padding-inline-start: 12px;
      }

      td {
        white-space: nowrap;
      }

      thead td {
        border-top: none;
      }

      thead th {
        border-top: none;
        min-width: 64px;
        max-width: 120px;
        vertical-align: bottom;
        font-weight: var(--fontWeightSemibold);
      }

      tr > :first-child {
        position: sticky;
        inset-inline-start: 0;
        width: 104px;
        min-width: 104px;
        background: var(--colorNeutralBackground1);
        text-align: start;
      }

      tbody th {
        color: var(--colorNeutralForeground2);
      }

      b {
        font-weight: var(--fontWeightSemibold);
      }

      .best {
        display: block;
        font-size: var(--fontSizeBase200);
        line-height: var(--lineHeightBase200);
        color: var(--colorNeutralForeground2);
      }

      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
    `,
  ];

  @property({ attribute: false }) scenarios: readonly ParsedScenario[] = [];
  @property({ attribute: false }) busy = false;
  /** What the comparison leaves out of what the pane shows; empty where it shows the same. */
  @property({ attribute: false }) note = "";
  @property({ attribute: false }) building = false;
  @property({ attribute: false }) build: () => void = () => {};
  @property({ attribute: false }) close: () => void = () => {};

  override render() {
    const whole = comparable(this.scenarios);
    const left = this.scenarios.filter(({ compared }) => !compared);
    const names = whole.map(({ name }) => name);
    const comparison = compareScenarios(whole.map(({ compared }) => compared));
    return html`
      <section class="stack" aria-labelledby="title">
        <h1 id="title" tabindex="-1">Scenarios compared</h1>
        ${
          whole.length === 0
            ? html`<p class="wrap">No scenario can be read yet.</p>`
            : html`<div>
                ${winnerSentences(comparison.winners, names).map(
                  (sentence) => html`<p class="lead wrap">${sentence}</p>`,
                )}
              </div>
              ${drawTable(names, comparisonLines(comparison))}
              ${whole.flatMap(({ name, reading }) =>
                usageWarnings(reading, paneCurrency()).map(
                  (warning) =>
                    html`<div class="notice warning">${warningIcon}<p class="wrap"><b>${name}</b>: ${warning}</p></div>`,
                ),
              )}
              ${
                comparison.sameUsage
                  ? nothing
                  : html`<div class="notice warning">${warningIcon}<p class="wrap">${OTHER_USAGE}</p></div>`
              }
              <p class="quiet wrap">
                Regret is what a scenario costs more than the best commitment for that year would
                have: a low year, which 1 in 10 stays below, and a high one, which 1 in 10 goes above.
              </p>`
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
            appearance="primary"
            ?disabled-focusable=${this.busy || whole.length === 0}
            @click=${() => (this.busy ? undefined : this.build())}
          >
            ${this.building ? html`<fluent-spinner slot="start" size="tiny" aria-hidden="true"></fluent-spinner>` : nothing}
            Build comparison sheet
          </fluent-button>
          <fluent-button @click=${this.close}>Back</fluent-button>
        </div>
      </section>
    `;
  }

  focusHeading(): void {
    this.renderRoot.querySelector<HTMLElement>("h1")?.focus();
  }
}

function drawTable(names: readonly string[], lines: readonly ComparisonLine[]): TemplateResult {
  return html`<div class="scroll" role="region" aria-label="Scenarios side by side" tabindex="0">
    <table>
      <thead>
        <tr>
          <td></td>
          ${names.map((name) => html`<th scope="col" class="wrap">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          ({ label, note, cells }) => html`<tr>
            <th scope="row">${label}${note ? html`<br /><span class="quiet">${note}</span>` : nothing}</th>
            ${cells.map(
              ({ text, isBest }) =>
                html`<td>${isBest ? html`<b>${text}</b><span class="best">best</span>` : text}</td>`,
            )}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
