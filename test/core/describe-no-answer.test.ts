import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeNoAnswer } from "../../src/core/describe-no-answer";
import { NoAnswer, type NoAnswerReason } from "../../src/core/no-answer";

describe("describeNoAnswer()", () => {
  test.each<readonly [NoAnswerReason, string]>([
    [
      { kind: "topBand", thresholdUsd: 262_500 },
      "There is no higher threshold: the last band starts at $262.5k.",
    ],
    [{ kind: "noUsage", ratio: "coverage" }, "Without usage there is no coverage to compute."],
    [
      { kind: "noCommitment", ratio: "value of a clause" },
      "Without a commitment there is no value of a clause to compute.",
    ],
    [
      { kind: "largerNeverCostsMore" },
      "There is no best commitment: all of a shortfall comes back and usage is unbounded, so a larger commitment never costs more.",
    ],
    [
      { kind: "neverFilled" },
      "A point of discount is worth nothing here, because the forecast never fills the commitment: there are no points to count in.",
    ],
    [
      { kind: "neverPays", commitmentUsd: 250_000, targetUsd: 1_000_000 },
      "There is no break-even: at every usage $1M costs more than $250k.",
    ],
    [
      { kind: "notAboveCommitment", thresholdUsd: 250_000, commitmentUsd: 500_000 },
      "$250k is not above the commitment of $500k, so there is no step up to break even on.",
    ],
    [
      { kind: "noDiscountSuffices", targetUsd: 500_000, usageUsd: 480_000 },
      "No discount suffices: at this usage another commitment costs less than $500k would at any discount.",
    ],
    [
      { kind: "noExpectedDiscountSuffices", targetUsd: 500_000 },
      "No discount suffices: under this forecast another commitment is expected to cost less than $500k would at any discount.",
    ],
    [
      { kind: "unboundedForecast", end: "lowest" },
      "The forecast has no lowest usage: give a probability above 0.",
    ],
    [
      { kind: "unboundedForecast", end: "highest" },
      "The forecast has no highest usage: give a probability below 1.",
    ],
    [{ kind: "noStartDate" }, "Without the term Start date there are no dates."],
    [
      { kind: "noTestFilled" },
      "A point of discount is worth nothing here, because usage never fills the commitment: there are no points to count in.",
    ],
    [
      { kind: "totalOfRates" },
      "The years have rates and uplifts of their own, which no total adds up.",
    ],
    [{ kind: "noFall" }, "There is no such index: at no list price does this year get there."],
    [{ kind: "notUsedUp" }, "The commitment is not used up within its months."],
    [{ kind: "fewMonths" }, "There are fewer months of usage than this pace is the mean of."],
    [{ kind: "nothingLeft" }, "The commitment is used up, or no months are left to use it in."],
    [
      { kind: "noExpectedDiscountSuffices", targetUsd: 500_000, alternativeUsd: 350_000 },
      "No discount suffices: under this forecast the alternative of $350k costs less than $500k would at any discount.",
    ],
    [
      { kind: "notCheapest", commitmentUsd: 0, betterUsd: 250_000 },
      "No commitment is not the cheapest on offer under this forecast: $250k is expected to cost less.",
    ],
    [
      { kind: "notCheapest", commitmentUsd: 500_000, betterUsd: 0 },
      "$500k is not the cheapest on offer under this forecast: no commitment is expected to cost less.",
    ],
    [
      { kind: "averageOfZero" },
      "Average usage is 0, so neither it nor the spread around it can be scaled: give a mean above 0.",
    ],
    [
      { kind: "tooLittleHistory", months: 1, needed: 4 },
      "Too little history: 1 month, and a forecast needs 4. Give Low, Mode and High instead.",
    ],
    [
      { kind: "untestedMethod", method: "seasonal", months: 9, testable: ["drift", "last value"] },
      "9 months of history cannot test the method seasonal: give auto, drift or last value.",
    ],
    [
      { kind: "noUsageAhead", method: "drift" },
      "The method drift forecasts no usage, here or in its tests, so there is no spread to give: give Low, Mode and High instead.",
    ],
    [
      { kind: "erraticHistory", cv: 12.3456 },
      "The history is too erratic to forecast: its CV would be 12.3, above 10. Give Low, Mode and High instead.",
    ],
    [
      { kind: "forecastTooLarge" },
      "The forecast is above 1,000,000,000,000,000, beyond which cents are lost: give another method.",
    ],
    [
      { kind: "tooFewDeals", deals: 1, needed: 5, band: undefined },
      "Too few to rank: 1 comparable deal, 5 are needed.",
    ],
    [
      { kind: "tooFewDeals", deals: 3, needed: 5, band: "Growth" },
      "Too few to rank: 3 comparable deals in Growth, 5 are needed.",
    ],
    [
      { kind: "unknownModel", model: "m" },
      "The model m is not in the price book: add a row with its prices, or give the model as the book writes it.",
    ],
    [
      { kind: "noPriceOnDay", model: "m", day: 46_023 },
      "The model m has no price on 2026-01-01: add a row to the price book that holds on that day.",
    ],
    [
      { kind: "notSold", model: "m", what: "batch" },
      "The model m has no price for batch in the price book.",
    ],
    [
      { kind: "promptTooShort", model: "m", promptAboveTokens: 200_000 },
      "The model m has prices only for prompts of more than 200,000 tokens.",
    ],
  ])("%o: %s", (reason, sentence) => {
    expect(describeNoAnswer(new NoAnswer(reason), US_DOLLAR)).toBe(sentence);
  });
});
