import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectedCost } from "../../src/forecast/expected-cost";
import { normal } from "../../src/forecast/normal";
import { certain, sample } from "../../src/forecast/sample";
import { scaled } from "../../src/forecast/scaled";
import { agreement } from "../core/deals";
import { assertProperty } from "../support/property";
import { agrees, DISTRIBUTION_TOLERANCE, distributionError } from "../tolerance";
import { anyContinuous, anyForecast, anySample, GROWTH, THREE } from "./forecasts";

const factor = fc.integer({ min: 1, max: 300 }).map((percent) => percent / 100);
const probability = fc.double({ min: 0, max: 1, noNaN: true });
const usage = fc.integer({ min: -100_000, max: 500_000_000 }).map((whole) => whole / 100);

describe("scaled()", () => {
  test("by 1 is the forecast itself", () => {
    expect(scaled(GROWTH, 1)).toBe(GROWTH);
  });

  test("of a lognormal is the lognormal with the scaled mean and the same spread", () => {
    const low = scaled(GROWTH, 0.8);
    expect(low.meanUsd).toBe(480_000);
    expect(low.quantile(0.5)).toBeCloseTo(0.8 * GROWTH.quantile(0.5), 6);
    expect(low.atMost(480_000)).toBeCloseTo(GROWTH.atMost(600_000), 12);
    expect([low.lowestUsd, low.highestUsd]).toEqual([0, Number.POSITIVE_INFINITY]);
  });

  test("of a normal keeps its end below 0", () => {
    const half = scaled(normal({ meanUsd: 100, deviationUsd: 80 }), 0.5);
    expect(half.lowestUsd).toBe(Number.NEGATIVE_INFINITY);
    expect(half.atMost(-20)).toBeCloseTo(normal({ meanUsd: 50, deviationUsd: 40 }).atMost(-20), 12);
  });

  test("of outcomes has each outcome scaled, with its own probability", () => {
    const low = scaled(THREE, 0.8);
    expect(Array.from(low.outcomesUsd ?? [])).toEqual([304_000, 480_000, 720_000]);
    expect([303_999, 304_000, 480_000, 719_999, 720_000].map((usd) => low.atMost(usd))).toEqual([
      0, 0.25, 0.75, 0.75, 1,
    ]);
    expect([304_000, 304_001, 480_000, 720_000, 720_001].map((usd) => low.below(usd))).toEqual([
      0, 0.25, 0.25, 0.75, 1,
    ]);
    expect(low.partialMean(480_000)).toBeCloseTo(0.8 * (0.25 * 380_000 + 0.5 * 600_000), 6);
  });

  test("of certain usage is certain", () => {
    const more = scaled(certain(700_000), 1.1);
    expect(more.meanUsd).toBe(more.lowestUsd);
    expect(more.below(more.meanUsd)).toBe(0);
    expect(more.atMost(more.meanUsd)).toBe(1);
  });
});

describe("properties", () => {
  test("an outcome times the factor is hit exactly, whatever rounding does to the division", () => {
    assertProperty(
      fc.property(anySample, factor, (forecast, by) => {
        const outcomes = Array.from(forecast.outcomesUsd ?? []);
        const low = scaled(forecast, by);
        expect(Array.from(low.outcomesUsd ?? [])).toEqual(outcomes.map((usd) => usd * by));
        for (const usd of new Set(outcomes)) {
          expect(low.atMost(usd * by)).toBe(forecast.atMost(usd));
          expect(low.below(usd * by)).toBe(forecast.below(usd));
          expect(low.partialMean(usd * by)).toBe(forecast.partialMean(usd) * by);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test("of outcomes is the sample of the scaled outcomes", () => {
    const usages = fc.array(fc.integer({ min: 0, max: 300_000_000 }), {
      minLength: 1,
      maxLength: 12,
    });
    assertProperty(
      fc.property(usages, factor, usage, probability, (wholes, by, usd, p) => {
        const low = scaled(sample(wholes), by);
        const made = sample(wholes.map((whole) => whole * by));
        expect(low.atMost(usd)).toBe(made.atMost(usd));
        expect(low.below(usd)).toBe(made.below(usd));
        expect(low.quantile(p)).toBe(made.quantile(p));
        expect(agrees(low.partialMean(usd), made.partialMean(usd))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test("quantiles, probabilities and partial means scale with usage", () => {
    assertProperty(
      fc.property(anyContinuous, factor, usage, probability, (forecast, by, usd, p) => {
        const low = scaled(forecast, by);
        expect(low.quantile(p)).toBe(forecast.quantile(p) * by);
        const error = distributionError(low.atMost(usd * by), forecast.atMost(usd), 1);
        expect(error).toBeLessThan(DISTRIBUTION_TOLERANCE);
        expect(
          distributionError(low.partialMean(usd * by), forecast.partialMean(usd) * by, low.meanUsd),
        ).toBeLessThan(DISTRIBUTION_TOLERANCE);
      }),
      { numRuns: 1_000 },
    );
  });

  test("costs on demand in proportion, and scaling back restores it", () => {
    assertProperty(
      fc.property(anyForecast, factor, (forecast, by) => {
        const deal = agreement();
        const low = scaled(forecast, by);
        const onDemand = expectedCost(forecast, 0, deal) * by;
        expect(distributionError(expectedCost(low, 0, deal), onDemand, low.meanUsd)).toBeLessThan(
          DISTRIBUTION_TOLERANCE,
        );
        const again = scaled(low, 1 / by);
        expect(agrees(again.meanUsd, forecast.meanUsd)).toBe(true);
        expect(agrees(again.quantile(0.3), forecast.quantile(0.3))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
