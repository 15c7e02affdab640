import { html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { SavingsCurve } from "../../../analysis/savings-curve";
import { type Currency, US_DOLLAR } from "../../../core/currency";
import { namesOnCurve } from "../../../wording/messages/commitment-names";
import { savingPhrase } from "../../../wording/messages/saving-phrase";
import { shared } from "../styles";
import { drawChart } from "./chart-drawing";
import { chartFrame, SKETCH } from "./chart-frame";
import { sketchMarks } from "./chart-layout";
import { chartStyles } from "./chart-styles";
import { ChartWidth } from "./chart-width";

/** Expected saving against commitment at a glance: the curve, the best commitment and the present one. */
@customElement("bandwise-savings-sketch")
export class SavingsSketch extends LitElement {
  static override readonly styles = [shared, chartStyles];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) curve: SavingsCurve | undefined;

  readonly #width = new ChartWidth(this);

  override render() {
    const { curve } = this;
    if (!curve) return nothing;
    const frame = chartFrame(curve, undefined, [], this.#width.pixels, this.currency, SKETCH);
    return html`<svg
      role="img"
      aria-label=${summaryOf(curve, this.currency)}
      height=${frame.height}
      viewBox="0 0 ${frame.width} ${frame.height}"
    >
      ${drawChart(frame, [])}
    </svg>`;
  }
}

/** What a screen reader hears of the sketch. */
function summaryOf(curve: SavingsCurve, currency: Currency): string {
  const said = sketchMarks(curve.marks).map(
    ({ label, outlook }) =>
      `${label}: ${namesOnCurve(curve, currency)(outlook.commitmentUsd)} ${savingPhrase(outlook.expectedSavingUsd, currency)}.`,
  );
  return ["Expected saving by commitment.", ...said].join(" ");
}
