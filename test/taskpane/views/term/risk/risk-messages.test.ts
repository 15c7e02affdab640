import { describe, expect, test } from "vitest";
import type { TermRisk } from "../../../../../src/analysis/term-risk";
import { US_DOLLAR } from "../../../../../src/core/currency";
import { layOutRisk } from "../../../../../src/taskpane/views/term/risk/risk-layout";
import {
  chanceWithError,
  errorSentence,
  riskHeadline,
  riskRows,
  usdWithError,
} from "../../../../../src/taskpane/views/term/risk/risk-messages";

const one = (value: number, error: number) => ({ value, error });
const RISK: TermRisk = {
  paths: 4_096,
  cost: one(1_581_234, 3_123),
  low: one(1_430_111, 2_000),
  median: one(1_560_000, 4_000),
  high: one(1_790_400, 9_000),
  onDemand: one(1_850_000, 5_000),
  saving: one(268_766, 2_500),
  dearerChance: one(0.123, 0.005),
  shortfallChance: one(0.4, 0.008),
  shortfall: one(31_000, 700),
};

describe("sentences about chance", () => {
  test.each([
    [one(1_581_234, 3_123), "$1.58M ± $3.1k"],
    [one(-4_321, 55), "\u2212$4.32k ± $55"],
    [one(0, 0), "$0 ± $0"],
    [one(250, 0.2), "$250 ± under $1"],
  ])("usdWithError() of %o", (estimate, words) => {
    expect(usdWithError(estimate, US_DOLLAR)).toBe(words);
  });

  test.each([
    [one(0.123, 0.005), "12% ± 0.5 points"],
    [one(0.002, 0.0001), "under 1% ± under 0.1 points"],
    [one(0, 0), "0 of 4,096 times"],
    [one(1, 0), "all 4,096 times"],
  ])("chanceWithError() of %o", (estimate, words) => {
    expect(chanceWithError(estimate, 4_096)).toBe(words);
  });

  test("answer first, and give every number its error", () => {
    expect(riskHeadline(RISK, "3 years", US_DOLLAR)).toBe(
      "8 in 10 times, 3 years cost $1.43M to $1.79M.",
    );
    expect(riskHeadline(RISK, "1 year", US_DOLLAR)).toContain("1 year costs");
    expect(riskHeadline(RISK, "18 months", US_DOLLAR)).toContain("18 months cost ");
    expect(riskRows(RISK, US_DOLLAR).every(([, words]) => words.includes("±"))).toBe(true);
    expect(errorSentence(RISK)).toContain("4,096 courses");
  });
});

describe("layOutRisk()", () => {
  test.each([
    ["between", 1_600_000, RISK],
    ["above all", 2_500_000, RISK],
    ["below all", 100, RISK],
    [
      "equal to all",
      7,
      { ...RISK, low: one(7, 0), high: one(7, 0), median: one(7, 0), onDemand: one(7, 0) },
    ],
  ])("keeps every mark in its picture: a planned cost %s", (_, plannedUsd, risk) => {
    for (const width of [288, 318, 418]) {
      const { band, medianX, plannedX, onDemandX, ticks } = layOutRisk(risk, plannedUsd, width);
      const marks = [band.x, band.x + band.width, medianX, plannedX, onDemandX];
      for (const x of [...marks, ...ticks.map((tick) => tick.x)]) {
        expect(x).toBeGreaterThanOrEqual(24 - 1e-9);
        expect(x).toBeLessThanOrEqual(width - 24 + 1e-9);
      }
      expect(ticks.length).toBeGreaterThan(0);
    }
  });
});
