import "@fluentui/web-components/button/define.js";
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { type Currency, US_DOLLAR } from "../../../core/currency";
import { type LeverShares, MOST_CACHED } from "../../../sheets/usage/lever-rows";
import { formatPercent, formatUsd } from "../../../wording/format/format";
import { faultIcon, warningIcon } from "../../kit/icons";
import { drawSelect } from "../../kit/select-field";
import { rangeStyles, shared } from "../../kit/styles";
import { formStyles } from "../../kit/table-form-styles";
import { efficientAnswer, leverNotes } from "./efficient-messages";
import { type EfficientDraft, efficientSteps, hasUsage, type Steps } from "./efficient-state";

/** Levers of efficient use, and usage after each of them. */
@customElement("bandwise-efficient-use")
export class EfficientView extends LitElement {
  static override readonly styles = [
    shared,
    formStyles,
    rangeStyles,
    css`
      .lever {
        display: flex;
        justify-content: space-between;
        gap: 8px;
      }

      .models {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
        gap: 8px;
      }

      .models > * {
        min-width: 0;
      }

      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 4px 8px;
        align-items: center;
        margin: 0;
        font-variant-numeric: tabular-nums;
      }

      dd {
        margin: 0;
        text-align: end;
      }

      dd .quiet {
        display: block;
      }

      .track {
        display: block;
        width: 100%;
        height: 14px;
        background: var(--colorNeutralBackground3);
        border-radius: var(--borderRadiusSmall);
      }

      .bar {
        fill: var(--colorBrandBackground);
      }

      @media (forced-colors: active) {
        .bar {
          fill: CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  /** Undefined until the usage behind the months is read. */
  @property({ attribute: false }) draft: EfficientDraft | undefined;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) read: () => void = () => {};
  @property({ attribute: false }) set: (change: Partial<LeverShares>) => void = () => {};
  @property({ attribute: false }) write: () => void = () => {};

  #asked: number | undefined;
  /** What was moved since the last frame. */
  #moved: Partial<LeverShares> = {};

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#asked !== undefined) cancelAnimationFrame(this.#asked);
    this.#asked = undefined;
  }

  /** Other months need another reading; one that failed is not tried again by itself. */
  override updated(changed: PropertyValues<this>): void {
    const isOpen = this.renderRoot.querySelector("details")?.open === true;
    if (isOpen && changed.has("draft") && this.draft === undefined) this.read();
  }

  override render() {
    const { draft, currency } = this;
    return html`<details @toggle=${(event: Event) => this.#toggled(event)}>
      <summary>Efficient use</summary>
      <div class="stack">
        ${draft ? this.#drawLevers(draft, currency) : html`<p class="quiet">Reading the usage…</p>`}
      </div>
    </details>`;
  }

  #toggled(event: Event): void {
    if ((event.currentTarget as HTMLDetailsElement).open) this.read();
  }

  #drawLevers(draft: EfficientDraft, currency: Currency): TemplateResult {
    if (!hasUsage(draft))
      return html`<p class="wrap">
          Levers need usage by model, and only amounts of months were imported. Import a usage export of the Console or the
          Admin API.
        </p>
        ${this.#drawWrite(draft)}`;
    const { routed, from, to, cached, batched } = draft.shares;
    const { used, sold } = draft.models;
    const steps = efficientSteps(draft, currency);
    const { sliders, table } = leverNotes(steps, draft.shares, currency);
    return html`
      <h2>${efficientAnswer(steps)}</h2>
      ${this.#drawSteps(steps)}
      <div class="models">
        ${drawSelect({
          ...{ id: "from", label: "Route from", chosen: from, note: "" },
          options: optionsOf(used, from),
          choose: (value) => this.set({ from: value }),
        })}
        ${drawSelect({
          ...{ id: "to", label: "To", chosen: to, note: "" },
          options: optionsOf(
            sold.filter((model) => model !== from),
            to,
          ),
          choose: (value) => this.set({ to: value }),
        })}
      </div>
      ${this.#drawSlider("routed", "Routed to the other model", routed, 1, sliders.Route)}
      ${this.#drawSlider("cached", "Of each prompt read from cache", cached, MOST_CACHED, sliders.Cache)}
      ${this.#drawSlider("batched", "Sent as batch", batched, 1, sliders.Batch)}
      ${table.map((note) => html`<div class="notice warning">${warningIcon}<p class="wrap">${note}</p></div>`)}
      <p class="quiet">
        Each lever holds for every workload. Levers for one workload go into the table on the sheet, and stay as they are.
      </p>
      ${this.#drawWrite(draft)}
    `;
  }

  #drawWrite({ sheets }: EfficientDraft): TemplateResult {
    return html`<div class="buttons">
      <fluent-button
        size="small"
        ?disabled-focusable=${this.busy}
        @click=${() => (this.busy ? undefined : this.write())}
        >${sheets ? "Update the sheet" : "Build the sheets"}</fluent-button
      >
    </div>`;
  }

  #drawSlider(
    lever: "routed" | "cached" | "batched",
    label: string,
    share: number,
    most: number,
    note: string,
  ): TemplateResult {
    const words = formatPercent(share);
    return html`<div>
      <div class="lever"><label for=${lever}>${label}</label><strong>${words}</strong></div>
      <input
        id=${lever}
        type="range"
        min="0"
        max=${most * 100}
        step="5"
        aria-valuetext=${words}
        aria-describedby="${lever}-note"
        .value=${live(String(Math.round(share * 100)))}
        @input=${(event: InputEvent) => this.#move(lever, (event.currentTarget as HTMLInputElement).valueAsNumber)}
      />
      <div id="${lever}-note" role="status">
        ${note === "" ? nothing : html`<div class="notice warning">${warningIcon}<p class="wrap">${note}</p></div>`}
      </div>
    </div>`;
  }

  /** A mouse moves a slider more often than a screen is drawn: only the last place of a frame counts. */
  #move(lever: "routed" | "cached" | "batched", percent: number): void {
    this.#moved = { ...this.#moved, [lever]: percent / 100 };
    this.#asked ??= requestAnimationFrame(() => {
      this.#asked = undefined;
      this.set(this.#moved);
      this.#moved = {};
    });
  }

  #drawSteps(steps: Steps): TemplateResult {
    if (steps.kind === "fault")
      return html`<div class="notice fault">${faultIcon}<p class="wrap">${steps.sentence}</p></div>`;
    const most = Math.max(1, ...steps.steps.map(({ usd }) => usd));
    return html`<dl>
      ${steps.steps.map(({ name, usd, savingUsd }, index) => {
        const saved = `${savingUsd < 0 ? "costs" : "saves"} ${formatUsd(Math.abs(savingUsd), this.currency)}`;
        return html`<dt>${name}</dt>
          <svg class="track" aria-hidden="true" viewBox="0 0 100 14" preserveAspectRatio="none">
            <rect class="bar" width=${(100 * usd) / most} height="14"></rect>
          </svg>
          <dd>
            ${formatUsd(usd, this.currency)}
            ${index === 0 || Math.abs(savingUsd) < 0.5 ? nothing : html`<span class="quiet">${saved}</span>`}
          </dd>`;
      })}
    </dl>`;
  }
}

function optionsOf(models: readonly string[], chosen: string) {
  const all = chosen === "" || models.includes(chosen) ? models : [chosen, ...models];
  return [{ value: "", name: "Choose a model" }, ...all.map((value) => ({ value, name: value }))];
}
