import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LocalWorkbook, openLocalWorkbook } from "../support/local-workbook";
import { agrees, DISTRIBUTION_TOLERANCE, distributionError } from "../tolerance";
import { doorsOf } from "./accounting";
import { callsOf, expectedOf, type FunctionCall, fieldsOf, literal, partOf } from "./door";
import { meanUsageOf, type PricingCase, pricingCases } from "./pricing-cases";
import { differences } from "./term-agreement";
import { argumentsOf, type TermCase, termCases } from "./term-cases";

/** One check through a cell: its formula, and the answer that the case expects. */
interface CellCheck {
  readonly label: string;
  readonly formula: string;
  readonly expected: unknown;
  /** The unit of an error, where the value rests on a distribution function. */
  readonly unit: number;
  readonly isDistribution: boolean;
}

function formulaOf({ id, args, pick, discountOffUsd }: FunctionCall): string {
  const call = `COMMIT.${id}(${args.map(literal).join(",")})`;
  if (discountOffUsd !== undefined) return `=1-${call}/${discountOffUsd}`;
  return pick ? `=INDEX(${call},${pick[0] + 1},${pick[1] + 1})` : `=${call}`;
}

function checksOf(pricingCase: PricingCase, field: string): readonly CellCheck[] {
  const [door] = doorsOf(pricingCase, field);
  if (!door || !("core" in door)) return [];
  return callsOf(door, pricingCase).map(({ path, call }) => ({
    label: [`${pricingCase.id}.${field}`, ...path.map((index) => `[${index}]`)].join(""),
    formula: formulaOf(call),
    expected: partOf(expectedOf(pricingCase, field), path),
    unit: door.scale === "amount" ? meanUsageOf(pricingCase) : 1,
    isDistribution: door.scale !== undefined,
  }));
}

const checks = pricingCases.flatMap((pricingCase) =>
  fieldsOf(pricingCase).flatMap((field) => checksOf(pricingCase, field)),
);

function agreesIn({ isDistribution, unit }: CellCheck, found: number, expected: number): boolean {
  if (!isDistribution) return agrees(found, expected);
  return distributionError(found, expected, unit) <= DISTRIBUTION_TOLERANCE;
}

/** What a case of several years shows in one cell: its number, or the last cell of its table's last row that holds one. */
function termChecksOf(one: TermCase): readonly TermCellCheck[] {
  const { inputs, expected } = one;
  const call: FunctionCall = { id: inputs.function, args: argumentsOf(one) };
  if (!Array.isArray(expected)) return [{ one, formula: formulaOf(call), wanted: expected }];
  const last = expected.length - 1;
  const row = (expected as unknown[][])[last] ?? [];
  const at = row.findLastIndex((value) => typeof value === "number");
  return at < 0
    ? []
    : [{ one, formula: formulaOf({ ...call, pick: [last, at] }), wanted: Number(row[at]) }];
}

interface TermCellCheck {
  readonly one: TermCase;
  readonly formula: string;
  readonly wanted: TermCase["expected"];
}

const termChecks = termCases.flatMap(termChecksOf);

describe("the cases in cells of the local workbook", () => {
  let workbook: LocalWorkbook;
  let values: readonly unknown[];

  beforeAll(async () => {
    workbook = await openLocalWorkbook();
    const formulas = [...checks, ...termChecks].map(({ formula }) => [formula]);
    const column = { row: 0, col: 0, rows: formulas.length, cols: 1 };
    workbook.grid.write(workbook.grid.activeSheetId(), column, formulas);
    await workbook.grid.settle();
    values = workbook.grid.values(workbook.grid.activeSheetId(), column).map(([value]) => value);
  });

  afterAll(() => {
    workbook.close();
    console.log(`Cases: ${checks.length + termChecks.length} values read from cells.`);
  });

  test("there are some", () => {
    expect(checks.length).toBeGreaterThan(300);
  });

  test.each(checks.map((check, index) => [check.label, check, index] as const))(
    "%s",
    (_, check, index) => {
      const { expected, formula } = check;
      const value = values[index];
      if (expected === null) expect(value, formula).toBe("#N/A");
      else
        expect(value, formula).toSatisfy(
          (found: unknown) => typeof found === "number" && agreesIn(check, found, Number(expected)),
        );
    },
  );

  test("there are some of several years", () => {
    expect(termChecks.length).toBeGreaterThan(270);
  });

  test.each(termChecks.map((check, index) => [check.one.id, check, index] as const))(
    "%s",
    (_, { one, formula, wanted }, index) => {
      const value = values[checks.length + index];
      const shown = typeof value === "string" && value.startsWith("#") ? { code: value } : value;
      expect(differences({ ...one, expected: wanted }, shown), formula).toEqual([]);
    },
  );
});
