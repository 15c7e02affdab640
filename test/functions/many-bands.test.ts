import { describe, expect, test } from "vitest";
import { asCells, type BandByHand, costByHand, manyBands } from "./many-bands";
import { call, number } from "./shown";

const near = (actual: number, expected: number, close = 1e-10) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(close * Math.max(1, Math.abs(expected)));
const mean = (values: Float64Array) => values.reduce((sum, one) => sum + one, 0) / values.length;

const OVERAGES = ["list", "committed", "step-up", "re-rate"] as const;
const plain = (overage: BandByHand["overage"]) =>
  manyBands(() => ({ overage, premium: 0, forfeited: 1 }));
/** Every band has terms of its own. */
const MIXED = manyBands((index) => {
  const overage = OVERAGES[index % 4] ?? "list";
  const premium = overage === "list" || overage === "committed" ? 0.05 * (index % 3) : 0;
  return { overage, premium, forfeited: [1, 0.5, 0.25, 0][index % 5] ?? 0.75 };
});

/** 100,000 unordered usages, some of them equal, in cents: 0.37 up to 12 million. */
const USAGES = Float64Array.from(
  { length: 100_000 },
  (_, index) => ((index * 7_919) % 80_000) * 150 + 0.37,
);
const SAMPLE = Array.from(USAGES, (usd) => [usd]);
const FEW = SAMPLE.filter((_, index) => index % 500 === 0);
const LOGNORMAL = [
  ["Mean", 6_000_000],
  ["CV", 0.35],
];
const COMMITMENT = 7_321_000;

const TABLES = [
  ...OVERAGES.map((overage) => [overage, plain(overage)] as const),
  ["mixed", MIXED] as const,
];
const CASES = (["net", "list"] as const).flatMap((basis) =>
  TABLES.map(([name, bands]) => [basis, name, bands] as const),
);

describe.each(CASES)("200 bands, basis %s, overage %s", (basis, _, bands) => {
  const cells = asCells(bands);
  const terms = [["Basis", basis]];
  const costOf = (usage: number, commitment: number) => costByHand(usage, commitment, bands, basis);

  test("settle as worked by hand", () => {
    for (let step = 0; step < 60; step++) {
      const [usage, commitment] = [step * 204_100.07, 0.01 + ((step * 31) % 60) * 171_003.33];
      near(number("EFFECTIVE_COST", usage, commitment, cells, terms), costOf(usage, commitment));
    }
  });

  test("break even where the costs by hand cross", () => {
    for (const [commitment, target] of [
      [50_000, 100_000],
      [425_000, 3_050_000],
      [COMMITMENT, 9_500_000.5],
    ] as const) {
      const usage = call("BREAKEVEN_USAGE", commitment, target, cells, terms);
      const extra = (at: number) => costOf(at, target) - costOf(at, commitment);
      if (typeof usage !== "number") {
        expect(usage).toMatchObject({ code: "#N/A" });
        for (let step = 0; step < 1_000; step++) expect(extra(step * 20_000)).toBeGreaterThan(0);
        continue;
      }
      expect(extra(usage)).toBeLessThan(1e-6);
      for (let step = 0; step < 1_000 && usage > 0; step++)
        expect(extra((usage * step) / 1_000.5)).toBeGreaterThan(-1e-6);
    }
  });

  test("have a row each in THRESHOLDS, with the cost by hand", () => {
    const rows = call("THRESHOLDS", 6_000_000, COMMITMENT, cells, terms) as unknown[][];
    expect(rows).toHaveLength(200);
    const now = costOf(6_000_000, COMMITMENT);
    for (const [index, row] of rows.slice(1).entries()) {
      const threshold = bands[index + 1]?.threshold ?? 0;
      expect(row[0]).toBe(threshold);
      near(Number(row[5]), costOf(6_000_000, threshold));
      near(Number(row[6]), now - costOf(6_000_000, threshold), 1e-8);
    }
  });

  test("and 100,000 outcomes have the means, shares and worst tenth of the costs by hand", () => {
    const costs = USAGES.map((usage) => costOf(usage, COMMITMENT));
    const losses = costs.map((cost, index) => cost - (USAGES[index] ?? 0)).sort();
    const band = bands.findLast(({ threshold }) => threshold <= COMMITMENT);
    const rate = 1 - (band?.discount ?? 0);
    const capacity = basis === "net" ? COMMITMENT / rate : COMMITMENT;
    const shortfalls = USAGES.map((usage) => rate * Math.max(0, capacity - usage));
    const args = [SAMPLE, COMMITMENT, cells, terms] as const;
    near(number("EXPECTED_COST", ...args), mean(costs));
    near(number("EXPECTED_SHORTFALL", ...args), mean(shortfalls));
    near(number("FILL_PROBABILITY", ...args), mean(USAGES.map((usd) => (usd >= capacity ? 1 : 0))));
    near(number("LOSS_PROBABILITY", ...args), mean(losses.map((usd) => (usd > 0.005 ? 1 : 0))));
    near(number("CVAR_LOSS", ...args, null), mean(losses.slice(-10_000)), 1e-9);
  });

  test("have an optimum that no threshold and no commitment between them beats", () => {
    for (const forecast of [FEW, LOGNORMAL])
      for (const level of [null, 0.9]) {
        const cost = (commitment: number) =>
          level === null
            ? number("EXPECTED_COST", forecast, commitment, cells, terms)
            : number("CVAR_LOSS", forecast, commitment, cells, terms, level);
        const best = cost(number("OPTIMAL_COMMITMENT", forecast, cells, terms, level));
        for (let index = 0; index < 200; index += 7)
          expect(best).toBeLessThanOrEqual(cost(index * 50_000 + (index % 3) * 9_999.99) + 0.0101);
      }
  });
});

describe("200 bands with discounts that rise", () => {
  test.each(OVERAGES)("and overage %s have the foresight value of the formula", (overage) => {
    const cells = asCells(plain(overage));
    const best = number("OPTIMAL_COMMITMENT", SAMPLE, cells, null, null);
    const least = number("EXPECTED_COST", SAMPLE, best, cells, null);
    const hindsight = USAGES.map((usage) => {
      let cost = usage;
      for (let index = 0; index < 200; index++)
        cost = Math.min(cost, Math.max(index * 50_000, (1 - index * 0.002) * usage));
      return cost;
    });
    // From $0 the least commitment is a cent, so a usage below a cent would differ by that; none is.
    near(number("FORESIGHT_VALUE", SAMPLE, cells, null), least - mean(hindsight), 1e-7);
  });

  test("need the discount 1 - K/U with committed overage", () => {
    const [usage, target] = [6_000_000, 4_500_000];
    let least = usage;
    for (let index = 0; index < 200; index++)
      if (index * 50_000 !== target)
        least = Math.min(least, Math.max(index * 50_000, (1 - index * 0.002) * usage));
    near(
      number("DISCOUNT_NEEDED", usage, target, asCells(plain("committed")), null),
      1 - least / usage,
    );
  });

  test("have options whose figures are those of the functions by themselves", () => {
    const cells = asCells(MIXED);
    const forecast = [
      ["Distribution", "PERT"],
      ["Low", 3e6],
      ["Mode", 5.5e6],
      ["High", 11e6],
    ];
    const [, ...rows] = call("COMMITMENT_OPTIONS", forecast, cells, null) as number[][];
    expect(rows.length).toBeGreaterThanOrEqual(200);
    expect(rows.map((row) => row[10]).sort((a = 0, b = 0) => a - b)).toEqual(
      rows.map((_, index) => index + 1),
    );
    for (const [commitment = 0, discount = 0, ...rest] of rows) {
      expect(discount).toBe(call("BAND_RATE", commitment, cells));
      const args = [forecast, commitment, cells, null] as const;
      near(rest[0] ?? 0, number("EXPECTED_COST", ...args));
      near(rest[2] ?? 0, number("FILL_PROBABILITY", ...args));
      near(rest[3] ?? 0, number("EXPECTED_SHORTFALL", ...args));
      near(rest[4] ?? 0, number("LOSS_PROBABILITY", ...args));
      near(rest[5] ?? 0, number("CVAR_LOSS", ...args, 0.9));
    }
  });

  test("have clauses worth the difference of the expected costs", () => {
    const cells = asCells(plain("list"));
    const change = (overage: string, forfeited: number) =>
      cells.map((row) => (row[0] === 7_300_000 ? [row[0], row[1], overage, 0, forfeited] : row));
    const cost = (table: unknown) => number("EXPECTED_COST", SAMPLE, COMMITMENT, table, null);
    const rows = call("CLAUSE_VALUES", SAMPLE, COMMITMENT, cells, null) as unknown[][];
    const now = cost(cells);
    near(Number(rows[1]?.[1]), now - cost(change("committed", 1)), 1e-8);
    near(Number(rows[2]?.[1]), now - cost(change("step-up", 1)), 1e-8);
    near(Number(rows[3]?.[1]), now - cost(change("list", 0.5)), 1e-8);
    near(Number(rows[4]?.[1]), now - cost(change("step-up", 0.5)), 1e-8);
  });
});
