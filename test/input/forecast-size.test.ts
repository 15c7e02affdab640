import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeErrors } from "../../src/core/errors";
import { readForecast } from "../../src/input/forecast-cells";
import { known } from "../cases/door";

describe("readForecast()", () => {
  test("reads 100,000 observations", () => {
    const raw = Array.from({ length: 100_000 }, (_, index) => [(index * 7_919) % 100_003]);
    expect(known(readForecast(raw)).lowestUsd).toBe(0);
  });

  test.each([
    ["negative numbers", -1],
    ["words", "later"],
  ])(
    "refuses a column of %s in one sentence, with more faults than a call takes arguments",
    (_, cell) => {
      const read = readForecast(Array.from({ length: 300_000 }, () => [cell]));
      expect(read.ok ? "no fault" : describeErrors(read.errors, US_DOLLAR)).toMatch(
        /^Item 1 of forecast is [^.]*; the same in items 2 to 300,000\.$/,
      );
    },
  );
});
