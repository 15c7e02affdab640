import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { drawHelp, drawUnderstanding, fieldNoteStyles } from "./field-notes";
import type { Field } from "./form-fields";
import { shared } from "./styles";

/** A labelled field of several lines that says below it how they were understood, or why they were not. */
@customElement("bandwise-lines-field")
export class LinesField extends LitElement {
  static override readonly styles = [
    shared,
    fieldNoteStyles,
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
    const { text, error } = this.field;
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
      ${drawHelp(this.help)}
      <div id="understood">${drawUnderstanding(this.field)}</div>
    `;
  }

  focusInput(): void {
    this.renderRoot.querySelector("textarea")?.focus();
  }
}
