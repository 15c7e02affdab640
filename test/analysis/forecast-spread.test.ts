import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forecastSpread } from "../../src/analysis/forecast-spread";
import { normal } from "../../src/forecast/normal";
import { certain, sample } from "../../src/forecast/sample";
import { anyForecast, GROWTH, THREE } from "../forecast/forecasts";
import { assertProperty } from "../support/property";

describe("forecastSpread()", () => {
  test("of a lognormal is P5, P25 to P75 and P95", () => {
    expect(forecastSpread(GROWTH)).toEqual({
      kind: "spread",
      base: {
        usageUsd: expect.closeTo(GROWTH.quantile(0.05), 6),
        probability: expect.closeTo(0.95, 10),
      },
      middle: {
        fromUsd: GROWTH.quantile(0.25),
        toUsd: GROWTH.quantile(0.75),
        probability: expect.closeTo(0.5, 10),
      },
      tail: { usageUsd: GROWTH.quantile(0.95), probability: expect.closeTo(0.05, 10) },
      belowZeroProbability: 0,
    });
  });

  test("of certain usage is that usage", () => {
    expect(forecastSpread(certain(700_000))).toEqual({ kind: "certain", usageUsd: 700_000 });
    expect(forecastSpread(sample([5, 5, 5]))).toEqual({ kind: "certain", usageUsd: 5 });
  });

  test("of a few outcomes is each with its probability, equal ones combined", () => {
    expect(forecastSpread(THREE)).toEqual({
      kind: "few",
      outcomes: [
        { usageUsd: 380_000, probability: 0.25 },
        { usageUsd: 600_000, probability: 0.5 },
        { usageUsd: 900_000, probability: 0.25 },
      ],
    });
    const spread = forecastSpread(sample([3, 1, 2, 3]));
    expect(spread.kind === "few" && spread.outcomes.at(-1)).toEqual({
      usageUsd: 3,
      probability: 0.5,
    });
  });

  test("of a history counts how many of its months lie in each part", () => {
    const months = [410, 455, 480, 520, 560, 590, 640, 700, 780, 950].map((usd) => usd * 1_000);
    expect(forecastSpread(sample(months))).toEqual({
      kind: "spread",
      base: { usageUsd: 410_000, probability: 1 },
      middle: { fromUsd: 480_000, toUsd: 700_000, probability: expect.closeTo(0.6, 12) },
      tail: { usageUsd: 950_000, probability: expect.closeTo(0.1, 12) },
      belowZeroProbability: 0,
    });
  });

  test("of a normal forecast has the probability of usage below 0", () => {
    const spread = forecastSpread(normal({ meanUsd: 100, deviationUsd: 100 }));
    expect(spread).toMatchObject({ belowZeroProbability: expect.closeTo(0.158_655, 6) });
    expect(spread.kind === "spread" && spread.base.usageUsd).toBeLessThan(0);
  });
});

describe("properties", () => {
  test("base, middle and tail ascend and have at least the probability given", () => {
    assertProperty(
      fc.property(anyForecast, (forecast) => {
        const spread = forecastSpread(forecast);
        if (spread.kind === "few") {
          expect(spread.outcomes.length).toBeGreaterThan(1);
          const whole = spread.outcomes.reduce((sum, { probability }) => sum + probability, 0);
          expect(whole).toBeCloseTo(1, 9);
        }
        if (spread.kind !== "spread") return;
        const { base, middle, tail } = spread;
        const usages = [base.usageUsd, middle.fromUsd, middle.toUsd, tail.usageUsd];
        expect([...usages].sort((a, b) => a - b)).toEqual(usages);
        expect(base.probability).toBeGreaterThan(0.95 - 1e-6);
        expect(middle.probability).toBeGreaterThan(0.5 - 1e-6);
        expect(tail.probability).toBeGreaterThan(0.05 - 1e-6);
      }),
      { numRuns: 500 },
    );
  });
});
