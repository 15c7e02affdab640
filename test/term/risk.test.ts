import { describe, expect, test } from "vitest";
import { expectedCost } from "../../src/forecast/expected-cost";
import { lognormal } from "../../src/forecast/lognormal";
import { readAgreement } from "../../src/input/period-cells";
import { type PlannedDeal, readTermDeal } from "../../src/input/term-deal-cells";
import { drawOutcomes, pathCount, pathsOf, riskTable } from "../../src/term/risk";
import type { TableRow } from "../../src/term/schedule";
import { known } from "../cases/door";
import { runsOf } from "../support/property";

const BANDS = [
  [0, 0],
  [500_000, 0.15],
];
type Rows = readonly (readonly [string, unknown])[];

function planned(usage: unknown, terms: Rows): PlannedDeal {
  return known(readTermDeal(usage, 500_000, BANDS, terms));
}

function risk({ plan, usageUsd }: PlannedDeal, paths: number, seed: number): readonly TableRow[] {
  return riskTable(drawOutcomes(plan, usageUsd, seed, 0, pathCount(plan, paths)));
}

/** Sum over the years of the expected cost of lognormal usage: exact where each year is alone. */
function closedForm({ plan, usageUsd }: PlannedDeal, terms: Rows): number {
  const { "Usage volatility": volatility, "Usage persistence": persistence } = plan.policies;
  const oneYear = known(readAgreement(BANDS, terms));
  let squared = 0;
  return usageUsd.reduce((sum, meanUsd) => {
    squared = persistence ** 2 * squared + volatility ** 2;
    const usage = lognormal({ meanUsd, logDeviation: Math.sqrt(squared) });
    return sum + expectedCost(usage, 500_000, oneYear);
  }, 0);
}

describe("riskTable()", () => {
  test.each<readonly [string, Rows]>([
    [
      "a random walk",
      [
        ["Usage volatility", 0.3],
        ["Term", 3],
      ],
    ],
    [
      "independent years",
      [
        ["Usage volatility", 0.3],
        ["Usage persistence", 0],
        ["Term", 3],
      ],
    ],
    [
      "some persistence, committed overage",
      [
        ["Usage volatility", 0.4],
        ["Usage persistence", 0.5],
        ["Overage", "committed"],
        ["Term", 2],
      ],
    ],
    [
      "half returned",
      [
        ["Usage volatility", 0.5],
        ["Forfeited share", 0.5],
        ["Term", 2],
      ],
    ],
    [
      "the list basis",
      [
        ["Usage volatility", 0.3],
        ["Basis", "list"],
        ["Overage", "step-up"],
      ],
    ],
    [
      "growing usage",
      [
        ["Usage volatility", 0.2],
        ["Usage growth", 0.2],
        ["Term", 3],
        ["Overage", "re-rate"],
      ],
    ],
  ])("agrees with the closed form under %s", (_, terms) => {
    const one = planned(600_000, terms);
    const exact = closedForm(one, terms);
    const trials = runsOf(1_000);
    const scores = Array.from({ length: trials }, (__, seed) => {
      const [, cost] = risk(one, 400, seed);
      return (Number(cost?.[1]) - exact) / Number(cost?.[2]);
    });
    const far = scores.filter((score) => !(Math.abs(score) < 4));
    expect(far.length).toBeLessThanOrEqual(trials / 1_000);
    // Standard errors that cover as they should: scores have a deviation of 1.
    const squares = scores.reduce((sum, score) => sum + score * score, 0) / scores.length;
    expect(Math.sqrt(squares)).toBeGreaterThan(0.8);
    expect(Math.sqrt(squares)).toBeLessThan(1.25);
  });

  test("keeps the means of usage and of list prices", () => {
    const { plan, usageUsd: usages } = planned(600_000, [
      ["Usage volatility", 0.3],
      ["List price volatility", 0.2],
      ["List price change", -0.1],
      ["Term", 3],
    ]);
    const draw = pathsOf(plan, usages, 3);
    const paths = Array.from({ length: 20_000 }, (_, path) => draw(path));
    for (let period = 0; period < 3; period++) {
      const mean = (values: readonly number[]): number =>
        values.reduce((sum, value) => sum + value, 0) / values.length;
      expect(mean(paths.map(({ usageUsd }) => usageUsd[period] ?? 0)) / 600_000).toBeCloseTo(1, 1);
      expect(mean(paths.map(({ listIndex }) => listIndex[period] ?? 0))).toBeCloseTo(
        0.9 ** period,
        2,
      );
    }
    expect(new Set(paths.map(({ listIndex }) => listIndex[0]))).toEqual(new Set([1]));
  });

  test("gives the same numbers for paths priced in parts, and others for another seed", () => {
    const one = planned(600_000, [
      ["Usage volatility", 0.3],
      ["Rollover share", 1],
      ["Term", 3],
    ]);
    const part = (from: number, to: number) => drawOutcomes(one.plan, one.usageUsd, 7, from, to);
    const whole = risk(one, 64, 7);
    expect(riskTable([...part(0, 32), ...part(32, 64)])).toEqual(whole);
    expect(riskTable([...part(0, 5), ...part(5, 6), ...part(6, 64)])).toEqual(whole);
    expect(risk(one, 64, 8)).not.toEqual(whole);
  });

  test("draws nothing where nothing is uncertain", () => {
    const rows = risk(planned(400_000, [["Term", 2]]), 10, 1);
    expect(rows.slice(1).map((row) => row[2])).toEqual(Array.from({ length: 9 }, () => 0));
    expect(rows[1]?.[1]).toBe(1_000_000);
    expect(rows.slice(7).map((row) => row[1])).toEqual([1, 1, 320_000]);
  });
});
