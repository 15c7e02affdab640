import { describe, expect, test } from "vitest";
import { call } from "./shown";

const BANDS = [
  [0, 0],
  [250_000, 0.1],
  [500_000, 0.15],
  [1_000_000, 0.2],
];
const GROWTH = [
  ["Mean", 600_000],
  ["CV", 0.35],
];
const COMMITTED = [["Overage", "committed"]];

const value = (message: string) => ({ code: "#VALUE!", message });
const none = (message: string) => ({ code: "#N/A", message });

/** Arguments of every function that takes a forecast, the forecast first. */
const UNCERTAIN: readonly (readonly [id: string, rest: readonly unknown[]])[] = [
  ["FORECAST_MEAN", []],
  ["FORECAST_QUANTILE", [0.5]],
  ["EXPECTED_COST", [500_000, BANDS, null]],
  ["EXPECTED_SHORTFALL", [500_000, BANDS, null]],
  ["FILL_PROBABILITY", [500_000, BANDS, null]],
  ["LOSS_PROBABILITY", [500_000, BANDS, null]],
  ["CVAR_LOSS", [500_000, BANDS, null, null]],
  ["OPTIMAL_COMMITMENT", [BANDS, null, null]],
  ["COMMITMENT_OPTIONS", [BANDS, null]],
  ["FORESIGHT_VALUE", [BANDS, null]],
  ["DISCOUNT_POINT_VALUE", [500_000, BANDS, null]],
  ["CLAUSE_VALUES", [500_000, BANDS, null]],
];

const IMPOSSIBLE: readonly (readonly [why: string, forecast: unknown, sentence: string])[] = [
  [
    "CV below 0",
    [
      ["Mean", 600_000],
      ["CV", -0.1],
    ],
    "CV in row 2 of forecast is -0.1: give a fraction from 0 to 10, such as 0.15 for 15%.",
  ],
  [
    "CV typed as a percentage",
    [
      ["Mean", 600_000],
      ["CV", 35],
    ],
    "CV in row 2 of forecast is 35: give a fraction from 0 to 10, such as 0.35 for 35%.",
  ],
  [
    "Low above Mode",
    [
      ["Distribution", "PERT"],
      ["Low", 600_000],
      ["Mode", 500_000],
      ["High", 900_000],
    ],
    "Low in row 2 of forecast (600,000) is above Mode in row 3 (500,000): give Mode no lower than Low.",
  ],
  [
    "P10 above P90",
    [
      ["P10", 900_000],
      ["P90", 400_000],
    ],
    "P10 in row 1 of forecast (900,000) is above P90 in row 2 (400,000): give P90 no lower than P10.",
  ],
  ["negative usage", [[400_000], [-1]], "Item 2 of forecast is -1: give an amount of 0 or more."],
  [
    "negative mean",
    [
      ["Mean", -600_000],
      ["CV", 0.35],
    ],
    "Mean in row 1 of forecast is -600,000: give an amount of 0 or more.",
  ],
  [
    "probabilities that miss 1",
    [
      ["Usage", "Probability"],
      [400_000, 0.5],
      [600_000, 0.4],
    ],
    "The probabilities of forecast add up to 0.9: make them add up to 1.",
  ],
  [
    "nothing",
    null,
    "Forecast is missing: give a number, a row or column of numbers, or labels and values such as Mean and CV.",
  ],
];

describe.each(UNCERTAIN)("%s refuses", (id, rest) => {
  test.each(IMPOSSIBLE)("a forecast of %s", (_, forecast, sentence) => {
    expect(call(id, forecast, ...rest)).toEqual(value(sentence));
  });
});

const WITHOUT_BANDS: readonly (readonly [id: string, args: (bands: unknown) => unknown[]])[] = [
  ["EXPECTED_COST", (bands) => [GROWTH, 500_000, bands, null]],
  ["EXPECTED_SHORTFALL", (bands) => [GROWTH, 500_000, bands, null]],
  ["FILL_PROBABILITY", (bands) => [GROWTH, 500_000, bands, null]],
  ["LOSS_PROBABILITY", (bands) => [GROWTH, 500_000, bands, null]],
  ["CVAR_LOSS", (bands) => [GROWTH, 500_000, bands, null, null]],
  ["OPTIMAL_COMMITMENT", (bands) => [GROWTH, bands, null, null]],
  ["COMMITMENT_OPTIONS", (bands) => [GROWTH, bands, null]],
  ["FORESIGHT_VALUE", (bands) => [GROWTH, bands, null]],
  ["DISCOUNT_POINT_VALUE", (bands) => [GROWTH, 500_000, bands, null]],
  ["CLAUSE_VALUES", (bands) => [GROWTH, 500_000, bands, null]],
  ["BREAKEVEN_USAGE", (bands) => [250_000, 500_000, bands, null]],
  ["TOLERABLE_WASTE", (bands) => [250_000, 500_000, bands, null]],
  ["DISCOUNT_NEEDED", (bands) => [600_000, 500_000, bands, null]],
  ["THRESHOLDS", (bands) => [600_000, 500_000, bands, null]],
  ["TIER_COST", (bands) => [600_000, bands, null, null]],
];

describe.each(WITHOUT_BANDS)("%s refuses bands", (id, args) => {
  test.each([
    ["omitted", null],
    ["blank", [["", null]]],
    ["of headings alone", [["Threshold", "Discount"]]],
  ])("%s", (_, bands) => {
    expect(call(id, ...args(bands))).toEqual(
      value("Bands holds no band: give rows of threshold (USD) and discount (fraction)."),
    );
  });
});

describe("a level", () => {
  test.each([
    [90, "Level is 90: give a fraction from 0 up to 1, such as 0.9 for 90%."],
    [1, "Level is 1: give a fraction from 0 up to 1, such as 0.9 for 90%."],
    [-0.1, "Level is -0.1: give a fraction from 0 up to 1, such as 0.9 for 90%."],
    ["high", 'Level is "high": give a number.'],
  ])("of %s is refused", (level, sentence) => {
    expect(call("CVAR_LOSS", GROWTH, 500_000, BANDS, null, level)).toEqual(value(sentence));
    expect(call("OPTIMAL_COMMITMENT", GROWTH, BANDS, null, level)).toEqual(value(sentence));
  });

  test("left out is 0.9 for the loss, and none for the optimum", () => {
    for (const blank of [null, undefined, ""]) {
      expect(call("CVAR_LOSS", GROWTH, 500_000, BANDS, null, blank)).toBe(
        call("CVAR_LOSS", GROWTH, 500_000, BANDS, null, 0.9),
      );
      expect(call("OPTIMAL_COMMITMENT", GROWTH, BANDS, COMMITTED, blank)).toBe(250_000);
    }
  });
});

describe("a target", () => {
  test.each(["BREAKEVEN_USAGE", "TOLERABLE_WASTE"])("of %s is above the commitment", (id) => {
    for (const target of [500_000, 500_000.004])
      expect(call(id, 500_000, target, BANDS, null)).toMatchObject({
        code: "#VALUE!",
        message: expect.stringMatching(
          /^Target is 500,000(\.004)?: give an amount above the commitment, which is 500,000\.$/,
        ),
      });
    expect(call(id, 500_000, 500_000.01, BANDS, COMMITTED)).toBeTypeOf("number");
  });

  test("of DISCOUNT_NEEDED is above 0", () => {
    expect(call("DISCOUNT_NEEDED", 600_000, 0.004, BANDS, null)).toEqual(
      value("Target is 0.004: give an amount above 0."),
    );
  });
});

describe("several faults", () => {
  test("are reported together, each in a sentence", () => {
    expect(
      call(
        "CVAR_LOSS",
        [
          ["Mean", 6e5],
          ["CV", -0.1],
        ],
        -5,
        [[0, 15]],
        [["Overage", "free"]],
        null,
      ),
    ).toEqual(
      value(
        "CV in row 2 of forecast is -0.1: give a fraction from 0 to 10, such as 0.15 for 15%. " +
          "Commitment is -5: give an amount of 0 or more. " +
          "Discount in row 1 of bands is 15: give a fraction from 0 up to 1, such as 0.15 for 15%. " +
          'Overage in row 1 of terms is "free": give list, committed, step-up or re-rate.',
      ),
    );
    expect(call("EXPECTED_COST", "#REF!", "#N/A", BANDS, null)).toEqual(
      value(
        "Forecast holds the error #REF!: mend that cell first. Commitment holds the error #N/A: mend that cell first.",
      ),
    );
    expect(
      call(
        "OPTIMAL_COMMITMENT",
        GROWTH,
        BANDS,
        [
          ["Overage", "step-up"],
          ["Overage premium", 0.1],
        ],
        1,
      ),
    ).toEqual(
      value(
        "An overage premium does not apply to step-up overage: set the premium to 0, or the overage to list or committed. " +
          "Level is 1: give a fraction from 0 up to 1, such as 0.9 for 90%.",
      ),
    );
  });
});

describe("a question without an answer", () => {
  test("is #N/A with the reason", () => {
    expect(call("FORECAST_QUANTILE", GROWTH, 1)).toEqual(
      none("The forecast has no highest usage: give a probability below 1."),
    );
    expect(call("CLAUSE_VALUES", GROWTH, 0, BANDS, null)).toEqual(
      none("Without a commitment there is no value of a clause to compute."),
    );
    expect(call("OPTIMAL_COMMITMENT", GROWTH, BANDS, [["Forfeited share", 0]], null)).toEqual(
      none(
        "There is no best commitment: all of a shortfall comes back and usage is unbounded, so a larger commitment never costs more.",
      ),
    );
    expect(call("DISCOUNT_NEEDED", 480_000, 500_000, BANDS, COMMITTED)).toEqual(
      none(
        "No discount suffices: at this usage another commitment costs less than $500k would at any discount.",
      ),
    );
  });

  test("in one cell of a table leaves the other cells", () => {
    const rows = call("CLAUSE_VALUES", 1_000, 500_000, BANDS, null);
    expect(rows).toMatchObject([
      { length: 5 },
      ["Overage at the committed rate", 0, 0, { code: "#N/A" }, { code: "#N/A" }],
      ["Step-up right", 0, 0, { code: "#N/A" }, { code: "#N/A" }],
      ["Half the shortfall returned", 249_575, 249_575, { code: "#N/A" }, { code: "#N/A" }],
      ["All together", 249_575, 249_575, { code: "#N/A" }, { code: "#N/A" }],
    ]);
  });
});
