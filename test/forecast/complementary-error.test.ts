import stdlibErfc from "@stdlib/math-base-special-erfc";
import stdlibErfcinv from "@stdlib/math-base-special-erfcinv";
import { describe, expect, test } from "vitest";
import { erfc, erfcinv } from "../../src/forecast/complementary-error";

/** Arguments at which the two differ by more than four units in the last place. */
function farApart(
  ours: (x: number) => number,
  theirs: (x: number) => number,
  arguments_: readonly number[],
): readonly number[] {
  return arguments_.filter((x) => {
    const [one, other] = [ours(x), theirs(x)];
    return !Object.is(one, other) && !(Math.abs(one / other - 1) <= 4 * Number.EPSILON);
  });
}

const steps = (count: number, at: (step: number) => number): readonly number[] =>
  Array.from({ length: count }, (_, step) => at(step));

describe("erfc() is stdlib's to the last places", () => {
  test.each([
    [
      "from -30 to 26.5, beyond which both are below the smallest normal number",
      (n: number) => -30 + n * 0.0113,
    ],
    ["close to 0", (n: number) => (n % 2 === 0 ? 1 : -1) * 2 ** (-n / 4)],
  ])("%s", (_, at) => {
    expect(farApart(erfc, stdlibErfc, steps(5_000, at))).toEqual([]);
  });

  test.each([0.5, 28, Number.POSITIVE_INFINITY, Number.NaN])("around %d", (x) => {
    const around = [x, -x, x * (1 + Number.EPSILON), -x * (1 - Number.EPSILON)];
    expect(farApart(erfc, stdlibErfc, around)).toEqual([]);
  });

  test("is exactly 1 in the middle, and 2 and 0 at both ends", () => {
    expect([Number.NEGATIVE_INFINITY, 0, Number.POSITIVE_INFINITY].map(erfc)).toEqual([2, 1, 0]);
  });
});

describe("erfcinv() is stdlib's to the last places", () => {
  test.each([
    ["from 0 to 2", (n: number) => n / 2_500],
    // Below, stdlib's own digits are fewer: at 1e-190 ours has 20.82372766117756, which is right, and stdlib 20.823727661177546.
    ["down to 1e-150", (n: number) => 2 ** (-n / 10)],
    ["close to 1", (n: number) => 1 + (n % 2 === 0 ? 1 : -1) * 2 ** (-n / 96)],
    ["close to 2", (n: number) => 2 - 2 ** (-n / 96)],
  ])("%s", (_, at) => {
    expect(farApart(erfcinv, stdlibErfcinv, steps(5_001, at))).toEqual([]);
  });

  test.each([0.25, 0.5, 1.5, 1.75, 2, 2.1, -0.1, Math.exp(-9), Math.exp(-36), Number.NaN])(
    "around %d",
    (share) => {
      const around = [share, share * (1 + Number.EPSILON), share * (1 - Number.EPSILON)];
      expect(farApart(erfcinv, stdlibErfcinv, around)).toEqual([]);
    },
  );

  test("is exactly 0 in the middle, and infinite at both ends", () => {
    expect([0, 1, 2].map(erfcinv)).toEqual([Number.POSITIVE_INFINITY, 0, Number.NEGATIVE_INFINITY]);
  });
});
