import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestCommitments, runnerUp } from "../../src/analysis/best-commitments";
import { wasteOutlook } from "../../src/analysis/commitment-outlook";
import { fillLevels } from "../../src/analysis/fill-levels";
import { roundingOf } from "../../src/analysis/forecast-rounding";
import { loadChange } from "../../src/analysis/load-change";
import { recommend } from "../../src/analysis/recommendation";
import { curveEnd, type SavingsCurve, savingsCurve } from "../../src/analysis/savings-curve";
import { bandReaches } from "../../src/core/hindsight";
import { toCents } from "../../src/core/money";
import { commitmentOptions } from "../../src/forecast/commitment-options";
import { expectedCost } from "../../src/forecast/expected-cost";
import { fillProbability } from "../../src/forecast/fill";
import { lognormal, lognormalFromVariation } from "../../src/forecast/lognormal";
import { stationaryPoint } from "../../src/forecast/optimal-commitment";
import { certain, sample } from "../../src/forecast/sample";
import { scaled } from "../../src/forecast/scaled";
import { agreement, anyAgreement, cents, table } from "../core/deals";
import { anyForecast, GROWTH, THREE } from "../forecast/forecasts";
import { assertProperty } from "../support/property";

const list = agreement();
const committed = agreement({ overage: "committed" });

const pointsOf = (curve: SavingsCurve) => curve.segments.flatMap(({ points }) => points);

function savingAt(curve: SavingsCurve, commitmentUsd: number): number | undefined {
  return pointsOf(curve).find((point) => toCents(point.commitmentUsd) === toCents(commitmentUsd))
    ?.expectedSavingUsd;
}

describe("savingsCurve()", () => {
  const curve = savingsCurve(GROWTH, committed, 500_000);

  test("has the cent below and the cent at every threshold, each on its own segment", () => {
    expect(
      curve.segments.map(({ points }) => [points[0].commitmentUsd, points.at(-1)?.commitmentUsd]),
    ).toEqual([
      [0, 249_999.99],
      [250_000, 499_999.99],
      [500_000, 999_999.99],
      [1_000_000, 1_250_000],
    ]);
    expect(curve.segments.map(({ discountFraction }) => discountFraction)).toEqual([
      0, 0.1, 0.15, 0.2,
    ]);
  });

  test("has the savings of the worked case on both sides of a cliff", () => {
    const saving = (usd: number) => 600_000 - expectedCost(GROWTH, usd, committed);
    for (const usd of [0, 249_999.99, 250_000, 499_999.99, 500_000, 1_000_000])
      expect(savingAt(curve, usd)).toBeCloseTo(saving(usd), 6);
    expect(savingAt(curve, 0)).toBe(0);
    expect((savingAt(curve, 250_000) ?? 0) - (savingAt(curve, 500_000) ?? 0)).toBeCloseTo(
      32_772,
      0,
    );
  });

  test("has the best point inside a band", () => {
    const best = savingsCurve(GROWTH, list, undefined);
    expect(best.marks.best.commitmentUsd).toBeCloseTo(329_685.9, 0);
    expect(savingAt(best, best.marks.best.commitmentUsd)).toBe(best.marks.best.expectedSavingUsd);
    const highest = Math.max(...pointsOf(best).map((point) => point.expectedSavingUsd));
    expect(highest).toBe(best.marks.best.expectedSavingUsd);
  });

  test("bends where an outcome just fills the commitment", () => {
    const three = savingsCurve(THREE, list, undefined);
    // 380,000 of usage at 10% off, and 600,000 at 15% off.
    for (const usd of [342_000, 510_000]) expect(savingAt(three, usd)).toBeDefined();
  });

  test("does not draw every outcome of a long history", () => {
    const history = sample(Array.from({ length: 500 }, (_, index) => 1_000 * index));
    expect(pointsOf(savingsCurve(history, list, undefined)).length).toBeLessThan(250);
  });

  test("has a separate point for no commitment where the first cent committed changes the price", () => {
    const discounted = agreement({}, table([[0, 0.1]]));
    const [none, first] = savingsCurve(certain(100_000), discounted, undefined).segments;
    expect(none?.points).toEqual([{ commitmentUsd: 0, expectedSavingUsd: 10_000 }]);
    expect(first?.points[0].commitmentUsd).toBe(0.01);
    expect(first?.points[0].expectedSavingUsd).toBeLessThan(1);
  });

  test("of 200 bands has both ends of each and little more", () => {
    const many = table(
      Array.from({ length: 200 }, (_, index) => [index * 10_000, index / 500] as const),
    );
    const drawn = savingsCurve(GROWTH, agreement({}, many), 480_000);
    expect(drawn.segments).toHaveLength(200);
    expect(pointsOf(drawn).length).toBeLessThan(1_000);
    for (const { points } of drawn.segments) expect(points.length).toBeGreaterThan(1);
  });
});

describe("the end of the curve", () => {
  test("is a quarter beyond the last threshold", () => {
    expect(curveEnd(GROWTH, list)).toBe(1_250_000);
  });

  test("is where usage hardly fills a commitment, but less than three times the last threshold", () => {
    const large = lognormal(lognormalFromVariation(1_500_000, 0.35));
    const end = curveEnd(large, list);
    expect(end).toBeGreaterThan(0.8 * large.quantile(0.99));
    expect(end).toBeLessThan(0.8 * large.quantile(0.99) * 1.07);
    expect(curveEnd(scaled(large, 10), list)).toBe(3_000_000);
  });

  test("is above 0, without thresholds and without usage", () => {
    const flat = agreement({}, table([[0, 0]]));
    expect(curveEnd(certain(0), flat)).toBe(100_000);
    expect(curveEnd(certain(80_000), flat)).toBe(84_000);
    expect(savingsCurve(certain(0), flat, 0).segments[0]?.points.length).toBeGreaterThan(2);
  });

  test("lies beyond the present commitment, however large, and where another curve ends", () => {
    expect(savingsCurve(GROWTH, list, 4_000_000).endUsd).toBe(4_200_000);
    expect(savingsCurve(GROWTH, list, 480_000, 2_000_000).endUsd).toBe(2_000_000);
    expect(savingsCurve(GROWTH, list, 1_240_000).endUsd).toBe(1_250_000);
  });
});

describe("bestCommitments()", () => {
  test("has the probabilities of each mark", () => {
    const marks = bestCommitments(GROWTH, committed, 500_000);
    const { current, best } = marks;
    expect(best.commitmentUsd).toBe(250_000);
    expect(runnerUp(marks)).toEqual(current);
    expect(current?.fillProbability).toBeCloseTo(0.456, 3);
    expect(current?.lossProbability).toBeCloseTo(0.35704556160661133, 11);
  });

  test("has the present commitment as the best where overage below list makes any other dearer", () => {
    const cheap = agreement({ overagePremiumFraction: -0.3 });
    const marks = bestCommitments(GROWTH, cheap, 100);
    expect(marks.best).toBe(marks.current);
    expect(runnerUp(marks)?.commitmentUsd).toBe(250_000);
  });
});

describe("recommend()", () => {
  const decided = (
    forecast: Parameters<typeof bestCommitments>[0],
    deal: Parameters<typeof bestCommitments>[1],
    currentUsd?: number,
  ) => recommend(bestCommitments(forecast, deal, currentUsd));

  test("measures the best against the present commitment", () => {
    expect(decided(GROWTH, committed, 500_000)).toMatchObject({
      kind: "beats",
      best: { commitmentUsd: 250_000 },
      other: { commitmentUsd: 500_000 },
      bestIsCurrent: false,
      gapUsd: expect.closeTo(32_772, 0),
      next: undefined,
    });
  });

  test("names the runner-up too where the present commitment is neither", () => {
    expect(decided(GROWTH, committed, 480_000)).toMatchObject({
      best: { commitmentUsd: 250_000 },
      other: { commitmentUsd: 480_000 },
      next: { commitmentUsd: 500_000 },
    });
  });

  test("names a commitment between thresholds after those on offer", () => {
    expect(decided(GROWTH, list, 500_000)).toMatchObject({
      kind: "beats",
      best: { commitmentUsd: 250_000 },
      other: { commitmentUsd: 500_000 },
      next: undefined,
      between: { commitmentUsd: expect.closeTo(329_686, 0) },
    });
  });

  test("has the present commitment as the best where it is ahead of all that is on offer", () => {
    expect(decided(GROWTH, list, 340_000)).toMatchObject({
      kind: "beats",
      best: { commitmentUsd: 340_000 },
      bestIsCurrent: true,
      other: { commitmentUsd: 250_000 },
      between: { commitmentUsd: expect.closeTo(329_686, 0) },
    });
  });

  test("treats savings within a rounding as equal", () => {
    const marks = bestCommitments(GROWTH, list, 340_000);
    const ahead = (marks.current?.expectedSavingUsd ?? 0) - marks.bestOnOffer.expectedSavingUsd;
    expect(recommend(marks, ahead + 0.01)).toMatchObject({
      kind: "ties",
      best: { commitmentUsd: 250_000 },
      other: { commitmentUsd: 340_000 },
    });
    expect(recommend(marks, ahead - 0.01)).toMatchObject({ kind: "beats" });
    const between = marks.best.expectedSavingUsd - marks.bestOnOffer.expectedSavingUsd;
    const deal = bestCommitments(GROWTH, list, undefined);
    expect(recommend(deal, between + 0.01)).toMatchObject({ between: undefined });
    expect(recommend(deal, between - 0.01)).toMatchObject({ between: marks.best });
  });

  test("recommends the smallest threshold within a rounding of the best, and compares the rest with it", () => {
    // Certain usage of 556,000: 55,600 at 250,000 and 56,000 at 500,000.
    const marks = (currentUsd?: number) =>
      bestCommitments(certain(556_000), committed, currentUsd, 1_000);
    expect(recommend(marks(), 1_000)).toMatchObject({
      kind: "ties",
      best: { commitmentUsd: 250_000 },
      other: { commitmentUsd: 500_000 },
      gapUsd: expect.closeTo(-400, 6),
    });
    expect(recommend(marks(1_000_000), 1_000)).toMatchObject({
      kind: "beats",
      best: { commitmentUsd: 250_000 },
      other: { commitmentUsd: 1_000_000 },
      next: { commitmentUsd: 500_000 },
    });
    expect(recommend(marks(500_000), 1_000)).toMatchObject({
      kind: "ties",
      best: { commitmentUsd: 250_000 },
      otherIsCurrent: true,
      next: undefined,
    });
    expect(recommend(bestCommitments(certain(556_000), committed, undefined), 0.01)).toMatchObject({
      kind: "beats",
      best: { commitmentUsd: 500_000 },
    });
  });

  test.each([
    [600_000, 1_000],
    [999_999, 1_000],
    [1_000_000, 10_000],
    [1_800_094_020, 10_000_000],
    [52_100, 100],
    [12, 0.1],
    [0.5, 0.01],
    [0, 0.01],
  ])("roundingOf() a mean of %s is %s", (meanUsd, roundingUsd) => {
    expect(roundingOf(certain(meanUsd))).toBeCloseTo(roundingUsd, 12);
  });

  test.each([0, undefined, 250_000])("measures it against the runner-up at %s", (currentUsd) => {
    expect(decided(GROWTH, committed, currentUsd)).toMatchObject({
      kind: "beats",
      other: { commitmentUsd: 500_000 },
      bestIsCurrent: currentUsd === 250_000,
    });
  });

  test("has no commitment as the best where usage is too small for any", () => {
    expect(decided(certain(200_000), list, 0)).toMatchObject({
      kind: "beats",
      best: { commitmentUsd: 0 },
      other: { commitmentUsd: 250_000 },
      gapUsd: 50_000,
      bestIsCurrent: true,
    });
  });

  test("ties within a cent, the smaller first", () => {
    expect(decided(certain(250_000), list)).toMatchObject({
      kind: "ties",
      best: { commitmentUsd: 0 },
      other: { commitmentUsd: 250_000 },
      gapUsd: 0,
    });
  });

  test("has no best commitment where nothing is forfeited and usage has no bound", () => {
    const returned = agreement({ forfeitedFraction: 0 });
    expect(decided(GROWTH, returned, 250_000)).toMatchObject({
      kind: "largerIsNeverDearer",
      limitSavingUsd: expect.closeTo(120_000, 0),
    });
    expect(decided(THREE, returned, 250_000).kind).not.toBe("largerIsNeverDearer");
  });

  test("has nothing to choose without a threshold", () => {
    expect(decided(GROWTH, agreement({}, table([[0, 0]])), 0)).toEqual({
      kind: "nothingToChoose",
    });
  });
});

describe("loadChange()", () => {
  const change = (factor: number, currentUsd?: number) => {
    const after = scaled(GROWTH, factor);
    const load = (forecast: typeof after) => ({
      forecast,
      marks: bestCommitments(forecast, list, currentUsd),
    });
    return loadChange(load(GROWTH), load(after), factor, list);
  };

  test("prices the present commitment and the best one of each load under both loads", () => {
    const { rows } = change(0.8, 480_000);
    expect(rows.map(({ role }) => role)).toEqual(["current", "best", "bestThen"]);
    const low = scaled(GROWTH, 0.8);
    for (const { commitmentUsd, beforeUsd, afterUsd } of rows) {
      expect(beforeUsd).toBeCloseTo(600_000 - expectedCost(GROWTH, commitmentUsd, list), 6);
      expect(afterUsd).toBeCloseTo(480_000 - expectedCost(low, commitmentUsd, list), 6);
      expect(afterUsd).toBeLessThan(beforeUsd);
    }
  });

  test("names each commitment once, and never 0", () => {
    expect(change(0.5, 0).rows.map(({ role }) => role)).toEqual(["best"]);
    expect(change(0.5, 0).bestAfter.commitmentUsd).toBe(0);
    const { bestBefore } = change(1);
    expect(change(1, bestBefore.commitmentUsd).rows.map(({ role }) => role)).toEqual(["current"]);
  });
});

describe("wasteOutlook()", () => {
  test("of three outcomes is the sum done by hand", () => {
    // 500,000 at 15% off pays for 588,235.29: at 380,000 of usage 177,000 are left over, and it costs 120,000 above list.
    const waste = wasteOutlook(THREE, list, 500_000);
    expect(waste.unfilledProbability).toBe(0.25);
    expect(waste.expectedShortfallUsd).toBeCloseTo(0.25 * 177_000, 6);
    expect(waste.worstTenthLossUsd).toBeCloseTo(120_000, 6);
  });

  test("of no commitment is 0", () => {
    expect(wasteOutlook(THREE, list, 0)).toMatchObject({
      unfilledProbability: 0,
      expectedShortfallUsd: 0,
      worstTenthLossUsd: 0,
    });
  });
});

describe("fillLevels()", () => {
  test("of certain usage are all the commitment it fills", () => {
    expect(fillLevels(certain(600_000), list).map((level) => level.commitmentUsd)).toEqual(
      Array.from({ length: 5 }, () => 510_000),
    );
  });

  test("stop a cent below a threshold whose commitment the usage would not fill", () => {
    // 550,000 at 10% off pays for 495,000; at 500,000 and 15% off it would have to be 588,235.
    const [sure] = fillLevels(certain(560_000), list);
    expect(sure?.commitmentUsd).toBe(499_999.99);
  });

  test("count usage itself on the list basis", () => {
    const [sure] = fillLevels(certain(600_000), agreement({ basis: "list" }));
    expect(sure?.commitmentUsd).toBe(600_000);
  });
});

describe("properties", () => {
  test("the marks are the first of the options and the first two on offer, with their savings and chances", () => {
    assertProperty(
      fc.property(anyForecast, anyAgreement, (forecast, deal) => {
        const { best, bestOnOffer, otherOnOffer, limitSavingUsd } = bestCommitments(
          forecast,
          deal,
          undefined,
        );
        const options = commitmentOptions(forecast, deal);
        const first = options.find(({ rank }) => rank === 1);
        const thresholds = deal.bands.map(({ thresholdUsd }) => toCents(thresholdUsd));
        const [onOffer, next] = options
          .filter(({ commitmentUsd }) => [0, ...thresholds].includes(toCents(commitmentUsd)))
          .sort((a, b) => a.rank - b.rank);
        const told = (option: typeof first) =>
          option && [
            option.commitmentUsd,
            option.discountFraction,
            option.expectedSavingUsd,
            option.fillProbability,
            option.lossProbability,
          ];
        expect(Object.values(best)).toEqual(told(first));
        expect(Object.values(bestOnOffer)).toEqual(told(onOffer));
        expect(otherOnOffer && Object.values(otherOnOffer)).toEqual(told(next));
        if (limitSavingUsd !== undefined)
          expect(limitSavingUsd).toBeGreaterThan(best.expectedSavingUsd);
      }),
      { numRuns: 1_000 },
    );
  });

  test("no smaller commitment on offer than leastOnOffer saves as much, and the best is at most a rounding ahead", () => {
    assertProperty(
      fc.property(
        anyForecast,
        anyAgreement,
        fc.option(cents, { nil: undefined }),
        (forecast, deal, currentUsd) => {
          const roundingUsd = roundingOf(forecast);
          const marks = bestCommitments(forecast, deal, currentUsd, roundingUsd);
          const { bestOnOffer, leastOnOffer, current } = marks;
          const leads =
            current !== undefined &&
            current.expectedSavingUsd > bestOnOffer.expectedSavingUsd + roundingUsd;
          const rivals = leads || !current ? [bestOnOffer] : [bestOnOffer, current];
          const leadUsd = Math.max(...rivals.map((one) => one.expectedSavingUsd));
          const ties = (usd: number) =>
            forecast.meanUsd - expectedCost(forecast, usd, deal) > leadUsd - roundingUsd - 1e-3;
          expect(ties(leastOnOffer.commitmentUsd)).toBe(true);
          const smaller = [0, ...deal.bands.map(({ thresholdUsd }) => thresholdUsd)].filter(
            (usd) => toCents(usd) < toCents(leastOnOffer.commitmentUsd),
          );
          for (const usd of smaller)
            expect(forecast.meanUsd - expectedCost(forecast, usd, deal)).toBeLessThan(
              leadUsd - roundingUsd + 1e-3,
            );
        },
      ),
      { numRuns: 300 },
    );
  });

  test("segments cover what can be committed, ascend, and hold every stationary point", () => {
    assertProperty(
      fc.property(anyForecast, anyAgreement, cents, (forecast, deal, currentUsd) => {
        const curve = savingsCurve(forecast, deal, currentUsd);
        const points = pointsOf(curve);
        expect(points[0]?.commitmentUsd).toBe(0);
        for (const [index, { commitmentUsd, expectedSavingUsd }] of points.entries()) {
          expect(Number.isFinite(expectedSavingUsd)).toBe(true);
          if (index > 0)
            expect(commitmentUsd).toBeGreaterThan(points[index - 1]?.commitmentUsd ?? 0);
        }
        const amounts = new Set(points.map(({ commitmentUsd }) => toCents(commitmentUsd)));
        for (const { band, leastUsd, mostUsd } of bandReaches(deal)) {
          const toUsd = Math.min(mostUsd, curve.endUsd);
          expect(amounts).toContain(toCents(leastUsd));
          expect(amounts).toContain(toCents(toUsd));
          const inside = stationaryPoint(band, forecast, deal);
          if (inside !== undefined && inside > leastUsd && inside < toUsd)
            expect(amounts).toContain(toCents(inside));
        }
        const { best, current } = curve.marks;
        for (const mark of [best, runnerUp(curve.marks), current])
          expect(mark?.commitmentUsd ?? 0).toBeLessThanOrEqual(curve.endUsd);
        expect(best.expectedSavingUsd).toBeGreaterThanOrEqual(
          (current?.expectedSavingUsd ?? 0) - 0.011,
        );
      }),
      { numRuns: 1_000 },
    );
  });

  test("between its points the curve differs from straight lines by less than an eightieth of its top", () => {
    assertProperty(
      fc.property(fc.integer({ min: 20, max: 300 }), cents, (percent, triedUsd) => {
        const forecast = scaled(GROWTH, percent / 100);
        const { segments, endUsd } = savingsCurve(forecast, list, undefined);
        const usd = triedUsd % endUsd;
        const own = segments.findLast(({ points }) => points[0].commitmentUsd <= usd);
        const upper = own?.points.find(({ commitmentUsd }) => commitmentUsd >= usd);
        const lower = own?.points.findLast(({ commitmentUsd }) => commitmentUsd <= usd);
        if (!own || !upper || !lower) return;
        const share =
          upper === lower
            ? 0
            : (usd - lower.commitmentUsd) / (upper.commitmentUsd - lower.commitmentUsd);
        const drawn =
          lower.expectedSavingUsd + share * (upper.expectedSavingUsd - lower.expectedSavingUsd);
        const true_ = forecast.meanUsd - expectedCost(forecast, usd, list);
        const all = segments.flatMap(({ points }) =>
          points.map((point) => point.expectedSavingUsd),
        );
        const near = Math.max(...all, 0.05 * forecast.meanUsd);
        expect(Math.abs(drawn - true_)).toBeLessThan(near / 80);
      }),
      { numRuns: 1_000 },
    );
  });

  test("usage fills each fill level with its probability, and a cent more in the same band less often", () => {
    assertProperty(
      fc.property(anyForecast, anyAgreement, (forecast, deal) => {
        for (const { probability, commitmentUsd } of fillLevels(forecast, deal)) {
          if (commitmentUsd < 0.02) continue;
          const filled = (usd: number) => fillProbability(forecast, usd, deal);
          expect(filled(commitmentUsd)).toBeGreaterThanOrEqual(probability - 1e-6);
          const inside = !deal.bands.some(
            ({ thresholdUsd }) => Math.abs(thresholdUsd - commitmentUsd) < 2,
          );
          if (inside && commitmentUsd > 100)
            expect(filled(commitmentUsd * 1.00001 + 1)).toBeLessThan(probability + 1e-6);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
