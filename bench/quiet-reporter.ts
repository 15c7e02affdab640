import type { Reporter, TestModule } from "vitest/node";

/** Prints only what the measures print, and errors. */
// biome-ignore lint/style/noDefaultExport: Vitest loads a reporter by its default export.
export default class QuietReporter implements Reporter {
  onUserConsoleLog({ content }: { readonly content: string }): void {
    process.stdout.write(content);
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const module of modules)
      for (const test of module.children.allTests())
        for (const error of test.result().errors ?? [])
          console.error(`${test.fullName}: ${error.stack ?? error.message}`);
  }
}
