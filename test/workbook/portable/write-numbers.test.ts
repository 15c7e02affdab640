import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { lookPortable } from "../../../src/workbook/portable/look-portable";
import { restoreOurs } from "../../../src/workbook/portable/restore-ours";
import { writeNumbers } from "../../../src/workbook/portable/write-numbers";
import type { LocalWorkbook } from "../../support/local-workbook";
import { FaultInjector, failsWithoutTrace } from "../fault-injector";
import { done, openForWorkbookCode, UNCALCULATED } from "../open";
import { listTables } from "../read";
import { snapshot } from "../snapshot";

const WRITTEN_ON = "28 November 2026";
let workbook: LocalWorkbook;
const saboteur = new FaultInjector();

/** Bands with a threshold and a discount as text, the discount in a cell that is formatted as text. */
beforeEach(async () => {
  workbook = await openForWorkbookCode({
    ...UNCALCULATED,
    registerFunctions: false,
    beforeAction: saboteur.beforeAction,
  });
  await workbook.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("B3").numberFormat = [["@"]];
    sheet.getRange("A1:B3").formulas = [
      ["Threshold", "Discount"],
      ["'$250k", 0.1],
      [500_000, "15%"],
    ];
    sheet.getRange("D1:D2").formulas = [
      ["=COMMIT.BAND_RATE(500000,A1:B3)"],
      ["=COMMIT.BAND_RATE(250000,A1:B3)"],
    ];
    await context.sync();
  });
});
afterEach(() => {
  saboteur.disarm();
  workbook.close();
});

const write = async () => writeNumbers(done(await lookPortable("workbook")), WRITTEN_ON, US_DOLLAR);

async function written() {
  const numbers = done(await write());
  if ("changes" in numbers) throw new Error(`${numbers.changes} would change`);
  return numbers;
}

async function cellsAt(sheet: string, address: string) {
  return workbook.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address);
    range.load("values,numberFormat");
    await context.sync();
    return { values: range.values, formats: range.numberFormat };
  });
}

describe("writeNumbers()", () => {
  test("writes numbers in the looks of their texts, and says what each was", async () => {
    const before = await snapshot(workbook);
    expect(done(await lookPortable("workbook")).plan.changes).toEqual([]);
    const { id, sheet, cells } = await written();
    expect(cells).toBe(2);
    const { values, formats } = await cellsAt("Sheet1", "A2:B3");
    expect(values).toEqual([
      [250_000, 0.1],
      [500_000, 0.15],
    ]);
    expect(formats[1]?.[1]).toBe("0.0###%");
    expect((await cellsAt(sheet, "A4:D6")).values).toEqual([
      ["Sheet", "Cell", "Text that it was", "Number that it is"],
      ["Sheet1", "A2", "$250k", 250_000],
      ["Sheet1", "B3", "15%", 0.15],
    ]);
    expect(done(await listTables())).toMatchObject([{ sheet, holdsFormulas: "numbers" }]);
    const { plan, texts } = done(await lookPortable("workbook"));
    expect([plan.changes.length, texts]).toEqual([2, []]);
    expect(done(await restoreOurs(id))).toEqual({ changed: [], readers: [] });
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("with a fault on the way leaves the workbook as it was", async () => {
    expect(await failsWithoutTrace(workbook, saboteur, write)).toBeGreaterThan(1);
  });

  test("keeps a number that was typed since, and says so", async () => {
    const { id } = await written();
    workbook.setCell("Sheet1", "B3", 0.2);
    expect(done(await restoreOurs(id))).toEqual({ changed: ["Sheet1!B3"], readers: [] });
    expect((await cellsAt("Sheet1", "A2:B3")).values).toEqual([
      ["$250k", 0.1],
      [500_000, 0.2],
    ]);
  });
});

test("changes nothing where a number would change what our functions answer", async () => {
  const calculating = await openForWorkbookCode();
  await calculating.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    // Among whole percents 0.15 is refused, where 15% is read.
    sheet.getRange("A1:B3").formulas = [
      ["Threshold", "Discount, %"],
      [250_000, 10],
      [500_000, "'15%"],
    ];
    sheet.getRange("D1").formulas = [["=COMMIT.BAND_RATE(500000,A1:B3)"]];
    await context.sync();
  });
  const before = await snapshot(calculating);
  expect(await write()).toEqual({ ok: true, value: { changes: "Sheet1!D1" } });
  expect(await snapshot(calculating)).toEqual(before);
  calculating.close();
});
