import { afterEach, beforeEach, expect, test } from "vitest";
import { type LocalWorkbook, openLocalWorkbook } from "../support/local-workbook";

let book: LocalWorkbook;
beforeEach(async () => {
  book = await openLocalWorkbook();
});
afterEach(() => book.close());

test("a cell shows what an add-in's function answers, and again after an edit", async () => {
  book.setCell("Sheet1", "A1", 250000);
  book.setCell("Sheet1", "B1", 0.1);
  book.setCell("Sheet1", "D1", 300000);
  book.setCell("Sheet1", "E1", "=COMMIT.BAND_RATE(D1,A1:B1)");
  expect(await book.readCell("Sheet1", "E1")).toBe(0.1);
  book.setCell("Sheet1", "B1", 0.25);
  expect(await book.readCell("Sheet1", "E1")).toBe(0.25);
});
