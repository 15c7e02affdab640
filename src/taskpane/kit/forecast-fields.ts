import "./text-field";
import { css, html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Currency } from "../../core/currency";
import type { Forecast } from "../../forecast/forecast";
import {
  FIELD_WORDS,
  FORECAST_KIND_CHOICES,
  type ForecastFieldName,
  forecastSentence,
  type UsageKind,
} from "./forecast-form-messages";
import type { ForecastField } from "./forecast-form-state";
import { faultIcon } from "./icons";
import { drawQuestion } from "./question";

/** How the sentence looks that says what the numbers come to. */
export const understoodStyles = css`
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
`;

/** The ways in which somebody may say how sure usage is. */
export function drawForecastKinds(
  chosen: UsageKind,
  choose: (kind: UsageKind) => void,
): TemplateResult {
  return html`
    <fieldset class="places">
      <legend>What you can say</legend>
      ${FORECAST_KIND_CHOICES.map(
        ({ kind, name }) => html`
          <label>
            <input
              type="radio"
              name="kind"
              .checked=${live(chosen === kind)}
              @change=${() => choose(kind)}
            />
            ${name}
          </label>
        `,
      )}
    </fieldset>
  `;
}

/** The fields of the chosen way. */
export function drawForecastFields(
  fields: readonly ForecastField[],
  type: (name: ForecastFieldName, text: string) => void,
): readonly TemplateResult[] {
  return fields.map(({ name, field, question }) => {
    const { label, help } = FIELD_WORDS[name];
    return html`<bandwise-field
        .label=${label}
        .help=${help}
        .field=${field}
        .type=${(text: string) => type(name, text)}
      ></bandwise-field>
      ${drawQuestion(question, (text) => type(name, text))}`;
  });
}

/** What the numbers come to, or what is wrong with them together. */
export function drawUnderstood(
  understood: Forecast | undefined,
  otherFault: string,
  currency: Currency,
): TemplateResult {
  return html`
    ${
      otherFault
        ? html`<div class="notice fault">${faultIcon}<p class="wrap">${otherFault}</p></div>`
        : nothing
    }
    <p class="understood wrap" id="understood" ?hidden=${!understood}>
      ${understood ? forecastSentence(understood, currency) : nothing}
    </p>
  `;
}
