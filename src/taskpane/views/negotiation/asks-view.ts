import "@fluentui/web-components/button/define.js";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { WeighedAsk } from "../../../analysis/negotiation/counter-offer";
import { type Currency, US_DOLLAR } from "../../../core/currency";
import { ASK_STATUSES, type AskStatus } from "../../../sheets/negotiation/asks-table";
import type { WrittenTable } from "../../../workbook/journal/written-table";
import { faultIcon } from "../../kit/icons";
import { LaterElement } from "../../kit/later-element";
import { shared } from "../../kit/styles";
import { formStyles } from "../../kit/table-form-styles";
import { tableStyles } from "../../kit/table-styles";
import { asksSummary, askWorth } from "./asks-messages";
import { disclosureStyles } from "./disclosure-styles";

/** What there is to ask for, ranked, with how far each is; the sheet has the rest of it. */
@customElement("bandwise-asks")
export class AsksView extends LaterElement {
  static override readonly styles = [
    shared,
    tableStyles,
    formStyles,
    disclosureStyles,
    css`
      select {
        width: 88px;
        padding-inline: 6px 20px;
      }

      .select::after {
        inset-inline-end: 8px;
      }
    `,
  ];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) asks: readonly WeighedAsk[] = [];
  /** What on the sheet cannot be read. */
  @property({ attribute: false }) problems: readonly string[] = [];
  /** The sheet that they are on; undefined while there is none. */
  @property({ attribute: false }) sheet: WrittenTable | undefined;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) list: (again: WrittenTable | undefined) => void = () => {};
  @property({ attribute: false }) goTo: (sheet: WrittenTable) => void = () => {};
  @property({ attribute: false }) mark: (
    sheet: WrittenTable,
    ask: string,
    status: AskStatus,
  ) => Promise<void> | void = () => {};

  override render() {
    const { sheet, asks } = this;
    return html`<details>
      <summary>${asksSummary(asks, this.currency)}</summary>
      <div class="stack">
        ${this.problems.map(
          (problem) =>
            html`<div class="notice fault">${faultIcon}<p class="wrap">${problem}</p></div>`,
        )}
        ${
          asks.length === 0
            ? html`<p class="wrap">The band has every clause on the list.</p>`
            : html`<table>
                <thead>
                  <tr>
                    <td></td>
                    <th scope="col">Worth, ${this.currency.code}</th>
                    ${sheet ? html`<th scope="col">Status</th>` : nothing}
                  </tr>
                </thead>
                <tbody>
                  ${asks.map((ask, index) => this.#drawAsk(ask, index, sheet))}
                </tbody>
              </table>`
        }
        <p class="quiet wrap">
          ${
            sheet
              ? "Worth over the term, beside what is won. Mark a clause as won, here or on the sheet, and the whole pane is priced with it. Likelihood, priority and what we could give are typed on the sheet."
              : "Worth over the term, each by itself. On a sheet you can say how likely each is, what matters most, what we could give for it, and mark what is won."
          }
        </p>
        <div class="buttons">
          <fluent-button ?disabled-focusable=${this.busy} @click=${() => this.#list()}
            >${sheet ? "Rank the asks again" : "List the asks on a sheet"}</fluent-button
          >
          ${
            sheet
              ? html`<fluent-button ?disabled-focusable=${this.busy} @click=${() => this.goTo(sheet)}
                  >Go to ${sheet.sheet}</fluent-button
                >`
              : nothing
          }
        </div>
      </div>
    </details>`;
  }

  #list(): void {
    if (!this.busy) this.list(this.sheet);
  }

  #drawAsk(ask: WeighedAsk, index: number, sheet: WrittenTable | undefined): TemplateResult {
    return html`<tr>
      <th scope="row" class="wrap" id="ask-${index}">${ask.name}</th>
      <td>${askWorth(ask, this.currency)}</td>
      ${
        sheet
          ? html`<td>
              <div class="select">
                <select
                  aria-labelledby="ask-${index}"
                  .value=${live(ask.status)}
                  ?disabled=${this.busy}
                  @change=${(event: Event) => this.#mark(sheet, ask.name, event)}
                >
                  ${ASK_STATUSES.map(
                    (status) =>
                      html`<option value=${status} ?selected=${status === ask.status}>${status}</option>`,
                  )}
                </select>
              </div>
            </td>`
          : nothing
      }
    </tr>`;
  }

  async #mark(sheet: WrittenTable, ask: string, event: Event): Promise<void> {
    const { currentTarget } = event;
    const status =
      currentTarget instanceof HTMLSelectElement &&
      ASK_STATUSES.find((one) => one === currentTarget.value);
    if (status) await this.mark(sheet, ask, status);
    // Where the sheet did not take it, the list shows again what it says.
    this.requestUpdate();
  }
}
