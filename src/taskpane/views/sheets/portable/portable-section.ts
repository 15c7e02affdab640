import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { PaneContext } from "../../../context/pane-context";
import type { Task } from "../../../context/pane-state";
import { shared } from "../../../kit/styles";

/** The way to a workbook that stands without the add-in: closed until somebody wants it, and loaded then. */
@customElement("bandwise-portable-section")
export class PortableSection extends LitElement {
  static override readonly styles = [
    shared,
    css`
      summary {
        cursor: pointer;
        font-size: var(--fontSizeBase400);
        line-height: var(--lineHeightBase400);
        font-weight: var(--fontWeightSemibold);
      }

      summary:focus-visible {
        outline: 2px solid var(--colorStrokeFocus2);
        outline-offset: 2px;
      }

      details > * + * {
        margin-top: 12px;
      }
    `,
  ];

  @property({ attribute: false }) pane: PaneContext | undefined;
  @property({ attribute: false }) task: Task | undefined;
  @state() private isLoaded = false;

  override render() {
    return html`<details @toggle=${() => void this.#load()}>
      <summary>For people without Bandwise</summary>
      ${
        this.isLoaded
          ? html`<bandwise-portable .pane=${this.pane} .task=${this.task}></bandwise-portable>`
          : nothing
      }
    </details>`;
  }

  async #load(): Promise<void> {
    if (this.isLoaded) return;
    await import(/* webpackChunkName: "portable-view" */ "./portable-view");
    this.isLoaded = true;
  }
}
