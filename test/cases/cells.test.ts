import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LocalWorkbook, openLocalWorkbook } from "../support/local-workbook";
import { agrees, DISTRIBUTION_TOLERANCE, distributionError } from "../tolerance";
import { doorsOf } from "./accounting";
import { callsOf, expectedOf, type FunctionCall, fieldsOf, literal, partOf } from "./door";
import { meanUsageOf, type PricingCase, pricingCases } from "./pricing-cases";

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

describe("the cases in cells of the local workbook", () => {
  let workbook: LocalWorkbook;
  let values: readonly unknown[];

  beforeAll(async () => {
    workbook = await openLocalWorkbook();
    const column = { row: 0, col: 0, rows: checks.length, cols: 1 };
    workbook.grid.write(
      workbook.grid.activeSheetId(),
      column,
      checks.map(({ formula }) => [formula]),
    );
    await workbook.grid.settle();
    values = workbook.grid.values(workbook.grid.activeSheetId(), column).map(([value]) => value);
  });

  afterAll(() => {
    workbook.close();
    console.log(`Cases: ${checks.length} values read from cells.`);
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
});
