import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/spinner/define.js";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { doneIcon, faultIcon } from "./icons";
import type { Status } from "./pane-model";
import { shared } from "./styles";

/** The line at the foot of the pane that says what is happening and what happened, aloud as well. */
@customElement("bandwise-status")
export class StatusLine extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host {
        position: sticky;
        bottom: 0;
        z-index: 1;
      }

      .line {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr);
        gap: 8px;
        padding: 10px 16px;
        border-top: 1px solid var(--colorNeutralStroke1);
        background: var(--colorNeutralBackground3);
      }

      .line.none {
        padding: 0;
        border: none;
      }

      svg {
        width: 16px;
        height: 16px;
        margin-top: 2px;
        fill: currentColor;
      }

      .done svg {
        color: var(--colorStatusSuccessForeground1);
      }

      .fault svg {
        color: var(--colorStatusDangerForeground1);
      }

      .offer {
        grid-column: 2;
      }
    `,
  ];

  @property({ attribute: false }) status: Status | undefined;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) useNewSheet: () => void = () => {};

  override render() {
    const { status } = this;
    // The live region stays in the page while it is empty: one that appears with its text is not read aloud.
    return html`
      <div class="line ${status?.tone ?? "none"}">
        ${status ? ICONS[status.tone] : nothing}
        <p class="wrap" role="status" aria-live="polite">${status?.text ?? ""}</p>
        ${
          status?.offer === "newSheet"
            ? html`<div class="offer">
              <fluent-button
                size="small"
                ?disabled-focusable=${this.busy}
                @click=${this.useNewSheet}
                >Use a new sheet</fluent-button
              >
            </div>`
            : nothing
        }
      </div>
    `;
  }
}

const ICONS = {
  working: html`<fluent-spinner size="tiny" aria-hidden="true"></fluent-spinner>`,
  done: doneIcon,
  fault: faultIcon,
} as const;
