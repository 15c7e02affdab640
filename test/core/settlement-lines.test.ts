import { describe, expect, test } from "vitest";
import { settle } from "../../src/core/settle";
import { settlementLines } from "../../src/core/settlement-lines";
import { agreement } from "./deals";

describe("settlementLines()", () => {
  test("on the net basis", () => {
    const half = agreement({ forfeitedFraction: 0.5 });
    expect(settlementLines(settle(400_000, 500_000, half))).toEqual([
      { label: "Commitment", amountUsd: 500_000 },
      { label: "Overage", amountUsd: 0 },
      { label: "Shortfall returned", amountUsd: -80_000 },
      { label: "Effective cost", amountUsd: 420_000 },
    ]);
  });

  test("on the list basis", () => {
    const list = agreement({ basis: "list", overage: "committed" });
    expect(settlementLines(settle(600_000, 500_000, list))).toEqual([
      { label: "Commitment at the discount", amountUsd: 425_000 },
      { label: "Overage", amountUsd: 85_000 },
      { label: "Shortfall returned", amountUsd: 0 },
      { label: "Effective cost", amountUsd: 510_000 },
    ]);
  });
});
