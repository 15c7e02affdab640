import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Benchmark, benchmark } from "../../src/analysis/benchmark";
import { US_DOLLAR } from "../../src/core/currency";
import { NoAnswer } from "../../src/core/no-answer";
import { readBands } from "../../src/input/bands-cells";
import { known } from "../cases/door";
import { assertProperty } from "../support/property";

const BANDS = known(
  readBands([
    [0, 0],
    [250_000, 0.1],
    [500_000, 0.15],
  ]),
);

function deals(commitmentUsd: number, ...discounts: readonly number[]) {
  return discounts.map((discountFraction) => ({ commitmentUsd, discountFraction }));
}

const FIVE = deals(300_000, 0.08, 0.1, 0.12, 0.12, 0.15);

function ranked(discountFraction: number, comparables = FIVE): Benchmark {
  const offer = { commitmentUsd: 300_000, discountFraction, bands: undefined };
  const found = benchmark(offer, comparables, US_DOLLAR);
  if (found instanceof NoAnswer) throw new Error(JSON.stringify(found.reason));
  return found;
}

describe("benchmark() ranks", () => {
  test.each([
    ["below all", 0.05, 0],
    ["equal to the lowest", 0.08, 0.1],
    ["between two", 0.11, 0.4],
    ["equal to two", 0.12, 0.6],
    ["equal but for the noise of a formula", 0.36 / 3, 0.6],
    ["a discount within 1e-9 of two", 0.12 + 9e-10, 0.6],
    ["a discount beyond 1e-9 of two", 0.12 + 2e-9, 0.8],
    ["equal to the highest", 0.15, 0.9],
    ["above all", 0.9, 1],
    ["0", 0, 0],
  ])("an offer %s", (_, discountFraction, rank) => {
    expect(ranked(discountFraction).rank).toBeCloseTo(rank, 12);
  });

  test("equal discounts in the middle", () => {
    expect(ranked(0.1, deals(1, 0.1, 0.1, 0.1, 0.1, 0.1))).toMatchObject({
      rank: 0.5,
      lowestFraction: 0.1,
      medianFraction: 0.1,
      highestFraction: 0.1,
      toMedianFraction: 0,
      toMedianUsd: 0,
    });
  });

  test("with quartiles that are deals, and the way to the median in USD a year", () => {
    const found = ranked(0.1);
    expect(found).toMatchObject({
      deals: 5,
      lowestFraction: 0.08,
      lowerQuartileFraction: 0.1,
      medianFraction: 0.12,
      upperQuartileFraction: 0.12,
      highestFraction: 0.15,
    });
    expect(found.toMedianFraction).toBeCloseTo(0.02, 12);
    expect(found.toMedianUsd).toBeCloseTo((0.02 * 300_000) / 0.9, 6);
  });
});

describe("benchmark() counts the deals of a band", () => {
  const count = (commitmentUsd: number, comparables = FIVE) => {
    const offer = { commitmentUsd, discountFraction: 0.12, bands: BANDS };
    const found = benchmark(offer, comparables, US_DOLLAR);
    return found instanceof NoAnswer ? found.reason : found.deals;
  };

  test.each([
    ["in it", 400_000, FIVE, 5],
    ["at its lower end", 250_000, deals(250_000, 0.1, 0.1, 0.1, 0.1, 0.1), 5],
    ["a cent below its upper end", 499_999.99, FIVE, 5],
    ["at its lower end but for noise", 250_000 - 1e-9, FIVE, 5],
    ["and none at its upper end", 400_000, [...FIVE, ...deals(500_000, 0.1)], 5],
    ["a cent below its upper end too", 400_000, [...FIVE, ...deals(499_999.99, 0.1)], 6],
  ])("%s", (_, commitmentUsd, comparables, expected) => {
    expect(count(commitmentUsd, comparables)).toBe(expected);
  });

  test.each([
    [400_000, 4, "$250k to $500k"],
    [500_000, 0, "$500k and above"],
    [0, 0, "$0 to $250k"],
  ])("and names the band of %d where only %d count", (commitmentUsd, expected, band) => {
    expect(count(commitmentUsd, FIVE.slice(1))).toEqual({
      kind: "tooFewDeals",
      deals: expected,
      needed: 5,
      band,
    });
  });
});

describe("properties", () => {
  const discount = fc.double({ min: 0, max: 0.99, noNaN: true });
  const comparables = fc.array(discount, { minLength: 5, maxLength: 20 });

  test("a better discount never ranks lower, nor outside 0 to 1", () => {
    assertProperty(
      fc.property(comparables, discount, discount, (discounts, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const among = deals(1, ...discounts);
        expect(ranked(less, among).rank).toBeLessThanOrEqual(ranked(more, among).rank);
        expect(ranked(less, among).rank).toBeGreaterThanOrEqual(0);
        expect(ranked(more, among).rank).toBeLessThanOrEqual(1);
      }),
    );
  });
});
