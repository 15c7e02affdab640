import type { TermYear } from "../../../analysis/term-answer";
import { type ColumnAxis, columnAxis } from "../../kit/charts/column-axis";

/** A part of a year's column; pixels from the top. */
export interface Part {
  readonly kind: "used" | "credit" | "overage" | "unused";
  readonly y: number;
  readonly height: number;
}

export interface YearColumn {
  readonly year: number;
  readonly x: number;
  readonly width: number;
  readonly parts: readonly Part[];
  /** Where the commitment is. */
  readonly commitmentY: number;
}

export interface TermLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly bottom: number;
  readonly ticks: ColumnAxis["ticks"];
  readonly columns: readonly YearColumn[];
}

const HEIGHT = 150;
const EDGES = { left: 48, right: 2, top: 10, bottom: 20 };
/** Share of its place that a column fills, and the widest that it gets. */
const FILLS = 0.6;
const WIDEST = 64;

/** Lays out years as columns: what the commitment, credits and overage pay for, and above it what nobody uses. */
export function layOutTerm(years: readonly TermYear[], width: number): TermLayout {
  const { left, right, top } = EDGES;
  const bottom = HEIGHT - EDGES.bottom;
  const { y, ticks } = columnAxis(years.map(heightOf), [bottom, top]);
  const each = (width - left - right) / years.length;
  const wide = Math.min(WIDEST, each * FILLS);
  return {
    ...{ width, height: HEIGHT, left, bottom, ticks },
    columns: years.map((year, index) => ({
      year: year.year,
      x: left + each * (index + 0.5) - wide / 2,
      width: wide,
      parts: partsOf(year, y),
      commitmentY: y(year.commitmentUsd),
    })),
  };
}

function amountsOf(year: TermYear): readonly (readonly [Part["kind"], number])[] {
  return [
    ["used", year.usedUsd],
    ["credit", year.creditUsedUsd],
    ["overage", year.overageUsd],
    ["unused", year.unusedUsd],
  ];
}

function heightOf(year: TermYear): number {
  const sum = amountsOf(year).reduce((total, [, usd]) => total + usd, 0);
  return Math.max(sum, year.commitmentUsd);
}

function partsOf(year: TermYear, y: (usd: number) => number): readonly Part[] {
  let below = 0;
  return amountsOf(year).flatMap(([kind, usd]) => {
    const from = below;
    below += usd;
    return usd > 0 ? [{ kind, y: y(below), height: y(from) - y(below) }] : [];
  });
}
