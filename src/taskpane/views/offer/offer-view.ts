import { type Currency, US_DOLLAR } from "../../../core/currency";
import "@fluentui/web-components/button/define.js";
import "../../kit/deal-faults";
import "./deal-facts-view";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { positionOf } from "../../../analysis/position-of-deal";
import type { ParsedDeal } from "../../../deal/parse-deal";
import { asSentence } from "../../../wording/format/approximate";
import { formatCounted } from "../../../wording/format/format";
import { basisSentence, provenanceSentence } from "../../../wording/messages/position-messages";
import { rolloverNote, rolloverWords } from "../../../wording/messages/rollover-words";
import { sourceSentences } from "../../../wording/messages/source-sentences";
import { warnings } from "../../../wording/messages/warning-messages";
import { LaterElement } from "../../kit/later-element";
import { shared } from "../../kit/styles";
import { formStyles } from "../../kit/table-form-styles";
import { tableStyles } from "../../kit/table-styles";
import { type OfferedBand, offeredBands, unconfirmedSentence } from "./offer-messages";
import { offerAnswer } from "./offer-words";

/** Bands that are listed before the rest is behind a disclosure. */
const MOST_BANDS = 8;

/** The offer as understood: its bands with what each carries, its terms, what is wrong in its cells, and where these are. */
@customElement("bandwise-offer")
export class OfferView extends LaterElement {
  static override readonly styles = [
    shared,
    formStyles,
    tableStyles,
    css`
      :is(th, td):first-child {
        text-align: start;
        white-space: nowrap;
      }

      :is(th, td):nth-child(3) {
        width: 99%;
        text-align: start;
      }

      tbody th {
        color: var(--colorNeutralForeground1);
      }
    `,
  ];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  /** The deal as the pane prices it. */
  @property({ attribute: false }) reading: ParsedDeal | undefined;
  /** What it is priced as if; empty where it is as the workbook holds it. */
  @property({ attribute: false }) note = "";
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) changeCells: () => void = () => {};
  @property({ attribute: false }) readAgain: () => void = () => {};
  @property({ attribute: false }) goTo: ((address: string) => void) | undefined;

  override render() {
    const { reading, note } = this;
    if (!reading) return nothing;
    const { bands, agreement } = reading;
    const position = positionOf(reading, this.currency);
    const facts = [
      bands ? unconfirmedSentence(bands, this.currency) : "",
      position ? basisSentence(position, this.currency) : "",
      position ? provenanceSentence(position) : "",
      rolloverNote(reading),
    ].filter((sentence) => sentence !== "");
    return html`
      <section class="stack" aria-labelledby="answer">
        <h2 id="answer">
          ${bands && agreement ? offerAnswer(bands, agreement, rolloverWords(reading) || undefined) : "The offer cannot be read yet"}
        </h2>
        ${note === "" ? nothing : html`<p class="quiet wrap">${note}</p>`}
        <bandwise-faults
          .currency=${this.currency}
          .reading=${reading}
          .inputs=${["Bands", "Terms"]}
          .warnings=${warnings({ ...reading, forecastIsUsage: true }, position, this.currency)}
          .goTo=${this.goTo}
        ></bandwise-faults>
        ${bands ? drawBands(offeredBands(bands, agreement, this.currency)) : nothing}
        <div class="lines quiet">
          ${facts.map((sentence) => html`<p class="wrap">${sentence}</p>`)}
          ${sourceSentences(reading).map((sentence) => html`<p class="wrap">${sentence}</p>`)}
        </div>
        <bandwise-deal-facts .currency=${this.currency} .reading=${reading}></bandwise-deal-facts>
        <div class="buttons">${this.#drawButton("Change cells", this.changeCells)}
          ${this.#drawButton("Read again", this.readAgain)}</div>
      </section>
    `;
  }

  #drawButton(words: string, act: () => void): TemplateResult {
    return html`<fluent-button
      ?disabled-focusable=${this.busy}
      @click=${() => (this.busy ? undefined : act())}
      >${words}</fluent-button
    >`;
  }
}

function drawBands(bands: readonly OfferedBand[]): TemplateResult {
  const rest = bands.length - MOST_BANDS;
  if (rest <= 1) return drawTable(bands);
  return html`${drawTable(bands.slice(0, MOST_BANDS))}
    <details>
      <summary>${formatCounted(rest, "more band", "more bands")}</summary>
      ${drawTable(bands.slice(MOST_BANDS))}
    </details>`;
}

function drawTable(bands: readonly OfferedBand[]): TemplateResult {
  const carryMore = bands.some(({ carries }) => carries.length > 0);
  return html`<table>
    <thead>
      <tr>
        <th scope="col">From</th>
        <th scope="col">Discount</th>
        ${carryMore ? html`<th scope="col">Carries</th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${bands.map(
        ({ threshold, discount, carries }) => html`<tr>
          <th scope="row">${threshold}</th>
          <td>${discount}</td>
          ${carryMore ? html`<td class="wrap quiet">${asSentence(carries.join("; "))}</td>` : nothing}
        </tr>`,
      )}
    </tbody>
  </table>`;
}
