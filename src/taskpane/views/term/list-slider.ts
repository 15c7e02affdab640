import "@fluentui/web-components/button/define.js";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { defaultOf } from "../../../core/terms";
import { LatestOfFrame } from "../../kit/latest-of-frame";
import { rangeStyles, shared } from "../../kit/styles";
import { formStyles } from "../../kit/table-form-styles";
import { historySentence, type ListHistory, moveSentence, presetText } from "./list-history-words";
import { listWords } from "./term-messages";
import { rowStyles } from "./term-styles";

/** Ends and step of the slider, percent that list prices change a year. */
const SLIDER = { least: -90, most: 20, step: 5 } as const;

/** What list prices do each year, with what they did before as presets. */
@customElement("bandwise-list-slider")
export class ListSlider extends LitElement {
  static override readonly styles = [shared, formStyles, rangeStyles, rowStyles];

  /** As a fraction a year. */
  @property({ attribute: false }) change = 0;
  @property({ attribute: false }) type: (text: string) => void = () => {};
  /** What list prices did; undefined until somebody asks. */
  @property({ attribute: false }) history: ListHistory | undefined;
  @property({ attribute: false }) readHistory: () => void = () => {};

  readonly #moved = new LatestOfFrame(this);

  override render() {
    const words = listWords(this.change);
    return html`
      <div class="row">
        <label for="list">If list prices <strong>${words}</strong></label>
        ${
          this.change === Number(defaultOf("List price change"))
            ? html`<span class="quiet" aria-hidden="true">\u221290% to +20%</span>`
            : html`<fluent-button size="small" @click=${() => this.type("0%")}>Reset</fluent-button>`
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
        .value=${live(String(Math.round(this.change * 100)))}
        @input=${(event: InputEvent) => this.#move(event.currentTarget as HTMLInputElement)}
      />
      ${this.#drawHistory()}
    `;
  }

  /** Reads when it opens: the price book may have changed since. */
  #drawHistory(): TemplateResult {
    const { history } = this;
    return html`<details
      @toggle=${(event: Event) => (event.currentTarget as HTMLDetailsElement).open && this.readHistory()}
    >
      <summary>What list prices did before</summary>
      ${
        history
          ? html`<div class="stack">
              ${history.moves.map(
                (move) => html`<div class="row">
                  <p class="wrap">${moveSentence(move)}</p>
                  <fluent-button size="small" @click=${() => this.type(presetText(move))}
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

  #move({ valueAsNumber: percent }: HTMLInputElement): void {
    this.#moved.pass(() => this.type(`${percent}%`));
  }
}
