import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/spinner/define.js";
import type { TextField } from "./text-field";
import "./text-field";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { ForecastKind } from "../workbook/forecast-block";
import type { ForecastField, ForecastForm, ForecastFormReading } from "./forecast-form-state";
import {
  FIELD_WORDS,
  FORECAST_KIND_CHOICES,
  type ForecastFieldName,
  forecastSentence,
} from "./forecast-form-words";
import { faultIcon } from "./icons";
import { shared } from "./styles";
import { formStyles } from "./table-form-styles";

/** The form that says how sure usage is. It holds nothing: text goes out, a reading of it comes in. */
@customElement("bandwise-forecast-form")
export class ForecastFormView extends LitElement {
  static override readonly styles = [
    shared,
    formStyles,
    css`
      .understood {
        padding: 8px 12px;
        border-inline-start: 3px solid var(--colorBrandStroke1);
        background: var(--colorNeutralBackground2);
        font-variant-numeric: tabular-nums;
      }

      @media (forced-colors: active) {
        .understood {
          border-inline-start-color: Highlight;
        }
      }
    `,
  ];

  @property({ attribute: false }) form: ForecastForm | undefined;
  @property({ attribute: false }) reading: ForecastFormReading | undefined;
  /** Whether something else is being done. */
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) writing = false;
  @property({ attribute: false }) choose: (kind: ForecastKind) => void = () => {};
  @property({ attribute: false }) type: (name: ForecastFieldName, text: string) => void = () => {};
  @property({ attribute: false }) write: () => void = () => {};
  @property({ attribute: false }) close: () => void = () => {};

  override render() {
    const { form, reading } = this;
    if (!form || !reading) return nothing;
    const { understood, otherFault, fields } = reading;
    return html`
      <section class="stack" aria-labelledby="title">
        <h2 id="title" tabindex="-1">Say how sure the usage is</h2>
        <p>
          What may a year of usage come to, at list prices? A new sheet will hold it, and you can
          change it there.
        </p>
        ${this.#drawKinds(form)} ${fields.map((field) => this.#drawField(field))}
        ${
          otherFault
            ? html`<div class="notice fault">${faultIcon}<p class="wrap">${otherFault}</p></div>`
            : nothing
        }
        <p class="understood wrap" id="understood" ?hidden=${!understood}>
          ${understood ? forecastSentence(understood) : nothing}
        </p>
        <div class="buttons">
          <fluent-button
            appearance="primary"
            aria-describedby="understood"
            ?disabled-focusable=${this.busy}
            @click=${this.#tryToWrite}
          >
            ${
              this.writing
                ? html`<fluent-spinner slot="start" size="tiny"></fluent-spinner>`
                : nothing
            }
            ${this.writing ? "Writing the forecast…" : "Write the forecast"}
          </fluent-button>
          <fluent-button ?disabled-focusable=${this.busy} @click=${this.close}>Cancel</fluent-button>
        </div>
      </section>
    `;
  }

  focusHeading(): void {
    this.renderRoot.querySelector<HTMLElement>("h2")?.focus();
  }

  /** What stops the writing is told by the pane; the focus goes to the first field that has to change. */
  async #tryToWrite(): Promise<void> {
    this.write();
    await this.updateComplete;
    const wrong = this.reading?.fields.findIndex(({ field }) => field.error !== "") ?? -1;
    this.renderRoot.querySelectorAll<TextField>("bandwise-field")[wrong]?.focusInput();
  }

  #drawKinds(form: ForecastForm): TemplateResult {
    return html`
      <fieldset class="places">
        <legend>What you can say</legend>
        ${FORECAST_KIND_CHOICES.map(
          ({ kind, name }) => html`
            <label>
              <input
                type="radio"
                name="kind"
                .checked=${live(form.kind === kind)}
                @change=${() => this.choose(kind)}
              />
              ${name}
            </label>
          `,
        )}
      </fieldset>
    `;
  }

  #drawField({ name, field }: ForecastField): TemplateResult {
    const { label, help } = FIELD_WORDS[name];
    return html`<bandwise-field
      .label=${label}
      .help=${help}
      .field=${field}
      .type=${(text: string) => this.type(name, text)}
    ></bandwise-field>`;
  }
}
