import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { failureOf } from "../support/failure";
import { type LocalWorkbook, openLocalWorkbook } from "../support/local-workbook";
import { describeEveryGrid, type GridKind } from "./every-grid";

let book: LocalWorkbook;
function opens(grid: GridKind): void {
  beforeEach(async () => {
    book = await openLocalWorkbook({ grid });
    await book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:B4").values = [
        ["Threshold", "Discount"],
        [0, 0],
        [250000, 0.05],
        [1000000, 0.12],
      ];
      const table = sheet.tables.add("A1:B4", true);
      table.name = "DealBands";
      table.style = "TableStyleLight9";
      table.showFilterButton = false;
      table.showBandedRows = false;
      await context.sync();
    });
  });
  afterEach(() => book.close());
}

describeEveryGrid((grid) => {
  opens(grid);

  test("a table has its parts and its look", async () => {
    const read = await book.Excel.run(async (context) => {
      const table = context.workbook.tables.getItemOrNullObject("dealbands");
      const parts = [table.getRange(), table.getDataBodyRange()];
      for (const part of parts) part.load("address");
      table.load("name, style, showFilterButton, showBandedRows");
      const within = context.workbook.worksheets
        .getItem("Sheet1")
        .getRange("B3:C9")
        .getTables(false);
      const whole = context.workbook.worksheets.getItem("Sheet1").getRange("B3:C9").getTables(true);
      within.load("items/name");
      whole.load("items/name");
      await context.sync();
      return [
        parts.map(({ address }) => address),
        [table.name, table.style, table.showFilterButton, table.showBandedRows],
        [within.items.length, whole.items.length],
      ];
    });
    expect(read).toEqual([
      ["Sheet1!A1:B4", "Sheet1!A2:B4"],
      ["DealBands", "TableStyleLight9", false, false],
      [1, 0],
    ]);
  });

  test("names are added, changed, hidden, listed and deleted", async () => {
    await book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      context.workbook.names.add("Commitment", sheet.getRange("B3"), "USD a year");
      context.workbook.names.add("Margin", "=0.2+0.1");
      sheet.names.add("OnlyHere", sheet.getRange("A1"));
      const list = context.workbook.names;
      list.load("items/name, items/formula, items/scope");
      const local = sheet.names.getItemOrNullObject("onlyhere");
      local.load("scope");
      await context.sync();
      expect(list.items.map(({ name, formula }) => [name, formula])).toEqual([
        ["Commitment", "=Sheet1!$B$3"],
        ["Margin", "=0.2+0.1"],
      ]);
      expect(local.scope).toBe("Worksheet");
      const margin = list.getItemOrNullObject("margin");
      margin.formula = "=0.5";
      margin.visible = false;
      margin.comment = "of revenue";
      const none = margin.getRangeOrNullObject();
      sheet.getRange("D1").formulas = [["=Margin*2"]];
      margin.load("formula, visible, comment");
      await context.sync();
      expect([margin.formula, margin.visible, margin.comment]).toEqual([
        "=0.5",
        false,
        "of revenue",
      ]);
      expect(none.isNullObject).toBe(true);
    });
    expect(await book.readCell("Sheet1", "D1")).toBe(grid === "univer" ? 1 : 0);
    await book.Excel.run(async (context) => {
      context.workbook.names.getItemOrNullObject("Margin").delete();
      const gone = context.workbook.names.getItemOrNullObject("Margin");
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    });
    expect(await book.readCell("Sheet1", "D1")).toBe(grid === "univer" ? "#NAME?" : 0);
  });

  test("a name twice, or one that looks like a cell, is refused", async () => {
    const add = (name: string) => () =>
      book.Excel.run(async (context) => {
        context.workbook.names.add(name, "=1");
        await context.sync();
      });
    await add("Once")();
    expect(await failureOf(add("once"))).toMatchObject({ code: "ItemAlreadyExists" });
    expect(await failureOf(add("AB12"))).toMatchObject({ code: "InvalidArgument" });
    expect(await failureOf(add("two words"))).toMatchObject({ code: "InvalidArgument" });
  });

  test("deleting a table blanks its cells", async () => {
    await book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("D1").formulas = [["=SUM(DealBands[Discount])"]];
      await context.sync();
      context.workbook.tables.getItemOrNullObject("DealBands").delete();
      const tables = sheet.tables;
      tables.load("items/name");
      const cells = sheet.getRange("A1:D4");
      cells.load("values");
      await context.sync();
      expect(tables.items).toEqual([]);
      expect(cells.values).toEqual([
        ["", "", "", "#REF!"],
        ["", "", "", ""],
        ["", "", "", ""],
        ["", "", "", ""],
      ]);
    });
  });

  test("tables neither overlap nor share a name", async () => {
    const overlapping = await failureOf(() =>
      book.Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Sheet1").tables.add("B4:C6", true);
        await context.sync();
      }),
    );
    const renamed = await failureOf(() =>
      book.Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Sheet1");
        const table = sheet.tables.add("F1:G3", true);
        table.name = "dealbands";
        await context.sync();
      }),
    );
    expect(overlapping).toMatchObject({ code: "InvalidOperation" });
    expect(renamed).toMatchObject({ code: "ItemAlreadyExists" });
  });

  test("settings are kept with the workbook", async () => {
    await book.Excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.add("Bandwise.Deal", { version: 1, rows: [1, 2] });
      settings.add("Other", "x");
      await context.sync();
      const deal = settings.getItemOrNullObject("Bandwise.Deal");
      deal.load("key, value");
      const none = settings.getItemOrNullObject("Nothing");
      settings.load("items/key");
      await context.sync();
      expect([deal.key, deal.value]).toEqual(["Bandwise.Deal", { version: 1, rows: [1, 2] }]);
      expect(none.isNullObject).toBe(true);
      expect(settings.items.map(({ key }) => key)).toEqual(["Bandwise.Deal", "Other"]);
      deal.value = { version: 2 };
      settings.getItemOrNullObject("Other").delete();
      deal.load("value");
      settings.load("items/key");
      await context.sync();
      expect(deal.value).toEqual({ version: 2 });
      expect(settings.items.map(({ key }) => key)).toEqual(["Bandwise.Deal"]);
    });
  });
});

describe("what is calculated", () => {
  opens("univer");

  test("formulas read tables by structured references, in an add-in's function too", async () => {
    const formulas = [
      "=SUM(DealBands[Discount])",
      "=ROWS(DealBands[#All])",
      "=COUNTA(DealBands[#Headers])",
      "=INDEX(DealBands[Threshold],3)",
      "=COMMIT.BAND_RATE(300000,DealBands)",
      "=COMMIT.BAND_RATE(300000,DealBands[#All])",
    ];
    await book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("D1:D6").formulas = formulas.map((formula) => [formula]);
      await context.sync();
    });
    expect((await book.readCells("Sheet1", "D1:D6")).flat()).toEqual([
      0.17, 4, 2, 1000000, 0.05, 0.05,
    ]);
  });

  test("a name may refer to a structured reference, and follows the table as it grows", async () => {
    await book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      context.workbook.names.add("Deal_Bands", "=DealBands[#All]", "Thresholds and discounts");
      sheet.getRange("D1:D2").formulas = [
        ["=ROWS(Deal_Bands)"],
        ["=COMMIT.BAND_RATE(2000000,Deal_Bands)"],
      ];
      const name = context.workbook.names.getItemOrNullObject("Deal_Bands");
      name.load("formula, comment, scope, visible");
      const range = name.getRangeOrNullObject();
      range.load("address");
      await context.sync();
      expect([name.formula, name.comment, name.scope, name.visible]).toEqual([
        "=DealBands[#All]",
        "Thresholds and discounts",
        "Workbook",
        true,
      ]);
      expect(range.address).toBe("Sheet1!A1:B4");
    });
    expect((await book.readCells("Sheet1", "D1:D2")).flat()).toEqual([4, 0.12]);
    book.setCell("Sheet1", "A5", 1500000);
    book.setCell("Sheet1", "B5", 0.2);
    const [table] = book.grid.tables();
    if (!table) throw new Error("the table is gone");
    book.grid.updateTable({ ...table, rect: { ...table.rect, rows: 5 } });
    expect((await book.readCells("Sheet1", "D1:D2")).flat()).toEqual([5, 0.2]);
  });

  describe("of formulas on another sheet, once a table has changed", () => {
    // Univer keeps formulas of up to 64 characters, with the workbook's id, in another way than longer ones.
    const ROWS = "=ROWS(DealBands)+0*Sheet1!F1";
    const SUM = `=SUM(DealBands[Threshold])+0*Sheet1!F1${"+0".repeat(20)}`;
    const shown = async () => (await book.readCells("Other", "A1:A2")).flat();
    const resize = (rows: number): void => {
      const [table] = book.grid.tables();
      if (!table) throw new Error("the table is gone");
      book.grid.updateTable({ ...table, rect: { ...table.rect, rows } });
    };

    beforeEach(async () => {
      const id = book.grid.addSheet("Other");
      book.grid.write(id, { row: 0, col: 0, rows: 2, cols: 1 }, [[ROWS], [SUM]]);
      expect(await shown()).toEqual([3, 1_250_000]);
      // From this calculation on Univer keeps what it has read.
      book.setCell("Sheet1", "F1", 5);
      expect(await shown()).toEqual([3, 1_250_000]);
    });

    test("they read the rows it has now, at every later change of another cell too", async () => {
      book.setCell("Sheet1", "A5", 2_000_000);
      resize(5);
      expect(await shown()).toEqual([4, 3_250_000]);
      book.setCell("Sheet1", "F1", 1);
      expect(await shown()).toEqual([4, 3_250_000]);
      resize(3);
      expect(await shown()).toEqual([2, 250_000]);
      book.setCell("Sheet1", "F1", 2);
      expect(await shown()).toEqual([2, 250_000]);
    });

    test("they follow a cell in a row that it gained", async () => {
      resize(5);
      expect(await shown()).toEqual([4, 1_250_000]);
      book.setCell("Sheet1", "A5", 2_000_000);
      expect(await shown()).toEqual([4, 3_250_000]);
    });

    test("they read another table of its name, as after opening a file again", async () => {
      const [table] = book.grid.tables();
      if (!table) throw new Error("the table is gone");
      const id = book.grid.addSheet("Again");
      book.grid.write(id, { row: 4, col: 3, rows: 2, cols: 1 }, [["Threshold"], [7]]);
      book.grid.removeTable(table.id);
      book.grid.addTable({
        ...{ ...table, id: "again", sheetId: id },
        rect: { row: 4, col: 3, rows: 2, cols: 1 },
      });
      const other = book.grid.sheets().find(({ name }) => name === "Other")?.id ?? "";
      book.grid.write(other, { row: 0, col: 0, rows: 2, cols: 1 }, [[ROWS], [SUM]]);
      expect(await shown()).toEqual([1, 7]);
      book.setCell("Again", "D6", 8);
      book.setCell("Sheet1", "F1", 3);
      expect(await shown()).toEqual([1, 8]);
    });
  });
});
