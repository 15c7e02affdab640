import { html, nothing, type TemplateResult } from "lit";
import { askIcon } from "./icons";

/** Something typed that may mean two things. Each answer writes what it means into the form, so that it is asked once. */
export interface Question<Change> {
  readonly text: string;
  readonly answers: readonly { readonly name: string; readonly change: Change }[];
}

/** The question with a button for each answer. */
export function drawQuestion<Change>(
  question: Question<Change> | undefined,
  take: (change: Change) => void,
): TemplateResult | typeof nothing {
  if (!question) return nothing;
  return html`<div class="notice asking" role="group" aria-label=${question.text}>
    ${askIcon}
    <div>
      <p class="wrap">${question.text}</p>
      <div class="buttons">
        ${question.answers.map(
          ({ name, change }) =>
            html`<fluent-button size="small" @click=${() => take(change)}>${name}</fluent-button>`,
        )}
      </div>
    </div>
  </div>`;
}
