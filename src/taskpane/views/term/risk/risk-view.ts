import "./risk-chart";
import "@fluentui/web-components/button/define.js";
import { html, nothing, type TemplateResult } from "lit";
import type { TermAnswer } from "../../../../analysis/term-answer";
import type { TermRisk } from "../../../../analysis/term-risk";
import type { Currency } from "../../../../core/currency";
import { MOST_DRAWS } from "../../../../input/mid-term-cells";
import { pathCount } from "../../../../term/risk";
import { formatCount } from "../../../../wording/format/format";
import { faultIcon } from "../../../kit/icons";
import { drawTable } from "../draw-table";
import { riskInCells, type TermInCells } from "../term-in-cells";
import { yearsWords } from "../term-messages";
import type { RiskDraft } from "./risk-draft";
import { errorSentence, riskHeadline, riskRows } from "./risk-messages";
import { FIRST_PATHS } from "./risk-model";
import { questionOf } from "./risk-of-deal";

/** Four times the paths halve every error, up to this many. */
const MOST_PATHS = FIRST_PATHS * 16;

/** What the view does about chance. */
export interface RiskActions {
  readonly draw: (paths: number) => void;
  readonly cancel: () => void;
}

/**
 * How uncertain the cost of a term is.
 *
 * @param answer Undefined while the term cannot be priced.
 * @param fields What chance follows, as the form asks for it.
 * @param cells The term in cells; undefined where the cells hold another one.
 */
export function drawRisk(
  answer: TermAnswer | undefined,
  draft: RiskDraft,
  currency: Currency,
  actions: RiskActions,
  fields: readonly (TemplateResult | typeof nothing)[],
  cells: TermInCells | undefined,
): TemplateResult {
  return html`<details>
    <summary>How uncertain is it?</summary>
    <div class="stack">
      <div class="fields">${fields}</div>
      ${answer ? drawChance(answer, draft, currency, actions, cells) : nothing}
    </div>
  </details>`;
}

function drawChance(
  answer: TermAnswer,
  { drawn, running, died }: RiskDraft,
  currency: Currency,
  { draw, cancel }: RiskActions,
  cells: TermInCells | undefined,
): TemplateResult {
  if (pathCount(answer.asWon.plan, FIRST_PATHS) === 1)
    return html`<p class="wrap">Nothing is left to chance yet: say above by how much usage or list prices may move, such as 30%.</p>`;
  const isCurrent = drawn?.of === JSON.stringify(questionOf(answer.asWon));
  return html`
    ${drawn && isCurrent ? drawDrawn(drawn.risk, answer, currency, cells) : nothing}
    ${drawn && !isCurrent ? html`<p class="wrap">The term has changed since courses were drawn: draw again.</p>` : nothing}
    ${died && !running ? drawDied(() => draw(died)) : nothing}
    ${running ? drawRunning(running, cancel) : drawOffer(isCurrent ? drawn?.risk : undefined, draw)}
  `;
}

function drawDrawn(
  risk: TermRisk,
  answer: TermAnswer,
  currency: Currency,
  cells: TermInCells | undefined,
): TemplateResult {
  return html`
    <p class="wrap"><strong>${riskHeadline(risk, yearsWords(answer.termYears), currency)}</strong></p>
    <bandwise-risk-chart
      .currency=${currency}
      .risk=${risk}
      .plannedUsd=${answer.wonCostUsd}
    ></bandwise-risk-chart>
    <table>
      <tbody>
        ${riskRows(risk, currency).map(
          ([what, value]) => html`<tr><th scope="row">${what}</th><td>${value}</td></tr>`,
        )}
      </tbody>
    </table>
    <p class="quiet wrap">${errorSentence(risk)}</p>
    ${cells && answer.won.length === 0 ? drawRiskInCells(cells, risk, answer) : nothing}
  `;
}

function drawRiskInCells(
  cells: TermInCells,
  { paths }: TermRisk,
  { asWon }: TermAnswer,
): TemplateResult {
  const formula = riskInCells(cells, paths, asWon.usageUsd.length);
  return html`<details>
    <summary>These courses in cells</summary>
    <div class="stack">
      ${
        formula
          ? html`<p class="wrap">
                The same courses, and the same numbers${cells.rows.length > 0 ? ", with these rows among the terms" : ""}:
              </p>
              ${cells.rows.length > 0 ? drawTable(["Term", "Value"], cells.rows) : nothing}
              <pre>${formula}</pre>`
          : html`<p class="wrap">A cell draws fewer courses than these: TERM_RISK takes at most ${formatCount(MOST_DRAWS)} periods in all.</p>`
      }
    </div>
  </details>`;
}

/** The first paths; or, where there are some, four times as many. */
function drawOffer(
  risk: TermRisk | undefined,
  draw: RiskActions["draw"],
): TemplateResult | typeof nothing {
  const paths = risk ? risk.paths * 4 : FIRST_PATHS;
  if (paths > MOST_PATHS) return nothing;
  const label = `Draw ${formatCount(paths)} courses${risk ? ", for half the error" : ""}`;
  return html`<div class="buttons">
    <fluent-button @click=${() => draw(paths)}>${label}</fluent-button>
  </div>`;
}

function drawRunning(
  { paths, done }: NonNullable<RiskDraft["running"]>,
  cancel: () => void,
): TemplateResult {
  return html`<div class="lines" aria-busy="true">
    <progress max=${paths} value=${done} aria-label="How much is drawn"></progress>
    <p role="status">${formatCount(done)} of ${formatCount(paths)} courses</p>
    <fluent-button @click=${() => cancel()}>Cancel</fluent-button>
  </div>`;
}

function drawDied(again: () => void): TemplateResult {
  return html`<div class="notice fault">
    ${faultIcon}
    <div class="lines">
      <p class="wrap">
        The part of Bandwise that draws courses could not be started, or it stopped. What was drawn before is as it was.
      </p>
      <fluent-button @click=${() => again()}>Try again</fluent-button>
    </div>
  </div>`;
}
