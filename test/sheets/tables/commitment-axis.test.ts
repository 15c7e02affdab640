import { describe, expect, test } from "vitest";
import { thresholdAxis } from "../../../src/core/threshold-axis";
import { printFormula } from "../../../src/sheets/formulas/print";
import {
  chooseThresholds,
  commitmentAxis,
  headingFormula,
} from "../../../src/sheets/tables/commitment-axis";

/** Thresholds, points between, and the headings between $0 and the end; `~` is one that is rounded. */
const ROWS: readonly (readonly [thresholds: readonly number[], points: number, amounts: string])[] =
  [
    [[0, 250_000, 500_000], 0, "0 249999 250000 250001 499999 500000 500001 625000"],
    [[250_000], 1, "0 125000 249999 250000 250001 ~281300 312500"],
    [
      [0, 250_000, 500_000],
      2,
      "0 ~83300 ~166700 249999 250000 250001 ~333300 ~416700 499999 500000 500001 ~541700 ~583300 625000",
    ],
    [[100], 1, "0 50 99 100 101 ~113 125"],
    [[0, 100, 400], 2, "0 ~33 ~67 99 100 101 200 300 399 400 401 ~433 ~467 500"],
    [[0, 1_000_000], 1, "0 500000 999999 1000000 1000001 1125000 1250000"],
    [
      [0, 123_456, 250_000],
      1,
      "0 ~61700 123455 123456 123457 ~186700 249999 250000 250001 ~281300 312500",
    ],
    [[0, 1], 0, "0 1 1.25"],
    [[0, 2], 0, "0 1 2 2.5"],
    [[0, 499_999.99], 0, "0 499998.99 499999.99 500000.99 624999.9875"],
  ];

describe("commitmentAxis()", () => {
  test.each(ROWS)("around %j with %d points", (thresholds, points, expected) => {
    const { amountsUsd, places = [] } = commitmentAxis(thresholds, points);
    const said = amountsUsd.map((usd, index) => {
      const isRounded = places[index]?.digits !== undefined;
      return `${isRounded ? "~" : ""}${usd}`;
    });
    expect(said.join(" ")).toBe(expected);
  });

  test.each(ROWS)(
    "finds each of %j with %d points where THRESHOLD_AXIS answers it",
    (thresholds, points) => {
      const highUsd = (thresholds.at(-1) ?? 0) * 1.25;
      const answered = thresholdAxis(thresholds, { lowUsd: 0, highUsd, steps: points });
      const { amountsUsd, places = [] } = commitmentAxis(thresholds, points);
      expect(places).toHaveLength(amountsUsd.length);
      for (const [index, { at, digits }] of places.entries()) {
        const usd = answered[at - 1] ?? Number.NaN;
        const power = 10 ** (digits ?? 0);
        expect(digits === undefined ? usd : Math.round(usd / power) * power).toBe(
          amountsUsd[index],
        );
      }
    },
  );

  test("writes each heading as a formula over the bands, rounded where the point is not round", () => {
    const { places = [] } = commitmentAxis([0, 250_000, 500_000], 2);
    const formulas = places.map((place) => printFormula(headingFormula("Bands", 2, place)));
    expect(formulas.slice(0, 4)).toEqual([
      "=INDEX(COMMIT.THRESHOLD_AXIS(Bands,2),1)",
      "=ROUND(INDEX(COMMIT.THRESHOLD_AXIS(Bands,2),3),-2)",
      "=ROUND(INDEX(COMMIT.THRESHOLD_AXIS(Bands,2),4),-2)",
      "=INDEX(COMMIT.THRESHOLD_AXIS(Bands,2),5)",
    ]);
  });
});

describe("chooseThresholds()", () => {
  const many = Array.from({ length: 201 }, (_, index) => index * 10_000);

  test.each([
    ["the first", 5_000, 10_000],
    ["the middle", 1_004_000, 930_000],
    ["the last", 9e9, 1_870_000],
  ] as const)("takes 14 of 200 around %s", (_, centreUsd, firstUsd) => {
    const { aroundUsd, leftOut } = chooseThresholds(many, centreUsd);
    expect([aroundUsd.length, leftOut, aroundUsd[0]]).toEqual([14, 186, firstUsd]);
    // Neither a neighbour that is left out nor an amount beyond it is shown.
    const { amountsUsd } = commitmentAxis(many, 1, aroundUsd);
    expect(amountsUsd.length).toBeLessThanOrEqual(60);
    const shown = many.filter((usd) => usd > 0 && amountsUsd.includes(usd));
    expect(shown).toEqual(aroundUsd);
  });

  test("takes all where there is room", () => {
    expect(chooseThresholds([0, 1e5, 2e5], 0)).toEqual({ aroundUsd: [1e5, 2e5], leftOut: 0 });
  });
});
