import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LocalWorkbook, openLocalWorkbook } from "../support/local-workbook";
import { agrees } from "../tolerance";
import { doorsOf, type FunctionCall } from "./accounting";
import { type PricingCase, pricingCases } from "./pricing-cases";

/** One check through a cell: the formula that stands there, and what the case expects of it. */
interface CellCheck {
  readonly label: string;
  readonly formula: string;
  readonly expected: unknown;
}

/** A value as a formula writes it: numbers, texts, and rows of them as array constants. */
function literal(value: unknown): string {
  if (!Array.isArray(value)) return typeof value === "string" ? `"${value}"` : String(value);
  return `{${value.map((row) => (Array.isArray(row) ? row.map(literal).join(",") : literal(row))).join(";")}}`;
}

function formulaOf({ id, args, pick }: FunctionCall): string {
  const call = `COMMIT.${id}(${args.map(literal).join(",")})`;
  return pick ? `=INDEX(${call},${pick[0] + 1},${pick[1] + 1})` : `=${call}`;
}

/** A spilled table is checked cell by cell; the cases have a row for each commitment, our tables a column. */
function checksOf(pricingCase: PricingCase, field: string): readonly CellCheck[] {
  const [door] = doorsOf(pricingCase, field);
  if (!door || !("core" in door) || !door.call) return [];
  const call = door.call(pricingCase);
  const label = `${pricingCase.id}.${field}`;
  const expected = pricingCase.expected[field];
  if (!Array.isArray(expected)) return [{ label, formula: formulaOf(call), expected }];
  return (expected as unknown[][]).flatMap((row, commitment) =>
    row.map((cell, usage) => ({
      label: `${label}[${commitment}][${usage}]`,
      formula: formulaOf({ ...call, pick: [usage + 1, commitment + 1] }),
      expected: cell,
    })),
  );
}

const checks = pricingCases.flatMap((pricingCase) =>
  Object.keys(pricingCase.expected).flatMap((field) => checksOf(pricingCase, field)),
);

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
    (_, { expected, formula }, index) => {
      const value = values[index];
      if (expected === null) expect(value, formula).toBe("#N/A");
      else
        expect(value, formula).toSatisfy(
          (found: unknown) => typeof found === "number" && agrees(found, Number(expected)),
        );
    },
  );
});
