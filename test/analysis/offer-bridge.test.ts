import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BridgedOffer, offerBridge } from "../../src/analysis/offer-bridge";
import { parseBandTable } from "../../src/core/bands";
import { DEFAULT_TERMS, OVERAGE_TERMS, type Terms } from "../../src/core/terms";
import { certain } from "../../src/forecast/sample";
import { readForecast } from "../../src/input/forecast-cells";
import { good } from "../core/deals";
import { assertProperty } from "../support/property";

const bandsOf = (...pairs: readonly (readonly [number, number])[]) =>
  good(
    parseBandTable(
      pairs.map(([thresholdUsd, discountFraction], index) => ({
        ...{ thresholdUsd, discountFraction, row: index + 1 },
      })),
    ),
  );
const OFFER: BridgedOffer = {
  bands: bandsOf([250_000, 0.1], [500_000, 0.15]),
  terms: DEFAULT_TERMS,
  commitmentUsd: 500_000,
  forecast: certain(600_000),
};

describe("offerBridge()", () => {
  // 500,000 at 15% pays for 588,235.29 of list usage; the other 11,764.71 are overage. By hand.
  test.each<readonly [string, Partial<BridgedOffer>, number, readonly (readonly number[])[]]>([
    [
      "nothing",
      {},
      0,
      [
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    ],
    [
      "a better discount",
      { bands: bandsOf([250_000, 0.1], [500_000, 0.2]) },
      -1_176_471,
      [
        [-1_176_471, -1_176_471],
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    ],
    [
      "overage at the committed rate",
      { terms: { ...DEFAULT_TERMS, overage: "committed" } },
      -176_471,
      [
        [0, 0],
        [-176_471, -176_471],
        [0, 0],
        [0, 0],
      ],
    ],
    // At 250,000 and 10%: 277,777.78 of usage are paid for, and 322,222.22 are overage.
    [
      "a smaller commitment",
      { commitmentUsd: 250_000 },
      6_045_751,
      [
        [0, 0],
        [0, 0],
        [6_045_751, 6_045_751],
        [0, 0],
      ],
    ],
    [
      "less usage",
      { forecast: certain(500_000) },
      -1_176_471,
      [
        [0, 0],
        [0, 0],
        [0, 0],
        [-1_176_471, -1_176_471],
      ],
    ],
    // At 700,000 both discounts have overage, so that the larger one spares more; at 600,000 it is never filled.
    [
      "discount and usage, whose order matters",
      { bands: bandsOf([250_000, 0.1], [500_000, 0.2]), forecast: certain(700_000) },
      6_323_529,
      [
        [-1_176_471, -3_676_471],
        [0, 0],
        [0, 0],
        [7_500_000, 10_000_000],
      ],
    ],
  ])("of %s", (_, change, sum, steps) => {
    const bridge = offerBridge(OFFER, { ...OFFER, ...change });
    expect(bridge.toCents - bridge.fromCents).toBe(sum);
    expect(bridge.steps.map((step) => [step.inOrderCents, step.inReverseCents])).toEqual(steps);
  });

  test("changes bands and terms together where a mixture of them cannot be priced", () => {
    const premium: Terms = { ...DEFAULT_TERMS, overagePremiumFraction: 0.05 };
    const stepUp = good(
      parseBandTable([
        { thresholdUsd: 500_000, discountFraction: 0.15, row: 1, terms: { overage: "step-up" } },
      ]),
    );
    const { steps } = offerBridge({ ...OFFER, terms: premium }, { ...OFFER, bands: stepUp });
    expect(steps.map(({ changes }) => changes)).toEqual([
      ["bands", "terms"],
      ["commitmentUsd"],
      ["forecast"],
    ]);
  });
});

const terms: fc.Arbitrary<Terms> = fc.record({
  basis: fc.constantFrom("net", "list"),
  overage: fc.constantFrom(...OVERAGE_TERMS),
  overagePremiumFraction: fc.constant(0),
  forfeitedFraction: fc.double({ min: 0, max: 1, noNaN: true }),
});
const offer: fc.Arbitrary<BridgedOffer> = fc.record({
  bands: fc
    .uniqueArray(fc.integer({ min: 1, max: 2_000_000 }), { minLength: 1, maxLength: 4 })
    .chain((thresholds) =>
      fc
        .array(fc.double({ min: 0, max: 0.6, noNaN: true }), {
          ...{ minLength: thresholds.length, maxLength: thresholds.length },
        })
        .map((discounts) =>
          bandsOf(
            ...thresholds
              .toSorted((one, other) => one - other)
              .map((threshold, index) => [threshold, discounts[index] ?? 0] as const),
          ),
        ),
    ),
  terms,
  commitmentUsd: fc.double({ min: 0, max: 2_000_000, noNaN: true }),
  forecast: fc
    .tuple(fc.integer({ min: 1, max: 2_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([mean, cv]) =>
      good(
        readForecast([
          ["Mean", mean],
          ["CV", cv],
        ]),
      ),
    ),
});

describe("properties", () => {
  test("the steps sum to the difference to the last bit, in either order, and back again", () => {
    assertProperty(
      fc.property(offer, offer, (from, to) => {
        const { fromCents, toCents, steps } = offerBridge(from, to);
        for (const way of ["inOrderCents", "inReverseCents"] as const)
          expect(steps.reduce((sum, step) => sum + step[way], fromCents)).toBe(toCents);
        const back = offerBridge(to, from);
        expect([back.fromCents, back.toCents]).toEqual([toCents, fromCents]);
        // Back in the stated order undoes what the reverse order did.
        expect(back.steps.map((step) => step.inOrderCents + 0)).toEqual(
          steps.map((step) => 0 - step.inReverseCents),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("an offer is no different from itself", () => {
    assertProperty(
      fc.property(offer, (one) => {
        const { fromCents, toCents, steps } = offerBridge(one, one);
        expect(toCents).toBe(fromCents);
        expect(steps.every((step) => step.inOrderCents === 0 && step.inReverseCents === 0)).toBe(
          true,
        );
      }),
      { numRuns: 100 },
    );
  });
});
