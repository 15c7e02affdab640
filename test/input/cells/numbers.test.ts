import { describe, expect, test } from "vitest";
import { readCell } from "../../../src/input/cells/cells";
import { readAmountUsd, readNumber } from "../../../src/input/cells/numbers";

const place = { argument: "usage" };

describe("readAmountUsd()", () => {
  test.each([
    [0, 0],
    [null, 0],
    ["", 0],
    [1e15, 1e15],
    ["$1.2M", 1_200_000],
  ])("reads %o", (raw, amountUsd) => {
    expect(readAmountUsd(raw, place)).toEqual({ ok: true, value: amountUsd });
  });

  test.each([
    [-0.01, { kind: "negativeAmount", amountUsd: -0.01 }],
    [1e15 + 1, { kind: "amountTooLarge", amountUsd: 1e15 + 1 }],
    ["15%", { kind: "wrongUnit", given: "15%", wanted: "amount" }],
    ["lots", { kind: "notANumber", given: "lots" }],
    ["500.000", { kind: "ambiguousNumber", given: "500.000", readings: [500, 500_000] }],
    ["1,5", { kind: "swappedSeparators", given: "1,5", written: "1.5" }],
    [false, { kind: "notANumber", given: "FALSE" }],
    ["#REF!", { kind: "cellError", code: "#REF!" }],
  ])("refuses %o", (raw, error) => {
    expect(readAmountUsd(raw, place)).toEqual({ ok: false, errors: [{ ...error, place }] });
  });
});

describe("readNumber() of a fraction", () => {
  const fraction = (raw: unknown) => readNumber(readCell(raw), place, "fraction");

  test.each([
    ["15%", 0.15],
    ["0.15", 0.15],
    [0.15, 0.15],
    [null, 0],
  ])("reads %o", (raw, value) => {
    expect(fraction(raw)).toEqual({ ok: true, value });
  });

  test("refuses money", () => {
    expect(fraction("$15")).toEqual({
      ok: false,
      errors: [{ kind: "wrongUnit", place, given: "$15", wanted: "fraction" }],
    });
  });
});
