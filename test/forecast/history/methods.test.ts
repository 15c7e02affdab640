import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  canBeTested,
  HISTORY_METHODS,
  type HistoryMethod,
  monthsAhead,
  monthsNeeded,
} from "../../../src/forecast/history/methods";
import { assertProperty } from "../../support/property";

const YEAR = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21];

function ahead(method: HistoryMethod, usagesUsd: readonly number[], months: readonly number[]) {
  return months.map(monthsAhead(method, usagesUsd));
}

describe("monthsAhead() forecasts by hand", () => {
  test.each<[HistoryMethod, readonly number[], readonly number[], readonly number[]]>([
    ["last value", [10, 40], [1, 2, 30], [40, 40, 40]],
    ["last value", [7], [1], [7]],
    ["recent average", [900, 10, 20, 30], [1, 12], [20, 20]],
    ["drift", [10, 500, 30], [1, 2, 3], [40, 50, 60]],
    ["drift", [30, 20, 10], [1, 2], [0, 0]],
    ["damped trend", [5, 5, 5, 5, 5, 5], [1, 12], [5, 5]],
    // Each month adds 0.9 of what the one before added, which the method follows without error.
    ["damped trend", [0, 100, 190, 271, 343.9, 409.51], [1, 2], [468.559, 521.7031]],
    ["seasonal", YEAR, [1, 12, 13, 24, 25], [10, 21, 10, 21, 10]],
    ["seasonal", [99, ...YEAR], [1, 2], [10, 11]],
    [
      "seasonal growth",
      [...YEAR, ...YEAR.map((usd) => 2 * usd)],
      [1, 12, 13, 25],
      [40, 84, 80, 160],
    ],
  ])("%s after %j, months %j: %j", (method, usagesUsd, months, expected) => {
    for (const [index, usageUsd] of ahead(method, usagesUsd, months).entries())
      expect(usageUsd).toBeCloseTo(expected[index] ?? Number.NaN, 9);
  });

  test("damped trend takes the first of equal fits, and bends less than a straight line", () => {
    const line = [10, 20, 30, 40, 50, 60];
    const [first = 0, second = 0, third = 0] = ahead("damped trend", line, [1, 2, 3]);
    expect(first).toBeGreaterThan(60);
    expect(second - first).toBeLessThan(10);
    expect((third - second) / (second - first)).toBeCloseTo(0.9, 12);
  });
});

describe("canBeTested() wants three tests, of seasons six", () => {
  const rising = (n: number) => Array.from({ length: n }, (_, index) => 100 + index);
  test.each([
    [6, 1, ["last value", "recent average", "drift"]],
    [8, 1, ["last value", "recent average", "drift"]],
    [9, 1, ["last value", "recent average", "drift", "damped trend"]],
    [19, 3, ["last value", "recent average", "drift", "damped trend"]],
    [20, 3, ["last value", "recent average", "drift", "damped trend", "seasonal"]],
    [34, 6, ["last value", "recent average", "drift", "damped trend", "seasonal"]],
    [35, 6, [...HISTORY_METHODS]],
  ])("%d months, tests of %d", (n, k, methods) => {
    expect(HISTORY_METHODS.filter((method) => canBeTested(method, rising(n), k))).toEqual(methods);
  });

  test("growth needs usage in every year that it is measured from", () => {
    const silent = [...Array(12).fill(0), ...rising(24)];
    expect(canBeTested("seasonal growth", silent, 6)).toBe(false);
    expect(canBeTested("seasonal growth", [1, ...silent.slice(1)], 6)).toBe(true);
    expect(canBeTested("seasonal growth", Array(36).fill(0), 6)).toBe(false);
  });
});

describe("properties", () => {
  const history = fc.array(fc.integer({ min: 0, max: 1e7 }), { minLength: 24, maxLength: 48 });
  const method = fc.constantFrom(...HISTORY_METHODS);
  const usable = ([usagesUsd, one]: readonly [readonly number[], HistoryMethod]) =>
    one !== "seasonal growth" || canBeTested(one, usagesUsd, 1);

  test("no month is below 0 or not a number", () => {
    assertProperty(
      fc.property(fc.tuple(history, method), fc.integer({ min: 1, max: 84 }), (given, h) => {
        fc.pre(usable(given));
        expect(monthsAhead(given[1], given[0])(h)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("twice the usage is twice the forecast", () => {
    assertProperty(
      fc.property(fc.tuple(history, method), fc.integer({ min: 1, max: 84 }), (given, h) => {
        fc.pre(usable(given));
        const [usagesUsd, one] = given;
        const doubled = monthsAhead(
          one,
          usagesUsd.map((usd) => 2 * usd),
        )(h);
        expect(doubled).toBe(2 * monthsAhead(one, usagesUsd)(h));
      }),
    );
  });

  test("usage that never changes is forecast as it is", () => {
    assertProperty(
      fc.property(fc.integer({ min: 1, max: 1e9 }), method, (usd, one) => {
        const usageUsd = monthsAhead(one, Array(monthsNeeded(one)).fill(usd))(7);
        expect(usageUsd).toBeCloseTo(usd, 4);
      }),
    );
  });
});
