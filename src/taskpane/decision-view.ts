import "./views/negotiation/clauses-view";
import "./views/offer/deal-facts-view";
import "./views/commitment/threshold-choices-view";
import "./views/commitment/where-it-pays-view";
import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/spinner/define.js";
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import {
  AS_IT_IS,
  type Assumptions,
  readingAsWon,
  readingAtLoad,
  supposedOf,
  whatIfNote,
} from "../deal/assumptions";
import { type DiscountLevel, levelsIn } from "../deal/negotiation-level";
import type { ParsedDeal } from "../deal/parse-deal";
import type { ClauseName } from "../forecast/clause-values";
import type { DecisionRequest } from "../workbook/sheets/write-decision";
import { shared } from "./kit/styles";
import { decisionNote, decisionRequest } from "./views/sheets/decision-request";

/** The decision: where it pays, the facts of the deal, each threshold as a choice, what a clause is worth, and the proof. */
@customElement("bandwise-decision")
export class DecisionView extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 24px;
      }

      :host > * + * {
        padding-top: 24px;
        border-top: 1px solid var(--colorNeutralStroke1);
      }

      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
    `,
  ];

  @property({ attribute: false }) reading: ParsedDeal | undefined;
  @property({ attribute: false }) whatIf: Assumptions = AS_IT_IS;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) building = false;
  @property({ attribute: false }) suppose: (change: Partial<Assumptions>) => void = () => {};
  @property({ attribute: false }) sayHowSure: () => void = () => {};
  @property({ attribute: false }) build: (request: DecisionRequest | string) => void = () => {};

  // Readings as something were so; kept, so that the parts redraw only when theirs changes.
  #asWon: ParsedDeal | undefined;
  #asSupposed: ParsedDeal | undefined;
  #withoutClauses: ParsedDeal | undefined;
  #supposed = AS_IT_IS;
  /** What the decision sheet will show. */
  #note = "";

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("reading") && !changed.has("whatIf")) return;
    const { reading } = this;
    const whatIf = reading ? supposedOf(reading, this.whatIf) : AS_IT_IS;
    const before = this.#supposed;
    this.#supposed = whatIf;
    this.#note = reading ? decisionNote(reading, whatIf) : "";
    if (
      changed.has("reading") ||
      before.clauses !== whatIf.clauses ||
      before.price !== whatIf.price
    )
      this.#asWon = reading && readingAsWon(reading, whatIf);
    this.#asSupposed = this.#asWon && readingAtLoad(this.#asWon, whatIf.loadFactor);
    const withoutClauses = reading && readingAsWon(reading, { ...whatIf, clauses: [] });
    this.#withoutClauses = withoutClauses && readingAtLoad(withoutClauses, whatIf.loadFactor);
  }

  override render() {
    const { reading } = this;
    const whatIf = this.#supposed;
    const asWon = this.#asWon;
    if (!reading || !asWon) return nothing;
    const note = whatIfNote(whatIf);
    const isPriced = reading.bands && reading.agreement;
    return html`
      ${
        isPriced && asWon.forecast
          ? html`<bandwise-where-it-pays
              .forecast=${asWon.forecast}
              .agreement=${asWon.agreement}
              .bands=${asWon.bands}
              .commitmentUsd=${asWon.commitmentUsd}
              .forecastIsUsage=${asWon.forecastIsUsage}
              .loadFactor=${whatIf.loadFactor}
              .changeLoad=${this.#changeLoad}
              .prices=${levelsIn(reading.discounts.ranges)}
              .price=${whatIf.price}
              .changePrice=${this.#changePrice}
              .note=${note}
              .busy=${this.busy}
              .sayHowSure=${this.sayHowSure}
            ></bandwise-where-it-pays>`
          : nothing
      }
      <bandwise-deal-facts .reading=${this.#asSupposed} .note=${note}></bandwise-deal-facts>
      ${
        isPriced
          ? html`<bandwise-threshold-choices
                .reading=${this.#asSupposed}
                .ranges=${reading.discounts.ranges}
                .note=${note}
              ></bandwise-threshold-choices>
              <bandwise-clauses
                .reading=${this.#withoutClauses}
                .on=${whatIf.clauses}
                .note=${whatIfNote({ ...whatIf, clauses: [] })}
                .change=${this.#takeClauses}
              ></bandwise-clauses>`
          : nothing
      }
      ${isPriced && reading.forecast ? this.#drawProof() : nothing}
    `;
  }

  #drawProof(): TemplateResult {
    const note = this.#note;
    return html`<section class="stack" aria-labelledby="proof">
      <h2 id="proof">Prove it in cells</h2>
      <p class="wrap">
        A sheet with the inputs, the best commitment, every threshold, all options, the clauses and the
        savings curve. Results are live formulas that anybody can check.
      </p>
      ${note === "" ? nothing : html`<p class="wrap">${note}</p>`}
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
        ${
          note === ""
            ? nothing
            : html`<fluent-button
                ?disabled-focusable=${this.busy}
                @click=${() => this.#start(AS_IT_IS)}
                >Build from the workbook alone</fluent-button
              >`
        }
      </div>
    </section>`;
  }

  #start(whatIf: Assumptions): void {
    if (this.busy || !this.reading) return;
    this.build(decisionRequest({ kind: "read", reading: this.reading }, whatIf, new Date()));
  }

  readonly #changeLoad = (loadFactor: number): void => this.suppose({ loadFactor });

  readonly #changePrice = (price: DiscountLevel): void => this.suppose({ price });

  readonly #takeClauses = (clauses: readonly ClauseName[]): void => this.suppose({ clauses });
}
