import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bisect, firstWhere } from "../../src/core/bisect";
import { assertProperty } from "../support/property";

const amount = fc.double({ min: -1e15, max: 1e15, noNaN: true });

describe("bisect()", () => {
  test.each([
    ["up to a number that passes", 0, 3, (x: number) => x <= 2, 2],
    ["down to a number that passes", 3, 0, (x: number) => x >= 2, 2],
    ["where only the first passes", 1, 2, (x: number) => x <= 1, 1],
    ["where all but the second pass", 1, 2, (x: number) => x < 2, 2 - 2 ** -52],
    ["across 0", -1, 1, (x: number) => x <= 0, 0],
    ["near 0", 0, 1, (x: number) => x <= 5e-324, 5e-324],
    ["to the double before one that fails", 0, 1, (x: number) => x < 0.5, 0.5 - 2 ** -54],
    ["between neighbours", 1, 1 + 2 ** -52, () => true, 1],
    ["from a number to itself", 5, 5, () => true, 5],
    ["up to no limit", 0, Number.POSITIVE_INFINITY, () => true, 0],
  ])("%s", (_what, last, beyond, passes, found) => {
    expect(bisect(last, beyond, passes)[0]).toBe(found);
  });

  test("finds neighbours, of which the first passes and the second does not", () => {
    assertProperty(
      fc.property(amount, amount, amount, (one, other, edge) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const passes = (x: number): boolean => x <= Math.min(Math.max(low, edge), high);
        if (passes(high)) return;
        const [last, beyond] = bisect(low, high, passes);
        expect([passes(last), passes(beyond)]).toEqual([true, false]);
        const middle = (last + beyond) / 2;
        expect(middle === last || middle === beyond).toBe(true);
      }),
    );
  });
});

describe("firstWhere()", () => {
  test.each([
    ["the first of all that pass", [1, 2, 3], 0, 0],
    ["one in the middle", [1, 2, 3], 2, 1],
    ["the last alone", [1, 2, 3], 3, 2],
    ["their count where none passes", [1, 2, 3], 4, 3],
    ["the first of equals", [1, 2, 2, 2, 3], 2, 1],
    ["one between two values", [1, 3], 2, 1],
    ["the only one", [5], 5, 0],
    ["its count where it fails", [5], 6, 1],
    ["0 of none", [], 1, 0],
    ["one among values with an infinite end", [0, Number.POSITIVE_INFINITY], 1, 1],
  ])("is %s", (_what, values, least, position) => {
    expect(firstWhere(values, (value) => value >= least)).toBe(position);
    expect(firstWhere(Float64Array.from(values), (value) => value >= least)).toBe(position);
  });

  test("is where a search from the front ends", () => {
    assertProperty(
      fc.property(fc.array(amount), amount, (values, least) => {
        const sorted = values.toSorted((a, b) => a - b);
        const front = sorted.findIndex((value) => value >= least);
        expect(firstWhere(sorted, (value) => value >= least)).toBe(
          front < 0 ? sorted.length : front,
        );
      }),
    );
  });
});
