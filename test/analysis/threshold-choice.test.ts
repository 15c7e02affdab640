import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ThresholdChoice, thresholdChoices } from "../../src/analysis/threshold-choice";
import { parseAgreement } from "../../src/core/agreement";
import type { BandTable } from "../../src/core/bands";
import { US_DOLLAR } from "../../src/core/currency";
import { NoAnswer } from "../../src/core/no-answer";
import { DEFAULT_TERMS, type Terms } from "../../src/core/terms";
import { thresholdOutcomes } from "../../src/core/thresholds";
import type { Forecast } from "../../src/forecast/forecast";
import { certain } from "../../src/forecast/sample";
import { readBands } from "../../src/input/bands-cells";
import { agreement, anyTerms, cents, good, risingBands, table } from "../core/deals";
import { GROWTH } from "../forecast/forecasts";
import { assertProperty } from "../support/property";

type Rows = readonly (readonly unknown[])[];

function choices(
  commitmentUsd: number,
  terms: Partial<Terms> = {},
  forecast: Forecast | undefined = GROWTH,
  bands: BandTable = table(),
): readonly ThresholdChoice[] {
  const priced = good(parseAgreement(bands, { ...DEFAULT_TERMS, ...terms }));
  return thresholdChoices({ bands, agreement: priced, commitmentUsd, forecast }, US_DOLLAR);
}

function at(thresholdUsd: number, all: readonly ThresholdChoice[]): ThresholdChoice {
  const choice = all.find((one) => one.thresholdUsd === thresholdUsd);
  if (!choice) throw new Error(`no threshold at ${thresholdUsd}`);
  return choice;
}

const read = (rows: Rows): BandTable => good(readBands(rows));

describe("thresholdChoices()", () => {
  test("is one for each threshold above 0, or those asked for", () => {
    const all = choices(250_000);
    expect(all.map(({ thresholdUsd }) => thresholdUsd)).toEqual([250_000, 500_000, 1_000_000]);
    const input = { bands: table(), agreement: agreement(), commitmentUsd: 0, forecast: GROWTH };
    const isHalf = (usd: number) => usd === 500_000;
    expect(
      thresholdChoices(input, US_DOLLAR, isHalf).map(({ thresholdUsd }) => thresholdUsd),
    ).toEqual([500_000]);
    expect(choices(0, {}, GROWTH, table([[0, 0.1]]))).toEqual([]);
  });

  test("of the worked case: 250k beats 500k by 32,772 a year", () => {
    // T-protection-ladder: 573,272.21 - 540,499.91; filled in 46% of outcomes, dearer than list in 36%.
    const half = at(500_000, choices(250_000, { overage: "committed" })).expected;
    expect(half?.verdict).toEqual({
      kind: "doesNotPay",
      lossUsd: expect.closeTo(32_772.3032379, 4),
    });
    expect(half?.savingUsd).toBeCloseTo(-32_772.3032379, 4);
    expect(half?.fillProbability).toBeCloseTo(0.4555243571922851, 10);
    expect(half?.lossProbability).toBeCloseTo(0.35704556160660034, 10);
    // T-risk-profile at 500,000.
    expect(half?.againstListUsd).toBeCloseTo(600_000 - 573_272.2136134102, 4);
    expect(half?.worstTenthLossUsd).toBeCloseTo(185_262.41173980245, 4);
  });

  test.each([
    // D-cross-committed-1-2, -1-3, -0-1
    [250_000, "committed", 500_000, 555_555.5555555555, 0.05555555555555555],
    [250_000, "committed", 1_000_000, 1_111_111.111111111, 0.1111111111111111],
    [0, "committed", 250_000, 250_000, 0.1],
    // D-cross-list-250000-2, -400000-2
    [250_000, "list", 500_000, 527_777.7777777778, undefined],
    [400_000, "list", 500_000, 544_444.4444444445, undefined],
  ] as const)(
    "from %d with overage %s, %d breaks even where the worked case does",
    (commitmentUsd, overage, thresholdUsd, usageUsd, waste) => {
      const choice = at(thresholdUsd, choices(commitmentUsd, { overage }));
      expect(choice.breakEven).toEqual({
        usageUsd: expect.closeTo(usageUsd, 6),
        untilUsd: undefined,
      });
      if (waste !== undefined) expect(choice.tolerableWasteFraction).toBeCloseTo(waste, 10);
      expect(choice.crossing.extraCommitmentUsd).toBe(thresholdUsd - commitmentUsd);
    },
  );

  test("marks the present threshold, those below it, and those that pay", () => {
    const all = choices(500_000);
    expect(all.map(({ expected }) => expected?.verdict.kind)).toEqual([
      "below",
      "current",
      "doesNotPay",
    ]);
    expect(all[0]?.breakEven).toBeInstanceOf(NoAnswer);
    expect(all[1]?.standing.next).toBeInstanceOf(NoAnswer);
    expect(all[1]?.expected?.savingUsd).toBe(0);
    // K(250k) 572,777.68 and K(500k) 586,202.60: T-protection-ladder and its twin at list.
    expect(all[0]?.expected?.savingUsd).toBeGreaterThan(13_000);
    expect(at(500_000, choices(480_000)).expected?.verdict.kind).toBe("pays");
  });

  test("breaks even to the cent", () => {
    // 250,000 of usage costs 250,000 with and without the commitment.
    const [first] = choices(0, {}, certain(250_000));
    expect(first?.expected?.verdict).toEqual({ kind: "breaksEven" });
  });

  test("without a forecast has a break-even and no expected figures", () => {
    const bands = table();
    const input = { bands, agreement: agreement(), commitmentUsd: 480_000, forecast: undefined };
    const choice = at(500_000, thresholdChoices(input, US_DOLLAR));
    expect(choice.expected).toBeUndefined();
    expect(choice.onlyDiscountFraction).toBeUndefined();
    expect(choice.breakEven).not.toBeInstanceOf(NoAnswer);
  });

  test("carries the band's terms and attention against the present band's", () => {
    const bands = read([
      ["Threshold", "Discount", "Overage", "Contact", "Source"],
      [0, 0, "", "none", "Quote"],
      [250_000, 0.1, "", "Named", "Quote"],
      [1_000_000, 0.2, "committed", "Senior", "Quote"],
    ]);
    const { crossing, provenance } = at(1_000_000, choices(250_000, {}, GROWTH, bands));
    expect(crossing.changes.map((change) => change.kind)).toEqual(["overage", "text"]);
    expect(crossing.band.texts).toEqual([{ heading: "Contact", text: "Senior" }]);
    expect(provenance).toEqual({ isUnconfirmed: false, source: "Quote", confidence: "" });
  });
});

describe("the only thing on offer", () => {
  const only = (rows: Rows, commitmentUsd = 250_000): number | undefined =>
    at(
      500_000,
      choices(commitmentUsd, {}, GROWTH, read([["Threshold", "Discount"], [0, 0], ...rows])),
    ).onlyDiscountFraction;

  test.each([
    [0.15, 0.16, 0.01],
    [0.15, 0.17, 0.02],
    [0.15, 0.15, 0],
    [0.15, 0.14, -0.01],
  ])("from %d to %d is %d points and nothing else", (from, to, fraction) => {
    expect(
      only([
        [250_000, from],
        [500_000, to],
      ]),
    ).toBeCloseTo(fraction, 12);
  });

  test("is absent above 2 points, and where the threshold pays", () => {
    expect(
      only([
        [250_000, 0.1],
        [500_000, 0.121],
      ]),
    ).toBeUndefined();
    const paying = choices(
      499_000,
      {},
      certain(2e6),
      read([
        [0, 0],
        [250_000, 0.1],
        [500_000, 0.11],
      ]),
    );
    expect(at(500_000, paying).onlyDiscountFraction).toBeUndefined();
  });

  test("is absent where a term or a text is added, and present where one is only lost", () => {
    const bands = (heading: string, before: unknown, after: unknown): BandTable =>
      read([
        ["Threshold", "Discount", heading],
        [0, 0, ""],
        [250_000, 0.14, before],
        [500_000, 0.15, after],
      ]);
    const one = (table: BandTable) => at(500_000, choices(250_000, {}, GROWTH, table));
    expect(one(bands("Contact", "none", "Named")).onlyDiscountFraction).toBeUndefined();
    expect(one(bands("Forfeited share", 1, 0.9)).onlyDiscountFraction).toBeUndefined();
    expect(one(bands("Contact", "Named", "none")).onlyDiscountFraction).toBeCloseTo(0.01, 12);
    expect(one(bands("Source", "Quote", "Guess")).onlyDiscountFraction).toBeCloseTo(0.01, 12);
  });
});

describe("properties", () => {
  const deals = fc.tuple(risingBands, anyTerms);

  test("at a certain usage the verdict is that of the thresholds at that usage", () => {
    assertProperty(
      fc.property(deals, cents, cents, ([rows, terms], usageUsd, commitmentUsd) => {
        const bands = table(rows[0]?.[0] === 0 ? rows : [[0, 0], ...rows]);
        const priced = good(parseAgreement(bands, terms));
        const outcomes = thresholdOutcomes(usageUsd, commitmentUsd, priced);
        const all = thresholdChoices(
          {
            bands,
            agreement: priced,
            commitmentUsd,
            forecast: certain(usageUsd),
          },
          US_DOLLAR,
        );
        expect(all).toHaveLength(outcomes.length);
        for (const [index, { expected }] of all.entries()) {
          const outcome = outcomes[index];
          expect(expected?.savingUsd).toBeCloseTo(outcome?.savingUsd ?? Number.NaN, 4);
          if (outcome?.verdict.kind === "current") expect(expected?.verdict.kind).toBe("current");
          // Within a cent the two roundings may go either way.
          else if (
            (outcome?.extraCommitmentUsd ?? 0) > 0 &&
            Math.abs(outcome?.savingUsd ?? 0) > 0.02
          )
            expect(expected?.verdict.kind === "pays").toBe(outcome?.verdict.kind === "saves");
          else if ((outcome?.extraCommitmentUsd ?? 0) < 0)
            expect(expected?.verdict.kind).toBe("below");
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
