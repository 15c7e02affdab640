import type { Sheet, WriteSheet } from "hucre/xlsx";
import { formatAddress, parseAddress, quoteSheet, type Rect } from "../grid/address";
import {
  type ChartAxisInfo,
  type ChartInfo,
  type ChartSeriesInfo,
  type ChartType,
  LABEL_POSITIONS,
  type LabelPosition,
} from "../grid/chart-info";
import type { PackageParts } from "./package-parts";
import { tagsNamed, writeXmlText } from "./xml-text";

type FileChart = NonNullable<Sheet["charts"]>[number];
type WrittenChart = NonNullable<WriteSheet["charts"]>[number];
type FileAxis = NonNullable<NonNullable<FileChart["axes"]>["x"]>;
type FileSeries = NonNullable<FileChart["series"]>[number];

const FILE_POSITIONS = {
  NextToAxis: "nextTo",
  High: "high",
  Low: "low",
  None: "none",
} as const satisfies Record<LabelPosition, FileAxis["tickLblPos"]>;

/** Properties of a file's chart, axes and series that are kept, or that every chart here shares. */
const CHART_KEYS = [
  ...["kinds", "seriesCount", "title", "series", "anchor", "legend", "autoTitleDeleted", "axes"],
  ...["dispBlanksAs", "plotVisOnly", "scatterStyle", "barGrouping", "lang"],
];
const AXIS_KEYS = ["title", "numberFormat", "tickLblPos", "gridlines", "crossBetween", "scale"];
const SERIES_KEYS = ["kind", "index", "name", "valuesRef", "categoriesRef", "marker", "stroke"];

export const CHART_PART = /^xl\/charts\/chart[^/]*\.xml$/;

/** What every chart written here has: sizes in points, and degrees of the title up the side. */
const USUAL = {
  titleFontSize: 14,
  axisTitleFontSize: 10,
  axisTitleRotation: -90,
  width: 2.25,
  majorTickMark: "none",
  minorTickMark: "none",
  overlap: 100,
  gapWidth: 60,
} as const;

/** Lines behind a chart as Excel draws them in a new one; without them lines are black. */
const LIGHT_GRID =
  '<c:majorGridlines><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';

/** The kinds of charts as a file says them. */
const FILE_TYPES = {
  XYScatterLinesNoMarkers: { type: "scatter", scatterStyle: "lineMarker" },
  ColumnStacked: {
    type: "column",
    barGrouping: "stacked",
    overlap: USUAL.overlap,
    gapWidth: USUAL.gapWidth,
  },
} as const satisfies Record<ChartType, Partial<WrittenChart>>;

export function toFileChart(chart: ChartInfo, sheetName: string): WrittenChart {
  const { row, col, rows, cols } = chart.place;
  const reference = (rect: Rect): string => `${quoteSheet(sheetName)}!${formatAddress(rect, true)}`;
  return {
    ...FILE_TYPES[chart.type],
    ...(chart.title === "" ? { showTitle: false, autoTitleDeleted: true } : { title: chart.title }),
    legend: chart.showsLegend ? "right" : false,
    series: chart.series.map(({ name, across, up }) => ({
      name,
      ...(across === null ? {} : { categories: reference(across) }),
      values: reference(up),
      ...(chart.type === "ColumnStacked"
        ? {}
        : { marker: { symbol: "none" }, stroke: { width: USUAL.width } }),
    })),
    axes: {
      x: toFileAxis(chart.acrossAxis, chart.type !== "ColumnStacked"),
      y: { ...toFileAxis(chart.upAxis, true), axisTitleRotation: USUAL.axisTitleRotation },
    },
    anchor: { from: { row, col }, to: { row: row + rows, col: col + cols } },
  };
}

function toFileAxis(
  { title, numberFormat, labelPosition, minimum, maximum }: ChartAxisInfo,
  hasGrid: boolean,
) {
  return {
    scale: {
      ...(minimum !== undefined && { min: minimum }),
      ...(maximum !== undefined && { max: maximum }),
    },
    ...(title === "" ? {} : { title }),
    numberFormat: { formatCode: numberFormat },
    tickLblPos: FILE_POSITIONS[labelPosition],
    gridlines: { major: hasGrid },
    // By default marks cross the axes.
    majorTickMark: USUAL.majorTickMark,
    minorTickMark: USUAL.minorTickMark,
  };
}

/** Lets the library tell bars that lie from columns, which it calls the same: they get a kind that is not kept. */
export function markLyingBars(parts: PackageParts): void {
  for (const path of parts.paths.filter((one) => CHART_PART.test(one)))
    parts.change(path, (xml) =>
      /barDir val="bar"/.test(xml) ? xml.replaceAll("barChart>", "bar3DChart>") : xml,
    );
}

/** The charts of a sheet, with the file's names where it has one for each chart. */
export function fromFileCharts(
  { charts = [], name: sheetName }: Sheet,
  names: readonly string[],
): readonly ChartInfo[] {
  return charts.flatMap((chart, index) => {
    const name = names.length === charts.length ? names[index] : undefined;
    return fromFileChart(chart, sheetName, name || `Chart ${index + 1}`) ?? [];
  });
}

/** The chart of a file; null for a kind that the local workbook does not keep. */
export function fromFileChart(chart: FileChart, sheetName: string, name: string): ChartInfo | null {
  const { series = [], anchor, axes, title = "", legend = false } = chart;
  const { from, to } = anchor ?? {};
  const lines = series.flatMap((one) => readSeries(one, sheetName) ?? []);
  const type = typeOf(chart);
  if (!type || lines.length === 0 || lines.length < series.length || !from || !to) return null;
  return {
    type,
    name,
    title,
    showsLegend: legend !== false,
    series: lines,
    acrossAxis: readAxis(axes?.x),
    upAxis: readAxis(axes?.y),
    place: {
      row: from.row,
      col: from.col,
      rows: Math.max(1, to.row - from.row),
      cols: Math.max(1, to.col - from.col),
    },
  };
}

/** Whether a chart that is kept looks otherwise than charts do here. */
export function hasLooks(chart: FileChart): boolean {
  const { axes, series = [], legend } = chart;
  return (
    isBeyond(chart, CHART_KEYS) ||
    isBeyond(axes?.x, AXIS_KEYS) ||
    isBeyond(axes?.y, AXIS_KEYS) ||
    series.some((one) => isBeyond(one, SERIES_KEYS) || isBeyond(one.stroke, [])) ||
    !["right", false].includes(legend ?? false)
  );
}

function isBeyond(record: object | undefined, keys: readonly string[]): boolean {
  return Object.entries({ ...record }).some(
    ([key, value]) =>
      value !== undefined && !keys.includes(key) && value !== Reflect.get(USUAL, key),
  );
}

/** Which of the kinds here a file's chart is; undefined is none of them. */
function typeOf({ kinds, barGrouping, series = [] }: FileChart): ChartType | undefined {
  const kind = kinds.join();
  if (kind === "bar") return barGrouping === "stacked" ? "ColumnStacked" : undefined;
  const isStraight = series.every(({ smooth, marker }) => !smooth && marker?.symbol === "none");
  return kind === "scatter" && isStraight ? "XYScatterLinesNoMarkers" : undefined;
}

function readSeries(
  { name = "", categoriesRef, valuesRef = "" }: FileSeries,
  sheetName: string,
): ChartSeriesInfo | null {
  const across = categoriesRef === undefined ? null : readLine(categoriesRef, sheetName);
  const up = readLine(valuesRef, sheetName);
  return up && across !== undefined ? { name, across, up } : null;
}

function readLine(reference: string, sheetName: string): Rect | undefined {
  const { sheet = sheetName, rect } = parseAddress(reference) ?? {};
  const isLine = rect?.cols === 1 || rect?.rows === 1;
  return isLine && sheet === sheetName ? rect : undefined;
}

function readAxis(axis: FileAxis | undefined): ChartAxisInfo {
  return {
    minimum: axis?.scale?.min,
    maximum: axis?.scale?.max,
    title: axis?.title ?? "",
    numberFormat: axis?.numberFormat?.formatCode ?? "General",
    labelPosition:
      LABEL_POSITIONS.find((known) => FILE_POSITIONS[known] === axis?.tickLblPos) ?? "NextToAxis",
  };
}

/** Adds what the library omits to a written sheet's charts: their names, straight lines, and a light grid. */
export function completeCharts(
  parts: PackageParts,
  sheetPath: string,
  charts: readonly ChartInfo[],
): void {
  if (charts.length === 0) return;
  const drawing = parts.linkedPaths(sheetPath, "drawing")[0] ?? "";
  const names = charts.map(({ name }) => writeXmlText(name)).values();
  parts.change(drawing, (xml) =>
    xml.replace(
      /(<xdr:nvGraphicFramePr>\s*<xdr:cNvPr [^>]*?)name="[^"]*"/g,
      (_, start: string) => `${start}name="${names.next().value ?? ""}"`,
    ),
  );
  for (const path of parts.linkedPaths(drawing, "chart")) {
    parts.change(path, (xml) =>
      xml
        // LibreOffice draws curves by default, and a curve over a cliff shows savings that are not there.
        .replaceAll("</c:ser>", '<c:smooth val="0"/></c:ser>')
        .replaceAll("<c:majorGridlines/>", LIGHT_GRID),
    );
  }
}

/** Names of the charts of a sheet, in the order of its drawing. */
export function readChartNames(parts: PackageParts, sheetPath: string): readonly string[] {
  const xml = parts.text(parts.linkedPaths(sheetPath, "drawing")[0] ?? "");
  const frames = xml.match(/<(?:\w+:)?graphicFrame[\s>][\s\S]*?<\/(?:\w+:)?graphicFrame>/g) ?? [];
  return frames
    .filter((frame) => tagsNamed(frame, "chart").length > 0)
    .map((frame) => tagsNamed(frame, "cNvPr")[0]?.["name"] ?? "");
}
