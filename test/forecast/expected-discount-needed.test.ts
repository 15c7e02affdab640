import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Agreement,
  type PricedBand,
  withBand,
  withoutThreshold,
} from "../../src/core/agreement";
import { bandPosition } from "../../src/core/bands";
import { discountNeeded } from "../../src/core/break-even";
import { US_DOLLAR } from "../../src/core/currency";
import { describeNoAnswer } from "../../src/core/describe-no-answer";
import { NoAnswer } from "../../src/core/no-answer";
import { expectedCost } from "../../src/forecast/expected-cost";
import { expectedDiscountNeeded } from "../../src/forecast/expected-discount-needed";
import { optimum } from "../../src/forecast/optimal-commitment";
import { certain, sample } from "../../src/forecast/sample";
import { agreement, anyAgreement, cents, table } from "../core/deals";
import { assertProperty } from "../support/property";
import { anyForecast, GROWTH } from "./forecasts";

const committed = agreement({ overage: "committed" });

/** Where stepping up costs less than the commitment and part of a shortfall is refunded, a better rate can cost more. */
function costFalls({ overage, forfeitedFraction }: PricedBand, { basis }: Agreement): boolean {
  return basis === "net" || overage !== "step-up" || forfeitedFraction === 1;
}

describe("expectedDiscountNeeded()", () => {
  test.each([
    // D-discount-needed-*: 1 - K/U, K the best cost without the threshold.
    [560_000, 500_000, 0.1],
    [700_000, 500_000, 0.1],
    [1_200_000, 1_000_000, 0.15],
  ])(
    "at a certain usage of %d for %d is that of the worked case",
    (usageUsd, targetUsd, needed) => {
      expect(expectedDiscountNeeded(certain(usageUsd), targetUsd, committed)).toBeCloseTo(
        needed,
        12,
      );
    },
  );

  test("is none where the usage never fills the threshold, and says so", () => {
    const none = expectedDiscountNeeded(certain(480_000), 500_000, committed);
    expect(none instanceof NoAnswer && describeNoAnswer(none, US_DOLLAR)).toBe(
      "No discount suffices: under this forecast another commitment is expected to cost less than $500k would at any discount.",
    );
  });

  test("of three outcomes is the sum done by hand", () => {
    // 300k, 600k, 900k equally likely. Without the 500k row 250k at 10% costs (270 + 540 + 810)/3 = 540k. At rate r 500k costs
    // (500 + max(500, 600r) + max(500, 900r))/3: at 540k 1500r = 1120, so r = 0.74666…, but 600r is then 448 and not above 500,
    // so 500 + 900r = 1120: r = 0.68888….
    const forecast = sample([300_000, 600_000, 900_000]);
    expect(expectedDiscountNeeded(forecast, 500_000, committed)).toBeCloseTo(1 - 620 / 900, 12);
  });

  test("closes the gap of the worked case, and 0.01 points less does not", () => {
    // T-protection-ladder: 250k costs 540,499.91, and 500k at 15% 573,272.21.
    const needed = expectedDiscountNeeded(GROWTH, 500_000, committed);
    if (needed instanceof NoAnswer) throw new Error(needed.reason.kind);
    expect(needed).toBeGreaterThan(0.15);
    const at = (discountFraction: number): number =>
      expectedCost(
        GROWTH,
        500_000,
        agreement(
          { overage: "committed" },
          table([
            [0, 0],
            [250_000, 0.1],
            [500_000, discountFraction],
            [1_000_000, 0.2],
          ]),
        ),
      );
    expect(at(needed)).toBeCloseTo(540_499.910375509, 4);
    expect(at(needed - 0.0001)).toBeGreaterThan(540_500);
  });

  describe("properties", () => {
    test("the discount is enough against the best and any other commitment, and a little less is not", () => {
      assertProperty(
        fc.property(
          anyForecast,
          cents,
          cents,
          fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
          anyAgreement,
          (forecast, targetUsd, otherUsd, part, deal) => {
            fc.pre(targetUsd >= 1);
            // Below a usage of 0 a better rate can cost more.
            fc.pre(forecast.lowestUsd >= 0);
            const others = withoutThreshold(deal, targetUsd);
            // A commitment in the band at $0 is not offered for that band's terms alone.
            const [first, second] = others.bands;
            const isOffered = otherUsd >= (second?.thresholdUsd ?? Number.POSITIVE_INFINITY);
            fc.pre(isOffered || first.overage === "list" || first.overage === "committed");
            const bestUsd = optimum(forecast, others).infimumUsd;
            const own = deal.bands[bandPosition(targetUsd, deal.bands)] ?? deal.bands[0];
            const costAt = (discountFraction: number): number =>
              expectedCost(
                forecast,
                targetUsd,
                withBand(others, {
                  ...own,
                  thresholdUsd: targetUsd,
                  discountFraction,
                  rate: 1 - discountFraction,
                }),
              );
            const falls = costFalls(own, deal);
            const allowed = 1e-9 * Math.max(1, forecast.meanUsd, targetUsd);
            const needed = expectedDiscountNeeded(forecast, targetUsd, deal);
            if (needed instanceof NoAnswer) {
              if (falls) expect(costAt(part)).toBeGreaterThan(bestUsd);
              expect(costAt(0)).toBeGreaterThan(bestUsd);
              return;
            }
            expect(needed).toBeGreaterThanOrEqual(0);
            expect(needed).toBeLessThan(1);
            expect(costAt(needed)).toBeLessThanOrEqual(bestUsd + allowed);
            expect(costAt(needed)).toBeLessThanOrEqual(
              expectedCost(forecast, otherUsd, others) + 0.01 + allowed,
            );
            // At a discount of 0 there is no less.
            if (needed > 0 && falls)
              expect(costAt(needed * part)).toBeGreaterThanOrEqual(bestUsd - allowed);
          },
        ),
        { numRuns: 3_000 },
      );
    });

    test("at a certain usage the target costs as much as at discountNeeded(), to the cent", () => {
      assertProperty(
        fc.property(cents, cents, anyAgreement, (usageUsd, targetUsd, deal) => {
          fc.pre(targetUsd >= 1);
          // Hindsight counts a commitment in the band at $0 that is there for that band's terms alone; the optimum does not.
          const [{ overage }] = deal.bands;
          fc.pre(overage === "list" || overage === "committed");
          const needed = [
            expectedDiscountNeeded(certain(usageUsd), targetUsd, deal),
            discountNeeded(usageUsd, targetUsd, deal),
          ].filter((answer) => typeof answer === "number");
          const own = deal.bands[bandPosition(targetUsd, deal.bands)] ?? deal.bands[0];
          fc.pre(costFalls(own, deal));
          const costs = needed.map((discountFraction) =>
            expectedCost(
              certain(usageUsd),
              targetUsd,
              withBand(withoutThreshold(deal, targetUsd), {
                ...own,
                thresholdUsd: targetUsd,
                discountFraction,
                rate: 1 - discountFraction,
              }),
            ),
          );
          // The optimum takes the smaller of commitments that cost the same to the cent.
          expect(Math.max(0, ...costs) - Math.min(...costs, Math.max(0, ...costs))).toBeLessThan(
            0.011,
          );
        }),
        { numRuns: 1_500 },
      );
    });
  });
});

describe("where a step-up right makes a target cost the same at every small discount", () => {
  test.each<["net" | "list", number, readonly (readonly [number, number])[], number, number]>([
    [
      "list",
      0.5,
      [
        [95_000, 0.02],
        [156_000, 0.192],
        [490_000, 0.024],
      ],
      95_000,
      758_000,
    ],
    [
      "net",
      1,
      [
        [37_000, 0.014],
        [255_000, 0.19],
        [301_000, 0.132],
      ],
      37_000,
      447_000,
    ],
    [
      "net",
      0,
      [
        [59_000, 0.085],
        [93_000, 0.136],
        [342_000, 0.015],
      ],
      59_000,
      1_119_000,
    ],
    [
      "list",
      0.5,
      [
        [153_000, 0.014],
        [342_000, 0.181],
        [643_000, 0.113],
      ],
      153_000,
      984_000,
    ],
    [
      "list",
      0,
      [
        [256_000, 0.035],
        [452_000, 0.06],
        [695_000, 0.006],
      ],
      256_000,
      845_000,
    ],
    [
      "list",
      1,
      [
        [73_000, 0.06],
        [213_000, 0.163],
        [229_000, 0.008],
      ],
      73_000,
      921_000,
    ],
    [
      "net",
      1,
      [
        [204_000, 0.084],
        [267_000, 0.035],
        [542_000, 0.033],
      ],
      204_000,
      609_000,
    ],
    [
      "net",
      1,
      [
        [103_000, 0.062],
        [151_000, 0.151],
        [260_000, 0.039],
      ],
      103_000,
      1_061_000,
    ],
    [
      "list",
      0,
      [
        [268_000, 0.069],
        [414_000, 0.143],
        [863_000, 0.008],
      ],
      268_000,
      478_000,
    ],
    [
      "net",
      0,
      [
        [58_000, 0.051],
        [105_000, 0.097],
        [464_000, 0.18],
      ],
      105_000,
      630_000,
    ],
    [
      "net",
      0,
      [
        [111_000, 0.059],
        [408_000, 0.074],
        [435_000, 0.198],
      ],
      408_500,
      1_241_000,
    ],
    [
      "net",
      0,
      [
        [28_000, 0.032],
        [322_000, 0.09],
        [455_000, 0.175],
      ],
      322_000,
      553_000,
    ],
  ])("basis %s, share %d, bands %j: %d needs none at %d", (basis, share, bands, target, usage) => {
    const deal = agreement({ basis, overage: "step-up", forfeitedFraction: share }, table(bands));
    expect(discountNeeded(usage, target, deal)).toBe(0);
    expect(expectedDiscountNeeded(certain(usage), target, deal)).toBe(0);
  });
});
