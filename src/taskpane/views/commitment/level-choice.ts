import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { DISCOUNT_LEVELS, type DiscountLevel } from "../../../deal/negotiation-level";
import { shared } from "../../kit/styles";

/** At which discounts the whole pane is priced: those offered, those aimed for, or the least that would be accepted. */
@customElement("bandwise-price-choice")
export class LevelChoice extends LitElement {
  static override readonly styles = [
    shared,
    css`
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        margin: 0;
        padding: 0;
        border: none;
      }

      legend {
        padding: 0 0 4px;
      }

      label {
        display: flex;
        align-items: center;
        gap: 6px;
        min-height: 24px;
        cursor: pointer;
      }

      input {
        width: 16px;
        height: 16px;
        margin: 0;
        accent-color: var(--colorCompoundBrandBackground);
      }
    `,
  ];

  /** Prices that the bands say. */
  @property({ attribute: false }) prices: readonly DiscountLevel[] = DISCOUNT_LEVELS;
  @property({ attribute: false }) price: DiscountLevel = "offered";
  @property({ attribute: false }) change: (price: DiscountLevel) => void = () => {};

  override render() {
    return html`<fieldset>
      <legend>If the discounts come out at</legend>
      ${this.prices.map(
        (price) => html`<label>
          <input
            type="radio"
            name="price"
            .checked=${live(price === this.price)}
            @change=${() => this.change(price)}
          />
          ${price}
        </label>`,
      )}
    </fieldset>`;
  }
}
