import { type Currency, US_DOLLAR } from "../../../core/currency";
import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/spinner/define.js";
import "../../kit/text-field";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { type DealInput, INPUT_NAMES, INPUTS } from "../../../deal/deal-inputs";
import type { PartsOfYear } from "../../../deal/parts-of-year";
import { type EachIs, partsAnswers, partsQuestion } from "../../../deal/parts-of-year-questions";
import type { SourcePart, SourceReading } from "../../kit/deal-source";
import { warningIcon } from "../../kit/icons";
import { shared } from "../../kit/styles";
import { formStyles } from "../../kit/table-form-styles";

/** The form that chooses one's own cells. It holds nothing: text goes out, a reading of it comes in. */
@customElement("bandwise-own-sheet")
export class OwnSheetView extends LitElement {
  static override readonly styles = [
    shared,
    formStyles,
    css`
      .part {
        display: flex;
        flex-direction: column;
        gap: 8px;
      }

      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }

      fluent-button {
        align-self: start;
      }
    `,
  ];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) reading: SourceReading | undefined;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) choosing = false;
  /** Whether cells are chosen now, and not found by their names. */
  @property({ attribute: false }) chosen = false;
  @property({ attribute: false }) type: (part: DealInput, text: string) => void = () => {};
  @property({ attribute: false }) read: () => void = () => {};
  @property({ attribute: false }) useSelection: (part: DealInput) => void = () => {};
  /** What the user said that each number of the forecast is. */
  @property({ attribute: false }) each: EachIs | undefined;
  @property({ attribute: false }) say: (each: EachIs) => void = () => {};
  @property({ attribute: false }) use: () => void = () => {};
  @property({ attribute: false }) useNames: () => void = () => {};
  @property({ attribute: false }) close: () => void = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.read();
  }

  override render() {
    const { reading } = this;
    if (!reading) return nothing;
    return html`
      <section class="stack" aria-labelledby="title">
        <h2 id="title">Start from my sheet</h2>
        <p>
          Say where each part stands: an address such as Sheet1!A1:C5, a table or a name. Your cells
          are read, and stay as they are.
        </p>
        ${INPUT_NAMES.map((part) => this.#drawPart(part, reading.parts[part]))}
        ${reading.leftOut.map((sentence) => html`<p class="quiet wrap">${sentence}</p>`)}
        <div class="buttons">
          <fluent-button
            appearance="primary"
            ?disabled-focusable=${this.busy}
            @click=${this.use}
          >
            ${
              this.choosing
                ? html`<fluent-spinner slot="start" size="tiny"></fluent-spinner>`
                : nothing
            }
            Use these cells
          </fluent-button>
          <fluent-button ?disabled-focusable=${this.busy} @click=${this.close}>Cancel</fluent-button>
          ${
            this.chosen
              ? html`<fluent-button ?disabled-focusable=${this.busy} @click=${this.useNames}
                >Go by names instead</fluent-button
              >`
              : nothing
          }
        </div>
        <p class="quiet">
          The choice is kept in this workbook, and follows the cells when they move.
        </p>
      </section>
    `;
  }

  #drawQuestion(parts: PartsOfYear): TemplateResult {
    const answers = partsAnswers(parts, this.currency);
    return html`<fieldset class="places">
      <legend>${partsQuestion(parts)}</legend>
      ${(["part", "year"] as const).map(
        (each) => html`<label>
          <input
            type="radio"
            name="each"
            .checked=${live(this.each === each)}
            @change=${() => this.say(each)}
          />
          <span>${answers[each]}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  #drawPart(part: DealInput, { field, warnings }: SourcePart): TemplateResult {
    return html`
      <div class="part">
        <bandwise-field
          .label=${INPUTS[part].label}
          .field=${field}
          .help=${INPUTS[part].help}
          .type=${(text: string) => this.type(part, text)}
          .commit=${() => this.read()}
        ></bandwise-field>
        ${warnings.map(
          (warning) =>
            html`<div class="notice warning">${warningIcon}<p class="wrap">${warning}</p></div>`,
        )}
        ${part === "Forecast" && this.reading?.partsOfYear ? this.#drawQuestion(this.reading.partsOfYear) : nothing}
        <fluent-button
          size="small"
          ?disabled-focusable=${this.busy}
          @click=${() => this.useSelection(part)}
          >Use selected cells<span class="hidden"> for ${part}</span></fluent-button
        >
      </div>
    `;
  }
}
