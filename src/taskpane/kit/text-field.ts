import "@fluentui/web-components/text-input/define.js";
import type { TextInput } from "@fluentui/web-components/text-input/class.js";
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { drawHelp, drawUnderstanding, fieldNoteStyles } from "./field-notes";
import type { Field } from "./form-fields";
import { shared } from "./styles";

/** A labelled text field that says below it how the text was understood, or why it was not. */
@customElement("bandwise-field")
export class TextField extends LitElement {
  static override readonly styles = [
    shared,
    fieldNoteStyles,
    css`
      fluent-text-input {
        width: 100%;
        max-width: none;
      }
    `,
  ];

  @property({ attribute: false }) label = "";
  @property({ attribute: false }) field: Field = { text: "", echo: "", error: "" };
  /** What may be given, where the label does not say. */
  @property({ attribute: false }) help = "";
  @property({ attribute: false }) type: (text: string) => void = () => {};
  /** Called when the user is done with a change: Enter, or on to the next. */
  @property({ attribute: false }) commit: () => void = () => {};

  override render() {
    const { text } = this.field;
    return html`
      <fluent-text-input
        autocomplete="off"
        spellcheck="false"
        .value=${live(text)}
        @input=${(event: InputEvent) => this.type((event.currentTarget as TextInput).value)}
        @change=${() => this.commit()}
        >${this.label}</fluent-text-input
      >
      ${drawHelp(this.help)} ${drawUnderstanding(this.field)}
    `;
  }

  focusInput(): void {
    this.renderRoot.querySelector<TextInput>("fluent-text-input")?.control.focus();
  }

  override updated(): void {
    const { echo, error } = this.field;
    const control = this.renderRoot.querySelector<TextInput>("fluent-text-input")?.control;
    // The input stands in a shadow root, where an id from out here cannot describe it.
    if (!control) return;
    control.ariaInvalid = String(error !== "");
    const understood = error || (echo && `Understood as ${echo}`);
    const described = [understood, this.help].filter((words) => words !== "");
    control.setAttribute("aria-description", described.join(" "));
  }
}
