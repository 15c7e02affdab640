import { monthText } from "../../../core/calendar";
import type { HistoryMonth } from "../../../sheets/usage/read-months";
import { type ColumnFrame, columnChart } from "../../kit/charts/column-chart";

/** A column of the chart of months; pixels from the top. */
export interface MonthColumn {
  readonly x: number;
  readonly width: number;
  readonly baselineY: number;
  readonly baselineHeight: number;
  /** What is excluded stands on the baseline. */
  readonly excludedY: number;
  readonly excludedHeight: number;
  readonly isComplete: boolean;
  readonly hasUnpriced: boolean;
  /** "" where the label would touch the one before. */
  readonly label: string;
}

export interface MonthsLayout extends ColumnFrame {
  readonly top: number;
  readonly columns: readonly MonthColumn[];
}

const LOOKS = { edges: { left: 44, top: 14, bottom: 20 }, fills: 0.72 };
const LABEL_WIDTH = 52;

/** Lays out months, earliest first, as columns from $0 in a chart of this width. */
export function layOutMonths(months: readonly HistoryMonth[], width: number): MonthsLayout {
  const [first = 0, last = 0] = [months[0]?.month, months.at(-1)?.month];
  const { frame, y, column, placeX } = columnChart(
    months.map(({ usageUsd }) => usageUsd),
    // A month that no file has leaves its place free.
    last - first + 1,
    ...([width, LOOKS] as const),
  );
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / (placeX(1) - placeX(0))));
  const columns = months.map((month): MonthColumn => {
    const excludedUsd = Math.min(month.excludedUsd ?? 0, month.usageUsd);
    const [baselineY, excludedY] = [y(month.usageUsd - excludedUsd), y(month.usageUsd)];
    return {
      ...column(month.month - first),
      ...{ baselineY, baselineHeight: frame.bottom - baselineY },
      ...{ excludedY, excludedHeight: baselineY - excludedY },
      isComplete: month.isComplete,
      hasUnpriced: month.unpricedTokens > 0,
      // From the newest back, which is read first.
      label: (last - month.month) % every === 0 ? monthText(month.month) : "",
    };
  });
  return { ...frame, top: LOOKS.edges.top, columns };
}
