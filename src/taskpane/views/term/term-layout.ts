import type { TermYear } from "../../../analysis/term-answer";
import { type ColumnFrame, columnChart } from "../../kit/charts/column-chart";

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

export interface TermLayout extends ColumnFrame {
  readonly columns: readonly YearColumn[];
}

const LOOKS = { edges: { left: 48, top: 10, bottom: 20 }, fills: 0.6, widest: 64 };

/** Lays out years as columns: what the commitment, credits and overage pay for, and above it what nobody uses. */
export function layOutTerm(years: readonly TermYear[], width: number): TermLayout {
  const { frame, y, column } = columnChart(years.map(heightOf), years.length, width, LOOKS);
  return {
    ...frame,
    columns: years.map((year, index) => ({
      ...column(index),
      year: year.year,
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
