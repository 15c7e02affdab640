import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Rect } from "../../src/host/grid/address";
import { type LocalWorkbook, openLocalWorkbook } from "../support/local-workbook";
import { literal } from "./door";
import { isExpectedError, type UsageCase, usageCases } from "./usage-cases";
import { argsOf, CASE_BOOK, differences, USAGE_DOORS, type UsageDoor } from "./usage-doors";

/** The price book of the cases, on a sheet of its own. */
const BOOK_AREA = { row: 0, col: 0, rows: CASE_BOOK.length, cols: CASE_BOOK[0]?.length ?? 0 };
const BOOK_ADDRESS = `Prices!$A$1:$T$${BOOK_AREA.rows}`;

/** A case in a cell, and the area that its answer fills: one below the other, with a row between. */
interface CellCheck {
  readonly usageCase: UsageCase;
  readonly door: UsageDoor;
  readonly formula: string;
  /** Arguments that stand in cells beside the area. */
  readonly texts: readonly (string | null)[];
  readonly area: Rect;
}

/** Answers are narrower than this. */
const ANSWER_COLUMNS = 12;
const TEXT_COLUMNS = ["N", "O", "P", "Q", "R"];

function checksOf(cases: readonly UsageCase[]): readonly CellCheck[] {
  let row = 0;
  return cases.flatMap((usageCase) => {
    const door = USAGE_DOORS[usageCase.function];
    if (!door || !("core" in door)) return [];
    const { expected } = usageCase;
    const [rows, cols] = Array.isArray(expected) ? [expected.length, expected[0].length] : [1, 1];
    const given = argsOf(usageCase, door);
    // Text in cells: the library turns a text in a formula that looks like a date into one, which Excel does not.
    const texts = given.map((arg) => (typeof arg === "string" ? arg : null));
    const args = given.map((arg, index) => {
      if (typeof arg === "string") return `$${TEXT_COLUMNS[index]}$${row + 1}`;
      return arg === null ? "" : arg === CASE_BOOK ? BOOK_ADDRESS : literal(arg);
    });
    const area = { row, col: 0, rows, cols };
    row += rows + 1;
    const formula = `=COMMIT.${usageCase.function}(${args.join(",")})`;
    return [{ usageCase, door, formula, texts, area }];
  });
}

const checks = checksOf(usageCases);

describe("the cases of usage in cells of the local workbook", () => {
  let workbook: LocalWorkbook;
  let values: readonly (readonly unknown[])[];

  beforeAll(async () => {
    workbook = await openLocalWorkbook();
    const { grid } = workbook;
    grid.write(grid.addSheet("Prices"), BOOK_AREA, CASE_BOOK);
    const sheet = grid.activeSheetId();
    const last = checks.at(-1)?.area ?? BOOK_AREA;
    const height = last.row + last.rows;
    for (const { area, formula, texts } of checks) {
      grid.write(sheet, { ...area, col: ANSWER_COLUMNS + 1, rows: 1, cols: texts.length }, [texts]);
      grid.write(sheet, { ...area, rows: 1, cols: 1 }, [[formula]]);
    }
    await grid.settle();
    values = grid.values(sheet, { row: 0, col: 0, rows: height, cols: ANSWER_COLUMNS });
  });

  afterAll(() => {
    workbook.close();
    console.log(`Cases of usage: ${checks.length} read from cells.`);
  });

  test("there are some", () => {
    expect(checks.length).toBeGreaterThan(150);
  });

  test.each(checks.map((check) => [check.usageCase.id, check] as const))(
    "%s",
    (_, { usageCase: { expected }, door, area, formula }) => {
      const shown = values
        .slice(area.row, area.row + area.rows)
        // The grid holds an empty text as a blank.
        .map((cells) => cells.slice(0, area.cols).map((value) => value ?? ""));
      if (isExpectedError(expected)) expect(shown, formula).toEqual([[expected.error]]);
      else
        expect(
          differences(Array.isArray(expected) ? shown : shown[0]?.[0], expected, door),
          formula,
        ).toEqual([]);
    },
  );
});
