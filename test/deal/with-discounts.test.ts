import { describe, expect, test } from "vitest";
import { withDiscounts } from "../../src/deal/with-discounts";
import { table } from "../core/deals";

describe("withDiscounts()", () => {
  test("replaces the discounts of written bands and keeps everything else", () => {
    const before = table();
    const { bands } = withDiscounts(before, ({ thresholdUsd }) => thresholdUsd / 2_000_000);
    expect(bands.map(({ discountFraction }) => discountFraction)).toEqual([0, 0.125, 0.25, 0.5]);
    expect(bands.map(({ discountFraction: _, ...rest }) => rest)).toEqual(
      before.bands.map(({ discountFraction: _, ...rest }) => rest),
    );
  });

  test("keeps the implied band from $0", () => {
    const { bands } = withDiscounts(table([[250_000, 0.1]]), () => 0.3);
    expect(bands.map(({ discountFraction }) => discountFraction)).toEqual([0, 0.3]);
  });
});
