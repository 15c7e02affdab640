import { html, nothing, type TemplateResult } from "lit";
import type { Concession } from "../../../analysis/concession";
import type { Decided } from "../../../analysis/decision";
import type { Posture } from "../../../analysis/posture";
import type { ThresholdChoice } from "../../../analysis/threshold-choice";
import type { ThresholdMoves } from "../../../analysis/threshold-moves";
import type { ThresholdPrices } from "../../../analysis/threshold-prices";
import type { PricedBand } from "../../../core/agreement";
import type { Currency } from "../../../core/currency";
import { toCents } from "../../../core/money";
import { asSentence } from "../../../wording/format/approximate";
import { formatExactPercent, formatExactUsd, formatUsd } from "../../../wording/format/format";
import type { CommitmentNames } from "../../../wording/messages/commitment-names";
import { carriesRows, columnHeadings } from "../../../wording/messages/position-messages";
import { postureBadge, postureWords } from "../../../wording/messages/posture-messages";
import {
  breakEvenWords,
  choiceTitle,
  guessSentences,
  marginalSentence,
  moneyCaption,
  moneyRows,
  outcomeSentences,
} from "../../../wording/messages/threshold-choice-messages";
import { describeConcession } from "./concession-messages";
import { PRICE_NAMES, priceCaption, pricedRows, priceSentences } from "./threshold-prices-messages";

/** A card: a threshold as a choice and, where there is a forecast, what to do about it. */
export interface Card {
  readonly choice: ThresholdChoice;
  readonly posture: Posture | undefined;
}

/** What only an open card shows, because it takes longer to find. */
export interface CardDetails {
  /** Where the band says a discount that is aimed for or would still be accepted. */
  readonly prices: ThresholdPrices | undefined;
  /** Where the threshold is held below. */
  readonly ask: Concession | undefined;
  /** Where the threshold is a guess. */
  readonly moves: ThresholdMoves | undefined;
}

/** What all cards are drawn against. */
export interface CardContext {
  readonly decided: Decided | undefined;
  readonly presentUsd: number;
  readonly nameOf: CommitmentNames;
  readonly labelOf: CommitmentNames;
  /** What becomes of unused commitment in a band. */
  readonly unusedOf: (band: PricedBand) => string;
}

/** What is always in sight: the threshold, what to do about it and why, and what it saves. */
export function drawSummary(
  { choice, posture }: Card,
  { decided, presentUsd, nameOf, labelOf }: CardContext,
  currency: Currency,
): TemplateResult {
  const marginal = marginalSentence(choice);
  return html`<summary>
    <div class="title">
      <h3 class="wrap" title=${formatExactUsd(choice.thresholdUsd, currency)}>
        ${choiceTitle(choice, presentUsd, currency, labelOf)}
      </h3>
      ${
        posture
          ? html`<span class="badge ${posture.word}">${postureBadge(posture)}</span>`
          : nothing
      }
    </div>
    ${
      posture && decided
        ? html`<p class="wrap">
              ${asSentence(postureWords(posture, decided.certain, nameOf, currency))}.
            </p>
            <p class="quiet wrap">
              ${outcomeSentences(choice, posture, decided, nameOf, currency).join(" ")}
            </p>`
        : html`<p class="wrap">${breakEvenWords(choice, currency)}</p>`
    }
    ${marginal === "" ? nothing : html`<p class="quiet wrap">${marginal}</p>`}
  </summary>`;
}

/** What a card shows once it is open, as far as it is found: money, what to ask for, what the band carries, and how well the threshold is known. */
export function drawDetails(
  { choice }: Card,
  { prices, ask, moves }: CardDetails,
  { presentUsd, nameOf, unusedOf }: CardContext,
  isBusy: boolean,
  currency: Currency,
): TemplateResult {
  return html`<div class="body" aria-busy=${isBusy ? "true" : "false"}>
    ${drawMoney(choice, moneyCaption(choice, presentUsd, nameOf, currency), currency)}
    ${ask ? drawAsk(ask, presentUsd, nameOf, currency) : nothing} ${prices ? drawPrices(prices, currency) : nothing}
    ${drawTerms(choice, { presentUsd, nameOf, unusedOf }, currency)}
    ${guessSentences(choice, moves, currency, nameOf).map((sentence) => html`<p class="quiet wrap">${sentence}</p>`)}
  </div>`;
}

function drawMoney(
  choice: ThresholdChoice,
  caption: string,
  currency: Currency,
): TemplateResult | typeof nothing {
  const rows = moneyRows(choice, currency);
  if (rows.length === 0) return nothing;
  return html`<table class="money">
    <caption>
      ${caption}
    </caption>
    <tbody>
      ${rows.map(
        ({ label, value }) =>
          html`<tr>
            <th scope="row">${label}</th>
            <td>${value}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function drawPrices(prices: ThresholdPrices, currency: Currency): TemplateResult {
  return html`<table class="money">
      <caption>
        ${priceCaption(prices)}
      </caption>
      <tbody>
        ${pricedRows(prices).map(
          ({ price, discountFraction, savingUsd }) =>
            html`<tr>
              <th scope="row">${PRICE_NAMES[price]}, ${formatExactPercent(discountFraction)}</th>
              <td>${formatUsd(savingUsd, currency)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${priceSentences(prices, currency).map((sentence) => html`<p class="wrap">${sentence}</p>`)}`;
}

function drawTerms(
  { standing }: ThresholdChoice,
  { presentUsd, nameOf, unusedOf }: Pick<CardContext, "presentUsd" | "nameOf" | "unusedOf">,
  currency: Currency,
): TemplateResult {
  const { commitmentUsd } = standing.here;
  const [present, there] = columnHeadings(standing, currency);
  const here =
    toCents(commitmentUsd) === toCents(presentUsd) || toCents(commitmentUsd) === 0
      ? present
      : `At ${nameOf(commitmentUsd)}`;
  return html`<table class="terms">
    <caption>What the band carries</caption>
    <thead>
      <tr>
        <td></td>
        <th scope="col" class="wrap">${here}</th>
        ${there === undefined ? nothing : html`<th scope="col" class="wrap">${there}</th>`}
      </tr>
    </thead>
    <tbody>
      ${carriesRows(standing, unusedOf).map(
        ({ label, here: now, next, differs }) =>
          html`<tr>
            <th scope="row" class="wrap">${label}</th>
            <td class="wrap">${now}</td>
            ${
              next === undefined
                ? nothing
                : html`<td class="wrap ${differs ? "differs" : ""}">${next}</td>`
            }
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function drawAsk(
  ask: Concession,
  presentUsd: number,
  nameOf: CommitmentNames,
  currency: Currency,
): TemplateResult {
  const { lead, ways, others } = describeConcession(ask, presentUsd, currency, nameOf);
  return html`<div class="ask">
    <h4>${ways.length > 0 ? "To reach for it, ask for" : "What it would take"}</h4>
    <p class="quiet wrap">${lead}</p>
    ${
      ways.length === 0
        ? nothing
        : html`<ul class="ways">
          ${ways.map((way) => html`<li class="wrap">${way}</li>`)}
        </ul>`
    }
    ${others.map((sentence) => html`<p class="quiet wrap">${sentence}</p>`)}
  </div>`;
}
