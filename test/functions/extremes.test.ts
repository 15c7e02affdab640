import { describe, expect, test } from "vitest";
import { call, number } from "./shown";

/** Largest relative difference of two amounts. */
const CLOSE = 1e-11;
const near = (actual: number, expected: number, close = CLOSE) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(close * Math.max(1, Math.abs(expected)));

const rising = (factor: number) => [
  [0, 0],
  [250_000 * factor, 0.1],
  [500_000 * factor, 0.15],
  [1_000_000 * factor, 0.2],
];

describe("usage of a millionth of a dollar", () => {
  const TINY = 1e-6;

  test("costs the commitment, and needs none", () => {
    expect(number("EFFECTIVE_COST", TINY, 500_000, rising(1), null)).toBe(500_000);
    near(number("EFFECTIVE_DISCOUNT", TINY, 500_000, rising(1), null), 1 - 5e11);
    near(number("SHORTFALL", TINY, 500_000, rising(1), null), 500_000 - 0.85e-6);
    near(number("UTILIZATION", TINY, 500_000, rising(1), null) * 1e12, 1.7);
    expect(number("COVERAGE", TINY, 500_000, rising(1), null)).toBe(1);
    expect(number("TIER_COST", TINY, rising(1), null, null)).toBe(TINY);
    for (const forecast of [
      TINY,
      [
        ["Mean", TINY],
        ["CV", 5],
      ],
    ]) {
      near(number("EXPECTED_COST", forecast, 500_000, rising(1), null), 500_000);
      near(number("EXPECTED_COST", forecast, 0, rising(1), null) * 1e6, 1);
      expect(number("FILL_PROBABILITY", forecast, 500_000, rising(1), null)).toBe(0);
      expect(number("LOSS_PROBABILITY", forecast, 500_000, rising(1), null)).toBe(1);
      near(number("CVAR_LOSS", forecast, 500_000, rising(1), null, null), 500_000);
      expect(number("OPTIMAL_COMMITMENT", forecast, rising(1), null, null)).toBe(0);
      expect(number("OPTIMAL_COMMITMENT", forecast, rising(1), null, 0.5)).toBe(0);
      expect(number("DISCOUNT_POINT_VALUE", forecast, 500_000, rising(1), null)).toBe(0);
      expect(number("FORESIGHT_VALUE", forecast, rising(1), null)).toBe(0);
    }
    expect(call("DISCOUNT_NEEDED", TINY, 250_000, rising(1), null)).toMatchObject({ code: "#N/A" });
  });
});

/** E[cost] of a lognormal forecast by the trapezoid rule over the normal variable behind it. */
function byQuadrature(meanUsd: number, variation: number, cost: (usd: number) => number): number {
  const deviation = Math.sqrt(Math.log1p(variation ** 2));
  const steps = 400_000;
  let total = 0;
  for (let step = 0; step <= steps; step++) {
    const z = -14 + (28 * step) / steps;
    const usageUsd = meanUsd * Math.exp(deviation * z - deviation ** 2 / 2);
    total += cost(usageUsd) * Math.exp((-z * z) / 2);
  }
  return (total * 28) / steps / Math.sqrt(2 * Math.PI);
}

describe("a coefficient of variation", () => {
  test.each([
    [0.001, 588_000],
    [0.001, 500_000],
    [5, 600_000],
    [10, 600_000],
  ])("of %d around %d has the expected cost, shortfall and odds of quadrature", (cv, meanUsd) => {
    const forecast = [
      ["Mean", meanUsd],
      ["CV", cv],
    ];
    const cost = (usd: number) => 500_000 + 1.05 * Math.max(0, usd - 500_000 / 0.85);
    const shortfall = (usd: number) => Math.max(0, 500_000 - 0.85 * usd);
    const args = [forecast, 500_000, rising(1), [["Overage premium", 0.05]]];
    near(number("EXPECTED_COST", ...args), byQuadrature(meanUsd, cv, cost), 1e-8);
    near(number("EXPECTED_SHORTFALL", ...args), byQuadrature(meanUsd, cv, shortfall), 1e-8);
    const fills = (usd: number) => (usd >= 500_000 / 0.85 ? 1 : 0);
    const loses = (usd: number) => (cost(usd) > usd ? 1 : 0);
    near(number("FILL_PROBABILITY", ...args), byQuadrature(meanUsd, cv, fills), 1e-4);
    near(number("LOSS_PROBABILITY", ...args), byQuadrature(meanUsd, cv, loses), 1e-4);
  });
});
