/** Files that hold Excel functions, in the order of the reference. The metadata generator reads each. */
export const functionFiles = [
  "./src/functions/bands.ts",
  "./src/functions/tiers.ts",
  "./src/functions/period.ts",
  "./src/functions/thresholds.ts",
  "./src/functions/sensitivity.ts",
  "./src/functions/forecast.ts",
  "./src/functions/uncertain-usage.ts",
  "./src/functions/decisions.ts",
  "./src/functions/clauses.ts",
  "./src/functions/what-if.ts",
  "./src/functions/price-book.ts",
  "./src/functions/efficient-usage.ts",
  "./src/functions/history.ts",
  "./src/functions/benchmark.ts",
];
