import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Choice } from "../../../input/offers/offer-reading";
import { askIcon } from "../../kit/icons";

/** A question about a phrase, with its answers to choose from. */
interface ChoicesToDraw {
  /** That its radio buttons share. */
  readonly name: string;
  readonly legend: string;
  readonly from: string;
  readonly choices: readonly {
    readonly words: string;
    readonly isChosen: boolean;
    readonly choose: () => void;
  }[];
  /** Whether the answer that was given cannot be taken. */
  readonly isStuck: boolean;
}

export function drawChoices(question: ChoicesToDraw): TemplateResult {
  const { name, legend, from, choices, isStuck } = question;
  return html`<div class="notice asking question">
    ${askIcon}
    <fieldset class="places">
      <legend>${legend}</legend>
      <p class="wrap phrase">“${from}”</p>
      ${choices.map(
        ({ words, isChosen, choose }) => html`<label>
          <input type="radio" name=${name} .checked=${live(isChosen)} @change=${choose} />
          <span class="wrap">${words}</span>
        </label>`,
      )}
      ${
        isStuck
          ? html`<p class="wrap stuck">
              This answer does not fit the words around it. Write it in the proposal itself, or
              leave it out.
            </p>`
          : nothing
      }
    </fieldset>
  </div>`;
}

/** The readings of a question, of which one is always to leave its phrase out. */
export function orLeftOut(readings: readonly Choice[]): readonly Choice[] {
  return readings.some(({ value }) => value === null)
    ? readings
    : [...readings, { value: null, says: "" }];
}
