import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestCommitments } from "../../../../src/analysis/best-commitments";
import { commitmentOutlook, wasteOutlook } from "../../../../src/analysis/commitment-outlook";
import { forecastSpread } from "../../../../src/analysis/forecast-spread";
import { loadChange } from "../../../../src/analysis/load-change";
import { US_DOLLAR } from "../../../../src/core/currency";
import { toCents } from "../../../../src/core/money";
import { AS_IT_IS, whatIfNote } from "../../../../src/deal/assumptions";
import type { Forecast } from "../../../../src/forecast/forecast";
import { normal } from "../../../../src/forecast/normal";
import { certain, sample } from "../../../../src/forecast/sample";
import { scaled } from "../../../../src/forecast/scaled";
import {
  forecastParts,
  loadQuestion,
  loadRowName,
  loadSentence,
  wasteSentence,
} from "../../../../src/taskpane/views/commitment/full-chart-messages";
import {
  aboutUsd,
  chance,
  commitmentName,
  loadWords,
} from "../../../../src/wording/format/approximate";
import { commitmentNames } from "../../../../src/wording/messages/commitment-names";
import { readingSentence } from "../../../../src/wording/messages/outlook-messages";
import { agreement } from "../../../core/deals";
import { GROWTH, THREE } from "../../../forecast/forecasts";
import { assertProperty } from "../../../support/property";

const committed = agreement({ overage: "committed" });

describe("readingSentence()", () => {
  const at = (usd: number, forecast: Forecast = GROWTH) =>
    readingSentence(
      commitmentOutlook(forecast, committed, usd),
      forecast.lowestUsd === forecast.highestUsd,
      US_DOLLAR,
    );

  test.each([
    [
      500_000,
      "$500k, 15% off: saves $26,728 a year on average. It is filled in 46 of 100 years and costs more than list in 36.",
    ],
    [
      499_999.99,
      "$499,999.99, 10% off: saves $8,045 a year on average. It is filled in 52 of 100 years and costs more than list in 36.",
    ],
    [0, "Committing nothing, no discount: costs as much as list on average."],
  ])("at %s says the saving and the chances", (usd, sentence) => {
    expect(at(usd)).toBe(sentence);
  });

  test("of three outcomes says every year and no year", () => {
    expect(at(300_000, THREE)).toBe(
      "$300k, 10% off: saves $62,000 a year on average. It is filled every year and costs more than list in no year.",
    );
    expect(at(1_000_000, THREE)).toBe(
      "$1M, 20% off: costs $380,000 a year more than list on average. It is filled in no year and costs more than list every year.",
    );
  });

  test("of certain usage counts no years", () => {
    expect(at(500_000, certain(700_000))).toBe(
      "$500k, 15% off: saves $105,000 a year. It is filled and costs no more than list.",
    );
  });
});

describe("another load", () => {
  function asked(factor: number, currentUsd: number | undefined, forecast: Forecast = GROWTH) {
    const after = scaled(forecast, factor);
    return loadChange(
      { forecast, marks: bestCommitments(forecast, committed, currentUsd) },
      { forecast: after, marks: bestCommitments(after, committed, currentUsd) },
      factor,
      committed,
    );
  }

  test("is asked for in the user's words", () => {
    expect(loadQuestion(0.8)).toBe("What if our load drops 20%?");
    expect(loadQuestion(1.35)).toBe("What if our load grows 35%?");
    expect([loadWords(0.8), loadWords(1), loadWords(1.5)]).toEqual([
      "20% lower than forecast",
      "as forecast",
      "50% higher than forecast",
    ]);
    expect([0.8, 1].map((loadFactor) => whatIfNote({ ...AS_IT_IS, loadFactor }))).toEqual([
      "With usage 20% lower than forecast. The workbook is as it was.",
      "",
    ]);
  });

  test("is answered for the present commitment, and says what is best then", () => {
    const change = asked(0.8, 480_000);
    expect(loadSentence(change, US_DOLLAR)).toBe(
      "With the lower load $480k costs $40,446 a year more than list: $57,567 worse than as forecast. $250k stays best.",
    );
    expect(change.rows.map((row) => loadRowName(row, US_DOLLAR))).toEqual([
      "$480k, present",
      "$250k, best as forecast",
    ]);
    expect(loadSentence(asked(0.4, 480_000), US_DOLLAR)).toMatch(
      /Best is then committing nothing\.$/,
    );
    expect(loadSentence(asked(1.5, 480_000), US_DOLLAR)).toMatch(
      /^With the higher load \$480k saves .* better/,
    );
    expect(
      asked(1.5, 480_000)
        .rows.map((row) => loadRowName(row, US_DOLLAR))
        .at(-1),
    ).toBe("$500k, best then");
  });

  test("without a commitment is answered for the best", () => {
    expect(loadSentence(asked(0.8, 0), US_DOLLAR)).toBe(
      "With the lower load $250k saves $45,485 a year: $14,015 worse than as forecast. $250k stays best.",
    );
    expect(loadSentence(asked(0.8, 0, certain(200_000)), US_DOLLAR)).toBe(
      "Committing nothing stays best.",
    );
    expect(loadSentence(asked(1.5, 0, certain(200_000)), US_DOLLAR)).toBe("Best is then $250k.");
  });
});

describe("wasteSentence()", () => {
  const waste = (usd: number, forecast: Forecast = GROWTH) =>
    wasteSentence(
      wasteOutlook(forecast, committed, usd),
      forecast.lowestUsd === forecast.highestUsd,
      US_DOLLAR,
    );

  test("says how often, how much on average, and how bad the worst tenth is", () => {
    expect(waste(480_000)).toBe(
      "$480k is not used up in 43 of 100 years, and $42,878 of it goes unused on average. In the worst tenth of years it costs $165,262 a year more than list on average.",
    );
    expect(waste(250_000)).toBe(
      "$250k is not used up in 2 of 100 years, and $500 of it goes unused on average. In the worst tenth of years it still saves $26,475 a year on average.",
    );
  });

  test("says never and always", () => {
    expect(waste(300_000, THREE)).toBe("All of $300k is used every year.");
    expect(waste(1_000_000, THREE)).toMatch(/^\$1M is never used up, and \$504,000 of it/);
  });

  test("of certain usage says what is left over", () => {
    expect(waste(500_000, certain(700_000))).toBe("At this usage all of $500k is used.");
    expect(waste(1_000_000, certain(700_000))).toBe(
      "At this usage $440,000 of $1M is not used; it costs $300,000 a year more than list.",
    );
  });
});

describe("forecastParts()", () => {
  const told = (forecast: Forecast) =>
    forecastParts(forecastSpread(forecast), US_DOLLAR).map(
      ({ label, sentence }) => `${label}: ${sentence}`,
    );

  test("tells a base, a middle and a tail apart", () => {
    expect(told(GROWTH)).toEqual([
      "Base: $324k is almost sure: 19 outcomes in 20 use at least that.",
      "Middle: $450k to $712k is likely: half of outcomes lie there.",
      "Tail: More than $991k is possible: 1 outcome in 20 uses that.",
    ]);
  });

  test("of certain usage says that it is taken as that", () => {
    expect(told(certain(700_000))).toEqual(["Usage: $700,000 is taken as certain."]);
  });

  test("of a few outcomes names each", () => {
    expect(told(THREE)).toEqual([
      "Base: $380k is sure: no outcome uses less, and 25% use just that.",
      "Middle: $600k in 50% of outcomes.",
      "Tail: $900k in 25% of outcomes, and never more.",
    ]);
    expect(told(sample([1_000, 2_000])).map((line) => line.split(":")[0])).toEqual([
      "Base",
      "Tail",
    ]);
  });

  test("of a history counts its months", () => {
    const months = [410, 455, 480, 520, 560, 590, 640, 700, 780, 950].map((usd) => usd * 1_000);
    expect(told(sample(months))).toEqual([
      "Base: $410k is sure: no outcome uses less.",
      "Middle: $480k to $700k is likely: 60% of outcomes lie there.",
      "Tail: $950k or more is possible: 10% of outcomes use that.",
    ]);
    const long = sample(Array.from({ length: 100 }, (_, index) => 1_000 * (index + 1)));
    expect(told(long)[0]).toBe("Base: $5k is almost sure: 96% of outcomes use at least that.");
  });

  test("of a middle that is one amount says so", () => {
    const [, middle] = told(sample([1, 2, 5, 5, 5, 5, 5, 5, 5, 8, 9, 10].map((k) => k * 1_000)));
    expect(middle).toBe("Middle: $5k is likely: 58% of outcomes use just that.");
  });

  test("of a normal that reaches below nothing says so", () => {
    expect(told(normal({ meanUsd: 600_000, deviationUsd: 500_000 }))[0]).toBe(
      "Base: No usage is almost sure under this forecast. It falls below $0 in 12% of outcomes, which a lognormal never does.",
    );
    const [base] = told(sample([0, 0, 0, 0, 1, 2, 3, 4, 5, 6].map((k) => k * 1_000)));
    expect(base).toBe("Base: No usage is almost sure under this forecast.");
  });
});

describe("commitmentNames()", () => {
  const nameOf = commitmentNames([0, 250_000, 500_000, 1_000_000, 1_262_500], 480_123, US_DOLLAR);

  test.each([
    [329_685.934_2, "$330k"],
    [339_629, "$340k"],
    [1_530_079.917, "$1.53M"],
    [250_000, "$250k"],
    [1_262_500, "$1,262,500"],
    [480_123, "$480,123"],
    [0, "committing nothing"],
    // Three figures would name a threshold, or fall into another band.
    [499_999.99, "$499,999.99"],
    [499_600, "$499.6k"],
    [250_001, "$250,001"],
    [250_400.4, "$250.4k"],
    [999_700, "$999.7k"],
    [1_262_100, "$1.26M"],
    [480_119, "$480k"],
    [0.012, "$0.01"],
  ])("names %s as %s", (usd, name) => {
    expect(nameOf(usd)).toBe(name);
  });

  test("keeps every amount in its band and apart from what is written", () => {
    const written = [0, 25_000_000, 50_000_000, 100_000_000];
    assertProperty(
      fc.property(fc.integer({ min: 1, max: 200_000_000 }), (cents) => {
        const name = commitmentNames(
          written.map((one) => one / 100),
          undefined,
          US_DOLLAR,
        )(cents / 100);
        const shown =
          Number(name.replace(/[$,kM]/g, "")) *
          (name.endsWith("k") ? 1e3 : name.endsWith("M") ? 1e6 : 1);
        const bandOf = (usd: number) => written.findLast((one) => one <= toCents(usd));
        expect(bandOf(shown)).toBe(bandOf(cents / 100));
        expect(written.includes(toCents(shown))).toBe(written.includes(cents));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("numbers of a forecast", () => {
  test("have three digits", () => {
    expect(
      [323_700, 1_024_999, -405_200, 999.4, 0, -0.001].map((one) => aboutUsd(one, US_DOLLAR)),
    ).toEqual(["$324k", "$1.02M", "\u2212$405k", "$999", "$0", "$0"]);
  });

  test("say 0% and 100% only of what cannot be and what must be", () => {
    expect([0, 1e-12, 0.001, 0.456, 0.999, 1 - 1e-12, 1].map(chance)).toEqual([
      "0%",
      "0%",
      "under 1%",
      "46%",
      "over 99%",
      "100%",
      "100%",
    ]);
  });

  test("name a commitment as briefly as is true", () => {
    expect(
      [0, 250_000, 1_250_000, 499_999.99, 329_685.934_2, 480_500].map((one) =>
        commitmentName(one, US_DOLLAR),
      ),
    ).toEqual(["committing nothing", "$250k", "$1.25M", "$499,999.99", "$329,686", "$480,500"]);
  });
});
