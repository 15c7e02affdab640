import { describe, expect, test } from "vitest";
import { kindOfChange } from "./fault-injector";

describe("kindOfChange()", () => {
  test.each([
    [
      'workbook.settings.add("Bandwise.Table a1b2c3", "{\\"id\\":\\"Table a1b2c3\\",\\"kind\\":)',
      "settings.add",
    ],
    [
      'workbook.settings.add("Bandwise.Table a1b2c3", "{\\"id\\":\\"Table a1b2c3\\",\\"kind\\":).value',
      "add.value",
    ],
    ['workbook.worksheets.add("Cost table")', "worksheets.add"],
    ['workbook.worksheets.add("Cost table").activate', "add.activate"],
    ['workbook.names.add("Bandwise_Table_a1b2c3", 25, "Effective cost")', "names.add"],
    ['workbook.names.getItem("Bandwise_Bands").delete', "getItem.delete"],
    ['workbook.worksheets.add("Deal").getRange("A1:B2").values', "getRange.values"],
    [
      'workbook.worksheets.add("Deal").getRangeByIndexes(0, 0, 1, 2).format.columnWidth',
      "format.columnWidth",
    ],
    ["range.getCell(0, 0).getResizedRange(3, 15).formulas", "getResizedRange.formulas"],
    ['range.conditionalFormats.add("Custom").custom.rule.formula', "rule.formula"],
    ["range.getCell(2, 0).dataValidation.rule", "dataValidation.rule"],
    ['workbook.worksheets.getItem("Deal").charts.add("Line", 3, "Rows").title.text', "title.text"],
    ['workbook.tables.getItem("T").rows.add(null)', "rows.add"],
    ['workbook.names.add("N", "=COMMIT.BAND_RATE(A1,B1:C2)")', "names.add"],
  ])("%s", (statement, kind) => {
    expect(kindOfChange(statement)).toBe(kind);
  });

  test.each([
    "workbook",
    "range",
    "workbook._RemoveReference",
    "workbook.settings",
    "workbook.worksheets.load",
    'workbook.worksheets.getItem("Deal")',
    'workbook.worksheets.getItem("Deal").getRange("A1:B2")._KeepReference',
    'workbook.worksheets.add("Deal").getRange("A1:B2").format.font',
    'workbook.names.getItemOrNullObject("Usage").getRangeOrNullObject()',
    "range.getUsedRangeOrNullObject(true).load",
    'workbook.worksheets.add("Deal").charts',
  ])("none in %s", (statement) => {
    expect(kindOfChange(statement)).toBeUndefined();
  });
});
