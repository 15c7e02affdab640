import { describe, expect, test } from "vitest";
import {
  type Agreement,
  type PricedBand,
  withBand,
  withoutThreshold,
} from "../../src/core/agreement";
import { agreement, table } from "./deals";

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
