import { describe, expect, test } from "vitest";
import type { AnswerRange } from "../../../src/analysis/how-sure/answer-range";
import { US_DOLLAR } from "../../../src/core/currency";
import { NoAnswer } from "../../../src/core/no-answer";
import { commitmentNames } from "../../../src/wording/messages/commitment-names";
import {
  holdsLine,
  mapSentence,
  noRangeSentence,
  rangeRow,
  robustSentence,
  takesOverSentence,
} from "../../../src/wording/messages/how-sure-messages";

const nameOf = commitmentNames([0, 250_000, 500_000, 1_000_000], undefined, US_DOLLAR);
const below = { at: 590_579.53, bestUsd: 250_000 };
const above = { at: 910_368.1, bestUsd: 1_000_000 };
const average = (from: AnswerRange["from"], to: AnswerRange["to"]): AnswerRange => ({
  changed: { kind: "average" },
  now: 600_000,
  from,
  to,
});

describe("the range of average usage", () => {
  test.each([
    [below, above, "of $591k to $910k", "Below it $250k is cheaper, above it $1M."],
    [below, undefined, "of $591k and more", "Below it $250k is cheaper."],
    [undefined, above, "of up to $910k", "Above it $1M is cheaper."],
    [{ at: 1, bestUsd: 0 }, undefined, "of $1 and more", "Below it committing nothing is cheaper."],
  ])("from %j to %j", (from, to, holds, then) => {
    expect(holdsLine(average(from, to), false, US_DOLLAR)).toBe(`Holds for average usage ${holds}`);
    expect(holdsLine(average(from, to), true, US_DOLLAR)).toBe(`Holds for usage ${holds}`);
    expect(takesOverSentence(average(from, to), nameOf)).toBe(then);
  });

  test("without an end", () => {
    const always = average(undefined, undefined);
    expect(holdsLine(always, false, US_DOLLAR)).toBe("Holds whatever average usage is");
    expect(takesOverSentence(always, nameOf)).toBe("");
  });

  test("fits one line of a pane of 350 pixels", () => {
    const widest = average({ at: 888_888_888, bestUsd: 0 }, { at: 999_888_888, bestUsd: 0 });
    expect(holdsLine(widest, false, US_DOLLAR).length).toBeLessThan(52);
  });
});

test("without a range says why, and of a tie nothing that its last cents decide", () => {
  const reason = new NoAnswer({ kind: "notCheapest", commitmentUsd: 250_000, betterUsd: 500_000 });
  expect(noRangeSentence(reason, true, US_DOLLAR)).toMatch(/^Commitments tie/);
  expect(noRangeSentence(reason, false, US_DOLLAR)).toMatch(/^\$250k is not the cheapest/);
});

test.each([
  [{ kind: "spread" }, 0.35, 0.17411, "Spread", "35.0%", "17.4%"],
  [{ kind: "discount", thresholdUsd: 500_000 }, 0.155, 0.1, "Discount at $500k", "15.5%", "10.0%"],
  [
    { kind: "threshold", thresholdUsd: 500_000 },
    500_000,
    455_984.7,
    "Threshold $500k",
    "$500k",
    "$456k",
  ],
] as const)("a row of %j", (changed, now, at, name, shown, end) => {
  const row = rangeRow(
    { changed, now, from: { at, bestUsd: 250_000 }, to: undefined },
    nameOf,
    US_DOLLAR,
  );
  expect(row).toEqual({
    changed: name,
    now: shown,
    from: { at: end, takesOver: "$250k" },
    to: { at: "no limit", takesOver: "" },
  });
});

test("the robust commitment says over what, and how bad the best as forecast may be", () => {
  const worst = { regretUsd: 14_321, meanUsd: 480_000, variation: 0.5 };
  const robust = {
    commitmentUsd: 480_000,
    worst,
    bestUsd: 329_686,
    worstOfBest: { ...worst, regretUsd: 21_000 },
    priceUsd: 3,
  };
  expect(robustSentence(robust, false, nameOf, US_DOLLAR)).toBe(
    "Over average usage ±20% and half to one and a half times the spread, $480k is least bad: at worst $14,300 more than the best. The best of any amount as forecast, $330k, costs $21,000 more at its worst.",
  );
  expect(robustSentence({ ...robust, bestUsd: 480_000 }, true, nameOf, US_DOLLAR)).toBe(
    "Over usage 20% lower to 20% higher, $480k is least bad: at worst $14,300 more than the best.",
  );
});

test("the map in words is its row at the spread of the forecast", () => {
  const stretches = [
    { fromUsd: 300_000, toUsd: 590_579, bestUsd: 250_000 },
    { fromUsd: 590_579, toUsd: 900_000, bestUsd: 500_000 },
  ];
  const rows = [
    { variation: 0, stretches: stretches.slice(0, 1) },
    { variation: 0.35, stretches },
  ];
  expect(mapSentence(rows, 0.34, nameOf, US_DOLLAR)).toBe(
    "Cheapest commitment by average usage at a spread of 35.0%: $250k up to $591k, then $500k.",
  );
  expect(mapSentence(rows, 0.1, nameOf, US_DOLLAR)).toContain("always $250k");
});
