import stdlibErfc from "@stdlib/math-base-special-erfc";
import stdlibErfcinv from "@stdlib/math-base-special-erfcinv";
import { describe, expect, test } from "vitest";
import { erfc, erfcinv } from "../../src/forecast/complementary-error";

/** Arguments at which the two differ in any bit. */
function differences(
  ours: (x: number) => number,
  theirs: (x: number) => number,
  arguments_: readonly number[],
): readonly number[] {
  return arguments_.filter((x) => !Object.is(ours(x), theirs(x)));
}

const steps = (count: number, at: (step: number) => number): readonly number[] =>
  Array.from({ length: count }, (_, step) => at(step));

describe("erfc() is stdlib's, bit for bit", () => {
  test.each([
    [
      "from -30 to 26.5, beyond which both are below the smallest normal number",
      (n: number) => -30 + n * 0.0113,
    ],
    ["close to 0", (n: number) => (n % 2 === 0 ? 1 : -1) * 2 ** (-n / 4)],
  ])("%s", (_, at) => {
    expect(differences(erfc, stdlibErfc, steps(5_000, at))).toEqual([]);
  });

  test.each([0.84375, 1.25, 1 / 0.35, 6, 28, 0.25, Number.POSITIVE_INFINITY, Number.NaN])(
    "around %d, where the approximation changes",
    (x) => {
      const around = [x, -x, x * (1 + Number.EPSILON), -x * (1 - Number.EPSILON)];
      expect(differences(erfc, stdlibErfc, around)).toEqual([]);
    },
  );
});

describe("erfcinv() is stdlib's, bit for bit", () => {
  test.each([
    ["from 0 to 2", (n: number) => n / 2_500],
    ["down to the smallest number", (n: number) => 2 ** (-n / 4.7)],
    ["close to 1", (n: number) => 1 + (n % 2 === 0 ? 1 : -1) * 2 ** (-n / 96)],
    ["close to 2", (n: number) => 2 - 2 ** (-n / 96)],
  ])("%s", (_, at) => {
    expect(differences(erfcinv, stdlibErfcinv, steps(5_001, at))).toEqual([]);
  });

  test.each([0.25, 0.5, 1.5, 1.75, 2, 2.1, -0.1, Math.exp(-9), Math.exp(-36), Number.NaN])(
    "around %d, where the approximation or the answer changes",
    (share) => {
      const around = [share, share * (1 + Number.EPSILON), share * (1 - Number.EPSILON)];
      expect(differences(erfcinv, stdlibErfcinv, around)).toEqual([]);
    },
  );
});
