import { paneCurrency } from "../../kit/pane-currency";
import "./guesses-view";
import "./load-slider";
import "./level-choice";
import "./savings-chart";
import "@fluentui/web-components/button/define.js";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { sameCommitment } from "../../../analysis/best-commitments";
import { commitmentOutlook, wasteOutlook } from "../../../analysis/commitment-outlook";
import { fillLevels } from "../../../analysis/fill-levels";
import { forecastSpread } from "../../../analysis/forecast-spread";
import { type LoadChange, loadChange } from "../../../analysis/load-change";
import { recommend, roundingOf } from "../../../analysis/recommendation";
import { type SavingsCurve, savingsCurve } from "../../../analysis/savings-curve";
import type { Agreement } from "../../../core/agreement";
import type { BandTable } from "../../../core/bands";
import { toCents } from "../../../core/money";
import { forecastAtLoad } from "../../../deal/assumptions";
import type { DiscountLevel } from "../../../deal/negotiation-level";
import type { Forecast } from "../../../forecast/forecast";
import { chance, loadWords } from "../../../wording/format/approximate";
import { formatUsd } from "../../../wording/format/format";
import { type CommitmentNames, namesOnCurve } from "../../../wording/messages/commitment-names";
import { askIcon } from "../../kit/icons";
import { pause } from "../../kit/in-slices";
import { shared } from "../../kit/styles";
import { decisionSentences } from "./outlook-messages";
import { drawSymbol } from "./savings-chart-drawing";
import { type Mark, marksOf } from "./savings-chart-layout";
import {
  forecastParts,
  loadQuestion,
  loadRowName,
  loadSentence,
  wasteSentence,
} from "./where-it-pays-messages";
import { whereItPaysStyles } from "./where-it-pays-styles";

/** The load that is asked about while the slider is where it was. */
const ASKED_FACTOR = 0.8;

/** A load: its forecast and its curve. */
interface CurveOfLoad {
  readonly forecast: Forecast;
  readonly curve: SavingsCurve;
}

/** Which commitment pays under an uncertain forecast, how sure that is, and what another load would do to it. */
@customElement("bandwise-where-it-pays")
export class WhereItPaysView extends LitElement {
  static override readonly styles = [shared, whereItPaysStyles];

  @property({ attribute: false }) forecast: Forecast | undefined;
  @property({ attribute: false }) agreement: Agreement | undefined;
  /** The bands, which say how well their thresholds are known. */
  @property({ attribute: false }) bands: BandTable | undefined;
  /** The present commitment; undefined where it could not be read. */
  @property({ attribute: false }) commitmentUsd: number | undefined;
  /** Whether nobody said how sure the usage is, so that it is taken as certain. */
  @property({ attribute: false }) forecastIsUsage = false;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) sayHowSure: () => void = () => {};

  /** Usage is multiplied by this; 0.8 is 20% lower than forecast. */
  @property({ attribute: false }) loadFactor = 1;
  @property({ attribute: false }) changeLoad: (factor: number) => void = () => {};
  /** Prices that the bands say, where they say more than what is offered. */
  @property({ attribute: false }) prices: readonly DiscountLevel[] = [];
  @property({ attribute: false }) price: DiscountLevel = "offered";
  @property({ attribute: false }) changePrice: (price: DiscountLevel) => void = () => {};
  /** What all of it is priced as if; empty where it is as the workbook holds it. */
  @property({ attribute: false }) note = "";

  #asForecast: CurveOfLoad | undefined;
  /** Forecast, agreement and commitment that it is of. */
  #priced: readonly unknown[] = [];
  /** The load that is asked about at rest. What was found last stands while it is priced anew. */
  @state() private asked: CurveOfLoad | undefined;
  #askedOf: CurveOfLoad | undefined;

  /** Prices a deal that is new in a task of its own, before the one that draws it. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.#priceAnew()) await pause(0);
    super.scheduleUpdate();
  }

  override willUpdate(): void {
    this.#priceAnew();
  }

  /** Prices the deal where it is another than was priced last; whether it was. */
  #priceAnew(): boolean {
    const { forecast, agreement, commitmentUsd } = this;
    const deal = [forecast, agreement, commitmentUsd] as const;
    if (deal.every((part, index) => part === this.#priced[index])) return false;
    this.#priced = deal;
    this.#asForecast =
      forecast && agreement
        ? { forecast, curve: savingsCurve(forecast, agreement, commitmentUsd) }
        : undefined;
    return true;
  }

  override render() {
    const { agreement, loadFactor } = this;
    const base = this.#asForecast;
    if (!agreement || !base) return nothing;
    const moved = loadFactor === 1 ? base : this.#loadOf(base, agreement, loadFactor);
    const asked = loadFactor === 1 ? this.asked : moved;
    const askedFactor = loadFactor === 1 ? ASKED_FACTOR : loadFactor;
    const certain = base.forecast.lowestUsd === base.forecast.highestUsd;
    const nameOf = namesOnCurve(moved.curve, paneCurrency());
    const decision = recommend(moved.curve.marks, roundingOf(moved.forecast));
    const [lead, ...more] = decisionSentences(decision, certain, nameOf);
    const change =
      asked &&
      loadChange(
        { forecast: base.forecast, marks: base.curve.marks },
        { forecast: asked.forecast, marks: asked.curve.marks },
        askedFactor,
        agreement,
      );
    return html`
      <section class="stack" aria-label="Where it pays">
        ${this.#drawTaken(base.forecast)}
        <div class="sentence" role="status">
          ${this.note === "" ? nothing : html`<p class="quiet wrap">${this.note}</p>`}
          <p class="lead wrap">${lead}</p>
          ${more.map((sentence) => html`<p class="wrap">${sentence}</p>`)}
        </div>
        <figure>
          <figcaption class="quiet">
            Expected saving a year, by commitment${
              loadFactor === 1
                ? nothing
                : html`; <span class="key" aria-hidden="true"></span> as forecast`
            }
          </figcaption>
          <bandwise-savings-chart
            .curve=${moved.curve}
            .asForecast=${loadFactor === 1 ? undefined : base.curve}
            .fills=${fillLevels(moved.forecast, agreement)}
            .certain=${certain}
            .read=${(usd: number) => commitmentOutlook(moved.forecast, agreement, usd)}
          ></bandwise-savings-chart>
        </figure>
        ${
          this.bands
            ? html`<bandwise-guesses
                .bands=${this.bands}
                .agreement=${agreement}
                .forecast=${moved.forecast}
              ></bandwise-guesses>`
            : nothing
        }
        ${drawMarks(marksOf(moved.curve.marks), nameOf)}
        <bandwise-load-slider
          .factor=${loadFactor}
          .change=${this.changeLoad}
        ></bandwise-load-slider>
        ${
          this.prices.length > 0
            ? html`<bandwise-price-choice
                .prices=${this.prices}
                .price=${this.price}
                .change=${this.changePrice}
              ></bandwise-price-choice>`
            : nothing
        }
        ${change ? drawLoadChange(change, nameOf) : nothing} ${drawWaste(moved, agreement, certain, loadFactor)}
        ${drawForecast(moved.forecast, loadFactor)}
      </section>
    `;
  }

  override updated(): void {
    void this.#ask();
  }

  /** Prices the load that is asked about, in a task of its own, so that the chart is drawn first. */
  async #ask(): Promise<void> {
    const base = this.#asForecast;
    if (!base || !this.agreement || this.loadFactor !== 1 || base === this.#askedOf) return;
    this.#askedOf = base;
    await pause(0);
    if (this.agreement && base === this.#asForecast)
      this.asked = this.#loadOf(base, this.agreement, ASKED_FACTOR);
  }

  /** The curve of another load ends where the one as forecast does, so that the two can be compared. */
  #loadOf(base: CurveOfLoad, agreement: Agreement, factor: number): CurveOfLoad {
    const forecast = forecastAtLoad(base.forecast, factor);
    const { endUsd } = base.curve;
    return { forecast, curve: savingsCurve(forecast, agreement, this.commitmentUsd, endUsd) };
  }

  #drawTaken({ meanUsd }: Forecast): TemplateResult | typeof nothing {
    if (!this.forecastIsUsage) return nothing;
    return html`<div class="notice taken">
      ${askIcon}
      <div class="stack">
        <p class="wrap">
          Usage of ${formatUsd(meanUsd, paneCurrency())} is taken as certain. Nobody knows a year that well: say how
          sure it is to see how likely each commitment is filled.
        </p>
        <div>
          <fluent-button size="small" ?disabled-focusable=${this.busy} @click=${this.sayHowSure}
            >Say how sure it is</fluent-button
          >
        </div>
      </div>
    </div>`;
  }
}

function drawMarks(marks: readonly Mark[], nameOf: CommitmentNames): TemplateResult {
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
          <td>${formatUsd(outlook.expectedSavingUsd, paneCurrency())}</td>
          <td>${none ? "n/a" : chance(outlook.fillProbability)}</td>
          <td>${chance(outlook.lossProbability)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

function drawLoadChange(change: LoadChange, nameOf: CommitmentNames): TemplateResult {
  const percent = Math.round(Math.abs(change.factor - 1) * 100);
  return html`<div class="answer">
    <h2>${loadQuestion(change.factor)}</h2>
    <p class="wrap">${loadSentence(change, nameOf)}</p>
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
                  <th scope="row">${loadRowName(row, nameOf)}</th>
                  <td>${formatUsd(row.beforeUsd, paneCurrency())}</td>
                  <td>${formatUsd(row.afterUsd, paneCurrency())}</td>
                </tr>`,
              )}
            </tbody>
          </table>`
    }
  </div>`;
}

function drawWaste(
  { forecast, curve }: CurveOfLoad,
  agreement: Agreement,
  certain: boolean,
  loadFactor: number,
): TemplateResult {
  const { current, best } = curve.marks;
  const asked = [current, sameCommitment(best, current) ? undefined : best].flatMap((mark) =>
    mark && toCents(mark.commitmentUsd) !== 0 ? [mark.commitmentUsd] : [],
  );
  const sentences = asked.map((usd) =>
    wasteSentence(
      wasteOutlook(forecast, agreement, usd),
      certain,
      namesOnCurve(curve, paneCurrency()),
    ),
  );
  return html`<div class="answer">
    <h2>How bad is it if we do not use it all?</h2>
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

function drawForecast(forecast: Forecast, loadFactor: number): TemplateResult {
  return html`<div class="answer">
    <h2>The forecast in words</h2>
    ${drawLoadNote(loadFactor)}
    <dl>
      ${forecastParts(forecastSpread(forecast)).map(
        ({ label, sentence }) => html`<div>
          <dt>${label}</dt>
          <dd class="wrap">${sentence}</dd>
        </div>`,
      )}
    </dl>
  </div>`;
}
