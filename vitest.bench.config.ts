import { defineConfig } from "vitest/config";

/** `npm run bench`: measures that print ratios and hold nothing, so they are no part of the tests. */
export default defineConfig({
  test: {
    include: ["bench/**/*.bench.ts"],
    testTimeout: 600_000,
    hookTimeout: 300_000,
    fileParallelism: false,
    globalSetup: ["test/support/global-setup.ts"],
    reporters: ["./bench/quiet-reporter.ts"],
  },
});
