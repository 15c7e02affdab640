import { readFileSync } from "node:fs";
import path from "node:path";
import betainc from "@stdlib/math-base-special-betainc";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { betaQuantile, betaTail, completeBeta } from "../../src/forecast/beta-of-six";
import { expectedAbove } from "../../src/forecast/expected-above";
import type { Forecast } from "../../src/forecast/forecast";
import {
  lognormal,
  lognormalFromPercentiles,
  lognormalFromVariation,
} from "../../src/forecast/lognormal";
import { normal, normalFromPercentiles } from "../../src/forecast/normal";
import { pert } from "../../src/forecast/pert";
import { normalAtMost, normalQuantile, Z90 } from "../../src/forecast/standard-normal";
import { triangular } from "../../src/forecast/triangular";
import { readForecast } from "../../src/input/forecast-cells";
import { known } from "../cases/door";
import { assertProperty } from "../support/property";
import { anyContinuous } from "./forecasts";

/** Values to 40 digits by a program that shares no code with the product: test/oracle/distribution_values.py. */
interface Reference {
  readonly block: readonly (readonly [string, string | number])[];
  readonly rows: readonly (readonly [p: number, quantile: number, atMost: number, part: number])[];
}
const references = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "distribution-values.json"), "utf8"),
) as {
  readonly forecasts: readonly Reference[];
  readonly normalAtMost: readonly (readonly [z: number, atMost: number])[];
  readonly normalQuantile: readonly (readonly [p: number, z: number])[];
  readonly betaTail: readonly (readonly [a: number, x: number, atMost: number, raised: number])[];
};

/**
 * Largest error allowed: of a probability absolutely, of an amount as a share of the larger of it and the mean. The mean
 * that is made of P10 and P90 is rounded, which counts the more the closer they are: here they are 0.025% apart.
 */
const ALLOWED = 4e-15;
const ALLOWED_NARROW = 1e-12;

describe("special functions, relative to the value", () => {
  const error = (actual: number, expected: number): number =>
    expected === 0 ? Math.abs(actual) : Math.abs(actual / expected - 1);

  test.each(references.normalAtMost)("normalAtMost(%d) is %d", (z, expected) => {
    expect(error(normalAtMost(z), expected)).toBeLessThanOrEqual(z < -8 ? 1e-13 : 1e-14);
  });

  test.each(references.normalQuantile)("normalQuantile(%d) is %d", (share, expected) => {
    expect(error(normalQuantile(share), expected)).toBeLessThanOrEqual(
      share < 1e-100 ? 1e-13 : 1e-15,
    );
  });

  test.each(references.betaTail)(
    "betaTail() at a = %d, x = %d is right",
    (a, x, atMost, raised) => {
      const tail = betaTail(x, a);
      expect(error(tail.atMost, atMost)).toBeLessThanOrEqual(2e-15);
      expect(error(tail.raised, raised)).toBeLessThanOrEqual(2e-15);
      expect(error(betaQuantile(atMost, a), x)).toBeLessThanOrEqual(2e-15);
    },
  );

  test("Z90 is the 90th percentile", () => {
    expect(error(normalQuantile(0.9), Z90)).toBeLessThanOrEqual(1e-15);
    expect(error(normalQuantile(0.1), -Z90)).toBeLessThanOrEqual(1e-15);
  });
});

const largest = { probability: 0, partialMean: 0, quantile: 0 };

describe("values to 40 digits", () => {
  test("are of every distribution and every set of parameters", () => {
    expect(references.forecasts.length).toBe(23);
    expect(references.forecasts.every(({ rows }) => rows.length === 10)).toBe(true);
  });

  test.each(
    references.forecasts.map(({ block, rows }) => [block.flat().join(" "), block, rows] as const),
  )("%s", (name, block, rows) => {
    const forecast = known(readForecast(block));
    const narrow = name.includes("400100");
    const allowed = narrow ? ALLOWED_NARROW : ALLOWED;
    for (const [probability, quantile, atMost, partialMean] of rows) {
      const scale = Math.max(Math.abs(quantile), forecast.meanUsd);
      const errors = {
        probability: Math.abs(forecast.atMost(quantile) - atMost),
        partialMean: Math.abs(forecast.partialMean(quantile) - partialMean) / forecast.meanUsd,
        quantile: Math.abs(forecast.quantile(probability) - quantile) / scale,
      };
      for (const key of ["probability", "partialMean", "quantile"] as const) {
        expect(errors[key], `${key} at ${probability}`).toBeLessThanOrEqual(allowed);
        if (!narrow) largest[key] = Math.max(largest[key], errors[key]);
      }
    }
  });

  afterAll(() => {
    const shown = Object.entries(largest).map(([key, error]) => `${key} ${error.toExponential(1)}`);
    console.log(`Distributions: largest errors ${shown.join(", ")}.`);
  });
});

const POINTS = { lowUsd: 300_000, modeUsd: 550_000, highUsd: 1_100_000 };
const EACH: readonly (readonly [string, Forecast])[] = [
  ["lognormal", lognormal(lognormalFromVariation(600_000, 0.35))],
  ["lognormal by percentiles", lognormal(lognormalFromPercentiles(400_000, 850_000))],
  ["normal", normal({ meanUsd: 600_000, deviationUsd: 150_000 })],
  ["normal by percentiles", normal(normalFromPercentiles(0, 850_000))],
  ["triangular", triangular(POINTS)],
  ["triangular from its mode", triangular({ ...POINTS, modeUsd: POINTS.lowUsd })],
  ["triangular to its mode", triangular({ ...POINTS, modeUsd: POINTS.highUsd })],
  ["pert", pert(POINTS)],
  ["pert from its mode", pert({ ...POINTS, modeUsd: POINTS.lowUsd })],
  ["pert to its mode", pert({ ...POINTS, modeUsd: POINTS.highUsd })],
];

describe.each(EACH)("%s", (_, forecast) => {
  test("holds nothing below its lowest usage and everything at its highest", () => {
    const { lowestUsd, highestUsd, meanUsd } = forecast;
    for (const usd of [Number.NEGATIVE_INFINITY, lowestUsd]) {
      expect(forecast.atMost(usd)).toBe(0);
      expect(forecast.below(usd)).toBe(0);
      expect(forecast.partialMean(usd) + 0).toBe(0);
    }
    for (const usd of [Number.POSITIVE_INFINITY, highestUsd]) {
      expect(forecast.atMost(usd)).toBe(1);
      expect(forecast.partialMean(usd)).toBe(meanUsd);
      expect(expectedAbove(forecast, usd)).toBe(0);
    }
    expect(forecast.quantile(0)).toBe(lowestUsd);
    expect(forecast.quantile(1)).toBe(highestUsd);
  });

  test("answers below, at and above 0", () => {
    for (const usd of [-1e15, -1, 0, 1e-300, 1e15]) {
      expect(forecast.atMost(usd)).toBeGreaterThanOrEqual(0);
      expect(forecast.atMost(usd)).toBeLessThanOrEqual(1);
      expect(Number.isFinite(forecast.partialMean(usd))).toBe(true);
      expect(expectedAbove(forecast, usd)).toBeGreaterThanOrEqual(0);
    }
  });

  test("is below an amount as often as at or below it, since no amount has a probability of its own", () => {
    for (const usd of [400_000, 550_000, 900_000])
      expect(forecast.below(usd)).toBe(forecast.atMost(usd));
  });
});

describe("lognormal()", () => {
  test("holds nothing at a usage below 0", () => {
    const forecast = lognormal(lognormalFromVariation(600_000, 5));
    expect([forecast.atMost(-1), forecast.partialMean(-1), forecast.atMost(0)]).toEqual([0, 0, 0]);
  });
});

describe("normal()", () => {
  test("keeps the part below 0", () => {
    const forecast = normal({ meanUsd: 100_000, deviationUsd: 200_000 });
    expect(forecast.atMost(0)).toBeCloseTo(0.3085, 4);
    expect(forecast.partialMean(0)).toBeLessThan(0);
    expect(forecast.quantile(0.05)).toBeLessThan(0);
  });
});

describe("triangular() and pert()", () => {
  test.each([
    ["triangular", triangular],
    ["pert", pert],
  ])("%s answers where its ends are as close as doubles can be", (_, make) => {
    for (const points of [
      { lowUsd: 1e15 - 0.125, modeUsd: 1e15, highUsd: 1e15 },
      { lowUsd: 0, modeUsd: 0, highUsd: 1e-200 },
    ]) {
      const forecast = make(points);
      for (const usd of [points.lowUsd, (points.lowUsd + points.highUsd) / 2, points.highUsd]) {
        expect(forecast.atMost(usd)).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(forecast.partialMean(usd))).toBe(true);
      }
      expect(forecast.quantile(0.5)).toBeGreaterThanOrEqual(points.lowUsd);
      expect(forecast.quantile(0.5)).toBeLessThanOrEqual(points.highUsd);
    }
  });
});

describe("completeBeta()", () => {
  test.each([
    [1, 1 / 5],
    [2, 1 / 20],
    [3, 1 / 30],
    [4, 1 / 20],
    [5, 1 / 5],
    [1.5, (7 * Math.PI) / 256],
    [3.5, (3 * Math.PI) / 256],
  ])("B(%d, 6 - it) is known", (a, expected) => {
    expect(completeBeta(a) / expected - 1).toBeCloseTo(0, 14);
  });

  test("has no step beside a whole parameter", () => {
    for (const whole of [1, 2, 3, 4, 5])
      for (const gap of [1e-15, 1e-12, 1e-9].filter((one) => whole + one <= 5))
        expect(completeBeta(whole + gap) / completeBeta(whole) - 1).toBeCloseTo(0, 8);
  });
});

describe("betaQuantile()", () => {
  test("answers for the smallest probabilities that doubles hold", () => {
    for (const a of [1, 2.2, 5])
      for (const probability of [5e-324, 1e-310, 1e-300, 1e-100]) {
        const x = betaQuantile(probability, a);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(betaTail(x, a).atMost).toBeLessThanOrEqual(probability * (1 + 1e-12));
      }
  });
});

const RUNS = { numRuns: 1_000 };
const probability = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
const position = fc.double({ min: 0, max: 1, noNaN: true });

/** The usage at a position from far below to far above a forecast. */
function usageAt(forecast: Forecast, share: number): number {
  const [low, high] = [forecast.quantile(1e-9), forecast.quantile(1 - 1e-9)];
  return low - 0.1 * (high - low) + share * 1.2 * (high - low);
}

const Z_EDGES = Array.from({ length: 321 }, (_, index) => normalAtMost(-8 + index * 0.05));

/** E[(U - k)+] as the integral of P(U > x) above k, by Simpson's rule between neighbouring quantiles. */
function integratedAbove(forecast: Forecast, usageUsd: number): number {
  const quantiles = Z_EDGES.map((edge) => forecast.quantile(edge));
  const edges = [usageUsd, ...quantiles.filter((edge) => edge > usageUsd)];
  const above = (usd: number): number => 1 - forecast.atMost(usd);
  return edges.slice(1).reduce((sum, to, index) => {
    const from = edges[index] ?? to;
    const ends = above(from) + above(to) + 4 * above((from + to) / 2);
    return sum + ((to - from) * ends) / 6;
  }, 0);
}

describe("properties", () => {
  test("the probability of at most a usage never falls as usage rises, nor a quantile as its probability rises", () => {
    assertProperty(
      fc.property(anyContinuous, position, position, (forecast, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const [lowUsd, highUsd] = [usageAt(forecast, low), usageAt(forecast, high)];
        expect(forecast.atMost(lowUsd)).toBeLessThanOrEqual(forecast.atMost(highUsd) + 1e-15);
        expect(forecast.quantile(low)).toBeLessThanOrEqual(
          forecast.quantile(high) + 1e-15 * Math.abs(forecast.meanUsd),
        );
      }),
      RUNS,
    );
  });

  test("usage is at most its quantile with the quantile's probability", () => {
    assertProperty(
      fc.property(anyContinuous, probability, (forecast, share) => {
        // A usage is right to its last bit, and a narrow forecast rises by more than 1e-15 within that bit.
        const usd = forecast.quantile(share);
        const bit = Math.abs(usd) * 1e-15;
        const slack = forecast.atMost(usd + bit) - forecast.atMost(usd - bit) + 1e-14;
        expect(Math.abs(forecast.atMost(usd) - share)).toBeLessThanOrEqual(slack);
      }),
      RUNS,
    );
  });

  test("expected usage above an amount is the integral of the probability of more", () => {
    assertProperty(
      fc.property(anyContinuous, position, (forecast, share) => {
        const usd = usageAt(forecast, share);
        const difference = expectedAbove(forecast, usd) - integratedAbove(forecast, usd);
        expect(Math.abs(difference)).toBeLessThanOrEqual(1e-7 * Math.abs(forecast.meanUsd));
      }),
      RUNS,
    );
  });

  test("expected usage above and up to an amount add up to the mean", () => {
    assertProperty(
      fc.property(anyContinuous, position, (forecast, share) => {
        const usd = usageAt(forecast, share);
        const capped = forecast.partialMean(usd) + usd * (1 - forecast.atMost(usd));
        expect(
          Math.abs(capped + expectedAbove(forecast, usd) - forecast.meanUsd),
        ).toBeLessThanOrEqual(1e-12 * Math.max(Math.abs(usd), forecast.meanUsd));
      }),
      RUNS,
    );
  });

  test("betaTail() agrees with another library at and below the mean", () => {
    assertProperty(
      fc.property(
        fc.double({ min: 1, max: 5, noNaN: true }),
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        (a, share) => {
          const x = (share * a) / 6;
          const tail = betaTail(x, a);
          expect(Math.abs(tail.atMost - betainc(x, a, 6 - a))).toBeLessThanOrEqual(2e-14);
          expect(Math.abs(tail.raised - betainc(x, a + 1, 6 - a))).toBeLessThanOrEqual(2e-14);
        },
      ),
      RUNS,
    );
  });
});
