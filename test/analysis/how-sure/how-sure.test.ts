import { describe, expect, test } from "vitest";
import { type Decided, decide } from "../../../src/analysis/decision";
import { averageRange, howSure } from "../../../src/analysis/how-sure/how-sure";
import { finished } from "../../../src/analysis/steps";
import { toCents } from "../../../src/core/money";
import { NoAnswer } from "../../../src/core/no-answer";
import { readDealCells } from "../../../src/deal/parse-deal";
import { dealCells } from "../../taskpane/pane-scenarios";

function decided(change: Parameters<typeof dealCells>[0] = {}): Decided {
  const decision = decide(readDealCells(dealCells(change)));
  if (decision.kind !== "decided") throw new Error(decision.lacking);
  return decision;
}

const bands = (...rows: readonly (readonly [number, number])[]) => [
  ["Threshold", "Discount"],
  ...rows,
];
const MANY = bands(
  ...Array.from({ length: 200 }, (_, index) => [index * 10_000, index / 1000] as const),
);
const LOGNORMAL = (mean: number, cv: number) => [
  ["Mean", mean],
  ["CV", cv],
];

/** Deals in which one commitment is recommended. */
const SURE: readonly (readonly [string, Parameters<typeof dealCells>[0]])[] = [
  ["the example", {}],
  ["the best is present", { commitment: 500_000 }],
  ["no commitment yet", { commitment: "" }],
  ["no forecast but usage", { forecast: null }],
  ["two outcomes", { forecast: [[500_000], [900_000]] }],
  ["a wide spread", { forecast: LOGNORMAL(700_000, 0.9) }],
  ["no spread", { forecast: LOGNORMAL(700_000, 0) }],
  ["little usage", { forecast: LOGNORMAL(300_000, 0.3) }],
  ["usage below every threshold", { forecast: LOGNORMAL(20_000, 0.3) }],
  ["one threshold", { bands: bands([0, 0], [500_000, 0.15]) }],
];

describe.each(SURE)("%s", (_, change) => {
  const decision = decided(change);

  test("holds at its own average, and what takes over at an end is another commitment", () => {
    const range = averageRange(decision);
    const best = "best" in decision.recommendation ? decision.recommendation.best : undefined;
    expect(range?.now).toBeCloseTo(decision.forecast.meanUsd, 6);
    for (const end of [range?.from, range?.to])
      if (end) expect(toCents(end.bestUsd)).not.toBe(toCents(best?.commitmentUsd ?? -1));
    expect(range?.from?.at ?? 0).toBeLessThanOrEqual(decision.forecast.meanUsd);
    expect(range?.to?.at ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(
      decision.forecast.meanUsd,
    );
  });

  test("says the same of average usage in its table and at its place on the map", () => {
    const { ranges, map } = finished(howSure(decision));
    expect(ranges).not.toBeInstanceOf(NoAnswer);
    expect(ranges instanceof NoAnswer ? undefined : ranges[0]).toEqual(averageRange(decision));
    const row = map?.rows.find(({ variation }) => Math.abs(variation - map.variation) < 1e-9);
    const here = row?.stretches.find(
      ({ fromUsd, toUsd }) => map !== undefined && fromUsd <= map.meanUsd && map.meanUsd <= toUsd,
    );
    if (row) expect(here?.bestUsd).toBe(map?.bestUsd);
  });
});

describe("nothing is said of average usage", () => {
  test.each([
    ["a tie", { bands: bands([0, 0], [250_000, 0]), forecast: LOGNORMAL(5_000_000, 0.1) }],
    ["no threshold", { bands: bands([0, 0.1]), commitment: "" }],
  ])("at %s", (_, change) => {
    expect(averageRange(decided(change))).toBeUndefined();
  });
});

test("without a map at an average of 0, and with more thresholds than can be told apart", () => {
  for (const change of [{ forecast: [[0]], usage: 0 }, { bands: MANY }])
    expect(finished(howSure(decided(change))).map).toBeUndefined();
});

test("with 200 bands no step of the work holds the page long", () => {
  const steps = howSure(decided({ bands: MANY }));
  let count = 0;
  while (!steps.next().done) count += 1;
  expect(count).toBeGreaterThan(200);
});
