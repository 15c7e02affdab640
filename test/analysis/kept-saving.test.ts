import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keptSaving } from "../../src/analysis/kept-saving";
import type { Terms } from "../../src/core/terms";
import { agreement, anyAgreement, cents } from "../core/deals";
import { assertProperty } from "../support/property";

/** At 500,000 the discount is 15%: the commitment pays for 588,235.29 of usage. Each row is worked out by hand. */
const ROWS: readonly (readonly [
  about: string,
  usages: readonly [current: number, efficient: number],
  commitmentUsd: number,
  terms: Partial<Terms>,
  expected: readonly [list: number, kept: number, lost: number],
])[] = [
  ["no commitment keeps everything", [700_000, 400_000], 0, {}, [300_000, 300_000, 0]],
  ["both below it keep nothing", [500_000, 400_000], 500_000, {}, [100_000, 0, 85_000]],
  [
    "from full to below it",
    [588_235.294117647, 488_235.294117647],
    500_000,
    {},
    [100_000, 0, 85_000],
  ],
  ["overage at list is saved whole", [800_000, 600_000], 500_000, {}, [200_000, 200_000, 0]],
  ["down to just full", [688_235.294117647, 588_235.294117647], 500_000, {}, [100_000, 100_000, 0]],
  [
    "from above to below",
    [688_235.294117647, 488_235.294117647],
    500_000,
    {},
    [200_000, 100_000, 85_000],
  ],
  [
    "overage at the rate",
    [688_235.294117647, 488_235.294117647],
    500_000,
    { overage: "committed" },
    [200_000, 85_000, 85_000],
  ],
  [
    "half of a shortfall comes back",
    [588_235.294117647, 488_235.294117647],
    500_000,
    { forfeitedFraction: 0.5 },
    [100_000, 42_500, 42_500],
  ],
  [
    "nothing is forfeited",
    [588_235.294117647, 288_235.294117647],
    500_000,
    { forfeitedFraction: 0 },
    [300_000, 255_000, 0],
  ],
  ["list basis", [500_000, 400_000], 500_000, { basis: "list" }, [100_000, 0, 85_000]],
  ["levers that cost more save nothing", [500_000, 550_000], 500_000, {}, [-50_000, 0, 0]],
  ["no change", [400_000, 400_000], 500_000, {}, [0, 0, 0]],
];

describe("keptSaving()", () => {
  test.each(ROWS)("%s", (_, [current, efficient], commitmentUsd, terms, [list, kept, lost]) => {
    const found = keptSaving(current, efficient, commitmentUsd, agreement(terms));
    expect(found.listSavingUsd).toBeCloseTo(list, 4);
    expect(found.keptUsd).toBeCloseTo(kept, 4);
    expect(found.lostUsd).toBeCloseTo(lost, 4);
  });
});

describe("properties", () => {
  test("what is lost is never more than the saving at list", () => {
    assertProperty(
      fc.property(cents, cents, cents, anyAgreement, (one, other, commitment, terms) => {
        const [efficient, current] = [Math.min(one, other), Math.max(one, other)];
        const { lostUsd, listSavingUsd } = keptSaving(current, efficient, commitment, terms);
        expect(lostUsd).toBeGreaterThanOrEqual(0);
        expect(lostUsd).toBeLessThanOrEqual(listSavingUsd * (1 + 1e-9) + 1e-6);
      }),
    );
  });
});
