import { type Currency, US_DOLLAR } from "../../../core/currency";
import { statedUsd } from "../../../wording/format/approximate";
import "@fluentui/web-components/button/define.js";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { toCents } from "../../../core/money";
import { inOrderOfRounds, roundWords } from "../../../deal/offer-round";
import type { ParsedDeal } from "../../../deal/parse-deal";
import type { ParsedScenario, ScenarioProblem } from "../../../deal/parse-scenario";
import { readableReference } from "../../../input/cells/cell-reference";
import { aboutUsd } from "../../../wording/format/approximate";
import { describeFault, type WorkbookFault } from "../../../workbook/excel/outcome";
import { faultIcon, warningIcon } from "../../kit/icons";
import { shared } from "../../kit/styles";
import { formStyles } from "../../kit/table-form-styles";

/** Which scenario the pane shows, and what can be done with the scenarios. It holds nothing: choices go out. */
@customElement("bandwise-scenarios")
export class ScenarioBar extends LitElement {
  static override readonly styles = [
    shared,
    formStyles,
    css`
      .scenario .quiet {
        display: block;
      }

      /* A long name shows its beginning. */
      .name {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
      }

      ul {
        display: flex;
        flex-direction: column;
        gap: 4px;
      }
    `,
  ];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) scenarios: readonly ParsedScenario[] = [];
  /** Name of the deal in the workbook. */
  @property({ attribute: false }) deal = "";
  /** Name of the scenario that is shown; null is the deal in the workbook. */
  @property({ attribute: false }) shown: string | null = null;
  /** Why the scenarios cannot be read. */
  @property({ attribute: false }) fault: WorkbookFault | undefined;
  /** What the deal in the workbook says while a scenario is shown; empty otherwise. */
  @property({ attribute: false }) note = "";
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) show: (name: string | null) => void = () => {};
  @property({ attribute: false }) add: () => void = () => {};
  @property({ attribute: false }) edit: () => void = () => {};
  @property({ attribute: false }) duplicate: () => void = () => {};
  @property({ attribute: false }) erase: () => void = () => {};
  @property({ attribute: false }) compare: () => void = () => {};

  override render() {
    const { scenarios, shown } = this;
    const named = inOrderOfRounds(scenarios.filter(({ isNamed }) => isNamed));
    return html`
      <section class="stack" aria-label="Scenarios">
        ${
          scenarios.length === 0 && !this.fault
            ? html`<p>
                A scenario is one deal that you consider. Save this one under a name, change it, and
                compare.
              </p>`
            : this.#drawChoice(named)
        }
        ${this.note === "" ? nothing : html`<p class="quiet wrap" role="status">${this.note}</p>`}
        <div class="buttons">
          ${this.#drawButton("add", shown === null ? "Save as scenario" : "New scenario", this.add)}
          ${
            shown === null
              ? nothing
              : html`${this.#drawButton("edit", "Edit", this.edit)}
                ${this.#drawButton("duplicate", "Duplicate", this.duplicate)}
                ${this.#drawButton("delete", "Delete", this.erase)}`
          }
          ${named.length > 1 ? this.#drawButton("compare", "Compare", this.compare) : nothing}
        </div>
        ${
          this.fault
            ? html`<div class="notice fault">
                ${faultIcon}
                <p class="wrap">${describeFault(this.fault)}</p>
              </div>`
            : nothing
        }
        ${this.#drawProblems()}
      </section>
    `;
  }

  /** Puts the focus on the choice of scenarios, or on the way to the first one. */
  focusChoice(): void {
    const choice = this.renderRoot.querySelector<HTMLElement>("input:checked");
    (choice ?? this.renderRoot.querySelector<HTMLElement>("fluent-button"))?.focus();
  }

  #drawChoice(named: readonly ParsedScenario[]): TemplateResult {
    return html`<fieldset class="places">
      <legend>The pane shows</legend>
      ${this.#drawRow(null, this.deal, "")}
      ${named.map((scenario) =>
        this.#drawRow(scenario.name, scenario.name, summaryOf(scenario, this.currency)),
      )}
    </fieldset>`;
  }

  #drawRow(name: string | null, words: string, summary: string): TemplateResult {
    return html`<label class="scenario">
      <input
        type="radio"
        name="scenario"
        .checked=${live(name === this.shown)}
        ?disabled=${this.busy}
        @change=${() => this.show(name)}
      />
      <span
        ><span class="name wrap">${words}</span>${
          summary === "" ? nothing : html`<span class="quiet wrap">${summary}</span>`
        }</span
      >
    </label>`;
  }

  #drawButton(id: string, words: string, act: () => void): TemplateResult {
    return html`<fluent-button
      id=${id}
      ?disabled-focusable=${this.busy}
      @click=${() => (this.busy ? undefined : act())}
      >${words}</fluent-button
    >`;
  }

  #drawProblems(): TemplateResult | typeof nothing {
    const toMend = this.scenarios.map((scenario) => ({
      name: scenario.name,
      problems: [...scenario.problems, ...dateProblem(scenario)],
    }));
    if (toMend.every(({ problems }) => problems.length === 0)) return nothing;
    return html`<div class="notice warning">
      ${warningIcon}
      <ul>
        ${toMend.flatMap(({ name, problems }) =>
          problems.map(
            ({ cell, sentence }) =>
              html`<li class="wrap"><b>${name}</b>, ${cell}: ${sentence}</li>`,
          ),
        )}
      </ul>
    </div>`;
  }
}

/** "Acme, 12 Nov 2026: $480,000 at usage of $700k" */
function summaryOf({ name, reading, problems, round }: ParsedScenario, currency: Currency): string {
  const words = problems.length > 0 ? "to put right" : scenarioWords(reading, currency);
  const who = roundWords(round);
  return who === "" || who === name ? words : `${who}: ${words}`;
}

/** A date that cannot be read, which leaves the scenario priced. */
function dateProblem({ row, round }: ParsedScenario): readonly ScenarioProblem[] {
  if (round?.dateFault === undefined) return [];
  return [{ cell: readableReference(row.addresses.Date), sentence: round.dateFault }];
}

/** "$480,000 at usage of $700k" */
function scenarioWords({ commitmentUsd, forecast }: ParsedDeal, currency: Currency): string {
  const commitment =
    commitmentUsd === undefined || toCents(commitmentUsd) === 0
      ? "no commitment"
      : statedUsd(commitmentUsd, currency);
  return forecast
    ? `${commitment} at usage of ${aboutUsd(forecast.meanUsd, currency)}`
    : commitment;
}
