import { describe, expect, test } from "vitest";
import { settle } from "../../src/core/settle";
import type { Terms } from "../../src/core/terms";
import { agrees } from "../tolerance";
import { agreement, table } from "./deals";

/** Sums done by hand on the bands 0%, 10% from 250,000, 15% from 500,000, 20% from 1,000,000. */
const COSTS: readonly (readonly [
  what: string,
  usageUsd: number,
  commitmentUsd: number,
  terms: Partial<Terms>,
  costUsd: number,
])[] = [
  ["list prices", 800_000, 500_000, {}, 1_300_000 - 500_000 / 0.85],
  [
    "a premium on list prices",
    800_000,
    500_000,
    { overagePremiumFraction: 0.05 },
    500_000 + 1.05 * (800_000 - 500_000 / 0.85),
  ],
  ["the committed rate", 800_000, 500_000, { overage: "committed" }, 680_000],
  [
    "a premium on the committed rate",
    800_000,
    500_000,
    { overage: "committed", overagePremiumFraction: 0.1 },
    500_000 + 1.1 * 180_000,
  ],
  // 1,200,000 at 0.85 is 1,020,000; at the top band it is its threshold.
  ["step-up to a band", 1_200_000, 500_000, { overage: "step-up" }, 1_000_000],
  ["step-up beyond a threshold", 1_300_000, 500_000, { overage: "step-up" }, 1_040_000],
  ["step-up that does not pay", 900_000, 500_000, { overage: "step-up" }, 765_000],
  ["step-up from usage that does not fill it", 100_000, 500_000, { overage: "step-up" }, 500_000],
  ["step-up looks at higher bands only", 300_000, 500_000, { overage: "step-up" }, 500_000],
  ["re-rate within a band", 700_000, 500_000, { overage: "re-rate" }, 595_000],
  [
    "re-rate from a band to the next",
    1_200_000,
    500_000,
    { overage: "re-rate" },
    1_000_000 + 0.8 * (1_200_000 - 1_000_000 / 0.85),
  ],
  [
    "re-rate that ends on a threshold",
    1_000_000 / 0.85,
    500_000,
    { overage: "re-rate" },
    1_000_000,
  ],
  // 250,000 at list, 250,000 that buy 277,777.78 at 0.9, and the rest at 0.85.
  [
    "re-rate from below the first threshold",
    600_000,
    100_000,
    { overage: "re-rate" },
    500_000 + 0.85 * (600_000 - 250_000 - 250_000 / 0.9),
  ],
  ["list basis, list prices", 600_000, 500_000, { basis: "list" }, 525_000],
  [
    "list basis, a premium on list prices",
    600_000,
    500_000,
    { basis: "list", overagePremiumFraction: 0.05 },
    530_000,
  ],
  [
    "list basis, the committed rate",
    600_000,
    500_000,
    { basis: "list", overage: "committed" },
    510_000,
  ],
  [
    "list basis, a premium on the committed rate",
    600_000,
    500_000,
    { basis: "list", overage: "committed", overagePremiumFraction: 0.1 },
    518_500,
  ],
  ["list basis, usage that does not fill it", 400_000, 500_000, { basis: "list" }, 425_000],
  [
    "list basis, half of the shortfall refunded",
    400_000,
    500_000,
    { basis: "list", forfeitedFraction: 0.5 },
    382_500,
  ],
  ["list basis, step-up", 1_100_000, 500_000, { basis: "list", overage: "step-up" }, 880_000],
  [
    "list basis, step-up that pays before the threshold",
    950_000,
    500_000,
    { basis: "list", overage: "step-up" },
    800_000,
  ],
  [
    "list basis, step-up that does not pay",
    600_000,
    500_000,
    { basis: "list", overage: "step-up" },
    510_000,
  ],
  [
    "list basis, re-rate",
    1_200_000,
    300_000,
    { basis: "list", overage: "re-rate" },
    270_000 + 180_000 + 425_000 + 160_000,
  ],
  [
    "list basis, re-rate, usage that does not fill it",
    400_000,
    500_000,
    { basis: "list", overage: "re-rate" },
    425_000,
  ],
  [
    "list basis, re-rate that does not leave the band",
    600_000,
    500_000,
    { basis: "list", overage: "re-rate" },
    510_000,
  ],
  [
    "list basis, re-rate that ends on a threshold",
    1_000_000,
    500_000,
    { basis: "list", overage: "re-rate" },
    850_000,
  ],
];

describe("overage", () => {
  test.each(COSTS)("%s", (_, usageUsd, commitmentUsd, terms, costUsd) => {
    const found = settle(usageUsd, commitmentUsd, agreement(terms)).costUsd;
    expect(agrees(found, costUsd), `${found} for ${costUsd}`).toBe(true);
  });

  test("where discounts fall, step-up looks past the next band and never back", () => {
    const falling = table([
      [0, 0.3],
      [100_000, 0.1],
      [200_000, 0.5],
    ]);
    // 150,000 of list usage at 10% is 135,000; the band above costs 200,000; the one below is not on offer.
    expect(settle(150_000, 100_000, agreement({ overage: "step-up" }, falling)).costUsd).toBe(
      135_000,
    );
    expect(settle(300_000, 100_000, agreement({ overage: "step-up" }, falling)).costUsd).toBe(
      200_000,
    );
    const list = agreement({ basis: "list", overage: "step-up" }, falling);
    expect(settle(150_000, 100_000, list).costUsd).toBe(100_000);
  });

  test("a shortfall and what the commitment pays for, on both bases", () => {
    expect(settle(400_000, 500_000, agreement())).toMatchObject({
      shortfallUsd: 160_000,
      capacityUsd: 500_000 / 0.85,
    });
    expect(settle(400_000, 500_000, agreement({ basis: "list" }))).toMatchObject({
      shortfallUsd: 85_000,
      capacityUsd: 500_000,
    });
    expect(settle(600_000, 500_000, agreement({ basis: "list" })).shortfallUsd).toBe(0);
  });

  test("a shortfall refunded in full or not at all is no negative zero", () => {
    const back = settle(900_000, 500_000, agreement({ forfeitedFraction: 0 }));
    expect(Object.is(back.returnedUsd, 0)).toBe(true);
    const lost = settle(400_000, 500_000, agreement({ forfeitedFraction: 1 }));
    expect(Object.is(lost.returnedUsd, 0)).toBe(true);
  });
});
