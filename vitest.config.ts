import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Tests that open local workbooks in Node, and those that open them in a browser. */
const WORKBOOKS = ["test/workbook/**/*.test.ts", "test/host/**/*.test.ts"];
const PAGES = ["test/e2e/**/*.test.ts"];

/** Folders whose tests take longest, longest first; every other file takes moments. */
const LONGEST = ["/test/workbook/", "/test/host/", "/test/functions/"];

/** Begins with what takes longest, so that no core waits for the last file on a machine that never ran them. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const found = LONGEST.findIndex((folder) => moduleId.includes(folder));
  return found < 0 ? LONGEST.length : found;
}

export default defineConfig({
  test: {
    // Only what hangs is stopped: how long a test takes on a busy machine says nothing of the product.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 20_000 } },
    sequence: { sequencer: LongestFirst },
    globalSetup: ["test/support/global-setup.ts"],
    reporters: ["default", "./test/support/closing-line-reporter.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: ["test/**/*.test.ts"],
          exclude: [...WORKBOOKS, ...PAGES],
          // Vitest would leave one core idle, which of two is half.
          maxWorkers: "100%",
          // A process for each file would load what it tests anew, a third of the time. Files leave nothing behind.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "workbooks",
          include: WORKBOOKS,
          maxWorkers: "100%",
          // The same, since a grid takes long to load.
          // Properties of the core are not here: in a process where many grids were opened they take four times as long.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: PAGES,
          maxWorkers: 2,
          // A process for each file would load the driver of the browser anew, a second each. Files leave nothing behind.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
