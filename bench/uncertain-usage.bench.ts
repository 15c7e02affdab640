import { expect, test } from "vitest";
import { costCurve } from "../src/core/cost-curve";
import { expectedValue } from "../src/forecast/expected-value";
import { lognormal, lognormalFromVariation } from "../src/forecast/lognormal";
import { agreement } from "../test/core/deals";
import { builtFunction } from "./built-function";
import { printTable } from "./print";
import { simulatedCost } from "./simulation";
import { takingTurns } from "./time";

const MEAN_USD = 600_000;
const VARIATION = 0.35;
const bands = () => [
  [0, 0],
  [250_000, 0.1],
  [500_000, 0.15],
  [1_000_000, 0.2],
];
const forecast = () => [
  ["Mean", MEAN_USD],
  ["CV", VARIATION],
];

test("EXPECTED_COST against a simulation of 100,000 draws", () => {
  const DRAWS = 100_000;
  const built = builtFunction("EXPECTED_COST");
  const exactUsd = 573_272.2136134102;
  const costOf = (usageUsd: number) => Math.max(500_000, 0.85 * usageUsd);
  const simulate = (draws: number, seed: number) =>
    simulatedCost(draws, seed, MEAN_USD, VARIATION, costOf);
  const ours = () => built(forecast(), 500_000, bands(), [["Overage", "committed"]]);
  const [closed = 0, simulated = 0] = takingTurns(
    [2_000, ours],
    [5, (seed) => simulate(DRAWS, seed)],
  );
  /** Root of the mean square of the errors of many simulations. */
  const error = (draws: number): number => {
    const errors = Array.from({ length: 60 }, (_, seed) => simulate(draws, seed + 1) - exactUsd);
    return Math.sqrt(errors.reduce((sum, usd) => sum + usd * usd, 0) / errors.length);
  };
  const sameTime = Math.max(2, Math.round((DRAWS * closed) / simulated));
  expect(Math.abs(Number(ours()) - exactUsd)).toBeLessThan(1e-6);
  expect(error(DRAWS)).toBeLessThan(2_000);
  printTable("EXPECTED_COST of a lognormal year, built function, against a seeded simulation", [
    ["", "ms", "ratio", "error, USD"],
    ["closed form", closed, 1, Math.abs(Number(ours()) - exactUsd)],
    ["100,000 draws", simulated, simulated / closed, error(DRAWS)],
    [`${sameTime.toLocaleString("en-US")} draws: the same time`, closed, 1, error(sameTime)],
  ]);
});

test("OPTIMAL_COMMITMENT against a search at $100 steps", () => {
  const built = builtFunction("OPTIMAL_COMMITMENT");
  const deal = agreement();
  const usage = lognormal(lognormalFromVariation(MEAN_USD, VARIATION));
  const costOf = (commitmentUsd: number) => expectedValue(costCurve(commitmentUsd, deal), usage);
  const search = (): number => {
    let [best, leastUsd] = [0, costOf(0)];
    for (let usd = 100; usd <= 1_250_000; usd += 100)
      if (costOf(usd) < leastUsd) [best, leastUsd] = [usd, costOf(usd)];
    return best;
  };
  const ours = () => Number(built(forecast(), bands(), null, null));
  const [exact = 0, searched = 0] = takingTurns([1_000, ours], [3, search]);
  expect(Math.abs(ours() - search())).toBeLessThanOrEqual(100);
  expect(costOf(ours())).toBeLessThanOrEqual(costOf(search()));
  printTable("OPTIMAL_COMMITMENT, list overage, 4 bands", [
    ["", "ms", "ratio", "commitment", "cost above the least, USD"],
    ["enumerated, built function", exact, 1, ours().toFixed(2), 0],
    [
      "searched, 12,500 closed forms",
      searched,
      searched / exact,
      search().toFixed(2),
      costOf(search()) - costOf(ours()),
    ],
  ]);
});

test("COMMITMENT_OPTIONS for 4, 50 and 200 bands", () => {
  const options = builtFunction("COMMITMENT_OPTIONS");
  const expected = builtFunction("EXPECTED_COST");
  const table = (count: number) =>
    Array.from({ length: count }, (_, index) => [
      (index * 2_000_000) / count,
      (index * 0.3) / count,
    ]);
  const rows = [4, 50, 200].flatMap((count) =>
    ["committed", "step-up"].map((overage) => {
      const terms = () => [["Overage", overage]];
      const [all = 0, one = 0] = takingTurns(
        [Math.ceil(400 / count), () => options(forecast(), table(count), terms())],
        [200, () => expected(forecast(), 500_000, table(count), terms())],
      );
      const found = options(forecast(), table(count), terms());
      expect(Array.isArray(found) && found.length).toBe(count + 1);
      return [`${count} bands, ${overage}`, all, all / count, one, all / one];
    }),
  );
  printTable("COMMITMENT_OPTIONS against one EXPECTED_COST of the same bands, built functions", [
    ["", "ms", "ms a row", "ms EXPECTED_COST", "ratio"],
    ...rows,
  ]);
});
