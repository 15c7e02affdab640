import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ratiosOf } from "../../../src/analysis/tracking/indicators";
import { type TermTracking, trackTerm } from "../../../src/analysis/tracking/track-term";
import { isWhyNone, type Wanted, whatNow } from "../../../src/analysis/tracking/what-now";
import {
  coverage,
  discountLeakage,
  effectiveDiscount,
  utilization,
} from "../../../src/core/indicators";
import { NoAnswer } from "../../../src/core/no-answer";
import { settle } from "../../../src/core/settle";
import { readBands } from "../../../src/input/bands-cells";
import { readAgreement } from "../../../src/input/period-cells";
import { readTermDeal } from "../../../src/input/term-deal-cells";
import { burndown } from "../../../src/term/burndown";
import { earlyRenewal } from "../../../src/term/early-renewal";
import { good } from "../../core/deals";
import { assertProperty } from "../../support/property";

type Terms = readonly (readonly [string, unknown])[];

interface Given {
  readonly commitment: number | readonly number[];
  readonly months: readonly number[];
  readonly terms?: Terms;
  readonly bands?: readonly (readonly unknown[])[];
}

const AT_LIST = [[0, 0]];
const DEMO = [
  [0, 0],
  [250_000, 0.1],
  [500_000, 0.15],
  [1_000_000, 0.2],
];

function read({ commitment, months, terms = [], bands = AT_LIST }: Given) {
  const column = typeof commitment === "number" ? commitment : commitment.map((usd) => [usd]);
  const rows = [["Period", "month"], ...terms];
  const planned = good(readTermDeal([[40_000]], column, bands, rows));
  const table = good(readBands(bands));
  return { planned, months, table, agreement: good(readAgreement(bands, rows)) };
}

function tracked(given: Given): TermTracking {
  const { planned, months, table } = read(given);
  const answer = trackTerm({ planned, monthsUsd: months, bands: table });
  if (answer instanceof NoAnswer) throw new Error(answer.reason.kind);
  return answer;
}

function now(given: Given, wanted: Wanted = { topUpUsd: undefined, targetUsd: undefined }) {
  const { planned, table, agreement } = read(given);
  return whatNow({ plan: planned.plan, agreement, bands: table, tracking: tracked(given) }, wanted);
}

/** As many months of one usage. */
const each = (months: number, usd: number): number[] => Array(months).fill(usd);
const J_BURNDOWN = [30_000, 34_000, 31_000, 38_000, 41_000, 44_000];

/** Ends of a test at the pace so far: forfeited, returned, rolled, paid for overage. */
const CASES: readonly (readonly [
  what: string,
  given: Given,
  of: readonly [from: number, months: number, index: number],
  end: readonly [number, number, number, number],
])[] = [
  ["J-burndown", { commitment: 500_000, months: J_BURNDOWN }, [0, 12, 0.872], [64_000, 0, 0, 0]],
  [
    "half of what is unused returned",
    { commitment: 500_000, months: J_BURNDOWN, terms: [["Forfeited share", 0.5]] },
    ...([
      [0, 12, 0.872],
      [32_000, 32_000, 0, 0],
    ] as const),
  ],
  [
    "half of what is unused rolled over",
    {
      commitment: 500_000,
      months: J_BURNDOWN,
      terms: [
        ["Term", 2],
        ["Rollover share", 0.5],
      ],
    },
    ...([
      [0, 12, 0.872],
      [32_000, 0, 32_000, 0],
    ] as const),
  ],
  [
    "a rollover that the last year has no use for",
    { commitment: 500_000, months: J_BURNDOWN, terms: [["Rollover share", 0.5]] },
    ...([
      [0, 12, 0.872],
      [64_000, 0, 0, 0],
    ] as const),
  ],
  [
    "more than the commitment, at a premium",
    { commitment: 480_000, months: each(3, 60_000), terms: [["Overage premium", 0.1]] },
    ...([
      [0, 12, 1.5],
      [0, 0, 0, 264_000],
    ] as const),
  ],
  [
    "the second year of two",
    {
      commitment: 480_000,
      months: [...each(12, 30_000), ...each(2, 50_000)],
      terms: [["Term", 2]],
    },
    ...([
      [12, 12, 1.25],
      [0, 0, 0, 120_000],
    ] as const),
  ],
  [
    "the second quarter",
    {
      commitment: 480_000,
      months: [...each(3, 40_000), 30_000],
      terms: [["Commitment test", "quarterly"]],
    },
    ...([
      [3, 3, 0.75],
      [30_000, 0, 0, 0],
    ] as const),
  ],
  [
    "a ramp that is tested as a whole",
    {
      commitment: [200_000, 300_000],
      months: each(12, 15_000),
      terms: [["Commitment test", "total contract"]],
    },
    ...([
      [0, 24, 0.72],
      [140_000, 0, 0, 0],
    ] as const),
  ],
  [
    "a locked price after list fell",
    {
      commitment: 480_000,
      months: [...each(12, 50_000), ...each(2, 40_000)],
      bands: [[0, 0.2]],
      terms: [
        ["Term", 2],
        ["List price change", -0.2],
        ["Price path", "locked"],
      ],
    },
    ...([
      [12, 12, 1],
      [0, 0, 0, 0],
    ] as const),
  ],
  [
    "a percentage off a list that fell",
    {
      commitment: 480_000,
      months: [...each(12, 50_000), ...each(2, 40_000)],
      bands: [[0, 0.2]],
      terms: [
        ["Term", 2],
        ["List price change", -0.2],
      ],
    },
    ...([
      [12, 12, 0.8],
      [96_000, 0, 0, 0],
    ] as const),
  ],
  [
    "a floor re-based",
    {
      commitment: 480_000,
      months: [...each(12, 40_000), ...each(2, 20_000)],
      terms: [
        ["Term", 2],
        ["List price change", -0.5],
        ["Floor re-based", "yes"],
      ],
    },
    ...([
      [12, 12, 1],
      [0, 0, 0, 0],
    ] as const),
  ],
  [
    "credits that are used first",
    {
      commitment: 480_000,
      months: [...each(12, 30_000), ...each(2, 40_000)],
      terms: [
        ["Term", 2],
        ["Rollover share", 1],
        ["Rollover order", "rollover first"],
      ],
    },
    ...([
      [12, 12, 0.8],
      [120_000, 0, 0, 0],
    ] as const),
  ],
  [
    "credits that are used last, and expire",
    {
      commitment: 480_000,
      months: [...each(12, 30_000), ...each(2, 45_000)],
      terms: [
        ["Term", 2],
        ["Rollover share", 1],
      ],
    },
    ...([
      [12, 12, 1.125],
      [60_000, 0, 0, 0],
    ] as const),
  ],
];

describe("trackTerm()", () => {
  test.each(CASES)("ends %s", (_, given, [from, months, index], end) => {
    const { test: span, paceIndex, atPace, ...rest } = tracked(given);
    expect([span.from, rest.months]).toEqual([from, months]);
    expect(paceIndex).toBeCloseTo(index, 12);
    const { forfeitedUsd, returnedUsd, rolledUsd, overagePaidUsd } = atPace;
    for (const [at, usd] of [forfeitedUsd, returnedUsd, rolledUsd, overagePaidUsd].entries())
      expect(usd).toBeCloseTo(end[at] ?? 0, 6);
  });

  test("has the paces of J-burndown, and what is expected of its months", () => {
    const { paces, expectedUsd } = tracked({ commitment: 500_000, months: J_BURNDOWN });
    const amounts = paces.map(([name, month, , , short]) => [name, month, short]);
    expect(amounts).toContainEqual(["Last 3 months", 41_000, 36_000]);
    expect(amounts).toContainEqual(["Required", 47_000, 0]);
    expect(expectedUsd).toBe(240_000);
  });

  test("is nothing in a year without a commitment", () => {
    const { planned, table } = read({ commitment: [0, 100_000], months: [1] });
    expect(trackTerm({ planned, monthsUsd: [1], bands: table })).toBeInstanceOf(NoAnswer);
  });

  test("of a year at a discount off list is what one period, BURNDOWN and EARLY_RENEWAL say", () => {
    const amount = fc.integer({ min: 1, max: 2_000_000 });
    assertProperty(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 150_000 }), { minLength: 1, maxLength: 12 }),
        fc.tuple(amount, amount, amount),
        fc.constantFrom("net", "list"),
        fc.constantFrom("list", "committed", "step-up", "re-rate"),
        fc.integer({ min: 0, max: 10 }),
        (months, [commitment, targetUsd, topUp], basis, overage, forfeited) => {
          if (months.every((usd) => usd === 0)) return;
          const topUpUsd = overage === "list" || overage === "committed" ? topUp : 0;
          const terms = [
            ["Basis", basis],
            ["Overage", overage],
            ["Forfeited share", forfeited / 10],
          ] as const;
          const given = { commitment, months, terms, bands: DEMO };
          const { agreement, table } = read(given);
          const made = tracked(given);
          const usedUsd = months.reduce((sum, usd) => sum + usd, 0);
          const monthlyUsd = usedUsd / months.length;
          const year = settle(12 * monthlyUsd, commitment, agreement);
          const near = (one: unknown, other: unknown, unit = 1): void =>
            expect(Math.abs(Number(one) - Number(other))).toBeLessThanOrEqual(1e-9 * unit);
          near(made.indicators.costUsd, year.costUsd, commitment + 12 * monthlyUsd);
          const ratios = ratiosOf(made.indicators);
          near(ratios.utilization, utilization(year, 12 * monthlyUsd));
          near(ratios.coverage, coverage(year, 12 * monthlyUsd));
          const scale = commitment / (12 * monthlyUsd) + 1;
          near(ratios.savedOverList, effectiveDiscount(year, 12 * monthlyUsd), scale);
          near(ratios.leakage, discountLeakage(year, 12 * monthlyUsd), scale);
          near(
            ratios.discountBringsUsd - ratios.commitmentCostsUsd,
            12 * monthlyUsd - year.costUsd,
            commitment + 12 * monthlyUsd,
          );
          const paces = burndown({
            ...{ usagesUsd: months, commitmentUsd: commitment, months: 12, bands: table },
            ...{ basis, start: null },
          });
          for (const [row, cells] of made.paces.entries())
            for (const [column, cell] of cells.entries()) {
              const other = paces instanceof NoAnswer ? paces : paces[row + 1]?.[column];
              if (typeof cell === "number") near(cell, other, 1e6);
            }
          const options = now(given, { topUpUsd, targetUsd });
          if (isWhyNone(options)) throw new Error(options.kind);
          const elapsedMonths = months.length;
          const asked = { monthlyUsd, usedUsd, elapsedMonths, commitmentUsd: commitment };
          const rows = earlyRenewal({ ...asked, targetUsd, topUpUsd, agreement }).slice(1);
          expect(options.options.map(({ name }) => name).toSorted()).toEqual(
            rows.map(([name]) => name).toSorted(),
          );
          for (const [name, , , cost] of rows)
            near(options.options.find((one) => one.name === name)?.costUsd, cost, 1e6);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("whatNow()", () => {
  test("takes the best thresholds on offer, and ranks by cost", () => {
    const options = now({ commitment: 300_000, months: each(6, 60_000), bands: DEMO });
    if (isWhyNone(options)) throw new Error(options.kind);
    const costs = options.options.map(({ costUsd }) => costUsd);
    expect(costs).toEqual(costs.toSorted((one, other) => one - other));
    expect([options.asked.targetUsd, options.asked.topUpUsd]).toEqual([500_000, 200_000]);
  });

  test.each<[what: string, given: Given, kind: string]>([
    [
      "a quarter",
      { commitment: 480_000, months: [1], terms: [["Commitment test", "quarterly"]] },
      "length",
    ],
    ["a part-year", { commitment: 480_000, months: each(13, 1), terms: [["Term", 1.5]] }, "length"],
    [
      "a locked price",
      {
        commitment: 480_000,
        months: each(13, 1),
        terms: [
          ["Term", 2],
          ["List price change", 0.1],
          ["Price path", "locked"],
        ],
      },
      "price",
    ],
    [
      "an uplift",
      {
        commitment: 480_000,
        months: each(13, 1),
        terms: [
          ["Term", 2],
          ["Renewal every", 1],
          ["Renewal uplift ask", 0.05],
        ],
      },
      "price",
    ],
    [
      "an uplift on list",
      {
        commitment: 480_000,
        months: each(13, 1),
        terms: [
          ...([
            ["Term", 2],
            ["Renewal every", 1],
            ["Renewal uplift ask", 0.05],
          ] as const),
          ["Uplift on", "list"],
        ],
      },
      "price",
    ],
    [
      "a floor that falls",
      {
        commitment: 480_000,
        months: each(13, 1),
        terms: [
          ["Term", 2],
          ["List price change", -0.1],
          ["Floor re-based", "yes"],
        ],
      },
      "price",
    ],
    [
      "the band of another year",
      {
        commitment: [300_000, 600_000],
        months: [1],
        bands: DEMO,
        terms: [["Band follows", "final year"]],
      },
      "price",
    ],
    [
      "credits",
      {
        commitment: 480_000,
        months: each(13, 1),
        terms: [
          ["Term", 2],
          ["Rollover share", 1],
        ],
      },
      "credits",
    ],
  ])("has no price for %s", (_, given, kind) => {
    expect(now(given)).toMatchObject({ kind });
  });

  test("says which share rolls over, and the commitment of the year after", () => {
    const terms = [["Rollover share", 0.5]] as const;
    expect(now({ commitment: [300_000, 500_000], months: [1], terms })).toMatchObject({
      ...{ rolloverShare: 0.5, nextCommitmentUsd: 500_000 },
    });
    expect(now({ commitment: [300_000, 300_000], months: [1] })).toMatchObject({
      ...{ rolloverShare: 0, nextCommitmentUsd: undefined },
    });
  });

  test("leaves a top-up out beside step-up overage", () => {
    const terms = [["Overage", "step-up"]] as const;
    const options = now({ commitment: 300_000, months: [60_000], terms, bands: DEMO });
    expect(isWhyNone(options) || options.options.map(({ name }) => name).toSorted()).toEqual([
      ...["Keep", "Re-commit"],
    ]);
  });
});
