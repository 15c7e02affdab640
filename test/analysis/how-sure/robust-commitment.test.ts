import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { robustCommitment } from "../../../src/analysis/how-sure/robust-commitment";
import type { Agreement } from "../../../src/core/agreement";
import { NoAnswer } from "../../../src/core/no-answer";
import { expectedCost } from "../../../src/forecast/expected-cost";
import type { Forecast } from "../../../src/forecast/forecast";
import { optimum } from "../../../src/forecast/optimal-commitment";
import { certain } from "../../../src/forecast/sample";
import {
  type ForecastBox,
  mostVariation,
  reshaped,
  variationOf,
} from "../../../src/forecast/scaled";
import { agreement, anyAgreement } from "../../core/deals";
import { anyForecast, GROWTH } from "../../forecast/forecasts";
import { assertProperty } from "../../support/property";

const boxOf = (forecast: Forecast): ForecastBox => ({
  meansUsd: [0.8 * forecast.meanUsd, 1.2 * forecast.meanUsd],
  variations: [0.5, 1.5].map((share) =>
    Math.min(share * variationOf(forecast), mostVariation(forecast)),
  ) as [number, number],
});

function robust(forecast: Forecast, deal: Agreement, box = boxOf(forecast)) {
  const found = robustCommitment(forecast, deal, box);
  if (found instanceof NoAnswer) throw new Error(found.reason.kind);
  return found;
}

describe("robustCommitment()", () => {
  test("of usage known only to lie between two amounts is the sum done by hand", () => {
    // Overage at the committed rate, 250k at 10% and 500k at 15%. At 400k: none 400, 250k 360, 500k 500. At 700k: 700, 630, 595.
    // Worst regrets: none 105 (at 700k), 250k 35 (at 700k), 500k 140 (at 400k).
    const found = robust(certain(550_000), agreement({ overage: "committed" }), {
      meansUsd: [400_000, 700_000],
      variations: [0, 0],
    });
    expect(found.commitmentUsd).toBe(250_000);
    expect(found.worst).toEqual({ regretUsd: 35_000, meanUsd: 700_000, variation: 0 });
    // At 550k itself 250k costs 495k and 500k costs 500k.
    expect([found.bestUsd, found.priceUsd]).toEqual([250_000, 0]);
  });

  test("may lie between thresholds, where list overage makes two forecasts lose alike", () => {
    const deal = agreement();
    const box: ForecastBox = { meansUsd: [400_000, 520_000], variations: [0, 0] };
    const found = robust(certain(460_000), deal, box);
    // In the band at 10%, C costs C + U - C/0.9 where U fills it. Fixed usage of 400k is best at 360k and of 520k at 468k.
    // At 400k C loses C - 360k, at 520k 52k - (C/0.9 - C): C + C/9 = 412k, so 370.8k.
    expect(found.commitmentUsd).toBeCloseTo(370_800, 3);
    expect(found.worst.regretUsd).toBeCloseTo(10_800, 3);
  });

  test("of a box that is one forecast is the best commitment of it", () => {
    const deal = agreement();
    const box: ForecastBox = { meansUsd: [600_000, 600_000], variations: [0.35, 0.35] };
    const found = robust(GROWTH, deal, box);
    expect(found.worst.regretUsd).toBeLessThan(0.01);
    expect(found.commitmentUsd).toBeCloseTo(optimum(GROWTH, deal).commitmentUsd, 0);
  });

  test("is none where a larger commitment never costs more", () => {
    const found = robustCommitment(GROWTH, agreement({ forfeitedFraction: 0 }), boxOf(GROWTH));
    expect(found).toBeInstanceOf(NoAnswer);
  });
});

/** Every forecast of a fine grid over the box, with the least cost of any commitment there. */
function gridOver(
  forecast: Forecast,
  deal: Agreement,
  { meansUsd, variations }: ForecastBox,
  [means, spreads]: readonly [number, number],
) {
  const along = ([low, high]: readonly [number, number], steps: number) =>
    Array.from({ length: steps + 1 }, (_, step) => low + ((high - low) * step) / (steps || 1));
  return along(meansUsd, means).flatMap((mean) =>
    along(variations, spreads).map((variation) => {
      const usage = reshaped(forecast, mean, variation);
      return { usage, leastUsd: optimum(usage, deal).infimumUsd };
    }),
  );
}

type Grid = ReturnType<typeof gridOver>;
const worstOn = (grid: Grid, usd: number, deal: Agreement): number =>
  Math.max(...grid.map(({ usage, leastUsd }) => expectedCost(usage, usd, deal) - leastUsd));

describe("properties", () => {
  const deals = fc
    .tuple(anyForecast, anyAgreement)
    .filter(([{ lowestUsd, meanUsd }]) => lowestUsd >= 0 && meanUsd > 0);

  test("no forecast of a fine grid is worse than the worst that it names", () => {
    assertProperty(
      fc.property(deals, ([forecast, deal]) => {
        const box = boxOf(forecast);
        const found = robustCommitment(forecast, deal, box);
        if (found instanceof NoAnswer) return;
        const worst = worstOn(gridOver(forecast, deal, box, [8, 6]), found.commitmentUsd, deal);
        const close = 0.02 + 1e-6 * forecast.meanUsd;
        expect(worst).toBeLessThan(found.worst.regretUsd + close);
      }),
      { numRuns: 25 },
    );
  });

  test("no commitment of a grid has a better worst, over a fine grid of averages", () => {
    assertProperty(
      fc.property(deals, ([forecast, deal]) => {
        const cv = variationOf(forecast);
        const box = { ...boxOf(forecast), variations: [cv, cv] } as const;
        const found = robustCommitment(forecast, deal, box);
        if (found instanceof NoAnswer) return;
        const grid = gridOver(forecast, deal, box, [100, 0]);
        const amounts = [0, ...deal.bands.map(({ thresholdUsd }) => thresholdUsd)];
        const more = Array.from({ length: 30 }, (_, step) => (forecast.meanUsd * step) / 20);
        for (const usd of [...amounts, ...more]) {
          // The band at $0 is no agreement, and its terms are not offered alone.
          if (usd > 0 && usd < (deal.bands[1]?.thresholdUsd ?? 0)) continue;
          // Between two averages of the grid a regret may be larger by half a step.
          const close = 0.02 + 0.002 * forecast.meanUsd;
          expect(worstOn(grid, usd, deal) + close, `${usd}`).toBeGreaterThan(found.worst.regretUsd);
        }
      }),
      { numRuns: 25 },
    );
  });
});
