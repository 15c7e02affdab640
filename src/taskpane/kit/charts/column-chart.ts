import { type ColumnAxis, columnAxis } from "./column-axis";

/** What every chart of columns has; pixels from the top left. */
export interface ColumnFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly bottom: number;
  readonly ticks: ColumnAxis["ticks"];
}

interface ColumnChart {
  readonly frame: ColumnFrame;
  readonly y: ColumnAxis["y"];
  /** Where a column stands, by its place from 0. */
  readonly column: (place: number) => { readonly x: number; readonly width: number };
  /** Where a place begins; that after the last is the right end. */
  readonly placeX: (place: number) => number;
}

interface Looks {
  /** Room for the axis, above the highest column, and for what stands below. */
  readonly edges: Readonly<Record<"left" | "top" | "bottom", number>>;
  /** Share of its place that a column fills, and the widest that it gets. */
  readonly fills: number;
  readonly widest?: number;
}

const HEIGHT = 150;
const RIGHT = 2;

/** Sets out columns in as many places of the same width, from $0 up to the highest of some amounts. */
export function columnChart(
  amountsUsd: readonly number[],
  places: number,
  width: number,
  { edges, fills, widest = Number.POSITIVE_INFINITY }: Looks,
): ColumnChart {
  const { left } = edges;
  const bottom = HEIGHT - edges.bottom;
  const { y, ticks } = columnAxis(amountsUsd, [bottom, edges.top]);
  const each = (width - left - RIGHT) / places;
  const wide = Math.min(widest, each * fills);
  const placeX = (place: number): number => left + each * place;
  return {
    frame: { width, height: HEIGHT, left, bottom, ticks },
    ...{ y, placeX },
    column: (place) => ({ x: placeX(place + 0.5) - wide / 2, width: wide }),
  };
}
