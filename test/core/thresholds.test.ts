import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Agreement, type PricedBand, withBand } from "../../src/core/agreement";
import { US_DOLLAR } from "../../src/core/currency";
import { toCents } from "../../src/core/money";
import { NoAnswer } from "../../src/core/no-answer";
import { settle } from "../../src/core/settle";
import { type ThresholdOutcome, thresholdOutcomes } from "../../src/core/thresholds";
import { describeVerdict, type Verdict } from "../../src/core/verdict";
import { assertProperty } from "../support/property";
import { agreement, anyAgreement, cents, table } from "./deals";

describe("thresholdOutcomes()", () => {
  test("has one for each threshold above 0, ascending, against the commitment", () => {
    const outcomes = thresholdOutcomes(600_000, 250_000, agreement({ overage: "committed" }));
    expect(
      outcomes.map((one) => [one.thresholdUsd, one.extraCommitmentUsd, one.verdict.kind]),
    ).toEqual([
      [250_000, 0, "current"],
      [500_000, 250_000, "saves"],
      [1_000_000, 750_000, "dearer"],
    ]);
  });

  test("has no break-even for a threshold that is not above the commitment, and says why", () => {
    const [lower, same, higher] = thresholdOutcomes(600_000, 500_000, agreement());
    for (const one of [lower, same])
      expect(one?.breakEvenUsageUsd).toEqual(
        new NoAnswer({
          kind: "notAboveCommitment",
          thresholdUsd: one?.thresholdUsd ?? 0,
          commitmentUsd: 500_000,
        }),
      );
    expect(same?.tolerableWasteFraction).toBeInstanceOf(NoAnswer);
    expect(higher?.breakEvenUsageUsd).toBeCloseTo(1_000_000 + 500_000 * (1 / 0.85 - 1), 6);
  });

  test("has no break-even for a threshold that never pays, and says so", () => {
    const falling = agreement(
      { overage: "committed" },
      table([
        [100_000, 0.3],
        [200_000, 0.1],
      ]),
    );
    const outcome = thresholdOutcomes(600_000, 100_000, falling)[1];
    const never = new NoAnswer({ kind: "neverPays", commitmentUsd: 100_000, targetUsd: 200_000 });
    expect(outcome?.breakEvenUsageUsd).toEqual(never);
    expect(outcome?.tolerableWasteFraction).toEqual(never);
    expect(outcome?.verdict).toEqual({ kind: "neverPays" });
  });
});

describe("the verdict on a threshold", () => {
  function verdicts(
    usageUsd: number,
    commitmentUsd: number,
    ...bands: readonly Pick<PricedBand, "thresholdUsd" | "discountFraction" | "overage">[]
  ): readonly string[] {
    const priced = bands.map(
      (band): PricedBand => ({
        ...band,
        rate: 1 - band.discountFraction,
        overagePremiumFraction: 0,
        forfeitedFraction: band.thresholdUsd === 300_000 ? 0.4 : 1,
      }),
    );
    const deal = priced.reduce<Agreement>(withBand, agreement({}, table([[0, 0]])));
    return thresholdOutcomes(usageUsd, commitmentUsd, deal).map(({ verdict }) =>
      describeVerdict(verdict, US_DOLLAR),
    );
  }

  // 100,000 continues at 90%; 200,000 buys 250,000 and continues at list: equal at 222,222.22 and at 500,000.
  const low = { thresholdUsd: 100_000, discountFraction: 0.1, overage: "committed" } as const;
  const dearOverage = { thresholdUsd: 200_000, discountFraction: 0.2, overage: "list" } as const;
  // Three fifths of the unused part of 300,000 are refunded; used up at 375,000, it continues at list.
  const returned = { thresholdUsd: 300_000, discountFraction: 0.2, overage: "list" } as const;

  test.each([
    [150_000, "dearer: needs usage of $222,223 until $500,000"],
    [222_222, "dearer: needs usage of $222,223 until $500,000"],
    [222_223, "saves until $500,000"],
    [499_999, "saves until $500,000"],
    [500_000, "breaks even"],
    [600_000, "dearer: needs usage of $222,223 until $500,000"],
  ])("at %d, where its overage is dear, is %s", (usageUsd, words) => {
    expect(verdicts(usageUsd, 100_000, low, dearOverage)).toEqual(["current commitment", words]);
  });

  test("is never where it is dearer at every usage", () => {
    const worse = { thresholdUsd: 400_000, discountFraction: 0.05, overage: "committed" } as const;
    expect(verdicts(1_000_000, 100_000, low, worse)[1]).toBe("never pays");
  });

  test("names the usage below which a lower threshold pays, or until which it does", () => {
    const high = { ...low, thresholdUsd: 500_000, discountFraction: 0.15 };
    expect(verdicts(600_000, 500_000, low, high)[0]).toBe("dearer: needs usage below $555,555");
    expect(verdicts(400_000, 500_000, low, high)[0]).toBe("saves until $555,555");
  });

  test("names the higher usage where a threshold pays at little usage too", () => {
    // 120,000 + 0.48 U up to 375,000 and U - 75,000 above, against 150,000 up to 166,666.67 and 0.9 U above.
    const stay = { ...low, thresholdUsd: 150_000 };
    expect(verdicts(50_000, 150_000, stay, returned)[1]).toBe("saves until $62,500");
    expect(verdicts(100_000, 150_000, stay, returned)[1]).toBe(
      "dearer: needs usage of $285,715 until $750,000",
    );
    expect(verdicts(800_000, 150_000, stay, returned)[1]).toBe(
      "dearer: needs usage of $285,715 until $750,000",
    );
  });

  test("is never where it costs the same at one usage only", () => {
    // 200,000 at 10% is used up at 222,222.22, where 90% of usage is 200,000 too; it continues at list.
    const touching = { ...low, thresholdUsd: 200_000, overage: "list" } as const;
    for (const usageUsd of [150_000, 300_000])
      expect(verdicts(usageUsd, 100_000, low, touching)[1]).toBe("never pays");
  });

  type Terms = Pick<PricedBand, "thresholdUsd" | "discountFraction" | "overage">;

  /** The verdict on the last of some bands against the first, with one forfeited share for all. */
  function verdictOf(
    usageUsd: number,
    forfeitedFraction: number,
    ...bands: readonly [Terms, ...Terms[]]
  ): Verdict | undefined {
    const deal = bands.reduce<Agreement>(
      (made, band) =>
        withBand(made, {
          ...band,
          rate: 1 - band.discountFraction,
          overagePremiumFraction: 0,
          forfeitedFraction,
        }),
      agreement({}, table([[0, 0]])),
    );
    return thresholdOutcomes(usageUsd, bands[0].thresholdUsd, deal).at(-1)?.verdict;
  }

  test("ignores that a threshold would be dearer below a usage of 0", () => {
    // 0.8 U up to 250,000 and U - 50,000 above, against 0.9 U: equal at 0 and at 500,000.
    const verdict = verdictOf(600_000, 0, low, dearOverage);
    expect(verdict).toMatchObject({ kind: "dearerUnlessBelow" });
    expect(verdict?.kind === "dearerUnlessBelow" && verdict.belowUsd).toBeCloseTo(500_000, 3);
  });

  test("is never where it is dearer from a usage of 0 up", () => {
    const worse = { thresholdUsd: 400_000, discountFraction: 0.05, overage: "committed" } as const;
    expect(verdictOf(600_000, 0, low, worse)).toEqual({ kind: "neverPays" });
  });

  test("gives the usage up to which it pays where both cost the same at a usage of 0", () => {
    const verdict = verdictOf(0, 0, low, dearOverage);
    expect(verdict).toMatchObject({ kind: "breaksEven" });
    expect(verdict?.kind === "breaksEven" && verdict.untilUsd).toBeCloseTo(500_000, 3);
  });

  test("saves without an upper end where both cost the same from some usage up", () => {
    const [outcome] = thresholdOutcomes(0, 2_000_000, agreement({}, table([[100, 0]])));
    expect(outcome?.verdict).toEqual({ kind: "saves", untilUsd: undefined });
  });

  // Costs of trillions have no digits left that separate a dollar from rounding.
  test("takes no gap that rounding could have made for a dearer stretch", () => {
    const stay = { thresholdUsd: 1e12, discountFraction: 0.1, overage: "committed" } as const;
    const hardlyDearer = { ...stay, thresholdUsd: 1.5e12, discountFraction: 0.1 - 5e-13 };
    const verdict = verdictOf(2e12, 1, stay, hardlyDearer);
    expect(verdict).toMatchObject({ kind: "dearer", fromUsd: 2e12 });
    expect(verdict?.kind === "dearer" && verdict.untilUsd).toBeGreaterThan(5e12);
  });

  test("is dearer from this usage up where the gap of rounding stays constant", () => {
    // Both continue at list, the second a dollar dearer.
    const stay = { thresholdUsd: 1e12, discountFraction: 0.2, overage: "list" } as const;
    const rate = 1 / (1 + (2.5e11 - 1) / 2e12);
    const target = { ...stay, thresholdUsd: 2e12, discountFraction: 1 - rate };
    expect(verdictOf(5e12, 1, stay, target)).toEqual({
      kind: "dearer",
      fromUsd: 5e12,
      untilUsd: undefined,
    });
  });
});

describe("a threshold that is dearer for less than half a cent of usage", () => {
  // Found by seeds 1712088140, -1210886015 and -1891647837 of npm run soak.
  test.each([
    [0.07, { overagePremiumFraction: 0.24, forfeitedFraction: 0.2 }, 0.429, 0.04881786],
    [
      0.05,
      { basis: "list", overagePremiumFraction: 0.17, forfeitedFraction: 0.1 },
      0.167,
      0.01982353,
    ],
    [0.07, { basis: "list", overagePremiumFraction: 0.16, forfeitedFraction: 0.2 }, 0.412, 0.03575],
  ] as const)(
    "needs less usage than %d with %j, and no more than none",
    (usageUsd, terms, discount, belowUsd) => {
      const [outcome] = thresholdOutcomes(usageUsd, 0, agreement(terms, table([[0.01, discount]])));
      expect(outcome?.verdict).toEqual({
        kind: "dearerUnlessBelow",
        belowUsd: expect.closeTo(belowUsd, 4),
      });
    },
  );
});

describe("describeVerdict()", () => {
  test.each<readonly [Verdict, string]>([
    [{ kind: "current" }, "current commitment"],
    [{ kind: "saves", untilUsd: undefined }, "saves"],
    [{ kind: "saves", untilUsd: 900_000.99 }, "saves until $900,000"],
    [{ kind: "breaksEven", untilUsd: undefined }, "breaks even"],
    [
      { kind: "dearer", fromUsd: 527_777.78, untilUsd: undefined },
      "dearer: needs usage of $527,778",
    ],
    [
      { kind: "dearer", fromUsd: 250_000.0000001, untilUsd: 1e6 - 1e-7 },
      "dearer: needs usage of $250,000 until $1,000,000",
    ],
    [{ kind: "dearerUnlessBelow", belowUsd: 555_555.56 }, "dearer: needs usage below $555,555"],
    [{ kind: "neverPays" }, "never pays"],
  ])("%o is %s", (verdict, words) => {
    expect(describeVerdict(verdict, US_DOLLAR)).toBe(words);
  });
});

const between = (lowUsd: number, highUsd: number): readonly number[] =>
  Array.from({ length: 19 }, (_, index) => lowUsd + ((highUsd - lowUsd) * (index + 1)) / 20);

/** The largest gap within a cent of a usage: stretches that less than a cent parts count as one. */
const gapAround = (usageUsd: number, gap: (usageUsd: number) => number): number =>
  Math.max(gap(Math.max(0, usageUsd - 0.01)), gap(usageUsd), gap(usageUsd + 0.01));

describe("properties", () => {
  /** Checks every outcome of random deals; `near` is the gap that rounding allows at a usage. */
  const eachOutcome = (
    check: (
      outcome: ThresholdOutcome,
      usageUsd: number,
      gap: (usageUsd: number) => number,
      near: (usageUsd: number) => number,
    ) => void,
  ): void => {
    assertProperty(
      fc.property(cents, cents, fc.nat(), anyAgreement, (usageUsd, anyUsd, pick, deal) => {
        // Each third deal commits a threshold.
        const atThreshold = pick % 3 === 0 ? deal.bands[pick % deal.bands.length] : undefined;
        const commitmentUsd = atThreshold?.thresholdUsd ?? anyUsd;
        for (const outcome of thresholdOutcomes(usageUsd, commitmentUsd, deal)) {
          const { thresholdUsd } = outcome;
          const gap = (usage: number): number =>
            settle(usage, thresholdUsd, deal).costUsd - settle(usage, commitmentUsd, deal).costUsd;
          const near = (usage: number): number =>
            1e-5 + 1e-11 * Math.max(usage, usageUsd, thresholdUsd, commitmentUsd);
          check(outcome, usageUsd, gap, near);
        }
      }),
      { numRuns: 1000 },
    );
  };

  test("costs, saving and verdict at this usage agree, to the cent", () => {
    eachOutcome(({ verdict, costUsd, savingUsd }, usageUsd, gap, near) => {
      expect(Math.abs(savingUsd + gap(usageUsd))).toBeLessThan(near(usageUsd));
      const gapCents = toCents(costUsd) - toCents(costUsd + savingUsd);
      if (verdict.kind === "current") expect(gapCents).toBe(0);
      else if (verdict.kind === "saves") expect(gapCents).toBeLessThanOrEqual(0);
      else if (verdict.kind === "breaksEven") expect(Math.abs(gapCents)).toBeLessThanOrEqual(1);
      else expect(gapCents).toBeGreaterThanOrEqual(0);
    });
  });

  test("a threshold that saves is not dearer up to the usage named", () => {
    eachOutcome(({ verdict }, usageUsd, gap, near) => {
      // What saves less than a cent may be dearer before the next one.
      if (verdict.kind !== "saves" || gap(usageUsd) > -0.01) return;
      const { untilUsd = 10 * usageUsd } = verdict;
      for (const usage of between(usageUsd, untilUsd)) expect(gap(usage)).toBeLessThan(near(usage));
    });
  });

  test("a threshold that needs more usage is dearer below it, and not from there up", () => {
    eachOutcome(({ verdict }, usageUsd, gap, near) => {
      if (verdict.kind !== "dearer") return;
      const { fromUsd, untilUsd = 2 * fromUsd } = verdict;
      if (fromUsd < usageUsd) expect(untilUsd).toBeLessThanOrEqual(usageUsd);
      for (const usage of between(usageUsd, fromUsd))
        if (fromUsd > usageUsd) expect(gapAround(usage, gap)).toBeGreaterThan(-near(usage));
      for (const usage of between(fromUsd, untilUsd)) expect(gap(usage)).toBeLessThan(near(usage));
    });
  });

  test("a threshold that needs less usage is not dearer below it, and is from there up", () => {
    eachOutcome(({ verdict }, usageUsd, gap, near) => {
      if (verdict.kind !== "dearerUnlessBelow") return;
      const { belowUsd } = verdict;
      expect(belowUsd).toBeLessThanOrEqual(usageUsd);
      // Usage is compared to the cent: less than half a cent is none.
      for (const usage of between(0, belowUsd))
        if (toCents(usage) > 0) expect(gap(usage)).toBeLessThan(near(usage));
      for (const usage of between(belowUsd, 2 * usageUsd))
        expect(gapAround(usage, gap)).toBeGreaterThan(-near(usage));
    });
  });

  test("a threshold that never pays is nowhere cheaper by a cent", () => {
    eachOutcome(({ verdict, thresholdUsd }, usageUsd, gap, near) => {
      if (verdict.kind !== "neverPays") return;
      for (const usage of between(0, 10 * Math.max(thresholdUsd, usageUsd)))
        expect(gap(usage)).toBeGreaterThan(-0.01 - near(usage));
    });
  });

  test("the draws include every kind of verdict", () => {
    const met = new Set<string>();
    eachOutcome(({ verdict }) => met.add(verdict.kind));
    expect([...met].sort()).toEqual([
      "breaksEven",
      "current",
      "dearer",
      "dearerUnlessBelow",
      "neverPays",
      "saves",
    ]);
  });
});
