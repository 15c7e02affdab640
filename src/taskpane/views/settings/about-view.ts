import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import { VERSION } from "../../../wording/format/version";
import { shared } from "../../kit/styles";

/** What this is, and where its functions are described. */
@customElement("bandwise-about")
export class AboutView extends LitElement {
  static override readonly styles = [
    shared,
    css`
      a {
        color: var(--colorBrandForegroundLink);
      }
    `,
  ];

  override render() {
    return html`
      <section class="stack" aria-labelledby="title">
        <h2 id="title">About Bandwise</h2>
        <p class="wrap">
          Version ${VERSION}. Prices commitment bands: which commitment to promise, what it costs and
          what crossing the next threshold unlocks. Nothing leaves this workbook.
        </p>
        <p><a href="help.html" target="_blank" rel="noopener">The functions, with examples</a></p>
      </section>
    `;
  }
}
