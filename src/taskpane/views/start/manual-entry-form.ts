import "../../kit/lines-field";
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
import { drawQuestion } from "../../kit/question";
import { shared } from "../../kit/styles";
import { formStyles } from "../../kit/table-form-styles";
import { drawFormButtons, focusFirstWrong } from "../../kit/written-form";
import type { ManualEntry, ManualEntryChange, ParsedManualEntry } from "./manual-entry";

/** The form that takes a deal in numbers alone. It holds nothing: text goes out, a reading of it comes in. */
@customElement("bandwise-numbers-form")
export class ManualEntryView extends LitElement {
  static override readonly styles = [shared, formStyles, understoodStyles];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) form: ManualEntry | undefined;
  @property({ attribute: false }) reading: ParsedManualEntry | undefined;
  /** Whether something else is being done. */
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) writing = false;
  @property({ attribute: false }) type: (change: ManualEntryChange) => void = () => {};
  @property({ attribute: false }) choose: (kind: UsageKind) => void = () => {};
  @property({ attribute: false }) typeUsage: (name: ForecastFieldName, text: string) => void =
    () => {};
  @property({ attribute: false }) write: () => void = () => {};
  @property({ attribute: false }) close: () => void = () => {};

  override render() {
    const { form, reading } = this;
    if (!form || !reading) return nothing;
    const { usage } = reading;
    return html`
      <section class="stack" aria-labelledby="title">
        <h2 id="title">Start from my numbers</h2>
        <p>
          A new sheet will hold them as a deal, with cautious terms that you can change there: overage at
          list, shortfall forfeited.
        </p>
        <bandwise-lines-field
          .label=${"Bands offered"}
          .help=${"A band a line: what you must commit and the discount it earns. Lines pasted from a sheet or a message will do."}
          .example=${"250k 10%\n500k 15%\n1M 20%"}
          .field=${reading.bands}
          .type=${(text: string) => this.type({ bands: text })}
        ></bandwise-lines-field>
        ${drawQuestion(reading.bandsQuestion, this.type)}
        <bandwise-field
          .label=${"Commitment"}
          .help=${"What you would promise for a year; 0 for nothing yet."}
          .field=${reading.commitment}
          .type=${(text: string) => this.type({ commitment: text })}
        ></bandwise-field>
        ${drawQuestion(reading.commitmentQuestion, this.type)}
        <h2>Usage of a year, at list prices</h2>
        ${drawForecastKinds(form.usage.kind, this.choose)}
        ${drawForecastFields(usage.fields, this.typeUsage)}
        ${drawUnderstood(usage.understood, usage.otherFault, this.currency)}
        ${drawFormButtons({
          write: "Show where I stand",
          writing: "Writing the deal…",
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
