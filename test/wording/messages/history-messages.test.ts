import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { NoAnswer } from "../../../src/core/no-answer";
import { forecastFromHistory } from "../../../src/forecast/history/forecast-from-history";
import { type TrackRecord, trackRecord } from "../../../src/forecast/history/track-record";
import {
  describeShortHistory,
  describeTrackRecord,
} from "../../../src/wording/messages/history-messages";

const RECORD: TrackRecord = {
  tests: 7,
  testedMonths: 6,
  chosen: { method: "damped trend", missFraction: 0.0831 },
  others: [{ method: "last value", missFraction: 0.14 }],
  usageAlways: undefined,
  seasonsFrom: undefined,
  isLeastCv: false,
};

const described = (given: Partial<TrackRecord>, months = 24) =>
  describeTrackRecord({ ...RECORD, ...given }, months);

describe("describeTrackRecord() claims what was tested", () => {
  test("how far the method missed, rounded up, beside the last value", () => {
    expect(described({})).toEqual([
      "With damped trend, the next six months came within 9% on average in 7 tests on your own history; last value within 14%.",
    ]);
  });

  test.each<[string, Partial<TrackRecord>, string]>([
    [
      "one month",
      { testedMonths: 1, tests: 3 },
      "the next month came within 9% on average in 3 tests",
    ],
    ["the last value itself", { others: [] }, "on your own history."],
    [
      "seasons too",
      { others: [...RECORD.others, { method: "seasonal", missFraction: 0.2 }] },
      "; last value within 14%; seasonal within 20%.",
    ],
    [
      "no error",
      { chosen: { method: "drift", missFraction: 0 } },
      "With drift, the next six months came within 1%",
    ],
    ["9% and noise", { chosen: { method: "drift", missFraction: 0.09 + 1e-14 } }, "came within 9%"],
    [
      "no usage",
      { chosen: { method: "drift", missFraction: undefined } },
      "In 7 tests on your own history nothing was used.",
    ],
  ])("of %s", (_, given, words) => {
    expect(described(given)[0]).toContain(words);
  });

  test.each<[Partial<TrackRecord>, string]>([
    [
      { usageAlways: "above" },
      "Usage was above the forecast in all 7 tests: it outruns every such forecast, and P90 may be too low.",
    ],
    [
      { usageAlways: "below" },
      "Usage was below the forecast in all 7 tests: it falls short of every such forecast, and P10 may be too high.",
    ],
    [
      { isLeastCv: true },
      "The tests alone would make the range narrower; its CV is held at 10%, since no test of a few months justifies less for a year.",
    ],
    [{ seasonsFrom: 20 }, "24 months of history cannot test seasons: that takes 20 months."],
  ])("%j", (given, sentence) => {
    expect(described(given)[1]).toBe(sentence);
  });
});

describe("trackRecord() of a history", () => {
  const recordOf = (usagesUsd: readonly number[], months = 12) => {
    const found = forecastFromHistory(usagesUsd, { months, gap: 0, method: undefined });
    if (found instanceof NoAnswer) throw new Error(JSON.stringify(found.reason));
    return trackRecord(found);
  };
  const series = (months: number, usage: (month: number) => number) =>
    Array.from({ length: months }, (_, month) => usage(month));

  test("that grows steadily is outrun in every test", () => {
    expect(recordOf(series(24, (month) => 50_000 * 1.05 ** month)).usageAlways).toBe("above");
  });

  test("that falls faster and faster falls short in every test", () => {
    expect(recordOf(series(12, (month) => 90_000 - 500 * month ** 2)).usageAlways).toBe("below");
  });

  test("that a forecast meets is on neither side, and its CV is the least", () => {
    const met = recordOf(series(24, (month) => 30_000 + 1_000 * month));
    expect(met).toMatchObject({ usageAlways: undefined, isLeastCv: true });
    expect(met.chosen.method).toBe("drift");
    expect(met.chosen.missFraction).toBeCloseTo(0, 12);
  });

  test("compares with last value and seasonal, where another was chosen", () => {
    const waves = series(36, (month) => 40_000 + 1_500 * (month % 12) + 900 * month);
    expect(recordOf(waves).others.map(({ method }) => method)).toEqual(["last value", "seasonal"]);
    expect(recordOf(Array(24).fill(5)).others.map(({ method }) => method)).toEqual(["seasonal"]);
  });

  test.each([
    [6, 12, 20],
    [19, 12, 20],
    [19, 60, 20],
    [17, 1, 18],
    [20, 12, undefined],
    [18, 1, undefined],
  ])("of %d months, for %d ahead, can test seasons from %s", (n, months, expected) => {
    expect(
      recordOf(
        series(n, (month) => 100 + month),
        months,
      ).seasonsFrom,
    ).toBe(expected);
  });

  test("misses by the sum of errors over the sum of usage", () => {
    // last value of six months: tests from the third month on miss 0, 0 and 60 of 100, 100 and 160.
    const found = recordOf([100, 100, 100, 100, 100, 160]);
    expect(found.chosen).toEqual({ method: "last value", missFraction: 60 / 360 });
  });
});

describe("describeShortHistory()", () => {
  test.each([
    [
      [],
      "There is no complete month, and a forecast needs 6 complete months. Give low, likely and high usage of a year instead.",
    ],
    [
      [40_000],
      "There is 1 complete month, and a forecast needs 6 complete months. Give low, likely and high usage of a year instead: 12 times the latest month is $480,000.",
    ],
    [
      [1, 2, 3, 4, 50_000],
      "There are 5 complete months, and a forecast needs 6 complete months. Give low, likely and high usage of a year instead: 12 times the latest month is $600,000.",
    ],
  ])("%j", (usagesUsd, sentence) => {
    expect(describeShortHistory(usagesUsd, US_DOLLAR)).toBe(sentence);
  });
});
