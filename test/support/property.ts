import { appendFileSync } from "node:fs";
import fc from "fast-check";
import { expect } from "vitest";

/** Seed of every property in `npm test`: a test that passed passes again. `npm run soak` draws fresh seeds. */
const COMMITTED_SEED = 20_261_127;

/** `npm test` runs a tenth of what a property asks for, and no fewer than this where it asks for more. */
const FEWEST_RUNS = 100;

/** Settings of `npm run soak`, from the environment; scripts/soak.mjs reads the log. */
const { SOAK_SEED, SOAK_LOG } = process.env;

/** One property in one round of `npm run soak`, a line of its log. */
export interface SoakLine {
  readonly file: string;
  readonly test: string;
  readonly runs: number;
  /** fast-check's message about the counterexample, with its seed and path. */
  readonly counterexample?: string;
}

/**
 * Asserts that a property holds; no test calls `fc.assert` itself.
 *
 * A failure names the seed and the path at which fast-check finds it again.
 *
 * @param parameters fast-check's; `numRuns` is what a whole run takes, 100 if omitted.
 */
export function assertProperty<T>(
  property: fc.IAsyncProperty<T>,
  parameters?: PropertyParameters<T>,
): Promise<void>;
export function assertProperty<T>(
  property: fc.IProperty<T>,
  parameters?: PropertyParameters<T>,
): void;
export function assertProperty<T>(
  property: fc.IAsyncProperty<T> | fc.IProperty<T>,
  parameters: PropertyParameters<T> = {},
): Promise<void> | void {
  const numRuns = runsOf(parameters.numRuns);
  const seed = SOAK_SEED === undefined ? COMMITTED_SEED : Number(SOAK_SEED);
  // fast-check distinguishes the two kinds at run time and awaits an asynchronous one.
  return fc.assert(property as fc.IProperty<T>, { seed, ...parameters, numRuns, reporter: report });
}

type PropertyParameters<T> = Pick<fc.Parameters<T>, "numRuns" | "examples" | "seed" | "path">;

/** Runs of a property that asks for so many: a tenth in `npm test`, all of them elsewhere. */
export function runsOf(whole = FEWEST_RUNS): number {
  if (SOAK_SEED !== undefined) return whole;
  return Math.min(whole, Math.max(FEWEST_RUNS, Math.ceil(whole / 10)));
}

function report<T>(details: fc.RunDetails<T>): void {
  const counterexample = details.failed ? fc.defaultReportMessage(details) : undefined;
  if (SOAK_LOG !== undefined) {
    const { testPath = "", currentTestName: test = "" } = expect.getState();
    const line: SoakLine = {
      file: testPath,
      test,
      runs: details.numRuns,
      ...(counterexample !== undefined && { counterexample }),
    };
    appendFileSync(SOAK_LOG, `${JSON.stringify(line)}\n`);
  }
  if (counterexample !== undefined)
    throw new Error(counterexample, { cause: details.errorInstance });
}
