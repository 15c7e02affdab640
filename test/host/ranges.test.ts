import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type LocalWorkbook, openLocalWorkbook } from "../support/local-workbook";
import { describeEveryGrid, type GridKind } from "./every-grid";

let book: LocalWorkbook;
let refused: readonly RegExp[];
function opens(grid: GridKind): void {
  beforeEach(async () => {
    refused = [];
    book = await openLocalWorkbook({ grid });
  });
  afterEach(() => book.close({ refused }));
}

/** Acts on Sheet1 and answers what the act returns. */
function onSheet<T>(
  act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  return book.Excel.run((context) => act(context.workbook.worksheets.getItem("Sheet1"), context));
}

describeEveryGrid((grid) => {
  opens(grid);

  test("a cell formatted as text keeps its input as text", async () => {
    const read = await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1");
      range.numberFormat = [["@"]];
      range.values = [["007"]];
      range.load("values");
      await context.sync();
      return range.values;
    });
    expect(read).toEqual([["007"]]);
  });

  test("ranges are taken apart and put together", async () => {
    const read = await onSheet(async (sheet, context) => {
      const range = sheet.getRange("B2:D4");
      const parts = [
        range.getCell(1, 1),
        range.getRow(2),
        range.getColumn(0),
        range.getOffsetRange(1, -1),
        range.getResizedRange(-1, 2),
        range.getIntersectionOrNullObject("C3:Z9"),
        sheet.getRangeByIndexes(9, 1, 2, 3),
        sheet.getRange("C:D"),
        sheet.getRange("2:3"),
      ];
      for (const part of parts) part.load("address");
      const apart = range.getIntersectionOrNullObject("F1");
      await context.sync();
      return [...parts.map(({ address }) => address), apart.isNullObject];
    });
    expect(read).toEqual([
      "Sheet1!C3",
      "Sheet1!B4:D4",
      "Sheet1!B2:B4",
      "Sheet1!A3:C5",
      "Sheet1!B2:F3",
      "Sheet1!C3:D4",
      "Sheet1!B10:D11",
      "Sheet1!C:D",
      "Sheet1!2:3",
      true,
    ]);
  });

  test("a used range covers contents, and looks too unless only values are asked for", async () => {
    const read = await onSheet(async (sheet, context) => {
      const none = sheet.getUsedRangeOrNullObject();
      await context.sync();
      sheet.getRange("C3").values = [[1]];
      sheet.getRange("E5").format.fill.color = "#FF0000";
      const looks = sheet.getUsedRangeOrNullObject();
      const values = sheet.getUsedRangeOrNullObject(true);
      const inside = sheet.getRange("D1:F9").getUsedRangeOrNullObject(true);
      for (const range of [looks, values]) range.load("address");
      await context.sync();
      return [none.isNullObject, looks.address, values.address, inside.isNullObject];
    });
    expect(read).toEqual([true, "Sheet1!C3:E5", "Sheet1!C3", true]);
  });

  test("clear removes contents, looks or both", async () => {
    const read = await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:C1");
      range.values = [[1, 2, 3]];
      range.format.fill.color = "#00FF00";
      range.numberFormat = [["0.0", "0.0", "0.0"]];
      sheet.getRange("A1").clear("Contents");
      sheet.getRange("B1").clear("Formats");
      sheet.getRange("C1").clear();
      const [a, b, c] = ["A1", "B1", "C1"].map((address) => {
        const cell = sheet.getRange(address);
        cell.load("values, numberFormat, format/fill/color");
        return cell;
      });
      await context.sync();
      return [a, b, c].map((cell) => [
        cell?.values[0]?.[0],
        cell?.numberFormat[0]?.[0],
        cell?.format.fill.color,
      ]);
    });
    expect(read).toEqual([
      ["", "0.0", "#00FF00"],
      [2, "General", "#FFFFFF"],
      ["", "General", "#FFFFFF"],
    ]);
  });

  test("refuses the operator # after a reference", async () => {
    refused = [/the # operator/];
    await expect(
      onSheet(async (sheet, context) => {
        sheet.getRange("A1").formulas = [["=SUM(B2#)"]];
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "NotImplemented" });
    await onSheet(async (sheet, context) => {
      sheet.getRange("A1").formulas = [['="row A2# is text"']];
      await context.sync();
    });
  });

  test("the selection is the range selected last", async () => {
    const address = await onSheet(async (sheet, context) => {
      sheet.getRange("C3:D4").select();
      const selected = context.workbook.getSelectedRange();
      selected.load("address");
      await context.sync();
      return selected.address;
    });
    expect(address).toBe("Sheet1!C3:D4");
  });

  test("copyFrom of formats leaves contents alone, and other places are refused", async () => {
    refused = [/copyFrom/];
    await book.Excel.run(async (context) => {
      const source = context.workbook.worksheets.getItem("Sheet1");
      const target = context.workbook.worksheets.add("Copy");
      source.getRange("A1").values = [[1]];
      source.getRange("A1").format.fill.color = "#123456";
      target.getRange("A1:B1").formulas = [[2, "=A1"]];
      target.getRange("A1:B1").copyFrom("Sheet1!A1:B1", "Formats");
      const copy = target.getRange("A1:B1");
      copy.load("formulas, values");
      const first = target.getRange("A1");
      first.load("format/fill/color");
      await context.sync();
      expect([copy.formulas, copy.values]).toEqual([[[2, "=A1"]], [[2, 2]]]);
      expect(first.format.fill.color).toBe("#123456");
    });
    await expect(
      onSheet(async (sheet, context) => {
        sheet.getRange("B1").copyFrom("A1");
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "NotImplemented" });
  });

  test("ten thousand cells are written and read in one batch", async () => {
    const values = Array.from({ length: 1000 }, (_, row) =>
      Array.from({ length: 10 }, (__, col) => row * 10 + col),
    );
    const read = await onSheet(async (sheet, context) => {
      const range = sheet.getRangeByIndexes(0, 0, 1000, 10);
      range.values = values;
      range.load("values");
      await context.sync();
      return range.values;
    });
    expect(read).toEqual(values);
  });
});

describe("what is calculated", () => {
  opens("univer");

  test("null leaves a cell alone, empty text blanks it, and text is read as if typed", async () => {
    const read = await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:F1");
      range.values = [[1, 2, 3, 4, 5, 6]];
      await context.sync();
      range.values = [[null, "", "007", true, "12%", "'9"]];
      range.load("values, text, numberFormat, formulas");
      await context.sync();
      return [range.values, range.text, range.numberFormat, range.formulas];
    });
    expect(read).toEqual([
      [[1, "", 7, true, 0.12, "9"]],
      [["1", "", "7", "TRUE", "12%", "9"]],
      [["General", "General", "General", "General", "0%", "General"]],
      [[1, "", 7, true, 0.12, "9"]],
    ]);
  });

  test("one value fills every cell of a range", async () => {
    const read = await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B2");
      // The typings want a block; Excel takes one value as well.
      Object.assign(range, { values: 5, numberFormat: "0.00" });
      range.load("text");
      await context.sync();
      return range.text;
    });
    expect(read).toEqual([
      ["5.00", "5.00"],
      ["5.00", "5.00"],
    ]);
  });

  test("a spill has its range and its parent, and a blocked one is #SPILL!", async () => {
    const sheetId = book.grid.sheets()[0]?.id ?? "";
    await onSheet(async (sheet, context) => {
      sheet.getRange("B2").formulas = [["=SEQUENCE(2,3)"]];
      const inside = sheet.getRange("B2:D3");
      const mixed = sheet.getRange("A2:B2");
      inside.load("hasSpill, formulas, values");
      mixed.load("hasSpill");
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load("address");
      await context.sync();
      const { grid } = book;
      expect(grid.spillRect(sheetId, 1, 1)).toEqual({ row: 1, col: 1, rows: 2, cols: 3 });
      expect(grid.spillParent(sheetId, 2, 2)).toEqual({ row: 1, col: 1, rows: 1, cols: 1 });
      expect(grid.spillParent(sheetId, 8, 5)).toBeNull();
      expect(inside.values).toEqual([
        [1, 2, 3],
        [4, 5, 6],
      ]);
      expect([inside.hasSpill, mixed.hasSpill]).toEqual([true, null]);
      expect(inside.formulas).toEqual([
        ["=SEQUENCE(2,3)", 2, 3],
        [4, 5, 6],
      ]);
      expect(used.address).toBe("Sheet1!B2:D3");
      sheet.getRange("C3").values = [["in the way"]];
      const blocked = sheet.getRange("B2:D3");
      blocked.load("values");
      await context.sync();
      expect(blocked.values).toEqual([
        ["#SPILL!", "", ""],
        ["", "in the way", ""],
      ]);
      expect(grid.spillRect(sheetId, 1, 1)).toBeNull();
      sheet.getRange("C3").clear("Contents");
      blocked.load("values");
      await context.sync();
      expect(blocked.values).toEqual([
        [1, 2, 3],
        [4, 5, 6],
      ]);
    });
  });

  test("copyFrom of formulas leaves a text that looks like one a text", async () => {
    await book.Excel.run(async (context) => {
      const source = context.workbook.worksheets.getItem("Sheet1");
      const target = context.workbook.worksheets.add("Copy");
      source.getRange("B2:D2").formulas = [["'=Evil()", "=1+1", "'+1"]];
      await context.sync();
      target.getRange("B2:D2").copyFrom("Sheet1!B2:D2", "Formulas");
      const copy = target.getRange("B2:D2");
      copy.load("values");
      await context.sync();
      expect(copy.values).toEqual([["=Evil()", 2, "+1"]]);
    });
  });

  test("copyFrom brings values, formulas, looks, formats and rules to the same place of another sheet", async () => {
    await book.Excel.run(async (context) => {
      const source = context.workbook.worksheets.getItem("Sheet1");
      const target = context.workbook.worksheets.add("Copy");
      const range = source.getRange("B2:C3");
      range.formulas = [
        [10, "=B2*2"],
        ["x", "=SEQUENCE(1,2)"],
      ];
      range.numberFormat = [
        ["0.00", "$#,##0"],
        ["@", "General"],
      ];
      source.getRange("B2").style = "Input";
      source.getRange("C2").format.font.bold = true;
      const rule = range.conditionalFormats.add("Custom");
      rule.custom.rule.formula = "=B2>5";
      rule.custom.format.fill.color = "#FFC7CE";
      source.getRange("B2:B9").dataValidation.rule = {
        decimal: { formula1: 0, formula2: 100, operator: "Between" },
      };
      await context.sync();
      target.getRange("B2:C3").copyFrom("Sheet1!B2:C3", "All");
      source.getRange("B2").values = [[50]];
      const copy = target.getRange("B2:C3");
      copy.load("formulas, values, text, numberFormat");
      const input = target.getRange("B2");
      input.load("style, format/fill/color");
      const bold = target.getRange("C2").format.font;
      bold.load("bold");
      const rules = copy.conditionalFormats.getCount();
      input.dataValidation.load("rule");
      const spilled = target.getRange("D3");
      spilled.load("values");
      await context.sync();
      expect(copy.formulas).toEqual([
        [10, "=B2*2"],
        ["x", "=SEQUENCE(1,2)"],
      ]);
      expect(copy.text).toEqual([
        ["10.00", "$20"],
        ["x", "1"],
      ]);
      expect([input.style, input.format.fill.color]).toEqual(["Input", "#FFF2CC"]);
      expect(bold.bold).toBe(true);
      expect(rules.value).toBe(1);
      expect(input.dataValidation.rule).toEqual({
        decimal: { operator: "Between", formula1: "0", formula2: "100" },
      });
      expect(spilled.values).toEqual([[2]]);
    });
  });
});
