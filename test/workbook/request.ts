import { thresholdAxis } from "../../src/sensitivity/axis";
import type { TableRequest } from "../../src/workbook/table";

/** A small table around the thresholds of the example deal: 3 rows, 15 columns. */
export const REQUEST: TableRequest = {
  measure: "cost",
  rows: { kind: "steps", fromUsd: 400_000, toUsd: 600_000, rows: 3 },
  commitmentsUsd: thresholdAxis([250_000, 500_000, 1_000_000], {
    lowUsd: 0,
    highUsd: 1_250_000,
    steps: 1,
  }),
  form: "cells",
  pointsBetween: 1,
  destination: { kind: "newSheet" },
  deal: {
    bands: "Bands",
    terms: "Terms",
    usage: "Usage",
    commitment: "Commitment",
    forecast: "Forecast",
  },
};
