import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { costCurve } from "../../src/core/cost-curve";
import { rangeOn } from "../../src/core/piecewise-linear";
import { settle } from "../../src/core/settle";
import { expectedCost, expectedShortfall } from "../../src/forecast/expected-cost";
import { fillProbability } from "../../src/forecast/fill";
import { normal } from "../../src/forecast/normal";
import { certain, sample } from "../../src/forecast/sample";
import { agreement, anyAgreement, cents } from "../core/deals";
import { assertProperty } from "../support/property";
import { anyForecast, GROWTH, meansByCells, THREE } from "./forecasts";

const MANY = { numRuns: 1_500 };
const committed = agreement({ overage: "committed" });

describe("expected cost", () => {
  test.each([
    ["250k", 250_000, 540_499.910375509],
    ["500k", 500_000, 573_272.2136134102],
    ["1M", 1_000_000, 1_001_277.1329416999],
    ["none", 0, 600_000],
  ])("of %s is that of the worked case", (_, commitmentUsd, costUsd) => {
    expect(expectedCost(GROWTH, commitmentUsd, committed)).toBeCloseTo(costUsd, 5);
  });

  test("of known usage is the cost of settle()", () => {
    assertProperty(
      fc.property(cents, cents, anyAgreement, (usageUsd, commitmentUsd, deal) => {
        const { costUsd, shortfallUsd } = settle(usageUsd, commitmentUsd, deal);
        const scale = Math.max(1, usageUsd, commitmentUsd);
        const known = certain(usageUsd);
        expect(Math.abs(expectedCost(known, commitmentUsd, deal) - costUsd)).toBeLessThan(
          1e-11 * scale,
        );
        expect(Math.abs(expectedShortfall(known, commitmentUsd, deal) - shortfallUsd)).toBeLessThan(
          1e-11 * scale,
        );
      }),
      MANY,
    );
  });

  test("agrees with quadrature of the settlement for any bands, terms and forecast", () => {
    assertProperty(
      fc.property(anyForecast, cents, anyAgreement, (forecast, commitmentUsd, deal) => {
        const scale = Math.max(1, forecast.meanUsd, commitmentUsd);
        const none = settle(0, commitmentUsd, deal);
        const little = settle(1e-3, commitmentUsd, deal);
        // Below a usage of 0, which a normal forecast allows, the cost continues in a straight line.
        const below = (usd: number, of: "costUsd" | "shortfallUsd"): number =>
          none[of] + usd * (little[of] - none[of]) * 1e3;
        const byCells = meansByCells(forecast, (usd) =>
          usd >= 0
            ? settle(usd, commitmentUsd, deal)
            : { costUsd: below(usd, "costUsd"), shortfallUsd: below(usd, "shortfallUsd") },
        );
        const allowed = (forecast.outcomesUsd ? 1e-10 : 1e-4) * scale;
        expect(
          Math.abs(expectedCost(forecast, commitmentUsd, deal) - byCells.costUsd),
        ).toBeLessThan(allowed);
        expect(
          Math.abs(expectedShortfall(forecast, commitmentUsd, deal) - byCells.shortfallUsd),
        ).toBeLessThan(allowed);
      }),
      MANY,
    );
  });

  test("lies between the least and the largest cost", () => {
    assertProperty(
      fc.property(anyForecast, cents, anyAgreement, (forecast, commitmentUsd, deal) => {
        fc.pre(Number.isFinite(forecast.lowestUsd) && Number.isFinite(forecast.highestUsd));
        const curve = costCurve(commitmentUsd, deal);
        const { leastUsd, mostUsd } = rangeOn(curve, {
          fromUsd: forecast.lowestUsd,
          toUsd: forecast.highestUsd,
        });
        const found = expectedCost(forecast, commitmentUsd, deal);
        const allowed = 1e-11 * Math.max(1, mostUsd, commitmentUsd);
        expect(found).toBeGreaterThanOrEqual(leastUsd - allowed);
        expect(found).toBeLessThanOrEqual(mostUsd + allowed);
      }),
      MANY,
    );
  });

  test("of a normal forecast that reaches below 0 counts all of it", () => {
    const wide = normal({ meanUsd: 100, deviationUsd: 200 });
    expect(expectedCost(wide, 0, committed)).toBeCloseTo(100, 9);
  });
});

describe("the probability to fill", () => {
  test("is that of the worked case, and 1 without a commitment", () => {
    expect(fillProbability(GROWTH, 500_000, committed)).toBeCloseTo(0.4555243571922852, 11);
    expect(fillProbability(GROWTH, 0, committed)).toBe(1);
    expect(fillProbability(THREE, 500_000, committed)).toBe(0.75);
  });

  test("counts an outcome that fills the capacity to the cent", () => {
    // The capacity is 588,235.2941...; the cent is 588,235.29.
    expect(fillProbability(certain(588_235.29), 500_000, committed)).toBe(1);
    expect(fillProbability(certain(588_235.28), 500_000, committed)).toBe(0);
    expect(fillProbability(sample([588_235.28, 588_235.29]), 500_000, committed)).toBe(0.5);
  });

  test("never rises as the commitment rises within a band", () => {
    assertProperty(
      fc.property(anyForecast, anyAgreement, cents, cents, (forecast, deal, a, b) => {
        const { bands } = deal;
        const band = bands[Math.floor(a) % bands.length] ?? bands[0];
        const next = bands[bands.indexOf(band) + 1]?.thresholdUsd ?? band.thresholdUsd + 1e7;
        const widthUsd = next - band.thresholdUsd - 0.01;
        fc.pre(widthUsd > 1);
        const [low = 0, high = 0] = [a, b]
          .map((usd) => band.thresholdUsd + 0.01 + (usd % widthUsd) * 0.999)
          .sort((x, y) => x - y);
        expect(fillProbability(forecast, high, deal)).toBeLessThanOrEqual(
          fillProbability(forecast, low, deal) + 1e-14,
        );
      }),
      MANY,
    );
  });
});
