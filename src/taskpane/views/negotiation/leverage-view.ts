import "../../kit/copied-text";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { nearThresholds } from "../../../analysis/negotiation/near-threshold";
import { walkAway } from "../../../analysis/negotiation/walk-away-packages";
import { type Currency, US_DOLLAR } from "../../../core/currency";
import { toCents } from "../../../core/money";
import type { ParsedDeal } from "../../../deal/parse-deal";
import type { AlsoSaidCells } from "../../../deal/text-terms";
import { asSentence } from "../../../wording/format/approximate";
import { LaterElement } from "../../kit/later-element";
import { shared } from "../../kit/styles";
import { summaryStyles } from "../../kit/table-form-styles";
import { tableStyles } from "../../kit/table-styles";
import { questionsText } from "./account-questions";
import {
  againstOffer,
  nearSentences,
  packageWords,
  shownPercent,
  walkAwaySentence,
} from "./leverage-messages";

/** Where a threshold is near: what crossing it takes and brings, what to ask about it, and the least to accept. */
@customElement("bandwise-leverage")
export class LeverageView extends LaterElement {
  static override readonly styles = [
    shared,
    tableStyles,
    summaryStyles,
    css`
      th {
        width: 99%;
      }

      td {
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  /** The deal as the pane prices it. */
  @property({ attribute: false }) reading: ParsedDeal | undefined;
  /** What its offer says beside its prices. */
  @property({ attribute: false }) alsoSaid: AlsoSaidCells | undefined;
  /** Nothing is solved until somebody asks. */
  @state() private open = false;

  override render() {
    const { reading } = this;
    if (!reading) return nothing;
    const { bands, agreement, commitmentUsd, forecast } = reading;
    if (!bands || !agreement || !forecast || commitmentUsd === undefined) return nothing;
    const { currency } = this;
    const near = nearThresholds({ bands, agreement, commitmentUsd, forecast }, currency);
    const thresholds = agreement.bands
      .map(({ thresholdUsd }) => thresholdUsd)
      .filter((usd) => toCents(usd) > 0)
      .toSorted((one, other) => Math.abs(one - commitmentUsd) - Math.abs(other - commitmentUsd))
      .slice(0, MOST_THRESHOLDS)
      .toSorted((one, other) => one - other);
    if (thresholds.length === 0) return nothing;
    return html`
      <section class="stack" aria-labelledby="title">
        <h2 id="title">${near.length === 0 ? "No threshold is near" : "Your leverage"}</h2>
        ${
          near.length === 0
            ? html`<p class="wrap">
                Neither an average year nor the best commitment lies near a threshold above the present
                commitment.
              </p>`
            : near.map(
                (
                  one,
                ) => html`<p class="wrap">${nearSentences(one, commitmentUsd, currency).join(" ")}</p>
                  <details>
                    <summary>Questions for the account team</summary>
                    <div class="stack">
                      <bandwise-copied-text
                        .label=${"To send or to bring up. They say nothing of your usage, or of what you would accept."}
                        .button=${"Copy questions"}
                        .text=${questionsText(one, { reading, alsoSaid: this.alsoSaid }, currency)}
                      ></bandwise-copied-text>
                    </div>
                  </details>`,
              )
        }
        <details @toggle=${this.#toggle}>
          <summary>The least to accept at each threshold</summary>
          <div class="stack">
            ${
              this.open
                ? thresholds.map((usd) =>
                    drawWalkAway(walkAway(usd, agreement, forecast), currency),
                  )
                : nothing
            }
          </div>
        </details>
      </section>
    `;
  }

  readonly #toggle = (event: Event): void => {
    this.open = event.currentTarget instanceof HTMLDetailsElement && event.currentTarget.open;
  };
}

/** Thresholds that are solved: those nearest the present commitment. */
const MOST_THRESHOLDS = 6;

function drawWalkAway(found: ReturnType<typeof walkAway>, currency: Currency): TemplateResult {
  const { packages, offeredFraction, aloneFraction } = found;
  const row = (words: string, fraction: number): TemplateResult => html`<tr>
    <th scope="row" class="wrap">${words}</th>
    <td>
      ${shownPercent(fraction)}
      <span class="hidden">, </span>
      <div class="quiet">${againstOffer(fraction, offeredFraction)}</div>
    </td>
  </tr>`;
  return html`<div>
    <p class="wrap">${walkAwaySentence(found, currency)}</p>
    <table>
      <tbody>
        ${aloneFraction === undefined ? nothing : row("The discount alone", aloneFraction)}
        ${packages.map(({ clauses, discountFraction }) =>
          row(asSentence(packageWords(clauses)), discountFraction),
        )}
      </tbody>
    </table>
  </div>`;
}
