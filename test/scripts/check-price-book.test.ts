import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { shippedPriceBookCells } from "../../src/input/shipped-price-book";

const SCRIPT = path.join(import.meta.dirname, "../../scripts/check-price-book.mjs");
const CHECKED_ON = shippedPriceBookCells()[0]?.indexOf("Checked on") ?? -1;
/** Days on which rows of the shipped book were checked. */
const checked = shippedPriceBookCells()
  .slice(1)
  .map((row) => String(row[CHECKED_ON]));

function exitOn(day: string, daysLater: number): number | null {
  const date = new Date(Date.parse(day) + daysLater * 86_400_000).toISOString().slice(0, 10);
  return spawnSync(process.execPath, [SCRIPT, date]).status;
}

test("a price book of 60 days may be released, and no older one", () => {
  const [oldest = ""] = checked.toSorted();
  expect(exitOn(oldest, 60)).toBe(0);
  expect(exitOn(oldest, 61)).toBe(1);
});
