import "@fluentui/web-components/button/define.js";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { ParsedScenario } from "../../../deal/parse-scenario";
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
      .buttons {
        gap: 4px;
      }

      ul {
        display: flex;
        flex-direction: column;
        gap: 4px;
      }
    `,
  ];

  @property({ attribute: false }) scenarios: readonly ParsedScenario[] = [];
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
    const named = scenarios.filter(({ isNamed }) => isNamed);
    return html`
      <section class="stack" aria-label="Scenarios">
        ${
          scenarios.length === 0 && !this.fault
            ? html`<h2>Scenarios</h2>
                <p class="quiet">
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
    const choice = this.renderRoot.querySelector<HTMLElement>("select");
    (choice ?? this.renderRoot.querySelector<HTMLElement>("fluent-button"))?.focus();
  }

  #drawChoice(named: readonly ParsedScenario[]): TemplateResult {
    const choose = (event: Event): void => {
      const { value } = event.currentTarget as HTMLSelectElement;
      const position = Number(value);
      this.show(position < 0 ? null : (named[position]?.name ?? null));
    };
    const position = named.findIndex(({ name }) => name === this.shown);
    return html`<div>
      <label for="scenario">Scenario</label>
      <div class="select">
        <select id="scenario" .value=${live(String(position))} ?disabled=${this.busy} @change=${choose}>
          <option value="-1" ?selected=${position < 0}>The deal in the workbook</option>
          ${named.map(
            ({ name, problems }, index) =>
              html`<option value=${index} ?selected=${index === position}>
                ${name}${problems.length > 0 ? " (to be mended)" : ""}
              </option>`,
          )}
        </select>
      </div>
    </div>`;
  }

  #drawButton(id: string, words: string, act: () => void): TemplateResult {
    return html`<fluent-button
      id=${id}
      size="small"
      ?disabled-focusable=${this.busy}
      @click=${() => (this.busy ? undefined : act())}
      >${words}</fluent-button
    >`;
  }

  #drawProblems(): TemplateResult | typeof nothing {
    const broken = this.scenarios.filter(({ problems }) => problems.length > 0);
    if (broken.length === 0) return nothing;
    return html`<div class="notice warning">
      ${warningIcon}
      <ul>
        ${broken.flatMap(({ name, problems }) =>
          problems.map(
            ({ cell, sentence }) =>
              html`<li class="wrap"><b>${name}</b>, ${cell}: ${sentence}</li>`,
          ),
        )}
      </ul>
    </div>`;
  }
}
