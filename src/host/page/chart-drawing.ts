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

/** Part of a step by which doubles may miss the last label. */
const ROUNDING = 1e-6;

/** Part of a column's room that it fills. */
const COLUMN_SHARE = 0.6;

/** A point of a line, or a column at 1, 2, 3 …; null where a cell holds no number, which parts a line. */
export type ChartPoint = readonly [across: number, up: number] | null;

/** Where the columns of a series stand, and from where to where each of them goes. */
type Stack = readonly (readonly [across: number, from: number, to: number])[];

/** Values along an axis that get a label, between its ends. */
interface Scale {
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly first: number;
}

/**
 * A picture of a chart: its lines or columns between round amounts, with the titles and labels that it has.
 *
 * @param categories What each column is called; none where the chart is of lines.
 */
export function drawSheetChart(
  chart: ChartInfo,
  lines: readonly (readonly ChartPoint[])[],
  size: { readonly width: number; readonly height: number },
  categories: readonly string[],
): SVGElement {
  const { width, height } = size;
  const isOfColumns = chart.type === "ColumnStacked";
  const stacks = isOfColumns ? stacked(lines) : [];
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
  const xs = points.map(([x]) => x);
  const ys = isOfColumns ? stacks.flat().flatMap(([, ...ends]) => ends) : points.map(([, y]) => y);
  const labels = inner.width / LABEL_ROOM.across;
  const across = isOfColumns
    ? columnScale(Math.max(...xs), labels)
    : scaleOf(xs, labels, chart.acrossAxis);
  const up = scaleOf(ys, inner.height / LABEL_ROOM.up, chart.upAxis);
  const xAt = (value: number): number => MARGIN.left + inner.width * shareOf(value, across);
  const yAt = (value: number): number => MARGIN.top + inner.height * (1 - shareOf(value, up));
  const bottom = MARGIN.top + inner.height;
  const right = MARGIN.left + inner.width;
  for (const value of stepsOf(across)) {
    const x = xAt(value);
    const label = isOfColumns
      ? (categories[value - 1] ?? String(value))
      : labelOf(value, chart.acrossAxis);
    if (!isOfColumns)
      picture.append(element("path", { d: `M${x} ${MARGIN.top}V${bottom}`, class: "chart-grid" }));
    picture.append(text(label, { x, y: bottom + 16 }));
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
  // A column begins at 0, which may be below the end of the axis.
  const yInside = (value: number): number => yAt(Math.min(Math.max(value, up.low), up.high));
  const columnWidth = COLUMN_SHARE * (xAt(2) - xAt(1));
  for (const [index, line] of lines.entries()) {
    const stack = stacks[index];
    const d = stack
      ? stack.map(([x, from, to]) => `M${xAt(x)} ${yInside(from)}V${yInside(to)}`).join("")
      : pathOf(line, xAt, yAt);
    const drawn = element("path", { d, class: `chart-line ${colorOf(index)}` });
    if (stack) drawn.style.strokeWidth = `${columnWidth}px`;
    picture.append(drawn);
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

/** Puts columns above 0 on those before them, and below 0 under them. */
function stacked(series: readonly (readonly ChartPoint[])[]): readonly Stack[] {
  const ends = new Map<string, number>();
  return series.map((columns) =>
    columns.flatMap((column): Stack => {
      if (column === null) return [];
      const [across, value] = column;
      const side = `${value < 0 ? "below" : "above"} ${across}`;
      const from = ends.get(side) ?? 0;
      ends.set(side, from + value);
      return [[across, from, from + value]];
    }),
  );
}

/** Room for each column around its number, with a label at every one or at every second, third … */
function columnScale(columns: number, labels: number): Scale {
  const step = Math.max(1, Math.ceil(columns / Math.max(1, labels)));
  return { low: 0.5, high: columns + 0.5, step, first: 1 };
}

/**
 * From the ends of the axis, else from a round amount below the least value, and 0, to one above the greatest.
 *
 * As in Excel 0 is left out where all values are within a sixth of the greatest: days, which are numbers from 1900 on, would be a line.
 */
function scaleOf(values: readonly number[], labels: number, axis: ChartAxisInfo): Scale {
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const isFarFrom0 = lowest > 0 && lowest < highest && lowest > (highest * 5) / 6;
  const least = axis.minimum ?? (isFarFrom0 ? lowest : Math.min(0, lowest));
  const most = axis.maximum ?? Math.max(0, highest);
  const raw = (most - least || 1) / Math.max(1, labels);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * ([1, 2, 5, 10].find((times) => times * power >= raw) ?? 10);
  const [low, high] = [Math.floor(least / step) * step, Math.ceil(most / step) * step];
  return { low, high, step, first: low };
}

function stepsOf({ first, high, step }: Scale): readonly number[] {
  const count = Math.floor((high - first) / step + ROUNDING);
  return Array.from({ length: count + 1 }, (_, index) => first + index * step);
}

function shareOf(value: number, { low, high }: Scale): number {
  return high === low ? 0 : (value - low) / (high - low);
}

function labelOf(value: number, { numberFormat }: ChartAxisInfo): string {
  return numfmt.format(numberFormat, value);
}

type Attributes = Readonly<Record<string, string | number>>;

function element(tag: string, attributes: Attributes, ...content: string[]): SVGElement {
  const made = document.createElementNS(NAMESPACE, tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...content);
  return made;
}

function text(content: string, attributes: Attributes): SVGElement {
  return element("text", attributes, content);
}
