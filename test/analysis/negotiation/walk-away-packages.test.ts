import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { walkAway } from "../../../src/analysis/negotiation/walk-away-packages";
import { type Agreement, withBand, withoutThreshold } from "../../../src/core/agreement";
import { bandPosition } from "../../../src/core/bands";
import { bandWith } from "../../../src/deal/with-clauses";
import type { ClauseName } from "../../../src/forecast/clause-values";
import { expectedCost } from "../../../src/forecast/expected-cost";
import type { Forecast } from "../../../src/forecast/forecast";
import { optimum } from "../../../src/forecast/optimal-commitment";
import { certain } from "../../../src/forecast/sample";
import { walkAwayDiscountFunction } from "../../../src/functions/negotiation";
import { agreement, anyAgreement } from "../../core/deals";
import { anyForecast, GROWTH } from "../../forecast/forecasts";
import { assertProperty } from "../../support/property";

/** Expected cost of a threshold at a discount, with clauses of its band. */
function costWith(
  thresholdUsd: number,
  deal: Agreement,
  forecast: Forecast,
  clauses: readonly ClauseName[],
  discountFraction: number,
): number {
  const band = deal.bands[bandPosition(thresholdUsd, deal.bands)] ?? deal.bands[0];
  const target = { ...bandWith(band, clauses), discountFraction, rate: 1 - discountFraction };
  return expectedCost(forecast, thresholdUsd, withBand(deal, target));
}

describe("walkAway()", () => {
  test("of the worked deal: less discount with clauses, cheapest for the vendor first", () => {
    const { aloneFraction, offeredFraction, packages } = walkAway(500_000, agreement(), GROWTH);
    expect(offeredFraction).toBe(0.15);
    // As WALK_AWAY_DISCOUNT answers it.
    expect(aloneFraction).toBe(
      walkAwayDiscountFunction(
        [
          ["Mean", 600_000],
          ["CV", 0.35],
        ],
        500_000,
        [
          [0, 0],
          [250_000, 0.1],
          [500_000, 0.15],
          [1_000_000, 0.2],
        ],
      ),
    );
    expect(packages.map(({ clauses }) => clauses)).toEqual([
      ["Half the shortfall returned"],
      ["Overage at the committed rate", "Half the shortfall returned"],
      ["Step-up right", "Half the shortfall returned"],
      ["Step-up right"],
      ["Overage at the committed rate"],
    ]);
  });

  test("takes a set that comes to the same terms once, and is at most ten long", () => {
    const all = walkAway(500_000, agreement(), GROWTH).packages;
    const both = all.filter(
      ({ clauses }) =>
        clauses.includes("Step-up right") && clauses.includes("Overage at the committed rate"),
    );
    expect(both).toEqual([]);
    expect(all.length).toBeLessThanOrEqual(10);
    expect(
      walkAway(500_000, agreement({ overage: "step-up", forfeitedFraction: 0.5 }), GROWTH).packages,
    ).toEqual([]);
  });

  test("says that no discount suffices where the alternative costs less than the threshold itself", () => {
    const { aloneFraction, packages } = walkAway(1_000_000, agreement(), certain(300_000));
    expect(aloneFraction).toBeUndefined();
    expect(packages).toEqual([]);
  });

  test("prices each package at its discount as the best alternative, to 1e-9", () => {
    assertProperty(
      fc.property(
        anyAgreement,
        anyForecast,
        fc.integer({ min: 0, max: 5 }),
        (deal, forecast, index) => {
          const band = deal.bands[index % deal.bands.length];
          if (!band || band.thresholdUsd < 1 || forecast.meanUsd < 1) return;
          const { thresholdUsd } = band;
          const { infimumUsd: bestUsd } = optimum(forecast, withoutThreshold(deal, thresholdUsd));
          const { aloneFraction, packages } = walkAway(thresholdUsd, deal, forecast);
          const alone =
            aloneFraction === undefined ? [] : [{ clauses: [], discountFraction: aloneFraction }];
          for (const { clauses, discountFraction } of [...alone, ...packages]) {
            const there = costWith(thresholdUsd, deal, forecast, clauses, discountFraction);
            const allowed = 1e-9 * Math.max(1, Math.abs(bestUsd));
            expect(there - bestUsd).toBeLessThanOrEqual(allowed);
            // At no discount it may already cost less.
            if (discountFraction > 0)
              expect(Math.abs(there - bestUsd)).toBeLessThanOrEqual(allowed);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
