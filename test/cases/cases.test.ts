import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { NoAnswer } from "../../src/core/no-answer";
import { callAsCell, isCellError, loadBuiltFunctions } from "../support/built-functions";
import {
  agrees,
  DISTRIBUTION_TOLERANCE,
  distributionError,
  RELATIVE_TOLERANCE,
} from "../tolerance";
import { doorsOf } from "./accounting";
import { callsOf, expectedOf, fieldsOf, partOf } from "./door";
import { CASES_FILE, meanUsageOf, pricingCases } from "./pricing-cases";

const ORACLE_FILE = path.join(import.meta.dirname, "../oracle/pricing_cases.py");
const functions = loadBuiltFunctions();
const counts = { core: 0, function: 0 };
const worst = { error: 0, where: "" };

const checks = pricingCases.flatMap((pricingCase) =>
  fieldsOf(pricingCase).map((field) => ({
    pricingCase,
    field,
    doors: doorsOf(pricingCase, field),
  })),
);

describe("the cases", () => {
  test("are unchanged, and so is the program that made them", () => {
    const sum = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");
    expect(sum(CASES_FILE)).toBe(
      "fa10780df5279f913f3c0de2b84bda159a0fe0bb6f707075d2e7c0002a9c43aa",
    );
    expect(sum(ORACLE_FILE)).toBe(
      "92151545037d7d57350238a746cee71b7f07b2b7c2a15681ad16f8786b0b5ced",
    );
    expect(pricingCases).toHaveLength(181);
  });

  test("are each accounted for, field by field, in one line of the table", () => {
    const unaccounted = checks.filter(({ doors }) => doors.length !== 1);
    expect(
      unaccounted.map(
        ({ pricingCase, field, doors }) => `${pricingCase.id}.${field}: ${doors.length} lines`,
      ),
    ).toEqual([]);
  });
});

const open = checks.flatMap(({ pricingCase, field, doors: [door] }) =>
  door && "core" in door ? [{ pricingCase, field, door }] : [],
);

describe.each(open.map((check) => [`${check.pricingCase.id}.${check.field}`, check] as const))(
  "%s",
  (name, { pricingCase, field, door }) => {
    const expected = expectedOf(pricingCase, field);
    const agree = door.scale
      ? distributionAgrees(door.scale === "amount" ? meanUsageOf(pricingCase) : 1, name)
      : agrees;
    test("core", () => {
      counts.core++;
      expectSame(door.core(pricingCase), expected, agree);
    });
    const calls = callsOf(door, pricingCase);
    if (calls.length > 0)
      test("built function", () => {
        counts.function++;
        for (const { path: part, call } of calls) {
          const { id, args, pick, discountOffUsd } = call;
          const cell = callAsCell(functions, id, args);
          const answer = discountOffUsd === undefined ? cell : 1 - Number(cell) / discountOffUsd;
          expectSame(
            pick ? (answer as unknown[][])[pick[0]]?.[pick[1]] : answer,
            partOf(expected, part),
            agree,
          );
        }
      });
  },
);

/** Agreement within the tolerance of distributions, which remembers the largest error seen. */
function distributionAgrees(unit: number, where: string): Agree {
  return (actual, expected) => {
    const error = distributionError(actual, expected, unit);
    if (error > worst.error) Object.assign(worst, { error, where });
    return error <= DISTRIBUTION_TOLERANCE;
  };
}

afterAll(() => {
  const { core, function: built } = counts;
  console.log(
    `Cases: ${pricingCases.length} with ${checks.length} fields; ${core} fields checked in the core, ${built} of them through a built function too; ${checks.length - open.length} are accounted for without one. Tolerance ${RELATIVE_TOLERANCE}, of distributions ${DISTRIBUTION_TOLERANCE} (largest seen ${worst.error.toExponential(1)}, ${worst.where}).`,
  );
});

type Agree = (actual: number, expected: number) => boolean;

function expectSame(actual: unknown, expected: unknown, agree: Agree): void {
  if (Array.isArray(expected)) {
    for (const [index, part] of expected.entries())
      expectSame((actual as unknown[])[index], part, agree);
    expect((actual as unknown[]).length).toBe(expected.length);
  } else if (typeof expected === "object" && expected !== null) {
    for (const [field, part] of Object.entries(expected))
      expectSame((actual as Record<string, unknown>)[field], part, agree);
    expect(Object.keys(actual as object)).toHaveLength(Object.keys(expected).length);
  } else if (expected === null) {
    expect(actual instanceof NoAnswer || (isCellError(actual) && actual.code === "#N/A")).toBe(
      true,
    );
  } else if (typeof expected === "number") {
    expect(actual).toSatisfy(
      (value: unknown) => typeof value === "number" && agree(value, expected),
      `${expected}`,
    );
  } else {
    expect(actual).toBe(expected);
  }
}
