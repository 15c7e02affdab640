import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { priceBookCells } from "../../../src/input/shipped-price-book";
import { sourcedPriceBookCells } from "../../../src/sheets/usage/price-book-sources";

test("the price book as it is written is that of the cases, with every source and note on its row", () => {
  const file = path.join(import.meta.dirname, "../../cases/price-book.csv");
  expect(sourcedPriceBookCells()).toEqual(priceBookCells(readFileSync(file, "utf8")));
});
