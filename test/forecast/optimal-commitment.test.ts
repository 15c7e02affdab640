import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Agreement } from "../../src/core/agreement";
import { bandReaches } from "../../src/core/hindsight";
import { NoAnswer } from "../../src/core/no-answer";
import { settle } from "../../src/core/settle";
import { commitmentOptions } from "../../src/forecast/commitment-options";
import { expectedCost } from "../../src/forecast/expected-cost";
import { lognormal, lognormalFromVariation } from "../../src/forecast/lognormal";
import { cvarLoss } from "../../src/forecast/loss";
import { normal } from "../../src/forecast/normal";
import { optimalCommitment, optimum } from "../../src/forecast/optimal-commitment";
import { foresightValue } from "../../src/forecast/regret";
import { certain, sample } from "../../src/forecast/sample";
import { agreement, anyAgreement, cents, table } from "../core/deals";
import { assertProperty } from "../support/property";
import { anyForecast, GROWTH, THREE } from "./forecasts";

const committed = agreement({ overage: "committed" });
const list = agreement();
const level = fc.integer({ min: 0, max: 95 }).map((percent) => percent / 100);

/** Commitments drawn anywhere, and near the ends of bands. */
const drawn = (deal: Agreement): fc.Arbitrary<number> =>
  fc.oneof(
    cents,
    fc
      .constantFrom(...bandReaches(deal).flatMap(({ leastUsd, mostUsd }) => [leastUsd, mostUsd]))
      .filter(Number.isFinite),
  );

/** A commitment in the band at $0 is not offered for that band's terms alone. */
const isOffered = ({ bands: [first, ...others] }: Agreement, commitmentUsd: number): boolean =>
  first.overage === "list" ||
  first.overage === "committed" ||
  others.some(({ thresholdUsd }) => commitmentUsd >= thresholdUsd);

describe("the optimal commitment", () => {
  test.each([
    ["committed", committed, 250_000],
    ["list", list, 329_686.0891418517],
    ["list + 10%", agreement({ overagePremiumFraction: 0.1 }), 374_267.19015035144],
  ] as const)("with overage at %s is that of the worked case", (_, deal, commitmentUsd) => {
    expect(optimalCommitment(GROWTH, deal)).toBeCloseTo(commitmentUsd, 5);
  });

  test.each([
    [0.5, 295_089.6045211834],
    [0.8, 253_985.4453298162],
    [0.9, 230_196.6139300484],
  ])("of least CVaR at %d is that of the worked case", (at, commitmentUsd) => {
    const one = agreement({}, table([[1, 0.15]]));
    expect(optimalCommitment(GROWTH, one, at)).toBeCloseTo(commitmentUsd, 5);
  });

  test("may be the threshold of a band that is one cent wide", () => {
    // Found by seed -1239447356: with all that is unused returned and re-rated overage, usage below 0 costs less at 0.02 than at 0.03.
    const bands = table([
      [0.02, 0],
      [0.03, 0.001],
    ]);
    const deal = agreement({ overage: "re-rate", forfeitedFraction: 0 }, bands);
    const wide = normal({ meanUsd: 8_623, deviationUsd: 5_000 });
    expect(expectedCost(wide, 0.02, deal)).toBeLessThan(expectedCost(wide, 0.03, deal) - 0.01);
    expect(optimalCommitment(wide, deal)).toBe(0.02);
  });

  test("of least CVaR under a premium is the same at a billion times the amounts", () => {
    const scaled = (factor: number) => {
      const bands = table([
        [250_000 * factor, 0.1],
        [500_000 * factor, 0.15],
      ]);
      const deal = agreement({ overage: "committed", overagePremiumFraction: 0.05 }, bands);
      const forecast = lognormal(lognormalFromVariation(600_000 * factor, 0.35));
      return optimalCommitment(forecast, deal, 0.5);
    };
    // F(Q) = 0.5·0.05/1.05 in the band of 10%: the tail is all low usage, for overage at 94.5% is no dearer than list.
    const usd = 0.9 * GROWTH.quantile((0.5 * 0.05) / 1.05);
    expect(scaled(1)).toBeCloseTo(usd, 6);
    expect(Number(scaled(1e9)) / 1e9).toBeCloseTo(usd, 6);
  });

  test("of least CVaR under a premium above list loses the same at both ends of the tail", () => {
    const one = agreement({ overagePremiumFraction: 0.1 }, table([[1, 0.4]]));
    const usd = Number(optimalCommitment(GROWTH, one, 0.5));
    // Of the worst half, (1.1 - 0.6)/1.1 is low usage, which does not fill the commitment; the rest is high, at 10% above list.
    const low = GROWTH.quantile((0.5 * 0.5) / 1.1);
    const high = GROWTH.quantile(1 - (0.5 * 0.6) / 1.1);
    const lossAt = (usage: number) => settle(usage, usd, one).costUsd - usage;
    expect(lossAt(low)).toBeCloseTo(lossAt(high), 4);
    expect(low).toBeLessThan(usd / 0.6);
    expect(high).toBeGreaterThan(usd / 0.6);
  });

  test("is 0 when none pays, and the smaller of two that cost the same to the cent", () => {
    expect(optimalCommitment(certain(100_000), committed)).toBe(0);
    // 250,000 of usage costs 250,000 with and without the commitment.
    expect(optimalCommitment(certain(250_000), committed)).toBe(0);
    expect(optimalCommitment(certain(600_000), committed)).toBe(500_000);
  });

  test("of known usage with list overage is what the usage fills", () => {
    expect(optimalCommitment(certain(700_000), list)).toBeCloseTo(595_000, 6);
  });

  test("of three outcomes lies at one of them", () => {
    expect(optimalCommitment(THREE, list)).toBe(342_000);
    expect(foresightValue(THREE, list)).toBeCloseTo(50_250, 6);
    expect(foresightValue(THREE, committed)).toBeCloseTo(26_250, 6);
  });

  test("with nothing forfeited is as large as usage can be, or missing where that has no end", () => {
    const free = agreement({ forfeitedFraction: 0 });
    expect(optimalCommitment(sample([1_400_000, 2_000_000]), free)).toBeCloseTo(1_600_000, 6);
    expect(optimalCommitment(GROWTH, free)).toBeInstanceOf(NoAnswer);
    expect(foresightValue(GROWTH, free)).toBeCloseTo(0, 4);
  });

  test("is never a cent for the terms of the band at $0, but can be a threshold with those terms", () => {
    // With a step-up right 600,000 of usage costs 510,000 under 250,000 as under 500,000; the smaller wins.
    expect(optimalCommitment(certain(600_000), agreement({ overage: "step-up" }))).toBe(250_000);
    const half = agreement({ overagePremiumFraction: -0.5 });
    expect(optimalCommitment(certain(600_000), half)).toBe(250_000);
  });

  test("with discounts that fall may be the cent below the next threshold", () => {
    const falling = agreement(
      {},
      table([
        [0, 0],
        [100_000, 0.5],
        [200_000, 0.1],
      ]),
    );
    expect(optimalCommitment(certain(1_000_000), falling)).toBeCloseTo(199_999.99, 6);
  });

  test("costs no more than any commitment drawn at random", () => {
    assertProperty(
      fc.property(
        anyForecast,
        anyAgreement.chain((deal) => fc.tuple(fc.constant(deal), drawn(deal))),
        (forecast, [deal, triedUsd]) => {
          fc.pre(isOffered(deal, triedUsd));
          const best = optimum(forecast, deal);
          const tried = expectedCost(forecast, triedUsd, deal);
          const scale = Math.max(1, forecast.meanUsd, triedUsd, best.commitmentUsd);
          expect(best.infimumUsd).toBeLessThanOrEqual(tried + 0.01 + 1e-10 * scale);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test("of least CVaR loses no more than any commitment drawn at random", () => {
    assertProperty(
      fc.property(
        anyForecast,
        level,
        anyAgreement.chain((deal) => fc.tuple(fc.constant(deal), drawn(deal))),
        (forecast, at, [deal, triedUsd]) => {
          fc.pre(isOffered(deal, triedUsd));
          const best = optimum(forecast, deal, at);
          const tried =
            at === 0
              ? expectedCost(forecast, triedUsd, deal)
              : cvarLoss(forecast, triedUsd, deal, at);
          const scale = Math.max(1, forecast.meanUsd, triedUsd, best.commitmentUsd);
          expect(best.infimumUsd).toBeLessThanOrEqual(tried + 0.01 + (1e-10 * scale) / (1 - at));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe("the options", () => {
  test("of the worked case: none, the thresholds, and the point inside the first band", () => {
    const options = commitmentOptions(GROWTH, list);
    expect(options.map(({ commitmentUsd }) => Math.round(commitmentUsd))).toEqual([
      0, 250_000, 329_686, 500_000, 1_000_000,
    ]);
    expect(options.map(({ rank }) => rank)).toEqual([4, 2, 1, 3, 5]);
    expect(options[2]).toMatchObject({
      discountFraction: 0.1,
      fillProbability: expect.closeTo(0.9, 10),
      expectedCostUsd: expect.closeTo(568_526.2411739803, 4),
      expectedSavingUsd: expect.closeTo(31_473.758826019755, 4),
      expectedRegretUsd: expect.closeTo(47_783.172576377714, 4),
    });
  });

  test("of three outcomes have the regrets of the worked case", () => {
    const regrets = commitmentOptions(THREE, committed).map(
      ({ largestRegretUsd }) => largestRegretUsd,
    );
    for (const [index, usd] of [135_000, 45_000, 158_000, 658_000].entries())
      expect(regrets[index]).toBeCloseTo(usd, 6);
  });

  test("never have a regret below 0, rank each once, and have the optimum first", () => {
    assertProperty(
      fc.property(anyForecast, anyAgreement, (forecast, deal) => {
        const options = commitmentOptions(forecast, deal);
        expect(foresightValue(forecast, deal)).toBeGreaterThanOrEqual(0);
        expect([...options].map(({ rank }) => rank).sort((a, b) => a - b)).toEqual(
          options.map((_, index) => index + 1),
        );
        const first = options.find(({ rank }) => rank === 1);
        for (const option of options) {
          expect(option.expectedRegretUsd).toBeGreaterThanOrEqual(0);
          expect(option.largestRegretUsd).toBeGreaterThanOrEqual(0);
          expect(option.fillProbability).toBeGreaterThanOrEqual(0);
          expect(option.lossProbability).toBeLessThanOrEqual(1);
          expect(option.expectedCostUsd).toBeGreaterThanOrEqual(
            (first?.expectedCostUsd ?? 0) - 0.01,
          );
          for (const value of Object.values(option)) expect(Number.isFinite(value)).toBe(true);
        }
      }),
      { numRuns: 1_500 },
    );
  });
});
