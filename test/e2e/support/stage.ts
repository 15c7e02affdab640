import type { Frame, Page } from "playwright-core";
import type {} from "../../../src/host/page/local-workbook";
import * as faults from "../../support/fault-injection";

/** Holds what the add-in asks of the workbook, or lets it go on. */
export async function interrupt(page: Page, how: "hold" | "release"): Promise<void> {
  await (await interruptedOf(page)).evaluate(how === "hold" ? faults.hold : faults.release);
}

/** Makes the add-in's next action with these words fail, as a broken Excel would. */
export async function failAt(page: Page, words: string): Promise<void> {
  await (await interruptedOf(page)).evaluate(faults.failAt, words);
}

function interruptedOf(page: Page) {
  return page.evaluateHandle((): faults.Interrupted => {
    if (window.localWorkbook) return window.localWorkbook;
    throw new Error("The page has no local workbook.");
  });
}

/** Protects the active sheet, or lifts that. */
export async function protectSheet(page: Page, on: boolean): Promise<void> {
  await page.evaluate((wanted) => {
    const grid = window.localWorkbook?.grid;
    grid?.protect(grid.activeSheetId(), wanted);
  }, on);
}

/** Scrolls the pane until the top of a part is in sight. */
export async function intoSight(pane: Frame, part: string): Promise<void> {
  await pane.locator(part).evaluate((element) => element.scrollIntoView());
}
