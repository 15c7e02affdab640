import { describe, expect, test } from "vitest";
import { formatShortUsd, toCents } from "../../src/core/money";

describe("toCents()", () => {
  test.each([
    [0, 0],
    [0.005, 1],
    [0.004, 0],
    [-0.005, -1],
    [499_999.995, 50_000_000],
    [-12.34, -1234],
  ])("of %d is %d", (usd, cents) => {
    expect(toCents(usd)).toBeCloseTo(cents, 10);
  });
});

describe("formatShortUsd()", () => {
  test.each([
    [0, "$0"],
    [0.5, "$0.5"],
    [999.99, "$999.99"],
    [1000, "$1k"],
    [100_000, "$100k"],
    [200_300, "$200.3k"],
    [262_500, "$262.5k"],
    [999_999.99, "$999.99999k"],
    [1_000_000, "$1M"],
    [1_002_000, "$1.002M"],
    [-250_000, "-$250k"],
    [-5, "-$5"],
  ])("of %d is %s", (usd, text) => {
    expect(formatShortUsd(usd)).toBe(text);
  });
});
