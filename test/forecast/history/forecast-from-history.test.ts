import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NoAnswer } from "../../../src/core/no-answer";
import {
  forecastFromHistory,
  type HistoryForecast,
  type TermAhead,
} from "../../../src/forecast/history/forecast-from-history";
import { HISTORY_METHODS } from "../../../src/forecast/history/methods";
import { assertProperty } from "../../support/property";

const A_YEAR: TermAhead = { months: 12, gap: 0, method: undefined };

function forecast(usagesUsd: readonly number[], term: Partial<TermAhead> = {}): HistoryForecast {
  const found = forecastFromHistory(usagesUsd, { ...A_YEAR, ...term });
  if (found instanceof NoAnswer) throw new Error(JSON.stringify(found.reason));
  return found;
}

function reason(usagesUsd: readonly number[], term: Partial<TermAhead> = {}): string | undefined {
  const found = forecastFromHistory(usagesUsd, { ...A_YEAR, ...term });
  return found instanceof NoAnswer ? found.reason.kind : undefined;
}

const flat = (months: number) => Array<number>(months).fill(50_000);
const line = (months: number) => Array.from({ length: months }, (_, at) => 30_000 + 1_000 * at);
const wave = (months: number) =>
  Array.from({ length: months }, (_, at) => 40_000 + 9_000 * ((at % 12) % 5));

describe("forecastFromHistory() chooses what forecast this history best", () => {
  test.each([
    ["all equal", flat(12), "last value", 600_000],
    ["all equal but 0 at the start", [0, ...flat(11)], "last value", 600_000],
    ["a straight line", line(12), "drift", 12 * 41_000 + 78_000],
    ["a year that repeats itself", wave(24), "seasonal", wave(12).reduce((a, b) => a + b)],
    ["a line, too short for damped trend", line(6), "drift", 12 * 35_000 + 78_000],
    ["usage that nearly ended", [...line(8), 0, 0, 0, 1200], "last value", 14_400],
  ])("%s", (_, usagesUsd, method, meanUsd) => {
    const found = forecast(usagesUsd);
    expect(found.chosen.method).toBe(method);
    expect(found.meanUsd).toBeCloseTo(meanUsd, 6);
  });

  test("compares all methods on the same months", () => {
    for (const n of [6, 9, 12, 20, 24, 35, 36]) {
      const { tested, chosen } = forecast(wave(n).map((usd, at) => usd + 17 * at * (at % 3)));
      expect(new Set(tested.map(({ tests }) => tests.length)).size).toBe(1);
      const actuals = tested.map(({ tests }) => tests.map(({ actualUsd }) => actualUsd).join());
      expect(new Set(actuals).size).toBe(1);
      expect(chosen.meanAbsoluteErrorUsd).toBe(
        Math.min(...tested.map(({ meanAbsoluteErrorUsd }) => meanAbsoluteErrorUsd)),
      );
    }
  });

  test.each([
    [6, 1, 3],
    [11, 1, 5],
    [12, 3, 4],
    [20, 3, 6],
    [24, 6, 7],
    [35, 6, 6],
    [60, 6, 31],
  ])("%d months: tests of %d months, %d of them", (n, months, tests) => {
    const found = forecast(line(n));
    expect(found.testedMonths).toBe(months);
    expect(found.chosen.tests).toHaveLength(tests);
  });

  test("takes the method that was asked for, though another is better", () => {
    expect(forecast(line(12), { method: "recent average" }).meanUsd).toBe(12 * 40_000);
  });
});

describe("forecastFromHistory() has no answer", () => {
  test.each([
    ["without a month", [], {}, "tooLittleHistory"],
    ["of five months", line(5), {}, "tooLittleHistory"],
    ["of nothing used", Array(12).fill(0), {}, "noUsageAhead"],
    [
      "where the last month used nothing",
      [...flat(11), 0, 0, 0],
      { method: "last value" },
      "noUsageAhead",
    ],
    ["for seasons of twelve months", flat(12), { method: "seasonal" }, "untestedMethod"],
    ["for growth of 34 months", line(34), { method: "seasonal growth" }, "untestedMethod"],
    ["for damped trend of eight", line(8), { method: "damped trend" }, "untestedMethod"],
    [
      "where usage came and went",
      [0, 0, 0, 0, 0, 9e6, 0, 0, 0, 0, 1],
      { method: "last value", gap: 12 },
      "erraticHistory",
    ],
    ["of more than cells hold", Array(12).fill(9e14), {}, "forecastTooLarge"],
  ] as const)("%s", (_, usagesUsd, term, kind) => {
    expect(reason(usagesUsd, term)).toBe(kind);
  });
});

describe("the CV", () => {
  test("is at least 10%, though the tests met every month", () => {
    expect(forecast(flat(36)).cv).toBe(0.1);
    expect(forecast(line(24)).cv).toBe(0.1);
  });

  test("by hand: errors of 10, 20 and 30 on forecasts of 100, 110 and 130", () => {
    // last value: tests of one month, from t = 1: errors 10, 20, 30, -30, 0; forecasts 100, 110, 130, 160, 130.
    const s = Math.sqrt((100 + 400 + 900 + 900 + 0) / 4) / (630 / 5);
    const twelve = Math.sqrt((12 * 13 * 25) / 6) / 12;
    const { cv } = forecast([100, 110, 130, 160, 130, 130], { method: "last value" });
    expect(cv).toBeCloseTo(s * twelve, 12);
    const later = Math.sqrt(3 * 144 + (12 * 13 * 25) / 6) / 12;
    expect(
      forecast([100, 110, 130, 160, 130, 130], { method: "last value", gap: 3 }).cv,
    ).toBeCloseTo(s * later, 12);
  });
});

describe("properties", () => {
  const history = fc.array(fc.integer({ min: 1, max: 1e7 }), { minLength: 6, maxLength: 40 });
  const term = fc.record({
    months: fc.integer({ min: 1, max: 60 }),
    gap: fc.integer({ min: 0, max: 24 }),
    method: fc.constantFrom(undefined, ...HISTORY_METHODS),
  });

  test("an answer is the sum of its months, with a CV from 0.1 to 10", () => {
    assertProperty(
      fc.property(history, term, (usagesUsd, asked) => {
        const found = forecastFromHistory(usagesUsd, asked);
        if (found instanceof NoAnswer) return;
        expect(found.monthsUsd).toHaveLength(asked.months);
        expect(found.meanUsd).toBe(found.monthsUsd.reduce((total, usd) => total + usd, 0));
        expect(found.cv).toBeGreaterThanOrEqual(0.1);
        expect(found.cv).toBeLessThanOrEqual(10);
      }),
    );
  });

  test("a later term is no more certain", () => {
    assertProperty(
      fc.property(history, fc.integer({ min: 0, max: 23 }), (usagesUsd, gap) => {
        const cvOf = (months: number) => {
          const found = forecastFromHistory(usagesUsd, {
            months: 12,
            gap: months,
            method: "last value",
          });
          return found instanceof NoAnswer ? undefined : found.cv;
        };
        const [sooner, later] = [cvOf(gap), cvOf(gap + 1)];
        if (sooner !== undefined && later !== undefined)
          expect(later).toBeGreaterThanOrEqual(sooner);
      }),
    );
  });

  test("money scaled is the forecast scaled, with the same method and CV", () => {
    assertProperty(
      fc.property(history, term, (usagesUsd, asked) => {
        const one = forecastFromHistory(usagesUsd, asked);
        const other = forecastFromHistory(
          usagesUsd.map((usd) => 4 * usd),
          asked,
        );
        if (one instanceof NoAnswer || other instanceof NoAnswer) {
          expect(one).toBeInstanceOf(NoAnswer);
          expect(other).toBeInstanceOf(NoAnswer);
          return;
        }
        expect(other.chosen.method).toBe(one.chosen.method);
        expect([other.meanUsd, other.cv]).toEqual([4 * one.meanUsd, one.cv]);
      }),
    );
  });
});
