import type { Rect } from "./address";

/** Where an axis shows its labels. */
export const LABEL_POSITIONS = ["NextToAxis", "High", "Low", "None"] as const;
export type LabelPosition = (typeof LABEL_POSITIONS)[number];

/** The kinds of charts: points joined by straight lines without marks, and columns whose series stand on one another. */
export const CHART_TYPES = ["XYScatterLinesNoMarkers", "ColumnStacked"] as const;
export type ChartType = (typeof CHART_TYPES)[number];

/** One series of a chart: the cells across and the cells up, each of one row or one column. */
export interface ChartSeriesInfo {
  readonly name: string;
  /** Points: the x values. Columns: what each one is called. null: 1, 2, 3 … */
  readonly across: Rect | null;
  readonly up: Rect;
}

export interface ChartAxisInfo {
  /** "" is no title. */
  readonly title: string;
  readonly numberFormat: string;
  readonly labelPosition: LabelPosition;
  /** Ends of the axis; absent: the drawing code chooses them. */
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
}

/** A chart over cells of its own sheet. */
export interface ChartInfo {
  readonly type: ChartType;
  readonly name: string;
  /** "" is no title. */
  readonly title: string;
  readonly showsLegend: boolean;
  readonly series: readonly ChartSeriesInfo[];
  readonly acrossAxis: ChartAxisInfo;
  readonly upAxis: ChartAxisInfo;
  /** The cells that the chart lies over. */
  readonly place: Rect;
}
