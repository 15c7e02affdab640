import { describe, expect, test } from "vitest";
import { readAxisUsd, readWord } from "../../src/input/axis-cells";
import { readAxisEnds } from "../../src/input/axis-range-cells";

describe("readAxisUsd()", () => {
  test.each([
    [
      [["Usage"], [400_000], [null], ["$600k"]],
      [400_000, 600_000],
    ],
    [[[0, true, "", 5]], [0, 5]],
    [7, [7]],
  ])("reads the amounts of %j in order, without blanks and words", (raw, amounts) => {
    expect(readAxisUsd(raw, "usages")).toEqual({ ok: true, value: amounts });
  });

  test.each([undefined, [], [["Usage", "", true]]])("refuses %j, which holds no amount", (raw) => {
    expect(readAxisUsd(raw, "usages")).toEqual({
      ok: false,
      errors: [
        {
          kind: "missing",
          place: { argument: "usages" },
          expected: "a row or column of amounts in {currency}",
        },
      ],
    });
  });

  test("names every fault by its position, words and blanks counted", () => {
    const read = readAxisUsd(
      [["Usage"], [-1], [5], ["500.000"], ["5%"], ["#N/A"], ["1.250.000"]],
      "usages",
    );
    expect(read.ok ? [] : read.errors).toEqual([
      { kind: "negativeAmount", place: { argument: "usages", row: 2 }, amountUsd: -1 },
      {
        kind: "ambiguousNumber",
        place: { argument: "usages", row: 4 },
        given: "500.000",
        readings: [500, 500_000],
      },
      {
        kind: "wrongUnit",
        place: { argument: "usages", row: 5 },
        given: "5%",
        wanted: "amount",
      },
      { kind: "cellError", place: { argument: "usages", row: 6 }, code: "#N/A" },
      {
        kind: "swappedSeparators",
        place: { argument: "usages", row: 7 },
        given: "1.250.000",
        written: "1,250,000",
      },
    ]);
  });
});

describe("readWord()", () => {
  test.each([
    [undefined, undefined],
    [null, undefined],
    [[[""]], undefined],
    [0, undefined],
    ["cost", "cost"],
    [[[" saving "]], "saving"],
    [5, "5"],
    [false, "FALSE"],
  ])("of %j is %j", (raw, word) => {
    expect(readWord(raw)).toBe(word);
  });
});

describe("readAxisEnds()", () => {
  const defaults = { steps: 9, lowUsd: 10, highUsd: 1000 };
  const refused = (...given: readonly [unknown, unknown, unknown]) => {
    const read = readAxisEnds(...given, defaults);
    return read.ok ? read.value : read.errors;
  };

  test.each([
    [[null, null, null], defaults],
    [[undefined, "", 0], defaults],
    [[0, 0, 5], { steps: 0, lowUsd: 0, highUsd: 5 }],
    [["1,000", "$1k", "1M"], { steps: 1000, lowUsd: 1000, highUsd: 1_000_000 }],
    [[null, 999.99, null], { ...defaults, lowUsd: 999.99 }],
  ] as const)("reads %j", (given, ends) => {
    const [steps, low, high] = given;
    expect(readAxisEnds(steps, low, high, defaults)).toEqual({ ok: true, value: ends });
  });

  test.each([-1, 0.5, 1001])("refuses %d steps", (steps) => {
    expect(refused(steps, null, null)).toEqual([
      {
        kind: "numberOutOfRange",
        place: { argument: "steps" },
        given: steps,
        expected: "a whole number from 0 to 1000",
      },
    ]);
  });

  test.each([1000, 2000])("refuses a low of %d, which is not below high", (low) => {
    expect(refused(null, low, null)).toEqual([
      {
        kind: "numberOutOfRange",
        place: { argument: "high" },
        given: 1000,
        expected: `an amount above low, which is ${low}`,
      },
    ]);
  });

  test("refuses a high of 0 that was typed as text", () => {
    expect(refused(null, null, "0")).toMatchObject([{ kind: "numberOutOfRange", given: 0 }]);
  });

  test("names steps, low and high where all are wrong", () => {
    expect(refused("some", -1, "5%")).toEqual([
      { kind: "notANumber", place: { argument: "steps" }, given: "some" },
      { kind: "negativeAmount", place: { argument: "low" }, amountUsd: -1 },
      { kind: "wrongUnit", place: { argument: "high" }, given: "5%", wanted: "amount" },
    ]);
    expect(refused("5%", null, null)).toMatchObject([{ kind: "wrongUnit", wanted: "amount" }]);
  });
});
