import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeErrors } from "../../src/core/errors";
import type { Result } from "../../src/core/result";
import { sample } from "../../src/forecast/sample";
import { readForecastBox } from "../../src/input/forecast-box-cells";
import { readWalkAway } from "../../src/input/uncertain-period-cells";
import { GROWTH } from "../forecast/forecasts";

const said = (read: Result<unknown>) =>
  read.ok ? read.value : describeErrors(read.errors, US_DOLLAR);

describe("readForecastBox()", () => {
  test("is a fifth around the mean and half around the spread where nothing is given", () => {
    expect(said(readForecastBox(GROWTH, [null, "", undefined, null]))).toEqual({
      meansUsd: [480_000, 720_000],
      variations: [expect.closeTo(0.175, 12), expect.closeTo(0.525, 12)],
    });
  });

  test("takes the largest spread, at which the lowest outcome is 0, and none above it", () => {
    const box = (cvHigh: number) => readForecastBox(sample([1, 1, 4]), [null, null, null, cvHigh]);
    expect(said(box(Math.SQRT2))).toMatchObject({ variations: [expect.any(Number), Math.SQRT2] });
    expect(said(box(1.5))).toMatch(/^CV high is 1.5: give a fraction from 0 to 1.414, the largest/);
  });

  test("ends where an outcome would fall below 0", () => {
    const read = readForecastBox(sample([0, 100]), [null, null, null, null]);
    expect(said(read)).toEqual({ meansUsd: [40, 60], variations: [0.5, 1] });
  });

  test.each([
    [
      ["500k", 400_000, null, null],
      /^Mean low is 500,000: give a number up to mean high, which is 400,000/,
    ],
    [[null, null, 0.6, "40%"], /^CV low is 0.6: give a number up to CV high, which is 0.4/],
    [[null, null, null, 35], /^CV high is 35: give a fraction from 0 to 10/],
    [[null, null, -0.1, null], /^CV low is -0.1: give a fraction from 0 to 10/],
    [[-1, null, null, null], /^Mean low is -1: give an amount of 0 or more/],
    [[null, -1, null, null], /^Mean high is -1: give an amount of 0 or more/],
    [["lots", null, null, null], /^Mean low is "lots": give a number/],
  ] as const)("refuses %j", (cells, sentence) => {
    expect(said(readForecastBox(GROWTH, cells))).toMatch(sentence);
  });
});

describe("readWalkAway()", () => {
  const bands = [
    [0, 0],
    [500_000, 0.15],
  ];
  test.each([
    [0, null, /^Commitment is 0: give an amount above 0/],
    [0.004, null, /^Commitment is 0.004: give an amount above 0/],
    [500_000, -5, /^Best alternative is -5: give an amount of 0 or more/],
    [500_000, "15%", /^Best alternative is "15%": give an amount/],
  ])("refuses %j against %j", (commitment, alternative, sentence) => {
    expect(said(readWalkAway(600_000, commitment, bands, null, alternative))).toMatch(sentence);
  });
});
