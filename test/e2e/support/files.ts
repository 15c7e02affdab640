import path from "node:path";
import type { Frame, Page } from "playwright-core";
import { paneOf } from "./local-workbook";

/** Saves the workbook with the keyboard, as a file in a folder, and says where that is. */
export async function saveFile(page: Page, folder: string): Promise<string> {
  await page.keyboard.press("Control+s");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("dialog").getByRole("button", { name: "Save" }).click(),
  ]);
  const file = path.join(folder, download.suggestedFilename());
  await download.saveAs(file);
  return file;
}

/** Opens a file in place of the workbook; the add-in's page is then another one. */
export async function openFile(page: Page, file: string): Promise<Frame> {
  await page.locator("#file-input").setInputFiles(file);
  await page.locator("#file-said", { hasText: `Opened ${path.basename(file)}` }).waitFor();
  return paneOf(page);
}
