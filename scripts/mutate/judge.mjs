// A process of `npm run mutate`: it runs tests of a file with one change switched on, and answers whether one failed.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import vm from "node:vm";
import fc from "fast-check";
import * as vitest from "./vitest.mjs";

const [bundle] = process.argv.slice(2);
const script = vm.compileFunction(readFileSync(bundle, "utf8"), ["require", "module"], {
  filename: bundle,
});
const packages = createRequire(import.meta.url);
const require = (name) => (name === "vitest" ? vitest : packages(name));
const switches = {};
globalThis.__stryker__ = switches;
// A property that takes longer than a test may (SLOW_MS) judges nothing, and none looks for its simplest counterexample.
fc.configureGlobal({ interruptAfterTimeLimit: 300, endOnFailure: true });
// A message of a failed expectation is read by nobody.
Error.stackTraceLimit = 0;

process.on("message", async ({ file, change, tests, hitLimit }) => {
  process.send(
    tests === undefined ? await trial(file) : await judge(file, change, tests, hitLimit),
  );
});
process.send("ready");

/** Loads a file of tests and everything it imports anew, so nothing that a module keeps outlives a change. */
function load(file) {
  const module = {};
  script(require, module);
  return vitest.collect(module.exports[file]);
}

/** Runs every test of a file with no change: how long each takes, how often it comes by each change, and whether it passes. */
async function trial(file) {
  const coverage = { static: {}, perTest: {} };
  Object.assign(switches, { mutantCoverage: coverage, currentTestId: undefined });
  const tests = [];
  let loading = process.cpuUsage();
  try {
    const { before, tests: runs } = load(file);
    for (const run of before) await run();
    loading = since(loading);
    for (const [index, run] of runs.entries()) {
      switches.currentTestId = String(index);
      const start = process.cpuUsage();
      const fault = await run().then(() => undefined, String);
      tests.push({ fault, milliseconds: since(start), hits: coverage.perTest[index] ?? {} });
    }
  } catch (error) {
    return { fault: String(error) };
  }
  return { loading, tests, onLoad: coverage.static };
}

/** Runs some tests of a file with a change: the first that fails, or -1 where the file cannot be loaded. */
async function judge(file, change, tests, hitLimit) {
  Object.assign(switches, { activeMutant: change, hitCount: 0, hitLimit });
  const start = process.cpuUsage();
  let caughtBy;
  let at = -1;
  try {
    const { before, tests: runs } = load(file);
    for (const run of before) await run();
    for (at of tests) await runs[at]();
  } catch {
    caughtBy = at;
  }
  switches.activeMutant = undefined;
  return { caughtBy, milliseconds: since(start) };
}

function since(start) {
  return process.cpuUsage(start).user / 1_000;
}
