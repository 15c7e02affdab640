import "../../kit/text-field";
import "./term-chart";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { TermAnswer, TermProtection } from "../../../analysis/term-answer";
import { type Currency, US_DOLLAR } from "../../../core/currency";
import { describeNoAnswer } from "../../../core/describe-no-answer";
import { describeErrors, type PricingError } from "../../../core/errors";
import { NoAnswer } from "../../../core/no-answer";
import { defaultOf, POLICIES, type PolicyName } from "../../../core/terms";
import type { TermSheetKind } from "../../../sheets/sheet-definition";
import type { TableRow } from "../../../term/schedule";
import { formatCounted, formatPercent, formatUsd } from "../../../wording/format/format";
import "../../kit/deal-faults";
import { faultIcon } from "../../kit/icons";
import { drawSelect } from "../../kit/select-field";
import { rangeStyles, shared } from "../../kit/styles";
import { formStyles } from "../../kit/table-form-styles";
import { tableStyles } from "../../kit/table-styles";
import { drawTable } from "./draw-table";
import { historySentence, type ListHistory, moveSentence, presetText } from "./list-history-words";
import type { RiskDraft } from "./risk/risk-draft";
import { drawRisk, type RiskActions } from "./risk/risk-view";
import { CHANCE, FIELD_WORDS, POLICY_GROUPS, TERM_SHEETS, type TermFieldName } from "./term-fields";
import { changedWords, type TermForm } from "./term-form";
import { isSet, termInCells } from "./term-in-cells";
import {
  fallText,
  headroomSentence,
  LEAST_USD,
  listWords,
  presentSentence,
  protectionMeaning,
  renewalsSentence,
  rolloverSentence,
  termEvidence,
  termHeadline,
  togetherSentence,
  wonSentence,
} from "./term-messages";
import type { TermReading } from "./term-reading";
import { termStyles } from "./term-styles";
import { drawSchedule } from "./term-years";

/** Ends and step of the slider, percent that list prices change a year. */
const SLIDER = { least: -90, most: 20, step: 5 } as const;

/** Several years of the deal: what they cost, and what each protection is worth over them. */
@customElement("bandwise-term")
export class TermView extends LitElement {
  static override readonly styles = [shared, formStyles, rangeStyles, tableStyles, termStyles];

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

  #asked: number | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#asked !== undefined) cancelAnimationFrame(this.#asked);
    this.#asked = undefined;
  }

  override render() {
    const { term, currency } = this;
    if (!term) return nothing;
    const { answer, form } = term;
    if (!answer)
      return html`<section class="stack">
        <h2>What several years cost is not known yet</h2>
        <p class="wrap">It waits for a year of usage, the offer and the commitment.</p>
      </section>`;
    return html`
      <section class="stack" aria-labelledby="title">
        <h2 id="title">
          ${answer.ok ? termHeadline(answer.value, currency) : "The term cannot be priced as it is set"}
        </h2>
        ${
          answer.ok
            ? html`<div class="lines">
                <p class="wrap">${termEvidence(answer.value, term.reading, term.schedule, currency)}</p>
                <p class="quiet wrap">${presentSentence(answer.value, currency)}</p>
              </div>`
            : this.#drawFault(term, answer.errors)
        }
        ${this.note === "" ? nothing : html`<p class="quiet wrap">${this.note}</p>`}
        ${
          answer.ok
            ? html`<bandwise-term-chart
                .currency=${currency}
                .years=${answer.value.years}
                .basis=${answer.value.basis}
              ></bandwise-term-chart>`
            : nothing
        }
        ${drawSchedule(term, currency, this.goTo)}
        <div class="pair">${this.#drawText(form, "Term")} ${this.#drawText(form, "Usage growth")}</div>
        ${this.#drawText(form, "Commitments")} ${this.#drawSlider(form)}
        ${form.ofSchedule.size > 0 || term.reading.scenario ? nothing : this.#drawPut()}
        ${answer.ok ? this.#drawProtections(answer.value) : nothing}
        ${answer.ok ? this.#drawDepth(answer.value) : nothing}
        ${this.#drawRisk(answer.ok ? answer.value : undefined, form)}
        <p class="quiet">Policies, each as the terms of the deal say or as set here:</p>
        ${POLICY_GROUPS.map(({ title, names }) => this.#drawGroup(form, title, names))}
        ${answer.ok ? this.#drawInCells(term) : nothing}
        ${answer.ok && !term.reading.scenario ? this.#drawSheets(answer.value.won) : nothing}
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

  #drawPut(): TemplateResult {
    return html`<div class="lines">
      <fluent-button
        ?disabled-focusable=${this.busy}
        @click=${() => (this.busy ? undefined : this.putYears())}
        >${this.writing ? "Writing the years…" : "Put these years on the sheet"}</fluent-button
      >
    </div>`;
  }

  #drawSheets(won: readonly string[]): TemplateResult {
    const left = [
      this.note === "" ? "" : "what is supposed in the pane",
      won.length === 0 ? "" : "the protections switched on",
    ].filter((words) => words !== "");
    return html`<div class="stack">
      <h2>In sheets of this workbook</h2>
      ${TERM_SHEETS.map(
        ([kind, name, holds]) => html`<label class="choice">
          <input
            type="checkbox"
            .checked=${live(this.sheets.includes(kind))}
            @change=${() => this.tick(kind)}
          />
          <span>${name}: <span class="quiet">${holds}</span></span>
        </label>`,
      )}
      ${left.length === 0 ? nothing : html`<p class="quiet wrap">Built from what the cells hold and the fields here say: without ${left.join(" and ")}.</p>`}
      <fluent-button
        appearance="primary"
        ?disabled-focusable=${this.busy}
        @click=${() => (this.busy ? undefined : this.build())}
        >${this.building ? "Building…" : "Build sheets"}</fluent-button
      >
    </div>`;
  }

  #drawRisk(answer: TermAnswer | undefined, form: TermForm): TemplateResult {
    const fields = CHANCE.map((name) => this.#drawText(form, name));
    return drawRisk(answer, this.risk, this.currency, this.riskActions, fields);
  }

  #drawText(
    { fields, ofBands, ofSchedule }: TermForm,
    name: TermFieldName,
  ): TemplateResult | typeof nothing {
    if (ofSchedule.has(name)) return nothing;
    const { label, note } = FIELD_WORDS[name];
    const isOfBands = name !== "Commitments" && ofBands.has(name);
    return html`<bandwise-field
      .label=${label}
      .field=${fields[name]}
      .help=${isOfBands ? `${note} A band that says its own keeps it.` : note}
      .type=${(text: string) => this.type(name, text)}
    ></bandwise-field>`;
  }

  #drawPolicy(form: TermForm, name: PolicyName): TemplateResult | typeof nothing {
    const policy: readonly string[] | object = POLICIES[name];
    if (!Array.isArray(policy)) return this.#drawText(form, name);
    const { label, note } = FIELD_WORDS[name];
    return html`<div>
      ${drawSelect({
        id: name.toLowerCase().replaceAll(" ", "-"),
        label,
        chosen: String(form.policies[name]),
        note: form.ofBands.has(name) ? `${note} A band that says its own keeps it.` : note,
        options: policy.map((value: string) => ({ value, name: value })),
        choose: (value) => this.type(name, value),
      })}
    </div>`;
  }

  #drawGroup(form: TermForm, title: string, names: readonly PolicyName[]): TemplateResult {
    const changed = changedWords(names, form.policies);
    return html`<details>
      <summary>
        ${title} <span class="quiet wrap">${changed === "" ? "nothing said" : changed}</span>
      </summary>
      <div class="fields">${names.map((name) => this.#drawPolicy(form, name))}</div>
    </details>`;
  }

  #drawSlider({ policies, ofSchedule }: TermForm): TemplateResult | typeof nothing {
    if (ofSchedule.has("List price change")) return nothing;
    const change = policies["List price change"];
    const words = listWords(change);
    return html`<div>
      <div class="row">
        <label for="list">If list prices <strong>${words}</strong></label>
        ${
          change === Number(defaultOf("List price change"))
            ? html`<span class="quiet" aria-hidden="true">\u221290% to +20%</span>`
            : html`<fluent-button size="small" @click=${() => this.type("List price change", "0%")}>Reset</fluent-button>`
        }
      </div>
      <input
        id="list"
        type="range"
        min=${SLIDER.least}
        max=${SLIDER.most}
        step=${SLIDER.step}
        aria-label="If list prices"
        aria-valuetext=${words}
        .value=${live(String(Math.round(change * 100)))}
        @input=${(event: InputEvent) => this.#move((event.currentTarget as HTMLInputElement).valueAsNumber)}
      />
      ${this.#drawListHistory()}
    </div>`;
  }

  /** Reads when it opens: the price book may have changed since. */
  #drawListHistory(): TemplateResult {
    const history = this.listHistory;
    return html`<details
      @toggle=${(event: Event) => (event.currentTarget as HTMLDetailsElement).open && this.readListHistory()}
    >
      <summary>What list prices did before</summary>
      ${
        history
          ? html`<div class="stack">
              ${history.moves.map(
                (move) => html`<div class="row">
                  <p class="wrap">${moveSentence(move)}</p>
                  <fluent-button size="small" @click=${() => this.type("List price change", presetText(move))}
                    >Use ${presetText(move)}</fluent-button
                  >
                </div>`,
              )}
              <p class="quiet wrap">${historySentence(history)}</p>
            </div>`
          : nothing
      }
    </details>`;
  }

  /** A mouse moves the slider more often than a screen is drawn: only the last place of a frame counts. */
  #move(percent: number): void {
    if (this.#asked !== undefined) cancelAnimationFrame(this.#asked);
    this.#asked = requestAnimationFrame(() => {
      this.#asked = undefined;
      this.type("List price change", `${percent}%`);
    });
  }

  #drawProtections(answer: TermAnswer): TemplateResult {
    const { protections, won } = answer;
    if (protections instanceof NoAnswer)
      return html`<p class="wrap">Without a commitment no protection is worth anything.</p>`;
    if (protections.single.length === 0)
      return html`<p class="wrap">The deal has every protection on this list.</p>`;
    const together = togetherSentence(answer, this.currency);
    // A tick moves no row, so that the focus stays where it is.
    const isShown = ({ aloneUsd }: TermProtection): boolean => Math.abs(aloneUsd) >= LEAST_USD;
    const idle = protections.single.filter((one) => !isShown(one));
    return html`
      <fieldset>
        <legend>What each protection saves over the term</legend>
        ${protections.single.map((one) => (isShown(one) ? this.#drawSwitch(one, won) : nothing))}
        ${
          idle.length === 0
            ? nothing
            : html`<details>
                <summary>${formatCounted(idle.length, "protection changes", "protections change")} nothing alone</summary>
                ${idle.map((one) => this.#drawSwitch(one, won))}
              </details>`
        }
      </fieldset>
      <p class="wrap ${won.length === 0 ? "none" : ""}" role="status" aria-live="polite">
        ${wonSentence(answer, this.currency)}
      </p>
      ${together === "" ? nothing : html`<p class="quiet wrap">${together}</p>`}
    `;
  }

  #drawSwitch({ name, aloneUsd }: TermProtection, won: readonly string[]): TemplateResult {
    const id = name.toLowerCase().replaceAll(/\W+/g, "-");
    return html`<div class="switch">
      <input
        type="checkbox"
        id=${id}
        aria-describedby="${id}-saves ${id}-meaning"
        .checked=${live(won.includes(name))}
        @change=${() => this.#toggle(name)}
      />
      <label for=${id}>${name}</label>
      <b id="${id}-saves">${formatUsd(aloneUsd, this.currency)}</b>
      <p class="quiet wrap" id="${id}-meaning">${protectionMeaning(name)}</p>
    </div>`;
  }

  #toggle(name: string): void {
    this.toggle(name);
    // Where the pane does not take it up, the box shows again what is on.
    this.requestUpdate();
  }

  #drawDepth(answer: TermAnswer): TemplateResult {
    const { currency } = this;
    const rollover = rolloverSentence(answer, currency);
    const { protections, headroom, renewals } = answer;
    const single = protections instanceof NoAnswer ? [] : protections.single;
    return html`
      ${single.length === 0 ? nothing : drawLast(single, currency)}
      ${
        rollover === ""
          ? nothing
          : html`<details>
              <summary>Rollover</summary>
              <p class="wrap">${rollover}</p>
            </details>`
      }
      <details>
        <summary>How far list prices may fall</summary>
        <div class="stack">
          <p class="wrap">
            ${headroomSentence(answer)} Each year is looked at alone: without rollover, uplifts or a test over the whole contract.
          </p>
          ${drawTable(
            ["Year", "Before a shortfall", "Before dearer than on demand"],
            headroom.map(([year, , , , short, , dear]) => [
              String(year),
              fallText(short),
              fallText(dear),
            ]),
          )}
        </div>
      </details>
      <details>
        <summary>What renewals would cost</summary>
        <div class="stack">
          <p class="wrap">${renewalsSentence(answer)}</p>
          ${drawTable(
            ["Year", "Uplift", "Cost", "Cap saves"],
            renewals.map((row) => renewalRow(row, currency)),
          )}
        </div>
      </details>
    `;
  }

  #drawInCells({ reading, form }: TermReading): TemplateResult | typeof nothing {
    const cells = termInCells(reading, form);
    if (!cells || this.note !== "") return nothing;
    return html`<details>
      <summary>The same in cells</summary>
      <div class="stack">
        <p class="wrap">
          ${isSet(cells, form) ? "What is set here stays while the pane is open; the workbook holds none of it." : "Nothing is set here that the cells do not say."}
          ${cells.rows.length > 0 ? "With these rows among the terms, the formula gives the same cost:" : "This formula gives the same cost:"}
        </p>
        ${cells.rows.length > 0 ? drawTable(["Term", "Value"], cells.rows) : nothing}
        <pre>${cells.formula}</pre>
      </div>
    </details>`;
  }
}

/** What each protection saves as the last one won, and that in points of discount where there are any. */
function drawLast(single: readonly TermProtection[], currency: Currency): TemplateResult {
  const [none] = single.flatMap(({ points }) => (points instanceof NoAnswer ? points : []));
  return html`<details>
    <summary>Won last, and in points of discount</summary>
    <div class="stack">
      ${drawTable(
        ["Protection", "Won last", ...(none ? [] : ["Points alone"])],
        single.map(({ name, addedLastUsd, points }) => [
          name,
          formatUsd(addedLastUsd, currency),
          ...(points instanceof NoAnswer ? [] : [pointsText(points)]),
        ]),
      )}
      ${none ? html`<p class="quiet wrap">${describeNoAnswer(none, currency)}</p>` : nothing}
    </div>
  </details>`;
}

function renewalRow([year, uplift, , cost, , saved]: TableRow, currency: Currency): string[] {
  return [
    String(year),
    typeof uplift === "number" ? formatPercent(uplift) : "",
    formatUsd(Number(cost), currency),
    formatUsd(Number(saved), currency),
  ];
}

/** Points of discount with one decimal; less than that is not shown as nothing. */
function pointsText(points: number): string {
  const size = Math.abs(points);
  if (size > 1e-9 && size < 0.05) return "under 0.1";
  return `${points < 0 ? "\u2212" : ""}${size.toFixed(1)}`;
}
