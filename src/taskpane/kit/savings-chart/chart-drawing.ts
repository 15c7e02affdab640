import { nothing, type SVGTemplateResult, svg } from "lit";
import type { FillLevel } from "../../../analysis/fill-levels";
import { LABEL_HEIGHT } from "../charts/label-places";
import { type ChartFrame, type PlacedMark, type PlacedText, TICK_GAP } from "./chart-frame";
import type { Mark } from "./chart-layout";

/** With more thresholds than this their rules would be a grey field: each is then a short stroke on the axis. */
const MOST_RULES = 24;
const STROKE = 6;
/** From the top of a label's box to the line its letters stand on. */
const BASELINE = 12;
/** From the line the discounts stand on to the plot. */
const ABOVE_PLOT = 13;

/** Everything of the chart that stands still while it is read. */
export function drawChart(frame: ChartFrame, fills: readonly FillLevel[]): SVGTemplateResult {
  const { plot, rules, ticks } = frame;
  const [right, bottom] = [plot.x + plot.width, plot.y + plot.height];
  const zeroY = frame.y(0);
  const rulesY = rules.length > MOST_RULES ? bottom - STROKE : plot.y;
  return svg`
    <clipPath id="inside">
      <rect x=${plot.x - 4} y=${plot.y} width=${plot.width + 8} height=${plot.height}></rect>
    </clipPath>
    <path class="grid" d=${ticks.map(({ y }) => `M${plot.x},${y}H${right}`).join("")}></path>
    <path
      class="rules"
      d=${rules.map((x) => `M${x.toFixed(2)},${rulesY}V${bottom}`).join("")}
    ></path>
    <line class="zero" x1=${plot.x} x2=${right} y1=${zeroY} y2=${zeroY}></line>
    ${ticks.map(({ y, text }) => svg`<text class="end" x=${plot.x - TICK_GAP} y=${y + 4}>${text}</text>`)}
    ${frame.discounts.length > 0 ? svg`<text x="0" y=${plot.y - ABOVE_PLOT}>Off list</text>` : nothing}
    ${frame.discounts.map((label) => drawText(label, plot.y - ABOVE_PLOT))}
    ${frame.thresholds.map((label) => drawText(label, bottom + 15))}
    <g clip-path="url(#inside)">
      ${frame.beforePath ? svg`<path class="before" d=${frame.beforePath}></path>` : nothing}
      <path class="curve" d=${frame.curvePath}></path>
      ${frame.ends.map(
        ({ x, y, closed }) =>
          svg`<circle class=${closed ? "closed" : "open"} cx=${x} cy=${y} r="2.5"></circle>`,
      )}
    </g>
    ${frame.marks.map(drawLeader)} ${frame.marks.map(drawMark)}
    ${fills.length > 0 ? drawStrip(frame, fills) : nothing}
  `;
}

function drawText({ x, text }: PlacedText, y: number): SVGTemplateResult {
  return svg`<text class="middle" x=${x} y=${y}>${text}</text>`;
}

/** A line to a label that had to go further away. */
function drawLeader({ x, y, label }: PlacedMark): SVGTemplateResult | typeof nothing {
  const away = Math.max(label.y - y, y - (label.y + label.height));
  if (away < LABEL_HEIGHT) return nothing;
  const toY = label.y > y ? label.y + 2 : label.y + label.height - 2;
  return svg`<line class="leader" x1=${x} y1=${y} x2=${label.x + label.width / 2} y2=${toY}></line>`;
}

function drawMark({ mark, x, y, label }: PlacedMark): SVGTemplateResult {
  return svg`<g class="mark ${mark.role}">
    ${drawSymbol(mark.role, x, y)}
    <text class="middle" x=${label.x + label.width / 2} y=${label.y + BASELINE}>${mark.label}</text>
  </g>`;
}

/** A disc for the best, a ring for the next best, a diamond for the present commitment: told apart without colour. */
export function drawSymbol(role: Mark["role"], x: number, y: number): SVGTemplateResult {
  return role === "current"
    ? svg`<path class="symbol" d="M${x},${y - 6}l6,6l-6,6l-6,-6z"></path>`
    : svg`<circle class="symbol" cx=${x} cy=${y} r=${role === "best" ? 5 : 4.5}></circle>`;
}

/** The forecast's spread, as how often usage fills each commitment: almost surely, likely, hardly. */
function drawStrip(frame: ChartFrame, fills: readonly FillLevel[]): SVGTemplateResult {
  const { stripY, plot, x } = frame;
  const [sure = plot.x, likely = plot.x, half = plot.x, unlikely = plot.x, hardly = plot.x] =
    fills.map(({ commitmentUsd }) => Math.min(x(commitmentUsd), plot.x + plot.width));
  const top = stripY + 20;
  const middle = top + 5;
  return svg`<g class="strip">
    <text x="0" y=${stripY + 13}>${sure === hardly ? "What usage fills" : "How often usage fills it"}</text>
    <line x1=${plot.x} x2=${plot.x + plot.width} y1=${middle} y2=${middle}></line>
    <rect class="sure" x=${plot.x} y=${top + 2} width=${sure - plot.x} height="6"></rect>
    <rect class="likely" x=${likely} y=${top} width=${unlikely - likely} height="10"></rect>
    ${[sure, hardly].map((end) => svg`<line x1=${end} x2=${end} y1=${top} y2=${top + 10}></line>`)}
    <line class="half" x1=${half} x2=${half} y1=${top - 1} y2=${top + 11}></line>
    ${frame.fills.map((label) => drawText(label, top + 24))}
  </g>`;
}

/** Where the chart is read: a line down the plot and a ring on the curve. */
export function drawReading(
  { x, y, plot }: ChartFrame,
  commitmentUsd: number,
  savingUsd: number,
): SVGTemplateResult {
  const at = x(commitmentUsd);
  const curveY = y(savingUsd);
  const seen = curveY >= plot.y && curveY <= plot.y + plot.height;
  return svg`<g class="reading">
    <line x1=${at} x2=${at} y1=${plot.y} y2=${plot.y + plot.height}></line>
    ${seen ? svg`<circle cx=${at} cy=${curveY} r="4"></circle>` : nothing}
  </g>`;
}
