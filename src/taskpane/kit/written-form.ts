import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/spinner/define.js";
import { html, type LitElement, nothing, type TemplateResult } from "lit";
import type { LinesField } from "./lines-field";
import type { TextField } from "./text-field";

/** What the buttons at the foot of a form say and do. */
export interface FormButtons {
  readonly write: string;
  /** What the first button says while it is done. */
  readonly writing: string;
  /** Id of the sentence that says what will be written. */
  readonly about?: string;
  readonly isWriting: boolean;
  /** Whether something else is being done. */
  readonly isBusy: boolean;
  readonly tryToWrite: () => void;
  readonly close: () => void;
}

/** The buttons that write a form into the workbook and that leave it. */
export function drawFormButtons(buttons: FormButtons): TemplateResult {
  return html`<div class="buttons">
    <fluent-button
      appearance="primary"
      aria-describedby=${buttons.about ?? nothing}
      ?disabled-focusable=${buttons.isBusy}
      @click=${buttons.tryToWrite}
    >
      ${
        buttons.isWriting
          ? html`<fluent-spinner slot="start" size="tiny"></fluent-spinner>`
          : nothing
      }
      ${buttons.isWriting ? buttons.writing : buttons.write}
    </fluent-button>
    <fluent-button ?disabled-focusable=${buttons.isBusy} @click=${buttons.close}>Cancel</fluent-button>
  </div>`;
}

/** Puts the focus on the first field of a form that has to change, once its fields show what is wrong. */
export async function focusFirstWrong(form: LitElement): Promise<void> {
  // The pane hands the form its new reading first; the form then draws it.
  await form.updateComplete;
  await form.updateComplete;
  const fields = form.renderRoot.querySelectorAll<LinesField | TextField>(
    "bandwise-lines-field, bandwise-field",
  );
  [...fields].find(({ field }) => field.error !== "")?.focusInput();
}
