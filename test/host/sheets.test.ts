import { afterEach, beforeEach, expect, test } from "vitest";
import { failureOf } from "../support/failure";
import { type LocalWorkbook, openLocalWorkbook } from "../support/local-workbook";
import { describeEveryGrid, type GridKind } from "./every-grid";

let book: LocalWorkbook;
function opens(grid: GridKind): void {
  beforeEach(async () => {
    book = await openLocalWorkbook({ grid });
  });
  afterEach(() => book.close());
}

describeEveryGrid((grid) => {
  opens(grid);

  test("sheets are added at the end without being shown, and renamed", async () => {
    const read = await book.Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      const plan = sheets.add("Plan");
      sheets.add();
      plan.name = "My plan";
      plan.showGridlines = false;
      const active = sheets.getActiveWorksheet();
      active.load("name");
      sheets.load("items/name");
      plan.load("showGridlines");
      await context.sync();
      return [active.name, sheets.items.map(({ name }) => name), plan.showGridlines];
    });
    expect(read).toEqual(["Sheet1", ["Sheet1", "My plan", "Sheet2"], false]);
  });

  test("formulas and names follow a renamed sheet", async () => {
    const read = await book.Excel.run(async (context) => {
      const data = context.workbook.worksheets.add("Data");
      const other = context.workbook.worksheets.getItem("Sheet1");
      data.getRange("A1").values = [[5]];
      context.workbook.names.add("Five", data.getRange("A1"));
      other.getRange("A1:A2").formulas = [["=Data!A1*2"], ["=Five*3"]];
      await context.sync();
      data.name = "New data";
      await context.sync();
      const cells = other.getRange("A1:A2");
      cells.load("formulas, values");
      const name = context.workbook.names.getItemOrNullObject("Five");
      name.load("formula");
      await context.sync();
      return [cells.formulas, cells.values, name.formula];
    });
    expect(read).toEqual([
      [["='New data'!A1*2"], ["=Five*3"]],
      grid === "univer" ? [[10], [15]] : [[0], [0]],
      "='New data'!$A$1",
    ]);
  });

  test("hidden and very hidden sheets stay in the list, and the last visible one cannot be hidden", async () => {
    const shown = await book.Excel.run(async (context) => {
      const hidden = context.workbook.worksheets.add("Hidden");
      const record = context.workbook.worksheets.add("Record");
      hidden.visibility = "Hidden";
      record.visibility = book.Excel.SheetVisibility.veryHidden;
      record.getRange("A1").values = [["kept"]];
      const sheets = context.workbook.worksheets;
      sheets.load("items/visibility");
      await context.sync();
      return sheets.items.map(({ visibility }) => visibility);
    });
    expect(shown).toEqual(["Visible", "Hidden", "VeryHidden"]);
    expect(await book.readCell("Record", "A1")).toBe("kept");
    const error = await failureOf(() =>
      book.Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Sheet1").delete();
        await context.sync();
      }),
    );
    expect(error).toMatchObject({ code: "InvalidOperation" });
  });

  test("deleting a sheet makes formulas and names #REF! and drops its tables", async () => {
    const read = await book.Excel.run(async (context) => {
      const data = context.workbook.worksheets.add("Data");
      const other = context.workbook.worksheets.getItem("Sheet1");
      data.getRange("A1:B3").values = [
        ["From", "Rate"],
        [0, 0.1],
        [100, 0.2],
      ];
      const table = data.tables.add("A1:B3", true);
      table.name = "Bands";
      context.workbook.names.add("Rates", data.getRange("B2:B3"));
      context.workbook.names.add("AllBands", "=Bands[#All]");
      other.getRange("A1:A4").formulas = [
        ["=Data!B3+1"],
        ["=SUM(Rates)"],
        ["=SUM(Bands[Rate])"],
        ["=ROWS(AllBands)"],
      ];
      const cells = other.getRange("A1:A4");
      cells.load("values");
      await context.sync();
      const before = cells.values;
      data.delete();
      cells.load("values");
      const names = context.workbook.names;
      names.load("items/name, items/formula");
      const tables = context.workbook.tables;
      tables.load("items/name");
      await context.sync();
      const rates = names.getItemOrNullObject("Rates").getRangeOrNullObject();
      await context.sync();
      return {
        before,
        after: cells.values,
        names: names.items.map(({ name, formula }) => [name, formula]),
        tables: tables.items.length,
        range: rates.isNullObject,
      };
    });
    const [lost] = read.after;
    expect(lost).toEqual(["#REF!"]);
    if (grid === "univer") {
      expect(read.before).toEqual([[1.2], [0.3], [0.3], [3]]);
      expect(read.after).toEqual([["#REF!"], ["#REF!"], ["#REF!"], ["#REF!"]]);
    }
    expect(read.names).toEqual([
      ["AllBands", "=#REF!"],
      ["Rates", "=#REF!"],
    ]);
    expect(read.tables).toBe(0);
    expect(read.range).toBe(true);
  });

  test("a protected sheet refuses every change to its cells", async () => {
    await book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:A3").values = [["Head"], [1], [2]];
      sheet.protection.protect();
      sheet.protection.load("protected");
      await context.sync();
      expect(sheet.protection.protected).toBe(true);
    });
    const changes: readonly ((sheet: Excel.Worksheet) => void)[] = [
      (sheet) => {
        sheet.getRange("A2").values = [[9]];
      },
      (sheet) => {
        sheet.getRange("A2").format.fill.color = "#FF0000";
      },
      (sheet) => {
        sheet.getRange("A2").style = "Input";
      },
      (sheet) => {
        sheet.getRange("A2").clear();
      },
      (sheet) => {
        sheet.tables.add("A1:A3", true);
      },
      (sheet) => {
        sheet.getRange("A2").conditionalFormats.add("Custom");
      },
      (sheet) => {
        sheet.getRange("A2").dataValidation.rule = { custom: { formula: "=TRUE" } };
      },
    ];
    for (const change of changes) {
      const error = await failureOf(() =>
        book.Excel.run(async (context) => {
          change(context.workbook.worksheets.getItem("Sheet1"));
          await context.sync();
        }),
      );
      expect(error).toMatchObject({ code: "AccessDenied" });
    }
    await book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.protection.unprotect();
      sheet.getRange("A2").values = [[9]];
      await context.sync();
    });
    expect(await book.readCell("Sheet1", "A2")).toBe(9);
  });

  test("panes freeze, and a page layout is kept", async () => {
    await book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.freezePanes.freezeAt(sheet.getRange("A1:B3"));
      sheet.pageLayout.orientation = "Landscape";
      sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
      sheet.pageLayout.setPrintTitleRows("$1:$3");
      sheet.pageLayout.setPrintTitleColumns("$A:$A");
      sheet.pageLayout.leftMargin = 18;
      sheet.pageLayout.load("orientation, zoom, leftMargin, rightMargin");
      await context.sync();
      expect(sheet.pageLayout.orientation).toBe("Landscape");
      expect(sheet.pageLayout.zoom).toEqual({ horizontalFitToPages: 1 });
      const { leftMargin, rightMargin } = sheet.pageLayout;
      expect([leftMargin, rightMargin]).toEqual([18, 50.4]);
    });
  });

  test("a change in any sheet reaches the add-in until it stops listening", async () => {
    const heard: string[] = [];
    await book.Excel.run(async (context) => {
      const listener = context.workbook.worksheets.onChanged.add(async (event) => {
        heard.push(`${event.address} ${event.source} ${event.triggerSource}`);
      });
      await context.sync();
      book.setCell("Sheet1", "D4", 9);
      context.workbook.worksheets.getItem("Sheet1").getRange("E5:F6").values = [
        [1, 2],
        [3, 4],
      ];
      await context.sync();
      await expect.poll(() => heard.length).toBe(2);
      listener.remove();
      await context.sync();
      book.setCell("Sheet1", "D5", 9);
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toEqual(["D4 Local ThisLocalAddin", "E5:F6 Local ThisLocalAddin"]);
  });
});
