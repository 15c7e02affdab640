import { defineConfig } from "vitest/config";

/** `npm run mutate`: the tests that judge src/core and src/input, which need no bundle. */
export default defineConfig({
  test: { include: ["test/core/**/*.test.ts", "test/input/**/*.test.ts"] },
});
