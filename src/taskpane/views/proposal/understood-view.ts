import { css, html, nothing, type TemplateResult } from "lit";
import type { Currency } from "../../../core/currency";
import type { How } from "../../../input/offers/offer-reading";
import { formatCounted, formatExactPercent, formatExactUsd } from "../../../wording/format/format";
import { warningIcon } from "../../kit/icons";
import type { ParsedProposal } from "./proposal";
import { CONVERSIONS } from "./proposal-messages";
import type { Understood } from "./understood";

/** How what was understood looks. */
export const understoodViewStyles = css`
  .read {
    display: flex;
    flex-direction: column;
    gap: 12px;
    padding: 12px;
    border: 1px solid var(--colorNeutralStroke2);
    border-radius: var(--borderRadiusMedium);
  }

  .read td,
  .read th {
    text-align: start;
  }

  .read th.figure {
    width: 1%;
    white-space: nowrap;
    text-align: end;
    color: var(--colorNeutralForeground1);
    font-weight: var(--fontWeightSemibold);
  }

  .read tbody th:not(.figure) {
    width: 32%;
  }

  .read h2 {
    font-size: var(--fontSizeBase300);
    line-height: var(--lineHeightBase300);
  }

  .read .phrase {
    color: var(--colorNeutralForeground2);
    font-size: var(--fontSizeBase200);
    line-height: var(--lineHeightBase200);
  }

  .read ul {
    list-style: disc;
    padding-inline-start: 20px;
  }
`;

const MOST_LISTED = 6;
/** More rows than anybody reads; drawing thousands would hold the pane. */
const MOST_DRAWN = 100;

/** What was read of a proposal: its bands, its terms, what was converted and what was not understood. */
export function drawRead(
  { offer, bands, understood, seats, leftOver, leftOut }: ParsedProposal,
  currency: Currency,
): TemplateResult | typeof nothing {
  if (offer === undefined || offer.reading.refused) return nothing;
  const { shown } = offer.reading;
  const priced = understood.filter(({ isPriced }) => isPriced);
  const beside = understood.filter(({ isPriced }) => !isPriced);
  if (bands.length + understood.length + seats.length + leftOver.length + leftOut.length === 0)
    return nothing;
  return html`<section class="read" aria-label="What was understood">
    ${bands.length > 0 ? drawBands(bands, currency) : nothing}
    ${priced.length > 0 ? drawFields("Terms", priced) : nothing}
    ${beside.length > 0 ? drawFields("Also said, not priced yet", beside) : nothing}
    ${seats.length > 0 ? drawFields("Seats and dates, on a sheet of their own", seats) : nothing}
    ${drawConversions(shown)}
    ${drawPhrases("Left out, as you said", leftOut, false)}
    ${drawPhrases("Not understood, and not part of the deal", leftOver, true)}
  </section>`;
}

function drawBands(bands: ParsedProposal["bands"], currency: Currency): TemplateResult {
  return html`<table class="bands">
    <caption>Understood: ${formatCounted(bands.length, "band", "bands")}</caption>
    <thead>
      <tr>
        <th scope="col" class="figure">From</th>
        <th scope="col" class="figure">Discount</th>
        <th scope="col">As written</th>
      </tr>
    </thead>
    <tbody>
      ${bands.slice(0, MOST_DRAWN).map(
        ({ thresholdUsd, discountFraction, name, from }) => html`<tr>
          <th scope="row" class="figure">${formatExactUsd(thresholdUsd, currency)}</th>
          <th class="figure">${formatExactPercent(discountFraction)}</th>
          <td class="wrap">${name ? html`${name} ` : nothing}<span class="phrase">“${from}”</span></td>
        </tr>`,
      )}
      ${
        bands.length > MOST_DRAWN
          ? html`<tr>
              <td colspan="3">and ${formatCounted(bands.length - MOST_DRAWN, "more", "more")}</td>
            </tr>`
          : nothing
      }
    </tbody>
  </table>`;
}

function drawFields(caption: string, fields: readonly Understood[]): TemplateResult {
  return html`<table>
    <caption>${caption}</caption>
    <tbody>
      ${fields.map(
        ({ label, words, from }) => html`<tr>
          <th scope="row">${label}</th>
          <td class="wrap">${words} <span class="phrase">“${from}”</span></td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function drawConversions(
  shown: readonly { readonly how: How; readonly from: string }[],
): TemplateResult | typeof nothing {
  const kinds = [...new Set(shown.map(({ how }) => how))];
  if (kinds.length === 0) return nothing;
  return html`<div>
    <h2>Converted</h2>
    <ul>
      ${kinds.map((kind) => {
        const phrases = shown.filter(({ how }) => how === kind).map(({ from }) => from);
        return html`<li class="wrap">
          ${CONVERSIONS[kind]}: <span class="phrase">${quoted(phrases)}</span>
        </li>`;
      })}
    </ul>
  </div>`;
}

function quoted(phrases: readonly string[]): string {
  const first = phrases.slice(0, 3).map((phrase) => `“${phrase}”`);
  const more = phrases.length - first.length;
  return more > 0 ? `${first.join(", ")} and ${more} more` : first.join(", ");
}

function drawPhrases(
  heading: string,
  phrases: readonly string[],
  isWarning: boolean,
): TemplateResult | typeof nothing {
  if (phrases.length === 0) return nothing;
  const rest = phrases.slice(MOST_LISTED);
  const list = (some: readonly string[]): TemplateResult =>
    html`<ul>${some.map((phrase) => html`<li class="wrap">${phrase}</li>`)}</ul>`;
  const body = html`<div>
    <h2>${heading}</h2>
    ${list(phrases.slice(0, MOST_LISTED))}
    ${
      rest.length > 0
        ? html`<details>
            <summary>${rest.length} more</summary>
            ${list(rest.slice(0, MOST_DRAWN))}
            ${
              rest.length > MOST_DRAWN
                ? html`<p>and ${formatCounted(rest.length - MOST_DRAWN, "more", "more")}</p>`
                : nothing
            }
          </details>`
        : nothing
    }
  </div>`;
  return isWarning ? html`<div class="notice warning">${warningIcon}${body}</div>` : body;
}
