import { describe, expect, test } from "vitest";
import { roundSteps } from "../../../src/sheets/tables/round-steps";

/** From, to, at most; how many there are, the first three and the last. */
const ROWS: readonly (readonly [
  from: number,
  to: number,
  most: number,
  count: number,
  first: readonly number[],
  last: number,
])[] = [
  [350_000, 1_050_000, 100, 71, [350_000, 360_000, 370_000], 1_050_000],
  [350_000, 1_050_000, 15, 15, [350_000, 400_000, 450_000], 1_050_000],
  [300_000, 900_000, 11, 7, [300_000, 400_000, 500_000], 900_000],
  [325_000, 1_050_000, 9, 9, [325_000, 400_000, 500_000], 1_050_000],
  [0, 1, 5, 5, [0, 0.25, 0.5], 1],
  [0.05, 0.15, 11, 11, [0.05, 0.06, 0.07], 0.15],
  [0, 0.7, 8, 8, [0, 0.1, 0.2], 0.7],
  [0.1, 0.3, 3, 3, [0.1, 0.2, 0.3], 0.3],
  [-0.1, 0.1, 5, 5, [-0.1, -0.05, 0], 0.1],
  [1, 3, 3, 3, [1, 2, 3], 3],
  [5, 9, 1, 1, [5], 5],
  [7, 7, 10, 1, [7], 7],
  [399_999.99, 400_000.01, 3, 3, [399_999.99, 400_000, 400_000.01], 400_000.01],
  [123_456, 654_321, 2, 2, [123_456, 654_321], 654_321],
  [1e9, 1e12, 10, 6, [1e9, 2e11, 4e11], 1e12],
];

describe("roundSteps()", () => {
  test.each(ROWS)(
    "from %d to %d, at most %d, has %d values",
    (from, to, most, count, first, last) => {
      const values = roundSteps(from, to, most);
      expect([values.length, values.slice(0, first.length), values.at(-1)]).toEqual([
        count,
        first,
        last,
      ]);
    },
  );
});
