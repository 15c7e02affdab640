import { ticks } from "d3-array";
import type { TermRisk } from "../../../../analysis/term-risk";
import { linearScale } from "../../../kit/charts/linear-scale";

export interface RiskLayout {
  readonly width: number;
  readonly height: number;
  readonly ticks: readonly { readonly x: number; readonly usd: number }[];
  /** From where one path in ten costs less to where one in ten costs more. */
  readonly band: { readonly x: number; readonly width: number };
  readonly medianX: number;
  /** Cost at expected usage and list prices. */
  readonly plannedX: number;
  readonly onDemandX: number;
}

const HEIGHT = 62;
/** Room for half of a label at each end. */
const EDGE = 24;
/** Part of the width that is left free at each side of what is shown. */
const FREE = 0.06;

/** Lays out costs on one line. */
export function layOutRisk(
  { low, high, median, onDemand }: TermRisk,
  plannedUsd: number,
  width: number,
): RiskLayout {
  const shown = [low.value, high.value, onDemand.value, plannedUsd];
  const [least, most] = [Math.min(...shown), Math.max(...shown)];
  const free = (most - least || Math.abs(most) || 1) * FREE;
  const x = linearScale([least - free, most + free], [EDGE, width - EDGE]);
  return {
    ...{ width, height: HEIGHT },
    ticks: ticks(least - free, most + free, Math.floor(width / 90)).map((usd) => ({
      usd,
      x: x(usd),
    })),
    band: { x: x(low.value), width: Math.max(1, x(high.value) - x(low.value)) },
    ...{ medianX: x(median.value), plannedX: x(plannedUsd), onDemandX: x(onDemand.value) },
  };
}
