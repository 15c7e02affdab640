import { describe, expect, test } from "vitest";
import { readStep, readTarget } from "../../src/input/target-cells";

const BANDS = [[250_000, 0.1]];
const errors = (read: ReturnType<typeof readStep> | ReturnType<typeof readTarget>) =>
  read.ok ? read.value : read.errors;

describe("readStep()", () => {
  test("reads a commitment, a higher one and what prices both", () => {
    expect(readStep("$100k", 250_000, BANDS, null)).toMatchObject({
      ok: true,
      value: { commitmentUsd: 100_000, targetUsd: 250_000, agreement: { basis: "net" } },
    });
    expect(readStep(250_000, 250_000.01, BANDS, null).ok).toBe(true);
  });

  test.each([250_000, 250_000.004, 0])("refuses the target %d, which is not above it", (target) => {
    expect(errors(readStep(250_000, target, BANDS, null))).toEqual([
      { kind: "targetNotAbove", targetUsd: target, commitmentUsd: 250_000 },
    ]);
  });

  test("names the faults of all arguments", () => {
    expect(errors(readStep(-1, "lots", [], [["Basis", "gross"]]))).toMatchObject([
      { kind: "negativeAmount", place: { argument: "commitment" } },
      { kind: "notANumber", place: { argument: "target" } },
      { kind: "noBands" },
      { kind: "unknownChoice" },
    ]);
  });
});

describe("readTarget()", () => {
  test("reads a usage, a commitment and what prices both", () => {
    expect(readTarget(0, 0.01, BANDS, [["Basis", "list"]])).toMatchObject({
      ok: true,
      value: { usageUsd: 0, targetUsd: 0.01, agreement: { basis: "list" } },
    });
  });

  test.each([0, 0.004])("refuses the target %d, which is no commitment", (target) => {
    expect(errors(readTarget(700_000, target, BANDS, null))).toEqual([
      { kind: "targetNotAbove", targetUsd: target, commitmentUsd: 0 },
    ]);
  });

  test("names the faults of all arguments", () => {
    expect(errors(readTarget("lots", -1, [], [["Basis", "gross"]]))).toMatchObject([
      { kind: "notANumber", place: { argument: "usage" } },
      { kind: "negativeAmount", place: { argument: "target" } },
      { kind: "noBands" },
      { kind: "unknownChoice" },
    ]);
  });
});
