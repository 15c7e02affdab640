import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { cell } from "../../../src/sheets/native/excel/formula";
import {
  type Explanation,
  explainCell,
  explainNumber,
} from "../../../src/sheets/portable/explanation";
import { describeNotPortable, NotPortable } from "../../../src/sheets/portable/not-portable";
import { OURS } from "../native/ours";
import { block, bookOf, type Cells } from "./book";

const BANDS = [
  ["Threshold", "Discount"],
  [0, 0],
  [250_000, 0.1],
  [500_000, 0.15],
] as const;
const FORECAST = [
  ["Mean", 700_000],
  ["CV", 0.35],
] as const;
const NAMES = [
  { name: "Bands", formula: "=Deal!$A$1:$B$4" },
  { name: "Usage", formula: "='Deal'!$I$1" },
];

function explained(formula: string, shows: unknown, usage = 700_000): Explanation | NotPortable {
  const cells: Cells = {
    ...block("A1", BANDS),
    ...block("D1", FORECAST),
    ...block("I1", [[usage], [480_000]]),
    K1: [formula, shows],
  };
  return explainCell(bookOf({ Deal: cells }, { names: NAMES }), cell("Deal", 1, 11));
}

function good(explanation: Explanation | NotPortable): Explanation {
  if (explanation instanceof NotPortable) throw new Error(JSON.stringify(explanation));
  return explanation;
}

const COST = "=COMMIT.EFFECTIVE_COST(Usage,I2,Bands)";

describe("explainCell()", () => {
  test("leads from the inputs to the answer, without what the cells do not need today", () => {
    const cost = OURS["EFFECTIVE_COST"]?.(700_000, 480_000, BANDS, undefined);
    const explanation = good(explained(COST, cost));
    expect(explanation.address).toBe("Deal!K1");
    expect(explanation.answer).toBeCloseTo(Number(cost), 6);
    expect(explanation.difference).toBeCloseTo(0, 9);
    const steps = explanation.steps.map(({ label, words }) => `${label} = ${words}`);
    expect(steps).toContain("Usage beyond the capacity = MAX(0,Usage at list prices − Capacity)");
    expect(steps.at(-1)).toBe(
      "Effective cost = Paid for the commitment + Overage + Shortfall returned",
    );
    expect(steps).toContain("Rate = 1 − Discount written");
    expect(steps.length).toBeLessThan(20);
    expect(steps.join()).not.toMatch(/\bIF\(|INDEX\(|stepped up|re-rated|\0/);
    expect(explanation.inputs).toEqual(
      expect.arrayContaining([
        { address: "Deal!I1", name: "Usage", value: 700_000 },
        { address: "Deal!I2", name: undefined, value: 480_000 },
      ]),
    );
  });

  test.each([
    ["EFFECTIVE_COST", "=COMMIT.EFFECTIVE_COST(Usage,I2,Bands)", [700_000, 480_000, BANDS]],
    ["SHORTFALL", "=COMMIT.SHORTFALL(300000,I2,Bands)", [300_000, 480_000, BANDS]],
    ["BAND_RATE", "=COMMIT.BAND_RATE(I2,Bands)", [480_000, BANDS]],
    ["EXPECTED_COST", "=COMMIT.EXPECTED_COST(D1:E2,I2,Bands)", [FORECAST, 480_000, BANDS]],
    ["FILL_PROBABILITY", "=COMMIT.FILL_PROBABILITY(D1:E2,I2,Bands)", [FORECAST, 480_000, BANDS]],
  ])("of %s differs from our function by nothing", (name, formula, given) => {
    const ours = OURS[name]?.(...given);
    const explanation = good(explained(formula, ours));
    expect(Math.abs(explanation.difference ?? 1)).toBeLessThanOrEqual(
      1e-9 * Math.max(1, Number(ours)),
    );
    expect(explanation.steps.length).toBeGreaterThan(0);
    for (const { label, words } of explanation.steps)
      expect(`${label}${words}`).not.toMatch(/\0|undefined/);
  });

  test("calls what stands beside a label by that label", () => {
    const { steps } = good(explained("=COMMIT.EXPECTED_COST(D1:E2,I2,Bands)", 1));
    expect(steps.map(({ label, words }) => `${label} = ${words}`)).toContain("CV = Deal!E2");
  });

  test.each([
    ["a row that it begins", "=COMMIT.EXPECTED_COST(D1:E2,I2,Bands)", "Deal!E1", "Mean"],
    ["a column of numbers", "=COMMIT.BAND_RATE(300000,Bands)", "Deal!B3", "Discount"],
    ["nothing", "=COMMIT.BAND_RATE(I2,Bands)", "Deal!I2", undefined],
  ])("calls a cell by the text of %s", (_, formula, address, name) => {
    const { inputs } = good(explained(formula, 0.1));
    expect(inputs.map((one) => [one.address, one.name])).toContainEqual([address, name]);
  });

  test("says a difference where the cell shows another number", () => {
    const cost = Number(OURS["EFFECTIVE_COST"]?.(700_000, 480_000, BANDS, undefined));
    expect(good(explained(COST, cost + 5)).difference).toBeCloseTo(-5, 6);
  });

  test("explains the functions inside a formula", () => {
    const explanation = good(explained("=Usage-COMMIT.SHORTFALL(Usage,I2,Bands)", 700_000));
    expect(explanation.steps.at(-1)?.label).toBe("Shortfall");
    expect(explanation.difference).toBeUndefined();
  });

  test.each([
    ["=SUM(I1:I2)", "The selected cell uses no function of Bandwise"],
    ["=COMMIT.FUTURE(I1)", "FUTURE is no function of this version"],
  ])("of %s says why it cannot", (formula, why) => {
    const explanation = explained(formula, 1);
    expect(explanation).toBeInstanceOf(NotPortable);
    if (explanation instanceof NotPortable)
      expect(describeNotPortable(explanation, US_DOLLAR)).toContain(why);
  });
});

describe("explainNumber()", () => {
  const book = bookOf(
    { Deal: { ...block("A1", BANDS), ...block("D1", FORECAST) } },
    { names: [...NAMES.slice(0, 1), { name: "Forecast", formula: "=Deal!$D$1:$E$2" }] },
  );
  const expected = (name: string, commitment: number): number =>
    Number(OURS[name]?.(FORECAST, commitment, BANDS, undefined));

  test.each([
    ["EXPECTED_COST", 0],
    ["EXPECTED_COST", 250_000],
    ["EXPECTED_COST", 333_333.33],
    ["EXPECTED_COST", 500_000],
    ["EXPECTED_SHORTFALL", 500_000],
    ["FILL_PROBABILITY", 0],
    ["FILL_PROBABILITY", 250_000],
    ["FILL_PROBABILITY", 500_000],
    ["LOSS_PROBABILITY", 250_000],
    ["LOSS_PROBABILITY", 500_000],
  ])("leads to %s at a commitment of %d that stands in no cell", (name, commitment) => {
    const explanation = good(
      explainNumber(book, {
        ...({ title: "Asked", unit: "USD" } as const),
        formula: `=COMMIT.${name}(Forecast,${commitment},Bands)`,
        shows: expected(name, commitment),
      }),
    );
    expect(explanation.address).toBe("Asked");
    expect(explanation.inputs.map(({ address }) => address)).not.toContain(
      "'[asked in the pane]'!A1",
    );
    expect(Math.abs(explanation.difference ?? 1)).toBeLessThan(1e-6);
    expect(explanation.steps.length).toBeGreaterThan(0);
  });

  test("explains what is left of a mean and a cost by the steps of both", () => {
    const saving = 700_000 - expected("EXPECTED_COST", 500_000);
    const formula = "=COMMIT.FORECAST_MEAN(Forecast)-COMMIT.EXPECTED_COST(Forecast,500000,Bands)";
    const { steps, shows } = good(
      explainNumber(book, { title: "Saving", unit: "USD", formula, shows: saving }),
    );
    expect(shows).toBe(saving);
    expect(steps.map(({ label }) => label)).toContain("Expected cost");
  });

  test("says what stands in the way", () => {
    const formula = "=COMMIT.EXPECTED_COST(Forecast,1,Nowhere)";
    const number = { title: "Asked", unit: "USD", formula, shows: 1 } as const;
    const refused = explainNumber(book, number);
    expect(refused instanceof NotPortable && describeNotPortable(refused, US_DOLLAR)).toContain(
      "Nowhere",
    );
  });
});
