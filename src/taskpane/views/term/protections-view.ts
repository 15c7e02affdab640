import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { TermAnswer, TermProtection } from "../../../analysis/term-answer";
import type { Currency } from "../../../core/currency";
import { describeNoAnswer } from "../../../core/describe-no-answer";
import { NoAnswer } from "../../../core/no-answer";
import { formatCounted, formatUsd } from "../../../wording/format/format";
import { drawTable } from "./draw-table";
import { LEAST_USD, protectionMeaning, togetherSentence, wonSentence } from "./term-messages";

/**
 * What each protection saves over the term, to be switched on like a clause.
 *
 * @param toggle Called with the name of a protection.
 */
export function drawProtections(
  answer: TermAnswer,
  currency: Currency,
  toggle: (name: string) => void,
): TemplateResult {
  const { protections, won } = answer;
  if (protections instanceof NoAnswer)
    return html`<p class="wrap">Without a commitment no protection is worth anything.</p>`;
  if (protections.single.length === 0)
    return html`<p class="wrap">The deal has every protection on this list.</p>`;
  const together = togetherSentence(answer, currency);
  // A tick moves no row, so that the focus stays where it is.
  const isShown = ({ aloneUsd }: TermProtection): boolean => Math.abs(aloneUsd) >= LEAST_USD;
  const idle = protections.single.filter((one) => !isShown(one));
  const draw = (one: TermProtection): TemplateResult => drawSwitch(one, won, currency, toggle);
  return html`
    <fieldset>
      <legend>What each protection saves over the term</legend>
      ${protections.single.map((one) => (isShown(one) ? draw(one) : nothing))}
      ${
        idle.length === 0
          ? nothing
          : html`<details>
              <summary>${formatCounted(idle.length, "protection changes", "protections change")} nothing alone</summary>
              ${idle.map(draw)}
            </details>`
      }
    </fieldset>
    <p class="wrap ${won.length === 0 ? "none" : ""}" role="status" aria-live="polite">
      ${wonSentence(answer, currency)}
    </p>
    ${together === "" ? nothing : html`<p class="quiet wrap">${together}</p>`}
    ${drawLast(protections.single, currency)}
  `;
}

function drawSwitch(
  { name, aloneUsd }: TermProtection,
  won: readonly string[],
  currency: Currency,
  toggle: (name: string) => void,
): TemplateResult {
  const id = name.toLowerCase().replaceAll(/\W+/g, "-");
  return html`<div class="switch">
    <input
      type="checkbox"
      id=${id}
      aria-describedby="${id}-saves ${id}-meaning"
      .checked=${live(won.includes(name))}
      @change=${() => toggle(name)}
    />
    <label for=${id}>${name}</label>
    <b id="${id}-saves">${formatUsd(aloneUsd, currency)}</b>
    <p class="quiet wrap" id="${id}-meaning">${protectionMeaning(name)}</p>
  </div>`;
}

/** What each protection saves as the last one won, and that in points of discount where there are any. */
function drawLast(single: readonly TermProtection[], currency: Currency): TemplateResult {
  const [none] = single.flatMap(({ points }) => (points instanceof NoAnswer ? points : []));
  return html`<details>
    <summary>Won last, and in points of discount</summary>
    <div class="stack">
      ${drawTable(
        ["Protection", "Won last", ...(none ? [] : ["Points alone"])],
        single.map(({ name, addedLastUsd, points }) => [
          name,
          formatUsd(addedLastUsd, currency),
          ...(points instanceof NoAnswer ? [] : [pointsText(points)]),
        ]),
      )}
      ${none ? html`<p class="quiet wrap">${describeNoAnswer(none, currency)}</p>` : nothing}
    </div>
  </details>`;
}

/** Points of discount with one decimal; less than that is not shown as nothing. */
function pointsText(points: number): string {
  const size = Math.abs(points);
  if (size > 1e-9 && size < 0.05) return "under 0.1";
  return `${points < 0 ? "\u2212" : ""}${size.toFixed(1)}`;
}
