import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commitmentsOnOffer } from "../../../src/analysis/how-sure/answer-range";
import { bestMap, type MapRow, mapBox } from "../../../src/analysis/how-sure/best-map";
import { finished } from "../../../src/analysis/steps";
import type { Agreement } from "../../../src/core/agreement";
import { expectedCost } from "../../../src/forecast/expected-cost";
import type { Forecast } from "../../../src/forecast/forecast";
import { certain } from "../../../src/forecast/sample";
import { mostVariation, reshaped, variationOf } from "../../../src/forecast/scaled";
import { agreement, anyAgreement } from "../../core/deals";
import { anyForecast, GROWTH, THREE } from "../../forecast/forecasts";
import { assertProperty } from "../../support/property";

const deal = agreement({ overage: "committed" });

function mapOf(forecast: Forecast, of: Agreement = deal): readonly MapRow[] {
  return finished(bestMap(forecast, 0, of, mapBox(forecast)));
}

/** How much more a commitment is expected to cost than the cheapest on offer. */
function behindUsd(usd: number, forecast: Forecast, of: Agreement): number {
  const costs = commitmentsOnOffer(usd, of).map((one) => expectedCost(forecast, one, of));
  return expectedCost(forecast, usd, of) - Math.min(...costs);
}

describe("bestMap()", () => {
  test("is without spread the break-evens of certain usage", () => {
    const [row] = mapOf(certain(600_000));
    expect(row?.variation).toBe(0);
    const found = row?.stretches.map(({ toUsd, bestUsd }) => [bestUsd, Math.round(toUsd)]);
    // 500,000 at 0.9 a dollar, then 1,000,000 at 0.85; the map ends at twice the usage.
    expect(found).toEqual([
      [250_000, 555_556],
      [500_000, 1_176_471],
      [1_000_000, 1_200_000],
    ]);
  });

  test("covers every average of every row once, spreads from none up", () => {
    for (const forecast of [GROWTH, THREE, certain(600_000)]) {
      const rows = mapOf(forecast);
      const { meansUsd } = mapBox(forecast);
      const spreads = rows.map(({ variation }) => variation);
      expect(spreads).toEqual(spreads.toSorted((a, b) => a - b));
      for (const { stretches } of rows) {
        expect(stretches[0]?.fromUsd).toBe(meansUsd[0]);
        expect(stretches.at(-1)?.toUsd).toBe(meansUsd[1]);
        for (const [index, { fromUsd }] of stretches.slice(1).entries())
          expect(fromUsd).toBe(stretches[index]?.toUsd);
      }
    }
  });

  test("properties: no commitment on offer is a cent cheaper than the best of a region, at its middle and its ends", () => {
    assertProperty(
      fc.property(anyForecast, anyAgreement, (forecast, of) => {
        fc.pre(forecast.meanUsd > 1 && Number.isFinite(variationOf(forecast)));
        for (const { variation, stretches } of mapOf(forecast, of))
          for (const { fromUsd, toUsd, bestUsd } of stretches) {
            for (const meanUsd of [(fromUsd + toUsd) / 2, toUsd])
              expect(
                behindUsd(bestUsd, reshaped(forecast, meanUsd, variation), of),
              ).toBeLessThanOrEqual(0.02);
          }
      }),
      { numRuns: 10 },
    );
  });
});

test("a map shows no spread at which usage would fall below 0", () => {
  for (const forecast of [GROWTH, THREE])
    expect(mapBox(forecast).variations[1]).toBeLessThanOrEqual(mostVariation(forecast));
});
