import { tickStep } from "d3-array";
import { linearScale } from "./linear-scale";

/** The axis of a chart of columns, from $0 up; pixels from the top. */
export interface ColumnAxis {
  readonly y: (usd: number) => number;
  readonly ticks: readonly { readonly y: number; readonly usd: number }[];
}

const TICKS = 3;

/** An axis from $0 to the first round amount that no column is above; to a round amount where all are $0. */
export function columnAxis(
  amountsUsd: readonly number[],
  [bottom, top]: readonly [number, number],
): ColumnAxis {
  const largest = Math.max(0, ...amountsUsd) || 1;
  const step = tickStep(0, largest, TICKS);
  const steps = Math.ceil(largest / step);
  const y = linearScale([0, steps * step], [bottom, top]);
  const ticks = Array.from({ length: steps + 1 }, (_, index) => ({
    usd: index * step,
    y: y(index * step),
  }));
  return { y, ticks };
}
