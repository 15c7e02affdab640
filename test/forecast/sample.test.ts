import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectedAbove } from "../../src/forecast/expected-above";
import { certain, sample } from "../../src/forecast/sample";
import { assertProperty } from "../support/property";

const MONTHS = [410, 455, 480, 520, 560, 590, 640, 700, 780, 950].map((usd) => usd * 1_000);

describe("certain()", () => {
  test("has every probability and every quantile at its usage", () => {
    const forecast = certain(600_000);
    expect([forecast.lowestUsd, forecast.meanUsd, forecast.highestUsd]).toEqual([
      600_000, 600_000, 600_000,
    ]);
    expect([0, 0.5, 1].map((share) => forecast.quantile(share))).toEqual([
      600_000, 600_000, 600_000,
    ]);
    expect([599_999, 600_000, 600_001].map((usd) => forecast.atMost(usd))).toEqual([0, 1, 1]);
    expect([599_999, 600_000, 600_001].map((usd) => forecast.below(usd))).toEqual([0, 0, 1]);
    expect(expectedAbove(forecast, 500_000)).toBe(100_000);
    expect(expectedAbove(forecast, 600_000)).toBe(0);
  });
});

describe("sample()", () => {
  test("counts an outcome as at most itself, and not as below itself", () => {
    const forecast = sample([3, 1, 2, 2]);
    expect([0, 1, 1.5, 2, 3, 4].map(forecast.atMost)).toEqual([0, 0.25, 0.25, 0.75, 1, 1]);
    expect([0, 1, 1.5, 2, 3, 4].map(forecast.below)).toEqual([0, 0, 0.25, 0.25, 0.75, 1]);
    expect([0, 1, 1.5, 2, 3].map(forecast.partialMean)).toEqual([0, 0.25, 0.25, 1.25, 2]);
    expect(forecast.partialMean(Number.POSITIVE_INFINITY)).toBe(forecast.meanUsd);
    expect(forecast.partialMean(Number.NEGATIVE_INFINITY)).toBe(0);
  });

  test("has an observation as each quantile: the one at n times the probability, rounded up", () => {
    const forecast = sample(MONTHS);
    expect([0, 0.1, 0.15, 0.2, 0.25, 0.9, 0.95, 1].map(forecast.quantile)).toEqual([
      410_000, 410_000, 455_000, 455_000, 480_000, 780_000, 950_000, 950_000,
    ]);
  });

  test("reaches an observation whose cumulative probability misses by arithmetic noise", () => {
    // 0.1 + 0.2 is 0.30000000000000004, which is not yet the fourth of ten.
    expect(sample(MONTHS).quantile(0.1 + 0.2)).toBe(480_000);
    expect(sample([1, 2, 3], [0.1, 0.2, 0.7]).quantile(0.3)).toBe(2);
    expect(sample([1, 2, 3], [0.1, 0.2, 0.7]).quantile(0.1 + 0.2 + 1e-10)).toBe(2);
    expect(sample([1, 2, 3], [0.1, 0.2, 0.7]).quantile(0.3 + 1e-8)).toBe(3);
    expect(sample(MONTHS).quantile(0.3 + 1e-8)).toBe(520_000);
  });

  test("weighs outcomes in any order by their share of all weights", () => {
    const forecast = sample([900_000, 380_000, 600_000], [1, 1, 2]);
    expect(forecast.meanUsd).toBe(620_000);
    expect([380_000, 600_000, 900_000].map(forecast.atMost)).toEqual([0.25, 0.75, 1]);
    expect([0, 0.25, 0.26, 0.75, 0.76, 1].map(forecast.quantile)).toEqual([
      380_000, 380_000, 600_000, 600_000, 900_000, 900_000,
    ]);
    expect(expectedAbove(forecast, 500_000)).toBe(0.5 * 100_000 + 0.25 * 400_000);
  });

  test("completes the probability at the last outcome", () => {
    const weights = Array.from({ length: 49 }, () => 1 / 49);
    const forecast = sample(
      weights.map((_, index) => index),
      weights,
    );
    expect(forecast.atMost(48)).toBe(1);
    expect(forecast.quantile(1)).toBe(48);
  });

  test("leaves its arguments unchanged", () => {
    const usages = Object.freeze([3, 1, 2]);
    const weights = Object.freeze([0.5, 0.25, 0.25]);
    expect(sample(usages, weights).quantile(0.5)).toBe(2);
    expect(usages).toEqual([3, 1, 2]);
  });

  test("adds amounts of very different sizes without losing the small ones", () => {
    const forecast = sample([1e15, ...Array.from({ length: 9_999 }, () => 0.01)]);
    expect(forecast.meanUsd).toBe((1e15 + 99.99) / 10_000);
    expect(forecast.partialMean(0.01) * 10_000).toBeCloseTo(99.99, 12);
  });

  test("answers 1,000 questions about 100,000 observations", () => {
    const usages = Float64Array.from({ length: 100_000 }, (_, index) => (index * 7_919) % 100_003);
    for (const forecast of [
      sample(usages),
      sample(
        usages,
        usages.map((usd) => usd + 1),
      ),
    ])
      for (let usd = 0; usd < 1_000; usd++) {
        expect(forecast.atMost(forecast.quantile(usd / 1_000))).toBeGreaterThanOrEqual(
          usd / 1_000 - 1e-9,
        );
      }
  });
});

describe("properties", () => {
  const outcomes = fc.array(
    fc.record({ usd: fc.integer({ min: 0, max: 50 }), weight: fc.integer({ min: 1, max: 9 }) }),
    { minLength: 1, maxLength: 12 },
  );
  const RUNS = { numRuns: 1_000 };

  test("a sample is the naive sums over its outcomes, weighted or not", () => {
    assertProperty(
      fc.property(
        outcomes,
        fc.integer({ min: -5, max: 55 }),
        fc.boolean(),
        (given, usd, weighted) => {
          const parts = given.map((one) => ({ usd: one.usd, weight: weighted ? one.weight : 1 }));
          const forecast = sample(
            parts.map((one) => one.usd),
            weighted ? parts.map(({ weight }) => weight) : undefined,
          );
          const total = parts.reduce((sum, { weight }) => sum + weight, 0);
          const mean = (of: (outcome: number) => number): number =>
            parts.reduce((sum, one) => sum + one.weight * of(one.usd), 0) / total;
          expect(forecast.meanUsd).toBeCloseTo(
            mean((one) => one),
            12,
          );
          expect(forecast.atMost(usd)).toBeCloseTo(
            mean((one) => (one <= usd ? 1 : 0)),
            12,
          );
          expect(forecast.below(usd)).toBeCloseTo(
            mean((one) => (one < usd ? 1 : 0)),
            12,
          );
          expect(forecast.partialMean(usd)).toBeCloseTo(
            mean((one) => (one <= usd ? one : 0)),
            12,
          );
          expect(expectedAbove(forecast, usd)).toBeCloseTo(
            mean((one) => Math.max(0, one - usd)),
            12,
          );
        },
      ),
      RUNS,
    );
  });

  test("a quantile is the smallest outcome whose cumulative probability reaches the one asked for", () => {
    assertProperty(
      fc.property(outcomes, fc.integer({ min: 0, max: 100 }), (given, percent) => {
        const forecast = sample(
          given.map(({ usd }) => usd),
          given.map(({ weight }) => weight),
        );
        const smallest = given
          .map(({ usd }) => usd)
          .sort((a, b) => a - b)
          .find((usd) => forecast.atMost(usd) >= percent / 100 - 1e-9);
        expect(forecast.quantile(percent / 100)).toBe(smallest);
      }),
      RUNS,
    );
  });

  test("equal weights are no weights", () => {
    assertProperty(
      fc.property(outcomes, fc.integer({ min: 0, max: 1_000 }), (given, thousandth) => {
        const usages = given.map(({ usd }) => usd);
        const equal = sample(
          usages,
          usages.map(() => 1 / usages.length),
        );
        expect(equal.quantile(thousandth / 1_000)).toBe(
          sample(usages).quantile(thousandth / 1_000),
        );
      }),
      RUNS,
    );
  });
});
