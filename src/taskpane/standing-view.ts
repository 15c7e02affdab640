import "@fluentui/web-components/button/define.js";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { describeError } from "../core/errors";
import { type Standing, standing } from "../sensitivity/standing";
import type { DealFault, DealReading } from "./deal-reading";
import { absenceSentence, readableReference, sourceSentences } from "./deal-words";
import { formatExactUsd } from "./format";
import { faultIcon, warningIcon } from "./icons";
import {
  basisSentence,
  type ComparedRow,
  carriesRows,
  columnHeadings,
  crossingSentence,
  placeSentence,
  provenanceSentence,
  yearRows,
} from "./standing-words";
import { shared } from "./styles";
import { warnings } from "./warning-words";

/** Where the deal of this workbook stands: the sentence, the two tables, faults beside what they concern. */
@customElement("bandwise-standing")
export class StandingView extends LitElement {
  static override readonly styles = [
    shared,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        align-items: center;
        gap: 0 8px;
      }

      .buttons {
        display: flex;
        margin-inline-start: -8px;
      }

      .lead {
        font-size: var(--fontSizeBase400);
        line-height: var(--lineHeightBase400);
      }

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

  @property({ attribute: false }) reading: DealReading | undefined;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) readAgain: () => void = () => {};
  @property({ attribute: false }) changeCells: () => void = () => {};

  override render() {
    const { reading } = this;
    if (!reading) return nothing;
    const stands = standingOf(reading);
    return html`
      <section class="stack" aria-labelledby="title">
        <header>
          <h1 id="title" tabindex="-1">Where you stand</h1>
          <div class="buttons">
            <fluent-button
              appearance="subtle"
              size="small"
              ?disabled-focusable=${this.busy}
              @click=${this.changeCells}
              >Change cells</fluent-button
            >
            <fluent-button
              appearance="subtle"
              size="small"
              ?disabled-focusable=${this.busy}
              @click=${this.readAgain}
              >Read again</fluent-button
            >
          </div>
        </header>
        ${
          stands
            ? html`<p class="lead wrap">${placeSentence(stands)}</p>
              <p class="wrap">${crossingSentence(stands)}</p>`
            : html`<p class="lead">${absenceSentence(reading)}</p>`
        }
        ${reading.faults.map((fault) => drawFault(fault, reading.chosen))}
        ${warnings(reading, stands).map(
          (warning) =>
            html`<div class="notice warning">${warningIcon}<p class="wrap">${warning}</p></div>`,
        )}
        ${stands ? drawTables(stands) : nothing}
        <div class="facts quiet">
          ${
            stands
              ? [basisSentence(stands), provenanceSentence(stands)]
                  .filter((sentence) => sentence !== "")
                  .map((sentence) => html`<p class="wrap">${sentence}</p>`)
              : nothing
          }
          ${sourceSentences(reading).map((sentence) => html`<p class="wrap">${sentence}</p>`)}
        </div>
      </section>
    `;
  }

  focusHeading(): void {
    this.renderRoot.querySelector<HTMLElement>("h1")?.focus();
  }
}

function standingOf(reading: DealReading): Standing | undefined {
  const { bands, commitmentUsd, usageUsd, agreement } = reading;
  if (bands === undefined || commitmentUsd === undefined) return undefined;
  return standing({ bands, commitmentUsd, usageUsd, agreement });
}

function drawTables(stands: Standing): TemplateResult {
  const year = yearRows(stands);
  const usage = stands.usageUsd === undefined ? "" : formatExactUsd(stands.usageUsd);
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
  stands: Standing,
  kind: "year" | "carries",
  rows: readonly ComparedRow[],
  caption: TemplateResult,
): TemplateResult {
  const [now, next] = columnHeadings(stands);
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

function drawFault({ part, reference, errors }: DealFault, chosen: boolean): TemplateResult {
  const [none, some] = chosen ? ["not chosen yet", "in"] : ["not named yet", "named"];
  const where = reference === null ? none : `${some} ${readableReference(reference)}`;
  const unsaid = errors.every(({ kind }) => kind === "missing");
  return html`
    <div class="notice ${unsaid ? "warning" : "fault"}">
      ${unsaid ? warningIcon : faultIcon}
      <div class="facts">
        <h2>${part} <span class="quiet">(${where})</span></h2>
        ${errors.map((error) => html`<p class="wrap">${describeError(error)}</p>`)}
      </div>
    </div>
  `;
}
