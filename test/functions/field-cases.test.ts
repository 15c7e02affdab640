import { describe, expect, test } from "vitest";
import {
  AXIS_CASES,
  BAND_CASES,
  BANDS,
  COST_CASES,
  type Expected,
  FORECAST_CASES,
  NUMBER_CASES,
} from "../input/field-cases";
import { isCellError } from "../support/built-functions";
import { call } from "./shown";

function shows(shown: unknown, expected: Expected): void {
  if (typeof expected === "number" && typeof shown === "number")
    expect(shown).toBeCloseTo(expected, 6);
  else if (typeof expected === "number") expect(shown).toBe(expected);
  else expect(isCellError(shown) ? shown.message : shown).toMatch(expected);
}

describe.each(Object.entries(BAND_CASES))("BAND_RATE, %s", (_, rows) => {
  test.each(rows)("%j at %d", (bands, commitment, expected) => {
    shows(call("BAND_RATE", commitment, bands), expected);
  });
});

describe.each(Object.entries(COST_CASES))("EFFECTIVE_COST, %s", (_, rows) => {
  test.each(rows)("%j with %j", (bands, terms, expected) => {
    shows(call("EFFECTIVE_COST", 800_000, 500_000, bands, terms), expected);
  });
});

describe("EFFECTIVE_COST without a commitment", () => {
  test.each(NUMBER_CASES)("%j", (usage, expected) => {
    shows(call("EFFECTIVE_COST", usage, 0, BANDS, null), expected);
  });
});

describe("SENSITIVITY", () => {
  test.each(AXIS_CASES)("%j", (axis, expected) => {
    const shown = call("SENSITIVITY", axis, [[500_000]], BANDS, null, null);
    if (expected instanceof RegExp) shows(shown, expected);
    else expect((shown as unknown[][]).slice(1).map(([usage]) => usage)).toEqual(expected);
  });
});

describe.each(Object.entries(FORECAST_CASES))("FORECAST_MEAN, %s", (_, rows) => {
  test.each(rows)("%j", (forecast, expected) => {
    shows(call("FORECAST_MEAN", forecast), expected);
  });
});
