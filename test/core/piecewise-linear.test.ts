import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bent,
  lowest,
  type PiecewiseLinear,
  pieceOn,
  rangeOn,
  type Stretch,
  straight,
  stretchesAbove,
  sum,
  valueAt,
} from "../../src/core/piecewise-linear";
import { assertProperty } from "../support/property";

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

  test("assigns a bend to the piece that starts there", () => {
    const one = bent(100, 40, 0, 2);
    expect([99.99, 100, 100.01].map((usd) => pieceOn(one, usd).slope)).toEqual([0, 2, 2]);
  });

  test("is summed at every usage, the second curve taken so many times", () => {
    assertProperty(
      fc.property(curve, curve, slope, usage, (a, b, weight, usd) => {
        near(valueAt(sum(a, b, weight), usd), valueAt(a, usd) + weight * valueAt(b, usd));
      }),
      MANY,
    );
  });

  test("is the lowest of several at every usage, below their bends too", () => {
    assertProperty(
      fc.property(fc.array(curve, { minLength: 1, maxLength: 6 }), usage, ([a, ...more], usd) => {
        if (!a) return;
        const least = Math.min(...[a, ...more].map((one) => valueAt(one, usd)));
        near(valueAt(lowest([a, ...more]), usd), least);
      }),
      MANY,
    );
  });

  test("follows the lower of two curves from where they part, although rounding left a gap there", () => {
    // A gap of less than a last bit of 1,000,000 does not move the crossing.
    const parting: PiecewiseLinear = [
      { fromUsd: Number.NEGATIVE_INFINITY, atUsd: 0, valueUsd: 0, slope: 0.5 },
      { fromUsd: 1e6, atUsd: 1e6, valueUsd: 500_000 - 6e-11, slope: 1 },
    ];
    expect(valueAt(lowest([straight(0, 0.5), parting]), 2_000_000)).toBeCloseTo(1_000_000, 6);
    expect(valueAt(lowest([parting, straight(0, 0.5)]), 2_000_000)).toBeCloseTo(1_000_000, 6);
  });

  test("is continuous where it bends", () => {
    assertProperty(
      fc.property(curve, curve, (a, b) => {
        for (const made of [lowest([a, b]), sum(a, b)])
          for (const { fromUsd } of made.slice(1))
            near(valueAt(made, fromUsd - 1e-9), valueAt(made, fromUsd));
      }),
      MANY,
    );
  });

  test("is above a level in its stretches, and nowhere else", () => {
    assertProperty(
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

  const always = { fromUsd: Number.NEGATIVE_INFINITY, toUsd: Number.POSITIVE_INFINITY };
  /** 0 up to usage 0, then up to 100 at 100, down to 0 at 200, and so again; 0 from 400 on. */
  const twoRoofs = [
    [0, 1],
    [100, -2],
    [200, 2],
    [300, -2],
    [400, 1],
  ].reduce<PiecewiseLinear>(
    (made, [bendUsd = 0, turn = 0]) => sum(made, bent(bendUsd, 0, 0, turn)),
    straight(0, 0),
  );

  test.each<readonly [string, PiecewiseLinear, number, readonly Partial<Stretch>[]]>([
    ["a valley, on both sides", bent(100, 10, -1, 1), 20, [{ toUsd: 90 }, { fromUsd: 110 }]],
    ["a roof, under it", bent(100, 10, 1, -1), 5, [{ fromUsd: 95, toUsd: 105 }]],
    ["a roof, at its top", bent(100, 10, 1, -1), 10, []],
    ["flat, then rising: above both", bent(100, 10, 0, 1), 5, [{}]],
    ["flat, then rising: at the flat", bent(100, 10, 0, 1), 10, [{ fromUsd: 100 }]],
    ["flat, then rising: on the slope", bent(100, 10, 0, 1), 20, [{ fromUsd: 110 }]],
    ["rising, then flat: on the slope", bent(100, 10, 1, 0), 5, [{ fromUsd: 95 }]],
    ["rising, then flat: at the flat", bent(100, 10, 1, 0), 10, []],
    ["falling, then flat: below both", bent(100, 10, -1, 0), 5, [{}]],
    ["falling, then flat: at the flat", bent(100, 10, -1, 0), 10, [{ toUsd: 100 }]],
    ["falling ever steeper", bent(100, 10, -1, -2), 4, [{ toUsd: 103 }]],
    ["rising ever steeper", bent(100, 10, 1, 2), 14, [{ fromUsd: 102 }]],
    [
      "two roofs",
      twoRoofs,
      50,
      [
        { fromUsd: 50, toUsd: 150 },
        { fromUsd: 250, toUsd: 350 },
      ],
    ],
    [
      "two roofs, from the ground",
      twoRoofs,
      0,
      [
        { fromUsd: 0, toUsd: 200 },
        { fromUsd: 200, toUsd: 400 },
      ],
    ],
  ])("is above a level where it is %s", (_, one, levelUsd, stretches) => {
    expect(stretchesAbove(one, levelUsd)).toEqual(
      stretches.map((stretch) => ({ ...always, ...stretch })),
    );
  });

  test.each<readonly [string, PiecewiseLinear, number, number, number, number]>([
    ["of a valley across its bend", bent(100, 10, -1, 1), 50, 300, 10, 210],
    ["of a valley on one side", bent(100, 10, -1, 1), 50, 90, 20, 60],
    ["of a roof across its top", bent(100, 10, 1, -1), 50, 120, -40, 10],
    ["of a roof up to its top", bent(100, 10, 1, -1), 50, 100, -40, 10],
    ["of a roof from its top", bent(100, 10, 1, -1), 100, 120, -10, 10],
    ["of two roofs, in the valley", twoRoofs, 150, 260, 0, 60],
    ["of two roofs, all", twoRoofs, -50, 500, 0, 100],
    ["at one usage", twoRoofs, 75, 75, 75, 75],
  ])("has a least and a largest value %s", (_, one, fromUsd, toUsd, leastUsd, mostUsd) => {
    expect(rangeOn(one, { fromUsd, toUsd })).toEqual({ leastUsd, mostUsd });
  });

  test("has no bend where its slope continues", () => {
    expect(sum(bent(100, 10, 0, 1), bent(200, 0, 0, 1))).toHaveLength(3);
    expect(sum(bent(100, 10, 0, 1), bent(100, 10, 0, 1), -1)).toHaveLength(1);
    expect(lowest([bent(100, 10, 0, 1), bent(200, 10, 0, 1)])).toHaveLength(2);
    expect(lowest([twoRoofs, straight(-1, 0)])).toHaveLength(1);
    expect(lowest([bent(100, 10, -1, 1), straight(10, 0)])).toHaveLength(1);
  });

  test("has a least and a largest value on a stretch", () => {
    assertProperty(
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
