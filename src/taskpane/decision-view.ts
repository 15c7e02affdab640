import "./views/commitment/commitment-view";
import "./views/negotiation/clauses-view";
import "./views/offer/deal-facts-view";
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import {
  AS_IT_IS,
  type Assumptions,
  readingAsWon,
  readingAtLoad,
  supposedOf,
  whatIfNote,
} from "../deal/assumptions";
import type { ParsedDeal } from "../deal/parse-deal";
import type { ClauseName } from "../forecast/clause-values";
import type { DecisionRequest } from "../workbook/sheets/write-decision";
import { shared } from "./kit/styles";
import { decisionNote, decisionRequest } from "./views/sheets/decision-request";

/** The decision: which threshold to reach for, the facts of the deal, and what a clause is worth. */
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
  #asSupposed: ParsedDeal | undefined;
  #withoutClauses: ParsedDeal | undefined;
  #supposed = AS_IT_IS;
  /** What the decision sheet will show. */
  #note = "";

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("reading") && !changed.has("whatIf")) return;
    const { reading } = this;
    const whatIf = reading ? supposedOf(reading, this.whatIf) : AS_IT_IS;
    this.#supposed = whatIf;
    this.#note = reading ? decisionNote(reading, whatIf) : "";
    const supposed = (clauses: readonly ClauseName[]): ParsedDeal | undefined =>
      reading && readingAtLoad(readingAsWon(reading, { ...whatIf, clauses }), whatIf.loadFactor);
    this.#asSupposed = supposed(whatIf.clauses);
    this.#withoutClauses = supposed([]);
  }

  override render() {
    const { reading } = this;
    const whatIf = this.#supposed;
    if (!reading) return nothing;
    const isPriced = reading.bands && reading.agreement;
    return html`
      ${
        isPriced
          ? html`<bandwise-commitment
              .reading=${reading}
              .whatIf=${whatIf}
              .note=${this.#note}
              .busy=${this.busy}
              .building=${this.building}
              .suppose=${this.suppose}
              .sayHowSure=${this.sayHowSure}
              .build=${this.#start}
            ></bandwise-commitment>`
          : nothing
      }
      <bandwise-deal-facts .reading=${this.#asSupposed} .note=${whatIfNote(whatIf)}></bandwise-deal-facts>
      ${
        isPriced
          ? html`<bandwise-clauses
              .reading=${this.#withoutClauses}
              .on=${whatIf.clauses}
              .note=${whatIfNote({ ...whatIf, clauses: [] })}
              .change=${this.#takeClauses}
            ></bandwise-clauses>`
          : nothing
      }
    `;
  }

  readonly #start = (whatIf: Assumptions): void => {
    if (this.reading)
      this.build(decisionRequest({ kind: "read", reading: this.reading }, whatIf, new Date()));
  };

  readonly #takeClauses = (clauses: readonly ClauseName[]): void => this.suppose({ clauses });
}
