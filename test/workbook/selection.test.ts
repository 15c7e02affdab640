import { afterEach, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { goToCells } from "../../src/workbook/excel/go-to-cells";
import { describeFault } from "../../src/workbook/excel/outcome";
import { removeTable } from "../../src/workbook/journal/roll-back";
import { insertExample } from "../../src/workbook/sheets/insert-example";
import { writeTable } from "../../src/workbook/sheets/write-table";
import type { LocalWorkbook, LocalWorkbookOptions } from "../support/local-workbook";
import { done, openForWorkbookCode, UNCALCULATED } from "./open";
import { listTables } from "./read";
import { REQUEST } from "./request";
import { snapshot } from "./snapshot";

let workbook: LocalWorkbook;
afterEach(() => workbook.close());

const HERE = { ...REQUEST, destination: { kind: "selection" } } as const;

/** A workbook with the example, and a cell of Sheet1 selected. */
async function openAt(
  address: string,
  options: LocalWorkbookOptions = UNCALCULATED,
): Promise<void> {
  workbook = await openForWorkbookCode(options);
  done(await insertExample(US_DOLLAR));
  await select("Sheet1", address);
}

function select(sheet: string, address: string): Promise<void> {
  return workbook.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address);
    range.worksheet.activate();
    range.select();
    await context.sync();
  });
}

describe("goToCells()", () => {
  test("selects a cell of another sheet, and names a sheet that is gone", async () => {
    await openAt("C5");
    done(await goToCells("Deal!B7"));
    const selected = await workbook.Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load("address");
      await context.sync();
      return range.address;
    });
    expect(selected).toBe("Deal!B7");
    expect(await goToCells("Offer!$B$7")).toEqual({
      ok: false,
      fault: { kind: "sheetGone", sheet: "Offer" },
    });
  });
});

describe("writeTable() at the selected cell", () => {
  test("writes there, and removing it puts back formats and widths", async () => {
    await openAt("C5", { grid: "univer" });
    await workbook.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("D9").format.fill.color = "#FF0000";
      sheet.getRange("D9:E9").numberFormat = [["0.00", "0.00"]];
      sheet.getRange("E1").format.columnWidth = 20;
      sheet.getRange("A1").values = [["Mine"]];
      await context.sync();
    });
    const before = await snapshot(workbook);
    const table = done(await writeTable(HERE, US_DOLLAR));
    expect(table).toMatchObject({ sheet: "Sheet1", address: "C5:R11" });
    expect(await workbook.readCell("Sheet1", "C5")).toBe("Effective cost by usage and commitment");
    expect(await workbook.readCell("Sheet1", "D9")).toBe(400_000);
    done(await removeTable(table.id));
    expect(await snapshot(workbook)).toEqual(before);
    expect(workbook.grid.style(workbook.grid.sheets()[0]?.id ?? "", 8, 3).fill?.toUpperCase()).toBe(
      "#FF0000",
    );
  });

  test("refuses a place that holds something, says what and how much, and writes nothing", async () => {
    await openAt("C5");
    workbook.setCell("Sheet1", "D8", "Budget");
    workbook.setCell("Sheet1", "E8", 12);
    const before = await snapshot(workbook);
    const refused = await writeTable(HERE, US_DOLLAR);
    expect(refused.ok ? "" : describeFault(refused.fault)).toBe(
      "This would overwrite 2 cells on Sheet1 (C5:R11 holds values). Nothing was written.",
    );
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("refuses a table and a spilled formula in the way", async () => {
    await openAt("A1", { grid: "univer" });
    await select("Deal", "A8");
    const onTable = await writeTable(HERE, US_DOLLAR);
    expect(onTable.ok ? null : onTable.fault).toMatchObject({
      kind: "occupied",
      sheet: "Deal",
      holds: expect.arrayContaining(["a table"]),
    });
    await select("Deal", "I14");
    const onSpill = await writeTable(HERE, US_DOLLAR);
    expect(onSpill.ok ? null : onSpill.fault).toMatchObject({
      kind: "occupied",
      holds: expect.arrayContaining(["a spilled formula"]),
    });
  });

  test("refuses a protected sheet", async () => {
    await openAt("C5");
    await workbook.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").protection.protect();
      await context.sync();
    });
    const refused = await writeTable(HERE, US_DOLLAR);
    expect(refused.ok ? "" : describeFault(refused.fault)).toBe(
      "Sheet1 is protected. Nothing was written; choose a new sheet, or unprotect it in Review.",
    );
    expect(done(await writeTable(REQUEST, US_DOLLAR)).sheet).toBe("Cost table");
  });

  test("refuses a place at the edge of the sheet", async () => {
    await openAt("XFC1048570");
    const refused = await writeTable(HERE, US_DOLLAR);
    expect(refused.ok ? null : refused.fault.kind).toBe("noRoom");
  });
});

describe("removeTable()", () => {
  test("keeps the sheet when something stands beside the table", async () => {
    await openAt("A1");
    const { id } = done(await writeTable(REQUEST, US_DOLLAR));
    workbook.setCell("Cost table", "A20", "A note of mine");
    done(await removeTable(id));
    expect(await workbook.readCell("Cost table", "A20")).toBe("A note of mine");
    expect(await workbook.readCell("Cost table", "A1")).toBeNull();
    expect(done(await listTables())).toEqual([]);
  });

  test("finds a table on a sheet that was renamed", async () => {
    await openAt("A1");
    const before = await snapshot(workbook);
    const { id } = done(await writeTable(REQUEST, US_DOLLAR));
    await workbook.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Cost table").name = "For the board";
      await context.sync();
    });
    expect(done(await listTables())[0]).toMatchObject({ sheet: "For the board" });
    done(await removeTable(id));
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("clears up after a table whose sheet was deleted", async () => {
    await openAt("C5");
    const { id } = done(await writeTable(HERE, US_DOLLAR));
    await workbook.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").delete();
      await context.sync();
    });
    expect(done(await listTables())).toEqual([]);
    done(await removeTable(id));
    expect(workbook.grid.sheets().map(({ name }) => name)).toEqual(["Deal"]);
    expect(workbook.grid.names().some(({ name }) => name.startsWith("Bandwise_Table"))).toBe(false);
  });

  test("says when there is no such table", async () => {
    await openAt("A1");
    expect(await removeTable("Table 9")).toMatchObject({ ok: false, fault: { kind: "sheetGone" } });
  });
});
