import { describe, expect, test } from "vitest";
import { readSourcedComparables } from "../../src/deal/comparable-deals";
import { known } from "../cases/door";

describe("readSourcedComparables()", () => {
  test.each<[unknown, string]>([
    ["peer", "peer"],
    [" the vendor's own sheet ", "the vendor's own sheet"],
    ["", ""],
    ["  ", ""],
    [0, ""],
    [2026, "2026"],
    ["#N/A", ""],
    [null, ""],
  ])("takes %j for the source %j", (cell, source) => {
    const table = [
      ["Commitment", "Discount", "Source"],
      [250_000, 0.1, cell],
    ];
    expect(known(readSourcedComparables(table))).toEqual([
      { commitmentUsd: 250_000, discountFraction: 0.1, source },
    ]);
  });

  test("has none where there is no such column", () => {
    const table = [
      ["Commitment", "Discount"],
      [250_000, 0.1],
    ];
    expect(known(readSourcedComparables(table))).toMatchObject([{ source: "" }]);
  });
});
