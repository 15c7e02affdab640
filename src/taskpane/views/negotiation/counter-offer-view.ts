import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/spinner/define.js";
import "../../kit/copied-text";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { CounterOffer } from "../../../analysis/negotiation/counter-offer";
import { type Currency, US_DOLLAR } from "../../../core/currency";
import { NoAnswer } from "../../../core/no-answer";
import type { ParsedDeal } from "../../../deal/parse-deal";
import { expectedDiscountNeeded } from "../../../forecast/expected-discount-needed";
import { unusedWordsOf } from "../../../wording/messages/rollover-words";
import { LaterElement } from "../../kit/later-element";
import { shared } from "../../kit/styles";
import { counterOfferText, otherThanBest, positionSentence } from "./counter-offer-text";
import { disclosureStyles } from "./disclosure-styles";

/** Our position, the page that is built of it, and the same as text. */
@customElement("bandwise-counter-offer")
export class CounterOfferView extends LaterElement {
  static override readonly styles = [
    shared,
    disclosureStyles,
    css`
      .tick {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr);
        gap: 8px;
        align-items: start;
      }

      input {
        width: 16px;
        height: 16px;
        margin: 2px 0 0;
        accent-color: var(--colorCompoundBrandBackground);
      }

      input:focus-visible {
        outline: 2px solid var(--colorStrokeFocus2);
        outline-offset: 1px;
      }
    `,
  ];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) offer: CounterOffer | undefined;
  @property({ attribute: false }) reading: ParsedDeal | undefined;
  /** Where the forecast is from, without amounts. */
  @property({ attribute: false }) source = "";
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) building = false;
  @property({ attribute: false }) build: () => void = () => {};
  @state() private reveals = false;
  /** The least that we accept is solved only once somebody asks for the text. */
  @state() private open = false;

  override render() {
    const { offer, reading } = this;
    if (!offer || !reading) return nothing;
    const other = otherThanBest(offer, this.currency);
    return html`<section class="stack" aria-labelledby="title">
      <h2 id="title">Your counter-offer</h2>
      <p class="wrap">${positionSentence(offer, this.currency)}</p>
      ${other ? html`<p class="wrap quiet">${other}</p>` : nothing}
      <div>
        <fluent-button
          appearance="primary"
          ?disabled-focusable=${this.busy}
          @click=${() => (this.busy ? undefined : this.build())}
        >
          ${
            this.building
              ? html`<fluent-spinner slot="start" size="tiny" aria-hidden="true"></fluent-spinner>`
              : nothing
          }
          Build the counter-offer
        </fluent-button>
      </div>
      <details @toggle=${this.#toggle}>
        <summary>As text for an email</summary>
        ${this.open ? this.#drawText(offer, reading) : nothing}
      </details>
    </section>`;
  }

  readonly #toggle = (event: Event): void => {
    this.open = event.currentTarget instanceof HTMLDetailsElement && event.currentTarget.open;
  };

  #drawText(offer: CounterOffer, reading: ParsedDeal): TemplateResult {
    const { reveals, source } = this;
    const { forecast } = reading;
    const least =
      forecast && offer.ours.commitmentUsd > 0
        ? expectedDiscountNeeded(forecast, offer.ours.commitmentUsd, offer.ourAgreement)
        : undefined;
    const text = counterOfferText(
      offer,
      {
        source,
        leastFraction: least instanceof NoAnswer ? undefined : least,
        revealsWalkAway: reveals,
        unusedOf: unusedWordsOf(reading),
      },
      this.currency,
    );
    return html`<div class="stack">
      <div class="tick">
        <input
          type="checkbox"
          id="reveals"
          .checked=${reveals}
          @change=${() => {
            this.reveals = !this.reveals;
          }}
        />
        <label for="reveals"
          >Also say what we pay without a deal, and the least discount that we accept</label
        >
      </div>
      <bandwise-copied-text
        .label=${"With the numbers of now"}
        .button=${"Copy text"}
        .text=${text}
      ></bandwise-copied-text>
    </div>`;
  }
}
