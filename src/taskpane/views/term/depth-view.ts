import { html, nothing, type TemplateResult } from "lit";
import type { TermAnswer } from "../../../analysis/term-answer";
import type { Currency } from "../../../core/currency";
import type { TableRow } from "../../../term/schedule";
import { formatPercent, formatUsd } from "../../../wording/format/format";
import { drawTable } from "./draw-table";
import { fallText, headroomSentence, renewalsSentence, rolloverSentence } from "./term-messages";

/** Rollover, falling list prices and renewals, each behind a disclosure. */
export function drawDepth(answer: TermAnswer, currency: Currency): TemplateResult {
  const rollover = rolloverSentence(answer, currency);
  const { headroom, renewals } = answer;
  return html`
    ${
      rollover === ""
        ? nothing
        : html`<details>
            <summary>Rollover</summary>
            <p class="wrap">${rollover}</p>
          </details>`
    }
    <details>
      <summary>How far list prices may fall</summary>
      <div class="stack">
        <p class="wrap">
          ${headroomSentence(answer)} Each year is looked at alone: without rollover, uplifts or a test over the whole contract.
        </p>
        ${drawTable(
          ["Year", "Before a shortfall", "Before dearer than on demand"],
          headroom.map(([year, , , , short, , dear]) => [
            String(year),
            fallText(short),
            fallText(dear),
          ]),
        )}
      </div>
    </details>
    <details>
      <summary>What renewals would cost</summary>
      <div class="stack">
        <p class="wrap">${renewalsSentence(answer)}</p>
        ${drawTable(
          ["Year", "Uplift", "Cost", "Cap saves"],
          renewals.map((row) => renewalRow(row, currency)),
        )}
      </div>
    </details>
  `;
}

function renewalRow([year, uplift, , cost, , saved]: TableRow, currency: Currency): string[] {
  return [
    String(year),
    typeof uplift === "number" ? formatPercent(uplift) : "",
    formatUsd(Number(cost), currency),
    formatUsd(Number(saved), currency),
  ];
}
