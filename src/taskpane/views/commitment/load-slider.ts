import "@fluentui/web-components/button/define.js";
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { loadWords } from "../../../wording/format/approximate";
import { LatestOfFrame } from "../../kit/latest-of-frame";
import { rangeStyles, shared } from "../../kit/styles";

/** Ends and step of the load, percent of the forecast more or less. */
const LEAST_PERCENT = -50;
const MOST_PERCENT = 50;
const STEP_PERCENT = 5;

/** "If usage is 20% lower than forecast": a slider that says at every move by how much usage is to be multiplied. */
@customElement("bandwise-load-slider")
export class LoadSlider extends LitElement {
  static override readonly styles = [
    shared,
    rangeStyles,
    css`
      .row {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 8px;
        min-height: 24px;
      }

    `,
  ];

  /** Usage is multiplied by this: 0.8 is 20% lower. */
  @property({ attribute: false }) factor = 1;
  @property({ attribute: false }) change: (factor: number) => void = () => {};

  readonly #moved = new LatestOfFrame(this);

  override render() {
    const percent = Math.round((this.factor - 1) * 100);
    const words = loadWords(this.factor);
    return html`
      <div class="row">
        <label for="load">If usage is <strong>${words}</strong></label>
        ${
          percent === 0
            ? html`<span class="quiet" aria-hidden="true">\u221250% to +50%</span>`
            : html`<fluent-button size="small" @click=${() => this.#move(0)}>Reset</fluent-button>`
        }
      </div>
      <input
        id="load"
        type="range"
        min=${LEAST_PERCENT}
        max=${MOST_PERCENT}
        step=${STEP_PERCENT}
        aria-label="If usage is"
        aria-valuetext=${words}
        .value=${live(String(percent))}
        @input=${(event: InputEvent) => this.#move((event.currentTarget as HTMLInputElement).valueAsNumber)}
      />
    `;
  }

  #move(percent: number): void {
    this.#moved.pass(() => this.change((100 + percent) / 100));
  }
}
