import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/spinner/define.js";
import { html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { type Currency, US_DOLLAR } from "../../../core/currency";
import {
  drawForecastFields,
  drawForecastKinds,
  drawUnderstood,
  understoodStyles,
} from "../../kit/forecast-fields";
import type { ForecastFieldName, UsageKind } from "../../kit/forecast-form-messages";
import type { ForecastForm, ForecastFormReading } from "../../kit/forecast-form-state";
import { shared } from "../../kit/styles";
import { formStyles } from "../../kit/table-form-styles";
import type { TextField } from "../../kit/text-field";

/** The form that says how sure usage is. It holds nothing: text goes out, a reading of it comes in. */
@customElement("bandwise-forecast-form")
export class ForecastFormView extends LitElement {
  static override readonly styles = [shared, formStyles, understoodStyles];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) form: ForecastForm | undefined;
  @property({ attribute: false }) reading: ForecastFormReading | undefined;
  /** Whether something else is being done. */
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) writing = false;
  @property({ attribute: false }) choose: (kind: UsageKind) => void = () => {};
  @property({ attribute: false }) type: (name: ForecastFieldName, text: string) => void = () => {};
  @property({ attribute: false }) write: () => void = () => {};
  @property({ attribute: false }) close: () => void = () => {};

  override render() {
    const { form, reading } = this;
    if (!form || !reading) return nothing;
    const { understood, otherFault, fields } = reading;
    return html`
      <section class="stack" aria-labelledby="title">
        <h2 id="title">Say how sure the usage is</h2>
        <p>
          What may a year of usage come to, at list prices? A new sheet will hold it, and you can
          change it there.
        </p>
        ${drawForecastKinds(form.kind, this.choose)} ${drawForecastFields(fields, this.type)}
        ${drawUnderstood(understood, otherFault, this.currency)}
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

  /** What stops the writing is told by the pane; the focus goes to the first field that has to change. */
  async #tryToWrite(): Promise<void> {
    this.write();
    await this.updateComplete;
    const wrong = this.reading?.fields.findIndex(({ field }) => field.error !== "") ?? -1;
    this.renderRoot.querySelectorAll<TextField>("bandwise-field")[wrong]?.focusInput();
  }
}
