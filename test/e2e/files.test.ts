import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  openSheet,
  readBeside,
  readCell,
  readTexts,
  settled,
  sheetNames,
  typeIntoCell,
} from "./support/cells";
import { closeWithoutFault } from "./support/close-without-fault";
import { describeInBrowser } from "./support/describe-in-browser";
import { openFile, saveFile } from "./support/files";
import { type OpenedWorkbook, openLocalWorkbook } from "./support/local-workbook";
import {
  button,
  field,
  goHome,
  openView,
  said,
  startFromExample,
  takeFromMenu,
  verdict,
  wayTo,
} from "./support/pane";

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

/** From one deal to two scenarios and a table, saved to a file that another workbook goes on with. */
describeInBrowser("scenarios, and the file that keeps them", () => {
  let first: OpenedWorkbook;
  let second: OpenedWorkbook | undefined;
  let folder: string;
  let file: string;
  /** How often the page was refused the code of a view. */
  let refusals = 0;

  const menu = ({ pane }: OpenedWorkbook) => pane.locator("bandwise-deal-menu .trigger");
  const saveScenario = async (name: string, commitment: string): Promise<void> => {
    await field(first.pane, "Name").fill(name);
    await field(first.pane, "Commitment a year").fill(commitment);
    await button(first.pane, "Save scenario").click();
    await said(first.pane, `Saved ${name}.`);
  };
  /** Of the first only the refusals, one for each, are known faults. */
  const closeFirst = (): Promise<void> =>
    closeWithoutFault({ ...first, faults: first.faults.slice(refusals) });
  const opened = (): OpenedWorkbook => {
    if (second === undefined) throw new Error("the file is not open in another workbook");
    return second;
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "bandwise-files-"));
    first = await openLocalWorkbook({}, (opening) =>
      opening.route(/\/sheets\.\w+\.js/, (route) => {
        refusals += 1;
        return route.abort();
      }),
    );
  });

  afterAll(async () => {
    await (second ? closeWithoutFault(second) : closeFirst());
    await rm(folder, { recursive: true });
  });

  test("a view that cannot be fetched says so, offers to try again, and leaves the others as they are", async () => {
    const { page, pane, faults } = first;
    await startFromExample(pane);
    // The pane fetches all views, one after another, before anybody opens them.
    await expect.poll(() => refusals).toBe(1);
    await wayTo(pane, "sheets").click();
    await expect.poll(() => refusals).toBe(2);
    await pane.getByText("Sheets could not be loaded. The workbook is as it was.").waitFor();
    const again = pane.getByRole("button", { name: "Try again" });
    await again.click();
    await expect.poll(() => refusals).toBe(3);
    await again.waitFor();
    await openView(pane, "offer");
    await pane.locator("bandwise-offer table").first().waitFor();
    // Coming back asks for it again, and there is something to click only where nothing is asked for.
    await wayTo(pane, "sheets").click();
    await expect.poll(() => refusals).toBe(4);
    await again.waitFor();
    await page.unrouteAll();
    await again.click();
    await button(pane, "Build table").waitFor();
    await again.waitFor({ state: "detached" });
    expect(faults).toEqual(Array(refusals).fill(expect.stringMatching(/^Failed to load .*sheets/)));
    await goHome(pane);
  });

  test("a deal is saved as scenarios, and the pane shows the one that was saved or is chosen", async () => {
    const { page, pane } = first;
    await takeFromMenu(pane, "Save as scenario");
    await saveScenario("Hold", "250k");
    await openView(pane, "scenarios");
    await button(pane, "New scenario").click();
    await saveScenario("Reach", "500k");
    expect(await sheetNames(page)).toEqual(["Sheet1", "Deal", "Scenarios"]);
    await openView(pane, "offer");
    await pane.getByText("At $500,000 you are in the $500k to $1M band at 15%.").waitFor();
    await goHome(pane);
    await menu(first).getByText("Reach").waitFor();
    await takeFromMenu(pane, "Hold");
    await said(pane, "This is Hold.");
    await openView(pane, "offer");
    await pane.getByText("At $250,000 you are in the $250k to $500k band at 10%.").waitFor();
  });

  test("scenarios follow what is typed into their cells, and say what to put right", async () => {
    const { page, pane } = first;
    await openSheet(page, "Scenarios");
    await typeIntoCell(page, "B6", "300000");
    await pane.getByText("At $300,000 you are in the $250k to $500k band at 10%.").waitFor();
    await typeIntoCell(page, "B6", "250000");
    await openView(pane, "scenarios");
    await typeIntoCell(page, "A7", "hold");
    await pane.getByText("hold stands in row 6 already: give this one another name.").waitFor();
    await typeIntoCell(page, "A7", "Reach");
    await pane.locator("bandwise-scenarios .notice").waitFor({ state: "detached" });
  });

  test("a deleted scenario comes back where it was by Undo", async () => {
    const { page, pane } = first;
    await button(pane, "Delete").click();
    await said(pane, "Deleted Hold.");
    await button(pane, "Undo").click();
    await said(pane, "Hold is back where it was.");
    expect((await readCell(page, "A6")).value).toBe("Hold");
    await openView(pane, "offer");
    await pane.getByText("At $250,000 you are in the $250k to $500k band at 10%.").waitFor();
  });

  test("the workbook is saved, after the page said what Excel will not know", async () => {
    const { page, pane } = first;
    await openView(pane, "sheets");
    await button(pane, "Build table").click();
    await said(pane, "Built Effective cost");
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

  test("another workbook opens it with every value as it was, and with the verdict of the same scenario", async () => {
    const saved = await shown(first.page);
    // The other workbook takes its page, where all that it runs is compiled.
    await closeFirst();
    second = await openLocalWorkbook();
    expect(await sheetNames(second.page)).toEqual(["Sheet1"]);
    second = { ...second, pane: await openFile(second.page, file) };
    expect(await second.page.getByRole("dialog").isVisible()).toBe(false);
    expect(await shown(second.page)).toEqual(saved);
    await menu(second).getByText("Hold").waitFor();
    await verdict(second.pane).getByText("Commit $500k, not $250k").waitFor();
  });

  test("the scenarios are compared there, in the pane and on a sheet", async () => {
    const { page, pane } = opened();
    await takeFromMenu(pane, "Compare scenarios");
    await pane.getByText("Up to $528k of usage, Hold costs least, from there on Reach.").waitFor();
    await button(pane, "Build comparison sheet").click();
    await said(pane, "Built Comparison.");
    await settled(page);
    expect((await readBeside(page, "Scenario")).value).toBe("Hold");
    expect((await readBeside(page, "Expected cost")).text).toBe("$672,370");
    expect(
      (await readTexts(page, "A1", "C20")).find(([label]) => label === "Expected cost"),
    ).toEqual(["Expected cost", "$672,370", "$653,815"]);
  });

  test("the add-in there goes on where it was left: it calculates, copies a scenario and removes the table", async () => {
    const { page, pane } = opened();
    await openSheet(page, "Sheet1");
    await typeIntoCell(page, "B2", "=COMMIT.BAND_RATE(500000,Bands)");
    expect((await readCell(page, "B2")).value).toBe(0.15);
    await openView(pane, "scenarios");
    await button(pane, "Duplicate").click();
    await said(pane, "Copied Hold to Hold 2, in the row below it.");
    await openSheet(page, "Scenarios");
    expect((await readTexts(page, "A6", "A8")).flat()).toEqual(["Hold", "Hold 2", "Reach"]);
    await openView(pane, "sheets");
    await pane
      .locator("bandwise-tables li", { hasText: "Cost table, A1" })
      .getByText("Remove this table")
      .click();
    await said(pane, "Removed Effective cost by usage and commitment");
    expect(await sheetNames(page)).toEqual(["Sheet1", "Deal", "Scenarios", "Comparison"]);
  });

  test("a damaged file is refused in a sentence, and the open workbook stays as it was", async () => {
    const { page } = opened();
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
