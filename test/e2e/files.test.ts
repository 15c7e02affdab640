import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { settled, typeIntoCell } from "./support/cells";
import { closeWithoutFault } from "./support/close-without-fault";
import { describeInBrowser } from "./support/describe-in-browser";
import { openFile, saveFile } from "./support/files";
import { type OpenedWorkbook, openLocalWorkbook } from "./support/local-workbook";
import { button, said } from "./support/pane";

/** What every sheet shows, once everything is calculated. */
async function shown(page: Page) {
  await settled(page);
  return page.evaluate(() => {
    const grid = window.localWorkbook?.grid;
    return grid?.sheets().map(({ id, name }) => {
      const used = grid.usedRect(id, false);
      return used && { name, values: grid.values(id, used), text: grid.text(id, used) };
    });
  });
}

describeInBrowser("files of the local workbook", () => {
  let first: OpenedWorkbook;
  let second: OpenedWorkbook;
  let folder: string;
  let file: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "bandwise-files-"));
    first = await openLocalWorkbook();
  });

  afterAll(async () => {
    await closeWithoutFault(first);
    await closeWithoutFault(second);
    await rm(folder, { recursive: true });
  });

  test("a table built on the example is saved, after the page said what Excel will not know", async () => {
    const { page } = first;
    await button(first.pane, "Start from an example").click();
    await said(first.pane, "Added Deal");
    await button(first.pane, "Build table").click();
    await said(first.pane, "Built Effective cost");
    await settled(page);
    await page.getByRole("button", { name: "Save as .xlsx" }).focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/Excel will not know what Bandwise built/).waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("file-save");

    file = await saveFile(page, folder);
    expect(path.basename(file)).toBe("Local workbook.xlsx");
    await page.locator("#file-said", { hasText: "Saved Local workbook.xlsx" }).waitFor();
  });

  test("another page opens it, and every value is calculated as it was", async () => {
    second = await openLocalWorkbook();
    await openFile(second.page, file);
    expect(await second.page.getByRole("dialog").isVisible()).toBe(false);
    expect(await shown(second.page)).toEqual(await shown(first.page));
  });

  test("the add-in there goes on where it was left: it calculates, and removes the table", async () => {
    const { page } = second;
    await page.getByText("Sheet1", { exact: true }).first().click();
    await typeIntoCell(page, "B2", "=COMMIT.BAND_RATE(500000,Bands)");
    expect((await shown(page))?.[0]?.values).toEqual([[0.15]]);
    await button(second.pane, "Remove").click();
    await said(second.pane, "Removed Effective cost by usage and commitment");
    expect((await shown(page))?.map((sheet) => sheet?.name)).toEqual(["Sheet1", "Deal"]);
  });

  test("a damaged file is refused in a sentence, and the open workbook stays as it was", async () => {
    const { page } = second;
    const before = await shown(page);
    const whole = await readFile(file);
    await page.locator("#file-input").setInputFiles({
      name: "half.xlsx",
      mimeType: "application/octet-stream",
      buffer: whole.subarray(0, whole.length / 2),
    });
    const dialog = page.getByRole("dialog");
    await dialog
      .getByText(/half\.xlsx was not opened: it is damaged .* stays as it was\./)
      .waitFor();
    await dialog.getByRole("button", { name: "Close" }).click();
    expect(await shown(page)).toEqual(before);
  });
});
