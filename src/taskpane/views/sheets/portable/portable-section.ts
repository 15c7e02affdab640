import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { PaneContext } from "../../../context/pane-context";
import type { Drafts, Task } from "../../../context/pane-state";
import { shared } from "../../../kit/styles";
import { sectionStyles } from "../section-styles";

/** The way to a workbook that stands without the add-in: closed until somebody wants it, and loaded then. */
@customElement("bandwise-portable-section")
export class PortableSection extends LitElement {
  static override readonly styles = [shared, sectionStyles];

  @property({ attribute: false }) pane: PaneContext | undefined;
  @property({ attribute: false }) task: Task | undefined;
  /** What somebody asked to explain elsewhere. */
  @property({ attribute: false }) asked: Drafts["explain"];
  @state() private isLoaded = false;

  override updated(): void {
    const details = this.renderRoot.querySelector("details");
    if (this.asked && details) details.open = true;
  }

  override render() {
    return html`<details @toggle=${() => void this.#load()}>
      <summary>For people without Bandwise</summary>
      ${
        this.isLoaded
          ? html`<bandwise-portable
              .pane=${this.pane}
              .task=${this.task}
              .asked=${this.asked}
            ></bandwise-portable>`
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
