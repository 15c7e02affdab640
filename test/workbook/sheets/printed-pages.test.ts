import { beforeAll, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import type { SheetDocument } from "../../../src/host/xlsx/workbook-document";
import { type Block, blockOf, isWithin } from "../../../src/input/cells/a1";
import { seatsRequest } from "../../../src/taskpane/context/negotiation/seats-request";
import { LEAST_SCALE } from "../../../src/workbook/excel/set-up-page";
import { writeForecast } from "../../../src/workbook/sheets/write-forecast";
import { writeLog } from "../../../src/workbook/sheets/write-log";
import { writeSchedule } from "../../../src/workbook/sheets/write-schedule";
import { writeSeats } from "../../../src/workbook/sheets/write-seats";
import { EXHAUSTIVE } from "../../support/exhaustive";
import { captureWorkbook } from "../../support/workbook-files";
import { done, openForWorkbookCode, UNCALCULATED } from "../open";
import { writeEverySheet, writeUsageSheets } from "../portable/every-sheet";
import { stateNow } from "../read";

/** US Letter on its side, in points, and Excel's margins above and below. */
const [WIDTH, HEIGHT, ABOVE_AND_BELOW] = [11 * 72, 8.5 * 72, 108];
const USUAL_WIDTH = 48;
const USUAL_HEIGHT = 15;

const NOW = new Date(2026, 10, 28, 9, 0);

/** What a sheet keeps off paper on purpose: the numbers that a chart is drawn from, and what a letter only refers to. */
const NOT_PRINTED: Readonly<Record<string, (cell: Block, sheet: SheetDocument) => boolean>> = {
  Decision: ({ column }, { cells }) =>
    column >= (cells.find(({ value }) => /on both sides of every/.test(String(value)))?.col ?? 0),
  "Counter-offer": () => true,
};

describe("every sheet that we write, on paper", () => {
  const sheets = new Map<string, SheetDocument>();

  beforeAll(async () => {
    await keepSheets(async () => {
      await writeEverySheet();
      if (!EXHAUSTIVE) await writeUsageSheets();
      const seats = seatsRequest((await stateNow()).deal, NOW);
      if (typeof seats === "string") throw new Error(seats);
      done(await writeSeats(seats, US_DOLLAR));
      const last = { answers: [], inputs: [] };
      const definition = { kind: "log", form: "live", begunOn: "today", last } as const;
      done(await writeLog({ definition, rows: [] }, US_DOLLAR));
    });
    await keepSheets(async () => {
      // A forecast is written for a deal that has none.
      await Excel.run(async ({ workbook: { names, worksheets } }) => {
        names.add("Bands", worksheets.getItem("Sheet1").getRange("A1:B1"));
      });
      const forecast = { kind: "linked", name: "Months_ahead", meanUsd: 1 } as const;
      done(await writeForecast(forecast, US_DOLLAR, NOW));
      const years = [{ usage: 1, commitment: "", listIndex: "" }];
      done(await writeSchedule({ years, largestUsd: 1 }, US_DOLLAR, NOW));
    });
  });

  /** Keeps what a workbook holds once it is written, by the names of its sheets. */
  async function keepSheets(write: () => Promise<void>): Promise<void> {
    const workbook = await openForWorkbookCode(UNCALCULATED);
    try {
      await write();
      const document = await captureWorkbook(workbook.host);
      for (const sheet of document.sheets)
        if (sheet.cells.length > 0) sheets.set(sheet.name, sheet);
    } finally {
      workbook.close();
    }
  }

  const names = [
    ...["Deal", "Cost table", "Decision", "Scenarios", "Offer", "Comparison", "Bridge"],
    ...["Comparables", "Term", "Burndown", "Asks", "Counter-offer", "Usage", "Months"],
    ...["Exclusions", "Unpriced", "Imports", "Left out", "Reconciliation", "Price book"],
    ...["Efficient use", "Usage forecast", "Seats and dates", "Log", "Forecast", "Schedule"],
  ];

  test("are those that the rows below name", () => {
    expect([...sheets.keys()].toSorted()).toEqual(names.toSorted());
  });

  test.each(names)("%s is read at 60% of its size or more, and nothing of it is cut", (name) => {
    const sheet = sheets.get(name);
    if (!sheet) throw new Error(`no ${name}`);
    const { page } = sheet;
    const areas = areasOf(sheet);
    const portrait = page.orientation === "Portrait";
    const across = (portrait ? HEIGHT : WIDTH) - page.leftMargin - page.rightMargin;
    const down = (portrait ? WIDTH : HEIGHT) - ABOVE_AND_BELOW;
    for (const area of areas) {
      expect(pagesAcross(sheet, area, across / LEAST_SCALE)).toBeLessThanOrEqual(
        page.fit?.wide ?? 0,
      );
      const areasHigh = areas.length / (page.fit?.high || Number.POSITIVE_INFINITY);
      expect(heightOf(sheet, area) * Math.min(1, areasHigh)).toBeLessThanOrEqual(
        down / LEAST_SCALE,
      );
    }
    const cut = sheet.cells.filter(({ row, col, value }) => {
      const cell = { row, column: col, rows: 1, columns: 1 };
      const isPrinted = areas.some((area) => isWithin(cell, area));
      return value !== null && value !== "" && !isPrinted && !NOT_PRINTED[name]?.(cell, sheet);
    });
    expect(cut).toEqual([]);
    // What goes on over several pages says on each what its columns are.
    if (areas.some((area) => heightOf(sheet, area) * LEAST_SCALE > down))
      expect(page.titleRows).not.toBe("");
    if ((page.fit?.wide ?? 1) > 1) expect(page.titleColumns).not.toBe("");
  });
});

/** What prints: its areas, else all that is filled. */
function areasOf({ page, cells }: SheetDocument): readonly Block[] {
  if (page.areas.length > 0) return page.areas.map(blockOf);
  const rows = 1 + Math.max(...cells.map(({ row }) => row));
  const columns = 1 + Math.max(...cells.map(({ col }) => col));
  return [{ row: 0, column: 0, rows, columns }];
}

/** On how many pages of a width the columns of an area go, each with those that are repeated. */
function pagesAcross(sheet: SheetDocument, { column, columns }: Block, width: number): number {
  const widthOf = (at: number): number => sheet.columnWidths[at] ?? USUAL_WIDTH;
  const repeated = sheet.page.titleColumns === "" ? 0 : blockOf(sheet.page.titleColumns).columns;
  const first = Array.from({ length: repeated }, (_, at) => widthOf(at));
  const each = first.reduce((sum, one) => sum + one, 0);
  let [pages, filled] = [1, 0];
  for (let at = column; at < column + columns; at++) {
    if (filled + widthOf(at) > width) [pages, filled] = [pages + 1, each];
    filled += widthOf(at);
  }
  return pages;
}

/** How high the filled rows of an area are. */
function heightOf({ rowHeights, cells }: SheetDocument, { row, rows }: Block): number {
  const last = Math.min(row + rows - 1, Math.max(...cells.map((cell) => cell.row)));
  let height = 0;
  for (let at = row; at <= last; at++) height += rowHeights.get(at) ?? USUAL_HEIGHT;
  return height;
}
