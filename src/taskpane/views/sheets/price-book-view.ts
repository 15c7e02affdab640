import "@fluentui/web-components/button/define.js";
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { shared } from "../../kit/styles";

/** The way to a price book in cells. */
@customElement("bandwise-price-book")
export class PriceBookView extends LitElement {
  static override readonly styles = [
    shared,
    css`
      fluent-button {
        align-self: start;
      }
    `,
  ];

  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) insert: () => void = () => {};

  override render() {
    return html`<section class="stack" aria-labelledby="title">
      <h2 id="title">Price book</h2>
      <p class="wrap">
        Exports are priced by the list prices that Bandwise ships. As a table in this workbook you can check them,
        change them, or put your own in their place.
      </p>
      <fluent-button
        ?disabled-focusable=${this.busy}
        @click=${() => (this.busy ? undefined : this.insert())}
        >Insert price book</fluent-button
      >
    </section>`;
  }
}
