import "@fluentui/web-components/button/define.js";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { SupposedDeal } from "../../context/supposed-deal";
import { shared } from "../../kit/styles";
import { usageSentences } from "./usage-messages";

/** What a year of usage may come to, in sentences, and the way to say how sure that is. */
@customElement("bandwise-usage-facts")
export class UsageFactsView extends LitElement {
  static override readonly styles = [
    shared,
    css`
      .lead {
        font-size: var(--fontSizeBase400);
        line-height: var(--lineHeightBase400);
      }
    `,
  ];

  @property({ attribute: false }) supposed: SupposedDeal | undefined;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) sayHowSure: () => void = () => {};

  override render() {
    const { supposed } = this;
    if (!supposed) return nothing;
    const [lead, ...more] = usageSentences(supposed.asSupposed);
    return html`
      <section class="stack" aria-label="What usage may be">
        ${supposed.note === "" ? nothing : html`<p class="quiet wrap">${supposed.note}</p>`}
        <p class="lead wrap">${lead}</p>
        ${more.map((sentence) => html`<p class="wrap">${sentence}</p>`)}
        <div>
          <fluent-button
            appearance=${supposed.reading.forecastIsUsage ? "primary" : "outline"}
            ?disabled-focusable=${this.busy}
            @click=${() => this.busy || this.sayHowSure()}
            >${supposed.reading.forecastIsUsage ? "Say how sure it is" : "Write another forecast"}</fluent-button
          >
        </div>
      </section>
    `;
  }
}
