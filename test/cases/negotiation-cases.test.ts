import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { answerRangeFunction, robustCommitmentFunction } from "../../src/functions/how-sure";
import { walkAwayDiscountFunction } from "../../src/functions/negotiation";
import { type BuiltFunction, callAsCell, isCellError } from "../support/built-functions";

/** A call, and the answer of test/oracle/negotiation_cases.py, which shares no code with the product. */
interface NegotiationCase {
  readonly id: string;
  readonly function: string;
  readonly args: readonly unknown[];
  readonly expected: unknown;
}

const { cases } = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "negotiation-cases.json"), "utf8"),
) as { readonly cases: readonly NegotiationCase[] };

const FUNCTIONS = new Map<string, BuiltFunction>([
  ["ANSWER_RANGE", answerRangeFunction as BuiltFunction],
  ["ROBUST_COMMITMENT", robustCommitmentFunction as BuiltFunction],
  ["WALK_AWAY_DISCOUNT", walkAwayDiscountFunction as BuiltFunction],
]);

/** Ends are solved to 1e-9 of themselves. */
const SOLVED = 1e-9;
/** Between two costs that are straight in the commitment, where a search by thirds ends. */
const SOUGHT = 1e-6;

function differences(shown: unknown, expected: unknown, close: number): readonly string[] {
  if (Array.isArray(expected))
    return expected.flatMap((part, index) =>
      differences(Array.isArray(shown) ? shown[index] : undefined, part, close),
    );
  const isSame =
    typeof shown === "number" && typeof expected === "number"
      ? Math.abs(shown - expected) <= close * Math.max(1, Math.abs(expected))
      : shown === expected;
  return isSame ? [] : [`${JSON.stringify(shown)} for ${JSON.stringify(expected)}`];
}

function isRefusal(
  expected: unknown,
): expected is { readonly error: string; readonly about: string } {
  return typeof expected === "object" && expected !== null && "error" in expected;
}

describe("the cases of negotiation", () => {
  beforeAll(() => {
    class CellFault extends Error {
      constructor(
        readonly code: string,
        message?: string,
      ) {
        super(message);
      }
    }
    const ErrorCode = { invalidValue: "#VALUE!", notAvailable: "#N/A" };
    vi.stubGlobal("CustomFunctions", { Error: CellFault, ErrorCode });
    return () => vi.unstubAllGlobals();
  });

  test.each(cases.map((one) => [one.id, one] as const))("%s", (_, one) => {
    const shown = callAsCell(FUNCTIONS, one.function, one.args);
    const { expected } = one;
    if (!isRefusal(expected)) {
      const close = one.function === "ROBUST_COMMITMENT" ? SOUGHT : SOLVED;
      // Of the robust one the cases say the commitment and its worst regret, below their heading.
      const compared =
        one.function === "ROBUST_COMMITMENT" && Array.isArray(shown) ? shown.slice(1, 3) : shown;
      expect(differences(compared, expected, close)).toEqual([]);
      return;
    }
    expect(shown).toSatisfy(isCellError);
    expect(shown).toMatchObject({
      code: expected.error,
      message: expect.stringContaining(expected.about),
    });
  });
});
