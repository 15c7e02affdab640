import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PricedBand, withBand, withoutThreshold } from "../../src/core/agreement";
import { bandPosition } from "../../src/core/bands";
import {
  type BreakEven,
  breakEven,
  discountNeeded,
  tolerableWaste,
} from "../../src/core/break-even";
import { hindsightCurve } from "../../src/core/hindsight";
import { NoAnswer } from "../../src/core/no-answer";
import { valueAt } from "../../src/core/piecewise-linear";
import { settle } from "../../src/core/settle";
import { assertProperty } from "../support/property";
import { agreement, anyAgreement, cents, table } from "./deals";

const committed = agreement({ overage: "committed" });
const list = agreement();
/** Usage at list: no band but the one at $0. */
const NONE = agreement({}, table([[0, 0]]));

function priced(
  thresholdUsd: number,
  discountFraction: number,
  terms: Partial<PricedBand> = {},
): PricedBand {
  return {
    thresholdUsd,
    discountFraction,
    rate: 1 - discountFraction,
    overage: "list",
    overagePremiumFraction: 0,
    forfeitedFraction: 1,
    ...terms,
  };
}

function found(commitmentUsd: number, targetUsd: number, deal = committed): BreakEven {
  const answer = breakEven(commitmentUsd, targetUsd, deal);
  if (answer instanceof NoAnswer) throw new Error(answer.reason.kind);
  return answer;
}

describe("break-even usage", () => {
  test.each([
    ["none to 250k, committed", 0, 250_000, committed, 250_000],
    ["250k to 500k, committed", 250_000, 500_000, committed, 500_000 / 0.9],
    ["500k to 1M, committed", 500_000, 1_000_000, committed, 1_000_000 / 0.85],
    ["250k to 500k, list", 250_000, 500_000, list, 500_000 + 250_000 / 9],
    ["400k to 500k, list", 400_000, 500_000, list, 500_000 + 400_000 / 9],
    [
      "within a band, committed: from the usage that fills both",
      500_000,
      600_000,
      committed,
      600_000 / 0.85,
    ],
  ] as const)("%s", (_, commitmentUsd, targetUsd, deal, usageUsd) => {
    expect(found(commitmentUsd, targetUsd, deal).usageUsd).toBeCloseTo(usageUsd, 6);
  });

  test("is 0 where all of an unused commitment is refunded", () => {
    expect(found(250_000, 500_000, agreement({ forfeitedFraction: 0 })).usageUsd).toBe(0);
  });

  test.each([
    ["step-up", "net", 324_214.37, 502_532.28],
    ["step-up", "list", 324_214.37, 502_532.28],
    ["list", "net", 324_214.37, 502_532.28],
    ["committed", "list", 142_348.92, 324_214.38],
    ["re-rate", "net", 142_348.91, 142_348.92],
    ["step-up", "net", 0, 142_348.92],
    ["list", "net", 0, 987_654_321.09],
    ["committed", "net", 0.01, 324_214.38],
    ["re-rate", "list", 1_234.56, 987_654_321_098.77],
    ["list", "list", 324_214.38, 324_214.39],
  ] as const)(
    "is 0 where nothing of a shortfall is lost: %s, %s basis, %d to %d",
    (overage, basis, commitmentUsd, targetUsd) => {
      const bands = table([
        [0, 0],
        [142_348.92, 0.018],
        [324_214.38, 0],
      ]);
      const deal = agreement({ overage, basis, forfeitedFraction: 0 }, bands);
      expect(found(commitmentUsd, targetUsd, deal).usageUsd).toBe(0);
      expect(tolerableWaste(commitmentUsd, targetUsd, deal)).toBe(1);
    },
  );

  test("is 0 wherever both commitments cost the same without usage, whatever their sizes and terms", () => {
    assertProperty(
      fc.property(
        cents,
        cents,
        fc.integer({ min: 0, max: 6 }),
        anyAgreement,
        (a, b, zeros, deal) => {
          const scale = 10 ** zeros;
          const [commitmentUsd, targetUsd] = a < b ? [a, b * scale] : [b, a * scale];
          fc.pre(targetUsd - commitmentUsd >= 0.01);
          const costs = [commitmentUsd, targetUsd].map((one) => settle(0, one, deal).costUsd);
          fc.pre(Math.abs((costs[0] ?? 0) - (costs[1] ?? 0)) <= 1e-15 * targetUsd);
          expect(found(commitmentUsd, targetUsd, deal).usageUsd).toBe(0);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test("is missing where the target never pays", () => {
    const falling = agreement(
      { overage: "committed" },
      table([
        [100_000, 0.3],
        [200_000, 0.1],
      ]),
    );
    const never = new NoAnswer({
      kind: "neverPays",
      commitmentUsd: 100_000,
      targetUsd: 200_000,
    });
    expect(breakEven(100_000, 200_000, falling)).toEqual(never);
    // Both continue at list: 100,000 buys 142,857 of usage, 200,000 only 222,222, and the gap stays as it is.
    const list = withBand(withBand(NONE, priced(100_000, 0.3)), priced(200_000, 0.1));
    expect(breakEven(100_000, 200_000, list)).toEqual(never);
  });

  test("skips the usages at which the target is still dearer", () => {
    // Two fifths of the unused part of 200,000 are refunded: 120,000 + 0.32 U against 0.9 U, and U - 50,000 from 250,000 on.
    const stay = priced(100_000, 0.1, { overage: "committed" });
    const target = priced(200_000, 0.2, { forfeitedFraction: 0.6 });
    const { usageUsd, untilUsd } = found(100_000, 200_000, withBand(withBand(NONE, stay), target));
    expect(usageUsd).toBeCloseTo(120_000 / 0.58, 6);
    expect(untilUsd).toBeCloseTo(500_000, 6);
  });

  test("is 0 where the target is cheaper at once, though it is dearer later", () => {
    // 120,000 + 0.48 U for a target of which three fifths are refunded, against 150,000.
    const stay = priced(150_000, 0.1, { overage: "committed" });
    const target = priced(300_000, 0.2, { forfeitedFraction: 0.4 });
    const { usageUsd, untilUsd } = found(150_000, 300_000, withBand(withBand(NONE, stay), target));
    expect(usageUsd).toBe(0);
    expect(untilUsd).toBeCloseTo(62_500, 6);
  });

  test("gives the usage up to which the target pays, if its overage is dearer", () => {
    // 90,000 buys 100,000 of usage and continues at 90%; 200,000 buys 250,000 and continues at list.
    const stay = priced(100_000, 0.1, { overage: "committed" });
    const deal = withBand(withBand(NONE, stay), priced(200_000, 0.2));
    const { usageUsd, untilUsd } = found(100_000, 200_000, deal);
    expect(usageUsd).toBeCloseTo(200_000 / 0.9, 6);
    expect(untilUsd).toBeCloseTo(500_000, 6);
    expect(found(250_000, 500_000).untilUsd).toBeUndefined();
  });

  test("of the formula equals that of a bisection on the settled costs", () => {
    assertProperty(
      fc.property(cents, cents, anyAgreement, (a, b, deal) => {
        const [commitmentUsd, targetUsd] = a < b ? [a, b] : [b, a];
        fc.pre(targetUsd - commitmentUsd >= 0.01);
        const extra = (usageUsd: number): number =>
          settle(usageUsd, targetUsd, deal).costUsd - settle(usageUsd, commitmentUsd, deal).costUsd;
        const even = breakEven(commitmentUsd, targetUsd, deal);
        const scale = Math.max(1, targetUsd);
        // Below it the target is dearer everywhere.
        const endUsd = even instanceof NoAnswer ? 20 * scale : even.usageUsd;
        for (let step = 0; step < 40 && endUsd > 0; step++)
          expect(extra((endUsd * step) / 40)).toBeGreaterThan(-1e-9 * scale);
        if (even instanceof NoAnswer || even.usageUsd === 0) return;
        expect(extra(even.usageUsd)).toBeLessThanOrEqual(1e-9 * Math.max(scale, even.usageUsd));
        let [low, high] = [0, even.usageUsd];
        for (let step = 0; step < 200; step++) {
          const middle = (low + high) / 2;
          if (extra(middle) > 1e-9 * scale) low = middle;
          else high = middle;
        }
        const steepness = Math.abs(extra(high * (1 - 1e-6)) - extra(high)) / (high * 1e-6);
        if (steepness > 1e-3)
          expect(Math.abs(high - even.usageUsd)).toBeLessThanOrEqual(
            1e-5 * Math.max(scale, even.usageUsd),
          );
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("tolerable waste", () => {
  test.each([
    [0, 250_000, 0.1],
    [250_000, 500_000, 1 - 0.85 / 0.9],
    [250_000, 1_000_000, 1 - 0.8 / 0.9],
  ])("from %d to %d", (commitmentUsd, targetUsd, waste) => {
    expect(tolerableWaste(commitmentUsd, targetUsd, committed)).toBeCloseTo(waste, 12);
  });

  test("is never below 0, and missing where the target never pays", () => {
    expect(tolerableWaste(500_000, 600_000, committed)).toBe(0);
    const falling = agreement(
      { overage: "committed" },
      table([
        [100_000, 0.3],
        [200_000, 0.1],
      ]),
    );
    expect(tolerableWaste(100_000, 200_000, falling)).toBeInstanceOf(NoAnswer);
  });
});

describe("the discount that a target needs", () => {
  test.each([
    [560_000, 500_000, committed, 0.1],
    [700_000, 500_000, committed, 0.1],
    [1_200_000, 1_000_000, committed, 0.15],
    // List overage: K is 100,000 more than 500,000; 1 - T/(T + U - K).
    [700_000, 400_000, list, 1 - 400_000 / (400_000 + 700_000 - 595_000)],
  ])("usage %d, target %d", (usageUsd, targetUsd, deal, discount) => {
    expect(discountNeeded(usageUsd, targetUsd, deal)).toBeCloseTo(discount, 12);
  });

  test("is missing where no discount suffices, and 0 where none is needed", () => {
    expect(discountNeeded(480_000, 500_000, committed)).toEqual(
      new NoAnswer({ kind: "noDiscountSuffices", targetUsd: 500_000, usageUsd: 480_000 }),
    );
    expect(discountNeeded(0, 500_000, committed)).toBeInstanceOf(NoAnswer);
    expect(discountNeeded(0, 500_000, agreement({ forfeitedFraction: 0 }))).toBe(0);
    expect(discountNeeded(300_000, 300_000, agreement({}, table([[300_000, 0.4]])))).toBe(0);
  });

  test("is found where the target at its best costs exactly as much as the best of the rest", () => {
    // 555,555.56 of usage at 10% is 500,000, which a target of 500,000 costs at any discount from 10% up.
    for (const offUsd of [-1e-8, 0, 1e-8])
      expect(discountNeeded(500_000 / 0.9 + offUsd, 500_000, committed)).toBeCloseTo(0.1, 9);
  });

  test("is just enough: with it the target costs no more than the best of the rest, with less it costs more", () => {
    assertProperty(
      fc.property(cents, cents, anyAgreement, (usageUsd, targetUsd, deal) => {
        fc.pre(targetUsd >= 0.01);
        const discount = discountNeeded(usageUsd, targetUsd, deal);
        if (discount instanceof NoAnswer) return;
        expect(discount).toBeGreaterThanOrEqual(0);
        expect(discount).toBeLessThan(1);
        // Near 1, the price 1 less the discount has lost the digits of the price meant.
        if (discount > 0.99) return;
        const others = withoutThreshold(deal, targetUsd);
        const bestUsd = valueAt(hindsightCurve(others), usageUsd);
        const band = deal.bands[bandPosition(targetUsd, deal.bands)] ?? deal.bands[0];
        const costAt = (discountFraction: number): number =>
          settle(
            usageUsd,
            targetUsd,
            withBand(others, {
              ...band,
              thresholdUsd: targetUsd,
              discountFraction,
              rate: 1 - discountFraction,
            }),
          ).costUsd;
        const allowed = 1e-9 * Math.max(1, usageUsd, targetUsd);
        expect(costAt(discount)).toBeLessThanOrEqual(bestUsd + allowed);
        const less = discount - 1e-6;
        if (less > 0 && costAt(less) - costAt(discount) > 2 * allowed)
          expect(costAt(less)).toBeGreaterThan(bestUsd + allowed);
      }),
      { numRuns: 2_000 },
    );
  });
});
