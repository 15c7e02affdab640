import { describe, expect, test } from "vitest";
import { bandAt } from "../../src/core/bands";
import { US_DOLLAR } from "../../src/core/currency";
import { describeErrors } from "../../src/core/errors";
import type { Result } from "../../src/core/result";
import { settle } from "../../src/core/settle";
import { readAxisUsd } from "../../src/input/axis-cells";
import { readBands } from "../../src/input/bands-cells";
import { readAmountUsd } from "../../src/input/cells/numbers";
import { readForecast } from "../../src/input/forecast-cells";
import { readPeriod } from "../../src/input/period-cells";
import { BAND_WORDINGS } from "./band-wordings";
import {
  AXIS_CASES,
  BAND_CASES,
  COST_CASES,
  type Expected,
  FORECAST_CASES,
  NUMBER_CASES,
} from "./field-cases";

function shows<T>(read: Result<T>, number: (value: T) => number, expected: Expected): void {
  const shown = read.ok ? number(read.value) : describeErrors(read.errors, US_DOLLAR);
  if (typeof expected === "number" && typeof shown === "number")
    expect(shown).toBeCloseTo(expected, 6);
  else if (typeof expected === "number") expect(shown).toBe(expected);
  else expect(String(shown)).toMatch(expected);
}

describe.each(Object.entries({ ...BAND_CASES, ...BAND_WORDINGS }))("bands, %s", (_, rows) => {
  test.each(rows)("%j at %d", (bands, commitment, expected) => {
    shows(readBands(bands), (table) => bandAt(commitment, table).discountFraction, expected);
  });
});

describe.each(Object.entries(COST_CASES))("agreements, %s", (_, rows) => {
  test.each(rows)("%j with %j", (bands, terms, expected) => {
    shows(
      readPeriod(800_000, 500_000, bands, terms),
      ({ usageUsd, commitmentUsd, agreement }) =>
        settle(usageUsd, commitmentUsd, agreement).costUsd,
      expected,
    );
  });
});

describe("numbers", () => {
  test.each(NUMBER_CASES)("%j", (given, expected) => {
    shows(readAmountUsd(given, { argument: "usage" }), (usd) => usd, expected);
  });
});

describe("axes", () => {
  test.each(AXIS_CASES)("%j", (axis, expected) => {
    const read = readAxisUsd(axis, "usages");
    if (expected instanceof RegExp)
      expect(read.ok ? read.value : describeErrors(read.errors, US_DOLLAR)).toMatch(expected);
    else expect(read).toEqual({ ok: true, value: expected });
  });
});

describe.each(Object.entries(FORECAST_CASES))("forecasts, %s", (_, rows) => {
  test.each(rows)("%j", (forecast, expected) => {
    shows(readForecast(forecast), ({ meanUsd }) => meanUsd, expected);
  });
});
