import { describe, expect, test } from "vitest";
import {
  AS_IT_IS,
  readingAsWon,
  readingAtLoad,
  supposedOf,
  whatIfNote,
} from "../../src/deal/assumptions";
import { readDealCells } from "../../src/deal/parse-deal";
import { expectedCost } from "../../src/forecast/expected-cost";
import { dealCells, RANGE_BANDS } from "../taskpane/pane-scenarios";

const EXAMPLE = readDealCells(dealCells());

describe("readingAtLoad()", () => {
  test("moves the usage of the year and every outcome of the forecast", () => {
    const lower = readingAtLoad(EXAMPLE, 0.8);
    expect(lower.usageUsd).toBeCloseTo(560_000, 6);
    expect(lower.forecast?.meanUsd).toBeCloseTo(560_000, 6);
    expect(lower.forecast?.quantile(0.9)).toBeCloseTo(
      0.8 * (EXAMPLE.forecast?.quantile(0.9) ?? 0),
      6,
    );
    expect(lower.commitmentUsd).toBe(480_000);
  });

  test("is the reading itself as forecast, so that nothing is drawn again", () => {
    expect(readingAtLoad(EXAMPLE, 1)).toBe(EXAMPLE);
  });

  test("leaves out what could not be read", () => {
    const missing = readDealCells(dealCells({ usage: null }));
    expect(readingAtLoad(missing, 0.8)).toMatchObject({ usageUsd: undefined, forecast: undefined });
  });
});

describe("readingAsWon()", () => {
  test("prices the deal with the clauses that are taken as won", () => {
    const won = readingAsWon(EXAMPLE, { ...AS_IT_IS, clauses: ["Half the shortfall returned"] });
    expect(won.agreement?.bands.map(({ forfeitedFraction }) => forfeitedFraction)).toEqual([
      0.5, 0.5, 0.5, 0.5,
    ]);
    const [now, then] = [EXAMPLE, won].map(({ agreement, forecast }) =>
      agreement && forecast ? expectedCost(forecast, 480_000, agreement) : Number.NaN,
    );
    expect(then).toBeLessThan(now ?? 0);
  });

  test("is the reading itself without any", () => {
    expect(readingAsWon(EXAMPLE, AS_IT_IS)).toBe(EXAMPLE);
  });
});

describe("at another price", () => {
  const RANGES = readDealCells(dealCells({ bands: RANGE_BANDS }));

  test("every band that says one has its target, in words and in price", () => {
    const hoped = readingAsWon(RANGES, { ...AS_IT_IS, price: "target" });
    expect(hoped.bands?.bands.map(({ discountFraction }) => discountFraction)).toEqual([
      0, 0.1, 0.18, 0.2,
    ]);
    expect(hoped.agreement?.bands.map(({ rate }) => rate)).toEqual([1, 0.9, 1 - 0.18, 0.8]);
  });

  test("is given up once no band says it any more", () => {
    const supposed = { ...AS_IT_IS, price: "walk-away" } as const;
    expect(supposedOf(RANGES, supposed)).toBe(supposed);
    expect(supposedOf(EXAMPLE, supposed)).toEqual(AS_IT_IS);
  });
});

describe("whatIfNote()", () => {
  test("says all that is supposed, and that the workbook is not", () => {
    expect(whatIfNote({ clauses: ["Step-up right"], loadFactor: 1.2, price: "target" })).toBe(
      "Priced at your target discounts; a band without one is as offered. Priced as if you had won: Step-up right. With usage 20% higher than forecast. The workbook is as it was.",
    );
  });
});
