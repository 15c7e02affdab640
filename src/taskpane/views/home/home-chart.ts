import { ticks as evenTicks } from "d3-array";
import { css, html, LitElement, nothing, svg } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { sameCommitment } from "../../../analysis/best-commitments";
import { savingRange } from "../../../analysis/saving-range";
import type { CurvePoint, CurveSegment, SavingsCurve } from "../../../analysis/savings-curve";
import { formatShortUsd, toCents } from "../../../core/money";
import { aboutUsd } from "../../../wording/format/approximate";
import { formatExactPercent } from "../../../wording/format/format";
import { LABEL_HEIGHT, labelPlaces, lineLabels, textWidth } from "../../kit/label-places";
import { linearScale } from "../../kit/linear-scale";
import { shared } from "../../kit/styles";

/** Width before the chart has been measured. */
const FIRST_WIDTH = 301;
const PLOT_HEIGHT = 112;
const TOP = 4;
const FOOT = 20;
/** Half of a mark, which lies on the edge of the plot where the best is the last commitment shown. */
const RIGHT = 8;
/** With more thresholds than this their rules would be a grey field. */
const MOST_RULES = 24;
/** Between two labels. */
const GAP = 6;

/** Expected saving against commitment, small and only to be seen: the view of the commitment has the one that is read. */
@customElement("bandwise-home-chart")
export class HomeChart extends LitElement {
  static override readonly styles = [
    shared,
    css`
      svg {
        display: block;
        width: 100%;
        overflow: visible;
      }

      text {
        font-size: 12px;
        fill: var(--colorNeutralForeground2);
        font-variant-numeric: tabular-nums;
      }

      .middle {
        text-anchor: middle;
      }

      .end {
        text-anchor: end;
      }

      .grid,
      .rules,
      .curve {
        fill: none;
      }

      .grid {
        stroke: var(--colorNeutralStroke2);
      }

      .rules {
        stroke: var(--colorNeutralStroke1);
        stroke-dasharray: 2 3;
      }

      .zero {
        stroke: var(--colorNeutralStrokeAccessible);
      }

      .curve {
        stroke: var(--colorBrandForeground1);
        stroke-width: 2;
        stroke-linejoin: round;
      }

      .symbol {
        fill: var(--colorNeutralBackground1);
        stroke: var(--colorNeutralForeground1);
        stroke-width: 2;
      }

      .best {
        fill: var(--colorNeutralForeground1);
      }

      text.mark {
        fill: var(--colorNeutralForeground1);
        font-weight: var(--fontWeightSemibold);
        paint-order: stroke;
        stroke: var(--colorNeutralBackground1);
        stroke-width: 4px;
        stroke-linejoin: round;
      }

      @media (forced-colors: active) {
        svg {
          forced-color-adjust: none;
        }

        text,
        text.mark,
        .best {
          fill: CanvasText;
        }

        text.mark {
          stroke: Canvas;
        }

        .symbol {
          stroke: CanvasText;
        }

        .symbol:not(.best) {
          fill: Canvas;
        }

        .curve {
          stroke: Highlight;
        }

        .grid,
        .rules {
          stroke: GrayText;
        }

        .zero {
          stroke: CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) curve: SavingsCurve | undefined;
  @state() private width = FIRST_WIDTH;
  readonly #resized = new ResizeObserver((entries) => {
    const width = Math.floor(entries[0]?.contentRect.width ?? 0);
    if (width > 0) this.width = width;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  override render() {
    return this.curve ? this.#draw(this.curve, this.width) : nothing;
  }

  #draw(curve: SavingsCurve, width: number) {
    const { lowUsd, highUsd } = savingRange([curve]);
    const bottom = TOP + PLOT_HEIGHT;
    const y = linearScale([lowUsd, highUsd], [bottom, TOP]);
    const ticks = evenTicks(lowUsd, highUsd, 3).map((usd) => ({ y: y(usd), text: aboutUsd(usd) }));
    const left = Math.max(...ticks.map(({ text }) => textWidth(text))) + 8;
    const right = width - RIGHT;
    const x = linearScale([0, curve.endUsd], [left, right]);
    const place = ({ commitmentUsd, expectedSavingUsd }: CurvePoint): string =>
      `${x(commitmentUsd).toFixed(1)},${y(expectedSavingUsd).toFixed(1)}`;
    const bands = curve.segments.filter(({ thresholdUsd }) => toCents(thresholdUsd) > 0);
    const rules = bands.length > MOST_RULES ? [] : bands.map(({ thresholdUsd }) => x(thresholdUsd));
    const labels = thresholdLabels(curve, x, width);
    const marks = marksOf(curve).map((mark) => ({
      ...mark,
      x: x(mark.commitmentUsd),
      y: y(mark.expectedSavingUsd),
      width: textWidth(mark.label),
    }));
    const plot = { x: left, y: TOP, width: right - left, height: PLOT_HEIGHT };
    const places = labelPlaces(marks, plot);
    return html`<svg
      aria-hidden="true"
      height=${bottom + FOOT}
      viewBox="0 0 ${width} ${bottom + FOOT}"
    >
      ${svg`<clipPath id="inside">
          <rect x=${left - 2} y=${TOP} width=${right - left + 4} height=${PLOT_HEIGHT}></rect>
        </clipPath>
        <path class="grid" d=${ticks.map((tick) => `M${left},${tick.y}H${right}`).join("")}></path>
        <path class="rules" d=${rules.map((at) => `M${at.toFixed(1)},${TOP}V${bottom}`).join("")}></path>
        <line class="zero" x1=${left} x2=${right} y1=${y(0)} y2=${y(0)}></line>
        ${ticks.map((tick) => svg`<text class="end" x=${left - 8} y=${tick.y + 4}>${tick.text}</text>`)}
        ${labels.map((label) => svg`<text class="middle" x=${label.x} y=${bottom + 15}>${label.text}</text>`)}
        <path
          class="curve"
          clip-path="url(#inside)"
          d=${curve.segments.map(({ points }) => `M${points.map(place).join("L")}`).join("")}
        ></path>
        ${marks.map((mark) =>
          mark.isBest
            ? svg`<circle class="symbol best" cx=${mark.x} cy=${mark.y} r="5"></circle>`
            : svg`<path class="symbol" d="M${mark.x},${mark.y - 6}l6,6l-6,6l-6,-6z"></path>`,
        )}
        ${marks.map((mark, index) => {
          const box = places[index] ?? { x: mark.x, y: mark.y, width: mark.width };
          return svg`<text class="middle mark" x=${box.x + box.width / 2} y=${box.y + LABEL_HEIGHT - 4}>${mark.label}</text>`;
        })}`}
    </svg>`;
  }
}

/** Each threshold with its discount where all have room, else the thresholds that have. */
function thresholdLabels(curve: SavingsCurve, x: (usd: number) => number, width: number) {
  const marked = marksOf(curve).map(({ commitmentUsd }) => toCents(commitmentUsd));
  const bands = curve.segments.filter(({ thresholdUsd }) => toCents(thresholdUsd) > 0);
  const labelled = (words: (segment: CurveSegment) => string) =>
    bands.map((segment, index) => {
      const { thresholdUsd } = segment;
      const text = words(segment);
      const rank = marked.includes(toCents(thresholdUsd)) ? -1 : index;
      return { x: x(thresholdUsd), width: textWidth(text), rank, text };
    });
  const named = ({ thresholdUsd }: CurveSegment): string => formatShortUsd(thresholdUsd);
  const full = labelled(
    (segment) => `${named(segment)} · ${formatExactPercent(segment.discountFraction)}`,
  );
  const shown = lineLabels(full, 0, width, GAP);
  return shown.length === full.length ? shown : lineLabels(labelled(named), 0, width, GAP);
}

/** The best on offer and the present commitment, each once. */
function marksOf({ marks: { leastOnOffer, current } }: SavingsCurve) {
  if (!current) return [{ ...leastOnOffer, isBest: true, label: "Best" }];
  return sameCommitment(leastOnOffer, current)
    ? [{ ...leastOnOffer, isBest: true, label: "Best, present" }]
    : [
        { ...leastOnOffer, isBest: true, label: "Best" },
        { ...current, isBest: false, label: "Present" },
      ];
}
