import { ticks as evenTicks } from "d3-array";
import type { FillLevel } from "../../../analysis/fill-levels";
import type { CurvePoint, CurveSegment, SavingsCurve } from "../../../analysis/savings-curve";
import type { Currency } from "../../../core/currency";
import { toCents } from "../../../core/money";
import { aboutUsd, chance } from "../../../wording/format/approximate";
import { formatExactPercent } from "../../../wording/format/format";
import { type CommitmentNames, labelsAmong } from "../../../wording/messages/commitment-names";
import {
  type Box,
  LABEL_HEIGHT,
  type LineLabel,
  labelPlaces,
  lineLabels,
  textWidth,
} from "../charts/label-places";
import { type LinearScale, linearScale } from "../charts/linear-scale";
import { type Mark, marksOf, type SavingRange, savingRange, sketchMarks } from "./chart-layout";

/** A text on a line, where it stands. */
export interface PlacedText extends LineLabel {
  readonly text: string;
}

/** A mark, where it is and where its label goes. */
export interface PlacedMark {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
  readonly label: Box;
}

/** Everything of a chart that does not depend on where it is read: positions in pixels. */
export interface ChartFrame {
  readonly x: LinearScale;
  readonly y: LinearScale;
  readonly range: SavingRange;
  readonly plot: Box;
  readonly width: number;
  readonly height: number;
  /** Where the strip of the forecast's spread begins. */
  readonly stripY: number;
  readonly curvePath: string;
  /** The curve as it was before the load was moved; empty where it was not. */
  readonly beforePath: string;
  readonly rules: readonly number[];
  /** Ends of segments at cliffs that can be seen: closed where the end belongs to the band, open where it does not. */
  readonly ends: readonly { readonly x: number; readonly y: number; readonly closed: boolean }[];
  readonly thresholds: readonly PlacedText[];
  readonly discounts: readonly PlacedText[];
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly marks: readonly PlacedMark[];
  readonly fills: readonly PlacedText[];
}

/** What a chart has room for. */
export interface ChartSize {
  readonly plotHeight: number;
  /** Above the plot: for the discounts, and below them half an amount of the grid, which may stand on the plot's upper edge. */
  readonly topHeight: number;
  /** Below the thresholds: for how often usage fills each commitment. */
  readonly stripHeight: number;
}

export const WHOLE_CHART: ChartSize = { plotHeight: 168, topHeight: 26, stripHeight: 50 };
/** The curve and its thresholds alone; their discounts are beside their amounts. */
export const SKETCH: ChartSize = { plotHeight: 92, topHeight: 8, stripHeight: 0 };

const THRESHOLD_ROW = 20;
const RIGHT = 8;
/** Between the amounts of the grid and the plot: a mark at $0 must not touch them. */
export const TICK_GAP = 9;
/** Space between two texts of a line. */
const GAP = 6;
/** A cliff lower than this many pixels needs no ends to be seen as one. */
const SEEN = 3;
/** With more bands than this their ends would hide the curve. */
const MOST_ENDS = 24;

/** Lays a chart out at a width in pixels. */
export function chartFrame(
  curve: SavingsCurve,
  before: SavingsCurve | undefined,
  fills: readonly FillLevel[],
  width: number,
  currency: Currency,
  size: ChartSize = WHOLE_CHART,
): ChartFrame {
  const { plotHeight, topHeight, stripHeight } = size;
  const isSketch = stripHeight === 0;
  const range = savingRange(before ? [curve, before] : [curve]);
  const y = linearScale([range.lowUsd, range.highUsd], [topHeight + plotHeight, topHeight]);
  const ticks = evenTicks(range.lowUsd, range.highUsd, isSketch ? 2 : 4).map((usd) => ({
    y: y(usd),
    text: aboutUsd(usd, currency),
  }));
  const left = Math.max(...ticks.map(({ text }) => textWidth(text))) + TICK_GAP;
  const plot = { x: left, y: topHeight, width: width - left - RIGHT, height: plotHeight };
  const right = plot.x + plot.width;
  const x = linearScale([0, curve.endUsd], [plot.x, right]);
  const place = ({ commitmentUsd, expectedSavingUsd }: CurvePoint): string =>
    `${x(commitmentUsd).toFixed(2)},${y(expectedSavingUsd).toFixed(2)}`;
  const draw = ({ segments }: SavingsCurve): string =>
    segments.map(({ points }) => `M${points.map(place).join("L")}`).join("");
  const above = curve.segments.filter(({ thresholdUsd }) => toCents(thresholdUsd) > 0);
  const ends = above.length > MOST_ENDS ? [] : endsOf(curve.segments, x, y);
  return {
    x,
    y,
    range,
    plot,
    width,
    height: topHeight + plotHeight + THRESHOLD_ROW + stripHeight,
    stripY: topHeight + plotHeight + THRESHOLD_ROW,
    curvePath: draw(curve),
    beforePath: before ? draw(before) : "",
    rules: above.map(({ thresholdUsd }) => x(thresholdUsd)),
    ends,
    thresholds: isSketch
      ? discountedLabels(curve, x, plot, currency)
      : thresholdLabels(curve, x, plot, currency),
    discounts: isSketch ? [] : discountLabels(curve, x),
    ticks,
    marks: placeMarks(isSketch ? sketchMarks(curve.marks) : marksOf(curve.marks), x, y, plot, ends),
    fills: fillLabels(fills, x, right, currency),
  };
}

function endsOf(
  segments: readonly CurveSegment[],
  x: (usd: number) => number,
  y: (usd: number) => number,
): ChartFrame["ends"] {
  return segments.flatMap(({ points: [start] }, index) => {
    const end = segments[index - 1]?.points.at(-1);
    if (!end || Math.abs(y(end.expectedSavingUsd) - y(start.expectedSavingUsd)) < SEEN) return [];
    return [
      { x: x(end.commitmentUsd), y: y(end.expectedSavingUsd), closed: false },
      { x: x(start.commitmentUsd), y: y(start.expectedSavingUsd), closed: true },
    ];
  });
}

/** Amounts under the thresholds: $0, what is marked and the last first, then the rest from the left. Without any, the end. */
function thresholdLabels(
  { segments, marks, endUsd }: SavingsCurve,
  x: (usd: number) => number,
  plot: Box,
  currency: Currency,
  nameOf: CommitmentNames = labelsOn(segments, currency),
): readonly PlacedText[] {
  const above = segments.map(({ thresholdUsd }) => thresholdUsd).filter((usd) => usd > 0);
  const amounts = [0, ...(above.length > 0 ? above : [endUsd])];
  const marked = marksOf(marks).map(({ outlook }) => toCents(outlook.commitmentUsd));
  const labels = amounts.map((usd, index) => {
    const text = nameOf(usd);
    const wanted = index === 0 || marked.includes(toCents(usd)) || index === amounts.length - 1;
    return { x: x(usd), width: textWidth(text), rank: wanted ? 0 : index, text };
  });
  return lineLabels(labels, 0, plot.x + plot.width + RIGHT, GAP);
}

function labelsOn(segments: SavingsCurve["segments"], currency: Currency): CommitmentNames {
  return labelsAmong(
    segments.map(({ thresholdUsd }) => thresholdUsd),
    currency,
  );
}

/** Thresholds with their discounts, "$250k · 10%", where all that would be named without them still are. */
function discountedLabels(
  curve: SavingsCurve,
  x: (usd: number) => number,
  plot: Box,
  currency: Currency,
): readonly PlacedText[] {
  const labelOf = labelsOn(curve.segments, currency);
  const discounted = thresholdLabels(curve, x, plot, currency, (usd) => {
    const band = curve.segments.findLast(({ thresholdUsd }) => thresholdUsd === usd);
    const isThreshold = band !== undefined && usd > 0;
    return isThreshold
      ? `${labelOf(usd)} · ${formatExactPercent(band.discountFraction)}`
      : labelOf(usd);
  });
  const bare = thresholdLabels(curve, x, plot, currency);
  return discounted.length < bare.length ? bare : discounted;
}

/** The discount of each band above it, where it fits between its thresholds; of very many bands none. */
function discountLabels(
  { segments, endUsd }: SavingsCurve,
  x: (usd: number) => number,
): readonly PlacedText[] {
  if (segments.length > MOST_ENDS) return [];
  return segments.flatMap(({ thresholdUsd, discountFraction }, rank) => {
    const [fromX, toX] = [x(thresholdUsd), x(segments[rank + 1]?.thresholdUsd ?? endUsd)];
    const text = formatExactPercent(discountFraction);
    const width = textWidth(text);
    return width <= toX - fromX ? [{ x: (fromX + toX) / 2, width, rank, text }] : [];
  });
}

function placeMarks(
  marks: readonly Mark[],
  x: (usd: number) => number,
  y: (usd: number) => number,
  plot: Box,
  ends: ChartFrame["ends"],
): readonly PlacedMark[] {
  const placed = marks.map((mark) => ({
    mark,
    x: x(mark.outlook.commitmentUsd),
    y: y(mark.outlook.expectedSavingUsd),
    width: textWidth(mark.label),
  }));
  const labels = labelPlaces(placed, plot, ends);
  return placed.map(({ mark, x: markX, y: markY, width }, index) => ({
    mark,
    x: markX,
    y: markY,
    label: labels[index] ?? { x: markX, y: markY, width, height: LABEL_HEIGHT },
  }));
}

/** The chances under the strip; where usage is certain, up to what it fills a commitment. */
function fillLabels(
  fills: readonly FillLevel[],
  x: (usd: number) => number,
  right: number,
  currency: Currency,
): readonly PlacedText[] {
  const [first] = fills;
  const last = fills.at(-1);
  if (!first || !last) return [];
  if (toCents(first.commitmentUsd) === toCents(last.commitmentUsd)) {
    const text = `up to ${aboutUsd(first.commitmentUsd, currency)}`;
    return lineLabels(
      [{ x: x(first.commitmentUsd), width: textWidth(text), rank: 0, text }],
      0,
      right + RIGHT,
      GAP,
    );
  }
  // The outer ones first, then the middle one; the quarters only where all have room.
  const labels = fills.map(({ probability, commitmentUsd }, index) => {
    const text = chance(probability);
    const rank = index === 0 || index === fills.length - 1 ? 0 : 1;
    return { x: x(commitmentUsd), width: textWidth(text), rank, text };
  });
  const shown = lineLabels(labels, 0, right + RIGHT, GAP);
  return shown.length === fills.length
    ? shown
    : lineLabels(
        labels.filter((_, index) => index % 2 === 0),
        0,
        right + RIGHT,
        GAP,
      );
}
