import { type ColumnAxis, columnAxis } from "../../kit/charts/column-axis";
import type { YearAhead } from "./efficient-state";

/** A column of the chart of history and forecast; pixels from the top. */
export interface HistoryColumn {
  readonly month: number | undefined;
  readonly usd: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly isAhead: boolean;
}

export interface HistoryLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly bottom: number;
  readonly ticks: ColumnAxis["ticks"];
  readonly columns: readonly HistoryColumn[];
  /** P10 and P90 of the year, each as an average month, over the months ahead. */
  readonly year: Readonly<Record<"from" | "middle" | "to" | "lowY" | "highY", number>>;
}

const HEIGHT = 150;
const EDGES = { left: 44, right: 2, top: 10, bottom: 8 };
/** Share of its place that a column fills. */
const FILLS = 0.72;
/** The latest months of history: more would be too thin to see. */
const MOST_PAST = 24;

/** Lays out the latest months of history and those ahead as columns from $0, in a chart of this width. */
export function layOutHistoryChart(
  { history, made, year }: YearAhead & { readonly kind: "forecast" },
  width: number,
): HistoryLayout {
  const { left, right, top } = EDGES;
  const bottom = HEIGHT - EDGES.bottom;
  const { firstMonth, usagesUsd } = history;
  const start = Math.max(0, usagesUsd.length - MOST_PAST);
  const past = usagesUsd.slice(start);
  const amounts = [...past, ...made.monthsUsd];
  const [low, high] = [0.1, 0.9].map((share) => year.quantile(share) / made.monthsUsd.length);
  const [lowUsd = 0, highUsd = 0] = [low, high];
  const { y, ticks } = columnAxis([highUsd, ...amounts], [bottom, top]);
  const each = (width - left - right) / amounts.length;
  const from = left + each * past.length;
  return {
    ...{ width, height: HEIGHT, left, bottom, ticks },
    columns: amounts.map((usd, index) => ({
      ...{ usd, y: y(usd), width: each * FILLS, isAhead: index >= past.length },
      month: firstMonth === undefined ? undefined : firstMonth + start + index,
      x: left + each * (index + (1 - FILLS) / 2),
    })),
    year: {
      from,
      to: width - right,
      middle: (from + width - right) / 2,
      lowY: y(lowUsd),
      highY: y(highUsd),
    },
  };
}
