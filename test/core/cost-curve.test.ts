import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Agreement } from "../../src/core/agreement";
import { costCurve } from "../../src/core/cost-curve";
import { bandReaches, hindsightCurve } from "../../src/core/hindsight";
import { valueAt } from "../../src/core/piecewise-linear";
import { settle } from "../../src/core/settle";
import { agreement, anyAgreement, cents, table } from "./deals";

const MANY = { numRuns: 3_000 };

/** The largest amount that takes part, to which rounding is relative. */
function scaleOf({ bands }: Agreement, ...amountsUsd: readonly number[]): number {
  return Math.max(1, ...amountsUsd, ...bands.map(({ thresholdUsd, rate }) => thresholdUsd / rate));
}

describe("the cost curve of a commitment", () => {
  test("goes through the cost that settling gives, for every basis, overage and forfeited share", () => {
    fc.assert(
      fc.property(cents, cents, anyAgreement, (usageUsd, commitmentUsd, deal) => {
        const { costUsd } = settle(usageUsd, commitmentUsd, deal);
        const found = valueAt(costCurve(commitmentUsd, deal), usageUsd);
        expect(Math.abs(found - costUsd)).toBeLessThanOrEqual(
          1e-12 * scaleOf(deal, usageUsd, commitmentUsd),
        );
      }),
      MANY,
    );
  });
});

describe("hindsight", () => {
  test("is the best of the examples by hand", () => {
    const best = hindsightCurve(agreement({ overage: "committed" }));
    // 380,000 at 10%; 600,000 and 900,000 at 15% (pricing-model.md 9.3).
    for (const [usageUsd, costUsd] of [
      [380_000, 342_000],
      [600_000, 510_000],
      [900_000, 765_000],
      [240_000, 240_000],
    ] as const)
      expect(valueAt(best, usageUsd)).toBeCloseTo(costUsd, 6);
  });

  test("is beaten by no commitment", () => {
    fc.assert(
      fc.property(cents, cents, anyAgreement, (usageUsd, commitmentUsd, deal) => {
        const best = valueAt(hindsightCurve(deal), usageUsd);
        const { costUsd } = settle(usageUsd, commitmentUsd, deal);
        expect(best).toBeLessThanOrEqual(costUsd + 1e-12 * scaleOf(deal, usageUsd, commitmentUsd));
      }),
      MANY,
    );
  });

  test("is reached by a commitment: at an end of a band, or one that the usage just fills", () => {
    fc.assert(
      fc.property(cents, anyAgreement, (usageUsd, deal) => {
        const tried = bandReaches(deal).flatMap(({ band, leastUsd, mostUsd }) => {
          const filled = deal.basis === "net" ? band.rate * usageUsd : usageUsd;
          return [leastUsd, Math.min(Math.max(filled, leastUsd), mostUsd), mostUsd];
        });
        const costs = [0, ...tried.filter(Number.isFinite)].map(
          (commitmentUsd) => settle(usageUsd, commitmentUsd, deal).costUsd,
        );
        const best = valueAt(hindsightCurve(deal), usageUsd);
        expect(Math.abs(best - Math.min(...costs))).toBeLessThanOrEqual(
          1e-12 * scaleOf(deal, usageUsd),
        );
      }),
      MANY,
    );
  });

  test("with discounts that fall, a band serves only as far as commitments in it reach", () => {
    const falling = agreement(
      {},
      table([
        [0, 0],
        [100_000, 0.5],
        [200_000, 0.1],
      ]),
    );
    // 1,000,000 of usage: 199,999.99 at 50% pays for 399,999.98, the rest is at list; 900,000 at 10% is dearer.
    expect(valueAt(hindsightCurve(falling), 1_000_000)).toBeCloseTo(199_999.99 + 600_000.02, 6);
  });

  test("leaves out a band that no commitment in whole cents lands in", () => {
    const narrow = agreement(
      {},
      table([
        [0, 0],
        [100, 0.1],
        [100.01, 0.2],
      ]),
    );
    expect(bandReaches(narrow).map(({ leastUsd, mostUsd }) => [leastUsd, mostUsd])).toEqual([
      [0.01, 99.99],
      [100, 100],
      [100.01, Number.POSITIVE_INFINITY],
    ]);
  });
});
