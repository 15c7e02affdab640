import { describe, expect, test } from "vitest";
import { faultOfZerosInARow } from "../../../src/input/cells/zeros-in-a-row";

const zeros = (count: number) => new Array<number>(count).fill(0);

describe("faultOfZerosInARow()", () => {
  test.each<readonly [string, readonly number[]]>([
    ["nothing", []],
    ["10,000 of them", [1, ...zeros(10_000)]],
    ["as many before the first other amount as there are", [...zeros(20_000), 1]],
    ["more than 10,000 with an amount among them", [1, ...zeros(6_000), 2, ...zeros(6_000)]],
  ])("is none for %s", (_, amounts) => {
    expect(faultOfZerosInARow(amounts, "forecast")).toEqual([]);
  });

  test.each<readonly [string, readonly number[], number]>([
    ["10,001 behind an amount", [1, ...zeros(10_001)], 10_001],
    ["10,001 between amounts", [1, ...zeros(10_001), 2, 0, 0], 10_001],
    ["nothing but zeros", zeros(10_001), 10_001],
    ["the longest of several rows", [1, ...zeros(10_001), 2, ...zeros(10_002), 3], 10_002],
  ])("counts %s", (_, amounts, count) => {
    expect(faultOfZerosInARow(amounts, "forecast")).toEqual([
      { kind: "zerosInARow", argument: "forecast", zeros: count },
    ]);
  });
});
