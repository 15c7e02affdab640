import { html, LitElement, nothing, type PropertyValues, svg } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { CommitmentOutlook } from "../../../analysis/commitment-outlook";
import type { FillLevel } from "../../../analysis/fill-levels";
import type { CurvePoint, SavingsCurve } from "../../../analysis/savings-curve";
import { type Currency, US_DOLLAR } from "../../../core/currency";
import { aboutUsd, labelUsd } from "../../../wording/format/approximate";
import { formatList } from "../../../wording/format/format";
import { namesOnCurve } from "../../../wording/messages/commitment-names";
import { readingSentence } from "../../../wording/messages/outlook-messages";
import { savingPhrase } from "../../../wording/messages/saving-phrase";
import { drawChart, drawReading } from "../../kit/savings-chart/chart-drawing";
import { type ChartFrame, chartFrame } from "../../kit/savings-chart/chart-frame";
import { marksOf } from "../../kit/savings-chart/chart-layout";
import {
  belowChart,
  pointedAt,
  readingLandmarks,
  readingStops,
} from "../../kit/savings-chart/chart-reading";
import { chartStyles } from "../../kit/savings-chart/chart-styles";
import { ChartWidth } from "../../kit/savings-chart/chart-width";
import { shared } from "../../kit/styles";

/** Thresholds below the chart that are named one by one. */
const MOST_NAMED = 3;

/** Expected saving against commitment, to be seen, pointed at and read with the keyboard. */
@customElement("bandwise-savings-chart")
export class SavingsChart extends LitElement {
  static override readonly styles = [shared, chartStyles];

  @property({ attribute: false }) currency: Currency = US_DOLLAR;
  @property({ attribute: false }) curve: SavingsCurve | undefined;
  /** The curve before the load was moved, drawn faintly. */
  @property({ attribute: false }) asForecast: SavingsCurve | undefined;
  @property({ attribute: false }) fills: readonly FillLevel[] = [];
  /** Whether usage is taken as known. */
  @property({ attribute: false }) certain = false;
  /** Prices any commitment that is pointed at. */
  @property({ attribute: false }) read: ((commitmentUsd: number) => CommitmentOutlook) | undefined;

  @state() private pointedUsd: number | undefined;
  @state() private keyedUsd: number | undefined;
  @state() private focused = false;

  #frame: ChartFrame | undefined;
  readonly #width = new ChartWidth(this);

  override willUpdate(changed: PropertyValues): void {
    const { curve } = this;
    if (!curve) return;
    const isSame =
      this.#frame?.width === this.#width.pixels &&
      !["curve", "asForecast", "fills", "currency"].some((name) => changed.has(name));
    if (!isSame)
      this.#frame = chartFrame(
        curve,
        this.asForecast,
        this.fills,
        this.#width.pixels,
        this.currency,
      );
  }

  override render() {
    const { curve, read } = this;
    const frame = this.#frame;
    if (!curve || !read || !frame) return nothing;
    const keyed = read(this.#keyedUsd(curve));
    const shownUsd = this.pointedUsd ?? (this.focused ? keyed.commitmentUsd : undefined);
    const shown = shownUsd === undefined ? undefined : read(shownUsd);
    return html`
      <div
        class="plot"
        role="slider"
        tabindex="0"
        aria-label="Expected saving by commitment"
        aria-description=${this.#summary(curve)}
        aria-valuemin="0"
        aria-valuemax=${curve.endUsd}
        aria-valuenow=${keyed.commitmentUsd}
        aria-valuetext=${readingSentence(keyed, this.certain, this.currency)}
        @keydown=${(event: KeyboardEvent) => this.#press(event, curve)}
        @focus=${() => this.#focus(true)}
        @blur=${() => this.#focus(false)}
        @pointermove=${(event: PointerEvent) => this.#point(event, curve, frame)}
        @pointerdown=${(event: PointerEvent) => this.#point(event, curve, frame)}
        @pointerleave=${() => this.#leave()}
      >
        <svg aria-hidden="true" height=${frame.height} viewBox="0 0 ${frame.width} ${frame.height}">
          ${drawChart(frame, this.fills)}
          ${shown ? drawReading(frame, shown.commitmentUsd, shown.expectedSavingUsd) : svg``}
        </svg>
      </div>
      ${this.#drawBelow(belowChart(curve, frame.range))}
      <p class="read quiet wrap" aria-hidden=${shown ? "true" : "false"}>
        ${
          shown
            ? readingSentence(shown, this.certain, this.currency)
            : "Point at the chart, or go to it and use the arrow keys, to read any commitment."
        }
      </p>
    `;
  }

  #drawBelow(points: readonly CurvePoint[]) {
    if (points.length === 0) return nothing;
    const words =
      points.length > MOST_NAMED
        ? `${points.length} thresholds are below the chart.`
        : `Below the chart: ${formatList(points.map(({ commitmentUsd, expectedSavingUsd }) => `${labelUsd(commitmentUsd, this.currency)} at ${aboutUsd(expectedSavingUsd, this.currency)}`))} a year.`;
    return html`<p class="quiet">${words}</p>`;
  }

  /** What a screen reader hears on the way in: the marks, and how to read the rest. */
  #summary(curve: SavingsCurve): string {
    const said = marksOf(curve.marks).map(
      ({ label, outlook }) =>
        `${label}: ${namesOnCurve(curve, this.currency)(outlook.commitmentUsd)} ${savingPhrase(outlook.expectedSavingUsd, this.currency)}.`,
    );
    return `${said.join(" ")} Arrow keys read other commitments, Page Up and Page Down go from threshold to threshold.`;
  }

  /** Where the keyboard reads: where it was, else at the present commitment, else at the best. */
  #keyedUsd({ marks, endUsd }: SavingsCurve): number {
    const usd = this.keyedUsd ?? (marks.current ?? marks.best).commitmentUsd;
    return Math.min(usd, endUsd);
  }

  #press(event: KeyboardEvent, curve: SavingsCurve): void {
    const here = this.#keyedUsd(curve);
    const next = (stops: readonly number[]) => stops.find((usd) => usd > here + HALF_CENT_USD);
    const last = (stops: readonly number[]) => stops.findLast((usd) => usd < here - HALF_CENT_USD);
    const moves: Readonly<Record<string, () => number | undefined>> = {
      ArrowRight: () => next(readingStops(curve)),
      ArrowUp: () => next(readingStops(curve)),
      ArrowLeft: () => last(readingStops(curve)),
      ArrowDown: () => last(readingStops(curve)),
      PageUp: () => next(readingLandmarks(curve)),
      PageDown: () => last(readingLandmarks(curve)),
      Home: () => 0,
      End: () => curve.endUsd,
    };
    const move = moves[event.key];
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.keyedUsd = move() ?? here;
    this.pointedUsd = undefined;
  }

  #focus(focused: boolean): void {
    this.focused = focused;
  }

  #point(event: PointerEvent, curve: SavingsCurve, frame: ChartFrame): void {
    const box = this.renderRoot.querySelector("svg")?.getBoundingClientRect();
    if (!box) return;
    const x = event.clientX - box.left;
    this.pointedUsd = pointedAt(curve, x, frame.x, frame.x.invert);
    if (event.type === "pointerdown") this.keyedUsd = this.pointedUsd;
  }

  #leave(): void {
    this.pointedUsd = undefined;
  }
}

const HALF_CENT_USD = 0.005;
