import { describe, expect, test } from "vitest";
import { withBand } from "../../../../src/core/agreement";
import { bandPosition } from "../../../../src/core/bands";
import { US_DOLLAR } from "../../../../src/core/currency";
import { NoAnswer } from "../../../../src/core/no-answer";
import {
  CLAUSE_NAMES,
  type ClauseValue,
  clauseValues,
} from "../../../../src/forecast/clause-values";
import { expectedCost } from "../../../../src/forecast/expected-cost";
import type { Forecast } from "../../../../src/forecast/forecast";
import { certain } from "../../../../src/forecast/sample";
import { discountPointValueFunction } from "../../../../src/functions/clauses";
import {
  clauseAbsence,
  pointlessSentence,
  pointSentence,
  pointsText,
  pointWorth,
  sumSentence,
  switchedSentence,
} from "../../../../src/taskpane/views/negotiation/clause-messages";
import { tornado } from "../../../../src/taskpane/views/negotiation/tornado";
import { formatUsd } from "../../../../src/wording/format/format";
import { agreement } from "../../../core/deals";
import { GROWTH } from "../../../forecast/forecasts";

type Terms = NonNullable<Parameters<typeof agreement>[0]>;

function values(deal = agreement(), forecast: Forecast = GROWTH): readonly ClauseValue[] {
  const found = clauseValues(forecast, 500_000, deal);
  if (found instanceof NoAnswer) throw new Error(found.reason.kind);
  return found;
}

const [OVERAGE, STEP_UP, HALF] = CLAUSE_NAMES;

describe("sumSentence()", () => {
  test("says why values do not add up", () => {
    // T-protection-*: 12,930.39 + 13,798.66 + 31,636.11; together 586,202.60 - 540,767.84.
    expect(sumSentence(values(), US_DOLLAR)).toBe(
      "Values do not add up: one by one they come to $58,365, together to $45,435, because clauses overlap. Once one is won, less is left for another to protect.",
    );
  });

  test("says that they add up, and where there is nothing to add", () => {
    expect(sumSentence(values(agreement({ overage: "committed" })), US_DOLLAR)).toBe(
      "Here the values add up: no clause protects what another does.",
    );
    expect(sumSentence(values(agreement({ overage: "step-up" })), US_DOLLAR)).toBe("");
    expect(
      sumSentence(values(agreement({ overage: "step-up", forfeitedFraction: 0.5 })), US_DOLLAR),
    ).toBe("This band already has every clause on this list.");
  });

  test("says that one makes another worth more", () => {
    const one = (clause: ClauseValue["clause"], usd: number): ClauseValue => ({
      clause,
      aloneUsd: usd,
      addedLastUsd: usd,
      alonePoints: 1,
      addedLastPoints: 1,
    });
    expect(
      sumSentence([one(STEP_UP, 100), one(HALF, 200), one("All together", 400)], US_DOLLAR),
    ).toBe(
      "Values do not add up: one by one they come to $300, together to $400, because one makes another worth more.",
    );
  });
});

describe("a point of discount", () => {
  const BANDS = [
    [0, 0],
    [250_000, 0.1],
    [500_000, 0.15],
    [1_000_000, 0.2],
  ];
  const CELLS = [
    ["Mean", 600_000],
    ["CV", 0.35],
  ];
  const worthUnder = (terms: Terms, commitmentUsd: number, forecast: Forecast = GROWTH) =>
    pointWorth(forecast, commitmentUsd, agreement(terms));

  // The numbers are differences of expected cost for a discount a millionth higher and lower.
  test.each<[Terms, number, string]>([
    [{}, 500_000, "$3,152 a year"],
    [{ overage: "committed" }, 500_000, "$3,542 a year"],
    [{ overage: "step-up" }, 500_000, ""],
    [{ overage: "re-rate" }, 500_000, ""],
    [{ overagePremiumFraction: 0.1 }, 500_000, ""],
    [{ overage: "committed", overagePremiumFraction: 0.25 }, 500_000, ""],
    [{ forfeitedFraction: 0.5 }, 500_000, ""],
    [{ forfeitedFraction: 0 }, 500_000, ""],
    [{ basis: "list" }, 500_000, ""],
    [{ basis: "list", overage: "committed" }, 480_000, ""],
    [{}, 480_000, ""],
    [{}, 1_000_000, ""],
  ])(
    "under %j at %d is one number in the pane, in DISCOUNT_POINT_VALUE and in costs",
    (terms, commitmentUsd, said) => {
      const worth = worthUnder(terms, commitmentUsd);
      const named = [
        ["Basis", terms.basis ?? "net"],
        ["Overage", terms.overage ?? "list"],
        ["Overage premium", terms.overagePremiumFraction ?? 0],
        ["Forfeited share", terms.forfeitedFraction ?? 1],
      ];
      expect(discountPointValueFunction(CELLS, commitmentUsd, BANDS, named)).toBe(worth.pointUsd);
      const deal = agreement(terms);
      const band = deal.bands[bandPosition(commitmentUsd, deal.bands)] ?? deal.bands[0];
      const costAt = (more: number): number => {
        const discountFraction = band.discountFraction + more;
        const changed = { ...band, discountFraction, rate: 1 - discountFraction };
        return expectedCost(GROWTH, commitmentUsd, withBand(deal, changed));
      };
      const slope = (0.01 * (costAt(-1e-6) - costAt(1e-6))) / 2e-6;
      expect(Math.abs(worth.pointUsd - slope)).toBeLessThan(0.05);
      expect(pointSentence(worth, US_DOLLAR)).toContain(said);
      expect(pointSentence(worth, US_DOLLAR)).toContain(formatUsd(worth.pointUsd, US_DOLLAR));
    },
  );

  test("says why it is not worth more, where that is so", () => {
    const filled = worthUnder({}, 500_000);
    expect(pointSentence(filled, US_DOLLAR)).toBe(
      "At $500,000, 1 point of discount = $3,152 a year at the terms of the deal. It pays only where usage fills the commitment, in 46 of 100 years.",
    );
    // Half of a shortfall comes back, and less of it where the discount is higher.
    expect(pointSentence(worthUnder({ forfeitedFraction: 0.5 }, 500_000), US_DOLLAR)).toMatch(
      /deal\.$/,
    );
    expect(pointSentence(worthUnder({ basis: "list" }, 500_000), US_DOLLAR)).toMatch(/deal\.$/);
    expect(pointSentence(worthUnder({}, 500_000, certain(10_000)), US_DOLLAR)).toBe(
      "A point of discount is worth nothing here, because the forecast never fills the commitment: there are no points to count in.",
    );
    expect(
      pointSentence(worthUnder({ overage: "step-up" }, 500_000, certain(5_000_000)), US_DOLLAR),
    ).toBe(
      "A point of discount on this band is worth nothing here: usage is priced at a higher band.",
    );
  });

  test("counts a value only up to the discount of the band", () => {
    const worth = { ...worthUnder({}, 500_000), pointUsd: 4_000 };
    const shown: readonly (readonly [number, string])[] = [
      [14_604.088, "3.7"],
      [0, "0.0"],
      [1e-7, "0.0"],
      [167.88, "under 0.1"],
      [-167.88, "under 0.1"],
      [-9_000, "\u22122.3"],
      [48_000, "12.0"],
      [60_000, "15.0"],
      [60_001, "n/a"],
      [-60_001, "n/a"],
      [10_264_000, "n/a"],
    ];
    expect(shown.map(([usd]) => pointsText(usd, worth))).toEqual(shown.map(([, text]) => text));
    expect(pointsText(100, { ...worth, pointUsd: 0 })).toBe("n/a");
    expect(pointsText(100, { ...worth, discountFraction: 0 })).toBe("n/a");
  });

  test("says below the table why a value is in no points", () => {
    const worth = worthUnder({}, 500_000);
    expect(pointlessSentence(values(), worth)).toBe("");
    expect(pointlessSentence(values(), { ...worth, pointUsd: 40 })).toBe(
      "n/a: more than the whole discount of this band, 15%.",
    );
    expect(pointlessSentence(values(), { ...worth, pointUsd: 0 })).toBe("");
  });
});

describe("switchedSentence()", () => {
  test("says what is on, what that does not change, and what it does", () => {
    expect(switchedSentence([], undefined, US_DOLLAR)).toBe("");
    expect(
      switchedSentence([OVERAGE], { commitmentUsd: 500_000, savedUsd: 12_930.39 }, US_DOLLAR),
    ).toBe(
      "1 clause is on: the pane shows every band as if you had won it. The cells of the workbook stay as they are. At $500,000 that saves $12,930 a year.",
    );
    expect(
      switchedSentence([OVERAGE, HALF], { commitmentUsd: 500_000, savedUsd: 0 }, US_DOLLAR),
    ).toMatch(/^2 clauses are on: .* won them\. .* At \$500,000 that changes nothing\.$/);
    expect(switchedSentence([STEP_UP], { commitmentUsd: 1, savedUsd: -5 }, US_DOLLAR)).toMatch(
      / At \$1 that costs \$5 more a year\.$/,
    );
    expect(switchedSentence([STEP_UP], undefined, US_DOLLAR)).toMatch(/stay as they are\.$/);
  });
});

describe("clauseAbsence()", () => {
  const whole = { agreement: agreement(), commitmentUsd: 500_000, forecast: GROWTH };

  test.each([
    [{}, ""],
    [{ agreement: undefined }, "The offer cannot be read yet, so no clause can be valued."],
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
