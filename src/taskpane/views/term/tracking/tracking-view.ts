import "../../../kit/lines-field";
import "../../../kit/text-field";
import "@fluentui/web-components/button/define.js";
import "./tracking-chart";
import { html, nothing, type TemplateResult } from "lit";
import type { TermTracking } from "../../../../analysis/tracking/track-term";
import { isWhyNone, type WhatNow, type WhyNoOptions } from "../../../../analysis/tracking/what-now";
import type { Currency } from "../../../../core/currency";
import { describeNoAnswer } from "../../../../core/describe-no-answer";
import { NoAnswer } from "../../../../core/no-answer";
import { formatUsd } from "../../../../wording/format/format";
import { drawTable } from "../draw-table";
import type { TermReading } from "../term-reading";
import type { TrackingField } from "./tracking-draft";
import { burndownInCells, earlyRenewalInCells } from "./tracking-in-cells";
import {
  aheadSentence,
  indicatorRows,
  indicatorsSentence,
  nowSentence,
  optionName,
  optionsSentence,
  paceRows,
  sourceSentence,
  trackingHeadline,
  usedSentence,
  whyNoneSentence,
} from "./tracking-messages";
import type { TrackingReading } from "./tracking-reading";

/** What the view does about a deal under way. */
export interface TrackingActions {
  readonly type: (field: TrackingField, text: string) => void;
  /** Takes the selected cells as the months. */
  readonly takeSelected: () => void;
}

/** What the section is drawn from, beside the deal under way. */
export interface TrackingView {
  readonly term: TermReading;
  readonly currency: Currency;
  readonly actions: TrackingActions;
  readonly isBusy: boolean;
  /** Whether the cells hold the deal that is priced, so that a formula may refer to them. */
  readonly isInCells: boolean;
  /** The field of the form that asks when the term starts. */
  readonly start: TemplateResult | typeof nothing;
}

const EXAMPLE = "40000\n44000\n41500";

/** How a deal under way is going: its months, where their pace leads, what to do now, and its indicators. */
export function drawTracking(
  reading: TrackingReading | undefined,
  view: TrackingView,
): TemplateResult | typeof nothing {
  if (!reading) return nothing;
  const { tracking, imported, isTyped, fields, months } = reading;
  const { currency, actions, isBusy, start } = view;
  const answer = tracking && !(tracking instanceof NoAnswer) ? tracking : undefined;
  return html`<details>
    <summary>
      How is it going? <span class="quiet wrap">${answer ? `${trackingHeadline(answer, currency)}.` : "no month yet"}</span>
    </summary>
    <div class="stack">
      ${answer ? drawAnswer(answer, reading.now, view) : nothing}
      ${tracking instanceof NoAnswer ? html`<p class="wrap">${describeNoAnswer(tracking, currency)}</p>` : nothing}
      <p class="wrap">${months.ok ? sourceSentence(imported, isTyped) : nothing}</p>
      ${start}
      <bandwise-lines-field
        .label=${"Usage of each month past, at list prices"}
        .help=${"One amount a month, from the first month of the term on. Blank: the months that are imported."}
        .example=${EXAMPLE}
        .field=${fields.months}
        .type=${(text: string) => actions.type("months", text)}
      ></bandwise-lines-field>
      <div class="buttons">
        <fluent-button
          ?disabled-focusable=${isBusy}
          @click=${() => (isBusy ? undefined : actions.takeSelected())}
          >Take the selected cells</fluent-button
        >
        ${
          isTyped
            ? html`<fluent-button @click=${() => actions.type("months", "")}>Clear the months</fluent-button>`
            : nothing
        }
      </div>
      ${answer ? drawNow(reading, view) : nothing}
      ${answer ? drawIndicators(answer, currency) : nothing}
      ${answer && view.isInCells ? drawCells(answer, reading.now, view.term) : nothing}
    </div>
  </details>`;
}

function drawAnswer(
  tracking: TermTracking,
  now: WhatNow | WhyNoOptions | undefined,
  { currency }: TrackingView,
): TemplateResult {
  const ahead = aheadSentence(tracking, currency);
  const best = now && !isWhyNone(now) ? nowSentence(now, currency) : "";
  return html`
    <div class="lines">
      ${best === "" ? nothing : html`<p class="wrap"><strong>${best}</strong></p>`}
      <p class="wrap">${usedSentence(tracking, currency)}</p>
      ${ahead === "" ? nothing : html`<p class="wrap">${ahead}</p>`}
    </div>
    <bandwise-tracking-chart .currency=${currency} .tracking=${tracking}></bandwise-tracking-chart>
    ${drawTable(["Pace a month", "At the end", "Used up"], paceRows(tracking, currency))}
  `;
}

function drawNow({ now, fields }: TrackingReading, { currency, actions }: TrackingView) {
  if (now && isWhyNone(now)) return html`<p class="wrap">${whyNoneSentence(now, currency)}</p>`;
  return html`
    ${
      now
        ? html`${drawTable(
            ["What to do now", "12 months cost", "Saves"],
            now.options.map((option) => [
              optionName(option, now.asked, currency),
              formatUsd(option.costUsd, currency),
              option.name === "Keep" ? "" : formatUsd(option.savingUsd, currency),
            ]),
          )}
          <p class="quiet wrap">${optionsSentence(now, currency)}</p>`
        : nothing
    }
    <div class="pair">
      <bandwise-field
        .label=${"Top up by"}
        .help=${"A year's amount. Blank: to the best threshold above."}
        .field=${fields.topUp}
        .type=${(text: string) => actions.type("topUp", text)}
      ></bandwise-field>
      <bandwise-field
        .label=${"Re-commit to"}
        .help=${"Blank: the best threshold on offer."}
        .field=${fields.target}
        .type=${(text: string) => actions.type("target", text)}
      ></bandwise-field>
    </div>
  `;
}

function drawIndicators(tracking: TermTracking, currency: Currency): TemplateResult {
  return html`<div class="stack">
    <table>
      <caption>
        Indicators <span>${indicatorsSentence(tracking, currency)}</span>
      </caption>
      <tbody>
        ${indicatorRows(tracking, currency).map(
          ([name, of, value]) => html`<tr>
            <th scope="row">${name}<br /><span class="quiet">${of}</span></th>
            <td>${value}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function drawCells(
  tracking: TermTracking,
  now: WhatNow | WhyNoOptions | undefined,
  term: TermReading,
): TemplateResult {
  return html`<details>
    <summary>Its months in cells</summary>
    <div class="stack">
      <p class="wrap">The paces, and what to do now:</p>
      <pre>${burndownInCells(term, tracking)}</pre>
      ${now && !isWhyNone(now) ? html`<pre>${earlyRenewalInCells(term, tracking, now)}</pre>` : nothing}
    </div>
  </details>`;
}
