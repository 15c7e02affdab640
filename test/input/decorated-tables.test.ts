import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bandAt } from "../../src/core/bands";
import { US_DOLLAR } from "../../src/core/currency";
import { describeErrors } from "../../src/core/errors";
import { readBands } from "../../src/input/bands-cells";
import { readForecast } from "../../src/input/forecast-cells";
import { readTerms } from "../../src/input/terms-cells";
import { good } from "../core/deals";
import { assertProperty } from "../support/property";
import { decoratedBands, decoratedForecast, decoratedTerms } from "./decorated-tables";

/** The right answer, or a refusal with a sentence; anything else is a wrong number. */
const REFUSED = "refused";

describe("a decorated table reads as the plain one, or is refused", () => {
  test("bands", () => {
    const results = new Set<string>();
    assertProperty(
      fc.property(decoratedBands, ({ plain, decorated }) => {
        const [bare, other] = [good(readBands(plain)), readBands(decorated)];
        results.add(other.ok ? "read" : describeErrors(other.errors, US_DOLLAR));
        if (!other.ok) return;
        for (const [threshold] of plain)
          for (const usd of [Number(threshold) - 1, Number(threshold)])
            expect(bandAt(usd, other.value).discountFraction).toBe(
              bandAt(usd, bare).discountFraction,
            );
      }),
      { numRuns: 2_000 },
    );
    expect([...results]).toEqual(["read"]);
  });

  test("terms", () => {
    const results = new Set<string>();
    assertProperty(
      fc.property(decoratedTerms, ({ plain, decorated }) => {
        const other = readTerms(decorated);
        results.add(other.ok ? "read" : REFUSED);
        if (other.ok) expect(other.value).toEqual(good(readTerms(plain)));
      }),
      { numRuns: 1_000 },
    );
    expect([...results]).toEqual(["read"]);
  });

  test("forecasts", () => {
    const results = new Set<string>();
    assertProperty(
      fc.property(decoratedForecast, ({ plain, decorated }) => {
        const other = readForecast(decorated);
        results.add(other.ok ? "read" : REFUSED);
        if (other.ok) expect(other.value.meanUsd).toBeCloseTo(good(readForecast(plain)).meanUsd, 6);
      }),
      { numRuns: 1_000 },
    );
    expect([...results]).toEqual(["read"]);
  });
});
