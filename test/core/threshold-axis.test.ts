import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toCents } from "../../src/core/money";
import { thresholdAxis } from "../../src/core/threshold-axis";
import { assertProperty } from "../support/property";

describe("thresholdAxis()", () => {
  test("has both ends, a dollar around each threshold, and even points between", () => {
    expect(thresholdAxis([250_000, 500_000], { lowUsd: 0, highUsd: 600_000, steps: 1 })).toEqual([
      0, 125_000, 249_999, 250_000, 250_001, 375_000, 499_999, 500_000, 500_001, 550_000, 600_000,
    ]);
  });

  test("has several points between, evenly spaced", () => {
    expect(thresholdAxis([], { lowUsd: 100, highUsd: 700, steps: 2 })).toEqual([
      100, 300, 500, 700,
    ]);
  });

  test("leaves out what lies beyond its ends", () => {
    expect(thresholdAxis([100, 1000], { lowUsd: 100, highUsd: 900, steps: 0 })).toEqual([
      100, 101, 900,
    ]);
  });

  test("holds each amount once, and keeps the threshold where a point falls on it", () => {
    expect(thresholdAxis([1, 2], { lowUsd: 0, highUsd: 3, steps: 0 })).toEqual([0, 1, 2, 3]);
  });
});

describe("properties", () => {
  const amounts = fc.integer({ min: 0, max: 1e9 }).map((whole) => whole / 100);
  test("ascends within its ends, once to the cent, and holds every threshold inside", () => {
    assertProperty(
      fc.property(
        fc.array(amounts, { maxLength: 8 }),
        amounts,
        amounts,
        fc.nat(20),
        (given, a, b, steps) => {
          fc.pre(toCents(a) !== toCents(b));
          const [lowUsd, highUsd] = [Math.min(a, b), Math.max(a, b)];
          const thresholds = [...new Set(given)].sort((x, y) => x - y);
          const axis = thresholdAxis(thresholds, { lowUsd, highUsd, steps });
          expect(axis[0]).toBe(lowUsd);
          expect(axis.at(-1)).toBe(highUsd);
          for (const [index, usd] of axis.entries())
            if (index > 0) expect(toCents(usd)).toBeGreaterThan(toCents(axis[index - 1] ?? 0));
          for (const usd of thresholds)
            if (usd >= lowUsd && usd <= highUsd) expect(axis).toContain(usd);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
