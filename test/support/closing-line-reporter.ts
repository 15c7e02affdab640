import type { Reporter, TestModule } from "vitest/node";
import { findBrowser } from "./browser";
import { findLibreOffice } from "./libre-office";

const SHOWN_FILES = 10;

/**
 * Ends the output with the files that took longest and one plain line, `120 passed, 0 failed`. Tests that this machine could not
 * run are counted in it and named above it with the reason: they never look like tests that passed.
 */
export class ClosingLineReporter implements Reporter {
  async onTestRunEnd(
    modules: readonly TestModule[],
    unhandledErrors: readonly unknown[],
  ): Promise<void> {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const brokenFiles = modules.filter(
      (module) => module.state() === "failed" && module.errors().length > 0,
    );
    // A hook that fails after its tests have passed fails no test.
    const brokenSuites = modules
      .flatMap((module) => [...module.children.allSuites()])
      .filter((suite) => suite.errors().length > 0);
    const failed =
      count("failed") + brokenFiles.length + brokenSuites.length + unhandledErrors.length;
    console.log(slowestFiles(modules).join("\n"));
    const notRun = count("skipped");
    if (notRun > 0) {
      const missing = [await findBrowser(), findLibreOffice()].flatMap((choice) =>
        choice.kind === "none" ? [choice.reason] : [],
      );
      const reason = missing.join("; ") || "they are marked so in their files";
      console.log(`NOT RUN: ${notRun} tests. Reason: ${reason}.`);
    }
    const skipped = notRun > 0 ? `, ${notRun} skipped` : "";
    console.log(`${count("passed")} passed, ${failed} failed${skipped}`);
  }
}

/** A line for each of the files that took longest, with seconds of their tests and hooks. */
function slowestFiles(modules: readonly TestModule[]): readonly string[] {
  return modules
    .map((module) => ({ file: module.relativeModuleId, ms: module.diagnostic().duration }))
    .toSorted((one, other) => other.ms - one.ms)
    .slice(0, SHOWN_FILES)
    .map(({ file, ms }) => `${(ms / 1000).toFixed(1).padStart(6)} s  ${file}`);
}

// biome-ignore lint/style/noDefaultExport: Vitest takes a reporter named by its file from there.
export default ClosingLineReporter;
