import { type ColumnFrame, columnChart } from "../../kit/charts/column-chart";
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

export interface HistoryLayout extends ColumnFrame {
  readonly columns: readonly HistoryColumn[];
  /** P10 and P90 of the year, each as an average month, over the months ahead. */
  readonly year: Readonly<Record<"from" | "middle" | "to" | "lowY" | "highY", number>>;
}

const LOOKS = { edges: { left: 44, top: 10, bottom: 8 }, fills: 0.72 };
/** The latest months of history: more would be too thin to see. */
const MOST_PAST = 24;

/** Lays out the latest months of history and those ahead as columns from $0, in a chart of this width. */
export function layOutHistoryChart(
  { history, made, year }: YearAhead & { readonly kind: "forecast" },
  width: number,
): HistoryLayout {
  const { firstMonth, usagesUsd } = history;
  const start = Math.max(0, usagesUsd.length - MOST_PAST);
  const past = usagesUsd.slice(start);
  const amounts = [...past, ...made.monthsUsd];
  const [lowUsd = 0, highUsd = 0] = [0.1, 0.9].map(
    (share) => year.quantile(share) / made.monthsUsd.length,
  );
  const { frame, y, column, placeX } = columnChart(
    ...([[highUsd, ...amounts], amounts.length, width, LOOKS] as const),
  );
  const [from, to] = [placeX(past.length), placeX(amounts.length)];
  return {
    ...frame,
    columns: amounts.map((usd, index) => ({
      ...column(index),
      ...{ usd, y: y(usd), isAhead: index >= past.length },
      month: firstMonth === undefined ? undefined : firstMonth + start + index,
    })),
    year: { from, to, middle: (from + to) / 2, lowY: y(lowUsd), highY: y(highUsd) },
  };
}
