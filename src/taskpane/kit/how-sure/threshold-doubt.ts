import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { type Currency, US_DOLLAR } from "../../../core/currency";
import type { ParsedDeal } from "../../../deal/parse-deal";
import { oddThresholdsSentence } from "../../../wording/messages/odd-threshold-words";
import { warningIcon } from "../icons";
import { shared } from "../styles";

/** Before an answer: that it rests on a threshold which is most likely not meant. */
@customElement("bandwise-doubt")
export class ThresholdDoubt extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
      }

      :host([hidden]) {
        display: none;
      }
    `,
  ];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) reading: ParsedDeal | undefined;

  override render() {
    const sentence = this.reading ? oddThresholdsSentence(this.reading, this.currency) : "";
    this.hidden = sentence === "";
    return this.hidden
      ? nothing
      : html`<div class="notice warning">
          ${warningIcon}
          <p class="wrap">${sentence}</p>
        </div>`;
  }
}
