import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  parseTierBoundary,
  parseTierMethod,
  TIER_BOUNDARIES,
  TIER_METHODS,
  type TierBoundary,
  type TierMethod,
  tierCost,
  tierDiscount,
} from "../../src/core/tiers";
import { assertProperty } from "../support/property";
import { agrees } from "../tolerance";
import { cents, risingBands, table } from "./deals";

function cost(
  usageUsd: number,
  method: TierMethod,
  bands = table(),
  boundary: TierBoundary = "at or above",
): number {
  return tierCost(usageUsd, bands, { method, boundary });
}

const FALLING = table([
  [0, 0.2],
  [100, 0.1],
  [200, 0.3],
]);

describe("tierCost()", () => {
  // By hand: 250,000 at list, the next 250,000 at 0.9, the rest at 0.85; net slices are 250,000 and 277,777.78 wide.
  test.each([
    [0, 0, 0, 0, 0],
    [249_999.99, 249_999.99, 249_999.99, 249_999.99, 225_000],
    [250_000, 225_000, 250_000, 250_000, 225_000],
    [250_000.01, 225_000.009, 250_000.009, 250_000.009, 225_000.009],
    [600_000, 510_000, 560_000, 500_000 + 0.85 * (600_000 - 250_000 - 250_000 / 0.9), 510_000],
    [999_999.99, 849_999.9915, 899_999.9915, 901_388.8803888889, 800_000],
  ])(
    "of %d is %d all-units, %d graduated, %d graduated net, %d rounded up",
    (usageUsd, ...costs) => {
      const [allUnits, graduated, graduatedNet, roundUp] = costs;
      expect(cost(usageUsd, "all-units")).toBeCloseTo(allUnits, 8);
      expect(cost(usageUsd, "graduated")).toBeCloseTo(graduated, 8);
      expect(cost(usageUsd, "graduated net")).toBeCloseTo(graduatedNet, 8);
      expect(cost(usageUsd, "round up")).toBeCloseTo(roundUp, 8);
    },
  );

  test("keeps usage equal to a threshold in the tier below it only under up to", () => {
    for (const usageUsd of [250_000, 250_000 - 1e-9, 250_000 + 1e-9]) {
      expect(cost(usageUsd, "all-units", table(), "at or above")).toBeCloseTo(225_000, 6);
      expect(cost(usageUsd, "all-units", table(), "up to")).toBeCloseTo(250_000, 6);
    }
    expect(cost(249_999.99, "all-units", table(), "up to")).toBe(249_999.99);
    expect(cost(250_000.01, "all-units", table(), "up to")).toBeCloseTo(225_000.009, 8);
  });

  test("begins a table that starts above $0 with list prices", () => {
    const late = table([[250_000, 0.1]]);
    expect(cost(200_000, "all-units", late)).toBe(200_000);
    expect(cost(350_000, "graduated", late)).toBe(250_000 + 90_000);
    expect(cost(350_000, "graduated net", late)).toBe(250_000 + 90_000);
  });

  test("of a table with one tier is its rate on everything, by every method", () => {
    for (const method of TIER_METHODS) expect(cost(1000, method, table([[0, 0.25]]))).toBe(750);
  });

  test("counts a first threshold that is 0 to the cent as 0", () => {
    for (const method of TIER_METHODS) expect(cost(1000, method, table([[0.004, 0.25]]))).toBe(750);
  });

  test("rounds no usage down where discounts fall, and up where a higher tier is cheaper", () => {
    expect(cost(100, "round up", FALLING)).toBe(90);
    expect(cost(99.99, "round up", FALLING)).toBeCloseTo(79.992, 10);
    expect(cost(180, "round up", FALLING)).toBe(140);
  });

  test("prices each slice at its own tier where discounts fall too", () => {
    expect(cost(250, "graduated", FALLING)).toBeCloseTo(80 + 90 + 35, 10);
    expect(cost(125, "graduated net", FALLING)).toBeCloseTo(100, 10);
    expect(cost(225, "graduated net", FALLING)).toBeCloseTo(190, 10);
  });
});

describe("tierDiscount()", () => {
  test.each([
    [0, 0, 0],
    [250_000, 0.1, 0],
    [250_000.01, 0.1, 0.1],
    [1_000_000, 0.2, 0.15],
    [1e15, 0.2, 0.2],
  ])("of %d is %d at or above, %d up to", (usageUsd, atOrAbove, upTo) => {
    expect(tierDiscount(usageUsd, table(), "at or above")).toBe(atOrAbove);
    expect(tierDiscount(usageUsd, table(), "up to")).toBe(upTo);
  });

  test("of 0 is the first tier's under either boundary", () => {
    for (const boundary of TIER_BOUNDARIES)
      expect(tierDiscount(0, table([[0, 0.25]]), boundary)).toBe(0.25);
  });
});

describe("parseTierMethod() and parseTierBoundary()", () => {
  test.each([
    [undefined, "all-units"],
    ["All units", "all-units"],
    ["GRADUATED", "graduated"],
    ["graduated-net", "graduated net"],
    ["Round-up", "round up"],
  ])("%s is the method %s", (word, method) => {
    expect(parseTierMethod(word)).toEqual({ ok: true, value: method });
  });

  test.each([
    [undefined, "at or above"],
    ["At or above", "at or above"],
    ["up-to", "up to"],
    ["Up to and including", "up to"],
  ])("%s is the boundary %s", (word, boundary) => {
    expect(parseTierBoundary(word)).toEqual({ ok: true, value: boundary });
  });

  test("refuse another word and name the choices", () => {
    expect(parseTierMethod("tiered")).toEqual({
      ok: false,
      errors: [
        {
          kind: "unknownChoice",
          place: { argument: "method" },
          given: "tiered",
          choices: ["all-units", "graduated", "graduated net", "round up"],
        },
      ],
    });
    expect(parseTierBoundary("below")).toEqual({
      ok: false,
      errors: [
        {
          kind: "unknownChoice",
          place: { argument: "boundary" },
          given: "below",
          choices: ["at or above", "up to"],
        },
      ],
    });
  });
});

const RUNS = { numRuns: 1000 };
const noMoreThan = (less: number, more: number): boolean => less <= more || agrees(less, more);

describe("properties", () => {
  test.each(["graduated", "graduated net"] as const)(
    "%s never falls, and never rises faster than list prices: it has no jumps",
    (method) => {
      assertProperty(
        fc.property(risingBands, cents, cents, (pairs, a, b) => {
          const bands = table(pairs);
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          const rise = cost(high, method, bands) - cost(low, method, bands);
          expect(noMoreThan(0, rise)).toBe(true);
          expect(noMoreThan(cost(high, method, bands), cost(low, method, bands) + high - low)).toBe(
            true,
          );
        }),
        RUNS,
      );
    },
  );

  test.each(["graduated", "graduated net"] as const)(
    "%s costs the same a millionth of a cent on either side of a threshold",
    (method) => {
      assertProperty(
        fc.property(risingBands, fc.nat(), (pairs, pick) => {
          const bands = table(pairs);
          const [thresholdUsd] = pairs[pick % pairs.length] ?? [0];
          const jump =
            cost(thresholdUsd + 1e-8, method, bands) - cost(thresholdUsd - 1e-8, method, bands);
          expect(Math.abs(jump)).toBeLessThan(1e-7);
        }),
        RUNS,
      );
    },
  );

  test("rounding up never falls, and is never dearer than all-units", () => {
    assertProperty(
      fc.property(risingBands, cents, cents, (pairs, a, b) => {
        const bands = table(pairs);
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(cost(low, "round up", bands)).toBeLessThanOrEqual(cost(high, "round up", bands));
        for (const boundary of TIER_BOUNDARIES)
          expect(cost(a, "round up", bands)).toBeLessThanOrEqual(
            cost(a, "all-units", bands, boundary),
          );
      }),
      RUNS,
    );
  });

  test("rounding up never falls where discounts fall either", () => {
    const fallingBands = risingBands.map((pairs) =>
      pairs.map(([thresholdUsd, discount]): [number, number] => [thresholdUsd, 0.9 - discount]),
    );
    assertProperty(
      fc.property(fallingBands, cents, cents, (pairs, a, b) => {
        const bands = table(pairs);
        expect(cost(Math.min(a, b), "round up", bands)).toBeLessThanOrEqual(
          cost(Math.max(a, b), "round up", bands),
        );
      }),
      RUNS,
    );
  });

  test("where discounts rise, graduated costs at least as much as all-units, and net slices at least as much as those", () => {
    assertProperty(
      fc.property(risingBands, cents, fc.constantFrom(...TIER_BOUNDARIES), (pairs, a, boundary) => {
        const bands = table(pairs);
        const graduated = cost(a, "graduated", bands);
        expect(noMoreThan(cost(a, "all-units", bands, boundary), graduated)).toBe(true);
        expect(noMoreThan(graduated, cost(a, "graduated net", bands))).toBe(true);
      }),
      RUNS,
    );
  });

  test("without any discount every method costs the usage itself", () => {
    const noDiscount = risingBands.map((pairs) =>
      pairs.map(([thresholdUsd]): [number, number] => [thresholdUsd, 0]),
    );
    assertProperty(
      fc.property(
        noDiscount,
        cents,
        fc.constantFrom(...TIER_METHODS),
        fc.constantFrom(...TIER_BOUNDARIES),
        (pairs, a, method, boundary) => {
          expect(agrees(cost(a, method, table(pairs), boundary), a)).toBe(true);
        },
      ),
      RUNS,
    );
  });
});
