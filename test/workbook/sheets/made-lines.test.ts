import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { VERSION } from "../../../src/wording/format/version";
import { writeComparables } from "../../../src/workbook/comparables/write-comparables";
import { insertExample } from "../../../src/workbook/sheets/insert-example";
import { insertRound } from "../../../src/workbook/sheets/insert-round";
import { writeForecast } from "../../../src/workbook/sheets/write-forecast";
import { writeSchedule } from "../../../src/workbook/sheets/write-schedule";
import { importUsage } from "../../../src/workbook/usage/import-usage";
import type { LocalWorkbook } from "../../support/local-workbook";
import { done, openForWorkbookCode, UNCALCULATED } from "../open";
import { IMPORTED } from "../usage/imported";

const NOW = new Date(2026, 10, 28, 15, 0);
const LATER = new Date(2026, 11, 1, 8, 30);
const MADE = `Made by Bandwise ${VERSION} on November 28, 2026 at 3:00 PM.`;
const FILES = "Inputs: the imported files, which Imports lists.";

describe("what a sheet with tables that grow says of itself in its head", () => {
  let workbook: LocalWorkbook;

  beforeAll(async () => {
    workbook = await openForWorkbookCode(UNCALCULATED);
    // A forecast is written for a deal that has none.
    await workbook.Excel.run(async ({ workbook: { names, worksheets } }) => {
      names.add("Bands", worksheets.getItem("Sheet1").getRange("A1:B1"));
    });
    done(await writeForecast({ kind: "linked", name: "Months_ahead", meanUsd: 1 }, US_DOLLAR, NOW));
    done(await insertExample(US_DOLLAR, NOW));
    done(
      await insertRound(
        {
          numbers: {
            bands: [{ thresholdUsd: 250_000, discountFraction: 0.12, name: "" }],
            commitmentUsd: 250_000,
            forecast: { kind: "spread", meanUsd: 700_000, spreadFraction: 0.1 },
            proposal: {
              ...{ overage: "list", overagePremiumFraction: 0, forfeitedShareFraction: 1 },
              ...{ source: "proposal of 14 Nov", confidence: "", text: [], alsoSaid: [] },
            },
          },
          scenario: {
            ...{ name: "Acme", commitmentUsd: 250_000, usageUsd: null, notes: "" },
            ...{ forecast: { kind: "certain" }, round: { from: "Acme", day: 46_340 } },
          },
        },
        US_DOLLAR,
        NOW,
      ),
    );
    const years = [{ usage: 1, commitment: "", listIndex: "" }];
    done(await writeSchedule({ years, largestUsd: 1 }, US_DOLLAR, NOW));
    done(await writeComparables({ bands: "Bands", commitment: "Commitment" }, US_DOLLAR, NOW));
    done(await importUsage(IMPORTED, US_DOLLAR, undefined, NOW));
  });

  afterAll(() => workbook.close());

  /** What is written in a cell of the first column, by its row from 0. */
  function written(sheet: string, row: number): string {
    const { grid } = workbook;
    const id = grid.sheets().find(({ name }) => name === sheet)?.id ?? "";
    return String(grid.formulas(id, { row, col: 0, rows: 1, cols: 1 })[0]?.[0]);
  }

  test.each([
    [
      "Deal",
      2,
      `${MADE} Inputs: the cells named Bands_2, Terms, Usage, Commitment and Forecast_2. Source of the bands: Illustrative.`,
    ],
    ["Offer", 2, `${MADE} Source of the bands: proposal of 14 Nov.`],
    ["Scenarios", 2, MADE],
    ["Forecast", 2, `${MADE} Inputs: the cells named Months_ahead.`],
    ["Schedule", 2, MADE],
    ["Comparables", 3, `${MADE} Inputs: the bands in Bands and the commitment in Commitment.`],
    ["Months", 2, `${MADE} ${FILES}`],
    ["Exclusions", 2, `${MADE} ${FILES}`],
    ["Unpriced", 2, `${MADE} ${FILES}`],
    ["Imports", 2, `${MADE} ${FILES}`],
    ["Left out", 2, `${MADE} ${FILES}`],
    ["Price book", 2, `${MADE} Its prices are those that are shipped with it.`],
  ])("%s, in row %i from 0", (sheet, row, line) => {
    expect(written(sheet, row)).toBe(line);
  });

  test("Usage also says how new its list prices are, and the reconciliation ends its note with the line", () => {
    const text = written("Usage", 2);
    expect(text).toContain(
      `="${MADE} ${FILES} List prices checked on "&YEAR(MAX(PriceBook[Checked on]))`,
    );
    expect(written("Reconciliation", 1)).toMatch(new RegExp(`\\. ${MADE} ${FILES}$`));
  });

  describe("after a later import", () => {
    const IMPORT_SHEETS = [
      ...(["Usage", "Months", "Exclusions", "Unpriced", "Imports", "Left out"] as const),
      "Reconciliation",
    ] as const;
    const lines = (): Readonly<Record<string, string>> =>
      Object.fromEntries(
        IMPORT_SHEETS.map((sheet) => [sheet, written(sheet, sheet === "Reconciliation" ? 1 : 2)]),
      );
    let before: Readonly<Record<string, string>>;

    beforeAll(async () => {
      await workbook.Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        worksheets.getItem("Months").getRange("A1").values = [["Made by hand on Monday."]];
        await context.sync();
      });
      before = lines();
      done(await importUsage(IMPORTED, US_DOLLAR, undefined, LATER));
    });

    test.each(IMPORT_SHEETS)("%s says when the files were last read", (sheet) => {
      const day = "on December 1, 2026 at 8:30 AM.";
      expect(lines()[sheet]).toBe(before[sheet]?.replace(/on November 28.*?M\./, day));
      expect(lines()[sheet]).not.toBe(before[sheet]);
    });

    test("what somebody wrote above a table stays, and so do the price book and other sheets", () => {
      expect(written("Months", 0)).toBe("Made by hand on Monday.");
      expect(written("Price book", 2)).toContain(MADE);
      expect(written("Scenarios", 2)).toBe(MADE);
    });
  });
});
