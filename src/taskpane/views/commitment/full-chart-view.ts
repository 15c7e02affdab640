import { type Currency, US_DOLLAR } from "../../../core/currency";
import "./savings-chart";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { sameCommitment } from "../../../analysis/best-commitments";
import { commitmentOutlook, wasteOutlook } from "../../../analysis/commitment-outlook";
import type { Decided } from "../../../analysis/decision";
import { fillLevels } from "../../../analysis/fill-levels";
import { forecastSpread } from "../../../analysis/forecast-spread";
import { type LoadChange, loadChange } from "../../../analysis/load-change";
import { type SavingsCurve, savingsCurve } from "../../../analysis/savings-curve";
import { toCents } from "../../../core/money";
import { forecastAtLoad } from "../../../deal/assumptions";
import type { Forecast } from "../../../forecast/forecast";
import { aboutDollars, chance, loadWords } from "../../../wording/format/approximate";
import { type CommitmentNames, namesOnCurve } from "../../../wording/messages/commitment-names";
import { pause } from "../../kit/in-slices";
import { drawSymbol } from "../../kit/savings-chart/chart-drawing";
import { type Mark, marksOf } from "../../kit/savings-chart/chart-layout";
import { shared } from "../../kit/styles";
import { tableStyles } from "../../kit/table-styles";
import {
  forecastParts,
  loadQuestion,
  loadRowName,
  loadSentence,
  wasteSentence,
} from "./full-chart-messages";
import { fullChartStyles } from "./full-chart-styles";

/** The load that is asked about while the slider is where it was. */
const ASKED_FACTOR = 0.8;

/** A load: its forecast and its curve. */
interface CurveOfLoad {
  readonly forecast: Forecast;
  readonly curve: SavingsCurve;
}

/** The whole savings curve with its numbers, what another load would do to it, and how bad it is not to use all of a commitment. */
@customElement("bandwise-full-chart")
export class FullChartView extends LitElement {
  static override readonly styles = [shared, tableStyles, fullChartStyles];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  /** The deal at the load that is forecast. */
  @property({ attribute: false }) decided: Decided | undefined;
  /** Usage is multiplied by this; 0.8 is 20% lower than forecast. */
  @property({ attribute: false }) loadFactor = 1;

  /** The load that is asked about at rest. What was found last stays while it is priced again. */
  @state() private asked: CurveOfLoad | undefined;
  #askedOf: Decided | undefined;

  override render() {
    const { decided: base, loadFactor } = this;
    if (!base) return nothing;
    const { agreement, certain } = base;
    const moved = loadFactor === 1 ? base : loadOf(base, loadFactor);
    const nameOf = namesOnCurve(moved.curve, this.currency);
    const asked = loadFactor === 1 ? this.asked : moved;
    const change =
      asked &&
      loadChange(
        { forecast: base.forecast, marks: base.curve.marks },
        { forecast: asked.forecast, marks: asked.curve.marks },
        loadFactor === 1 ? ASKED_FACTOR : loadFactor,
        agreement,
      );
    return html`
      <section class="stack" aria-label="Full chart">
        <figure>
          <figcaption class="quiet">
            Expected saving a year, by commitment${
              loadFactor === 1
                ? nothing
                : html`; <span class="key" aria-hidden="true"></span> as forecast`
            }
          </figcaption>
          <bandwise-savings-chart
            .currency=${this.currency}
            .curve=${moved.curve}
            .asForecast=${loadFactor === 1 ? undefined : base.curve}
            .fills=${fillLevels(moved.forecast, agreement)}
            .certain=${certain}
            .read=${(usd: number) => commitmentOutlook(moved.forecast, agreement, usd)}
          ></bandwise-savings-chart>
        </figure>
        ${drawMarks(marksOf(moved.curve.marks), nameOf, this.currency)}
        ${change ? drawLoadChange(change, nameOf, this.currency) : nothing}
        ${drawWaste(moved, base, loadFactor, this.currency)} ${drawForecast(moved.forecast, loadFactor, this.currency)}
      </section>
    `;
  }

  override updated(): void {
    void this.#ask();
  }

  /** Prices the load that is asked about, in a task of its own, so that the chart is drawn first. */
  async #ask(): Promise<void> {
    const base = this.decided;
    if (!base || this.loadFactor !== 1 || base.curve === this.#askedOf?.curve) return;
    this.#askedOf = base;
    await pause(0);
    if (base.curve === this.decided?.curve) this.asked = loadOf(base, ASKED_FACTOR);
  }
}

/** The curve of another load ends where the one as forecast does, so that the two can be compared. */
function loadOf({ forecast, agreement, curve }: Decided, factor: number): CurveOfLoad {
  const moved = forecastAtLoad(forecast, factor);
  const currentUsd = curve.marks.current?.commitmentUsd;
  return { forecast: moved, curve: savingsCurve(moved, agreement, currentUsd, curve.endUsd) };
}

function drawMarks(
  marks: readonly Mark[],
  nameOf: CommitmentNames,
  currency: Currency,
): TemplateResult {
  return html`<table class="marks">
    <caption class="hidden">The commitments marked on the chart</caption>
    <thead>
      <tr>
        <th scope="col">Commitment</th>
        <th scope="col">Saves a year</th>
        <th scope="col">Fill proba&shy;bility</th>
        <th scope="col">Loss proba&shy;bility</th>
      </tr>
    </thead>
    <tbody>
      ${marks.map(({ role, label, outlook }) => {
        const none = toCents(outlook.commitmentUsd) === 0;
        return html`<tr>
          <th scope="row">
            <svg class="mark ${role}" viewBox="-7 -7 14 14" aria-hidden="true">${drawSymbol(role, 0, 0)}</svg
            ><span><b>${none ? "None" : nameOf(outlook.commitmentUsd)}</b><br />${label}</span>
          </th>
          <td>${aboutDollars(outlook.expectedSavingUsd, currency)}</td>
          <td>${none ? "n/a" : chance(outlook.fillProbability)}</td>
          <td>${chance(outlook.lossProbability)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

function drawLoadChange(
  change: LoadChange,
  nameOf: CommitmentNames,
  currency: Currency,
): TemplateResult {
  const percent = Math.round(Math.abs(change.factor - 1) * 100);
  return html`<div class="lines">
    <h3>${loadQuestion(change.factor)}</h3>
    <p class="wrap">${loadSentence(change, currency, nameOf)}</p>
    ${
      change.rows.length === 0
        ? nothing
        : html`<table>
            <thead>
              <tr>
                <th scope="col">Expected saving a year</th>
                <th scope="col">As forecast</th>
                <th scope="col">${percent}% ${change.factor < 1 ? "lower" : "higher"}</th>
              </tr>
            </thead>
            <tbody>
              ${change.rows.map(
                (row) => html`<tr>
                  <th scope="row">${loadRowName(row, currency, nameOf)}</th>
                  <td>${aboutDollars(row.beforeUsd, currency)}</td>
                  <td>${aboutDollars(row.afterUsd, currency)}</td>
                </tr>`,
              )}
            </tbody>
          </table>`
    }
  </div>`;
}

function drawWaste(
  { forecast, curve }: CurveOfLoad,
  { agreement, certain }: Decided,
  loadFactor: number,
  currency: Currency,
): TemplateResult {
  const { current, best } = curve.marks;
  const asked = [current, sameCommitment(best, current) ? undefined : best].flatMap((mark) =>
    mark && toCents(mark.commitmentUsd) !== 0 ? [mark.commitmentUsd] : [],
  );
  const sentences = asked.map((usd) =>
    wasteSentence(
      wasteOutlook(forecast, agreement, usd),
      certain,
      currency,
      namesOnCurve(curve, currency),
    ),
  );
  return html`<div class="lines">
    <h3>How bad is it if we do not use it all?</h3>
    ${drawLoadNote(loadFactor)}
    ${
      sentences.length === 0
        ? html`<p class="wrap">Nothing is promised, so nothing can go unused.</p>`
        : sentences.map((sentence) => html`<p class="wrap">${sentence}</p>`)
    }
  </div>`;
}

function drawLoadNote(loadFactor: number): TemplateResult | typeof nothing {
  return loadFactor === 1
    ? nothing
    : html`<p class="quiet">With usage ${loadWords(loadFactor)}.</p>`;
}

function drawForecast(forecast: Forecast, loadFactor: number, currency: Currency): TemplateResult {
  return html`<div class="lines">
    <h3>The forecast in words</h3>
    ${drawLoadNote(loadFactor)}
    <dl>
      ${forecastParts(forecastSpread(forecast), currency).map(
        ({ label, sentence }) => html`<div>
          <dt>${label}</dt>
          <dd class="wrap">${sentence}</dd>
        </div>`,
      )}
    </dl>
  </div>`;
}
