import { css, html, nothing, type TemplateResult } from "lit";
import type { Field } from "./form-fields";
import { faultIcon } from "./icons";

/** How the lines below a field look. */
export const fieldNoteStyles = css`
  .note {
    display: flex;
    gap: 4px;
    padding-top: 2px;
  }

  .error {
    color: var(--colorNeutralForeground1);
  }

  .error span {
    white-space: pre-line;
  }

  .error svg {
    color: var(--colorStatusDangerForeground1);
    flex: none;
    width: 16px;
    height: 16px;
    fill: currentColor;
  }
`;

/** What may be given, where the label does not say; "" is nothing. */
export function drawHelp(help: string): TemplateResult | typeof nothing {
  return help === ""
    ? nothing
    : html`<p class="note quiet" id="help"><span class="wrap">${help}</span></p>`;
}

/** How the text was understood, or why it was not. */
export function drawUnderstanding({ echo, error }: Field): TemplateResult | typeof nothing {
  if (error)
    return html`<p class="note error quiet">${faultIcon}<span class="wrap">${error}</span></p>`;
  return echo
    ? html`<p class="note quiet"><span class="wrap">Understood as ${echo}</span></p>`
    : nothing;
}
