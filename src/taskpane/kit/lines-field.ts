import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { Field } from "./form-fields";
import { faultIcon } from "./icons";
import { shared } from "./styles";

/** A labelled field of several lines that says below it how they were understood, or why they were not. */
@customElement("bandwise-lines-field")
export class LinesField extends LitElement {
  static override readonly styles = [
    shared,
    css`
      label {
        display: block;
        padding-bottom: 4px;
      }

      textarea {
        display: block;
        box-sizing: border-box;
        width: 100%;
        min-height: 96px;
        padding: 6px 10px;
        resize: vertical;
        font: inherit;
        font-variant-numeric: tabular-nums;
        color: var(--colorNeutralForeground1);
        background: var(--colorNeutralBackground1);
        border: 1px solid var(--colorNeutralStroke1);
        border-bottom-color: var(--colorNeutralStrokeAccessible);
        border-radius: var(--borderRadiusMedium);
      }

      textarea::placeholder {
        color: var(--colorNeutralForeground3);
      }

      textarea:focus-visible {
        outline: 2px solid var(--colorStrokeFocus2);
        outline-offset: 1px;
      }

      .note {
        display: flex;
        gap: 4px;
        padding-top: 2px;
      }

      .error {
        color: var(--colorNeutralForeground1);
      }

      .error svg {
        color: var(--colorStatusDangerForeground1);
        flex: none;
        width: 16px;
        height: 16px;
        fill: currentColor;
      }
    `,
  ];

  @property({ attribute: false }) label = "";
  @property({ attribute: false }) field: Field = { text: "", echo: "", error: "" };
  /** What may be given, where the label does not say. */
  @property({ attribute: false }) help = "";
  /** Lines that show the form, until something is typed. */
  @property({ attribute: false }) example = "";
  @property({ attribute: false }) type: (text: string) => void = () => {};

  override render() {
    const { text, echo, error } = this.field;
    return html`
      <label for="lines">${this.label}</label>
      <textarea
        id="lines"
        rows="4"
        autocomplete="off"
        spellcheck="false"
        placeholder=${this.example}
        aria-invalid=${error === "" ? "false" : "true"}
        aria-describedby="understood help"
        .value=${live(text)}
        @input=${(event: InputEvent) => this.type((event.currentTarget as HTMLTextAreaElement).value)}
      ></textarea>
      <p class="note quiet" id="help">${this.help}</p>
      <div id="understood">
        ${
          error
            ? html`<p class="note error quiet">${faultIcon}<span class="wrap">${error}</span></p>`
            : echo
              ? html`<p class="note quiet">Understood as ${echo}</p>`
              : nothing
        }
      </div>
    `;
  }

  focusInput(): void {
    this.renderRoot.querySelector("textarea")?.focus();
  }
}
