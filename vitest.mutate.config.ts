import { defineConfig } from "vitest/config";

/** `npm run mutate`: the tests that judge src/core, src/input and src/efficiency. Worked cases load the built functions too. */
export default defineConfig({
  test: {
    include: [
      ...["test/core/**/*.test.ts", "test/input/**/*.test.ts", "test/efficiency/**/*.test.ts"],
      "test/cases/usage-cases.test.ts",
    ],
    // Hundreds of thousands of cells, once for every change, would take hours.
    exclude: ["test/input/forecast-size.test.ts"],
    env: { PROPERTIES: "whole" },
    setupFiles: ["test/support/short-properties.ts"],
    testTimeout: 30_000,
  },
});
