import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/spinner/define.js";
import "../../kit/text-field";
import { html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { monthText } from "../../../core/calendar";
import { type Currency, US_DOLLAR } from "../../../core/currency";
import { faultIcon } from "../../kit/icons";
import { drawSelect } from "../../kit/select-field";
import { shared } from "../../kit/styles";
import { formStyles } from "../../kit/table-form-styles";
import type { TextField } from "../../kit/text-field";
import type { DaysReading } from "./exclusion-days";
import type { ExclusionForm, ExclusionReading } from "./exclusion-form-state";

/** The form that excludes usage from the baseline. It holds nothing: choices go out, a reading of them comes in. */
@customElement("bandwise-exclusion-form")
export class ExclusionFormView extends LitElement {
  static override readonly styles = [shared, formStyles];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) form: ExclusionForm | undefined;
  @property({ attribute: false }) reading: ExclusionReading | undefined;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) writing = false;
  @property({ attribute: false }) change: (change: Partial<ExclusionForm>) => void = () => {};
  @property({ attribute: false }) write: () => void = () => {};
  @property({ attribute: false }) close: () => void = () => {};

  override render() {
    const { form, reading, currency } = this;
    if (!form || !reading) return nothing;
    const monthsFrom = (first: number) =>
      reading.months
        .filter((month) => month >= first)
        .map((month) => ({ value: String(month), name: monthText(month) }));
    const named = (all: string, names: readonly string[]) => [
      { value: "", name: all },
      ...names.map((name) => ({ value: name, name })),
    ];
    return html`
      <section class="stack" aria-labelledby="title">
        <h2 id="title">Exclude usage from the baseline</h2>
        <p>What will not come again, such as a backfill. Usage itself stays as it was imported.</p>
        ${
          reading.days
            ? nothing
            : html`<div class="pair">
          ${drawSelect({
            ...{ id: "from", label: "From", chosen: String(reading.from), note: "" },
            options: monthsFrom(0),
            choose: (value) => this.change({ from: Number(value) }),
          })}
          ${drawSelect({
            ...{ id: "to", label: "To", chosen: String(reading.to), note: "" },
            options: monthsFrom(0),
            choose: (value) => this.change({ to: Number(value) }),
          })}
        </div>`
        }
        ${
          reading.monthsError === ""
            ? nothing
            : html`<div class="notice fault">${faultIcon}<p class="wrap">${reading.monthsError}</p></div>`
        }
        ${drawSelect({
          ...{ id: "workspace", label: "Workspace", chosen: form.workspace, note: "" },
          options: named("All workspaces", form.workspaces),
          choose: (workspace) => this.change({ workspace }),
        })}
        ${drawSelect({
          ...{ id: "model", label: "Model", chosen: form.model, note: "" },
          options: named("All models", form.models),
          choose: (model) => this.change({ model }),
        })}
        <fieldset>
          <legend>How much of it</legend>
          <div class="places">
            ${this.#drawChoice("share", "A part of each month")}
            ${this.#drawChoice("usd", `An amount in ${currency.code} a month`)}
            ${this.#drawChoice("days", "Some days of a month")}
          </div>
        </fieldset>
        ${reading.days ? this.#drawDays(reading.days, form.days) : this.#drawAmount(form, reading)}
        <bandwise-field
          .label=${"Reason"}
          .field=${reading.reason}
          .type=${(reason: string) => this.change({ reason })}
        ></bandwise-field>
        <div class="buttons">
          <fluent-button
            appearance="primary"
            ?disabled-focusable=${this.busy}
            @click=${() => void this.#tryToWrite()}
          >
            ${this.writing ? html`<fluent-spinner slot="start" size="tiny"></fluent-spinner>` : nothing}
            ${this.writing ? "Excluding…" : "Exclude"}
          </fluent-button>
          <fluent-button ?disabled-focusable=${this.busy} @click=${() => this.close()}>Cancel</fluent-button>
        </div>
      </section>
    `;
  }

  #drawAmount(form: ExclusionForm, { amount }: ExclusionReading) {
    const isShare = form.takes === "share";
    return html`<bandwise-field
      .label=${isShare ? "Share" : `${this.currency.code} a month`}
      .field=${amount}
      .help=${isShare ? "Such as 50%; 100% is all of it." : "Such as 12k. A month that has less loses only what it has."}
      .type=${(text: string) => this.change({ amount: text })}
    ></bandwise-field>`;
  }

  #drawDays({ first, last, words, error }: DaysReading, typed: ExclusionForm["days"]) {
    return html`
      <bandwise-field
        .label=${"First day"}
        .field=${first}
        .help=${"Such as 2026-05-04, UTC."}
        .type=${(text: string) => this.change({ days: { ...typed, first: text } })}
      ></bandwise-field>
      <bandwise-field
        .label=${"Last day"}
        .field=${last}
        .help=${"Blank is the same day."}
        .type=${(text: string) => this.change({ days: { ...typed, last: text } })}
      ></bandwise-field>
      ${words === "" ? nothing : html`<p class="wrap" role="status">${words}</p>`}
      ${error === "" ? nothing : html`<div class="notice fault">${faultIcon}<p class="wrap">${error}</p></div>`}
    `;
  }

  #drawChoice(takes: ExclusionForm["takes"], words: string) {
    return html`<label>
      <input
        type="radio"
        name="takes"
        .checked=${this.form?.takes === takes}
        @change=${() => this.change({ takes, amount: "" })}
      />
      ${words}
    </label>`;
  }

  /** The focus goes to the first field that has to change. */
  async #tryToWrite(): Promise<void> {
    if (this.busy) return;
    this.write();
    await this.updateComplete;
    const fields = [...this.renderRoot.querySelectorAll<TextField>("bandwise-field")];
    fields.find(({ field }) => field.error !== "")?.focusInput();
  }
}
