import { describe, expect, test } from "vitest";
import {
  type Agreement,
  type PricedBand,
  parseAgreement,
  withBand,
  withoutThreshold,
} from "../../src/core/agreement";
import { parseBandTable } from "../../src/core/bands";
import { type BandTerms, DEFAULT_TERMS } from "../../src/core/terms";
import { agreement, bandRows, DEMO, good, table } from "./deals";

const deal = agreement(
  { basis: "list" },
  table([
    [0, 0],
    [100, 0.1],
    [300, 0.3],
  ]),
);

function band(thresholdUsd: number, discountFraction: number): PricedBand {
  const { bands } = deal;
  return { ...bands[0], thresholdUsd, discountFraction, rate: 1 - discountFraction };
}

function discounts({ bands }: Agreement): readonly (readonly [number, number])[] {
  return bands.map(({ thresholdUsd, discountFraction }) => [thresholdUsd, discountFraction]);
}

describe("withBand()", () => {
  test.each([
    [
      "between two",
      200,
      [
        [0, 0],
        [100, 0.1],
        [200, 0.5],
        [300, 0.3],
      ],
    ],
    [
      "above all",
      400,
      [
        [0, 0],
        [100, 0.1],
        [300, 0.3],
        [400, 0.5],
      ],
    ],
    [
      "in the place of one",
      100,
      [
        [0, 0],
        [100, 0.5],
        [300, 0.3],
      ],
    ],
    [
      "in the place of the first",
      0,
      [
        [0, 0.5],
        [100, 0.1],
        [300, 0.3],
      ],
    ],
    [
      "in the place of one that is the same to the cent",
      100.004,
      [
        [0, 0],
        [100.004, 0.5],
        [300, 0.3],
      ],
    ],
    [
      "a cent from one",
      100.01,
      [
        [0, 0],
        [100, 0.1],
        [100.01, 0.5],
        [300, 0.3],
      ],
    ],
  ])("puts a band %s, in order, and keeps the basis", (_, thresholdUsd, expected) => {
    const made = withBand(deal, band(thresholdUsd, 0.5));
    expect(discounts(made)).toEqual(expected);
    expect(made.basis).toBe("list");
    expect(discounts(deal)).toHaveLength(3);
  });
});

describe("withoutThreshold()", () => {
  test.each([
    [
      100,
      [
        [0, 0],
        [300, 0.3],
      ],
    ],
    [
      100.004,
      [
        [0, 0],
        [300, 0.3],
      ],
    ],
    [
      100.01,
      [
        [0, 0],
        [100, 0.1],
        [300, 0.3],
      ],
    ],
  ])("%d leaves %j, and keeps the basis", (thresholdUsd, expected) => {
    const made = withoutThreshold(deal, thresholdUsd);
    expect(discounts(made)).toEqual(expected);
    expect(made.basis).toBe("list");
  });
});

describe("parseAgreement()", () => {
  test("refuses a premium with step-up or re-rate overage, once", () => {
    for (const overage of ["step-up", "re-rate"] as const) {
      const joined = parseAgreement(table(), {
        ...DEFAULT_TERMS,
        overage,
        overagePremiumFraction: 0.05,
      });
      expect(joined.ok ? [] : joined.errors).toEqual([
        { kind: "premiumNotPriced", overage, row: undefined },
      ]);
    }
  });

  test("names the band whose own terms contradict each other", () => {
    const own = bandRows(DEMO).map((row) =>
      row.row === 4 ? { ...row, terms: { overage: "step-up" as const } } : row,
    );
    const joined = parseAgreement(good(parseBandTable(own)), {
      ...DEFAULT_TERMS,
      overagePremiumFraction: 0.05,
    });
    expect(joined.ok ? [] : joined.errors).toEqual([
      { kind: "premiumNotPriced", overage: "step-up", row: 4 },
    ]);
  });
});

describe("parseAgreement() of a premium", () => {
  const own = (terms: Readonly<Record<number, BandTerms>>) =>
    good(
      parseBandTable(
        bandRows(DEMO).map((row) => {
          const of = terms[row.row];
          return of ? { ...row, terms: of } : row;
        }),
      ),
    );

  test("that a band gives itself is a fault of that band", () => {
    const joined = parseAgreement(own({ 2: { overagePremiumFraction: 0.05 } }), {
      ...DEFAULT_TERMS,
      overage: "step-up",
    });
    expect(joined.ok ? [] : joined.errors).toEqual([
      { kind: "premiumNotPriced", overage: "step-up", row: 2 },
    ]);
  });

  test("is refused once for the terms and once for each band of its own", () => {
    const joined = parseAgreement(
      own({
        2: { overage: "re-rate" },
        4: { overage: "re-rate" },
      }),
      { ...DEFAULT_TERMS, overage: "step-up", overagePremiumFraction: 0.05 },
    );
    expect(joined.ok ? [] : joined.errors).toEqual([
      { kind: "premiumNotPriced", overage: "step-up", row: undefined },
      { kind: "premiumNotPriced", overage: "re-rate", row: 2 },
      { kind: "premiumNotPriced", overage: "re-rate", row: 4 },
    ]);
  });
});
