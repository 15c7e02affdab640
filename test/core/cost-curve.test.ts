import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Agreement } from "../../src/core/agreement";
import { bandPosition } from "../../src/core/bands";
import { costCurve } from "../../src/core/cost-curve";
import { bandReaches, hindsightCurve } from "../../src/core/hindsight";
import { valueAt } from "../../src/core/piecewise-linear";
import { settle } from "../../src/core/settle";
import { assertProperty } from "../support/property";
import { agreement, anyAgreement, cents, table } from "./deals";

const MANY = { numRuns: 3_000 };

/** The largest amount in the sum, to which rounding is relative. */
function scaleOf({ bands }: Agreement, ...amountsUsd: readonly number[]): number {
  return Math.max(1, ...amountsUsd, ...bands.map(({ thresholdUsd, rate }) => thresholdUsd / rate));
}

describe("the cost curve of a commitment", () => {
  test("passes through the cost of settle(), for every basis, overage and forfeited share", () => {
    assertProperty(
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

  test("of a commitment of 0 to the cent is usage at the rate of a band at $0", () => {
    const deal = agreement({ overagePremiumFraction: 0.5 }, table([[0, 0.05]]));
    expect(valueAt(costCurve(0.004, deal), 1000)).toBe(950);
    expect(valueAt(costCurve(0.01, deal), 1000)).toBeGreaterThan(1400);
  });
});

describe("the cost curve of a step-up right", () => {
  const ends = (commitmentUsd: number, deal: Agreement): readonly number[] =>
    costCurve(commitmentUsd, deal).map(({ fromUsd }) => fromUsd);

  test("takes the lower rate of two bands of one price at once", () => {
    // 500,000 at 20% and 800,000 at 50% are both 400,000.
    const deal = agreement(
      { basis: "list", overage: "step-up" },
      table([
        [500_000, 0.2],
        [800_000, 0.5],
      ]),
    );
    expect(ends(500_000, deal)).toEqual([Number.NEGATIVE_INFINITY, 800_000]);
    expect(valueAt(costCurve(500_000, deal), 1_000_000)).toBe(500_000);
  });

  test("does not bend at a band of the same rate", () => {
    const deal = agreement(
      { overage: "step-up" },
      table([
        [100_000, 0.5],
        [200_000, 0.5],
      ]),
    );
    expect(ends(100_000, deal)).toEqual([Number.NEGATIVE_INFINITY, 200_000]);
    expect(valueAt(costCurve(100_000, deal), 500_000)).toBe(250_000);
  });
});

describe("hindsight", () => {
  test("is the best of the examples worked by hand", () => {
    const best = hindsightCurve(agreement({ overage: "committed" }));
    // 380,000 at 10%; 600,000 and 900,000 at 15%.
    for (const [usageUsd, costUsd] of [
      [380_000, 342_000],
      [600_000, 510_000],
      [900_000, 765_000],
      [240_000, 240_000],
    ] as const)
      expect(valueAt(best, usageUsd)).toBeCloseTo(costUsd, 6);
  });

  test("is no more than the cost of any commitment", () => {
    assertProperty(
      fc.property(cents, cents, anyAgreement, (usageUsd, commitmentUsd, deal) => {
        const best = valueAt(hindsightCurve(deal), usageUsd);
        const { costUsd } = settle(usageUsd, commitmentUsd, deal);
        expect(best).toBeLessThanOrEqual(costUsd + 1e-12 * scaleOf(deal, usageUsd, commitmentUsd));
      }),
      MANY,
    );
  });

  test("is reached by a commitment: at an end of a band, or one that the usage just fills", () => {
    assertProperty(
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

  test("where discounts fall, counts a band only as far as its commitments reach", () => {
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
    const fromOneCent = agreement({}, table([[0.01, 0.1]]));
    expect(bandReaches(fromOneCent).map(({ leastUsd }) => leastUsd)).toEqual([0.01]);
  });

  test.each([
    [0.02, 0.03],
    [0.05, 0.06],
    [0.07, 0.08],
    [1.1, 1.11],
    [64.01, 64.02],
    [4_503.08, 4_503.09],
    [500_000.28, 500_000.29],
    [1_000_000, 1_000_000.01],
    // To the cent a commitment of $100.00 reaches $100.004 and not $100.006.
    [100.004, 100.006],
    [0.0249, 0.03],
  ])("reaches a band that is one cent wide, from %d to %d", (from, to) => {
    const deal = agreement(
      { forfeitedFraction: 0 },
      table([
        [from, 0.5],
        [to, 0.1],
      ]),
    );
    const reach = bandReaches(deal).find(({ band }) => band.thresholdUsd === from);
    expect(reach).toMatchObject({ leastUsd: from, mostUsd: from });
    expect(bandPosition(from, deal.bands)).toBe(1);
  });

  test("is the rate of the top band where all of a shortfall is refunded and overage is at that rate", () => {
    const best = hindsightCurve(agreement({ overage: "committed", forfeitedFraction: 0 }));
    for (const usageUsd of [0, 100, 400_000, 2_000_000])
      expect(valueAt(best, usageUsd)).toBeCloseTo(0.8 * usageUsd, 6);
  });

  test("of re-rated overage passes through the bands, also where discounts fall and all of a shortfall is refunded", () => {
    const falling = agreement(
      { overage: "re-rate", forfeitedFraction: 0 },
      table([
        [0, 0],
        [100, 0.5],
        [200, 0.1],
      ]),
    );
    // 200 buy 400 of usage at 50%, the other 600 cost 540.
    expect(valueAt(hindsightCurve(falling), 1_000)).toBeCloseTo(740, 6);
  });
});
