import type { TermTracking } from "../../../../analysis/tracking/track-term";
import { sumOfPeriods } from "../../../../term/ledger";
import { type ColumnFrame, columnChart } from "../../../kit/charts/column-chart";

/** A line of the chart as the path of an SVG. */
export interface TrackingLine {
  readonly kind: "used" | "all" | "recent" | "required";
  readonly path: string;
}

export interface TrackingLayout extends ColumnFrame {
  readonly lines: readonly TrackingLine[];
  /** Where the commitment is. */
  readonly commitmentY: number;
  /** Where the last month past ends. */
  readonly nowX: number;
  readonly labels: readonly { readonly x: number; readonly month: number }[];
}

const LOOKS = { edges: { left: 48, top: 10, bottom: 20 }, fills: 1 };
const LABEL_WIDTH = 36;

/** Lays out what is used month by month, and where each pace leads; amounts are commitment dollars from the start of the test. */
export function layOutTracking(tracking: TermTracking, width: number): TrackingLayout {
  const { drawnUsd, months, elapsed, toUseUsd, paces } = tracking;
  const usedUsd = [0, ...drawnUsd.map((_, month) => sumOfPeriods(drawnUsd, 0, month + 1))];
  const endOf = (pace: string): number | undefined => {
    const usd = paces.find(([name]) => name === pace)?.[2];
    return elapsed < months && typeof usd === "number" ? usd : undefined;
  };
  const ends = {
    all: endOf("All months"),
    recent: elapsed > 3 ? endOf("Last 3 months") : undefined,
    required: endOf("Required"),
  };
  const reached = [...usedUsd, toUseUsd, ends.all ?? 0, ends.recent ?? 0];
  const { frame, y, placeX } = columnChart(reached, months, width, LOOKS);
  const now = { x: placeX(elapsed), y: y(usedUsd.at(-1) ?? 0) };
  const every = Math.ceil(LABEL_WIDTH / (placeX(1) - placeX(0)));
  return {
    ...frame,
    lines: [
      {
        kind: "used",
        path: usedUsd.map((usd, at) => `${at === 0 ? "M" : "L"}${placeX(at)},${y(usd)}`).join(""),
      },
      ...(["required", "all", "recent"] as const).flatMap((kind): readonly TrackingLine[] => {
        const usd = ends[kind];
        if (usd === undefined) return [];
        return [{ kind, path: `M${now.x},${now.y}L${placeX(months)},${y(usd)}` }];
      }),
    ],
    commitmentY: y(toUseUsd),
    nowX: now.x,
    labels: Array.from({ length: months }, (_, at) => at + 1).flatMap((month) =>
      (months - month) % every === 0 ? { month, x: placeX(month) } : [],
    ),
  };
}
