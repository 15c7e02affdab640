import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { CommitmentPosition } from "../../../analysis/commitment-position";
import { positionOf } from "../../../analysis/position-of-deal";
import { type Currency, US_DOLLAR } from "../../../core/currency";
import type { ParsedDeal } from "../../../deal/parse-deal";
import { formatExactUsd } from "../../../wording/format/format";
import {
  type ComparedRow,
  carriesRows,
  columnHeadings,
  crossingSentence,
  placeSentence,
  yearRows,
} from "../../../wording/messages/position-messages";
import { unusedWordsOf } from "../../../wording/messages/rollover-words";
import { LaterElement } from "../../kit/later-element";
import { shared } from "../../kit/styles";
import { tableStyles } from "../../kit/table-styles";

/** The band of the present commitment and the next threshold, in words and side by side: the year at its usage, what each carries. */
@customElement("bandwise-deal-facts")
export class DealFactsView extends LaterElement {
  static override readonly styles = [
    shared,
    tableStyles,
    css`
      tr.total th,
      tr.total td {
        font-weight: var(--fontWeightSemibold);
        color: var(--colorNeutralForeground1);
        border-top-color: var(--colorNeutralStroke1);
      }

      .carries th,
      .carries td {
        text-align: start;
      }

      .carries td.differs {
        font-weight: var(--fontWeightSemibold);
      }

      tbody th {
        min-width: 84px;
        overflow-wrap: break-word;
      }

      .year td {
        white-space: nowrap;
      }

      .long {
        font-size: var(--fontSizeBase200);
      }

      .carries.two {
        table-layout: fixed;
      }
    `,
  ];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) reading: ParsedDeal | undefined;

  override render() {
    const { reading } = this;
    const stands = reading && positionOf(reading, this.currency);
    if (!stands) return nothing;
    return html`
      <section class="stack" aria-labelledby="title">
        <h2 id="title">Your band and the next</h2>
        <p class="wrap">${placeSentence(stands, this.currency)}</p>
        <p class="wrap">${crossingSentence(stands, this.currency)}</p>
        ${drawTables(stands, unusedWordsOf(reading), this.currency)}
      </section>
    `;
  }
}

function drawTables(
  stands: CommitmentPosition,
  unusedOf: ReturnType<typeof unusedWordsOf>,
  currency: Currency,
): TemplateResult {
  const year = yearRows(stands, currency);
  const usage = stands.usageUsd === undefined ? "" : formatExactUsd(stands.usageUsd, currency);
  return html`
    ${
      year.length > 0
        ? drawTable(
            stands,
            "year",
            year,
            html`The year <span>at ${usage} of list usage</span>`,
            currency,
          )
        : nothing
    }
    ${drawTable(stands, "carries", carriesRows(stands, unusedOf), html`What the band carries`, currency)}
  `;
}

/** Amounts with more characters than this leave too little room for what they are. */
const MOST_FIGURES = 22;

function drawTable(
  stands: CommitmentPosition,
  kind: "year" | "carries",
  rows: readonly ComparedRow[],
  caption: TemplateResult,
  currency: Currency,
): TemplateResult {
  const [now, next] = columnHeadings(stands, currency);
  const isLong =
    kind === "year" && rows.some((row) => `${row.here}${row.next ?? ""}`.length > MOST_FIGURES);
  return html`
    <table class="${kind} ${next === undefined ? "one" : "two"} ${isLong ? "long" : ""}">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <td></td>
          <th scope="col" class="wrap">${now}</th>
          ${next === undefined ? nothing : html`<th scope="col" class="wrap">${next}</th>`}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ label, here, next: then, differs, weight }) => html`
            <tr class=${weight}>
              <th scope="row">${label}</th>
              <td class="wrap">${here}</td>
              ${
                then === undefined
                  ? nothing
                  : html`<td class="wrap ${differs ? "differs" : ""}">${then}</td>`
              }
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
}
