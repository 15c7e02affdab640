import "./clauses-view";
import "./threshold-choices-view";
import "./where-it-pays-view";
import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/spinner/define.js";
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { ClauseName } from "../forecast/clause-values";
import { withClauses } from "../sensitivity/what-if";
import type { DealReading } from "./deal-reading";
import { formatList } from "./format";
import { shared } from "./styles";
import type { WhereItPaysView } from "./where-it-pays-view";

/** The decision: where it pays, each threshold as a choice, what a clause is worth, and the sheet that proves it. */
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

  @property({ attribute: false }) reading: DealReading | undefined;
  /** Clauses that are taken as won. */
  @property({ attribute: false }) clauses: readonly ClauseName[] = [];
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) building = false;
  @property({ attribute: false }) takeClauses: (clauses: readonly ClauseName[]) => void = () => {};
  @property({ attribute: false }) sayHowSure: () => void = () => {};
  @property({ attribute: false }) build: () => void = () => {};

  /** The reading as it would be with the clauses won; kept, so that the parts redraw only when it changes. */
  #asWon: DealReading | undefined;

  override willUpdate(changed: PropertyValues): void {
    if (!changed.has("reading") && !changed.has("clauses")) return;
    const { reading, clauses } = this;
    this.#asWon = reading?.agreement
      ? { ...reading, agreement: withClauses(reading.agreement, clauses) }
      : reading;
  }

  override render() {
    const { reading, clauses, busy } = this;
    const asWon = this.#asWon;
    if (!reading?.bands || !reading.agreement || !reading.forecast || !asWon) return nothing;
    return html`
      <bandwise-where-it-pays
        .forecast=${asWon.forecast}
        .agreement=${asWon.agreement}
        .commitmentUsd=${asWon.commitmentUsd}
        .forecastIsUsage=${asWon.forecastIsUsage}
        .busy=${busy}
        .sayHowSure=${this.sayHowSure}
      ></bandwise-where-it-pays>
      ${
        clauses.length > 0
          ? html`<p class="wrap" role="status">
              Everything above and below is priced as if you had won: ${formatList(clauses)}. The
              workbook is as it was.
            </p>`
          : nothing
      }
      <bandwise-threshold-choices .reading=${asWon}></bandwise-threshold-choices>
      <bandwise-clauses .reading=${reading} .on=${clauses} .change=${this.takeClauses}></bandwise-clauses>
      <section class="stack" aria-labelledby="proof">
        <h2 id="proof">Prove it in cells</h2>
        <p class="wrap">
          A sheet with the inputs, the best commitment, every threshold, all options, the clauses and the
          savings curve, each number a live formula that anybody can check.
        </p>
        <div>
          <fluent-button appearance="primary" ?disabled-focusable=${busy} @click=${this.#start}>
            ${
              this.building
                ? html`<fluent-spinner slot="start" size="tiny" aria-hidden="true"></fluent-spinner>`
                : nothing
            }
            Build decision sheet
          </fluent-button>
        </div>
      </section>
    `;
  }

  readonly #start = (): void => {
    if (!this.busy) this.build();
  };

  focusHeading(): void {
    this.renderRoot.querySelector<WhereItPaysView>("bandwise-where-it-pays")?.focusHeading();
  }
}
