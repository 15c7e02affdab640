import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { CommitmentPosition } from "../../../analysis/commitment-position";
import { positionOf } from "../../../analysis/position-of-deal";
import type { ParsedDeal } from "../../../deal/parse-deal";
import { formatExactUsd } from "../../../wording/format/format";
import { sourceSentences } from "../../../wording/messages/deal-messages";
import {
  basisSentence,
  type ComparedRow,
  carriesRows,
  columnHeadings,
  crossingSentence,
  placeSentence,
  provenanceSentence,
  yearRows,
} from "../../../wording/messages/position-messages";
import { LaterElement } from "../../kit/later-element";
import { paneCurrency } from "../../kit/pane-currency";
import { shared } from "../../kit/styles";

/** The facts of a deal: its band and the next threshold in words, the year at its usage, what each band carries. */
@customElement("bandwise-deal-facts")
export class DealFactsView extends LaterElement {
  static override readonly styles = [
    shared,
    css`
      .facts {
        display: flex;
        flex-direction: column;
        gap: 4px;
      }

      table {
        width: 100%;
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }

      caption {
        padding-bottom: 4px;
        text-align: start;
        font-weight: var(--fontWeightSemibold);
      }

      caption span {
        font-weight: var(--fontWeightRegular);
        color: var(--colorNeutralForeground2);
      }

      th,
      td {
        padding: 4px 0;
        vertical-align: top;
        text-align: end;
        font-weight: var(--fontWeightRegular);
        border-top: 1px solid var(--colorNeutralStroke2);
      }

      :is(th, td) + :is(th, td) {
        padding-inline-start: 12px;
      }

      thead th,
      thead td {
        border-top: none;
        font-size: var(--fontSizeBase200);
        color: var(--colorNeutralForeground2);
      }

      tbody th {
        text-align: start;
        color: var(--colorNeutralForeground2);
      }

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

      .year td {
        white-space: nowrap;
      }

      .carries.two {
        table-layout: fixed;
      }
    `,
  ];

  @property({ attribute: false }) reading: ParsedDeal | undefined;
  /** What the deal is priced as if; empty where it is as the workbook holds it. */
  @property({ attribute: false }) note = "";

  override render() {
    const { reading, note } = this;
    if (!reading) return nothing;
    const stands = positionOf(reading, paneCurrency());
    return html`
      <section class="stack" aria-labelledby="title">
        <h2 id="title">Your band and the next</h2>
        ${note === "" ? nothing : html`<p class="quiet wrap">${note}</p>`}
        ${
          stands
            ? html`<p class="wrap">${placeSentence(stands, paneCurrency())}</p>
              <p class="wrap">${crossingSentence(stands, paneCurrency())}</p>
              ${drawTables(stands)}`
            : nothing
        }
        <div class="facts quiet">
          ${
            stands
              ? [basisSentence(stands, paneCurrency()), provenanceSentence(stands)]
                  .filter((sentence) => sentence !== "")
                  .map((sentence) => html`<p class="wrap">${sentence}</p>`)
              : nothing
          }
          ${sourceSentences(reading).map((sentence) => html`<p class="wrap">${sentence}</p>`)}
        </div>
      </section>
    `;
  }
}

function drawTables(stands: CommitmentPosition): TemplateResult {
  const year = yearRows(stands, paneCurrency());
  const usage =
    stands.usageUsd === undefined ? "" : formatExactUsd(stands.usageUsd, paneCurrency());
  return html`
    ${
      year.length > 0
        ? drawTable(stands, "year", year, html`The year <span>at ${usage} of list usage</span>`)
        : nothing
    }
    ${drawTable(stands, "carries", carriesRows(stands), html`What the band carries`)}
  `;
}

function drawTable(
  stands: CommitmentPosition,
  kind: "year" | "carries",
  rows: readonly ComparedRow[],
  caption: TemplateResult,
): TemplateResult {
  const [now, next] = columnHeadings(stands, paneCurrency());
  return html`
    <table class="${kind} ${next === undefined ? "one" : "two"}">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <td></td>
          <th scope="col">${now}</th>
          ${next === undefined ? nothing : html`<th scope="col">${next}</th>`}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ label, here, next: then, differs, weight }) => html`
            <tr class=${weight}>
              <th scope="row" class="wrap">${label}</th>
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
