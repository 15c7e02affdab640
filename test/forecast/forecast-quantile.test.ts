import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeNoAnswer } from "../../src/core/describe-no-answer";
import { NoAnswer } from "../../src/core/no-answer";
import type { Forecast } from "../../src/forecast/forecast";
import { forecastQuantile } from "../../src/forecast/forecast-quantile";
import { normal } from "../../src/forecast/normal";
import { sample } from "../../src/forecast/sample";
import { GROWTH } from "./forecasts";

const NORMAL = normal({ meanUsd: 600_000, deviationUsd: 150_000 });

describe("forecastQuantile()", () => {
  test.each([
    ["a lognormal at 0", GROWTH, 0, 0],
    ["a normal at its median", NORMAL, 0.5, 600_000],
    ["a sample at 0", sample([5, 7]), 0, 5],
    ["a sample at 1", sample([5, 7]), 1, 7],
  ] as const)("answers for %s", (_, forecast: Forecast, probability, usageUsd) => {
    expect(forecastQuantile(forecast, probability)).toBe(usageUsd);
  });

  test.each([
    ["a lognormal at 1", GROWTH, 1, "no highest usage: give a probability below 1."],
    ["a normal at 1", NORMAL, 1, "no highest usage: give a probability below 1."],
    ["a normal at 0", NORMAL, 0, "no lowest usage: give a probability above 0."],
  ] as const)("has none for %s", (_, forecast: Forecast, probability, reason) => {
    const answer = forecastQuantile(forecast, probability);
    if (!(answer instanceof NoAnswer)) expect.fail(`answered ${answer}`);
    expect(describeNoAnswer(answer, US_DOLLAR)).toBe(`The forecast has ${reason}`);
  });
});
