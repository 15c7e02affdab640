import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/spinner/define.js";
import "../../kit/copied-text";
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import { formatReport, type SelfCheckReport } from "../../../workbook/self-check/report";
import { shared } from "../../kit/styles";

/** The foot of the pane: tries the functions in the user's own Excel, and gives the report to send on. */
@customElement("bandwise-self-check")
export class SelfCheckView extends LitElement {
  static override readonly styles = [
    shared,
    css`
      fluent-button {
        align-self: start;
      }

      bandwise-copied-text {
        --copied-height: 120px;
        --copied-font: var(--fontFamilyMonospace);
      }
    `,
  ];

  @property({ attribute: false }) report: SelfCheckReport | undefined;
  @property({ attribute: false }) checking = false;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) start: () => void = () => {};
  /** The report comes at the foot of the pane, below what was in sight when the check was asked for. */
  override updated(changed: PropertyValues<this>): void {
    if (changed.has("report"))
      this.renderRoot.querySelector("bandwise-copied-text")?.scrollIntoView({ block: "nearest" });
  }

  override render() {
    return html`
      <section class="stack" aria-labelledby="title">
        <h2 id="title">Does it work in this Excel?</h2>
        <p class="quiet">
          Calculates worked examples on a sheet of its own, compares, and removes the sheet.
        </p>
        <fluent-button ?disabled-focusable=${this.busy} @click=${this.start}>
          ${this.checking ? html`<fluent-spinner slot="start" size="tiny"></fluent-spinner>` : nothing}
          ${this.checking ? "Checking this Excel…" : "Check this Excel"}
        </fluent-button>
        ${this.report ? this.#drawReport(this.report) : nothing}
      </section>
    `;
  }

  #drawReport(report: SelfCheckReport) {
    return html`<bandwise-copied-text
      .label=${"Report, with nothing of your workbook in it"}
      .button=${"Copy report"}
      .kind=${"report"}
      .text=${formatReport(report)}
    ></bandwise-copied-text>`;
  }
}
