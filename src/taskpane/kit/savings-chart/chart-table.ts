import { html, type TemplateResult } from "lit";

/** What a chart shows, as a table for who does not see it; the first cell of each row is its heading. */
export function drawChartTable(
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): TemplateResult {
  // The box is hidden, not the table: a table grows to its words whatever size it is given.
  return html`<div class="hidden"><table>
    <caption>${caption}</caption>
    <thead>
      <tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr>
    </thead>
    <tbody>
      ${rows.map(
        ([first, ...cells]) => html`<tr>
          <th scope="row">${first}</th>
          ${cells.map((cell) => html`<td>${cell}</td>`)}
        </tr>`,
      )}
    </tbody>
  </table></div>`;
}
