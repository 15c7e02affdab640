import { afterEach, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeFault, type WorkbookFault } from "../../src/workbook/excel/outcome";
import { removeTable } from "../../src/workbook/journal/roll-back";
import type { TableRequest } from "../../src/workbook/journal/written-table";
import { insertExample } from "../../src/workbook/sheets/insert-example";
import { writeTable } from "../../src/workbook/sheets/write-table";
import type { LocalWorkbook, LocalWorkbookOptions } from "../support/local-workbook";
import { FaultInjector, failsWithoutTrace } from "./fault-injector";
import { done, openForWorkbookCode, UNCALCULATED } from "./open";
import { listTables } from "./read";
import { REQUEST } from "./request";
import { snapshot } from "./snapshot";

let workbook: LocalWorkbook;
afterEach(() => workbook.close());

const HERE: TableRequest = { ...REQUEST, destination: { kind: "selection" } };

/** A workbook where much stands at C5:R11 of Sheet1: values, text, formulas, formats, rules and merged cells. */
async function openFilled(options: LocalWorkbookOptions = {}): Promise<void> {
  workbook = await openForWorkbookCode({ ...UNCALCULATED, ...options });
  done(await insertExample(US_DOLLAR));
  await workbook.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1").values = [[21]];
    sheet.getRange("C5:D7").formulas = [
      ["Budget", 12],
      ["=A1*2", "=C6+D5"],
      ["'007", true],
    ];
    sheet.getRange("T1").formulas = [["=D6"]];
    sheet.getRange("D6").numberFormat = [["0.00"]];
    sheet.getRange("C5").format.fill.color = "#00FF00";
    sheet.getRange("F8:H9").merge(false);
    sheet.getRange("F8").values = [["Three months"]];
    sheet.getRange("D5").dataValidation.rule = {
      decimal: { formula1: 0, formula2: 100, operator: "Between" },
    };
    const rule = sheet.getRange("D5:D7").conditionalFormats.add("Custom").custom;
    rule.rule.formula = "=D5>10";
    rule.format.fill.color = "#FF0000";
    sheet.activate();
    sheet.getRange("C5").select();
    await context.sync();
  });
}

async function refusal(request: TableRequest): Promise<WorkbookFault> {
  const refused = await writeTable(request, US_DOLLAR);
  if (refused.ok) throw new Error("it was written");
  return refused.fault;
}

/** What the user is told of, agreed to. */
async function agreed(): Promise<TableRequest> {
  const fault = await refusal(HERE);
  if (fault.kind !== "occupied") throw new Error(fault.kind);
  const { sheet, address, cells } = fault;
  return { ...REQUEST, destination: { kind: "overwrite", sheet, address, cells } };
}

describe("writeTable() over what stands there", () => {
  test("first says what and how much, and that it can be overwritten", async () => {
    await openFilled();
    const fault = await refusal(HERE);
    expect(describeFault(fault)).toBe(
      "This would overwrite 7 cells on Sheet1 (C5:R11 holds values and merged cells). Nothing was written.",
    );
    expect(fault).toMatchObject({ canOverwrite: true });
  });

  test("writes once it is agreed to, and removing puts back every cell, format, rule and merge", async () => {
    await openFilled({ grid: "univer" });
    const before = await snapshot(workbook);
    const { id, address } = done(await writeTable(await agreed(), US_DOLLAR));
    expect(address).toBe("C5:R11");
    expect(await workbook.readCell("Sheet1", "D9")).toBe(400_000);
    const sheetId = workbook.grid.sheets()[0]?.id ?? "";
    expect(workbook.grid.mergedRects(sheetId)).toEqual([]);
    expect(workbook.grid.validation(sheetId, { row: 4, col: 3, rows: 1, cols: 1 })).toBeNull();
    done(await removeTable(id));
    expect(await snapshot(workbook)).toEqual(before);
    expect(await workbook.readCells("Sheet1", "C5:D7")).toEqual([
      ["Budget", 12],
      [42, 54],
      ["007", true],
    ]);
    expect(await workbook.readCell("Sheet1", "T1")).toBe(54);
    expect(workbook.grid.mergedRects(sheetId)).toEqual([{ row: 7, col: 5, rows: 2, cols: 3 }]);
    expect(workbook.grid.validation(sheetId, { row: 4, col: 3, rows: 1, cols: 1 })).not.toBeNull();
    expect(workbook.grid.style(sheetId, 4, 2).fill?.toUpperCase()).toBe("#00FF00");
  });

  test("overwrites the place that was agreed to, wherever the selection went", async () => {
    await openFilled();
    const request = await agreed();
    await workbook.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Deal").activate();
      context.workbook.worksheets.getItem("Deal").getRange("A1").select();
      await context.sync();
    });
    expect(done(await writeTable(request, US_DOLLAR))).toMatchObject({
      sheet: "Sheet1",
      address: "C5:R11",
    });
  });

  test("asks again when more stands there by now", async () => {
    await openFilled();
    const request = await agreed();
    workbook.setCell("Sheet1", "K9", "New");
    expect(await refusal(request)).toMatchObject({ kind: "occupied", cells: 8 });
  });

  test("is not offered over a table, a spill or cells merged across the edge", async () => {
    await openFilled({ grid: "univer" });
    const at = async (sheet: string, address: string) => {
      await workbook.Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange(address);
        range.worksheet.activate();
        range.select();
        await context.sync();
      });
      return refusal(HERE);
    };
    expect(await at("Deal", "A8")).toMatchObject({ kind: "occupied", canOverwrite: false });
    expect(await at("Deal", "I14")).toMatchObject({ kind: "occupied", canOverwrite: false });
    expect(await at("Sheet1", "G9")).toMatchObject({
      kind: "occupied",
      holds: ["merged cells"],
      canOverwrite: false,
    });
  });

  test("is not offered where Excel cannot tell of merged cells", async () => {
    await openFilled({ requirementSets: { ExcelApi: "1.12", SharedRuntime: "1.1" } });
    expect(await refusal(HERE)).toMatchObject({ kind: "occupied", canOverwrite: false });
  });

  test("a fault on the way leaves everything as it was", async () => {
    const saboteur = new FaultInjector();
    await openFilled({ beforeAction: saboteur.beforeAction });
    const request = await agreed();
    expect(
      await failsWithoutTrace(workbook, saboteur, () => writeTable(request, US_DOLLAR)),
    ).toBeGreaterThan(2);
  });
});

describe("a table over another one", () => {
  const overlapping = async () => {
    await openFilled();
    const before = await snapshot(workbook);
    const older = done(await writeTable(await agreed(), US_DOLLAR));
    await workbook.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("M8").select();
      await context.sync();
    });
    const newer = done(await writeTable(await agreed(), US_DOLLAR));
    return { before, older, newer };
  };

  test("marks the older one as covered, which cannot be removed before it", async () => {
    const { before, older, newer } = await overlapping();
    const listed = done(await listTables());
    const coveredBy = Object.fromEntries(listed.map((table) => [table.id, table.coveredBy]));
    expect(coveredBy).toEqual({ [older.id]: newer.title, [newer.id]: undefined });
    const covered = await snapshot(workbook);
    const removed = await removeTable(older.id);
    expect(removed.ok ? "" : describeFault(removed.fault)).toBe(
      "Effective cost by usage and commitment on Sheet1 covers a part of it. Nothing was changed; remove that one first.",
    );
    expect(await snapshot(workbook)).toEqual(covered);
    done(await removeTable(newer.id));
    expect(done(await listTables()).map((table) => table.coveredBy)).toEqual([undefined]);
    done(await removeTable(older.id));
    expect((await snapshot(workbook)).sheets.map(({ formulas }) => formulas)).toEqual(
      before.sheets.map(({ formulas }) => formulas),
    );
  });
});

describe("protection", () => {
  test("of the structure is said before anything is written", async () => {
    await openFilled();
    const request = await agreed();
    const before = await snapshot(workbook);
    workbook.host.isStructureProtected = true;
    for (const refused of [REQUEST, request])
      expect(await refusal(refused)).toEqual({ kind: "protectedWorkbook" });
    expect(await insertExample(US_DOLLAR)).toEqual({
      ok: false,
      fault: { kind: "protectedWorkbook" },
    });
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("of the structure keeps a table from being removed, and says so", async () => {
    await openFilled();
    const before = await snapshot(workbook);
    const { id } = done(await writeTable(await agreed(), US_DOLLAR));
    workbook.host.isStructureProtected = true;
    expect(await removeTable(id)).toEqual({ ok: false, fault: { kind: "protectedWorkbook" } });
    workbook.host.isStructureProtected = false;
    done(await removeTable(id));
    expect(await snapshot(workbook)).toEqual(before);
  });
});
