import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { baselineUsage, type Exclusion, type MonthlyUsageRow } from "../../src/efficiency/baseline";
import { assertProperty } from "../support/property";

const row = (month: number, workspace: string, usageUsd: number): MonthlyUsageRow => ({
  month,
  workspace,
  model: "m",
  usageUsd,
});
const exclusion = (given: Partial<Exclusion> & Pick<Exclusion, "amount">): Exclusion => ({
  from: 100,
  to: 100,
  workspace: undefined,
  model: undefined,
  ...given,
});
const share = (shareFraction: number) => ({ kind: "share", shareFraction }) as const;
const usd = (amountUsd: number) => ({ kind: "usd", amountUsd }) as const;

const USAGE = [row(100, "prod", 30_000), row(100, "research", 12_000), row(102, "prod", 8_000)];

describe("baselineUsage() leaves", () => {
  test.each<[string, readonly Exclusion[], readonly number[]]>([
    ["all without exclusions", [], [42_000, 0, 8_000]],
    [
      "half of a workspace",
      [exclusion({ workspace: "research", amount: share(0.5) })],
      [36_000, 0, 8_000],
    ],
    ["nothing after a share of 1", [exclusion({ to: 102, amount: share(1) })], [0, 0, 0]],
    ["all after a share of 0", [exclusion({ to: 102, amount: share(0) })], [42_000, 0, 8_000]],
    ["what a sum does not take", [exclusion({ amount: usd(21_000) })], [21_000, 0, 8_000]],
    [
      "0 of a pool below the sum",
      [exclusion({ workspace: "research", amount: usd(50_000) })],
      [30_000, 0, 8_000],
    ],
    [
      "the rest of the rest, in order",
      [exclusion({ amount: usd(21_000) }), exclusion({ workspace: "prod", amount: share(0.1) })],
      [21_000 - 1_500, 0, 8_000],
    ],
    [
      "the same months excluded twice",
      [
        exclusion({ to: 102, amount: share(0.5) }),
        exclusion({ from: 102, to: 105, amount: share(0.5) }),
      ],
      [21_000, 0, 2_000],
    ],
    [
      "all where nothing matches",
      [exclusion({ workspace: "other", amount: share(1) })],
      [42_000, 0, 8_000],
    ],
    [
      "all of a model that is not excluded",
      [exclusion({ model: "other", amount: usd(5) })],
      [42_000, 0, 8_000],
    ],
    [
      "a month without usage at 0",
      [exclusion({ from: 101, to: 101, amount: usd(5) })],
      [42_000, 0, 8_000],
    ],
    ["a sum in every month", [exclusion({ to: 102, amount: usd(2_000) })], [40_000, 0, 6_000]],
  ])("%s", (_, exclusions, expected) => {
    const found = baselineUsage(USAGE, exclusions);
    expect(found.map(({ month }) => month)).toEqual([100, 101, 102]);
    expect(found.map(({ baselineUsd }) => baselineUsd)).toEqual(expected);
    expect(found.map(({ usageUsd }) => usageUsd)).toEqual([42_000, 0, 8_000]);
  });

  test("each matching row its part of what a sum takes", () => {
    const [month] = baselineUsage(USAGE, [
      exclusion({ amount: usd(21_000) }),
      exclusion({ workspace: "research", amount: usd(1e9) }),
    ]);
    expect(month?.baselineUsd).toBe(15_000);
  });
});

describe("properties", () => {
  const rows = fc.array(
    fc.record({
      month: fc.integer({ min: 98, max: 104 }),
      workspace: fc.constantFrom("a", "b"),
      model: fc.constantFrom("m", "n"),
      usageUsd: fc.double({ min: 0, max: 1e9, noNaN: true }),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const exclusions = fc.array(
    fc.record({
      from: fc.integer({ min: 98, max: 101 }),
      to: fc.integer({ min: 101, max: 104 }),
      workspace: fc.constantFrom(undefined, "a", "b"),
      model: fc.constantFrom(undefined, "m"),
      amount: fc.oneof(
        fc.double({ min: 0, max: 1, noNaN: true }).map(share),
        fc.double({ min: 0, max: 1e9, noNaN: true }).map(usd),
      ),
    }),
    { maxLength: 4 },
  );

  test("what is left is never below 0 nor above what was used", () => {
    assertProperty(
      fc.property(rows, exclusions, (used, excluded) => {
        for (const { usageUsd, baselineUsd } of baselineUsage(used, excluded)) {
          expect(baselineUsd).toBeGreaterThanOrEqual(0);
          expect(baselineUsd).toBeLessThanOrEqual(usageUsd);
        }
      }),
    );
  });

  test("months are consecutive, and hold all usage", () => {
    assertProperty(
      fc.property(rows, exclusions, (used, excluded) => {
        const found = baselineUsage(used, excluded);
        for (const [index, { month }] of found.entries())
          expect(month).toBe((found[0]?.month ?? 0) + index);
        const total = (all: readonly { readonly usageUsd: number }[]) =>
          all.reduce((sum, { usageUsd }) => sum + usageUsd, 0);
        expect(total(found)).toBeCloseTo(total(used), 4);
      }),
    );
  });
});
