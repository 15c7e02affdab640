import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/spinner/define.js";
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
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

      textarea {
        box-sizing: border-box;
        width: 100%;
        min-height: 120px;
        padding: 8px;
        border: 1px solid var(--colorNeutralStrokeAccessible);
        border-radius: var(--borderRadiusMedium);
        background: var(--colorNeutralBackground1);
        color: var(--colorNeutralForeground1);
        font-family: var(--fontFamilyMonospace);
        font-size: var(--fontSizeBase200);
        line-height: var(--lineHeightBase200);
        resize: vertical;
      }

      textarea:focus-visible {
        outline: 2px solid var(--colorStrokeFocus2);
        outline-offset: 1px;
      }
    `,
  ];

  @property({ attribute: false }) report: SelfCheckReport | undefined;
  @property({ attribute: false }) checking = false;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) start: () => void = () => {};
  @state() private copied = "";

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("report")) this.copied = "";
  }

  /** The report comes at the foot of the pane, below what was in sight when the check was asked for. */
  override updated(changed: PropertyValues<this>): void {
    if (changed.has("report"))
      this.renderRoot.querySelector(".copy")?.scrollIntoView({ block: "nearest" });
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
        <p class="quiet" aria-live="polite">${this.copied}</p>
      </section>
    `;
  }

  #drawReport(report: SelfCheckReport) {
    return html`
      <label for="report">Report, with nothing of your workbook in it</label>
      <textarea id="report" readonly spellcheck="false" .value=${formatReport(report)}></textarea>
      <fluent-button class="copy" size="small" @click=${() => void this.#copy(report)}>Copy report</fluent-button>
    `;
  }

  /** A pane may be refused the clipboard; then the text is selected for the user to copy. */
  async #copy(report: SelfCheckReport): Promise<void> {
    try {
      await navigator.clipboard.writeText(formatReport(report));
      this.copied = "Copied.";
    } catch {
      const text = this.renderRoot.querySelector("textarea");
      text?.focus();
      text?.select();
      this.copied = "The report is selected: press Ctrl+C, or ⌘C on a Mac, to copy it.";
    }
  }
}
