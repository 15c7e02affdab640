import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeNoAnswer } from "../../src/core/describe-no-answer";
import { describeErrors } from "../../src/core/errors";
import { NoAnswer } from "../../src/core/no-answer";
import type { Answer, Result } from "../../src/core/result";
import { callAsCell, isCellError, loadBuiltFunctions } from "../support/built-functions";
import { CASE_BOOK_FILE, isExpectedError, USAGE_CASES_FILE, usageCases } from "./usage-cases";
import { argsOf, differences, USAGE_DOORS } from "./usage-doors";

const ORACLE_FILE = path.join(import.meta.dirname, "../oracle/usage_cases.py");
const functions = loadBuiltFunctions();

describe("the cases of usage", () => {
  test("are unchanged, and so are their price book and the program that made them", () => {
    const sum = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");
    expect([USAGE_CASES_FILE, CASE_BOOK_FILE, ORACLE_FILE].map(sum)).toEqual([
      "bebfa49a4ab7bfc04e9bd67f0f71a2ea8f28a60b9a0af98118c938e14eed1705",
      "fa962324091182367ebd76775f5e892091c79d5b4ab7f366149f571c6717c13f",
      "f548eb16d3c61d42cd9cb3a9dfcc94f9dbe4e358996233b8a167a2bfa4cd4c45",
    ]);
    expect(usageCases).toHaveLength(241);
  });

  test("are each accounted for: their function has a line in the table, and every line has cases", () => {
    expect([...new Set(usageCases.map((one) => one.function))].sort()).toEqual(
      Object.keys(USAGE_DOORS).sort(),
    );
  });
});

const open = usageCases.flatMap((usageCase) => {
  const door = USAGE_DOORS[usageCase.function];
  return door && "core" in door ? [{ usageCase, door }] : [];
});

/** An answer of the core as the cell shows it. */
function asShown(result: Result<Answer<unknown>>): unknown {
  if (!result.ok) return { code: "#VALUE!", message: describeErrors(result.errors, US_DOLLAR) };
  return result.value instanceof NoAnswer
    ? { code: "#N/A", message: describeNoAnswer(result.value, US_DOLLAR) }
    : result.value;
}

describe.each(open.map((one) => [one.usageCase.id, one] as const))(
  "%s",
  (_, { usageCase, door }) => {
    const args = argsOf(usageCase, door);
    const expectAsCase = (shown: unknown) => {
      const { expected } = usageCase;
      if (!isExpectedError(expected)) {
        expect(differences(shown, expected, door)).toEqual([]);
        return;
      }
      expect(shown).toSatisfy(isCellError);
      expect(shown).toMatchObject({
        code: expected.error,
        message: expect.stringMatching(
          door.about?.[expected.about] ?? new RegExp(expected.about, "i"),
        ),
      });
    };
    test("core", () => expectAsCase(asShown(door.core(args))));
    test("built function", () => expectAsCase(callAsCell(functions, usageCase.function, args)));
  },
);

afterAll(() => {
  console.log(
    `Cases of usage: ${usageCases.length}; ${open.length} checked in the core and through a built function; ${usageCases.length - open.length} wait for functions that are not built yet.`,
  );
});
