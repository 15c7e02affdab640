import { unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { writeWorkbookFile } from "../../../src/host/xlsx/write-xlsx";
import { planPortable } from "../../../src/sheets/portable/portable-plan";
import { portableWords } from "../../../src/sheets/portable/portable-words";
import type { BookRead } from "../../../src/sheets/portable/read-book";
import { removeTable } from "../../../src/workbook/journal/roll-back";
import { freezeOurs } from "../../../src/workbook/portable/freeze";
import { lookPortable, type PortableLook } from "../../../src/workbook/portable/look-portable";
import { makePortable } from "../../../src/workbook/portable/make-portable";
import { restoreOurs } from "../../../src/workbook/portable/restore-ours";
import { differs } from "../../../src/workbook/portable/same-value";
import { insertExample } from "../../../src/workbook/sheets/insert-example";
import { EXHAUSTIVE } from "../../support/exhaustive";
import { convertInLibreOffice, findLibreOffice } from "../../support/libre-office";
import type { LocalWorkbook } from "../../support/local-workbook";
import { captureWorkbook } from "../../support/workbook-files";
import { done, openForWorkbookCode } from "../open";
import { writeEverySheet } from "./every-sheet";
import { portableDocument } from "./portable-document";

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

/** A saving is what is left of two amounts as large as the usage of the example, and is known as well as they are. */
const USAGE = 700_000;

/** Rows of the decision sheet from which on, in an ordinary run, its curve is frozen before: each has hundreds of steps. */
const CURVE_ROWS = 158;

/** The curve of the decision sheet as its values, but for its first rows. */
function withShortCurve(book: BookRead): BookRead {
  if (EXHAUSTIVE) return book;
  return {
    ...book,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      formulas: sheet.formulas.map((line, down) =>
        sheet.name === "Decision" && sheet.row + down >= CURVE_ROWS
          ? (sheet.values[down] ?? [])
          : line,
      ),
    })),
  };
}

describe("the example with every sheet that we write, without our functions", () => {
  let workbook: LocalWorkbook;
  let look: PortableLook;
  let file: Uint8Array;
  let charts: number;

  beforeAll(async () => {
    workbook = await openForWorkbookCode();
    await writeEverySheet();
    const found = done(await lookPortable("workbook", true));
    const book = withShortCurve(found.book);
    const { names } = found.plan;
    look = { ...found, book, plan: { ...planPortable(book, found.scope), names } };
    const document = await captureWorkbook(workbook.host);
    charts = document.sheets.reduce((sum, sheet) => sum + sheet.charts.length, 0);
    const made = portableDocument(document, look);
    file = await writeWorkbookFile(made, workbook.grid.functionNames());
  });

  afterAll(() => workbook.close());

  test("says of each cell that stays why it does", () => {
    const { answer, details, kept } = portableWords(look.plan, US_DOLLAR);
    expect(answer).toMatch(/^[1-9]\d\d formulas become Excel's own\. \d+ stay ours\.$/);
    // Those of imported usage, which a soak writes too.
    if (EXHAUSTIVE)
      expect(details.at(-1)).toMatch(
        /^\d+ formulas of Excel's own on Reconciliation, Efficient use and Usage forecast need Excel 2021/,
      );
    else expect(look.plan.newer).toEqual([]);
    expect(kept.flatMap(({ cells }) => cells)).toHaveLength(look.plan.kept.length);
    expect(kept.every(({ reason }) => reason.length < 250)).toBe(true);
  });

  test.skipIf(findLibreOffice().kind === "none")(
    "shows the same numbers, no error and every chart in LibreOffice",
    async () => {
      const saved = await convertInLibreOffice(file, "xlsx");
      const { sheets } = await readXlsx(saved);
      const before = cellsOf(look.book, "values");
      // The sheet of workings, which the book does not have, holds tens of thousands of cells.
      const there = new Map<string, unknown>(
        sheets
          .filter(({ name }) => look.book.sheets.some((sheet) => sheet.name === name))
          .flatMap(({ name, rows }) =>
            rows.flatMap((line, row) =>
              line.map((value, column) => [`${name}!${row},${column}`, value] as const),
            ),
          ),
      );
      const other = [...before].filter(([at, value]) => {
        const now = there.get(at);
        // The library reads a number that looks like a day as one.
        if (typeof value !== "number" || now instanceof Date) return false;
        return typeof now !== "number" || differs(USAGE + value, USAGE + now);
      });
      expect(other).toEqual([]);
      const errors = [...before].filter(
        ([at, value]) =>
          /^#/.test(String(there.get(at))) && String(value) !== String(there.get(at)),
      );
      expect(errors).toEqual([]);
      expect(
        Object.keys(unzipSync(saved)).filter((part) => /charts\/chart\d+\.xml$/.test(part)),
      ).toHaveLength(charts);
      expect(charts).toBeGreaterThan(4);
    },
  );
});

describe("a workbook that was made portable", () => {
  let workbook: LocalWorkbook;
  let before: BookRead;
  let made: string;
  let frozen: string;

  // The example has a table that spills.
  beforeAll(async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    workbook.setCell("Sheet1", "A1", "=COMMIT.SETTLEMENT(Usage,Commitment,Bands,Terms)");
    workbook.setCell(
      "Sheet1",
      "D1",
      "=Usage-COMMIT.EFFECTIVE_COST(Usage*1.5,Commitment,Bands,Terms)",
    );
    // A formula that older programs cannot work out stays ours, and is frozen.
    workbook.setCell("Sheet1", "E1", "=LET(rate,COMMIT.BAND_RATE(Commitment,Bands),rate*2)");
    const look = done(await lookPortable("workbook"));
    before = look.book;
    const portable = done(await makePortable(look, ON, US_DOLLAR));
    expect([...look.plan.kept, ...portable.kept].map(({ place }) => place)).toEqual([
      { kind: "cell", sheet: "Sheet1", row: 1, column: 5 },
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

  test("has every formula of ours again, to the letter, once it is restored", async () => {
    expect(done(await restoreOurs(frozen))).toEqual({ changed: [], readers: [] });
    expect(done(await restoreOurs(made))).toEqual({ changed: [], readers: [] });
    const { book } = done(await lookPortable("workbook"));
    expect(cellsOf(book, "formulas")).toEqual(cellsOf(before, "formulas"));
    expect(book.sheets.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name));
    const now = cellsOf(book, "values");
    const other = [...cellsOf(before, "values")].filter(([at, value]) =>
      differs(value, now.get(at)),
    );
    expect(other).toEqual([]);
    expect(await removeTable(made)).toMatchObject({ fault: { kind: "sheetGone" } });
  });
});
