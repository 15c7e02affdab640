import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

/** One of the things to choose from. */
export interface SelectOption {
  readonly value: string;
  readonly name: string;
  readonly disabled?: boolean;
}

/** A labelled list to choose from, of options or of groups of them, with a note below. */
export interface SelectField {
  readonly id: string;
  readonly label: string;
  /** Whether a heading above says the same, so that the label is only for those who do not see it. */
  readonly isHeaded?: boolean;
  readonly chosen: string;
  readonly options?: readonly SelectOption[];
  readonly groups?: readonly { readonly name: string; readonly options: readonly SelectOption[] }[];
  /** "" is no note. */
  readonly note: string;
  readonly choose: (value: string) => void;
}

export function drawSelect(field: SelectField): TemplateResult {
  const { id, label, isHeaded = false, chosen, options = [], groups = [], note, choose } = field;
  const draw = ({ value, name, disabled = false }: SelectOption): TemplateResult =>
    html`<option value=${value} ?selected=${value === chosen} ?disabled=${disabled}>${name}</option>`;
  return html`
    <div>
      <label for=${id} class=${isHeaded ? "hidden" : ""}>${label}</label>
      <div class="select">
        <select
          id=${id}
          .value=${live(chosen)}
          aria-describedby=${note === "" ? nothing : `${id}-note`}
          @change=${(event: Event) => choose((event.currentTarget as HTMLSelectElement).value)}
        >
          ${groups.map((group) => html`<optgroup label=${group.name}>${group.options.map(draw)}</optgroup>`)}
          ${options.map(draw)}
        </select>
      </div>
      ${note === "" ? nothing : html`<p class="quiet note" id="${id}-note">${note}</p>`}
    </div>
  `;
}
