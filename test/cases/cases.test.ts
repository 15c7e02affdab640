import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { NoAnswer } from "../../src/core/no-answer";
import { callAsCell, isCellError, loadBuiltFunctions } from "../support/built-functions";
import { agrees, RELATIVE_TOLERANCE } from "../tolerance";
import { doorsOf } from "./accounting";
import { CASES_FILE, pricingCases } from "./pricing-cases";

const ORACLE_FILE = path.join(import.meta.dirname, "../oracle/pricing_cases.py");
const functions = loadBuiltFunctions();
const counts = { core: 0, function: 0 };

const checks = pricingCases.flatMap((pricingCase) =>
  Object.keys(pricingCase.expected).map((field) => ({
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
  (_, check) => {
    const { door } = check;
    const expected = check.pricingCase.expected[check.field];
    test("core", () => {
      counts.core++;
      expectSame(door.core(check.pricingCase), expected);
    });
    const { call } = door;
    if (call)
      test("built function", () => {
        counts.function++;
        const { id, args, pick } = call(check.pricingCase);
        const answer = callAsCell(functions, id, args);
        expectSame(
          pick ? (answer as unknown[][])[pick[0]]?.[pick[1]] : withoutHeadings(answer),
          expected,
        );
      });
  },
);

afterAll(() => {
  const { core, function: built } = counts;
  console.log(
    `Cases: ${pricingCases.length} with ${checks.length} fields; ${core} fields checked in the core, ${built} of them through a built function too; ${checks.length - open.length} wait for functions that are not built yet. Tolerance ${RELATIVE_TOLERANCE}.`,
  );
});

/** The body of a spilled table as the cases write it: a row for each commitment. */
function withoutHeadings(answer: unknown): unknown {
  if (!Array.isArray(answer)) return answer;
  const body = (answer as unknown[][]).slice(1).map((row) => row.slice(1));
  return (body[0] ?? []).map((_, column) => body.map((row) => row[column]));
}

function expectSame(actual: unknown, expected: unknown): void {
  if (Array.isArray(expected)) {
    for (const [index, part] of expected.entries()) expectSame((actual as unknown[])[index], part);
    expect((actual as unknown[]).length).toBe(expected.length);
  } else if (expected === null) {
    expect(actual instanceof NoAnswer || (isCellError(actual) && actual.code === "#N/A")).toBe(
      true,
    );
  } else {
    expect(actual).toSatisfy(
      (value: unknown) => typeof value === "number" && agrees(value, Number(expected)),
      `${expected}`,
    );
  }
}
