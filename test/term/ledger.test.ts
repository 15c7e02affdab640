import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { settle } from "../../src/core/settle";
import { readPeriod } from "../../src/input/period-cells";
import { type PlannedDeal, readRenewedYearly, readTermDeal } from "../../src/input/term-deal-cells";
import { cashFlows, termCost } from "../../src/term/cash-flows";
import { type Ledger, ledger, sumOfPeriods } from "../../src/term/ledger";
import { renewalCost } from "../../src/term/renewal-cost";
import { rolloverValue } from "../../src/term/rollover-value";
import { known } from "../cases/door";
import { assertProperty } from "../support/property";

const BANDS = [
  [0, 0.01],
  [250_000, 0.1],
  [500_000, 0.15],
  [1_000_000, 0.2],
];
type Rows = readonly (readonly [string, unknown])[];

function planned(
  usage: unknown,
  commitment: unknown,
  terms: Rows,
  index: unknown = null,
): PlannedDeal {
  return known(readTermDeal(usage, commitment, BANDS, terms, index));
}
const column = (values: readonly number[]) => values.map((value) => [value]);
const cost = (...args: Parameters<typeof planned>): number => {
  const { plan, usageUsd } = planned(...args);
  return termCost(plan, usageUsd);
};

const cents = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((one) => one / 100);
const usd = fc.oneof(cents(2_000_000), fc.constantFrom(0, 588_235.29, 500_000, 1e-7));
const commitment = fc.oneof(
  cents(1_500_000),
  fc.constantFrom(0, 0.004, 250_000, 499_999.99, 500_000),
);
const share = fc.constantFrom(0, 0.1, 1 / 3, 0.5, 0.99, 1);
const one = <T extends string>(term: string, ...words: readonly T[]) =>
  fc.constantFrom(...words).map((word): [string, unknown] => [term, word]);
const fraction = (term: string) => share.map((value): [string, unknown] => [term, value]);

/** A deal of years, quarters or months under any policies that have a price together. */
const anyDeal = fc
  .record({
    period: fc.constantFrom<["year", 1] | ["quarter", 4] | ["month", 12]>(
      ["year", 1],
      ["quarter", 4],
      ["month", 12],
    ),
    years: fc.integer({ min: 1, max: 4 }),
    usages: fc.array(usd, { minLength: 48, maxLength: 48 }),
    commitments: fc.array(commitment, { minLength: 4, maxLength: 4 }),
    index: fc.array(fc.constantFrom(0.5, 0.8, 1, 1.1, 2), { minLength: 4, maxLength: 4 }),
    finest: fc.boolean(),
    terms: fc.tuple(
      one("Basis", "net", "list"),
      one("Overage", "list", "committed"),
      fc.constantFrom(-1, 0, 0.05).map((value): [string, unknown] => ["Overage premium", value]),
      fraction("Forfeited share"),
      fraction("Rollover share"),
      fraction("Rollover cap"),
      fc.integer({ min: 1, max: 5 }).map((value): [string, unknown] => ["Rollover life", value]),
      one("Rollover order", "rollover first", "commitment first"),
      one("Rollover only on renewal", "yes", "no"),
      one("Price path", "percent off list", "locked", "lower of"),
      one("Floor re-based", "yes", "no"),
      one("Band follows", "each year", "average", "final year"),
      fc.constantFrom(1, 2, 10).map((value): [string, unknown] => ["Renewal every", value]),
      fc
        .constantFrom(-0.1, 0, 0.07)
        .map((value): [string, unknown] => ["Renewal uplift ask", value]),
      one("Uplift on", "net price", "list", "discount"),
      one(
        "Payment",
        "upfront",
        "true-up",
        "annual in advance",
        "quarterly in arrears",
        "monthly in advance",
      ),
    ),
    test: fc.constantFrom("each year", "total contract"),
  })
  .map(({ period: [period, per], years, usages, commitments, index, finest, terms, test }) => {
    const finer = period === "month" ? "monthly" : period === "quarter" ? "quarterly" : "each year";
    const rows: Rows = [...terms, ["Period", period], ["Commitment test", finest ? finer : test]];
    return planned(
      column(usages.slice(0, years * per).map((value) => value / per)),
      column(commitments.slice(0, years)),
      years === 1 && per === 1 ? rows : [...rows, ["Term", years]],
      column(index.slice(0, years)),
    );
  });

const NUM_RUNS = 2_000;

describe("ledger()", () => {
  test("adds up what is used, rolled, lapsed and expired to the last bit", () => {
    let rolled = 0;
    assertProperty(
      fc.property(anyDeal, ({ plan, usageUsd }) => {
        const lines = ledger(plan, usageUsd);
        const sum = (...columns: (keyof Ledger)[]): number =>
          columns.reduce((total, name) => total + sumOfPeriods(lines[name]), 0);
        if (sum("rolledUsd") > 0) rolled++;
        expect(sum("commitmentUsedUsd", "rolledUsd", "lapsedUsd")).toBe(sum("commitmentUsd"));
        expect(
          sum("creditUsedUsd", "creditExpiredUsd") + (lines.closingCreditUsd.at(-1) ?? 0),
        ).toBe(sum("rolledUsd"));
        const largestUsd = Math.max(
          1,
          ...lines.atListUsd,
          ...lines.commitmentUsd,
          ...plan.years.map((year) => year.commitmentUsd),
        );
        for (const [period, year] of plan.yearOf.entries()) {
          const of = (column: keyof Ledger): number => lines[column][period] ?? Number.NaN;
          if (year.isOnDemand) continue;
          const needUsd = (of("rate") * of("usageUsd")) / (plan.basis === "net" ? 1 : year.rate);
          const drawnUsd = of("creditUsedUsd") + of("commitmentUsedUsd") + of("overageUsedUsd");
          expect(Math.abs(drawnUsd - needUsd)).toBeLessThanOrEqual(1e-12 * largestUsd);
          expect(of("costUsd")).toBe(
            of("commitmentPaidUsd") + of("overagePaidUsd") + of("returnedUsd"),
          );
        }
      }),
      { numRuns: NUM_RUNS },
    );
    expect(rolled).toBeGreaterThan(20);
  });

  test("pays its cost by its flows, and a year's shares by whole years", () => {
    assertProperty(
      fc.property(anyDeal, ({ plan, usageUsd }) => {
        const totalUsd = termCost(plan, usageUsd);
        const flows = cashFlows(plan, usageUsd);
        const paidUsd = flows.reduce((all, flow) => all + flow.totalUsd, 0);
        const largestUsd = flows.reduce((most, flow) => Math.max(most, Math.abs(flow.totalUsd)), 1);
        expect(Math.abs(paidUsd - totalUsd)).toBeLessThanOrEqual(1e-12 * largestUsd * flows.length);
        expect(termCost(plan, usageUsd, "present value")).toBeCloseTo(paidUsd, 4);
      }),
      { numRuns: NUM_RUNS },
    );
  });
});

describe("properties of a term", () => {
  const basics = fc.tuple(
    fc.constantFrom("net", "list"),
    fc.constantFrom("list", "committed", "step-up", "re-rate"),
    fc.constantFrom(-0.5, 0, 0.1),
    share,
  );
  const termsOf = ([basis, overage, premium, forfeited]: readonly [
    string,
    string,
    number,
    number,
  ]): Rows => [
    ["Basis", basis],
    ["Overage", overage],
    ["Overage premium", overage === "list" || overage === "committed" ? premium : 0],
    ["Forfeited share", forfeited],
  ];
  const near = (actual: number, expected: number, largest: number): void =>
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, largest));

  test("one year under default policies costs what one period does, in years, quarters and months", () => {
    assertProperty(
      fc.property(usd, commitment, basics, (usageUsd, commitmentUsd, words) => {
        const terms = termsOf(words);
        const read = known(readPeriod(usageUsd, commitmentUsd, BANDS, terms));
        const { costUsd } = settle(usageUsd, commitmentUsd, read.agreement);
        const largest = Math.max(usageUsd, commitmentUsd);
        near(cost(usageUsd, commitmentUsd, terms), costUsd, largest);
        for (const [period, per] of [
          ["quarter", 4],
          ["month", 12],
        ] as const)
          near(
            cost(usageUsd / per, commitmentUsd, [...terms, ["Period", period]]),
            costUsd,
            largest,
          );
        near(cost(usageUsd, commitmentUsd, [...terms, ["Term", 3]]), 3 * costUsd, 3 * largest);
      }),
      { numRuns: NUM_RUNS },
    );
  });

  test("pooling costs no more than a test of each year, quarter or month", () => {
    const months = fc.array(cents(100_000), { minLength: 24, maxLength: 24 });
    const flat = [[0, 0.15]];
    assertProperty(
      fc.property(
        months,
        cents(900_000),
        cents(900_000),
        fc.constantFrom("list", "committed"),
        share,
        (usages, first, second, overage, forfeited) => {
          const costs = ["total contract", "each year", "quarterly", "monthly"].map((word) => {
            const terms = [
              ["Overage", overage],
              ["Forfeited share", forfeited],
              ["Period", "month"],
              ["Commitment test", word],
            ];
            const { plan, usageUsd } = known(
              readTermDeal(column(usages), [[first], [second]], flat, terms),
            );
            return termCost(plan, usageUsd);
          });
          // A 0 year is on demand unless the term is pooled.
          fc.pre(first >= 0.01 && second >= 0.01);
          for (const [index, usdNow] of costs.entries())
            expect(usdNow).toBeGreaterThanOrEqual((costs[index - 1] ?? 0) - 1e-6);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test("a cap that never binds is worth 0, and so is a rollover of nothing", () => {
    assertProperty(
      fc.property(
        usd,
        commitment,
        fc.constantFrom(-0.2, 0, 0.03),
        (usageUsd, commitmentUsd, ask) => {
          const { plan, usageUsd: usages } = known(
            readRenewedYearly(usageUsd, commitmentUsd, BANDS, [
              ["Term", 3],
              ["Renewal uplift ask", ask],
              ["Renewal uplift cap", 0.03],
            ]),
          );
          expect(
            renewalCost(plan, usages)
              .slice(1)
              .map((row) => row[5]),
          ).toEqual([0, 0, 0, 0]);
          expect(rolloverValue(plan, usages)).toBe(0);
        },
      ),
    );
  });

  const DEFAULTS: Rows = [
    ["Period", "year"],
    ["Usage growth", 0],
    ["Commitment test", "each year"],
    ["Band follows", "each year"],
    ["Rollover share", 0],
    ["Rollover cap", 1],
    ["Rollover life", 1],
    ["Rollover order", "commitment first"],
    ["Rollover only on renewal", "no"],
    ["Price path", "percent off list"],
    ["Price path lasts", 10],
    ["Floor re-based", "no"],
    ["List price change", 0],
    ["Renewal every", 10],
    ["Renewal uplift ask", 0],
    ["Renewal uplift cap", "none"],
    ["Uplift on", "net price"],
    ["Payment", "annual in advance"],
    ["Discounting rate", 0],
    ["Usage volatility", 0],
    ["List price volatility", 0],
    ["Usage persistence", 1],
  ];
  test.each(DEFAULTS)("%s at its default is as if it were absent", (term, value) => {
    const usage = column([700_000, 450_000, 900_000]);
    const ramp = column([250_000, 500_000, 1_000_000]);
    const plain = planned(usage, ramp, []);
    const written = planned(usage, ramp, [[term, value]]);
    expect(ledger(written.plan, written.usageUsd)).toEqual(ledger(plain.plan, plain.usageUsd));
    expect(cashFlows(written.plan, written.usageUsd)).toEqual(
      cashFlows(plain.plan, plain.usageUsd),
    );
  });
});
