import "@fluentui/web-components/button/define.js";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { TermSheetKind } from "../../../sheets/sheet-definition";
import { TERM_SHEETS } from "./term-fields";

/** The sheets of the term, and the button that builds those that are ticked. */
export interface SheetsChoice {
  readonly ticked: readonly TermSheetKind[];
  readonly tick: (sheet: TermSheetKind) => void;
  readonly build: () => void;
  readonly isBuilding: boolean;
  readonly isBusy: boolean;
}

/** @param left What the pane prices and the sheets will not hold, in words. */
export function drawSheets(
  { ticked, tick, build, isBuilding, isBusy }: SheetsChoice,
  left: readonly string[],
): TemplateResult {
  return html`<div class="stack">
    <h2>In sheets of this workbook</h2>
    ${TERM_SHEETS.map(
      ([kind, name, holds]) => html`<label class="choice">
        <input type="checkbox" .checked=${live(ticked.includes(kind))} @change=${() => tick(kind)} />
        <span>${name}: <span class="quiet">${holds}</span></span>
      </label>`,
    )}
    ${left.length === 0 ? nothing : html`<p class="quiet wrap">Built from what the cells hold and the fields here say: without ${left.join(" and ")}.</p>`}
    <fluent-button
      appearance="primary"
      ?disabled-focusable=${isBusy}
      @click=${() => (isBusy ? undefined : build())}
      >${isBuilding ? "Building…" : "Build sheets"}</fluent-button
    >
  </div>`;
}
