import "@fluentui/web-components/button/define.js";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { type Currency, US_DOLLAR } from "../../../core/currency";
import { formatUsd } from "../../../wording/format/format";
import { warningIcon } from "../../kit/icons";
import { shared } from "../../kit/styles";
import { formStyles } from "../../kit/table-form-styles";
import { tableStyles } from "../../kit/table-styles";
import { commitmentAnswer, keptWarning, yearEvidence, yearNote } from "./efficient-messages";
import type { UsageWord } from "./efficient-model";
import type { SideBySide, UsageSide, YearAhead } from "./efficient-state";

/** Current and efficient usage side by side: what each asks to commit to, and the two forecasts to use. */
@customElement("bandwise-to-commitment")
export class ToCommitmentView extends LitElement {
  static override readonly styles = [shared, formStyles, tableStyles];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) ahead: YearAhead | undefined;
  /** Undefined where the workbook has no deal to commit under. */
  @property({ attribute: false }) sides: SideBySide | undefined;
  /** Whether the workbook has bands to commit under; then it is the usage that lacks. */
  @property({ attribute: false }) hasDeal = false;
  /** Whether the sheets are there, whose cells the forecasts are. */
  @property({ attribute: false }) hasSheets = false;
  /** Whether the deal has a forecast in its cells already. */
  @property({ attribute: false }) hasForecast = false;
  @property({ attribute: false }) busy = false;
  /** Whether the usage behind the months is read, and what reads it. */
  @property({ attribute: false }) isRead = false;
  @property({ attribute: false }) read: () => void = () => {};
  @property({ attribute: false }) use: (which: UsageWord, place: "deal" | "scenario") => void =
    () => {};

  /** Other months need another reading; one that failed is not tried again by itself. */
  override updated(changed: PropertyValues<this>): void {
    const isOpen = this.renderRoot.querySelector("details")?.open === true;
    if (isOpen && changed.has("isRead") && !this.isRead) this.read();
  }

  override render() {
    const { sides, ahead, currency } = this;
    if (!ahead) return nothing;
    return html`<details @toggle=${(event: Event) => this.#toggled(event)}>
      <summary>To the commitment</summary>
      <div class="stack">
        ${
          sides
            ? this.#drawSides(sides, ahead, currency)
            : !this.isRead
              ? html`<p class="quiet">Reading the usage…</p>`
              : this.hasDeal
                ? html`<p class="wrap">${yearEvidence(ahead, currency)[0]}</p>`
                : html`<p class="wrap">
                There are no bands to commit under yet: start from an example or from your own numbers, and both usages are
                priced here.
              </p>`
        }
        ${ahead.kind === "forecast" ? this.#drawButtons() : nothing}
      </div>
    </details>`;
  }

  #toggled(event: Event): void {
    if ((event.currentTarget as HTMLDetailsElement).open) this.read();
  }

  #drawSides(sides: SideBySide, ahead: YearAhead, currency: Currency): TemplateResult {
    const { current, efficient, kept } = sides;
    const usd = (amount: number): string => formatUsd(amount, currency);
    const row = (label: string, of: (side: UsageSide) => string): TemplateResult => html`<tr>
      <th scope="row">${label}</th>
      <td>${of(current)}</td>
      <td>${of(efficient)}</td>
    </tr>`;
    const warning = keptWarning(sides, currency);
    const note = yearNote(sides, ahead);
    return html`
      <h2>${commitmentAnswer(sides, currency)}</h2>
      ${note ? html`<p class="wrap quiet">${note}</p>` : nothing}
      <table>
        <caption class="hidden">Current and efficient usage of a year</caption>
        <thead>
          <tr>
            <td></td>
            <th scope="col">Current</th>
            <th scope="col">Efficient</th>
          </tr>
        </thead>
        <tbody>
          ${row("Usage a year", ({ usageUsd }) => usd(usageUsd))}
          ${row("Best on offer", ({ commitmentUsd }) => usd(commitmentUsd))}
          ${row("Band", ({ band }) => band)}
          ${row("Expected cost", ({ costUsd }) => usd(costUsd))}
        </tbody>
      </table>
      ${
        warning
          ? html`<div class="notice warning">${warningIcon}<p class="wrap">${warning}</p></div>`
          : html`<p class="wrap">
              Efficient use saves ${usd(kept.listSavingUsd)} at list prices, and ${usd(kept.keptUsd)} under a commitment of
              ${usd(kept.commitmentUsd)}.
            </p>`
      }
    `;
  }

  #drawButtons(): TemplateResult {
    if (!this.hasSheets)
      return html`<p class="quiet">
        Build the sheets under Efficient use, and either forecast can become the deal's or a scenario's.
      </p>`;
    const place = this.hasForecast ? "scenario" : "deal";
    const where = this.hasForecast ? " in a scenario" : "";
    return html`
      ${
        this.hasForecast
          ? html`<p class="quiet">The deal has a forecast already, so these go into a new scenario.</p>`
          : nothing
      }
      <div class="buttons">
        ${this.#drawButton(`Use the efficient forecast${where}`, () => this.use("efficient", place))}
        ${this.#drawButton(`Use this forecast${where}`, () => this.use("current", place))}
      </div>
    `;
  }

  #drawButton(words: string, act: () => void): TemplateResult {
    return html`<fluent-button
      size="small"
      ?disabled-focusable=${this.busy}
      @click=${() => (this.busy ? undefined : act())}
      >${words}</fluent-button
    >`;
  }
}
