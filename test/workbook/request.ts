import { thresholdAxis } from "../../src/core/threshold-axis";
import type { TableRequest } from "../../src/workbook/journal/written-table";

/** A small table around the thresholds of the example deal: 3 rows, 15 columns. */
export const REQUEST: TableRequest = {
  measures: ["cost"],
  rows: {
    kind: "usage",
    usages: { kind: "steps", fromUsd: 400_000, toUsd: 600_000, rows: 3 },
  },
  columns: {
    kind: "commitment",
    amountsUsd: thresholdAxis([250_000, 500_000, 1_000_000], {
      lowUsd: 0,
      highUsd: 1_250_000,
      steps: 1,
    }),
    pointsBetween: 1,
  },
  form: "cells",
  inputs: null,
  thresholdsUsd: [0, 250_000, 500_000, 1_000_000],
  madeOn: "November 25, 2026 at 3:00 PM",
  destination: { kind: "newSheet" },
  deal: {
    bands: "Bands",
    terms: "Terms",
    usage: "Usage",
    commitment: "Commitment",
    forecast: "Forecast",
  },
};

/** Usages of the rows, in even steps. */
export function usageSteps(fromUsd: number, toUsd: number, rows: number): TableRequest["rows"] {
  return { kind: "usage", usages: { kind: "steps", fromUsd, toUsd, rows } };
}

/** Commitments across the top. */
export function commitments(amountsUsd: readonly number[]): TableRequest["columns"] {
  return { kind: "commitment", amountsUsd, pointsBetween: 1 };
}
