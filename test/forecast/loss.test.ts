import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { settle } from "../../src/core/settle";
import type { Forecast } from "../../src/forecast/forecast";
import { cvarLoss, lossProbability } from "../../src/forecast/loss";
import { normal } from "../../src/forecast/normal";
import { pert } from "../../src/forecast/pert";
import { certain, sample } from "../../src/forecast/sample";
import { normalAtMost, normalQuantile } from "../../src/forecast/standard-normal";
import { agreement, anyAgreement, cents } from "../core/deals";
import { assertProperty } from "../support/property";
import { anyContinuous, anySample, cellsOf, GROWTH, THREE } from "./forecasts";

const MANY = { numRuns: 1_500 };
const committed = agreement({ overage: "committed" });
const level = fc.integer({ min: 0, max: 99 }).map((percent) => percent / 100);

/** Mean of the worst part, by sorting: each outcome with its probability, the one on the boundary in part. */
function worstBySorting(
  outcomes: readonly (readonly [lossUsd: number, probability: number])[],
  at: number,
): number {
  let left = 1 - at;
  let total = 0;
  for (const [lossUsd, probability] of [...outcomes].sort(([a], [b]) => b - a)) {
    const taken = Math.min(left, probability);
    total += taken * lossUsd;
    left -= taken;
  }
  return total / (1 - at - Math.max(0, left));
}

const lossesOf = (forecast: Forecast, lossUsd: (usageUsd: number) => number) =>
  cellsOf(forecast).map(({ usageUsd, probability }) => [lossUsd(usageUsd), probability] as const);

describe("the probability of a loss", () => {
  test("is that of the worked case", () => {
    expect(lossProbability(GROWTH, 500_000, committed)).toBeCloseTo(0.35704556160661133, 11);
    expect(lossProbability(GROWTH, 250_000, committed)).toBeCloseTo(0.008077324898292486, 11);
  });

  test("with part of the shortfall returned is P(U < φC/(1 - (1 - φ)r))", () => {
    const half = agreement({ forfeitedFraction: 0.5 });
    const usd = (0.5 * 500_000) / (1 - 0.5 * 0.85);
    expect(lossProbability(GROWTH, 500_000, half)).toBeCloseTo(GROWTH.below(usd), 11);
  });

  test("has an upper tail too where overage carries a premium", () => {
    const dear = agreement({ overagePremiumFraction: 0.5 });
    // Above 588,235.29 overage costs 1.5: the saving of 88,235.29 is used up after 176,470.59 more.
    const upper = 1 - GROWTH.atMost(500_000 / 0.85 + 500_000 * (1 / 0.85 - 1) * 2);
    expect(lossProbability(GROWTH, 500_000, dear)).toBeCloseTo(GROWTH.below(500_000) + upper, 11);
  });

  test("does not count a cost that equals list, and counts a loss of a cent", () => {
    expect(lossProbability(certain(500_000), 500_000, committed)).toBe(0);
    expect(lossProbability(certain(499_999.99), 500_000, committed)).toBe(1);
    expect(lossProbability(sample([499_999.99, 500_000]), 500_000, committed)).toBe(0.5);
    const none = agreement({ overage: "committed" });
    expect(lossProbability(GROWTH, 0, none)).toBe(0);
    // A commitment that earns no discount costs list from its capacity on.
    expect(lossProbability(GROWTH, 200_000, committed)).toBeCloseTo(GROWTH.below(200_000), 11);
  });

  test("of a sample is the share of its outcomes that lose", () => {
    assertProperty(
      fc.property(anySample, cents, anyAgreement, (forecast, commitmentUsd, deal) => {
        const losses = lossesOf(forecast, (usd) => settle(usd, commitmentUsd, deal).costUsd - usd);
        // Outcomes within rounding of half a cent may fall either way.
        fc.pre(losses.every(([lossUsd]) => Math.abs(lossUsd - 0.005) > 1e-6));
        const share = losses.reduce((sum, [lossUsd, p]) => sum + (lossUsd > 0.005 ? p : 0), 0);
        expect(lossProbability(forecast, commitmentUsd, deal)).toBeCloseTo(share, 9);
      }),
      MANY,
    );
  });
});

describe("the CVaR of the loss", () => {
  test.each([
    [0.5, 15_000],
    [0.8, 120_000],
    [0.9, 120_000],
    [0, -48_750],
  ])("at %d of three outcomes", (at, lossUsd) => {
    expect(cvarLoss(THREE, 500_000, committed, at)).toBeCloseTo(lossUsd, 6);
  });

  test("is that of the worked cases", () => {
    expect(cvarLoss(GROWTH, 500_000, committed, 0.9)).toBeCloseTo(185_262.41173980245, 4);
    expect(cvarLoss(GROWTH, 250_000, committed, 0.9)).toBeCloseTo(-26_474.65507093024, 4);
  });

  test("of a sample is the mean of its worst outcomes by sorting", () => {
    assertProperty(
      fc.property(anySample, cents, anyAgreement, level, (forecast, commitmentUsd, deal, at) => {
        const losses = lossesOf(forecast, (usd) => settle(usd, commitmentUsd, deal).costUsd - usd);
        const scale = Math.max(1, commitmentUsd, forecast.highestUsd);
        const found = cvarLoss(forecast, commitmentUsd, deal, at);
        expect(Math.abs(found - worstBySorting(losses, at))).toBeLessThan(
          (1e-9 * scale) / (1 - at),
        );
      }),
      MANY,
    );
  });

  test("of a continuous forecast agrees with sorting narrow cells", () => {
    assertProperty(
      fc.property(
        anyContinuous,
        cents,
        anyAgreement,
        level,
        (forecast, commitmentUsd, deal, at) => {
          fc.pre(forecast.lowestUsd >= 0);
          const cells = cellsOf(forecast);
          const mass = cells.reduce((sum, { probability }) => sum + probability, 0);
          const shares = cells.map(
            ({ usageUsd, probability }) =>
              [
                settle(usageUsd, commitmentUsd, deal).costUsd - usageUsd,
                probability / mass,
              ] as const,
          );
          const scale = Math.max(1, commitmentUsd, forecast.meanUsd);
          const found = cvarLoss(forecast, commitmentUsd, deal, at);
          expect(Math.abs(found - worstBySorting(shares, at))).toBeLessThan(
            (2e-3 * scale) / (1 - at),
          );
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test("rises with the level", () => {
    assertProperty(
      fc.property(anyContinuous, cents, anyAgreement, level, level, (forecast, usd, deal, a, b) => {
        const scale = Math.max(1, usd, forecast.meanUsd) / (1 - Math.max(a, b));
        expect(cvarLoss(forecast, usd, deal, Math.min(a, b))).toBeLessThanOrEqual(
          cvarLoss(forecast, usd, deal, Math.max(a, b)) + 1e-9 * scale,
        );
      }),
      MANY,
    );
  });

  test.each([0.9, 0.999999, 1 - 1e-9, 1 - 1e-12, 1 - 1e-15])("at %d keeps its digits", (at) => {
    // The tail lies below the capacity, where the loss is 500,000 - U: mean of U below its quantile, in closed form.
    const deviation = Math.sqrt(Math.log1p(0.35 ** 2));
    const tail = 1 - at;
    const usageUsd = (600_000 * normalAtMost(normalQuantile(tail) - deviation)) / tail;
    const found = cvarLoss(GROWTH, 500_000, committed, at);
    expect(Math.abs(found - (500_000 - usageUsd))).toBeLessThan(1e-8 * 600_000);
  });

  test("at a level that vanishes beside 1 is the mean", () => {
    expect(cvarLoss(GROWTH, 500_000, committed, 1e-300)).toBe(
      cvarLoss(GROWTH, 500_000, committed, 0),
    );
  });

  test("is never above the largest loss there is, however close the level is to 1", () => {
    const bounded = pert({ lowUsd: 380_000, modeUsd: 600_000, highUsd: 900_000 });
    const dear = agreement({ overagePremiumFraction: 0.5 });
    const highest = 1 - Number.EPSILON / 2;
    for (const at of [0.999999, 1 - 1e-12, 1 - 1e-15, highest]) {
      expect(cvarLoss(THREE, 500_000, committed, at)).toBeCloseTo(120_000, 6);
      expect(cvarLoss(bounded, 500_000, committed, at)).toBeLessThanOrEqual(120_000);
      expect(cvarLoss(bounded, 500_000, committed, at)).toBeGreaterThan(119_000);
      expect(Number.isFinite(cvarLoss(GROWTH, 500_000, dear, at))).toBe(true);
    }
  });

  test("of a normal forecast whose tail lies below 0", () => {
    const wide = normal({ meanUsd: 100, deviationUsd: 200 });
    // Loss falls one for one with usage below the capacity: the worst tenth of usage has mean 100 - 200·φ(z)/0.1.
    const worstUsd =
      100 - (200 * Math.exp(-(1.2815515655446004 ** 2) / 2)) / Math.sqrt(2 * Math.PI) / 0.1;
    expect(cvarLoss(wide, 500, committed, 0.9)).toBeCloseTo(500 - worstUsd, 6);
  });
});
