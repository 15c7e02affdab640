import { expect, test } from "vitest";
import { builtFunction } from "./built-function";
import { printTable } from "./print";
import { takingTurns } from "./time";

const SIDES = [100, 200, 400] as const;
const BANDS: readonly (readonly [thresholdUsd: number, discount: number])[] = [
  [0, 0],
  [250_000, 0.1],
  [500_000, 0.15],
  [1_000_000, 0.2],
];

/** The yardstick: the same table of costs in two loops, for this deal alone. */
function handWrittenTable(usages: readonly number[], commitments: readonly number[]): number[][] {
  return usages.map((usage) =>
    commitments.map((commitment) => {
      let discount = 0;
      for (const [threshold, fraction] of BANDS) if (threshold <= commitment) discount = fraction;
      return commitment + Math.max(0, usage - commitment / (1 - discount));
    }),
  );
}

test("SENSITIVITY is linear in its cells", () => {
  const built = builtFunction("SENSITIVITY");
  const steps = (side: number) => Array.from({ length: side }, (_, index) => (index + 1) * 3_000);
  const column = (side: number) => steps(side).map((usd) => [usd]);
  const cellsOf = (side: number) =>
    built(
      column(side),
      column(side),
      BANDS.map((row) => [...row]),
      null,
      null,
    );
  const rows = SIDES.map((side) => {
    const [ours = 0, theirs = 0] = takingTurns(
      [Math.ceil(40_000 / side ** 2), () => cellsOf(side)],
      [Math.ceil(40_000 / side ** 2), () => handWrittenTable(steps(side), steps(side))],
    );
    const cells = side * side;
    return [
      `${side} × ${side}`,
      ours,
      (ours * 1_000) / cells,
      (theirs * 1_000) / cells,
      ours / theirs,
    ] as const;
  });
  expect(cellsOf(2)).toEqual([
    ["cost", 3_000, 6_000],
    [3_000, 3_000, 6_000],
    [6_000, 6_000, 6_000],
  ]);
  printTable("SENSITIVITY, 4 bands, one formula, built function", [
    ["", "ms", "µs a cell", "µs a cell, two loops", "ratio"],
    ...rows,
  ]);
});
