import { afterAll, beforeAll, expect, test } from "vitest";
import { agrees } from "../tolerance";
import { readCell, settled, sheetNames } from "./support/cells";
import { closeWithoutFault } from "./support/close-without-fault";
import { describeInBrowser } from "./support/describe-in-browser";
import { type OpenedWorkbook, openLocalWorkbook } from "./support/local-workbook";
import { button, field, said } from "./support/pane";
import { failAt } from "./support/stage";

/** From an offer in a message to a verdict and the sheet that proves it, without a cell, counting what a person does. */
describeInBrowser("the way from one's own numbers", () => {
  let workbook: OpenedWorkbook;
  let acts = 0;

  const press = async (text: string): Promise<void> => {
    acts += 1;
    await button(workbook.pane, text).click();
  };
  const give = async (label: string, text: string): Promise<void> => {
    acts += 1;
    await field(workbook.pane, label).fill(text);
  };

  beforeAll(async () => {
    workbook = await openLocalWorkbook();
  });

  afterAll(() => closeWithoutFault(workbook));

  test("keeps what was typed when Excel fails, and leaves the workbook as it was", async () => {
    await press("Start from my numbers");
    acts += 1;
    await workbook.pane.getByLabel("Bands offered").fill("250k at 10%\n500k at 15%\n1M at 20%");
    await give("Commitment", "480k");
    acts += 1;
    await workbook.pane.getByText("An average and its spread").click();
    await give("Average", "700k");
    await give("Spread", "35%");
    const before = acts;
    await failAt(workbook.page, "worksheets.add");
    await press("Show where I stand");
    await said(workbook.pane, /Excel refused|The workbook is as it was/);
    expect(await sheetNames(workbook.page)).toEqual(["Sheet1"]);
    expect(await field(workbook.pane, "Average").inputValue()).toBe("700k");
    acts = before;
  });

  test("comes to the same verdict as the example, and to its proof, in fewer than 20 acts", async () => {
    const { pane, page } = workbook;
    await press("Show where I stand");
    await said(pane, "Added Deal with your numbers.");
    await settled(page);
    await press("Build decision sheet");
    await said(pane, "Built Decision");
    await settled(page);
    expect(await sheetNames(page)).toEqual(["Sheet1", "Deal", "Decision"]);
    expect(acts).toBeLessThanOrEqual(20);
    // Here the band at $1M has no overage of its own, which does not touch what is best below it.
    await pane
      .locator("bandwise-where-it-pays .lead")
      .getByText("$500k beats $480k by $17.6k a year on expectation")
      .waitFor();
    expect(Math.round(Number((await readCell(page, "B14")).value))).toBe(17_610);
    expect(agrees(Number((await readCell(page, "B7")).value), 700_000)).toBe(true);
  });

  test("carries the currency that is chosen, here and on the sheets built from then on", async () => {
    const { pane, page } = workbook;
    await pane.getByLabel("Currency").selectOption("EUR");
    await said(pane, "Amounts are now labelled EUR.");
    await pane
      .locator("bandwise-where-it-pays .lead")
      .getByText("€500k beats €480k by €17.6k a year on expectation")
      .waitFor();
    await press("Build decision sheet");
    await said(pane, "Built Decision 2");
    await settled(page);
    expect(await readCell(page, "B14")).toMatchObject({ text: "€17,610" });
    const verdicts = await Promise.all(
      ["H22", "H23", "H24", "H25"].map(async (cell) => (await readCell(page, cell)).text),
    );
    expect(verdicts.join()).toContain("needs usage");
    expect(verdicts.join()).toContain("€");
    expect(verdicts.join()).not.toContain("$");
  });
});
