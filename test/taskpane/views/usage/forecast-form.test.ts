import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../../src/core/currency";
import {
  FIELD_WORDS,
  FORECAST_FIELDS,
  type ForecastFieldName,
  forecastSentence,
  USAGE_KINDS,
  type UsageKind,
} from "../../../../src/taskpane/kit/forecast-form-messages";
import {
  type ForecastForm,
  freshForecastForm,
  readForecastForm,
} from "../../../../src/taskpane/kit/forecast-form-state";

function formWith(
  kind: UsageKind,
  texts: Partial<Record<ForecastFieldName, string>>,
  tried = false,
): ForecastForm {
  const fresh = freshForecastForm(undefined, US_DOLLAR);
  return { kind, texts: { ...fresh.texts, ...texts }, tried };
}

function errorsOf(form: ForecastForm): readonly string[] {
  return readForecastForm(form, US_DOLLAR).fields.map(({ field }) => field.error);
}

describe("freshForecastForm()", () => {
  test("begins in the middle with the usage of the deal, and says nothing is wrong yet", () => {
    const { texts } = freshForecastForm(700_000, US_DOLLAR);
    expect(texts).toMatchObject({ low: "", likely: "$700,000", high: "", mean: "$700,000" });
    for (const kind of USAGE_KINDS) expect(errorsOf(formWith(kind, texts)).join("")).toBe("");
    expect(freshForecastForm(undefined, US_DOLLAR).texts.likely).toBe("");
  });
});

describe("readForecastForm()", () => {
  test.each<readonly [ForecastForm, object, string]>([
    [
      formWith("certain", { usage: "700k" }),
      { kind: "spread", meanUsd: 700_000, spreadFraction: 0 },
      "Usage is $700,000 for certain.",
    ],
    [
      formWith("points", { low: "300k", likely: "$550,000", high: "1.1M" }),
      { kind: "points", lowUsd: 300_000, likelyUsd: 550_000, highUsd: 1_100_000 },
      // (300 + 4 x 550 + 1,100) / 6 = 600.
      "On average $600,000. 1 year in 10 stays below",
    ],
    [
      formWith("spread", { mean: "600k", spread: "35%" }),
      { kind: "spread", meanUsd: 600_000, spreadFraction: 0.35 },
      // Its P90 is worked out in the docstring of FORECAST_QUANTILE: 875,503.80.
      "On average $600,000. 1 year in 10 stays below $366,000, and 1 in 10 goes above $876,000.",
    ],
    [
      formWith("percentiles", { p10: "400k", p90: "850k" }),
      { kind: "percentiles", p10Usd: 400_000, p90Usd: 850_000 },
      "On average $608,863. 1 year in 10 stays below $400,000, and 1 in 10 goes above $850,000.",
    ],
    [
      formWith("points", { low: "500k", likely: "500k", high: "500k" }),
      { kind: "points", lowUsd: 500_000, likelyUsd: 500_000, highUsd: 500_000 },
      "Usage is $500,000 for certain.",
    ],
  ])("understands %o", (form, forecast, sentence) => {
    const reading = readForecastForm(form, US_DOLLAR);
    expect(reading.forecast).toEqual(forecast);
    expect(reading.obstacles).toEqual([]);
    const said = reading.understood ? forecastSentence(reading.understood, US_DOLLAR) : "";
    expect(said.slice(0, sentence.length)).toBe(sentence);
  });

  test("says how typed text was understood, and nothing of text that says it itself", () => {
    const form = formWith("points", { low: "300k", likely: "$550,000", high: "1.1M" });
    const { fields } = readForecastForm(form, US_DOLLAR);
    expect(fields.map(({ field }) => field.echo)).toEqual(["$300,000", "", "$1,100,000"]);
    const spread = readForecastForm(formWith("spread", { mean: "1M", spread: "0.125" }), US_DOLLAR);
    expect(spread.fields.map(({ field }) => field.echo)).toEqual(["$1,000,000", "12.5%"]);
  });

  test.each([
    ["1", "1%", "100%"],
    ["1.5", "1.5%", "150%"],
    ["5", "5%", "500%"],
    ["9.99", "9.99%", "999%"],
    ["10", "10%", "1000%"],
    ["10.5", "10.5%", undefined],
    ["33", "33%", undefined],
  ])("asks what a spread of %s is, and takes either answer", (spread, percent, fraction) => {
    const ask = (text: string) =>
      readForecastForm(formWith("spread", { mean: "600k", spread: text }), US_DOLLAR);
    const answers = ask(spread).fields[1]?.question?.answers.map(({ change }) => change);
    expect(answers).toEqual(fraction === undefined ? [percent] : [percent, fraction]);
    expect(ask(spread).forecast).toBeUndefined();
    for (const change of answers ?? [])
      expect(ask(change).forecast).toMatchObject({
        spreadFraction: expect.closeTo(Number.parseFloat(change) / 100, 9),
      });
  });

  test.each(["0", "0.35", "35%", "0.999", "150%"])("does not ask of a spread of %s", (spread) => {
    const reading = readForecastForm(formWith("spread", { mean: "600k", spread }), US_DOLLAR);
    expect(reading.fields[1]?.question).toBeUndefined();
    expect(reading.forecast).toBeDefined();
  });

  test.each<readonly [string, ForecastForm, readonly string[]]>([
    [
      "what is no number, and what may be two",
      formWith("points", { low: "some", likely: "500.000", high: "-1" }),
      [
        'Low is "some": give a number.',
        'Likely is "500.000", which may mean 500 or 500,000: write 500 or 500000.',
        "High is -1: give an amount of 0 or more.",
      ],
    ],
    [
      "numbers in the wrong order, each beside its field",
      formWith("points", { low: "600k", likely: "500k", high: "550k" }),
      [
        "",
        "Likely is 500,000: give an amount not below low, which is $600,000.",
        "High is 550,000: give an amount not below low, which is $600,000.",
      ],
    ],
    [
      "a percentage of more than the mean can have",
      formWith("spread", { mean: "600k", spread: "3500" }),
      ["", "Spread is 3,500: give a fraction from 0 to 10, such as 0.15 for 15%."],
    ],
    [
      "money for a spread, a percentage for money",
      formWith("spread", { mean: "60%", spread: "$200k" }),
      [expect.stringMatching(/^Average is "60%"/), expect.stringMatching(/^Spread is "\$200k"/)],
    ],
    [
      "a spread around nothing",
      formWith("spread", { mean: "0", spread: "35%" }),
      ["Average is 0: give an amount above $0.", ""],
    ],
    [
      "a low year of nothing",
      formWith("percentiles", { p10: "0", p90: "1M" }),
      ["Low year is 0: give an amount above $0.", ""],
    ],
    [
      "a high year below the low one",
      formWith("percentiles", { p10: "1M", p90: "999,999" }),
      ["", "High year is 999,999: give an amount not below low year, which is $1,000,000."],
    ],
    [
      "what is missing, once it was to be written",
      formWith("spread", {}, true),
      [
        "Average is missing: give an amount in USD, such as 250k.",
        "Spread is missing: give a part of the average, such as 35%.",
      ],
    ],
  ])("says beside the field %s", (_what, form, errors) => {
    const reading = readForecastForm(form, US_DOLLAR);
    expect(reading.fields.map(({ field }) => field.error)).toEqual(errors);
    expect(reading.obstacles).toHaveLength(errors.filter((error) => error !== "").length);
    expect([reading.forecast, reading.understood]).toEqual([undefined, undefined]);
  });

  test("what is missing stops it, without a word beside the field until then", () => {
    const form = formWith("points", { low: "300k" });
    expect(errorsOf(form)).toEqual(["", "", ""]);
    expect(readForecastForm(form, US_DOLLAR).obstacles).toEqual([
      "Likely is missing: give an amount in USD, such as 250k.",
      "High is missing: give an amount in USD, such as 250k.",
    ]);
  });

  test("says what only the numbers together show", () => {
    const reading = readForecastForm(
      formWith("percentiles", { p10: "$0.01", p90: "900 000 000M" }),
      US_DOLLAR,
    );
    expect(reading.otherFault).toMatch(/^P10 and P90 of forecast would have a mean above/);
    expect(reading.obstacles).toEqual([reading.otherFault]);
    expect(reading.forecast).toBeUndefined();
  });

  test("every field has words, and keeps its text while another way is chosen", () => {
    const texts = {
      usage: "0",
      low: "1",
      likely: "2",
      high: "3",
      mean: "4",
      spread: "5%",
      p10: "6",
      p90: "7",
    };
    const shown = USAGE_KINDS.flatMap(
      (kind) => readForecastForm(formWith(kind, texts), US_DOLLAR).fields,
    );
    expect(shown.map(({ field }) => field.text)).toEqual(Object.values(texts));
    expect(shown.map(({ name }) => name)).toEqual(Object.values(FORECAST_FIELDS).flat());
    for (const { name } of shown) expect(FIELD_WORDS[name].help).toMatch(/^[A-Z].+\.$/);
  });
});
