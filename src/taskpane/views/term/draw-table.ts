import { html, type TemplateResult } from "lit";

/** A table of texts, each row under the first of its cells. */
export function drawTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): TemplateResult {
  return html`<table>
    <thead>
      <tr>
        ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([first, ...cells]) => html`<tr>
          <th scope="row">${first}</th>
          ${cells.map((cell) => html`<td>${cell}</td>`)}
        </tr>`,
      )}
    </tbody>
  </table>`;
}
