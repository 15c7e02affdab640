import { monthText } from "../../../core/calendar";
import type { HistoryMonth } from "../../../sheets/usage/read-months";
import { type ColumnAxis, columnAxis } from "../../kit/charts/column-axis";

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

export interface MonthsLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: ColumnAxis["ticks"];
  readonly columns: readonly MonthColumn[];
}

const HEIGHT = 150;
const EDGES = { left: 44, right: 2, top: 14, bottom: 20 };
const LABEL_WIDTH = 52;
/** Share of its place that a column fills. */
const FILLS = 0.72;

/** Lays out months, earliest first, as columns from $0 in a chart of this width. */
export function layOutMonths(months: readonly HistoryMonth[], width: number): MonthsLayout {
  const { left, right, top } = EDGES;
  const bottom = HEIGHT - EDGES.bottom;
  const { y, ticks } = columnAxis(
    months.map(({ usageUsd }) => usageUsd),
    [bottom, top],
  );
  const [first = 0, last = 0] = [months[0]?.month, months.at(-1)?.month];
  // A month that no file has leaves its place free.
  const each = (width - left - right) / (last - first + 1);
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / each));
  const columns = months.map((month): MonthColumn => {
    const index = month.month - first;
    const excludedUsd = Math.min(month.excludedUsd ?? 0, month.usageUsd);
    const [baselineY, excludedY] = [y(month.usageUsd - excludedUsd), y(month.usageUsd)];
    return {
      ...{ x: left + each * (index + (1 - FILLS) / 2), width: each * FILLS },
      ...{ baselineY, baselineHeight: bottom - baselineY },
      ...{ excludedY, excludedHeight: baselineY - excludedY },
      isComplete: month.isComplete,
      hasUnpriced: month.unpricedTokens > 0,
      // From the newest back, which is read first.
      label: (last - month.month) % every === 0 ? monthText(month.month) : "",
    };
  });
  return { width, height: HEIGHT, left, top, bottom, ticks, columns };
}
