import { describe, expect, test } from "vitest";
import { NoAnswer } from "../../src/core/no-answer";
import { PRICE_DOORS } from "./price-doors";
import { isExpectedError, usageCases } from "./usage-cases";
import { argsOf, differences } from "./usage-doors";

/** Excel passes a blank cell as 0 on the desktop, as null elsewhere; so a typed write ratio of 0 beside blanks is read as one. */
const ZERO_TYPED = /^E-cache-all(-tokens)?$/;

const cases = usageCases.flatMap((usageCase) => {
  const door = PRICE_DOORS[usageCase.function];
  return door ? [{ usageCase, door }] : [];
});

describe.each([[0], [null]])("with %j for every blank cell", (blank) => {
  test.each(
    cases
      .filter(({ usageCase }) => blank === null || !ZERO_TYPED.test(usageCase.id))
      .map((one) => [one.usageCase.id, one] as const),
  )("%s", (_, { usageCase, door }) => {
    const asPassed = (arg: unknown): unknown =>
      Array.isArray(arg) ? arg.map(asPassed) : arg === "" ? blank : arg;
    const read = door.core(argsOf(usageCase, door).map((arg) => asPassed(arg) ?? blank));
    const { expected } = usageCase;
    if (!isExpectedError(expected))
      expect(read.ok && differences(read.value, expected, door)).toEqual([]);
    else
      expect(read.ok ? read.value instanceof NoAnswer && "#N/A" : "#VALUE!").toBe(expected.error);
  });
});
