import { describe, expect, test } from "vitest";
import { NoAnswer } from "../../src/core/no-answer";
import { CLAUSE_NAMES, type ClauseValue, clauseValues } from "../../src/forecast/clause-values";
import type { Forecast } from "../../src/forecast/forecast";
import { certain } from "../../src/forecast/sample";
import {
  clauseAbsence,
  pointSentence,
  pointsText,
  sumSentence,
  switchedSentence,
} from "../../src/taskpane/clause-words";
import { tornado } from "../../src/taskpane/tornado";
import { agreement } from "../core/deals";
import { GROWTH } from "../forecast/forecasts";

function values(deal = agreement(), forecast: Forecast = GROWTH): readonly ClauseValue[] {
  const found = clauseValues(forecast, 500_000, deal);
  if (found instanceof NoAnswer) throw new Error(found.reason.kind);
  return found;
}

const [OVERAGE, STEP_UP, HALF] = CLAUSE_NAMES;

describe("sumSentence()", () => {
  test("says why values do not add up", () => {
    // T-protection-*: 12,930.39 + 13,798.66 + 31,636.11; together 586,202.60 - 540,767.84.
    expect(sumSentence(values())).toBe(
      "Values do not add up: one by one they come to $58,365, together to $45,435, because clauses overlap. Once one is won, less is left for another to protect.",
    );
  });

  test("says that they add up, and where there is nothing to add", () => {
    expect(sumSentence(values(agreement({ overage: "committed" })))).toBe(
      "Here the values add up: no clause protects what another does.",
    );
    expect(sumSentence(values(agreement({ overage: "step-up" })))).toBe("");
    expect(sumSentence(values(agreement({ overage: "step-up", forfeitedFraction: 0.5 })))).toBe(
      "This band already has every clause on this list.",
    );
  });

  test("says that one makes another worth more", () => {
    const one = (clause: ClauseValue["clause"], usd: number): ClauseValue => ({
      clause,
      aloneUsd: usd,
      addedLastUsd: usd,
      alonePoints: 1,
      addedLastPoints: 1,
    });
    expect(sumSentence([one(STEP_UP, 100), one(HALF, 200), one("All together", 400)])).toBe(
      "Values do not add up: one by one they come to $300, together to $400, because one makes another worth more.",
    );
  });
});

describe("pointSentence()", () => {
  test("says what a point is worth and why it is not more", () => {
    // T-point-value-500000
    expect(pointSentence(3_541.5810848182687, 0.4555, 500_000)).toBe(
      "At $500,000, 1 point = $3,542 a year: a point of discount pays only where usage fills the commitment, in 46% of outcomes.",
    );
    expect(pointSentence(0, 0, 500_000)).toBe(
      "A point of discount is worth nothing here, because the forecast never fills the commitment: there are no points to count in.",
    );
  });
});

test("pointsText() has one decimal, and shows no number that says nothing", () => {
  expect([3.651022, 0, 0.04197, -2.25, 12, 10_390].map(pointsText)).toEqual([
    "3.7",
    "0.0",
    "under 0.1",
    "\u22122.3",
    "12.0",
    "over 100",
  ]);
  expect(pointsText(new NoAnswer({ kind: "neverFilled" }))).toBe("n/a");
});

describe("switchedSentence()", () => {
  test("says what is on, what that does not change, and what it does", () => {
    expect(switchedSentence([], undefined)).toBe("");
    expect(switchedSentence([OVERAGE], { commitmentUsd: 500_000, savedUsd: 12_930.39 })).toBe(
      "1 clause is on: the pane shows every band as if you had won it. The cells of the workbook stay as they are. At $500,000 that saves $12,930 a year.",
    );
    expect(switchedSentence([OVERAGE, HALF], { commitmentUsd: 500_000, savedUsd: 0 })).toMatch(
      /^2 clauses are on: .* won them\. .* At \$500,000 that changes nothing\.$/,
    );
    expect(switchedSentence([STEP_UP], { commitmentUsd: 1, savedUsd: -5 })).toMatch(
      / At \$1 that costs \$5 more a year\.$/,
    );
    expect(switchedSentence([STEP_UP], undefined)).toMatch(/stay as they are\.$/);
  });
});

describe("clauseAbsence()", () => {
  const whole = { agreement: agreement(), commitmentUsd: 500_000, forecast: GROWTH };

  test.each([
    [{}, ""],
    [{ agreement: undefined }, "The terms cannot be read yet, so no clause can be valued."],
    [
      { commitmentUsd: undefined },
      "The commitment cannot be read yet, so no clause can be valued.",
    ],
    [
      { commitmentUsd: 0 },
      "Without a commitment no clause is worth anything yet. Switched on, they show in each threshold what they would do there.",
    ],
    [{ forecast: undefined }, "Usage cannot be read yet, so no clause can be valued."],
  ])("with %j: %s", (change, sentence) => {
    expect(clauseAbsence({ ...whole, ...change })).toBe(sentence);
  });
});

describe("tornado()", () => {
  test("has the most valuable clause first and all together last, on one scale", () => {
    const { zeroFraction, rows } = tornado(values());
    expect(zeroFraction).toBe(0);
    expect(rows.map(({ clause }) => clause)).toEqual([HALF, STEP_UP, OVERAGE, "All together"]);
    const together = rows.at(-1)?.bars;
    expect(together).toHaveLength(1);
    expect(together?.[0]).toMatchObject({ way: "together", startFraction: 0, lengthFraction: 1 });
    const [alone, last] = rows[2]?.bars ?? [];
    expect(alone?.lengthFraction).toBeCloseTo(12_930.3906 / 45_434.7639, 6);
    expect(last).toMatchObject({ way: "added last", valueUsd: expect.closeTo(0, 6) });
  });

  test("draws what costs to the left of where bars begin", () => {
    const { zeroFraction, rows } = tornado([
      { clause: STEP_UP, aloneUsd: -100, addedLastUsd: 300, alonePoints: -1, addedLastPoints: 3 },
      { clause: "All together", aloneUsd: 0, addedLastUsd: 0, alonePoints: 0, addedLastPoints: 0 },
    ]);
    expect(zeroFraction).toBe(0.25);
    expect(rows[0]?.bars).toMatchObject([
      { startFraction: 0, lengthFraction: 0.25 },
      { startFraction: 0.25, lengthFraction: 0.75 },
    ]);
    expect(rows[1]?.bars).toMatchObject([{ startFraction: 0.25, lengthFraction: 0 }]);
  });

  test("of clauses worth nothing has bars of no length", () => {
    const { rows } = tornado(values(agreement({ overage: "committed" }), certain(588_235.3)));
    for (const { lengthFraction, startFraction } of rows.flatMap(({ bars }) => bars)) {
      expect(lengthFraction).toBeLessThanOrEqual(1);
      expect(Number.isFinite(startFraction)).toBe(true);
    }
    const nothing = { aloneUsd: 0, addedLastUsd: 0, alonePoints: 0, addedLastPoints: 0 };
    expect(tornado([{ clause: HALF, ...nothing }]).rows[0]?.bars[0]?.lengthFraction).toBe(0);
  });
});
