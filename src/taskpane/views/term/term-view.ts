import "@fluentui/web-components/button/define.js";
import "./list-slider";
import "./term-chart";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { TermAnswer } from "../../../analysis/term-answer";
import { type Currency, US_DOLLAR } from "../../../core/currency";
import { describeErrors, type PricingError } from "../../../core/errors";
import type { TermSheetKind } from "../../../sheets/sheet-definition";
import "../../kit/deal-faults";
import { faultIcon } from "../../kit/icons";
import { shared } from "../../kit/styles";
import { formStyles } from "../../kit/table-form-styles";
import { tableStyles } from "../../kit/table-styles";
import { drawDepth } from "./depth-view";
import { drawField, drawPolicies } from "./fields-view";
import { drawInCells } from "./in-cells-view";
import type { ListHistory } from "./list-history-words";
import { drawProtections } from "./protections-view";
import type { RiskDraft } from "./risk/risk-draft";
import { drawRisk, type RiskActions } from "./risk/risk-view";
import { drawSheets } from "./sheets-view";
import { CHANCE, type TermFieldName } from "./term-fields";
import { termInCells } from "./term-in-cells";
import { presentSentence, termEvidence, termHeadline } from "./term-messages";
import type { TermReading } from "./term-reading";
import { rowStyles, termStyles } from "./term-styles";
import { drawSchedule } from "./term-years";
import type { TrackingReading } from "./tracking/tracking-reading";
import { drawTracking, type TrackingActions } from "./tracking/tracking-view";

/** Several years of the deal: what they cost, and what each protection is worth over them. */
@customElement("bandwise-term")
export class TermView extends LitElement {
  static override readonly styles = [shared, formStyles, tableStyles, rowStyles, termStyles];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) term: TermReading | undefined;
  /** What the deal is priced as if, beside what is set here; empty where it is as the workbook holds it. */
  @property({ attribute: false }) note = "";
  /** Whether something else is being done. */
  @property({ attribute: false }) busy = false;
  /** Whether the years are being written. */
  @property({ attribute: false }) writing = false;
  /** Whether the sheets are being built. */
  @property({ attribute: false }) building = false;
  /** Sheets that are ticked. */
  @property({ attribute: false }) sheets: readonly TermSheetKind[] = [];
  @property({ attribute: false }) tick: (sheet: TermSheetKind) => void = () => {};
  @property({ attribute: false }) build: () => void = () => {};
  @property({ attribute: false }) putYears: () => void = () => {};
  @property({ attribute: false }) goTo: (address: string) => void = () => {};
  @property({ attribute: false }) type: (name: TermFieldName, text: string) => void = () => {};
  @property({ attribute: false }) toggle: (name: string) => void = () => {};
  @property({ attribute: false }) risk: RiskDraft = {};
  /** What list prices did; undefined until somebody asks. */
  @property({ attribute: false }) listHistory: ListHistory | undefined;
  @property({ attribute: false }) readListHistory: () => void = () => {};
  @property({ attribute: false }) riskActions: RiskActions = { draw() {}, cancel() {} };

  /** How the deal is going; undefined while its term cannot be priced. */
  @property({ attribute: false }) tracking: TrackingReading | undefined;
  @property({ attribute: false }) trackingActions: TrackingActions = {
    type() {},
    takeSelected() {},
  };

  override render() {
    const { term, currency } = this;
    if (!term) return nothing;
    const { answer, form, reading } = term;
    if (!answer)
      return html`<section class="stack">
        <h2>What several years cost is not known yet</h2>
        <p class="wrap">It waits for a year of usage, the offer and the commitment.</p>
      </section>`;
    const priced = answer.ok ? answer.value : undefined;
    // What is supposed in the pane has no cells.
    const cells = priced && this.note === "" ? termInCells(reading, form) : undefined;
    const field = (name: TermFieldName) => drawField(form, name, this.type);
    return html`
      <section class="stack" aria-labelledby="title">
        <h2 id="title">
          ${priced ? termHeadline(priced, currency) : "The term cannot be priced as it is set"}
        </h2>
        ${
          answer.ok
            ? html`<div class="lines">
                <p class="wrap">${termEvidence(answer.value, reading, term.schedule, currency)}</p>
                <p class="quiet wrap">${presentSentence(answer.value, currency)}</p>
              </div>`
            : this.#drawFault(term, answer.errors)
        }
        ${this.note === "" ? nothing : html`<p class="quiet wrap">${this.note}</p>`}
        ${priced ? this.#drawChart(priced) : nothing} ${drawSchedule(term, currency, this.goTo)}
        <div class="pair">${field("Term")} ${field("Usage growth")}</div>
        ${field("Commitments")} ${this.#drawSlider(term)}
        ${form.ofSchedule.size > 0 || reading.scenario ? nothing : this.#drawPut()}
        ${priced ? drawProtections(priced, currency, (name) => this.#toggle(name)) : nothing}
        ${priced ? drawDepth(priced, currency) : nothing}
        ${drawRisk(priced, this.risk, currency, this.riskActions, CHANCE.map(field), cells)}
        ${drawTracking(this.tracking, {
          ...{ term, currency, actions: this.trackingActions, isBusy: this.busy },
          ...{ isInCells: this.note === "", start: field("Start date") },
        })}
        ${drawPolicies(form, this.type)}
        ${cells ? drawInCells(cells, form) : nothing}
        ${priced && !reading.scenario ? this.#drawSheets(priced) : nothing}
      </section>
    `;
  }

  #drawFault(
    { reading, scheduleFault }: TermReading,
    errors: readonly PricingError[],
  ): TemplateResult {
    return scheduleFault
      ? html`<bandwise-faults
          .currency=${this.currency}
          .reading=${{ ...reading, faults: [scheduleFault] }}
          .inputs=${["Schedule"]}
          .goTo=${this.goTo}
        ></bandwise-faults>`
      : html`<div class="notice fault">
          ${faultIcon}
          <p class="wrap">${describeErrors(errors, this.currency)}</p>
        </div>`;
  }

  #drawChart({ years, basis }: TermAnswer): TemplateResult {
    return html`<bandwise-term-chart
      .currency=${this.currency}
      .years=${years}
      .basis=${basis}
    ></bandwise-term-chart>`;
  }

  #drawSlider({ form }: TermReading): TemplateResult | typeof nothing {
    if (form.ofSchedule.has("List price change")) return nothing;
    return html`<bandwise-list-slider
      .change=${form.policies["List price change"]}
      .type=${(text: string) => this.type("List price change", text)}
      .history=${this.listHistory}
      .readHistory=${this.readListHistory}
    ></bandwise-list-slider>`;
  }

  #drawPut(): TemplateResult {
    return html`<div class="lines">
      <fluent-button
        ?disabled-focusable=${this.busy}
        @click=${() => (this.busy ? undefined : this.putYears())}
        >${this.writing ? "Writing the years…" : "Put these years on the sheet"}</fluent-button
      >
    </div>`;
  }

  #drawSheets({ won }: TermAnswer): TemplateResult {
    const { sheets, tick, build, building, busy } = this;
    const left = [
      this.note === "" ? "" : "what is supposed in the pane",
      won.length === 0 ? "" : "the protections switched on",
    ].filter((words) => words !== "");
    return drawSheets({ ticked: sheets, tick, build, isBuilding: building, isBusy: busy }, left);
  }

  #toggle(name: string): void {
    this.toggle(name);
    // Where the pane does not take it up, the box shows again what is on.
    this.requestUpdate();
  }
}
