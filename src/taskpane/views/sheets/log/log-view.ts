import "@fluentui/web-components/button/define.js";
import { html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { shared } from "../../../kit/styles";
import { sectionStyles } from "../section-styles";

/** The way to a log of what changes the answer. */
@customElement("bandwise-log")
export class LogView extends LitElement {
  static override readonly styles = [shared, sectionStyles];

  /** The sheet of the log; undefined while none is kept. */
  @property({ attribute: false }) sheet: string | undefined;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) begin: () => void = () => {};

  override render() {
    return html`<details>
      <summary>Log of the answer</summary>
      ${
        this.sheet === undefined
          ? html`<p class="wrap">
                A sheet that lists each change of the verdict, of the best commitment and of what it saves, with the
                input that changed it. The pane writes it while it is open.
              </p>
              <fluent-button
                ?disabled-focusable=${this.busy}
                @click=${() => (this.busy ? undefined : this.begin())}
                >Keep a log</fluent-button
              >`
          : html`<p class="wrap">${this.sheet} lists what changes the answer. Remove it in the list above to end it.</p>`
      }
    </details>`;
  }
}
