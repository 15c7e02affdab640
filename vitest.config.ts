import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/*
 * Three projects, by what a test opens:
 * - node: nothing. Pure code and the built functions.
 * - workbooks: a local workbook in Node, Office.js in jsdom over Univer, which calculates, or over the grid in memory.
 * - browser: the page of the local workbook in Chromium. It runs after the other two, which share the cores.
 * In each project the files share processes: no file changes what another one reads. At the end of a run
 * closing-line-reporter.ts prints the ten slowest files.
 */
const WORKBOOKS = [
  "test/workbook/**/*.test.ts",
  "test/host/**/*.test.ts",
  "test/cases/{cells,usage-cells}.test.ts",
];
const PAGES = ["test/e2e/**/*.test.ts"];

/**
 * Folders of the files that wait for a bundle, in the order of their turns; other files come before them, while the bundles are
 * built. Where files take longest comes first of those that share a project, so that no core idles at the end.
 */
const AFTER_THE_BUILD = [
  "/test/scripts/",
  "/test/readme",
  "/test/functions/",
  "/test/cases/",
  "/test/workbook/",
  "/test/host/",
];

class BuiltLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}

function rank({ moduleId }: TestSpecification): number {
  return AFTER_THE_BUILD.findIndex((folder) => moduleId.includes(folder));
}

export default defineConfig({
  test: {
    // Only what hangs is stopped: how long a test takes on a busy machine says nothing of the product.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 20_000, interval: 10 } },
    sequence: { sequencer: BuiltLast },
    // Opening and pricing workbooks makes much that is soon let go: with more room for it, V8 collects it a seventh cheaper.
    execArgv: ["--max-semi-space-size=64"],
    globalSetup: ["test/support/global-setup.ts"],
    reporters: ["default", "./test/support/closing-line-reporter.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: ["test/**/*.test.ts"],
          exclude: [...WORKBOOKS, ...PAGES],
          // By default Vitest leaves one core idle, which is half of two.
          maxWorkers: "100%",
          // A process for each file would spend a third of its time on loading what it tests.
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
          // Properties of the core run in node: in a process that opened many grids they take four times as long.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: PAGES,
          // A test of a page waits for pictures and pauses between what it computes: three keep two cores busy.
          maxWorkers: 3,
          // A process for each file would load the driver of the browser, a second each.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
