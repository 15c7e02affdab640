import { html, nothing, svg, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { Agreement } from "../../../core/agreement";
import { type Currency, US_DOLLAR } from "../../../core/currency";
import { toCents } from "../../../core/money";
import { NoAnswer } from "../../../core/no-answer";
import { clausesInEveryBand, withClauses } from "../../../deal/with-clauses";
import { CLAUSE_NAMES, type ClauseName, clauseValues } from "../../../forecast/clause-values";
import { expectedCost } from "../../../forecast/expected-cost";
import { formatUsd } from "../../../wording/format/format";
import type { ChoiceReading } from "../../../wording/messages/threshold-choice-messages";
import { LaterElement } from "../../kit/later-element";
import { shared } from "../../kit/styles";
import { tableStyles } from "../../kit/table-styles";
import { askAnswer, askReason } from "./ask-messages";
import {
  CLAUSE_MEANINGS,
  clauseAbsence,
  type PointWorth,
  pointlessSentence,
  pointSentence,
  pointsText,
  pointWorth,
  sumSentence,
  switchedSentence,
} from "./clause-messages";
import { clauseStyles } from "./clauses-styles";
import { rememberedAsk } from "./line";
import { type Bar, tornado } from "./tornado";

/** What a clause is worth: a switch for each, which prices the whole pane as if it were won, and a tornado chart. */
@customElement("bandwise-clauses")
export class ClausesView extends LaterElement {
  static override readonly styles = [shared, tableStyles, clauseStyles];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  /** The deal as read, without any clause switched on. */
  @property({ attribute: false }) reading: ChoiceReading | undefined;
  /** Clauses that are switched on. */
  @property({ attribute: false }) on: readonly ClauseName[] = [];
  /** Clauses that are won, so that nobody asks for them. */
  @property({ attribute: false }) won: readonly ClauseName[] = [];
  /** What the clauses are priced as if, beside the switches; empty where it is as the workbook holds it. */
  @property({ attribute: false }) note = "";
  /** Whether only the answer shows until somebody asks for the rest. */
  @property({ attribute: false }) folded = false;
  /** Called with all clauses that are to be on, in the order of `CLAUSE_NAMES`. */
  @property({ attribute: false }) change: (on: readonly ClauseName[]) => void = () => {};

  override render() {
    const { reading } = this;
    if (!reading) return nothing;
    return html`
      <section class="stack" aria-labelledby="title">
        ${drawAsk(reading, this.won, this.currency)}
        ${
          this.folded
            ? html`<details>
                <summary>What each clause saves, and the pane as if you had won it</summary>
                <div class="stack">${this.#drawRest(reading)}</div>
              </details>`
            : this.#drawRest(reading)
        }
      </section>
    `;
  }

  #drawRest(reading: ChoiceReading): TemplateResult {
    const absence = clauseAbsence(reading);
    return html`
      ${this.note === "" ? nothing : html`<p class="quiet wrap">${this.note}</p>`}
      ${absence === "" ? drawWorth(reading, this.currency) : html`<p class="wrap">${absence}</p>`}
      ${reading.agreement ? this.#drawSwitches(reading, reading.agreement) : nothing}
    `;
  }

  #drawSwitches(reading: ChoiceReading, agreement: Agreement): TemplateResult {
    const everywhere = clausesInEveryBand(agreement);
    // A clause that every band has by now changes nothing, although it was switched on.
    const on = this.on.filter((name) => !everywhere.includes(name));
    return html`
      <fieldset>
        <legend>Price the pane as if you had won</legend>
        ${CLAUSE_NAMES.map((name, index) => {
          const had = everywhere.includes(name);
          return html`<div class="switch">
            <input
              type="checkbox"
              id="clause-${index}"
              aria-describedby="meaning-${index}"
              .checked=${live(on.includes(name))}
              ?disabled=${had}
              @change=${() => this.#toggle(name)}
            />
            <label for="clause-${index}">${name}</label>
            <p class="quiet wrap" id="meaning-${index}">
              ${had ? "Every band has this or better." : CLAUSE_MEANINGS[name]}
            </p>
          </div>`;
        })}
      </fieldset>
      <p class="wrap ${on.length === 0 ? "none" : ""}" role="status" aria-live="polite">
        ${switchedSentence(on, savedBy(on, reading), this.currency)}
      </p>
    `;
  }

  #toggle(name: ClauseName): void {
    const on = CLAUSE_NAMES.filter((known) => this.on.includes(known) !== (known === name));
    this.change(on);
    // Where the pane does not take it up, the box shows again what is on.
    this.requestUpdate();
  }
}

function drawAsk(
  { agreement, commitmentUsd, forecast }: ChoiceReading,
  won: readonly ClauseName[],
  currency: Currency,
): TemplateResult {
  if (!agreement || !forecast || commitmentUsd === undefined)
    return html`<h2 id="title">What to ask for is not known yet</h2>`;
  const ask = rememberedAsk(forecast, commitmentUsd, agreement, won);
  return html`<h2 id="title">${askAnswer(ask, currency)}</h2>
    <p class="wrap">${askReason(ask, currency)}</p>`;
}

function savedBy(
  on: readonly ClauseName[],
  { agreement, commitmentUsd, forecast }: ChoiceReading,
): { readonly commitmentUsd: number; readonly savedUsd: number } | undefined {
  if (!agreement || !forecast || commitmentUsd === undefined || toCents(commitmentUsd) === 0)
    return undefined;
  const now = expectedCost(forecast, commitmentUsd, agreement);
  const then = expectedCost(forecast, commitmentUsd, withClauses(agreement, on));
  return { commitmentUsd, savedUsd: now - then };
}

function drawWorth(
  { agreement, commitmentUsd, forecast }: ChoiceReading,
  currency: Currency,
): TemplateResult | typeof nothing {
  if (!agreement || !forecast || commitmentUsd === undefined) return nothing;
  const values = clauseValues(forecast, commitmentUsd, agreement);
  if (values instanceof NoAnswer) return nothing;
  const { zeroFraction, rows } = tornado(values);
  const sum = sumSentence(values, currency);
  const worth = pointWorth(forecast, commitmentUsd, agreement);
  const pointless = pointlessSentence(values, worth);
  const lacking = rows.length > 1;
  return html`
    ${
      lacking
        ? html`<p class="wrap">
            ${pointSentence(worth, currency)}
          </p>
          <table>
            <caption>
              What a clause saves a year <span>by itself, and as the last of all</span>
            </caption>
            <thead>
              <tr>
                <td></td>
                <td></td>
                <th scope="col">${currency.code}</th>
                <th scope="col">Points</th>
              </tr>
            </thead>
            ${rows.map(
              ({ clause, bars }) => html`<tbody>
                <tr>
                  <th scope="rowgroup" colspan="4" class="clause wrap">${clause}</th>
                </tr>
                ${bars.map((bar) => drawBar(bar, zeroFraction, worth, currency))}
              </tbody>`,
            )}
          </table>
          ${pointless === "" ? nothing : html`<p class="quiet wrap">${pointless}</p>`}`
        : nothing
    }
    ${sum === "" ? nothing : html`<p class="wrap">${sum}</p>`}
  `;
}

function drawBar(
  { way, valueUsd, startFraction, lengthFraction }: Bar,
  zeroFraction: number,
  worth: PointWorth,
  currency: Currency,
): TemplateResult {
  const zero = percentOf(zeroFraction);
  return html`<tr>
    <th scope="row"><span class=${way === "together" ? "hidden" : ""}>${way}</span></th>
    <td class="track">
      <svg aria-hidden="true" width="100%" height="14">
        ${svg`<rect
          class=${way === "added last" ? "last" : "bar"}
          x=${percentOf(startFraction)}
          y="1"
          width=${percentOf(lengthFraction)}
          height="12"
        ></rect>
        <line x1=${zero} x2=${zero} y1="-3" y2="17"></line>`}
      </svg>
    </td>
    <td>${formatUsd(valueUsd, currency)}</td>
    <td>${pointsText(valueUsd, worth)}</td>
  </tr>`;
}

function percentOf(fraction: number): string {
  return `${(100 * fraction).toFixed(2)}%`;
}
