import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bandPosition } from "../../src/core/bands";
import { NoAnswer } from "../../src/core/no-answer";
import { clausesInEveryBand, withClauses } from "../../src/deal/with-clauses";
import { ALL_CLAUSES, CLAUSE_NAMES, clauseValues } from "../../src/forecast/clause-values";
import { expectedCost } from "../../src/forecast/expected-cost";
import { agreement, anyAgreement, cents } from "../core/deals";
import { anyForecast, GROWTH } from "../forecast/forecasts";
import { assertProperty } from "../support/property";

const [OVERAGE, STEP_UP, HALF] = CLAUSE_NAMES;

describe("withClauses()", () => {
  test("is the agreement itself without clauses", () => {
    const deal = agreement();
    expect(withClauses(deal, [])).toBe(deal);
  });

  test("adds the worked ladder to 500k, one clause at a time", () => {
    // T-protection-ladder
    const deal = agreement();
    const costs = [[], [OVERAGE], [OVERAGE, STEP_UP], [OVERAGE, STEP_UP, HALF]].map((clauses) =>
      expectedCost(GROWTH, 500_000, withClauses(deal, clauses)),
    );
    for (const [index, usd] of [
      586_202.6042510709, 573_272.2136134102, 572_403.947143128, 540_767.8403364229,
    ].entries())
      expect(costs[index]).toBeCloseTo(usd, 4);
  });

  test("sets each clause on every band, and leaves thresholds, discounts and basis", () => {
    const deal = agreement({ basis: "list", overagePremiumFraction: 0.1 });
    const won = withClauses(deal, [HALF, OVERAGE]);
    expect(won.basis).toBe("list");
    expect(won.bands).toEqual(
      deal.bands.map((band) => ({
        ...band,
        overage: "committed",
        overagePremiumFraction: 0,
        forfeitedFraction: 0.5,
      })),
    );
  });

  test("the step-up right goes before overage at the committed rate, in any order", () => {
    const deal = agreement();
    expect(withClauses(deal, [STEP_UP, OVERAGE])).toEqual(withClauses(deal, [OVERAGE, STEP_UP]));
    expect(withClauses(deal, [STEP_UP, OVERAGE]).bands[0].overage).toBe("step-up");
  });

  test("leaves what a band has: a lower forfeited share, a step-up right, cheaper overage", () => {
    const better = agreement({ overage: "step-up", forfeitedFraction: 0.25 });
    expect(withClauses(better, CLAUSE_NAMES)).toEqual(better);
    const cheaper = agreement({ overage: "committed", overagePremiumFraction: -0.05 });
    expect(withClauses(cheaper, [OVERAGE])).toEqual(cheaper);
  });

  describe("properties", () => {
    test("at the commitment all clauses save what they are worth together, and each what it is worth alone", () => {
      assertProperty(
        fc.property(anyForecast, cents, anyAgreement, (forecast, commitmentUsd, deal) => {
          fc.pre(commitmentUsd >= 0.01);
          const values = clauseValues(forecast, commitmentUsd, deal);
          if (values instanceof NoAnswer) throw new Error(values.reason.kind);
          const nowUsd = expectedCost(forecast, commitmentUsd, deal);
          const allowed = 1e-9 * Math.max(1, Math.abs(forecast.meanUsd), commitmentUsd);
          for (const { clause, aloneUsd } of values) {
            const names = clause === ALL_CLAUSES ? CLAUSE_NAMES : [clause];
            const savedUsd =
              nowUsd - expectedCost(forecast, commitmentUsd, withClauses(deal, names));
            expect(Math.abs(savedUsd - aloneUsd), clause).toBeLessThanOrEqual(allowed);
          }
        }),
        { numRuns: 1_500 },
      );
    });

    test("twice is once, and afterwards every band has what was won", () => {
      assertProperty(
        fc.property(fc.subarray([...CLAUSE_NAMES]), anyAgreement, (names, deal) => {
          const won = withClauses(deal, names);
          expect(withClauses(won, names)).toEqual(won);
          expect(won.bands.map(({ thresholdUsd }) => thresholdUsd)).toEqual(
            deal.bands.map(({ thresholdUsd }) => thresholdUsd),
          );
          expect(clausesInEveryBand(won)).toEqual(expect.arrayContaining(names));
          expect(bandPosition(0, won.bands)).toBe(0);
        }),
        { numRuns: 1_000 },
      );
    });
  });
});

test("clausesInEveryBand() names what no band lacks", () => {
  expect(clausesInEveryBand(agreement())).toEqual([]);
  expect(clausesInEveryBand(agreement({ overage: "step-up", forfeitedFraction: 0 }))).toEqual([
    OVERAGE,
    STEP_UP,
    HALF,
  ]);
  expect(clausesInEveryBand(agreement({ overage: "committed" }))).toEqual([OVERAGE]);
});
