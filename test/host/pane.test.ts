import { expect, test } from "vitest";
import { openLocalWorkbook } from "../support/local-workbook";

test("the add-in's own page opens and draws, and its functions calculate", async () => {
  const book = await openLocalWorkbook({ withAddin: true });
  const { document } = book.window;
  await expect
    .poll(() => document.querySelector("bandwise-pane")?.shadowRoot?.textContent ?? "")
    .not.toBe("");
  book.setCell("Sheet1", "A1", 0);
  book.setCell("Sheet1", "B1", 0.1);
  book.setCell("Sheet1", "D1", "=COMMIT.BAND_RATE(5,A1:B1)");
  expect(await book.readCell("Sheet1", "D1")).toBe(0.1);
  book.close();
});
