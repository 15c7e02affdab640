import { describe, expect, test } from "vitest";
import {
  absoluteAddress,
  describeReferenceFault,
  type ReferenceFault,
  readableReference,
  readReference,
} from "../../../src/input/cells/cell-reference";

describe("readReference()", () => {
  test.each([
    ["", { kind: "none" }],
    ["  ", { kind: "none" }],
    ["=", { kind: "none" }],
    ["A1:C5", { kind: "address", sheet: undefined, address: "A1:C5" }],
    ["=Sheet1!$a$1:c5", { kind: "address", sheet: "Sheet1", address: "A1:C5" }],
    ["AB10:AC20", { kind: "address", sheet: undefined, address: "AB10:AC20" }],
    ["A1:XFD1048576", { kind: "address", sheet: undefined, address: "A1:XFD1048576" }],
    ["XFE1", { kind: "called", name: "XFE1" }],
    ["A1048577", { kind: "called", name: "A1048577" }],
    ["'My sheet'!B2", { kind: "address", sheet: "My sheet", address: "B2" }],
    ["'Bob''s deal'!A1:B9", { kind: "address", sheet: "Bob's deal", address: "A1:B9" }],
    ["DealBands", { kind: "called", name: "DealBands" }],
    ["DealBands[#All]", { kind: "called", name: "DealBands" }],
    ["DealBands[]", { kind: "called", name: "DealBands" }],
    ["Rabatt_Stufen.2026", { kind: "called", name: "Rabatt_Stufen.2026" }],
    ["Überblick", { kind: "called", name: "Überblick" }],
  ] as const)("%j", (text, read) => {
    expect(readReference(text)).toEqual(read);
  });

  test.each([
    ["A1:B", "notAReference"],
    ["250000", "notAReference"],
    ["A1:XFE1", "notAReference"],
    ["A1:A1048577", "notAReference"],
    ["my A1", "notAReference"],
    ["my A:C", "notAReference"],
    ["A:C5", "notAReference"],
    ["x=A1", "notAReference"],
    ["'a'b!A1", "notAReference"],
    ["DealBands[x", "notAReference"],
    ["15%", "notAReference"],
    ["my cells", "notAReference"],
    ["A1:B2,D1:E2", "notAReference"],
    ["Sheet1!Bands", "notAReference"],
    ["[Book2.xlsx]Sheet1!A1:B5", "otherWorkbook"],
    ["'[Book2.xlsx]My sheet'!A1", "otherWorkbook"],
    ["[Book2.xlsx]A1", "otherWorkbook"],
    ["DealBands[Discount]", "partOfATable"],
    ["DealBands[Discount][#All]", "partOfATable"],
    ["DealBands[#All][Discount]", "partOfATable"],
    ["DealBands[[#All],[Threshold]:[Discount]]", "partOfATable"],
    ["A:C", "wholeColumns"],
    ["AA:AC", "wholeColumns"],
    ["2:19", "wholeColumns"],
    ["12:19", "wholeColumns"],
    ["Sheet1!$2:$9", "wholeColumns"],
  ])("refuses %s", (text, kind) => {
    expect(readReference(text)).toMatchObject({ kind: "refused", fault: { kind } });
  });
});

describe("absoluteAddress()", () => {
  test.each([
    ["Sheet1!A1:C5", "Sheet1!$A$1:$C$5"],
    ["'My sheet A1'!AB12", "'My sheet A1'!$AB$12"],
    ["'It''s 5!'!$A$1:B2", "'It''s 5!'!$A$1:$B$2"],
    ["A1", "$A$1"],
    ["Sheet1!$A1:B$2", "Sheet1!$A$1:$B$2"],
  ])("%s is %s", (address, absolute) => {
    expect(absoluteAddress(address)).toBe(absolute);
  });
});

describe("readableReference()", () => {
  test.each([
    ["'My sheet'!$A$1:$C$5", "'My sheet'!A1:C5"],
    ["DealBands[#All]", "DealBands"],
    ["DealBands", "DealBands"],
  ])("%s is %s", (reference, readable) => {
    expect(readableReference(reference)).toBe(readable);
  });
});

describe("describeReferenceFault()", () => {
  const SENTENCES: readonly (readonly [ReferenceFault, string])[] = [
    [
      { kind: "notAReference", given: "A1:B" },
      '"A1:B" is not an address, a table or a name. Give one such as Sheet1!A1:C5, or select the cells and choose Use selected cells.',
    ],
    [
      { kind: "otherWorkbook", given: "[B]S!A1" },
      '"[B]S!A1" is in another workbook. Give cells of this workbook.',
    ],
    [
      { kind: "partOfATable", table: "DealBands" },
      "Give the whole table, DealBands; its headings are read too.",
    ],
    [
      { kind: "wholeColumns", given: "A:C" },
      '"A:C" is whole rows or columns. Give the cells that are filled, such as A1:C5.',
    ],
    [{ kind: "noSuchSheet", sheet: "Deals" }, "This workbook has no sheet called Deals."],
    [{ kind: "nothingCalled", name: "Deal" }, "This workbook has no table or cells called Deal."],
    [
      { kind: "tooManyCells", cells: 12_000, most: 10_000 },
      "That is 12,000 cells. Give the rows that are filled, at most 10,000 cells.",
    ],
    [{ kind: "notOneCell", cells: 4 }, "That is 4 cells. Give the one cell that holds the amount."],
  ];
  test.each(SENTENCES)("%o", (fault, sentence) => {
    expect(describeReferenceFault(fault)).toBe(sentence);
  });
});
