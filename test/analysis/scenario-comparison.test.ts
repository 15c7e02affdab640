import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareScenarios, regretAt } from "../../src/analysis/scenario-comparison";
import type { ComparedScenario } from "../../src/deal/compared-scenario";
import { expectedCost } from "../../src/forecast/expected-cost";
import { certain, sample } from "../../src/forecast/sample";
import { comparisonUsages } from "../../src/sheets/comparison-sheet";
import { agreement, cents } from "../core/deals";
import { assertProperty } from "../support/property";

const LIKELY = sample([400_000, 600_000, 900_000], [0.2, 0.6, 0.2]);

function scenario(name: string, commitmentUsd: number, change: Partial<ComparedScenario> = {}) {
  return { name, forecast: LIKELY, agreement: agreement(), commitmentUsd, ...change };
}

describe("compareScenarios()", () => {
  const compared = compareScenarios([scenario("A", 250_000), scenario("B", 500_000)]);
  const [a, b] = compared.outcomes;

  test("prices each under its forecast", () => {
    // $250k: U - 27,777.78 everywhere. $500k: 500,000 at 400k; U - 88,235.29 at 600k and 900k.
    expect(a?.expectedCostUsd).toBeCloseTo(620_000 - 27_777.78, 1);
    expect(b?.expectedCostUsd).toBeCloseTo(0.2 * 500_000 + 0.8 * (675_000 - 88_235.29), 1);
    expect(a?.expectedSavingUsd).toBeCloseTo(27_777.78, 1);
    expect([a?.fillProbability, b?.fillProbability]).toEqual([1, 0.8]);
    expect([a?.lossProbability, b?.lossProbability]).toEqual([0, 0.2]);
    expect(b?.worstTenthLossUsd).toBeCloseTo(100_000, 6);
  });

  test("has the regret of a low and of a high year", () => {
    expect([a?.lowUsageUsd, a?.highUsageUsd]).toEqual([400_000, 900_000]);
    // At 400k a commitment of 360,000 at 10% is just filled; at 900k one of 765,000 at 15%.
    expect(a?.regretLowUsd).toBeCloseTo(372_222.22 - 360_000, 1);
    expect(b?.regretLowUsd).toBeCloseTo(140_000, 6);
    expect(a?.regretHighUsd).toBeCloseTo(872_222.22 - 765_000, 1);
    expect(b?.regretHighUsd).toBeCloseTo(811_764.71 - 765_000, 1);
  });

  test("marks the best of each figure, and none where all are alike", () => {
    expect(compared.sameUsage).toBe(true);
    expect(compared.best).toEqual({
      expectedCostUsd: [1],
      expectedSavingUsd: [1],
      fillProbability: [0],
      lossProbability: [0],
      worstTenthLossUsd: [0],
      regretLowUsd: [0],
      regretHighUsd: [1],
    });
    const alike = compareScenarios([scenario("A", 250_000), scenario("B", 250_000)]);
    expect(Object.values(alike.best).flat()).toEqual([]);
  });

  test("marks none where the scenarios expect different usage: the better figure is then no better choice", () => {
    const other = compareScenarios([
      scenario("A", 250_000),
      scenario("B", 250_000, { forecast: certain(300_000) }),
    ]);
    expect(other.sameUsage).toBe(false);
    expect(Object.values(other.best).flat()).toEqual([]);
    expect(other.winners).toHaveLength(1);
  });
});

describe("properties", () => {
  test("regret is never below 0, and 0 for the best commitment", () => {
    assertProperty(
      fc.property(cents, cents, (usageUsd, commitmentUsd) => {
        expect(regretAt(usageUsd, commitmentUsd, agreement())).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("expected cost is expectedCost(), whichever scenarios are beside it", () => {
    assertProperty(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 5 }), (commitments) => {
        const { outcomes } = compareScenarios(commitments.map((usd) => scenario("X", usd)));
        for (const [index, usd] of commitments.entries())
          expect(outcomes[index]?.expectedCostUsd).toBe(expectedCost(LIKELY, usd, agreement()));
      }),
    );
  });
});

test("comparisonUsages() are round steps, and the exact usages at which another scenario costs least", () => {
  const { winners } = compareScenarios([scenario("A", 250_000), scenario("B", 500_000)]);
  const usages = comparisonUsages(213_686, 1_276_776, winners);
  expect(usages[0]).toBe(200_000);
  expect(usages.at(-1)).toBe(1_300_000);
  expect(usages.filter((usd) => usd % 100_000 !== 0)).toEqual([527_777.78]);
});
