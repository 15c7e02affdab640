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
import { drawFormButtons, focusFirstWrong } from "../../kit/written-form";

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
        ${drawFormButtons({
          write: "Write the forecast",
          writing: "Writing the forecast…",
          about: "understood",
          isWriting: this.writing,
          isBusy: this.busy,
          tryToWrite: this.#tryToWrite,
          close: this.close,
        })}
      </section>
    `;
  }

  /** What stops the writing is told by the pane; the focus goes to the first field that has to change. */
  readonly #tryToWrite = async (): Promise<void> => {
    this.write();
    await focusFirstWrong(this);
  };
}
