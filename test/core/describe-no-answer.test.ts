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
  ])("%o: %s", (reason, sentence) => {
    expect(describeNoAnswer(new NoAnswer(reason), US_DOLLAR)).toBe(sentence);
  });
});
