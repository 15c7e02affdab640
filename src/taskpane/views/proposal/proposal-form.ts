import "../../kit/lines-field";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { type Currency, US_DOLLAR } from "../../../core/currency";
import type { Answer, Question } from "../../../input/offers/answers/answered-offer";
import type {
  SeatsAnswer,
  SeatsQuestion,
} from "../../../input/offers/seats-and-dates/seats-and-dates";
import {
  drawForecastFields,
  drawForecastKinds,
  drawUnderstood,
  understoodStyles,
} from "../../kit/forecast-fields";
import type { ForecastFieldName, UsageKind } from "../../kit/forecast-form-messages";
import type { Field } from "../../kit/form-fields";
import { drawQuestion } from "../../kit/question";
import { drawSelect } from "../../kit/select-field";
import { shared } from "../../kit/styles";
import { formStyles } from "../../kit/table-form-styles";
import { tableStyles } from "../../kit/table-styles";
import { drawFormButtons, focusFirstWrong } from "../../kit/written-form";
import { drawChoices, orLeftOut } from "./choices-view";
import type { ParsedProposal, ProposalForm } from "./proposal";
import { CONFIDENCES, choiceWords, QUESTIONS } from "./proposal-messages";
import { SEATS_QUESTIONS, seatsChoiceWords } from "./seats-messages";
import { drawRead, understoodViewStyles } from "./understood-view";

/** The form that takes a proposal. It holds nothing: text goes out, a reading of it comes in. */
@customElement("bandwise-proposal")
export class ProposalFormView extends LitElement {
  static override readonly styles = [
    shared,
    formStyles,
    tableStyles,
    understoodStyles,
    understoodViewStyles,
    css`
      .question .phrase {
        color: var(--colorNeutralForeground2);
      }

      .question p.stuck {
        padding-top: 4px;
      }
    `,
  ];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) form: ProposalForm | undefined;
  @property({ attribute: false }) reading: ParsedProposal | undefined;
  /** Whether there is a deal that it may be a further offer for. */
  @property({ attribute: false }) mayBeRound = false;
  /** Its date as understood, where it is a further offer; else any words will do. */
  @property({ attribute: false }) received: Field | undefined;
  /** Whether something else is being done. */
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) writing = false;
  @property({ attribute: false }) type: (change: Partial<ProposalForm>) => void = () => {};
  @property({ attribute: false }) answer: (answer: Answer) => void = () => {};
  @property({ attribute: false }) answerSeats: (answer: SeatsAnswer) => void = () => {};
  @property({ attribute: false }) choose: (kind: UsageKind) => void = () => {};
  @property({ attribute: false }) typeUsage: (name: ForecastFieldName, text: string) => void =
    () => {};
  @property({ attribute: false }) useSelection: () => void = () => {};
  @property({ attribute: false }) label: (code: string) => void = () => {};
  @property({ attribute: false }) write: () => Promise<void> = async () => {};
  @property({ attribute: false }) close: () => void = () => {};

  override render() {
    const { form, reading } = this;
    if (!form || !reading) return nothing;
    const { usage, offer, otherCurrency } = reading;
    return html`
      <section class="stack" aria-label="Start from a proposal">
        <p>
          Paste what the vendor wrote, or type it. You see what was understood before anything is
          written into the workbook.
        </p>
        ${this.#drawRoundChoice(form)}
        <bandwise-lines-field
          .label=${"Proposal"}
          .help=${"An email, a clause, a table, or a band a line: 250k 10%."}
          .example=${"250k 10%\n500k 15%\n1M 20%"}
          .field=${reading.text}
          .type=${(text: string) => this.type({ text })}
        ></bandwise-lines-field>
        <div class="buttons">
          <fluent-button size="small" ?disabled-focusable=${this.busy} @click=${this.useSelection}
            >Use selected cells</fluent-button
          >
          ${
            otherCurrency === undefined
              ? nothing
              : html`<fluent-button
                  size="small"
                  ?disabled-focusable=${this.busy}
                  @click=${() => this.label(otherCurrency)}
                  >Label amounts ${otherCurrency}</fluent-button
                >`
          }
        </div>
        ${(offer?.questions ?? []).map((question, index) => this.#drawQuestion(question, index))}
        ${reading.said.questions.map((question, index) => this.#drawSeatsQuestion(question, index))}
        ${drawQuestion(reading.bandsQuestion, this.type)}
        ${drawRead(reading, this.currency)}
        <bandwise-field
          .label=${"Commitment"}
          .help=${"What you would promise for a year; 0 for nothing yet."}
          .field=${reading.commitment}
          .type=${(text: string) => this.type({ commitment: text })}
        ></bandwise-field>
        ${drawQuestion(reading.commitmentQuestion, this.type)}
        ${
          this.received
            ? html`<p class="quiet wrap">
                Usage is that of the deal in the workbook. Where this offer is silent, cautious
                terms apply, not those of the offer before: write out what still stands.
              </p>`
            : html`<h2>Usage of a year, at list prices</h2>
                ${drawForecastKinds(form.usage.kind, this.choose)}
                ${drawForecastFields(usage.fields, this.typeUsage)}
                ${drawUnderstood(usage.understood, usage.otherFault, this.currency)}`
        }
        <h2>Where it comes from</h2>
        ${this.#drawSource(form)}
        ${drawFormButtons({
          write: this.received ? "Show what it changes" : "Show where I stand",
          writing: this.received ? "Writing the offer…" : "Writing the deal…",
          isWriting: this.writing,
          isBusy: this.busy,
          tryToWrite: this.#tryToWrite,
          close: this.close,
        })}
      </section>
    `;
  }

  #drawRoundChoice({ asRound, from }: ProposalForm): TemplateResult | typeof nothing {
    if (!this.mayBeRound) return nothing;
    return html`
      <label class="choice">
        <input
          type="checkbox"
          .checked=${live(asRound)}
          @change=${() => this.type({ asRound: !asRound })}
        />
        This is the vendor’s next offer for the deal in the workbook
      </label>
      ${
        asRound
          ? html`<bandwise-field
              .label=${"From (optional)"}
              .help=${"The vendor's name."}
              .field=${{ text: from, echo: "", error: "" }}
              .type=${(text: string) => this.type({ from: text })}
            ></bandwise-field>`
          : nothing
      }
    `;
  }

  #drawSource(form: ProposalForm): TemplateResult {
    return html`
      <bandwise-field
        .label=${"Received"}
        .help=${
          this.received
            ? "The date of this offer, such as 12 Nov 2026. It puts the offers in order."
            : "A date, as you write it; the bands name it as their source."
        }
        .field=${this.received ?? { text: form.received, echo: "", error: "" }}
        .type=${(text: string) => this.type({ received: text })}
      ></bandwise-field>
      ${drawSelect({
        ...{ id: "confidence", label: "How firm is it?", chosen: form.confidence, note: "" },
        options: CONFIDENCES,
        choose: (confidence) => this.type({ confidence }),
      })}
      <label class="choice">
        <input
          type="checkbox"
          .checked=${live(form.keepsText)}
          @change=${() => this.type({ keepsText: !form.keepsText })}
        />
        Keep its text on the sheet
      </label>
    `;
  }

  #drawQuestion({ ask, answer, isStuck }: Question, index: number): TemplateResult {
    return drawChoices({
      ...{ name: `question-${index}`, legend: QUESTIONS[ask.about], from: ask.from, isStuck },
      choices: orLeftOut(ask.readings).map((choice) => ({
        words: choiceWords(ask, choice, this.currency),
        isChosen: answer !== undefined && answer.value === choice.value,
        choose: () => this.answer({ ask: answer?.ask ?? ask, value: choice.value }),
      })),
    });
  }

  #drawSeatsQuestion(question: SeatsQuestion, index: number): TemplateResult {
    const { about, from, readings, answer } = question;
    return drawChoices({
      ...{ name: `seats-question-${index}`, legend: SEATS_QUESTIONS[about], from, isStuck: false },
      choices: orLeftOut(readings).map((choice) => ({
        words: seatsChoiceWords(choice),
        isChosen: answer?.value === choice.value,
        choose: () => this.answerSeats({ about, from, value: choice.value }),
      })),
    });
  }

  /** What stops the writing is told by the pane; the focus goes to the first thing that has to change. */
  readonly #tryToWrite = async (): Promise<void> => {
    await this.write();
    // Written, the form is gone.
    if (!this.isConnected) return;
    await focusFirstWrong(this);
    const { text, offer } = this.reading ?? {};
    const open = offer?.questions.findIndex(({ answer, isStuck }) => !answer || isStuck) ?? -1;
    if (open >= 0 && text?.error === "")
      this.renderRoot.querySelector<HTMLInputElement>(`[name="question-${open}"]`)?.focus();
  };
}
