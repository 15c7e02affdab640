import { html, nothing, type TemplateResult } from "lit";
import type { Concession } from "../../../analysis/concession";
import type { ChoiceInput, ThresholdChoice } from "../../../analysis/threshold-choice";
import type { ThresholdMoves } from "../../../analysis/threshold-moves";
import type { ThresholdPrices } from "../../../analysis/threshold-prices";
import { formatExactPercent, formatUsd } from "../../../wording/format/format";
import { type CommitmentNames, commitmentNames } from "../../../wording/messages/commitment-names";
import { carriesRows, columnHeadings } from "../../../wording/messages/position-messages";
import {
  betterSentence,
  chanceWords,
  choiceTitle,
  guessSentences,
  marginalSentence,
  moneyRows,
  verdictWords,
} from "../../../wording/messages/threshold-choice-messages";
import { doneIcon } from "../../kit/icons";
import { paneCurrency } from "../../kit/pane-currency";
import { describeConcession } from "./concession-messages";
import { PRICE_NAMES, priceCaption, pricedRows, priceSentences } from "./threshold-prices-messages";

/** What only an open card shows, because it takes longer to find. */
export interface ChoiceDetails {
  /** Where the band says a discount that is aimed for or would still be accepted. */
  readonly prices: ThresholdPrices | undefined;
  /** Where the threshold does not pay. */
  readonly ask: Concession | undefined;
  /** Where the threshold is a guess. */
  readonly moves: ThresholdMoves | undefined;
}

/** The line of a card that is always in sight: the threshold, the chance to fill it, the verdict. */
export function drawSummary(choice: ThresholdChoice): TemplateResult {
  const pays = choice.expected?.verdict.kind === "pays";
  const chance = chanceWords(choice);
  const marginal = marginalSentence(choice);
  return html`<summary>
    <div class="title">
      <h3>${choiceTitle(choice, paneCurrency())}</h3>
      ${chance === "" ? nothing : html`<span class="quiet">${chance}</span>`}
    </div>
    <p class="verdict wrap">${pays ? doneIcon : nothing}<span>${verdictWords(choice, paneCurrency())}</span></p>
    ${marginal === "" ? nothing : html`<p class="remark quiet wrap">${marginal}</p>`}
  </summary>`;
}

/** What a card shows once it is open, as far as it is found: money, terms and attention, what to ask for, and how well the threshold is known. */
export function drawDetails(
  choice: ThresholdChoice,
  { prices, ask, moves }: ChoiceDetails,
  { commitmentUsd, bands }: Pick<ChoiceInput, "commitmentUsd" | "bands">,
  isBusy: boolean,
): TemplateResult {
  const thresholds = bands.bands.map(({ thresholdUsd }) => thresholdUsd);
  const nameOf = commitmentNames(thresholds, commitmentUsd, paneCurrency());
  const better = betterSentence(choice, paneCurrency(), nameOf);
  return html`<div class="body" aria-busy=${isBusy ? "true" : "false"}>
    ${better === "" ? nothing : html`<p class="wrap">${better}</p>`}
    ${drawMoney(choice)} ${prices ? drawPrices(prices) : nothing} ${drawTerms(choice)}
    ${ask ? drawAsk(ask, commitmentUsd, nameOf) : nothing}
    <div class="quiet">
      ${guessSentences(choice, moves, paneCurrency()).map((sentence) => html`<p class="wrap">${sentence}</p>`)}
    </div>
  </div>`;
}

function drawMoney(choice: ThresholdChoice): TemplateResult | typeof nothing {
  const rows = moneyRows(choice, paneCurrency());
  if (rows.length === 0) return nothing;
  return html`<table class="money">
    <caption>Money</caption>
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

function drawPrices(prices: ThresholdPrices): TemplateResult {
  return html`<table class="money">
      <caption>
        ${priceCaption(prices)}
      </caption>
      <tbody>
        ${pricedRows(prices).map(
          ({ price, discountFraction, savingUsd }) =>
            html`<tr>
              <th scope="row">${PRICE_NAMES[price]}, ${formatExactPercent(discountFraction)}</th>
              <td>${formatUsd(savingUsd, paneCurrency())}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${priceSentences(prices).map((sentence) => html`<p class="wrap">${sentence}</p>`)}`;
}

function drawTerms({ standing }: ThresholdChoice): TemplateResult {
  const [now, there] = columnHeadings(standing, paneCurrency());
  return html`<table class="terms">
    <caption>Terms and attention</caption>
    <thead>
      <tr>
        <td></td>
        <th scope="col">${now}</th>
        ${there === undefined ? nothing : html`<th scope="col">${there}</th>`}
      </tr>
    </thead>
    <tbody>
      ${carriesRows(standing).map(
        ({ label, here, next, differs }) =>
          html`<tr>
            <th scope="row" class="wrap">${label}</th>
            <td class="wrap">${here}</td>
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

function drawAsk(ask: Concession, commitmentUsd: number, nameOf: CommitmentNames): TemplateResult {
  const { lead, ways, others } = describeConcession(ask, commitmentUsd, nameOf);
  return html`<div class="ask">
    <h4>What to ask for</h4>
    <p class="wrap">${lead}</p>
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
