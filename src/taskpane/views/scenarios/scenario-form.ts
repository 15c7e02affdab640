import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/spinner/define.js";
import { type Currency, US_DOLLAR } from "../../../core/currency";
import "../../kit/text-field";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { ReferenceColumn } from "../../../deal/scenario";
import { drawForecastFields, drawUnderstood, understoodStyles } from "../../kit/forecast-fields";
import type { ForecastFieldName } from "../../kit/forecast-form-messages";
import { shared } from "../../kit/styles";
import { formStyles } from "../../kit/table-form-styles";
import { focusFirstWrong } from "../../kit/written-form";
import type { UsageWay } from "./scenario-form-messages";
import {
  CELL_FIELD_WORDS,
  type ScenarioFieldName,
  scenarioFieldWords,
  USAGE_WAY_CHOICES,
} from "./scenario-form-messages";
import type { ScenarioForm, ScenarioFormReading } from "./scenario-form-state";

/** The form of one scenario. It holds nothing: text goes out, a reading of it comes in. */
@customElement("bandwise-scenario-form")
export class ScenarioFormView extends LitElement {
  static override readonly styles = [
    shared,
    formStyles,
    understoodStyles,
    css`
      .cells {
        display: flex;
        flex-direction: column;
        gap: 8px;
      }

      .cells fluent-button {
        align-self: start;
      }

    `,
  ];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) form: ScenarioForm | undefined;
  @property({ attribute: false }) reading: ScenarioFormReading | undefined;
  /** Whether something else is being done. */
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) saving = false;
  @property({ attribute: false }) type: (name: ScenarioFieldName, text: string) => void = () => {};
  @property({ attribute: false }) typeForecast: (name: ForecastFieldName, text: string) => void =
    () => {};
  @property({ attribute: false }) typeCells: (column: ReferenceColumn, text: string) => void =
    () => {};
  @property({ attribute: false }) choose: (way: UsageWay) => void = () => {};
  @property({ attribute: false }) read: () => void = () => {};
  @property({ attribute: false }) useSelection: (column: ReferenceColumn) => void = () => {};
  @property({ attribute: false }) save: () => Promise<void> | undefined = () => undefined;
  @property({ attribute: false }) close: () => void = () => {};

  override render() {
    const { form, reading } = this;
    if (!form || !reading) return nothing;
    const isCertain = form.way === "certain";
    const { understood, forecast } = reading;
    return html`
      <section class="stack" aria-labelledby="title">
        <h2 id="title">${form.editing === undefined ? "New scenario" : `Edit ${form.editing}`}</h2>
        <p>
          ${form.editing === undefined ? "It becomes" : "It is"} a row on the sheet of scenarios, which
          anybody can read and change without this pane.
        </p>
        ${this.#drawField("name", isCertain)} ${this.#drawField("from", isCertain)}
        ${this.#drawField("date", isCertain)} ${this.#drawField("commitment", isCertain)}
        ${this.#drawWays(form)}
        ${isCertain ? this.#drawField("usage", true) : nothing}
        ${drawForecastFields(forecast?.fields ?? [], this.typeForecast)}
        ${form.way === "cells" ? this.#drawCells("Usage cells") : nothing}
        ${drawUnderstood(understood, forecast?.otherFault ?? "", this.currency)}
        ${isCertain ? nothing : this.#drawField("usage", false)} ${this.#drawCells("Bands")}
        ${this.#drawCells("Terms")} ${this.#drawField("notes", isCertain)}
        <div class="buttons">
          <fluent-button
            id="save"
            appearance="primary"
            ?disabled-focusable=${this.busy}
            @click=${() => void this.#tryToSave()}
          >
            ${this.saving ? html`<fluent-spinner slot="start" size="tiny"></fluent-spinner>` : nothing}
            Save scenario
          </fluent-button>
          <fluent-button ?disabled-focusable=${this.busy} @click=${this.close}>Cancel</fluent-button>
        </div>
      </section>
    `;
  }

  /** What stops the saving is told by the pane; the focus goes to the first field that has to change. */
  async #tryToSave(): Promise<void> {
    if (this.busy) return;
    await this.save();
    await focusFirstWrong(this);
  }

  #drawField(name: ScenarioFieldName, isCertain: boolean): TemplateResult {
    const { label, help } = scenarioFieldWords(name, isCertain);
    return html`<bandwise-field
      .label=${label}
      .help=${help}
      .field=${this.reading?.fields[name] ?? { text: "", echo: "", error: "" }}
      .type=${(text: string) => this.type(name, text)}
    ></bandwise-field>`;
  }

  #drawCells(column: ReferenceColumn): TemplateResult {
    const { label, help } = CELL_FIELD_WORDS[column];
    return html`<div class="cells">
      <bandwise-field
        .label=${label}
        .help=${help}
        .field=${this.reading?.cells[column] ?? { text: "", echo: "", error: "" }}
        .type=${(text: string) => this.typeCells(column, text)}
        .commit=${() => this.read()}
      ></bandwise-field>
      <fluent-button
        size="small"
        ?disabled-focusable=${this.busy}
        @click=${() => this.useSelection(column)}
        >Use selected cells<span class="hidden"> for ${label}</span></fluent-button
      >
    </div>`;
  }

  #drawWays(form: ScenarioForm): TemplateResult {
    return html`<fieldset class="places">
      <legend>What usage of a year may be</legend>
      ${USAGE_WAY_CHOICES.map(
        ({ way, name }) => html`<label>
          <input
            type="radio"
            name="way"
            .checked=${live(form.way === way)}
            @change=${() => this.choose(way)}
          />
          ${name}
        </label>`,
      )}
    </fieldset>`;
  }
}
