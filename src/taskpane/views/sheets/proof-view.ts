import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/spinner/define.js";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { AS_IT_IS, type Assumptions } from "../../../deal/assumptions";
import type { ParsedDeal } from "../../../deal/parse-deal";
import type { SheetForm } from "../../../sheets/sheet-definition";
import type { DecisionRequest } from "../../../workbook/sheets/write-decision";
import { decisionNote, decisionRequest } from "../../context/decision/decision-request";
import { shared } from "../../kit/styles";

/** The way to the decision sheet: what it holds, and whether it shows what is supposed or the workbook alone. */
@customElement("bandwise-proof")
export class ProofView extends LitElement {
  static override readonly styles = [
    shared,
    css`
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
  @property({ attribute: false }) build: (request: DecisionRequest | string) => void = () => {};

  override render() {
    const { reading, whatIf } = this;
    if (!reading) return nothing;
    const note = decisionNote(reading, whatIf);
    return html`<section class="stack" aria-labelledby="proof">
      <h2 id="proof">Prove it in cells</h2>
      <p class="wrap">
        A sheet with the inputs, the best commitment, every threshold, all options, the clauses and the
        savings curve. Results are live formulas that anybody can check, or plain values that need no add-in.
      </p>
      ${note === "" ? nothing : html`<p class="wrap">${note}</p>`}
      <div class="buttons">
        <fluent-button
          appearance="primary"
          ?disabled-focusable=${this.busy}
          @click=${() => this.#start(whatIf)}
        >
          ${
            this.building
              ? html`<fluent-spinner slot="start" size="tiny" aria-hidden="true"></fluent-spinner>`
              : nothing
          }
          Build decision sheet
        </fluent-button>
        <fluent-button
          ?disabled-focusable=${this.busy}
          @click=${() => this.#start(whatIf, "values")}
          >Build as plain values</fluent-button
        >
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

  #start(whatIf: Assumptions, form: SheetForm = "live"): void {
    if (this.busy || !this.reading) return;
    this.build(decisionRequest({ kind: "read", reading: this.reading }, whatIf, new Date(), form));
  }
}
