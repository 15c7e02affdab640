import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { memoizeForecast } from "../../src/forecast/memoize-forecast";
import { assertProperty } from "../support/property";
import { anyForecast } from "./forecasts";

const usage = fc.double({ min: 0, max: 5e6, noNaN: true });

describe("a memoized forecast", () => {
  test("answers as the forecast does, the first time and again", () => {
    assertProperty(
      fc.property(anyForecast, fc.array(usage), (forecast, usages) => {
        const kept = memoizeForecast(forecast);
        for (const usageUsd of [...usages, ...usages])
          for (const question of ["atMost", "below", "partialMean"] as const)
            expect(kept[question](usageUsd)).toBe(forecast[question](usageUsd));
        expect(kept.quantile(0.3)).toBe(forecast.quantile(0.3));
      }),
    );
  });

  test("asks the forecast once", () => {
    let asked = 0;
    const atMost = (): number => {
      asked += 1;
      return 0.5;
    };
    const kept = memoizeForecast({
      deviationUsd: 0,
      meanUsd: 1,
      lowestUsd: 0,
      highestUsd: 2,
      atMost,
      below: atMost,
      partialMean: atMost,
      quantile: atMost,
    });
    for (const usageUsd of [1, 2, 1, 2]) {
      kept.atMost(usageUsd);
      kept.below(usageUsd);
    }
    expect(asked).toBe(2);
  });
});
