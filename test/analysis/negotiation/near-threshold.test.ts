import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearThresholds } from "../../../src/analysis/negotiation/near-threshold";
import { type Agreement, withBand } from "../../../src/core/agreement";
import { US_DOLLAR } from "../../../src/core/currency";
import { settle } from "../../../src/core/settle";
import type { Terms } from "../../../src/core/terms";
import { expectedCost } from "../../../src/forecast/expected-cost";
import type { Forecast } from "../../../src/forecast/forecast";
import { lognormal, lognormalFromVariation } from "../../../src/forecast/lognormal";
import { certain } from "../../../src/forecast/sample";
import { agreement, table } from "../../core/deals";
import { assertProperty } from "../../support/property";

const spread = (meanUsd: number, cv = 0.35): Forecast =>
  lognormal(lognormalFromVariation(meanUsd, cv));

function near(commitmentUsd: number, forecast: Forecast, deal: Agreement = agreement()) {
  return nearThresholds({ bands: table(), agreement: deal, commitmentUsd, forecast }, US_DOLLAR);
}

describe("nearThresholds()", () => {
  test.each<readonly [string, number, Forecast, Partial<Terms>, readonly number[]]>([
    ["the best commitment is the next threshold", 480_000, spread(700_000), {}, [500_000]],
    ["an average year is a little short of it", 250_000, certain(550_000), {}, [500_000]],
    ["an average year fills it with a little to spare", 250_000, certain(600_000), {}, [500_000]],
    ["usage is far below every threshold", 0, certain(100_000), {}, []],
    ["the best of any amount is the one below", 250_000, spread(400_000), {}, []],
    ["nothing is above the present commitment", 1_000_000, spread(900_000), {}, []],
    [
      "half of what is unused returns",
      480_000,
      spread(600_000),
      { forfeitedFraction: 0.5 },
      [500_000],
    ],
    [
      "nothing is forfeited, so that any part may go unused",
      480_000,
      spread(300_000),
      { forfeitedFraction: 0 },
      [500_000, 1_000_000],
    ],
    ["the commitment is at list", 250_000, certain(480_000), { basis: "list" }, [500_000]],
    ["overage steps up", 480_000, spread(585_000), { overage: "step-up" }, [500_000]],
    ["nothing is committed yet", 0, certain(270_000), {}, [250_000]],
  ])("where %s", (_, commitmentUsd, forecast, terms, thresholds) => {
    const found = near(commitmentUsd, forecast, agreement(terms));
    expect(found.map(({ thresholdUsd }) => thresholdUsd)).toEqual(thresholds);
  });

  test("says how far an average year is short, and what crossing costs at most and saves", () => {
    // At 15% off, 550,000 of usage draws 467,500 of 500,000; a year without usage costs the 250,000 more.
    const [found] = near(250_000, certain(550_000));
    expect(found?.shortUsd).toBeCloseTo(32_500, 6);
    expect(found?.mostUsd).toBe(250_000);
    // At 250,000: 277,777.78 of usage is paid for, and the rest of 550,000 costs list.
    expect(found?.savingUsd).toBeCloseTo(250_000 + 550_000 - 250_000 / 0.9 - 500_000, 6);
    expect(found?.crossing.discountChangeFraction).toBeCloseTo(0.05, 12);
  });

  test("costs in no year more than it says", () => {
    assertProperty(
      fc.property(
        fc.integer({ min: 0, max: 1_200_000 }),
        fc.integer({ min: 1_000, max: 1_500_000 }),
        fc.constantFrom("list" as const, "committed" as const, "step-up" as const),
        fc.constantFrom(0, 0.5, 1),
        fc.array(fc.integer({ min: 0, max: 3_000_000 }), { minLength: 5, maxLength: 5 }),
        (commitmentUsd, meanUsd, overage, forfeitedFraction, usages) => {
          const deal = agreement({ overage, forfeitedFraction });
          const forecast = spread(meanUsd);
          for (const { thresholdUsd, mostUsd, savingUsd } of near(commitmentUsd, forecast, deal)) {
            for (const usageUsd of usages) {
              const more =
                settle(usageUsd, thresholdUsd, deal).costUsd -
                settle(usageUsd, commitmentUsd, deal).costUsd;
              expect(more).toBeLessThanOrEqual((mostUsd ?? Number.POSITIVE_INFINITY) + 1e-6);
            }
            expect(savingUsd).toBeCloseTo(
              expectedCost(forecast, commitmentUsd, deal) -
                expectedCost(forecast, thresholdUsd, deal),
              4,
            );
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test("has no limit to name where overage above the threshold is dearer for ever", () => {
    const bands = table([
      [0, 0],
      [250_000, 0.1],
      [500_000, 0.15],
    ]);
    const deal = agreement({ overage: "committed" }, bands);
    const [, , third] = deal.bands;
    if (!third) throw new Error("there is no third band");
    const found = nearThresholds(
      {
        bands,
        agreement: withBand(deal, { ...third, overage: "list" }),
        commitmentUsd: 480_000,
        forecast: spread(700_000),
      },
      US_DOLLAR,
    );
    expect(found.map(({ mostUsd }) => mostUsd)).toEqual(found.map(() => undefined));
  });
});
