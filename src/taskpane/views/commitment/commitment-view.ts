import { type Currency, US_DOLLAR } from "../../../core/currency";
import { statedUsd } from "../../../wording/format/approximate";
import "./full-chart-view";
import "./guesses-view";
import "./how-sure-view";
import "./level-choice";
import "./load-slider";
import "./threshold-choices-view";
import "../../kit/how-sure/explain-links";
import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/spinner/define.js";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { type Decision, decide } from "../../../analysis/decision";
import { toCents } from "../../../core/money";
import {
  AS_IT_IS,
  type Assumptions,
  readingAsWon,
  readingAtLoad,
  supposedOf,
  whatIfNote,
} from "../../../deal/assumptions";
import { levelsIn } from "../../../deal/negotiation-level";
import type { ParsedDeal } from "../../../deal/parse-deal";
import { describeDecision } from "../../../wording/messages/decision-messages";
import { postureSummary } from "../../../wording/messages/posture-messages";
import { rolloverNote } from "../../../wording/messages/rollover-words";
import type { AnswerNumber } from "../../kit/how-sure/explain-links";
import { askIcon } from "../../kit/icons";
import { pause } from "../../kit/in-slices";
import { shared } from "../../kit/styles";
import { commitmentStyles } from "./commitment-styles";

/** Which threshold to reach for: the answer, what the load does to it, a card for each threshold, and the proof. */
@customElement("bandwise-commitment")
export class CommitmentView extends LitElement {
  static override readonly styles = [shared, commitmentStyles];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  /** The deal as the workbook holds it. */
  @property({ attribute: false }) reading: ParsedDeal | undefined;
  @property({ attribute: false }) whatIf: Assumptions = AS_IT_IS;
  @property({ attribute: false }) busy = false;
  /** Whether the decision sheet is being built. */
  @property({ attribute: false }) building = false;
  /** What the sheet would show, where that is not what the pane shows or not what the workbook holds; empty else. */
  @property({ attribute: false }) note = "";
  @property({ attribute: false }) suppose: (change: Partial<Assumptions>) => void = () => {};
  @property({ attribute: false }) sayHowSure: () => void = () => {};
  /** Builds the decision sheet of the deal with what is supposed of it. */
  @property({ attribute: false }) build: (whatIf: Assumptions) => void = () => {};

  /** Shows how a number of the answer is worked out. */
  @property({ attribute: false }) explain: (number: AnswerNumber) => void = () => {};

  @state() private isChartOpen = false;

  // Readings as something were so; kept, so that the parts redraw only when theirs changes.
  #supposed = AS_IT_IS;
  #asWon: ParsedDeal | undefined;
  #asSupposed: ParsedDeal | undefined;
  #asForecast: Decision | undefined;
  #isPriced = false;

  /** Prices a deal that is new in a task of its own, before the one that draws it. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.#takeOver()) await pause(0);
    super.scheduleUpdate();
  }

  override willUpdate(_: PropertyValues<this>): void {
    this.#takeOver();
    if (this.#isPriced) return;
    this.#asForecast = this.#asWon && decide(this.#asWon);
    this.#isPriced = true;
  }

  #read: readonly unknown[] = [];

  /** Takes over a reading and what is supposed of it; whether the deal must be priced. */
  #takeOver(): boolean {
    const { reading } = this;
    const whatIf = reading ? supposedOf(reading, this.whatIf) : AS_IT_IS;
    const deal = [reading, whatIf.clauses, whatIf.price];
    const isNew = deal.some((part, index) => part !== this.#read[index]);
    if (isNew) {
      this.#read = deal;
      this.#asWon = reading && readingAsWon(reading, whatIf);
      this.#isPriced = false;
    }
    if (isNew || whatIf.loadFactor !== this.#supposed.loadFactor)
      this.#asSupposed = this.#asWon && readingAtLoad(this.#asWon, whatIf.loadFactor);
    this.#supposed = whatIf;
    return isNew;
  }

  override render() {
    const { reading } = this;
    const asSupposed = this.#asSupposed;
    const asForecast = this.#asForecast;
    if (!reading || !asSupposed || !asForecast) return nothing;
    const { loadFactor, price } = this.#supposed;
    const levels = levelsIn(reading.discounts.ranges);
    return html`
      <section class="stack" aria-labelledby="question">
        <h2 id="question">Which threshold to reach for</h2>
        ${this.#drawAnswer(decide(asSupposed), asSupposed)} ${this.#drawTaken(reading)}
        ${
          asForecast.kind === "decided"
            ? html`<bandwise-load-slider
                .factor=${loadFactor}
                .change=${(factor: number) => this.suppose({ loadFactor: factor })}
              ></bandwise-load-slider>`
            : nothing
        }
        ${
          levels.length > 0
            ? html`<bandwise-price-choice
                .prices=${levels}
                .price=${price}
                .change=${(level: Assumptions["price"]) => this.suppose({ price: level })}
              ></bandwise-price-choice>`
            : nothing
        }
        <bandwise-threshold-choices
          .currency=${this.currency}
          .reading=${asSupposed}
          .ranges=${reading.discounts.ranges}
        ></bandwise-threshold-choices>
        ${this.#drawHowSure(decide(asSupposed))}
        ${
          asForecast.kind === "decided"
            ? html`${this.#drawActions()}
              ${
                this.isChartOpen
                  ? html`<bandwise-full-chart
                      .currency=${this.currency}
                      .decided=${asForecast}
                      .loadFactor=${loadFactor}
                    ></bandwise-full-chart>`
                  : nothing
              }`
            : nothing
        }
      </section>
    `;
  }

  #drawAnswer(decision: Decision, reading: ParsedDeal): TemplateResult {
    const { bands, agreement, forecast, commitmentUsd } = reading;
    const { headline, evidence, also } = describeDecision(decision, this.currency);
    // The card of the best threshold says why it is the best.
    const why = hasCard(decision) ? [] : [`${isTie(decision) ? `${headline}. ` : ""}${evidence}`];
    const notes = [whatIfNote(this.#supposed), rolloverNote(reading)].filter((text) => text !== "");
    const lead =
      decision.kind === "decided" ? postureSummary(decision, this.currency) || headline : "";
    return html`<div class="lines">
      <div class="lines" role="status">
        ${notes.map((note) => html`<p class="quiet wrap">${note}</p>`)}
        ${lead === "" ? nothing : html`<p class="lead wrap">${lead}.</p>`}
        ${[...why, ...also].map((sentence) => html`<p class="wrap">${sentence}</p>`)}
      </div>
      ${
        decision.kind === "decided"
          ? html`<bandwise-guesses
                .currency=${this.currency}
                .bands=${bands}
                .agreement=${agreement}
                .forecast=${forecast}
                .commitmentUsd=${commitmentUsd}
              ></bandwise-guesses
              >${
                decision.recommendation.kind === "nothingToChoose"
                  ? nothing
                  : html`<bandwise-explain-links
                      .explain=${(number: AnswerNumber) => this.busy || this.explain(number)}
                    ></bandwise-explain-links>`
              }`
          : nothing
      }
    </div>`;
  }

  #drawHowSure(decision: Decision): TemplateResult | typeof nothing {
    if (decision.kind !== "decided" || decision.agreement.bands.length < 2) return nothing;
    return html`<bandwise-how-sure .currency=${this.currency} .decided=${decision}></bandwise-how-sure>`;
  }

  #drawTaken({ forecastIsUsage, forecast }: ParsedDeal): TemplateResult | typeof nothing {
    if (!forecastIsUsage || !forecast) return nothing;
    return html`<div class="notice taken">
      ${askIcon}
      <div class="stack">
        <p class="wrap">
          Usage of ${statedUsd(forecast.meanUsd, this.currency)} is taken as certain. Nobody knows a year that well: say
          how sure it is to see how likely each commitment is filled.
        </p>
        <div>
          <fluent-button size="small" ?disabled-focusable=${this.busy} @click=${this.sayHowSure}
            >Say how sure it is</fluent-button
          >
        </div>
      </div>
    </div>`;
  }

  #drawActions(): TemplateResult {
    const { note } = this;
    return html`<div class="lines">
      <div class="buttons">
        <fluent-button
          appearance="primary"
          ?disabled-focusable=${this.busy}
          @click=${() => this.#start(this.#supposed)}
        >
          ${
            this.building
              ? html`<fluent-spinner slot="start" size="tiny" aria-hidden="true"></fluent-spinner>`
              : nothing
          }
          Build decision sheet
        </fluent-button>
        <fluent-button
          @click=${() => {
            this.isChartOpen = !this.isChartOpen;
          }}
          >${this.isChartOpen ? "Hide full chart" : "Full chart"}</fluent-button
        >
      </div>
      ${
        note === ""
          ? nothing
          : html`<p class="quiet wrap">${note}</p>
            <div>
              <fluent-button
                size="small"
                ?disabled-focusable=${this.busy}
                @click=${() => this.#start(AS_IT_IS)}
                >Build from the workbook alone</fluent-button
              >
            </div>`
      }
    </div>`;
  }

  #start(whatIf: Assumptions): void {
    if (!this.busy) this.build(whatIf);
  }
}

/** Whether one commitment is best, and is a threshold, which has a card. */
function hasCard(decision: Decision): boolean {
  if (decision.kind !== "decided" || decision.recommendation.kind !== "beats") return false;
  const { commitmentUsd } = decision.recommendation.best;
  return decision.agreement.bands
    .slice(1)
    .some(({ thresholdUsd }) => toCents(thresholdUsd) === toCents(commitmentUsd));
}

/** Whether what to do does not say already which commitments are weighed. */
function isTie(decision: Decision): boolean {
  return decision.kind === "decided" && decision.recommendation.kind === "ties";
}
