import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { paintColorScale } from "../../src/host/grid/color-scale";
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

const BOX = "top thin, bottom thin, left thin, right thin";

describeEveryGrid((grid) => {
  opens(grid);

  test("fonts, fills, alignment and sizes are set and read", async () => {
    const read = await book.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2");
      range.values = [
        ["a", "b"],
        ["c", "d"],
      ];
      const { format } = range;
      format.font.bold = true;
      format.font.italic = true;
      format.font.color = "#C00000";
      format.font.size = 14;
      format.font.name = "Arial";
      format.fill.color = "#FFEE00";
      format.horizontalAlignment = "Center";
      format.verticalAlignment = "Top";
      format.wrapText = true;
      format.indentLevel = 2;
      format.columnWidth = 90;
      format.rowHeight = 30;
      format.font.load("bold, italic, color, size, name");
      format.fill.load("color");
      format.load(
        "horizontalAlignment, verticalAlignment, wrapText, indentLevel, columnWidth, rowHeight",
      );
      await context.sync();
      return { ...format.toJSON(), ...format.font.toJSON(), fill: format.fill.color };
    });
    expect(read).toMatchObject({
      bold: true,
      italic: true,
      color: "#C00000",
      size: 14,
      name: "Arial",
      fill: "#FFEE00",
      horizontalAlignment: "Center",
      verticalAlignment: "Top",
      wrapText: true,
      indentLevel: 2,
      columnWidth: 90,
      rowHeight: 30,
    });
  });

  test("a range whose cells differ answers null, and a format keeps formulas", async () => {
    const read = await book.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B1");
      range.formulas = [[1, "=A1+1"]];
      await context.sync();
      range.getCell(0, 1).format.font.bold = true;
      range.getCell(0, 1).numberFormat = [["0.00"]];
      range.getCell(0, 1).numberFormat = [["General"]];
      range.format.font.load("bold");
      range.load("formulas");
      await context.sync();
      return [range.format.font.bold, range.formulas];
    });
    expect(read).toEqual([null, [[1, "=A1+1"]]]);
  });

  test("named styles have a look, are read back, and Normal takes it away", async () => {
    const names = [
      "Input",
      "Calculation",
      "Heading1",
      "Heading4",
      "ExplanatoryText",
      "Note",
      "Total",
    ];
    await book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      for (const [row, name] of names.entries()) {
        const cell = sheet.getRangeByIndexes(row, 0, 1, 1);
        cell.values = [[row]];
        cell.style = name;
        cell.load("style, values");
        cell.format.font.load("bold, color");
        await context.sync();
        expect([cell.style, cell.values]).toEqual([name, [[row]]]);
      }
      const input = sheet.getRange("A1");
      input.format.font.load("color");
      await context.sync();
      expect(input.format.font.color).toBe("#0000FF");
      input.style = "Normal";
      input.load("style, format/fill/color");
      input.format.font.load("color");
      await context.sync();
      expect([input.style, input.format.fill.color, input.format.font.color]).toEqual([
        "Normal",
        "#FFFFFF",
        "#000000",
      ]);
    });
  });

  test.each([
    ["Input", "A1:B2", [BOX, BOX, BOX, BOX]],
    ["Total", "A1", ["top thin, bottom double"]],
    ["Total", "A1:B1", ["top thin, bottom double", "top thin, bottom double"]],
    ["Total", "A1:A2", ["top thin, bottom thin", "top thin, bottom double"]],
    ["Heading2", "A1:A2", ["", "bottom medium"]],
    ["Normal", "A1:B2", []],
  ])("the style %s draws its lines around and within %s", async (name, address, cells) => {
    await book.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange(address);
      range.style = "Note";
      range.style = name;
      await context.sync();
    });
    const [sheet] = book.grid.sheets();
    const lines = book.grid.whole
      .cells(sheet?.id ?? "")
      .map(({ look }) => Object.entries(look?.borders ?? {}))
      .map((sides) => sides.map(([side, line]) => `${side} ${line.style}`).join(", "));
    expect(lines).toEqual(cells);
  });

  test("colours that are not #RRGGBB are refused", async () => {
    const error = await failureOf(() =>
      book.Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Sheet1").getRange("A1").format.fill.color = "nonsense";
        await context.sync();
      }),
    );
    expect(error).toMatchObject({ code: "InvalidArgument" });
  });

  test("rules highlight, are counted, and leave a part of their cells that is cleared", async () => {
    await book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const range = sheet.getRange("A1:C3");
      const custom = range.conditionalFormats.add("Custom");
      custom.custom.rule.formula = "=A1>5";
      custom.custom.format.fill.color = "#FFC7CE";
      custom.custom.format.font.bold = true;
      const cell = sheet.getRange("A1").conditionalFormats.add("Custom");
      cell.custom.rule.formula = "=A1>$E$1";
      cell.custom.format.font.color = "#9C0006";
      await context.sync();
      const all = range.conditionalFormats.getCount();
      const items = sheet.getRange("C3").conditionalFormats;
      items.load("items");
      await context.sync();
      expect([all.value, items.items.length]).toEqual([2, 1]);
      sheet.getRange("A1:C1").clear("Formats");
      const top = sheet.getRange("A1:C1").conditionalFormats.getCount();
      const rest = sheet.getRange("A2:C3").conditionalFormats.getCount();
      await context.sync();
      expect([top.value, rest.value]).toEqual([0, 1]);
    });
  });

  test("validation rules with their texts are set, read, and removed when everything is cleared", async () => {
    const sheetId = book.grid.sheets()[0]?.id ?? "";
    await book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const cell = sheet.getRange("A1");
      cell.dataValidation.rule = { list: { inCellDropDown: true, source: "bill,forfeit" } };
      cell.dataValidation.errorAlert = {
        message: "Give bill or forfeit.",
        title: "Overage",
        style: "Stop",
        showAlert: true,
      };
      sheet.getRange("A2").dataValidation.rule = {
        wholeNumber: { formula1: 1, operator: "GreaterThanOrEqualTo" },
      };
      sheet.getRange("A3").dataValidation.rule = { custom: { formula: "=ISNUMBER(A3)" } };
      const cells = ["A1", "A2", "A3"].map((address) => sheet.getRange(address).dataValidation);
      for (const validation of cells) validation.load("rule");
      await context.sync();
      const [list, whole, custom] = cells;
      expect(list?.rule).toEqual({ list: { inCellDropDown: true, source: "bill,forfeit" } });
      const kept = book.grid.validation(sheetId, { row: 0, col: 0, rows: 1, cols: 1 });
      expect(kept).toMatchObject({
        errorMessage: "Give bill or forfeit.",
        errorTitle: "Overage",
        errorStyle: "stop",
        showErrorMessage: true,
      });
      expect(whole?.rule).toEqual({
        wholeNumber: { formula1: "1", operator: "GreaterThanOrEqualTo" },
      });
      expect(custom?.rule).toEqual({ custom: { formula: "=ISNUMBER(A3)" } });
      cell.clear();
      cell.dataValidation.load("rule");
      await context.sync();
      expect(cell.dataValidation.rule).toEqual({});
    });
  });
});

describe("what is calculated", () => {
  opens("univer");

  test("a colour scale paints spilled cells too, and again after a calculation", async () => {
    await book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("E1").values = [[3]];
      sheet.getRange("A1").formulas = [["=SEQUENCE(3)*E1"]];
      const format = sheet.getRange("A1:A3").conditionalFormats.add("ColorScale");
      format.colorScale.criteria = {
        minimum: { type: "LowestValue", color: "#FFFFFF" },
        maximum: { type: "Number", formula: "9", color: "#FF0000" },
      };
      await context.sync();
    });
    await book.grid.settle();
    const [sheet] = book.grid.sheets();
    const painted = () => [0, 1, 2].map((row) => book.grid.shownFill(sheet?.id ?? "", row, 0));
    expect(painted()).toEqual(["#FFFFFF", "#FF8080", "#FF0000"]);
    book.setCell("Sheet1", "E1", 6);
    await book.grid.settle();
    expect(painted()).toEqual(["#FFFFFF", "#FF0000", "#FF0000"]);
  });

  test("paintColorScale() places percentiles, percents and numbers", () => {
    const stops = [
      { type: "Percentile", formula: "0", color: "#000000" },
      { type: "Percent", formula: "50", color: "#FFFFFF" },
      { type: "Number", formula: "=10", color: "#0000FF" },
    ];
    expect(paintColorScale([[0, 5, 10, 2.5, "text", null]], stops)).toEqual([
      ["#000000", "#FFFFFF", "#0000FF", "#808080", null, null],
    ]);
  });
});
