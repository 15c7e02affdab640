import { numfmt } from "@univerjs/core";
import type { ChartAxisInfo, ChartInfo } from "../grid/chart-info";

const NAMESPACE = "http://www.w3.org/2000/svg";

/** Pixels around the lines for the title, the labels and the titles of the axes. */
const MARGIN = { top: 40, right: 44, bottom: 52, left: 96 };
/** Approximate distance between labels, in pixels. */
const LABEL_ROOM = { across: 110, up: 44 };

/** Colours of lines; after the last the first is used again. */
const COLORS = 6;
/** Pixels at the right for names of lines, and from one to the next. */
const LEGEND = { width: 196, step: 22 };

/** A point of a line; null where a cell holds no number, which parts the line. */
export type ChartPoint = readonly [across: number, up: number] | null;

interface Scale {
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

/** A picture of a chart: its lines between round amounts, with the titles and labels that it has. */
export function drawSheetChart(
  chart: ChartInfo,
  lines: readonly (readonly ChartPoint[])[],
  size: { readonly width: number; readonly height: number },
): SVGElement {
  const { width, height } = size;
  const picture = element("svg", { width, height, role: "img", "aria-label": chart.title });
  const points = lines.flat().filter((point) => point !== null);
  const names = chart.showsLegend ? chart.series.map(({ name }) => name) : [];
  const inner = {
    width: width - MARGIN.left - (names.length > 0 ? LEGEND.width : MARGIN.right),
    height: height - MARGIN.top - MARGIN.bottom,
  };
  const middle = MARGIN.left + inner.width / 2;
  picture.append(text(chart.title, { x: middle, y: 24, class: "chart-title" }));
  if (points.length === 0 || inner.width <= 0 || inner.height <= 0) return picture;
  const across = scaleOf(
    points.map(([x]) => x),
    inner.width / LABEL_ROOM.across,
    chart.acrossAxis,
  );
  const up = scaleOf(
    points.map(([, y]) => y),
    inner.height / LABEL_ROOM.up,
    chart.upAxis,
  );
  const xAt = (value: number): number => MARGIN.left + inner.width * shareOf(value, across);
  const yAt = (value: number): number => MARGIN.top + inner.height * (1 - shareOf(value, up));
  const bottom = MARGIN.top + inner.height;
  const right = MARGIN.left + inner.width;
  for (const value of stepsOf(across)) {
    const x = xAt(value);
    picture.append(
      element("path", { d: `M${x} ${MARGIN.top}V${bottom}`, class: "chart-grid" }),
      text(labelOf(value, chart.acrossAxis), { x, y: bottom + 16 }),
    );
  }
  for (const value of stepsOf(up)) {
    const y = yAt(value);
    const look = value === 0 ? "chart-axis" : "chart-grid";
    picture.append(
      element("path", { d: `M${MARGIN.left} ${y}H${right}`, class: look }),
      text(labelOf(value, chart.upAxis), { x: MARGIN.left - 8, y: y + 4, class: "chart-up" }),
    );
  }
  const side = MARGIN.top + inner.height / 2;
  picture.append(
    text(chart.acrossAxis.title, { x: middle, y: height - 14 }),
    text(chart.upAxis.title, { transform: `translate(16 ${side}) rotate(-90)` }),
  );
  for (const [index, line] of lines.entries()) {
    const d = pathOf(line, xAt, yAt);
    picture.append(element("path", { d, class: `chart-line ${colorOf(index)}` }));
  }
  for (const [index, name] of names.entries()) {
    const y = MARGIN.top + 8 + index * LEGEND.step;
    const d = `M${right + 12} ${y}h18`;
    picture.append(
      element("path", { d, class: `chart-key ${colorOf(index)}` }),
      text(name, { x: right + 36, y: y + 4, class: "chart-name" }),
    );
  }
  return picture;
}

function colorOf(index: number): string {
  return `chart-color-${(index % COLORS) + 1}`;
}

function pathOf(
  line: readonly ChartPoint[],
  xAt: (value: number) => number,
  yAt: (value: number) => number,
): string {
  let pen = "M";
  let path = "";
  for (const point of line) {
    if (point !== null) path += `${pen}${xAt(point[0])} ${yAt(point[1])}`;
    pen = point === null ? "M" : "L";
  }
  return path;
}

/** From the ends of the axis, else from a round amount below the least value, and 0, to one above the greatest. */
function scaleOf(values: readonly number[], labels: number, axis: ChartAxisInfo): Scale {
  const least = axis.minimum ?? Math.min(0, ...values);
  const most = axis.maximum ?? Math.max(0, ...values);
  const raw = (most - least || 1) / Math.max(1, labels);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * ([1, 2, 5, 10].find((times) => times * power >= raw) ?? 10);
  return { low: Math.floor(least / step) * step, high: Math.ceil(most / step) * step, step };
}

function stepsOf({ low, high, step }: Scale): readonly number[] {
  const count = Math.round((high - low) / step);
  return Array.from({ length: count + 1 }, (_, index) => low + index * step);
}

function shareOf(value: number, { low, high }: Scale): number {
  return high === low ? 0 : (value - low) / (high - low);
}

function labelOf(value: number, { numberFormat }: ChartAxisInfo): string {
  return numfmt.format(numberFormat, value);
}

type Attributes = Readonly<Record<string, string | number>>;

function element(tag: string, attributes: Attributes): SVGElement {
  const made = document.createElementNS(NAMESPACE, tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

function text(content: string, attributes: Attributes): SVGElement {
  const made = element("text", attributes);
  made.textContent = content;
  return made;
}
