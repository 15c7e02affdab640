import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAgreement } from "../../src/core/agreement";
import { parseBandTable } from "../../src/core/bands";
import { coverage, effectiveDiscount, utilization } from "../../src/core/indicators";
import { NoAnswer } from "../../src/core/no-answer";
import { settle } from "../../src/core/settle";
import { settlementLines } from "../../src/core/settlement-lines";
import { DEFAULT_TERMS } from "../../src/core/terms";
import { assertProperty } from "../support/property";
import { agrees, RELATIVE_TOLERANCE } from "../tolerance";
import { agreement, anyTerms, bandRows, cents, DEMO, good, risingBands, table } from "./deals";

/** Room for rounding when two costs are compared: far less than a cent, far more than a double's noise. */
const NOISE_USD = 1e-6;

describe("settle()", () => {
  test("with a part of the shortfall returned", () => {
    // U 400,000, C 500,000, r 0.85: S = 500,000 - 340,000 = 160,000; half of it is refunded.
    const settlement = settle(400_000, 500_000, agreement({ forfeitedFraction: 0.5 }));
    expect(settlement).toMatchObject({
      shortfallUsd: 160_000,
      returnedUsd: -80_000,
      costUsd: 420_000,
    });
  });

  test("takes the terms of the band that the commitment lands in", () => {
    const rows = bandRows(DEMO).map((row) =>
      row.row === 3 ? { ...row, terms: { overage: "committed" as const } } : row,
    );
    const own = good(parseAgreement(good(parseBandTable(rows)), DEFAULT_TERMS));
    expect(settle(800_000, 500_000, own).costUsd).toBe(680_000);
    // 499,999.99 is in the band below, whose overage is at list: Q = 555,555.54, 244,444.46 over.
    expect(
      agrees(settle(800_000, 499_999.99, own).costUsd, 499_999.99 + 800_000 - 499_999.99 / 0.9),
    ).toBe(true);
  });

  test("without a commitment is no agreement: usage at the rate of a band at $0, no term applies", () => {
    const free = agreement(
      { overage: "committed", overagePremiumFraction: 0.5 },
      table([
        [0, 0.05],
        [100, 0.1],
      ]),
    );
    expect(settle(1000, 0.004, free)).toMatchObject({
      commitmentUsd: 0,
      overageUsd: 950,
      costUsd: 950,
      shortfallUsd: 0,
    });
    const written = agreement({}, table([[250_000, 0.1]]));
    expect(settle(1000, 0, written).costUsd).toBe(1000);
  });

  test("below the first threshold prices at list and still holds the buyer to the commitment", () => {
    const written = agreement({ overage: "committed" }, table([[250_000, 0.1]]));
    expect(settle(80_000, 100_000, written)).toMatchObject({
      costUsd: 100_000,
      shortfallUsd: 20_000,
    });
  });

  test("under re-rate prices each slice at its own band", () => {
    // 500,000 fills at 588,235.29; the next 500,000 net costs 588,235.29 list; the rest at 0.8.
    const cost = settle(1_300_000, 500_000, agreement({ overage: "re-rate" })).costUsd;
    expect(agrees(cost, 1_000_000 + 0.8 * (1_300_000 - 1_000_000 / 0.85))).toBe(true);
  });

  test("on the list basis steps up when a higher band is cheaper, and lines still sum", () => {
    // 499,999 at 10% is 449,999.10; stepping up to 500,000 at 15% is 425,000.
    const stepped = settle(400_000, 499_999, agreement({ basis: "list", overage: "step-up" }));
    expect(stepped).toMatchObject({ costUsd: 425_000, overageUsd: 0, commitmentUsd: 425_000 });
  });

  test("on the list basis refunds a shortfall against the commitment made, although stepping up costs less", () => {
    // 425,000 by stepping up to 500,000, less 95% of the shortfall of 499,999 at 10%, which is 449,999.10.
    const terms = { basis: "list", overage: "step-up", forfeitedFraction: 0.05 } as const;
    const { costUsd } = settle(0, 499_999, agreement(terms));
    expect(agrees(costUsd, 425_000 - 0.95 * 449_999.1)).toBe(true);
    expect(costUsd).toBeLessThan(0);
  });

  test("on the list basis re-rates cumulative list usage", () => {
    // 500,000 and 500,000 more at 0.85, then 200,000 at 0.8.
    const cost = settle(
      1_200_000,
      500_000,
      agreement({ basis: "list", overage: "re-rate" }),
    ).costUsd;
    expect(agrees(cost, 850_000 + 160_000)).toBe(true);
  });

  test("charges a premium on overage alone", () => {
    const terms = { overage: "committed", overagePremiumFraction: 0.1 } as const;
    expect(agrees(settle(800_000, 500_000, agreement(terms)).costUsd, 698_000)).toBe(true);
    expect(settle(500_000, 500_000, agreement(terms)).costUsd).toBe(500_000);
  });
});

describe("indicators", () => {
  test("have no answer where they would divide by nothing", () => {
    const settlement = settle(0, 0, agreement());
    for (const value of [
      effectiveDiscount(settlement, 0),
      utilization(settlement, 0),
      coverage(settlement, 0),
    ])
      expect(value).toBeInstanceOf(NoAnswer);
  });
});

describe("properties", () => {
  const runs = { numRuns: 1000 };

  test("lines sum to the cost, to the last bit", () => {
    assertProperty(
      fc.property(risingBands, anyTerms, cents, cents, (pairs, terms, usageUsd, commitmentUsd) => {
        const lines = settlementLines(
          settle(usageUsd, commitmentUsd, agreement(terms, table(pairs))),
        );
        const sum = lines.slice(0, -1).reduce((total, { amountUsd }) => total + amountUsd, 0);
        expect(lines.at(-1)?.amountUsd).toBe(sum);
      }),
      runs,
    );
  });

  test("where discounts rise, a threshold costs no more than a cent below it for usage that fills it", () => {
    const noFree = anyTerms.filter(({ basis }) => basis === "net");
    assertProperty(
      fc.property(risingBands, noFree, fc.nat(7), cents, (pairs, terms, pick, extraUsd) => {
        const [thresholdUsd, discount] = pairs[pick % pairs.length] ?? [0, 0];
        // A cent below one cent is no agreement, which no premium applies to.
        fc.pre(thresholdUsd > 0.01);
        const usageUsd = thresholdUsd / (1 - discount) + extraUsd;
        const deal = agreement(terms, table(pairs));
        const at = settle(usageUsd, thresholdUsd, deal).costUsd;
        const below = settle(usageUsd, thresholdUsd - 0.01, deal).costUsd;
        expect(at).toBeLessThanOrEqual(below + NOISE_USD);
      }),
      runs,
    );
  });

  test("cost never falls as usage rises, where discounts rise and every shortfall is lost", () => {
    assertProperty(
      fc.property(
        risingBands,
        anyTerms,
        cents,
        cents,
        cents,
        (pairs, terms, a, b, commitmentUsd) => {
          const deal = agreement({ ...terms, forfeitedFraction: 1 }, table(pairs));
          const less = settle(Math.min(a, b), commitmentUsd, deal).costUsd;
          const more = settle(Math.max(a, b), commitmentUsd, deal).costUsd;
          expect(more).toBeGreaterThanOrEqual(less - NOISE_USD);
        },
      ),
      runs,
    );
  });

  test("money scaled by 10, 100 or 1000 scales the cost alike", () => {
    assertProperty(
      fc.property(
        risingBands,
        anyTerms,
        cents,
        cents,
        fc.constantFrom(10, 100, 1000),
        (pairs, terms, usageUsd, commitmentUsd, k) => {
          const scaled = pairs.map(([usd, discount]): [number, number] => [
            (Math.round(usd * 100) * k) / 100,
            discount,
          ]);
          const times = (usd: number) => (Math.round(usd * 100) * k) / 100;
          const small = settle(usageUsd, commitmentUsd, agreement(terms, table(pairs))).costUsd;
          const large = settle(
            times(usageUsd),
            times(commitmentUsd),
            agreement(terms, table(scaled)),
          ).costUsd;
          // Where a shortfall is refunded the cost is a difference, so the commitment's rounding remains.
          const size = Math.max(1, small * k, times(commitmentUsd));
          expect(Math.abs(large - small * k)).toBeLessThanOrEqual(RELATIVE_TOLERANCE * size);
        },
      ),
      runs,
    );
  });

  test("utilization and coverage stay within 0 and 1", () => {
    assertProperty(
      fc.property(risingBands, anyTerms, cents, cents, (pairs, terms, usageUsd, commitmentUsd) => {
        const settlement = settle(usageUsd, commitmentUsd, agreement(terms, table(pairs)));
        for (const ratio of [utilization(settlement, usageUsd), coverage(settlement, usageUsd)])
          if (typeof ratio === "number")
            expect(ratio).toSatisfy((value: number) => value >= 0 && value <= 1);
      }),
      runs,
    );
  });
});
