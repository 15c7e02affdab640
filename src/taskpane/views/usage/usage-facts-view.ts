import { type Currency, US_DOLLAR } from "../../../core/currency";
import "@fluentui/web-components/button/define.js";
import "../../kit/deal-faults";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { ParsedDeal } from "../../../deal/parse-deal";
import type { UsageHistory } from "../../../sheets/usage/usage-history";
import { usageWarnings } from "../../../wording/messages/warning-messages";
import { shared } from "../../kit/styles";
import { formStyles } from "../../kit/table-form-styles";
import { usageEvidence } from "./usage-evidence";
import { usageAnswer } from "./usage-messages";

/** What a year of usage may come to, what that rests on, and the ways to say it better. */
@customElement("bandwise-usage-facts")
export class UsageFactsView extends LitElement {
  static override readonly styles = [shared, formStyles];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  /** The deal as the pane prices it. */
  @property({ attribute: false }) reading: ParsedDeal | undefined;
  /** What it is priced as if; empty where it is as the workbook holds it. */
  @property({ attribute: false }) note = "";
  /** Imported usage; null where there is none yet. */
  @property({ attribute: false }) history: UsageHistory | null = null;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) sayHowSure: () => void = () => {};
  @property({ attribute: false }) chooseCells: () => void = () => {};
  @property({ attribute: false }) importFiles: () => void = () => {};
  /** Shows a made year of usage; undefined where the deal is no example. */
  @property({ attribute: false }) useExample: (() => void) | undefined;
  @property({ attribute: false }) goTo: ((address: string) => void) | undefined;

  override render() {
    const { reading, note, history } = this;
    if (!reading) return this.#drawWithoutDeal();
    // A forecast in cells is changed there; that of a scenario in its form.
    const isSaid = reading.references.forecast !== null && !reading.scenario;
    return html`
      <section class="stack" aria-labelledby="answer">
        <h2 id="answer">${usageAnswer(reading, this.currency) ?? "What a year of usage comes to is not known yet"}</h2>
        ${note === "" ? nothing : html`<p class="quiet wrap">${note}</p>`}
        <div class="lines">
          ${usageEvidence(reading, this.currency).map((sentence) => html`<p class="wrap">${sentence}</p>`)}
        </div>
        <bandwise-faults
          .currency=${this.currency}
          .reading=${reading}
          .inputs=${["Usage", "Forecast"]}
          .warnings=${usageWarnings(reading, this.currency)}
          .goTo=${this.goTo}
        ></bandwise-faults>
        <div class="buttons">
          ${history ? nothing : this.#drawImport()}
          ${history || !this.useExample ? nothing : this.#drawButton("Add twelve months of example usage", this.useExample)}
          ${isSaid ? this.#drawWay(reading) : this.#drawButton("Say how sure usage is", this.sayHowSure, history ? "primary" : undefined)}
          ${this.#drawButton(isSaid ? "Choose other cells" : "Choose cells of past years", this.chooseCells)}
        </div>
      </section>
    `;
  }

  /** Exports can be imported before there is a deal. */
  #drawWithoutDeal(): TemplateResult | typeof nothing {
    if (this.history) return nothing;
    return html`<section class="stack" aria-labelledby="answer">
      <h2 id="answer">What a year of usage comes to is not known yet</h2>
      <p>Import what was used, from the exports of the Claude Console or the Admin API.</p>
      <div class="buttons">${this.#drawImport()}</div>
    </section>`;
  }

  #drawImport(): TemplateResult {
    return this.#drawButton("Import usage exports", this.importFiles, "primary");
  }

  #drawWay({ addresses }: ParsedDeal): TemplateResult | typeof nothing {
    const { goTo } = this;
    const address = addresses?.Forecast;
    return goTo && address
      ? this.#drawButton(
          "Change the forecast in its cells",
          () => goTo(address),
          this.history ? "primary" : undefined,
        )
      : nothing;
  }

  #drawButton(words: string, act: () => void, appearance?: "primary"): TemplateResult {
    return html`<fluent-button
      appearance=${appearance ?? nothing}
      ?disabled-focusable=${this.busy}
      @click=${() => (this.busy ? undefined : act())}
      >${words}</fluent-button
    >`;
  }
}
