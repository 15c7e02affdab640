import { afterEach, beforeEach, expect, test } from "vitest";
import { type LocalWorkbook, openLocalWorkbook } from "../../support/local-workbook";

/** Adds up what is in no hidden row. */
const SHOWN = 109;

let workbook: LocalWorkbook;
beforeEach(async () => {
  workbook = await openLocalWorkbook();
});
afterEach(() => workbook.close());

const hide = (row: number) =>
  workbook.univerAPI
    .getActiveWorkbook()
    ?.getActiveSheet()
    .hideRows(row - 1);

test("a sum of the rows shown leaves out hidden cells", async () => {
  [1, 2, 4, 8].forEach((value, index) => {
    workbook.setCell("Sheet1", `A${index + 1}`, value);
  });
  hide(2);
  hide(7);
  workbook.setCell("Sheet1", "B1", `=SUBTOTAL(${SHOWN},A1:A9)`);
  expect(await workbook.readCell("Sheet1", "B1")).toBe(13);
  hide(4);
  workbook.setCell("Sheet1", "A1", 16);
  expect(await workbook.readCell("Sheet1", "B1")).toBe(20);
});

test("a sum of the rows shown leaves out hidden rows of an array that spills", async () => {
  workbook.setCell("Sheet1", "A1", "=SEQUENCE(6)");
  hide(5);
  workbook.setCell("Sheet1", "B1", `=SUBTOTAL(${SHOWN},A1:A9)`);
  expect(await workbook.readCell("Sheet1", "B1")).toBe(16);
});
