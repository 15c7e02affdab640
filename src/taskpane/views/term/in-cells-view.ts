import { html, nothing, type TemplateResult } from "lit";
import { drawTable } from "./draw-table";
import type { TermForm } from "./term-form";
import { isSet, type TermInCells } from "./term-in-cells";

/** The formula that gives the same cost, and the rows of terms that it needs. */
export function drawInCells(cells: TermInCells, form: TermForm): TemplateResult {
  return html`<details>
    <summary>The same in cells</summary>
    <div class="stack">
      <p class="wrap">
        ${isSet(cells, form) ? "What is set here stays while the pane is open; the workbook holds none of it." : "Nothing is set here that the cells do not say."}
        ${cells.rows.length > 0 ? "With these rows among the terms, the formula gives the same cost:" : "This formula gives the same cost:"}
      </p>
      ${cells.rows.length > 0 ? drawTable(["Term", "Value"], cells.rows) : nothing}
      <pre>${cells.formula}</pre>
    </div>
  </details>`;
}
