import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import type { BookRead } from "../../../src/sheets/portable/read-book";
import { removeTable } from "../../../src/workbook/journal/roll-back";
import { freezeOurs } from "../../../src/workbook/portable/freeze";
import { lookPortable } from "../../../src/workbook/portable/look-portable";
import { makePortable } from "../../../src/workbook/portable/make-portable";
import { restoreOurs } from "../../../src/workbook/portable/restore-ours";
import { differs } from "../../../src/workbook/portable/same-value";
import { insertExample } from "../../../src/workbook/sheets/insert-example";
import { writeDecision } from "../../../src/workbook/sheets/write-decision";
import { writeTable } from "../../../src/workbook/sheets/write-table";
import { EXHAUSTIVE } from "../../support/exhaustive";
import { convertInLibreOffice, findLibreOffice } from "../../support/libre-office";
import type { LocalWorkbook } from "../../support/local-workbook";
import { saveWorkbook } from "../../support/workbook-files";
import { decisionRequest } from "../decision-request";
import { done, openForWorkbookCode } from "../open";
import { REQUEST } from "../request";

const ON = "28 November 2026";

/** Cells of the user's sheets that hold something, by their address: what is written in them, and what they show. */
function cellsOf({ sheets }: BookRead, what: "formulas" | "values"): ReadonlyMap<string, unknown> {
  return new Map(
    sheets.flatMap((sheet) =>
      sheet[what].flatMap((line, down) =>
        line.map((held, along) => [
          `${sheet.name}!${sheet.row + down},${sheet.column + along}`,
          held,
        ]),
      ),
    ),
  );
}

describe("a workbook that was made portable", () => {
  let workbook: LocalWorkbook;
  let before: BookRead;
  let made: string;
  let frozen: string;

  // The example has a table that spills; a soak adds the decision sheet, whose curve has thousands of steps.
  beforeAll(async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    workbook.setCell("Sheet1", "A1", "=COMMIT.SETTLEMENT(Usage,Commitment,Bands,Terms)");
    workbook.setCell(
      "Sheet1",
      "D1",
      "=Usage-COMMIT.EFFECTIVE_COST(Usage*1.5,Commitment,Bands,Terms)",
    );
    if (EXHAUSTIVE) {
      done(await writeTable(REQUEST, US_DOLLAR));
      done(await writeDecision((await decisionRequest()).request, US_DOLLAR));
    }
    const look = done(await lookPortable("workbook"));
    before = look.book;
    const portable = done(await makePortable(look, ON, US_DOLLAR));
    // *Best commitment on offer* adds up the rows of COMMITMENT_OPTIONS, whose workings keep blank ones for those that may come.
    expect(portable.kept.map(({ place }) => place)).toEqual([
      { kind: "cell", sheet: "Deal", row: 29, column: 6 },
    ]);
    expect(portable.changed).toBeGreaterThan(10);
    made = portable.id;
    frozen = done(await freezeOurs(done(await lookPortable("workbook")), ON)).id;
  });

  afterAll(() => workbook.close());

  test("holds none of our functions, and shows the same numbers", async () => {
    const { book, plan } = done(await lookPortable("workbook"));
    expect(plan.changes).toEqual([]);
    const now = cellsOf(book, "values");
    const other = [...cellsOf(before, "values")].filter(([at, value]) =>
      differs(value, now.get(at)),
    );
    expect(other).toEqual([]);
  });

  test.skipIf(findLibreOffice().kind === "none")(
    "saved, shows the same numbers and no error in LibreOffice",
    async () => {
      const file = await saveWorkbook(workbook.host);
      const { sheets } = await readXlsx(await convertInLibreOffice(file, "xlsx"));
      const there = new Map(
        sheets.flatMap(({ name, rows }) =>
          rows.flatMap((line, row) =>
            line.map((value, column) => [`${name}!${row},${column}`, value]),
          ),
        ),
      );
      const shown = cellsOf(done(await lookPortable("workbook")).book, "values");
      const other = [...cellsOf(before, "values")].filter(
        ([at, value]) => typeof value === "number" && differs(value, there.get(at)),
      );
      expect(other).toEqual([]);
      const errors = [...there].filter(
        ([at, value]) => /^#/.test(String(value)) && String(shown.get(at)) !== String(value),
      );
      expect(errors).toEqual([]);
    },
  );

  test("has every formula of ours again, to the letter, once it is restored", async () => {
    expect(done(await restoreOurs(frozen))).toEqual({ changed: [], readers: [] });
    expect(done(await restoreOurs(made))).toEqual({ changed: [], readers: [] });
    const { book } = done(await lookPortable("workbook"));
    expect(cellsOf(book, "formulas")).toEqual(cellsOf(before, "formulas"));
    expect(book.sheets.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name));
    const other = [...cellsOf(before, "values")].filter(([at, value]) =>
      differs(value, cellsOf(book, "values").get(at)),
    );
    expect(other).toEqual([]);
    expect(await removeTable(made)).toMatchObject({ fault: { kind: "sheetGone" } });
  });
});
