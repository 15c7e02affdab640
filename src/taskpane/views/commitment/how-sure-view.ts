import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Decided } from "../../../analysis/decision";
import type { AnswerRange } from "../../../analysis/how-sure/answer-range";
import { type HowSure, howSure } from "../../../analysis/how-sure/how-sure";
import { type Currency, US_DOLLAR } from "../../../core/currency";
import { describeNoAnswer } from "../../../core/describe-no-answer";
import { NoAnswer } from "../../../core/no-answer";
import { type CommitmentNames, namesOnCurve } from "../../../wording/messages/commitment-names";
import {
  holdsLine,
  mapSentence,
  noRangeSentence,
  type RangeEnd,
  rangeRow,
  robustSentence,
  takesOverSentence,
} from "../../../wording/messages/how-sure-messages";
import { inSlices, pause } from "../../kit/in-slices";
import { ChartWidth } from "../../kit/savings-chart/chart-width";
import { shared } from "../../kit/styles";
import { summaryStyles } from "../../kit/table-form-styles";
import { tableStyles } from "../../kit/table-styles";
import { bestMapStyles, drawBestMap } from "./best-map-drawing";

const howSureStyles = css`
  figure {
    margin: 0;
  }

  figcaption {
    padding-bottom: 4px;
  }

  ${summaryStyles}

  thead th:first-child {
    text-align: start;
  }

  td {
    white-space: nowrap;
  }
`;

/** How far each input may change before another commitment is cheaper, the commitment for a forecast that may be wrong, and a map. */
@customElement("bandwise-how-sure")
export class HowSureView extends LitElement {
  static override readonly styles = [shared, tableStyles, bestMapStyles, howSureStyles];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) decided: Decided | undefined;

  @state() private isOpen = false;
  /** What was found last; it stays while it is looked for again, so that nothing below it jumps. */
  @state() private found: HowSure | undefined;
  #askedOf: Decided["curve"] | undefined;
  readonly #width = new ChartWidth(this);

  override willUpdate(_: PropertyValues<this>): void {
    const { decided } = this;
    if (!decided || !this.isOpen || decided.curve === this.#askedOf) return;
    this.#askedOf = decided.curve;
    void this.#find(decided);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#askedOf = undefined;
  }

  override render() {
    if (!this.decided) return nothing;
    return html`<details
      @toggle=${(event: Event) => {
        this.isOpen = event.currentTarget instanceof HTMLDetailsElement && event.currentTarget.open;
      }}
    >
      <summary>How sure is this?</summary>
      <div class="stack" aria-busy=${this.isOpen && !this.found ? "true" : "false"}>
        ${this.found ? this.#drawFound(this.found) : html`<p class="quiet">Working it out…</p>`}
      </div>
    </details>`;
  }

  async #find(decided: Decided): Promise<void> {
    const isWanted = (): boolean => decided.curve === this.#askedOf;
    await pause(0);
    const found = await inSlices(howSure(decided), isWanted);
    if (found && isWanted()) this.found = found;
  }

  #drawFound({ decided, ranges, robust, map }: HowSure): TemplateResult {
    const { currency } = this;
    const { certain } = decided;
    const nameOf = namesOnCurve(decided.curve, currency);
    const said =
      robust instanceof NoAnswer
        ? describeNoAnswer(robust, currency)
        : robustSentence(robust, certain, nameOf, currency);
    return html`
      ${
        ranges instanceof NoAnswer
          ? html`<p class="wrap">${noRangeSentence(ranges, decided.recommendation.kind === "ties", currency)}</p>`
          : drawRanges(ranges, certain, nameOf, currency)
      }
      <p class="wrap">${said}</p>
      ${
        map
          ? html`<figure>
              <figcaption class="quiet">
                Cheapest commitment on offer, by average usage (across) and spread (up); the dot is your forecast
              </figcaption>
              ${drawBestMap(
                map,
                this.#width.pixels,
                mapSentence(map.rows, map.variation, nameOf, currency),
                nameOf,
                currency,
              )}
            </figure>`
          : nothing
      }
    `;
  }
}

function drawRanges(
  ranges: readonly AnswerRange[],
  isCertain: boolean,
  nameOf: CommitmentNames,
  currency: Currency,
): TemplateResult {
  const [average] = ranges;
  const drawEnd = ({ at, takesOver }: RangeEnd) =>
    html`<td>${at}${takesOver === "" ? nothing : html`<br /><span class="quiet">${takesOver}</span>`}</td>`;
  return html`${
    average
      ? html`<p class="wrap">${holdsLine(average, isCertain, currency)}. ${takesOverSentence(average, nameOf)}</p>`
      : nothing
  }
    <table>
      <caption>
        How far one input may change <span>beyond an end the commitment under it is cheaper</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Changed</th>
          <th scope="col">Now</th>
          <th scope="col">From</th>
          <th scope="col">To</th>
        </tr>
      </thead>
      <tbody>
        ${ranges.map((range) => {
          const { changed, now, from, to } = rangeRow(range, nameOf, currency);
          return html`<tr>
            <th scope="row">${changed}</th>
            <td>${now}</td>
            ${drawEnd(from)}${drawEnd(to)}
          </tr>`;
        })}
      </tbody>
    </table>`;
}
