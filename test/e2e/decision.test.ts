import { afterAll, beforeAll, expect, test } from "vitest";
import { agrees } from "../tolerance";
import { openSheet, readCell, settled, sheetNames, typeIntoCell } from "./support/cells";
import { closeWithoutFault } from "./support/close-without-fault";
import { describeInBrowser } from "./support/describe-in-browser";
import { type OpenedWorkbook, openLocalWorkbook } from "./support/local-workbook";
import { button, said } from "./support/pane";

/** From the example to a verdict and the sheet that proves it, counting what a person does. */
describeInBrowser("the way to a decision", () => {
  let workbook: OpenedWorkbook;
  let acts = 0;

  const press = async (text: string): Promise<void> => {
    acts += 1;
    await button(workbook.pane, text).click();
  };
  const sentence = () => workbook.pane.locator("bandwise-where-it-pays .lead");

  beforeAll(async () => {
    workbook = await openLocalWorkbook();
  });

  afterAll(() => closeWithoutFault(workbook));

  test("takes two clicks to a verdict and a sheet of live formulas", async () => {
    await press("Start from an example");
    await said(workbook.pane, "Added Deal");
    await sentence().getByText("$500k beats $480k by $17.6k a year on expectation").waitFor();
    await press("Build decision sheet");
    await said(workbook.pane, "Built Decision");
    await settled(workbook.page);
    expect(await sheetNames(workbook.page)).toEqual(["Sheet1", "Deal", "Decision"]);
    expect((await readCell(workbook.page, "B12")).value).toBe(500_000);
    expect(acts).toBeLessThanOrEqual(6);
  });

  test("says on the sheet what it said in the pane", async () => {
    const saving = Number((await readCell(workbook.page, "B14")).value);
    expect(Math.round(saving)).toBe(17_610);
  });

  test("says beside the verdict what rests on guessed thresholds", async () => {
    await workbook.pane
      .locator("bandwise-guesses")
      .getByText(/^Three thresholds are not confirmed/)
      .waitFor();
  });

  test("follows an edit of the forecast, in the pane and on the sheet", async () => {
    const { page, pane } = workbook;
    await openSheet(page, "Deal");
    await typeIntoCell(page, "F12", "600000");
    await pane
      .locator("bandwise-where-it-pays")
      .getByText(/\$324k is almost sure/)
      .waitFor();
    await openSheet(page, "Decision");
    const mean = (await readCell(page, "B7")).value;
    expect(agrees(Number(mean), 600_000)).toBe(true);
  });

  test("answers what happens if the load drops, by keyboard, and everything moves", async () => {
    const { page, pane } = workbook;
    const verdictAt500k = () =>
      pane
        .locator("bandwise-threshold-choices li", { hasText: "$500k at 15%" })
        .locator(".verdict")
        .textContent();
    const before = await verdictAt500k();
    const slider = pane
      .locator("bandwise-load-slider input, bandwise-load-slider [role=slider]")
      .first();
    await slider.focus();
    for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowLeft");
    await pane
      .locator("bandwise-where-it-pays")
      .getByText(/20% lower/)
      .first()
      .waitFor();
    await pane.locator("bandwise-deal-facts").getByText("at $480,000 of list usage").waitFor();
    await pane
      .locator("bandwise-threshold-choices")
      .getByText("With usage 20% lower than forecast.")
      .waitFor();
    expect(await verdictAt500k()).not.toBe(before);
    await pane.locator("bandwise-load-slider").getByText("Reset").click();
    await expect.poll(verdictAt500k).toBe(before);
    await pane.locator("bandwise-deal-facts").getByText("at $600,000 of list usage").waitFor();
  });

  test("prices the pane as if a clause were won, and leaves the workbook alone", async () => {
    const { pane, page } = workbook;
    const before = (await readCell(page, "B13")).value;
    await pane.getByText("Half the shortfall returned", { exact: true }).first().click();
    await pane
      .getByText(/Priced as if you had won: Half the shortfall returned/)
      .first()
      .waitFor();
    expect((await readCell(page, "B13")).value).toBe(before);
    await pane.getByText("Half the shortfall returned", { exact: true }).first().click();
    await expect.poll(() => pane.getByText(/Priced as if you had won:/).count()).toBe(0);
  });

  test("builds a sheet of what the pane supposes, and says so at the button and on the sheet", async () => {
    const { pane, page } = workbook;
    const half = pane.getByText("Half the shortfall returned", { exact: true }).first();
    await half.click();
    await pane.getByText("The sheet shows what the pane shows").waitFor();
    await pane
      .locator("bandwise-table-form")
      .getByText("Built from what the cells hold: without the clauses")
      .waitFor();
    await button(pane, "Build decision sheet").click();
    await said(pane, "Built Decision 2");
    await settled(page);
    expect((await readCell(page, "A3")).value).toMatch(/as if you had won: Half the shortfall/);
    const supposed = Number((await readCell(page, "B13")).value);
    await button(pane, "Build from the workbook alone").click();
    await said(pane, "Built Decision 3");
    await settled(page);
    expect((await readCell(page, "A3")).value ?? "").toBe("");
    expect(Number((await readCell(page, "B13")).value)).toBeGreaterThan(supposed);
    await half.click();
    for (const sheet of ["Decision 3", "Decision 2"]) {
      await pane
        .locator("bandwise-tables li", { hasText: `${sheet}, A1` })
        .getByText("Remove this table")
        .click();
      await said(pane, `Removed Which commitment from ${sheet}.`);
    }
  });

  test("removes the sheet again", async () => {
    await button(workbook.pane, "Remove").click();
    await said(workbook.pane, "Removed Which commitment from Decision.");
    expect(await sheetNames(workbook.page)).toEqual(["Sheet1", "Deal"]);
  });
});
