import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Agreement, withBand } from "../../src/core/agreement";
import { bandPosition } from "../../src/core/bands";
import { NoAnswer } from "../../src/core/no-answer";
import { type ClauseValue, clauseValues } from "../../src/forecast/clause-values";
import { discountPointValue } from "../../src/forecast/discount-point";
import { expectedCost } from "../../src/forecast/expected-cost";
import type { Forecast } from "../../src/forecast/forecast";
import { certain } from "../../src/forecast/sample";
import { agreement, anyAgreement, cents } from "../core/deals";
import { assertProperty } from "../support/property";
import { anyContinuous, anyForecast, GROWTH } from "./forecasts";

const committed = agreement({ overage: "committed" });

function values(
  forecast: Forecast,
  commitmentUsd: number,
  deal: Agreement,
): readonly ClauseValue[] {
  const found = clauseValues(forecast, commitmentUsd, deal);
  if (found instanceof NoAnswer) throw new Error(found.reason.kind);
  return found;
}

describe("what a clause is worth", () => {
  test("is that of the worked cases, in USD and in points", () => {
    const [overage, stepUp, half, all] = values(GROWTH, 500_000, agreement());
    expect(overage?.aloneUsd).toBeCloseTo(12_930.390637660636, 4);
    expect(overage?.alonePoints).toBeCloseTo(3.651022051447437, 9);
    expect(half?.aloneUsd).toBeCloseTo(31_636.106806705135, 4);
    expect(half?.alonePoints).toBeCloseTo(8.932763658107378, 9);
    expect(overage?.addedLastUsd).toBeCloseTo(0, 6);
    expect(stepUp?.aloneUsd).toBeCloseTo(12_930.390637660636 + 868.2664702822088, 4);
    expect(all?.clause).toBe("All together");
    expect(all?.aloneUsd).toBeCloseTo(586_202.6042510709 - 540_767.8403364229, 4);
    const [added] = values(GROWTH, 500_000, committed);
    expect(added?.clause).toBe("Step-up right");
    expect(added?.aloneUsd).toBeCloseTo(868.2664702822088, 4);
  });

  test("names only the clauses that the committed band lacks", () => {
    const names = (deal: Agreement) => values(GROWTH, 500_000, deal).map(({ clause }) => clause);
    expect(names(agreement({ overage: "step-up", forfeitedFraction: 0.5 }))).toEqual([
      "All together",
    ]);
    expect(names(agreement({ overage: "re-rate" }))).toEqual([
      "Step-up right",
      "Half the shortfall returned",
      "All together",
    ]);
    expect(names(agreement({ overage: "committed", overagePremiumFraction: 0.05 }))[0]).toBe(
      "Overage at the committed rate",
    );
  });

  test("is missing without a commitment, and has no points where it is never filled", () => {
    expect(clauseValues(GROWTH, 0, committed)).toBeInstanceOf(NoAnswer);
    expect(values(certain(1_000), 500_000, committed)[0]?.alonePoints).toBeInstanceOf(NoAnswer);
  });

  test("is never negative where it only adds a right", () => {
    assertProperty(
      fc.property(anyForecast, cents, anyAgreement, (forecast, commitmentUsd, deal) => {
        fc.pre(commitmentUsd >= 0.01);
        fc.pre(forecast.lowestUsd >= 0);
        const { overage } = deal.bands[bandPosition(commitmentUsd, deal.bands)] ?? deal.bands[0];
        const allowed = 1e-9 * Math.max(1, forecast.meanUsd, commitmentUsd);
        for (const { clause, aloneUsd, addedLastUsd } of values(forecast, commitmentUsd, deal)) {
          // A step-up right in place of re-rating gives one right and takes another.
          if (overage === "re-rate" && clause !== "Half the shortfall returned") continue;
          expect(aloneUsd, clause).toBeGreaterThanOrEqual(-allowed);
          expect(addedLastUsd, clause).toBeGreaterThanOrEqual(-allowed);
        }
      }),
      { numRuns: 1_500 },
    );
  });
});

describe("a point of discount", () => {
  test.each([
    [250_000, committed, 5_955.374213486414],
    [500_000, committed, 3_541.5810848182687],
  ])("on %d is worth what the worked case says", (commitmentUsd, deal, usd) => {
    expect(discountPointValue(GROWTH, commitmentUsd, deal)).toBeCloseTo(usd, 6);
  });

  test("under list overage is 0.01(C/r²)P(U ≥ Q)", () => {
    const filled = 1 - GROWTH.below(500_000 / 0.85);
    expect(discountPointValue(GROWTH, 500_000, agreement())).toBeCloseTo(
      ((0.01 * 500_000) / 0.85 ** 2) * filled,
      6,
    );
  });

  test("without a commitment is a hundredth of the mean", () => {
    expect(discountPointValue(GROWTH, 0, committed)).toBeCloseTo(6_000, 9);
  });

  test("is the slope of expected cost in the discount of the band, for any bands and terms", () => {
    assertProperty(
      fc.property(anyContinuous, cents, anyAgreement, (forecast, commitmentUsd, deal) => {
        fc.pre(commitmentUsd >= 100);
        const band = deal.bands[bandPosition(commitmentUsd, deal.bands)] ?? deal.bands[0];
        const costAt = (rate: number): number =>
          expectedCost(forecast, commitmentUsd, withBand(deal, { ...band, rate }));
        const step = 1e-5;
        const slope = (costAt(band.rate) - costAt(band.rate - step)) / step;
        const scale = Math.max(forecast.meanUsd, commitmentUsd / band.rate ** 2);
        expect(
          Math.abs(discountPointValue(forecast, commitmentUsd, deal) - 0.01 * slope),
        ).toBeLessThan(0.01 * 2e-3 * scale);
      }),
      { numRuns: 2_000 },
    );
  });
});
