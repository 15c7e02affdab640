import { describe, expect, test } from "vitest";
import { decide } from "../../../src/analysis/decision";
import { thresholdMoves } from "../../../src/analysis/threshold-moves";
import { US_DOLLAR } from "../../../src/core/currency";
import type { Terms } from "../../../src/core/terms";
import { readDealCells } from "../../../src/deal/parse-deal";
import type { Forecast } from "../../../src/forecast/forecast";
import { lognormal, lognormalFromVariation } from "../../../src/forecast/lognormal";
import { certain, sample } from "../../../src/forecast/sample";
import { aboutDollars, inYears } from "../../../src/wording/format/approximate";
import { describeDecision } from "../../../src/wording/messages/decision-messages";
import { agreement, DEMO, table } from "../../core/deals";
import { GROWTH, THREE } from "../../forecast/forecasts";
import { whole } from "../../support/whole";
import { dealCells } from "../../taskpane/pane-scenarios";

type Pairs = readonly (readonly [number, number])[];

const COMMITTED = { overage: "committed" } as const;
const LIST = {};
const FIRST_ONLY: Pairs = DEMO.slice(0, 2);
const MANY: Pairs = Array.from({ length: 200 }, (_, index) => [index * 10_000, index / 500]);
const scale = (factor: number): Pairs =>
  DEMO.map(([thresholdUsd, discountFraction]) => [thresholdUsd * factor, discountFraction]);
const around = (meanUsd: number, variation = 0.35): Forecast =>
  lognormal(lognormalFromVariation(meanUsd, variation));

interface Deal {
  readonly forecast?: Forecast;
  readonly terms?: Partial<Terms>;
  readonly pairs?: Pairs;
  readonly at?: number;
}

function decided({ forecast = GROWTH, terms = COMMITTED, pairs = DEMO, at }: Deal) {
  const bands = table(pairs);
  return describeDecision(
    decide({
      bands,
      agreement: agreement(terms, bands),
      forecast,
      commitmentUsd: at,
    }),
    US_DOLLAR,
  );
}

const IN_98 = "Usage fills it in 98 of 100 years.";

describe("describeDecision()", () => {
  test("says the worked case as headline, evidence and line", () => {
    expect(decided({ at: 500_000 })).toEqual({
      headline: "Commit $250k, not $500k",
      evidence: `It saves $59,500 a year on average, $32,800 more than $500k would. ${IN_98}`,
      also: [],
      guesses: "",
      short: "saves $59,500 a year",
      line: "Commit $250k, not $500k · saves $59,500 a year",
      mark: "look",
    });
  });

  const rows: [string, Deal, string, string, ...string[]][] = [
    [
      "a present commitment between thresholds",
      { at: 480_000 },
      "Commit $250k, not $480k",
      `It saves $59,500 a year on average, $42,400 more than $480k would. ${IN_98}`,
      "The best other threshold is $500k, $32,800 a year behind.",
    ],
    [
      "a present commitment that is best",
      { at: 250_000 },
      "Stay at $250k",
      `It saves $59,500 a year on average, $32,800 more than $500k, the next best on offer, would. ${IN_98}`,
    ],
    [
      "no commitment yet",
      { at: 0 },
      "Commit $250k",
      `It saves $59,500 a year on average, $32,800 more than $500k would. ${IN_98}`,
    ],
    [
      "a commitment below the first threshold",
      { at: 100_000 },
      "Commit $250k, not $100k",
      `It saves $59,500 a year on average; $100k would save nothing. ${IN_98}`,
      "The best other threshold is $500k, $32,800 a year behind.",
    ],
    [
      "too much promised",
      { at: 1_000_000 },
      "Commit $250k, not $1M",
      `It saves $59,500 a year on average; $1M would cost $401,000 a year more than list. ${IN_98}`,
      "The best other threshold is $500k, $32,800 a year behind.",
    ],
    [
      "a better amount between thresholds",
      { at: 500_000, terms: LIST },
      "Commit $250k, not $500k",
      `It saves $27,200 a year on average, $13,400 more than $500k would. ${IN_98}`,
      "If any amount may be committed, $330k would save $4,250 a year more.",
    ],
    [
      "a present commitment between thresholds that leads",
      { at: 340_000, terms: LIST },
      "Stay at $340k",
      "It saves $31,400 a year on average, $4,160 more than $250k, the next best on offer, would. Usage fills it in 88 of 100 years.",
    ],
    [
      "usage beyond all bands",
      { forecast: around(1e7), terms: LIST, at: 1_000_000 },
      "Stay at $1M",
      "It saves $250,000 a year on average, $162,000 more than $500k, the next best on offer, would. Usage fills it in more than 99 of 100 years.",
      "If any amount may be committed, $5.67M would save $937,000 a year more.",
    ],
    [
      "certain usage",
      { forecast: certain(700_000), at: 480_000 },
      "Commit $500k, not $480k",
      "It saves $105,000 a year, $35,000 more than $480k would. Usage of $700,000, taken as certain, fills it.",
      "The best other threshold is $250k, $35,000 a year behind.",
    ],
    [
      "certain usage that fills no threshold",
      { forecast: certain(200_000), at: 0 },
      "Commit nothing",
      "$250k would cost $50,000 a year more than list. Usage of $200,000, taken as certain, does not fill $250k.",
    ],
    [
      "no commitment worth it, and one made",
      { forecast: certain(200_000), terms: LIST, at: 500_000 },
      "Commit nothing, not $500k",
      "$500k would cost $300,000 a year more than list. Usage of $200,000, taken as certain, does not fill $500k.",
      "The best other threshold is $250k, $50,000 a year behind.",
    ],
    [
      "a discount without a commitment",
      {
        forecast: around(150_000),
        pairs: [
          [0, 0.05],
          [250_000, 0.1],
        ],
      },
      "Commit nothing",
      "Committing nothing saves $7,500 a year on average; $250k would cost $101,000 a year more than list. Usage fills $250k in 2 of 100 years.",
    ],
    [
      "one band",
      { terms: LIST, pairs: FIRST_ONLY, at: 0 },
      "Commit $250k",
      `It saves $27,200 a year on average. ${IN_98}`,
      "If any amount may be committed, $330k would save $4,250 a year more.",
    ],
    [
      "two outcomes",
      { forecast: sample([240_000, 400_000]), pairs: FIRST_ONLY },
      "Commit $250k",
      "It saves $15,000 a year on average. Usage fills it in 50 of 100 years.",
    ],
    [
      "200 bands, of which several tie",
      { terms: LIST, pairs: MANY, at: 480_000 },
      "Commit $330k, not $480k",
      "It saves $19,300 a year on average, $15,000 more than $480k would. Usage fills it in 92 of 100 years.",
      "The best other threshold is $360k, which comes to the same.",
    ],
    [
      "an exact tie with nothing",
      { forecast: certain(250_000), terms: LIST },
      "A tie: nothing or $250k",
      "Each costs as much as list. Usage of $250,000, taken as certain, does not fill $250k.",
    ],
    [
      "a tie within a rounding of the forecast",
      { forecast: around(556_000, 0.0001), at: 250_000 },
      "A tie: $250k or $500k",
      "Each saves about $55,600 a year on average; the $400 between them is within a rounding of the forecast. Usage fills $250k every year and $500k in no year.",
    ],
    [
      "a tie whose larger commitment is the present one",
      { forecast: around(556_000, 0.0001), at: 500_000 },
      "A tie: $250k or $500k",
      "Each saves about $55,600 a year on average; the $400 between them is within a rounding of the forecast. Usage fills $250k every year and $500k in no year.",
    ],
    [
      "nothing forfeited",
      { terms: { forfeitedFraction: 0 }, at: 250_000 },
      "Commit $1M or more",
      "What is not used comes back in the top band, so a larger commitment never costs more. $1M saves $120,000 a year on average.",
    ],
    [
      "no threshold",
      { pairs: [[0, 0]], at: 0 },
      "Nothing to choose",
      "These bands have no threshold above $0.",
    ],
    [
      "a commitment a cent below a threshold",
      { forecast: THREE, terms: LIST, at: 499_999.99 },
      "Commit $500k, not $499,999.99",
      "It saves $36,200 a year on average, $24,500 more than $499,999.99 would. Usage fills it in 75 of 100 years.",
      "The best other threshold is $250k, $8,400 a year behind.",
      "If any amount may be committed, $342k would save $1,820 a year more.",
    ],
    [
      "values of cents",
      { forecast: around(0.6), pairs: scale(1e-6), at: 0.5 },
      "Commit $0.25, not $0.50",
      `It saves $0.06 a year on average, $0.03 more than $0.50 would. ${IN_98}`,
    ],
    [
      "values of billions",
      { forecast: around(5.4e9), pairs: scale(9_000), at: 4.5e9 },
      "Commit $2.25bn, not $4.5bn",
      `It saves $536M a year on average, $295M more than $4.5bn would. ${IN_98}`,
    ],
  ];
  test.each(rows)("of %s", (_, deal, headline, evidence, ...also) => {
    expect(decided(deal)).toMatchObject({ headline, evidence, also });
  });

  test.each<[Deal, string, string]>([
    [{ at: 250_000 }, "Stay at $250k · saves $59,500 a year", "done"],
    [{ at: 0 }, "Commit $250k · saves $59,500 a year", "done"],
    [{ forecast: certain(200_000), at: 0 }, "Commit nothing · no threshold pays", "done"],
    [
      { forecast: certain(200_000), at: 500_000 },
      "Commit nothing, not $500k · no threshold pays",
      "look",
    ],
    [{ forecast: certain(250_000), terms: LIST }, "A tie: nothing or $250k", "done"],
    [
      { forecast: around(556_000, 0.0001), at: 500_000 },
      "A tie: $250k or $500k · saves $55,600 a year",
      "done",
    ],
    [{ pairs: [[0, 0]] }, "Nothing to choose", "done"],
  ])("on one line, case %#", (deal, line, mark) => {
    expect(decided(deal)).toMatchObject({ line, mark });
  });

  test("says which thresholds are not confirmed only where the bands say so", () => {
    const { bands, agreement: deal } = readDealCells(dealCells());
    if (!bands || !deal) throw new Error("the example cannot be read");
    const given = {
      bands,
      agreement: deal,
      forecast: GROWTH,
      commitmentUsd: 250_000,
    };
    expect(describeDecision(decide(given), US_DOLLAR)).toMatchObject({
      guesses: "Three thresholds are not confirmed: open one to see what rests on it.",
      mark: "done",
    });
    const looked = [500_000].map((thresholdUsd) => ({
      thresholdUsd,
      moves: whole(thresholdMoves(thresholdUsd, deal, GROWTH)),
    }));
    expect(describeDecision(decide(given), US_DOLLAR, looked).guesses).toMatch(
      /the answer holds while \$500k lies between \$4\d\dk and \$5\d\dk/,
    );
  });

  test("says what has to be read first", () => {
    const reading = readDealCells(dealCells());
    const lacking = (change: Partial<typeof reading>) => {
      const { headline, evidence, line, mark } = describeDecision(
        decide({ ...reading, ...change }),
        US_DOLLAR,
      );
      expect([headline, line, mark]).toEqual(["No answer yet", "No answer yet", "need"]);
      return evidence;
    };
    expect(lacking({ bands: undefined, agreement: undefined })).toBe(
      "The bands cannot be read yet.",
    );
    expect(lacking({ agreement: undefined })).toBe("The terms cannot be read yet.");
    expect(lacking({ forecast: undefined })).toBe("The usage or its forecast cannot be read yet.");
  });
});

describe("numbers in sentences", () => {
  test.each([
    [59_499.6, "$59,500"],
    [-401_277, "−$401,000"],
    [1_530_079_917, "$1.53bn"],
    [2_250_000_000, "$2.25bn"],
    [999_600, "$1M"],
    [42.31, "$42"],
    [4.237, "$4.24"],
    [0.06, "$0.06"],
    [0, "$0"],
  ])("aboutDollars(%s) is %s", (usd, words) => {
    expect(aboutDollars(usd, US_DOLLAR)).toBe(words);
  });

  test.each([
    [0, "in no year"],
    [0.001, "in fewer than 1 of 100 years"],
    [0.456, "in 46 of 100 years"],
    [0.999, "in more than 99 of 100 years"],
    [1, "every year"],
  ])("inYears(%s) is %s", (probability, words) => {
    expect(inYears(probability)).toBe(words);
  });
});
