import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bent,
  lowest,
  type PiecewiseLinear,
  rangeOn,
  straight,
  stretchesAbove,
  sum,
  valueAt,
} from "../../src/core/piecewise-linear";

const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
const slope = fc.integer({ min: -20, max: 20 }).map((whole) => whole / 8);
const curve: fc.Arbitrary<PiecewiseLinear> = fc
  .record({
    level: amount,
    bends: fc.uniqueArray(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 5 }),
    slopes: fc.array(slope, { minLength: 6, maxLength: 6 }),
  })
  .map(({ level, bends, slopes }) =>
    [...bends]
      .sort((a, b) => a - b)
      .reduce<PiecewiseLinear>(
        (made, bendUsd, index) => sum(made, bent(bendUsd, 0, 0, slopes[index + 1] ?? 0)),
        straight(level, slopes[0] ?? 0),
      ),
  );
const usage = fc.integer({ min: -500_000, max: 2_000_000 });
const MANY = { numRuns: 2_000 };

function near(found: number, expected: number): void {
  expect(Math.abs(found - expected), `${found} for ${expected}`).toBeLessThanOrEqual(1e-6);
}

describe("a piecewise-linear curve", () => {
  test("bends once, and a straight line does not", () => {
    const one = bent(100, 40, 0, 2);
    expect([0, 100, 150, -50].map((usd) => valueAt(one, usd))).toEqual([40, 40, 140, 40]);
    expect([-10, 0, 10].map((usd) => valueAt(straight(1, 2), usd))).toEqual([-19, 1, 21]);
  });

  test("is summed at every usage, the second curve taken so many times", () => {
    fc.assert(
      fc.property(curve, curve, slope, usage, (a, b, weight, usd) => {
        near(valueAt(sum(a, b, weight), usd), valueAt(a, usd) + weight * valueAt(b, usd));
      }),
      MANY,
    );
  });

  test("is the lowest of several at every usage, below their bends too", () => {
    fc.assert(
      fc.property(fc.array(curve, { minLength: 1, maxLength: 6 }), usage, ([a, ...more], usd) => {
        if (!a) return;
        const least = Math.min(...[a, ...more].map((one) => valueAt(one, usd)));
        near(valueAt(lowest([a, ...more]), usd), least);
      }),
      MANY,
    );
  });

  test("follows the lower of two curves from where they part, though rounding left a gap there", () => {
    // A gap of less than a last bit of 1,000,000 does not move the crossing.
    const parting: PiecewiseLinear = [
      { fromUsd: Number.NEGATIVE_INFINITY, atUsd: 0, valueUsd: 0, slope: 0.5 },
      { fromUsd: 1e6, atUsd: 1e6, valueUsd: 500_000 - 6e-11, slope: 1 },
    ];
    expect(valueAt(lowest([straight(0, 0.5), parting]), 2_000_000)).toBeCloseTo(1_000_000, 6);
    expect(valueAt(lowest([parting, straight(0, 0.5)]), 2_000_000)).toBeCloseTo(1_000_000, 6);
  });

  test("is continuous where it bends", () => {
    fc.assert(
      fc.property(curve, curve, (a, b) => {
        for (const made of [lowest([a, b]), sum(a, b)])
          for (const { fromUsd } of made.slice(1))
            near(valueAt(made, fromUsd - 1e-9), valueAt(made, fromUsd));
      }),
      MANY,
    );
  });

  test("is above a level in its stretches, and nowhere else", () => {
    fc.assert(
      fc.property(curve, amount, usage, (one, level, usd) => {
        const excess = valueAt(one, usd) - level;
        const inside = stretchesAbove(one, level).some(
          ({ fromUsd, toUsd }) => usd > fromUsd && usd < toUsd,
        );
        if (Math.abs(excess) > 1e-6) expect(inside).toBe(excess > 0);
      }),
      MANY,
    );
  });

  test("has stretches above a level that do not touch", () => {
    expect(stretchesAbove(bent(100, 10, -1, 1), 10)).toEqual([
      { fromUsd: Number.NEGATIVE_INFINITY, toUsd: 100 },
      { fromUsd: 100, toUsd: Number.POSITIVE_INFINITY },
    ]);
    expect(stretchesAbove(bent(100, 10, -1, 1), 9)).toEqual([
      { fromUsd: Number.NEGATIVE_INFINITY, toUsd: Number.POSITIVE_INFINITY },
    ]);
    expect(stretchesAbove(straight(10, 0), 10)).toEqual([]);
  });

  test("has a least and a largest value on a stretch", () => {
    fc.assert(
      fc.property(curve, usage, usage, usage, (one, a, b, c) => {
        const [fromUsd = 0, usd = 0, toUsd = 0] = [a, b, c].sort((x, y) => x - y);
        const { leastUsd, mostUsd } = rangeOn(one, { fromUsd, toUsd });
        expect(valueAt(one, usd)).toBeGreaterThanOrEqual(leastUsd - 1e-6);
        expect(valueAt(one, usd)).toBeLessThanOrEqual(mostUsd + 1e-6);
      }),
      MANY,
    );
  });
});
