import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { AS_IT_IS, type Assumptions } from "../../../src/deal/assumptions";
import { readComparableDeals } from "../../../src/deal/comparable-deals";
import type { DealCells } from "../../../src/deal/deal-inputs";
import { readDealCells } from "../../../src/deal/parse-deal";
import { expectedCost } from "../../../src/forecast/expected-cost";
import type { DealState } from "../../../src/taskpane/context/pane-state";
import { FIRST_STATE } from "../../../src/taskpane/first-state";
import { whatToAsk } from "../../../src/taskpane/views/negotiation/ask";
import { line as negotiationLine } from "../../../src/taskpane/views/negotiation/line";
import { offerLine } from "../../../src/taskpane/views/offer/line";
import { line as usageLine } from "../../../src/taskpane/views/usage/line";
import { usageEvidence } from "../../../src/taskpane/views/usage/usage-evidence";
import { dealCells, dealOf } from "../pane-scenarios";

function read(cells: DealCells): DealState {
  return { kind: "read", reading: readDealCells(cells) };
}

const example = (change: Parameters<typeof dealCells>[0] = {}): DealState =>
  read(dealCells(change));

const NONE: DealState = { kind: "none" };
const FAULTS = read(dealOf("faults"));
const MANY = Array.from({ length: 200 }, (_, index) => [10_000 * (index + 1), 0.001 * index]);

describe("the lines of a deal that is supposed", () => {
  const spread = (mean: number) => [
    ["Distribution", "lognormal"],
    ["Mean", mean],
    ["CV", 0.35],
  ];
  test.each([0.5, 0.7, 0.8, 0.9, 1.1, 1.2, 1.3, 1.5])(
    "say at a load of %d what they say of a deal whose cells hold that usage",
    (loadFactor) => {
      const usage = 700_000 * loadFactor;
      const deal = example({ forecast: spread(700_000) });
      const asTyped = example({ usage, forecast: spread(usage) });
      const whatIf = { ...AS_IT_IS, loadFactor };
      const ask = (of: DealState, supposed: Assumptions): string =>
        negotiationLine({ ...FIRST_STATE, deal: of, whatIf: supposed }).text;
      expect(usageLine({ currency: US_DOLLAR, deal, whatIf, usage: null })).toEqual(
        usageLine({ currency: US_DOLLAR, deal: asTyped, whatIf: AS_IT_IS, usage: null }),
      );
      expect(ask(deal, whatIf)).toBe(ask(asTyped, AS_IT_IS));
    },
  );

  test("say of the offer what is left of its terms once a clause is won", () => {
    const whatIf: Assumptions = { ...AS_IT_IS, clauses: ["Half the shortfall returned"] };
    expect(
      offerLine({ currency: US_DOLLAR, deal: example(), whatIf, comparables: null }).text,
    ).toContain("50% of unused is lost");
  });
});

test("the evidence of a scenario's usage names its row, and not the formula that reads it", () => {
  const reading = {
    ...readDealCells(dealCells({})),
    scenario: { name: "Hold", place: "row 6 of Scenarios" },
  };
  expect(usageEvidence(reading, US_DOLLAR)[0]).toMatch(
    /^From row 6 of Scenarios: lognormal, mean \$700,000/,
  );
});

describe("the line of Usage", () => {
  test.each<readonly [string, DealState, string, string]>([
    ["no deal", NONE, "What a year of usage may come to", "done"],
    ["the example", example(), "$700k a year, likely $427k to $1.02M", "done"],
    ["faults", FAULTS, "1 fault in Usage", "need"],
    ["no usage", example({ usage: "", forecast: null }), "1 fault in Usage", "need"],
    ["one number", example({ forecast: null }), "$700,000 a year, taken as certain", "look"],
    ["cents", example({ usage: 0.5, forecast: null }), "$0.50 a year, taken as certain", "look"],
    [
      "billions",
      example({
        usage: 12e9,
        forecast: [
          ["P10", 9e9],
          ["P90", 15e9],
        ],
      }),
      "$11.9bn a year, likely $9bn to $15bn",
      "done",
    ],
    [
      "another year",
      example({
        forecast: [
          ["Mean", 100_000],
          ["CV", 0.3],
        ],
      }),
      "$100k a year, likely $65.8k to $140k",
      "look",
    ],
    [
      "five years",
      example({ forecast: [[600_000], [650_000], [700_000], [720_000], [800_000]] }),
      "$694k a year, likely $600k to $800k",
      "done",
    ],
    [
      "a spread of nothing",
      example({
        forecast: [
          ["Mean", 700_000],
          ["CV", 0],
        ],
      }),
      "$700,000 a year, taken as certain",
      "look",
    ],
    [
      "twelve months",
      example({
        usage: 626_000,
        forecast: Array.from({ length: 12 }, (_, month) => [50_000 + 400 * month]),
      }),
      "Say what each number of the forecast is",
      "need",
    ],
  ])("says of %s what it comes to", (_what, deal, text, mark) => {
    expect(usageLine({ currency: US_DOLLAR, deal, whatIf: AS_IT_IS, usage: null })).toEqual({
      text,
      mark,
    });
  });
});

describe("the line of Offer", () => {
  test.each<readonly [string, DealState, string, string]>([
    ["no deal", NONE, "Bands and terms as understood", "done"],
    [
      "the example",
      example(),
      "4 bands, overage differs by band, unused is lost; 3 thresholds not confirmed",
      "look",
    ],
    ["faults", FAULTS, "4 faults in Bands and Terms", "need"],
    ["200 bands", example({ bands: MANY }), "200 bands, overage at list, unused is lost", "done"],
    [
      "one band",
      example({ bands: [[250_000, 0.1]] }),
      "1 band, overage at list, unused is lost",
      "done",
    ],
    [
      "bands high to low",
      example({
        bands: [
          [500_000, 0.15],
          [250_000, 0.1],
        ],
      }),
      "2 bands, overage at list, unused is lost",
      "look",
    ],
    [
      "terms",
      example({
        bands: [[250_000, 0.1]],
        terms: [
          ["Overage", "committed"],
          ["Forfeited share", 0.5],
        ],
      }),
      "1 band, overage at the committed rate, 50% of unused is lost",
      "done",
    ],
    [
      "all returned",
      example({ bands: [[250_000, 0.1]], terms: [["Forfeited share", 0]] }),
      "1 band, overage at list, unused comes back",
      "done",
    ],
    [
      "overage by band",
      example({
        bands: [
          ["Threshold", "Discount", "Overage"],
          [0, 0, "list"],
          [250_000, 0.1, "committed"],
        ],
      }),
      "2 bands, overage differs by band, unused is lost",
      "done",
    ],
    [
      "guesses",
      example({
        bands: [
          ["Threshold", "Discount", "Source"],
          [250_000, 0.1, "Quote"],
          [500_000, 0.15, "Our estimate"],
        ],
      }),
      "2 bands, overage at list, unused is lost; 1 threshold not confirmed",
      "look",
    ],
  ])("says of %s what was understood", (_what, deal, text, mark) => {
    expect(offerLine({ currency: US_DOLLAR, deal, whatIf: AS_IT_IS, comparables: null })).toEqual({
      text,
      mark,
    });
  });
});

test.each<readonly [string, readonly unknown[], string, string]>([
  [
    "deals",
    [0.05, 0.06, 0.12, 0.13, 0.15],
    "; better than 2 of 5 comparable deals in its band",
    "look",
  ],
  ["no deal yet", [], "", "look"],
  ["a deal that cannot be read", [12], "; 1 fault in the comparable deals", "need"],
])(
  "the line of Offer says of a table of comparable deals with %s what it comes to",
  (_, discounts, words, mark) => {
    const comparables = readComparableDeals({
      address: "Comparables!B5:C25",
      values: [["Commitment", "Discount"], ...discounts.map((discount) => [300_000, discount])],
    });
    const deal = example();
    const told = offerLine({ currency: US_DOLLAR, deal, whatIf: AS_IT_IS, comparables });
    const without = offerLine({ currency: US_DOLLAR, deal, whatIf: AS_IT_IS, comparables: null });
    expect(told).toEqual({ text: without.text + words, mark });
  },
);

describe("the line of Negotiation", () => {
  test.each<readonly [string, DealState, string, string]>([
    ["no deal", NONE, "What to ask for, and what it is worth", "done"],
    ["the example", example(), "Ask for a step-up right: it saves $49k a year", "look"],
    ["faults", FAULTS, "What to ask for waits for usage, offer and commitment", "done"],
    ["200 bands", example({ bands: MANY }), "Ask for 4% at $400k, or a step-up right", "look"],
    [
      "the top band",
      example({ usage: 5_000_000, commitment: 1_000_000 }),
      "Nothing on this list is worth asking for",
      "done",
    ],
    [
      "small usage",
      example({ usage: 100_000, commitment: 0 }),
      "Nothing on this list is worth asking for",
      "done",
    ],
    [
      "every clause",
      example({
        usage: 5_000_000,
        terms: [
          ["Overage", "step-up"],
          ["Forfeited share", 0],
        ],
      }),
      "Nothing on this list is worth asking for",
      "done",
    ],
    [
      "billions",
      example({
        bands: [
          [1e9, 0.1],
          [2e9, 0.15],
        ],
        usage: 1.5e9,
        commitment: 1e9,
      }),
      "Ask for a step-up right: it saves $54.1M a year",
      "look",
    ],
  ])("says for %s what to ask for", (_what, deal, text, mark) => {
    expect(negotiationLine({ ...FIRST_STATE, deal })).toEqual({ text, mark });
  });

  test("the discount asked for makes the threshold cost no more than any other commitment", () => {
    const { agreement, forecast } = readDealCells(dealCells({ bands: MANY }));
    if (!agreement || !forecast) throw new Error("200 bands can be read");
    const ask = whatToAsk(forecast, 480_000, agreement);
    if (ask.kind !== "threshold" || ask.discountFraction === undefined)
      throw new Error("there is a discount to ask for");
    const { thresholdUsd, discountFraction } = ask;
    const dearerAt = (fraction: number): number => {
      const [first, ...rest] = agreement.bands.map((band) =>
        band.thresholdUsd === thresholdUsd
          ? { ...band, discountFraction: fraction, rate: 1 - fraction }
          : band,
      );
      if (!first) throw new Error("an agreement has bands");
      const asked = { ...agreement, bands: [first, ...rest] as const };
      const others = [480_000, ...rest.map((band) => band.thresholdUsd)]
        .filter((usd) => usd !== thresholdUsd)
        .map((usd) => expectedCost(forecast, usd, asked));
      return expectedCost(forecast, thresholdUsd, asked) - Math.min(...others);
    };
    expect(dearerAt(discountFraction)).toBeLessThanOrEqual(0.01);
    expect(dearerAt(discountFraction - 0.001)).toBeGreaterThan(0.01);
  });
});
