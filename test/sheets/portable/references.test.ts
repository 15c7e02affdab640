import { describe, expect, test } from "vitest";
import {
  asExcelWrites,
  readReference,
  relativeForm,
  sheetPrefix,
  shifted,
  withSheetsRenamed,
} from "../../../src/sheets/portable/references";

describe("shifted()", () => {
  test.each([
    ["=A1", 2, 1, "=B3"],
    ["=$A1+A$1+$A$1", 2, 1, "=$A3+B$1+$A$1"],
    ["=Deal!B5:$C$9", 1, 1, "=Deal!C6:$C$9"],
    ["='A1 B2'!C3", 1, 0, "='A1 B2'!C4"],
    ['="A1"&A1', 1, 0, '="A1"&A2'],
    ["=Deals[A1]+LOG10(A1)", 1, 0, "=Deals[A1]+LOG10(A2)"],
    ["=SUM(B:C,$2:3)", 1, 1, "=SUM(C:D,$2:4)"],
    ["=Z9#", 0, 1, "=AA9#"],
    ["=Usage2026*A1", 1, 1, "=Usage2026*B2"],
    [
      "=COMMIT.EFFECTIVE_COST($A5,B$4,Bands,Terms)",
      3,
      2,
      "=COMMIT.EFFECTIVE_COST($A8,D$4,Bands,Terms)",
    ],
    ["plain text A1", 1, 1, "plain text A1"],
  ])("%s by %i and %i is %s", (formula, down, along, filled) => {
    expect(shifted(formula, down, along)).toBe(filled);
  });
});

describe("relativeForm()", () => {
  test("is the same for cells that are filled from one another", () => {
    const formula = "=COMMIT.EFFECTIVE_COST($A5,B$4,Deal!C9,Bands)";
    expect(relativeForm(shifted(formula, 7, 3), 12, 5)).toBe(relativeForm(formula, 5, 2));
    expect(relativeForm(formula, 6, 2)).not.toBe(relativeForm(formula, 5, 2));
  });
});

describe("sheetPrefix()", () => {
  test.each([
    ["Deal", "Deal!"],
    ["Übersicht_2.1", "Übersicht_2.1!"],
    ["My deal", "'My deal'!"],
    ["It's", "'It''s'!"],
    ["A1", "'A1'!"],
    ["RC", "'RC'!"],
    ["2026", "'2026'!"],
    ["Deal-2", "'Deal-2'!"],
  ])("%s is %s", (sheet, prefix) => {
    expect(sheetPrefix(sheet)).toBe(prefix);
  });
});

describe("readReference()", () => {
  test("orders corners, and knows sheets in quotes", () => {
    expect(readReference("'It''s'!$C$9:A1")).toMatchObject({
      sheet: "It's",
      from: { row: { at: 1, isFixed: false }, column: { at: 1 } },
      to: { row: { at: 9, isFixed: true }, column: { at: 3 } },
      spills: false,
    });
    expect(readReference("Deal!B5#")).toMatchObject({ sheet: "Deal", spills: true });
  });

  test.each([
    "A:A",
    "1:2",
    "[Book.xlsx]Deal!A1",
    "'[Book.xlsx]My deal'!A1",
    "Jan:Mar!A1",
    "XFE1",
    "A1048577",
  ])("%s is no cells of this workbook", (text) => {
    expect(readReference(text)).toBeUndefined();
  });
});

describe("asExcelWrites()", () => {
  test.each([
    ["='Deal'!A1+'My deal'!B2", "=Deal!A1+'My deal'!B2"],
    ["='It''s'!A1", "='It''s'!A1"],
    ["=\"'Deal'!A1\"", "=\"'Deal'!A1\""],
    ["text", "text"],
  ])("%s is %s", (formula, written) => {
    expect(asExcelWrites(formula)).toBe(written);
  });
});

describe("withSheetsRenamed()", () => {
  const names = new Map([
    ["Deal", "My deal"],
    ["Same", "Same"],
  ]);

  test.each([
    ["=Deal!A1+'Deal'!B2:C3", "='My deal'!A1+'My deal'!B2:C3"],
    ["='Same'!A1+'Other'!B2", "='Same'!A1+'Other'!B2"],
    ['="Deal!A1"', '="Deal!A1"'],
  ])("%s is %s", (formula, renamed) => {
    expect(withSheetsRenamed(formula, names)).toBe(renamed);
  });
});
