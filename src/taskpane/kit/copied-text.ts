import "@fluentui/web-components/button/define.js";
import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { shared } from "./styles";

/** A text to take elsewhere: in sight as it will be pasted, with a button that copies it. */
@customElement("bandwise-copied-text")
export class CopiedText extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        align-items: start;
        gap: 8px;
      }

      textarea {
        box-sizing: border-box;
        width: 100%;
        min-height: var(--copied-height, 160px);
        padding: 8px;
        border: 1px solid var(--colorNeutralStrokeAccessible);
        border-radius: var(--borderRadiusMedium);
        background: var(--colorNeutralBackground1);
        color: var(--colorNeutralForeground1);
        font-family: var(--copied-font, inherit);
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

  /** What the text is, said before it, and on the button that copies it. */
  @property({ attribute: false }) label = "";
  @property({ attribute: false }) button = "Copy";
  @property({ attribute: false }) text = "";
  /** What it is called where it is selected instead. */
  @property({ attribute: false }) kind = "text";
  @state() private copied = "";

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("text")) this.copied = "";
  }

  override render() {
    return html`
      <label for="text">${this.label}</label>
      <textarea id="text" readonly spellcheck="false" .value=${this.text}></textarea>
      <fluent-button size="small" @click=${() => void this.#copy()}>${this.button}</fluent-button>
      <p class="quiet" aria-live="polite">${this.copied}</p>
    `;
  }

  /** A pane may be refused the clipboard; then the text is selected for the user to copy. */
  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text);
      this.copied = "Copied.";
    } catch {
      const text = this.renderRoot.querySelector("textarea");
      text?.focus();
      text?.select();
      this.copied = `The ${this.kind} is selected: press Ctrl+C, or ⌘C on a Mac, to copy it.`;
    }
  }
}
