import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeErrors } from "../../src/core/errors";
import { readProbability } from "../../src/input/probability-cells";

describe("readProbability()", () => {
  test.each([
    [0, 0],
    [1, 1],
    ["90%", 0.9],
    [[[0.5]], 0.5],
  ])("reads %j", (raw, probability) => {
    expect(readProbability(raw)).toEqual({ ok: true, value: probability });
  });

  test.each([
    [90, "Probability is 90: give a fraction from 0 to 1, such as 0.9 for 90%."],
    [-0.1, "Probability is -0.1: give a fraction from 0 to 1, such as 0.15 for 15%."],
    ["$1", 'Probability is "$1": give a fraction, such as 0.15 or 15%.'],
    ["often", 'Probability is "often": give a number.'],
    [null, "Probability is missing: give a fraction from 0 to 1, such as 0.9."],
  ])("refuses %j: %s", (raw, sentence) => {
    const read = readProbability(raw);
    expect(read.ok ? "no fault" : describeErrors(read.errors, US_DOLLAR)).toBe(sentence);
  });
});
