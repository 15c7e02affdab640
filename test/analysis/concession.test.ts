import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askedFraction, concession, isRealistic } from "../../src/analysis/concession";
import { withBand } from "../../src/core/agreement";
import { withClauses } from "../../src/deal/with-clauses";
import { expectedCost } from "../../src/forecast/expected-cost";
import { certain } from "../../src/forecast/sample";
import { agreement, anyAgreement, cents, table } from "../core/deals";
import { anyForecast, GROWTH } from "../forecast/forecasts";
import { assertProperty } from "../support/property";

describe("concession()", () => {
  test("of the worked case: every protection on 500k together does not make up for 250k", () => {
    // T-protection-ladder: 540,767.84 with all of them, 540,499.91 at 250k.
    const ask = concession(500_000, 250_000, agreement({ overage: "committed" }), GROWTH);
    expect(ask.gapUsd).toBeCloseTo(32_772.3032379, 4);
    expect(ask.bestOtherUsd).toBe(250_000);
    expect(ask.clauses).toEqual({
      kind: "notEvenTogether",
      names: ["Step-up right", "Half the shortfall returned"],
      // 573,272.21 - 540,767.84
      valueUsd: expect.closeTo(32_504.3732769, 4),
    });
    expect(ask.discount).toMatchObject({
      kind: "needed",
      neededFraction: expect.closeTo(0.25618387, 7),
      extraFraction: expect.closeTo(0.10618387, 7),
    });
  });

  test("names each clause that is enough by itself, the most valuable first", () => {
    // T-protection-half-true-down is worth more than the 17,676 that 500k costs above 329,686; T-protection-overage is not.
    const one = concession(500_000, 250_000, agreement(), GROWTH);
    expect(one.gapUsd).toBeCloseTo(586_202.6042510709 - 568_526.2411739803, 4);
    expect(one.bestOtherUsd).toBeCloseTo(329_686.0891418517, 5);
    expect(one.clauses).toEqual({
      kind: "oneSuffices",
      clauses: [
        { name: "Half the shortfall returned", valueUsd: expect.closeTo(31_636.1068067, 4) },
      ],
    });
    const better = table([
      [0, 0],
      [250_000, 0.1],
      [500_000, 0.17],
    ]);
    const more = concession(
      500_000,
      250_000,
      agreement({ overagePremiumFraction: 0.1 }, better),
      GROWTH,
    );
    expect(more.clauses).toMatchObject({
      kind: "oneSuffices",
      clauses: [
        { name: "Half the shortfall returned" },
        { name: "Overage at the committed rate" },
        { name: "Step-up right" },
      ],
    });
  });

  test("names clauses that are enough only together", () => {
    const marginal = table([
      [0, 0],
      [250_000, 0.14],
      [500_000, 0.15],
    ]);
    const ask = concession(500_000, 250_000, agreement({}, marginal), GROWTH);
    expect(ask.clauses).toMatchObject({
      kind: "onlyTogether",
      names: ["Overage at the committed rate", "Step-up right", "Half the shortfall returned"],
    });
  });

  test("no discount suffices where usage does not reach the threshold", () => {
    const ask = concession(1_000_000, 250_000, agreement(), certain(600_000));
    expect(ask.discount).toEqual({ kind: "noneSuffices" });
  });

  test("asks for no discount that lowers the cost of staying as much", () => {
    const ask = concession(500_000, 250_000, agreement({ overage: "step-up" }), GROWTH);
    expect(ask.discount).toEqual({ kind: "helpsStaying" });
    expect(ask.gapUsd).toBeGreaterThan(0);
  });

  test("a band that has every clause lacks none", () => {
    const all = withClauses(agreement(), ["Step-up right", "Half the shortfall returned"]);
    expect(concession(1_000_000, 250_000, all, GROWTH).clauses).toEqual({ kind: "noneLacking" });
  });

  test.each([
    // offered, needed, whether a vendor may give it
    [0.15, 0.157, true],
    [0.15, 0.3, true],
    [0.15, 0.3001, false],
    [0.15, 0.372, false],
    [0.2, 0.4, true],
    [0.2, 0.41, false],
    [0.03, 0.13, true],
    [0.03, 0.14, false],
    [0, 0.1, true],
    [0, 0.11, false],
    [0.1, 0.2, true],
    [0.6, 0.9985, true],
    [0.6, 0.9995, false],
  ])("of %d offered, %d is realistic: %s", (offered, neededFraction, isAskable) => {
    const extraFraction = neededFraction - offered;
    expect(isRealistic({ kind: "needed", neededFraction, extraFraction })).toBe(isAskable);
    expect(askedFraction(neededFraction)).toBeGreaterThanOrEqual(neededFraction - 1e-9);
    expect(askedFraction(neededFraction)).toBeLessThan(neededFraction + 0.001);
  });

  test("the concession closes the gap, and staying then costs no less", () => {
    assertProperty(
      fc.property(
        anyForecast,
        cents,
        anyAgreement,
        fc.nat({ max: 5 }),
        (forecast, commitmentUsd, deal, pick) => {
          fc.pre(forecast.lowestUsd >= 0);
          const higher = deal.bands.slice(1).filter((band) => band.thresholdUsd > commitmentUsd);
          const band = higher[pick % Math.max(1, higher.length)];
          fc.pre(band !== undefined && band.thresholdUsd >= 1);
          const { thresholdUsd } = band;
          const costUsd = (agreed: typeof deal, usd: number): number =>
            expectedCost(forecast, usd, agreed);
          const stayUsd = costUsd(deal, commitmentUsd);
          fc.pre(costUsd(deal, thresholdUsd) > stayUsd + 0.01);
          const { gapUsd, discount, clauses } = concession(
            thresholdUsd,
            commitmentUsd,
            deal,
            forecast,
          );
          const allowed = 0.03 + 1e-9 * Math.max(1, forecast.meanUsd, thresholdUsd);
          expect(gapUsd).toBeGreaterThan(0);
          if (discount.kind === "needed") {
            const improved = withBand(deal, {
              ...band,
              discountFraction: discount.neededFraction,
              rate: 1 - discount.neededFraction,
            });
            expect(costUsd(improved, thresholdUsd)).toBeLessThanOrEqual(
              costUsd(improved, commitmentUsd) + allowed,
            );
          }
          const closing =
            clauses.kind === "oneSuffices"
              ? clauses.clauses.map(({ name }) => [name])
              : clauses.kind === "onlyTogether"
                ? [clauses.names]
                : [];
          for (const names of closing)
            expect(costUsd(withClauses(deal, names), thresholdUsd)).toBeLessThanOrEqual(
              stayUsd + allowed,
            );
          if (clauses.kind === "notEvenTogether") expect(clauses.valueUsd).toBeLessThan(gapUsd);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
