import { expect, test } from "vitest";
import {
  loseTableReferences,
  renameTableReferences,
  resolveStructuredReference,
} from "../../../src/host/grid/structured-reference";

const bands = {
  name: "DealBands",
  sheetId: "s",
  rect: { row: 3, col: 1, rows: 4, cols: 3 },
  columns: ["Threshold", "Discount rate", "Name"],
};
const block = (row: number, rows: number, col: number, cols: number) => ({
  sheetId: "s",
  rect: { row, rows, col, cols },
});

test.each([
  ["=DealBands", block(4, 3, 1, 3)],
  ["=dealbands[]", block(4, 3, 1, 3)],
  ["=DealBands[#All]", block(3, 4, 1, 3)],
  ["=DealBands[#Headers]", block(3, 1, 1, 3)],
  ["=DealBands[#Data]", block(4, 3, 1, 3)],
  ["=DealBands[Discount rate]", block(4, 3, 2, 1)],
  ["=DealBands[[#All],[Name]]", block(3, 4, 3, 1)],
  ["=DealBands[[Threshold]:[Discount rate]]", block(4, 3, 1, 2)],
  ["=DealBands[[#Headers],[Threshold]:[Name]]", block(3, 1, 1, 3)],
])("%s means its cells", (formula, cells) => {
  expect(resolveStructuredReference(formula, [bands])).toEqual(cells);
});

test.each(["=Other[#All]", "=DealBands[No such]", "=DealBands[#Totals]", "=SUM(DealBands)", "=A1"])(
  "%s means no cells of a table",
  (formula) => {
    expect(resolveStructuredReference(formula, [bands])).toBeNull();
  },
);

test("references to one table are rewritten, and nothing that only looks like one", () => {
  const formula =
    '=SUM(DealBands[Name])+MyDealBands+DealBands.x+"DealBands[Name]"&ROWS(DealBands)+Other[DealBands]';
  expect(loseTableReferences(formula, "DealBands")).toBe(
    '=SUM(#REF!)+MyDealBands+DealBands.x+"DealBands[Name]"&ROWS(#REF!)+Other[DealBands]',
  );
  expect(renameTableReferences(formula, "DealBands", "Bands")).toBe(
    '=SUM(Bands[Name])+MyDealBands+DealBands.x+"DealBands[Name]"&ROWS(Bands)+Other[DealBands]',
  );
});

test("a reference to a deleted column becomes #REF!", () => {
  expect(loseTableReferences("=SUM(DealBands[Gone])", "DealBands")).toBe("=SUM(#REF!)");
});
