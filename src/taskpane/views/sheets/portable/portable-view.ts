import "@fluentui/web-components/button/define.js";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ExcelError, type ExcelScalar } from "../../../../sheets/native/excel/excel-value";
import type { Unit } from "../../../../sheets/native/layout";
import type { Explanation } from "../../../../sheets/portable/explanation";
import type { PortableWords } from "../../../../sheets/portable/portable-words";
import {
  formatCounted,
  formatExactPercent,
  formatExactUsd,
} from "../../../../wording/format/format";
import type { ScopeKind } from "../../../../workbook/portable/look-portable";
import type { PaneContext } from "../../../context/pane-context";
import type { Drafts, Task } from "../../../context/pane-state";
import { drawSelect } from "../../../kit/select-field";
import { shared } from "../../../kit/styles";
import { formStyles } from "../../../kit/table-form-styles";
import { named } from "../restored-words";
import { COPY_STEPS } from "./copy-words";
import { PortableModel } from "./portable-model";

const SCOPES = [
  { value: "workbook", name: "The whole workbook" },
  { value: "sheet", name: "This sheet" },
  { value: "cells", name: "The selected cells" },
] as const satisfies readonly { readonly value: ScopeKind; readonly name: string }[];

/** Make portable, freeze, and explain: a dry run first, and the way back. */
@customElement("bandwise-portable")
export class PortableView extends LitElement {
  static override readonly styles = [
    shared,
    formStyles,
    css`
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }

      .answer {
        font-weight: var(--fontWeightSemibold);
      }

      .panel {
        padding: 12px;
        border: 1px solid var(--colorNeutralStroke2);
        border-radius: var(--borderRadiusMedium);
      }

      .steps li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0 12px;
        padding: 6px 0;
        border-top: 1px solid var(--colorNeutralStroke2);
      }

      .steps .value {
        font-variant-numeric: tabular-nums;
        text-align: right;
      }

      .steps .quiet {
        grid-column: 1 / -1;
      }
    `,
  ];

  @property({ attribute: false }) pane: PaneContext | undefined;
  @property({ attribute: false }) task: Task | undefined;
  /** What somebody asked to explain elsewhere. */
  @property({ attribute: false }) asked: Drafts["explain"];
  @state() private scope: ScopeKind = "workbook";
  #model: PortableModel | undefined;

  override updated(): void {
    if (this.asked && this.task === undefined) void this.#explainAsked(this.asked);
  }

  async #explainAsked({ number }: NonNullable<Drafts["explain"]>): Promise<void> {
    this.pane?.draft({ explain: undefined });
    await this.#model?.explain(number);
    await this.updateComplete;
    // The pane scrolls a view that opens to where the user left it, a frame after it is drawn.
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    this.renderRoot.querySelector(".panel")?.scrollIntoView({ block: "start" });
  }

  override render() {
    const { pane } = this;
    if (!pane) return nothing;
    this.#model ??= new PortableModel(pane, () => this.requestUpdate());
    const model = this.#model;
    const isBusy = this.task !== undefined;
    const button = (text: string, act: () => Promise<void> | void, isPrimary = false) =>
      html`<fluent-button
        appearance=${isPrimary ? "primary" : "outline"}
        ?disabled-focusable=${isBusy}
        @click=${() => (isBusy ? undefined : void act())}
        >${text}</fluent-button
      >`;
    return html`<div class="stack">
      <p class="wrap">
        Without the add-in, cells with our functions show #NAME?. Made portable, they hold Excel's own formulas, live, with
        every step on a sheet. Frozen, they hold their values. A copy for others can be both, and leaves this workbook as it is.
      </p>
      ${drawSelect({
        ...{ id: "scope", label: "Formulas of", chosen: this.scope, options: SCOPES, note: "" },
        choose: (value) => {
          this.scope = SCOPES.find((one) => one.value === value)?.value ?? "workbook";
          model.leave();
        },
      })}
      <div class="buttons">
        ${button("See what would change", () => model.look(this.scope), model.shown.kind !== "look")}
        ${button("Send a copy", () => model.sendCopy())}
        ${button("Explain the selected cell", () => model.explain())}
      </div>
      ${model.shown.kind === "look" ? this.#drawLook(model.shown.words, button) : nothing}
      ${model.shown.kind === "copySteps" ? this.#drawCopySteps(button) : nothing}
      ${
        model.shown.kind === "explanation"
          ? this.#drawExplanation(model.shown.explanation, button)
          : nothing
      }
    </div>`;
  }

  #drawLook(words: PortableWords, button: DrawsButton) {
    const model = this.#model;
    return html`<div class="panel stack">
      <p class="answer wrap">${words.answer}</p>
      ${words.details.map((one) => html`<p class="wrap">${one}</p>`)}
      ${
        words.asText === ""
          ? nothing
          : html`<p class="wrap">${words.asText}</p>
              <div>${button("Write as numbers", () => model?.writeNumbers())}</div>`
      }
      ${
        words.kept.length === 0
          ? nothing
          : html`<ul class="lines">
              ${words.kept.map(
                ({ cells, reason }) => html`<li class="quiet wrap">${named(cells)}: ${reason}</li>`,
              )}
            </ul>`
      }
      <p class="wrap">${words.recipients}</p>
      <div class="buttons">
        ${words.canBegin ? button("Make portable", () => model?.makePortable(), true) : nothing}
        ${words.canFreeze ? button("Freeze to values", () => model?.freeze()) : nothing}
        ${button("Close", () => model?.leave())}
      </div>
    </div>`;
  }

  #drawCopySteps(button: DrawsButton) {
    return html`<div class="panel stack">
      <p class="answer wrap">A copy for people without Bandwise</p>
      <ol class="lines">
        ${COPY_STEPS.map((step) => html`<li class="wrap">${step}</li>`)}
      </ol>
      <div class="buttons">${button("Close", () => this.#model?.leave())}</div>
    </div>`;
  }

  #drawExplanation(explanation: Explanation, button: DrawsButton) {
    const { address, formula, shows, unit: asked, inputs, steps, difference } = explanation;
    const model = this.#model;
    return html`<div class="panel stack">
      <p class="answer wrap">
        ${address} ${asked === undefined ? "shows" : "is"} ${this.#shown(shows, asked ?? lastUnit(explanation))}
      </p>
      <p class="quiet wrap">${formula}</p>
      <h2>From these cells</h2>
      <ul class="steps">
        ${inputs.map(
          ({ address: place, name, value }) => html`<li>
            <span class="wrap">${name ?? place}</span>
            <span class="value">${value === undefined ? place : this.#shown(value, "")}</span>
            ${name && value !== undefined ? html`<span class="quiet wrap">${place}</span>` : nothing}
          </li>`,
        )}
      </ul>
      <h2>In ${formatCounted(steps.length, "step", "steps")}</h2>
      <ul class="steps">
        ${steps.map(
          ({ label, words, value, unit }) => html`<li>
            <span class="wrap">${label}</span>
            <span class="value">${this.#shown(value, unit)}</span>
            <span class="quiet wrap">${words}</span>
          </li>`,
        )}
      </ul>
      ${
        difference === undefined
          ? nothing
          : html`<p class="wrap">
              Difference from our function: ${isNothing(difference, shows) ? "0" : this.#shown(difference, "")}
            </p>`
      }
      <div class="buttons">
        ${button("Write every step on a sheet", () => model?.writeExplanation())}
        ${button("Close", () => model?.leave())}
      </div>
    </div>`;
  }

  #shown(value: unknown, unit: Unit): string {
    const currency = this.pane?.state().currency;
    if (value instanceof ExcelError) return value.code;
    if (typeof value !== "number") return String((value as ExcelScalar) ?? "");
    if (unit === "USD" && currency) return formatExactUsd(value, currency);
    if (unit === "fraction") return formatExactPercent(value);
    return value.toLocaleString("en-US", { maximumFractionDigits: 6 });
  }
}

type DrawsButton = (text: string, act: () => Promise<void> | void, isPrimary?: boolean) => unknown;

function lastUnit({ steps, answer, shows }: Explanation): Unit {
  return typeof answer === "number" && typeof shows === "number" ? (steps.at(-1)?.unit ?? "") : "";
}

/** Two roads to one number differ in its last digits. */
function isNothing(difference: number, shows: unknown): boolean {
  return Math.abs(difference) <= 1e-9 * Math.max(1, Math.abs(Number(shows)));
}
