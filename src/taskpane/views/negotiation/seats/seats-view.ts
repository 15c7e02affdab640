import "@fluentui/web-components/button/define.js";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { lastDayToAct } from "../../../../analysis/negotiation/dates";
import { type Currency, US_DOLLAR } from "../../../../core/currency";
import { dayInWords } from "../../../../deal/offer-round";
import type { WrittenTable } from "../../../../workbook/journal/written-table";
import { faultIcon } from "../../../kit/icons";
import { LaterElement } from "../../../kit/later-element";
import { shared } from "../../../kit/styles";
import { tableStyles } from "../../../kit/table-styles";
import { disclosureStyles } from "../disclosure-styles";
import { daysLeftWords, fillRows, seatsSummary } from "./seats-messages";
import type { SeatsReading } from "./seats-reading";

/** Seats beside the API, and the days on which somebody must act; the sheet has the rest of it. */
@customElement("bandwise-seats")
export class SeatsView extends LaterElement {
  static override readonly styles = [
    shared,
    tableStyles,
    disclosureStyles,
    css`
      /* Close to the line above it, which is folded too. */
      :host {
        margin-block-start: -14px;
      }

      td .quiet {
        display: block;
      }
    `,
  ];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) reading: SeatsReading | undefined;
  /** As Excel counts days. */
  @property({ attribute: false }) today = 0;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) add: () => void = () => {};
  @property({ attribute: false }) goTo: (sheet: WrittenTable) => void = () => {};

  override render() {
    const { reading, currency, today } = this;
    if (!reading) return nothing;
    const { sheet, problems } = reading;
    return html`<details>
      <summary>${seatsSummary(reading, today, currency)}</summary>
      <div class="stack">
        ${problems.map(
          (problem) =>
            html`<div class="notice fault">${faultIcon}<p class="wrap">${problem}</p></div>`,
        )}
        ${this.#drawFill(reading)} ${this.#drawDates(reading)}
        <p class="quiet wrap">
          ${
            sheet
              ? "Seats and dates are typed on the sheet. All other prices in this pane are those of the API alone."
              : "What you pay for seats may count toward the same commitment, and a renewal has days by which to give notice. On a sheet you type both, and see which of seats and the API fills the commitment, and how many days are left."
          }
        </p>
        <div class="buttons">
          ${
            sheet
              ? html`<fluent-button ?disabled-focusable=${this.busy} @click=${() => this.goTo(sheet)}
                  >Go to ${sheet.sheet}</fluent-button
                >`
              : html`<fluent-button
                  ?disabled-focusable=${this.busy}
                  @click=${() => (this.busy ? undefined : this.add())}
                  >Add seats and dates</fluent-button
                >`
          }
        </div>
      </div>
    </details>`;
  }

  #drawFill({ fill }: SeatsReading): TemplateResult | typeof nothing {
    if (!fill) return nothing;
    return html`<table>
      <caption>What fills the commitment</caption>
      <tbody>
        ${fillRows(fill, this.currency).map(
          ([label, amount]) =>
            html`<tr><th scope="row" class="wrap">${label}</th><td>${amount}</td></tr>`,
        )}
      </tbody>
    </table>`;
  }

  #drawDates({ dates }: SeatsReading): TemplateResult | typeof nothing {
    if (dates.length === 0) return nothing;
    const ranked = dates.toSorted((one, other) => lastDayToAct(one) - lastDayToAct(other));
    return html`<table>
      <caption>Last day to act</caption>
      <tbody>
        ${ranked.map((date) => {
          const last = lastDayToAct(date);
          return html`<tr>
            <th scope="row" class="wrap">${date.what}</th>
            <td>${dayInWords(last)}<span class="quiet">${daysLeftWords(last - this.today)}</span></td>
          </tr>`;
        })}
      </tbody>
    </table>`;
  }
}
