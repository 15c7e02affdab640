import { describe, expect, test } from "vitest";
import { thresholdPrices } from "../../src/analysis/threshold-prices";
import { US_DOLLAR } from "../../src/core/currency";
import type { DiscountRange } from "../../src/deal/discount-range";
import { agreementAt, bandsAt, levelsIn } from "../../src/deal/negotiation-level";
import { certain } from "../../src/forecast/sample";
import {
  priceCaption,
  pricedRows,
  priceSentences,
} from "../../src/taskpane/views/commitment/threshold-prices-messages";
import { agreement, table } from "../core/deals";

const range = (
  targetFraction?: number,
  walkAwayFraction?: number,
  offeredFraction = 0.15,
): DiscountRange => ({
  row: 3,
  thresholdUsd: 500_000,
  offeredFraction,
  targetFraction,
  walkAwayFraction,
});
const usage = certain(700_000);
const savings = (one: DiscountRange, commitmentUsd = 480_000, terms = {}) =>
  thresholdPrices(one, commitmentUsd, agreement(terms), usage);

describe("thresholdPrices()", () => {
  test("is the cost of staying less the cost of the threshold, at each discount", () => {
    // At $700k with overage at list, C at discount d costs C + 700k − C/(1 − d).
    const stayUsd = 480_000 + 700_000 - 480_000 / 0.9;
    const thereUsd = (d: number) => 500_000 + 700_000 - 500_000 / (1 - d);
    const { against, worths } = savings(range(0.18, 0.02));
    expect(against).toBe("staying");
    expect(worths.map(({ price }) => price)).toEqual(["offered", "target", "walk-away"]);
    for (const { discountFraction, savingUsd } of worths)
      expect(savingUsd).toBeCloseTo(stayUsd - thereUsd(discountFraction), 6);
    expect(worths.map(({ savingUsd }) => Math.round(savingUsd))).toEqual([34_902, 56_423, -43_129]);
  });

  test("prices staying under the same discount, where overage steps up into the band", () => {
    const { worths } = savings(range(0.18), 480_000, { overage: "step-up" });
    // Both are 0.82 of $700k once usage fills the threshold.
    expect(worths.at(-1)?.savingUsd).toBeCloseTo(0, 6);
  });

  test("compares with the offer where the commitment already reaches the threshold", () => {
    const { against, worths } = savings(range(0.18, 0.13), 500_000);
    expect(against).toBe("offered");
    // 500k / 0.82 − 500k / 0.85, and 500k / 0.87 − 500k / 0.85.
    expect(worths.map(({ savingUsd }) => Math.round(savingUsd))).toEqual([0, 21_521, -13_523]);
  });
});

describe("priceSentences()", () => {
  test.each([
    [
      savings(range(0.18, 0.02)),
      ["At your target of 18% it pays by $56,423 a year; at your walk-away of 2% it does not."],
    ],
    [
      savings(range(undefined, 0.02)),
      ["At your walk-away of 2% it does not pay, by $43,129 a year."],
    ],
    [savings(range(0.18)), ["At your target of 18% it pays by $56,423 a year."]],
    [
      savings(range(0.14, 0.13)),
      [
        "At your target of 14% it pays by $28,062 a year; at your walk-away of 13% it pays by $21,379 a year.",
        "The offer already meets your target.",
      ],
    ],
    [
      savings(range(undefined, 0.16)),
      ["At your walk-away of 16% it pays by $41,905 a year.", "The offer is below your walk-away."],
    ],
    [
      savings(range(0.18, 0.13), 500_000),
      [
        "At your target of 18% it costs $21,521 a year less than as offered; at your walk-away of 13% it costs $13,523 a year more than as offered.",
      ],
    ],
  ])("says what each discount would bring (%#)", (prices, sentences) => {
    expect(priceSentences(prices, US_DOLLAR)).toEqual(sentences);
  });

  test("the table leaves out a comparison with itself", () => {
    const here = savings(range(0.18, 0.13), 500_000);
    expect(pricedRows(here).map(({ price }) => price)).toEqual(["target", "walk-away"]);
    expect(priceCaption(here)).toBe("Saving a year against what is offered, by discount");
    expect(pricedRows(savings(range(0.18)))).toHaveLength(2);
  });
});

describe("a whole deal at another price", () => {
  test("has the discounts that the bands give, and the others as offered", () => {
    const ranges = [range(0.18)];
    const rates = agreementAt(agreement(), ranges, "target").bands.map(({ rate }) => rate);
    expect(rates).toEqual([1, 0.9, 1 - 0.18, 0.8]);
    const bands = bandsAt(table(), ranges, "target").bands;
    expect(bands.map(({ discountFraction }) => discountFraction)).toEqual([0, 0.1, 0.18, 0.2]);
    expect(agreementAt(agreement(), ranges, "walk-away")).toEqual(agreement());
  });

  test("can be chosen only where a band has more than its offer", () => {
    expect(levelsIn([])).toEqual([]);
    expect(levelsIn([range(0.18)])).toEqual(["offered", "target"]);
    expect(levelsIn([range(undefined, 0.1), range(0.18)])).toEqual([
      "offered",
      "target",
      "walk-away",
    ]);
  });
});
