import { afterAll, beforeAll, expect, test } from "vitest";
import {
  fillCells,
  readCell,
  readTexts,
  selectBlock,
  selectCell,
  settled,
  sheetNames,
  typeIntoCell,
} from "./support/cells";
import { closeWithoutFault } from "./support/close-without-fault";
import { describeInBrowser } from "./support/describe-in-browser";
import { type OpenedWorkbook, openLocalWorkbook } from "./support/local-workbook";
import { button, openView, said, verdict } from "./support/pane";
import { failAt, interrupt, protectSheet } from "./support/stage";

/** An offer as somebody has it in cells from B2 on, and what is typed into it: amounts and rates as text among them. */
const OFFER = [
  ["From", "Discount", null, "Usage", null],
  [0, 0, null, "Commitment", 300_000],
  [null, null, null, null, null],
  [1_000_000, null, null, null, null],
] as const;
const TYPED = [
  ["B4", "250k"],
  ["C4", "10%"],
  ["C5", "20%"],
  ["F2", "600k"],
  ["J12", "A note of mine"],
] as const;

/** The story of somebody with an offer in cells, told in order in one workbook. */
describeInBrowser("from cells of the user's own", () => {
  let workbook: OpenedWorkbook;

  const understood = (text: string) => workbook.pane.getByText(`Understood as ${text}`).waitFor();
  const read = async (address: string) => (await readCell(workbook.page, address)).value;

  beforeAll(async () => {
    workbook = await openLocalWorkbook();
    await fillCells(workbook.page, "B2", OFFER);
    for (const [address, text] of TYPED) await typeIntoCell(workbook.page, address, text);
  });

  afterAll(() => closeWithoutFault(workbook));

  test("takes the deal part by part, and says what it understood of each", async () => {
    await button(workbook.pane, "Start from my sheet").click();
    await selectBlock(workbook.page, "B2", "C5");
    await button(workbook.pane, "Use selected cells for Bands").click();
    await understood("3 bands: $0 0%, $250,000 10%, $1,000,000 20%");
    await selectCell(workbook.page, "E2");
    await button(workbook.pane, "Use selected cells for Usage").click();
    await workbook.pane.getByText("Select the cell with a year of usage at list prices.").waitFor();
    await selectCell(workbook.page, "F2");
    await button(workbook.pane, "Use selected cells for Usage").click();
    await understood("$600,000");
    await selectCell(workbook.page, "F3");
    await button(workbook.pane, "Use selected cells for Commitment").click();
    await understood("$300,000");
    await button(workbook.pane, "Use these cells").click();
    await said(workbook.pane, "The deal is read from Sheet1!B2:C5, Sheet1!F2 and Sheet1!F3.");
    await verdict(workbook.pane).getByText("Stay at $300k").waitFor();
  });

  test("says which band the commitment is in, and follows an edit", async () => {
    await openView(workbook.pane, "offer");
    const standing = workbook.pane.locator("bandwise-deal-facts");
    await standing.getByText("At $300,000 you are in the $250k to $1M band at 10%.").waitFor();
    await typeIntoCell(workbook.page, "F3", "200000");
    await standing
      .getByText(/At \$200,000 you are in the .+ band, which earns no discount\./)
      .waitFor();
    await typeIntoCell(workbook.page, "F3", "300000");
    await standing.getByText("At $300,000 you are in the $250k to $1M band at 10%.").waitFor();
  });

  test("writes a table over a note once overwriting is agreed to", async () => {
    await openView(workbook.pane, "sheets");
    await selectCell(workbook.page, "H2");
    await workbook.pane.getByLabel("At the selected cell").check();
    await button(workbook.pane, "Build table").click();
    await said(workbook.pane, /This would overwrite 1 cell on Sheet1 \(H2:\w+ holds values\)/);
    await button(workbook.pane, "Overwrite").click();
    await said(workbook.pane, "Built Effective cost by usage and commitment on Sheet1");
    await settled(workbook.page);
    expect(await readCell(workbook.page, "J6")).toMatchObject({
      formula: "=COMMIT.EFFECTIVE_COST($H6,J$5,Sheet1!$B$2:$C$5)",
    });
    const usages = (await readTexts(workbook.page, "H6", "H30")).flat();
    const row = 6 + usages.indexOf("$900,000");
    expect(row).toBeGreaterThan(6);
    // Usage of $900,000 at list: below the first threshold nothing is off.
    expect((await readCell(workbook.page, `J${row}`)).text).toBe("$900,000");
  });

  test("puts the note back when the table is removed", async () => {
    await button(workbook.pane, "Remove this table").click();
    await said(workbook.pane, "Removed Effective cost");
    await settled(workbook.page);
    expect(await read("J12")).toBe("A note of mine");
    expect(await read("H2")).toBeNull();
    expect(await read("B4")).toBe("250k");
  });

  test("leaves the workbook as it was when Excel fails half way through a table, and says so", async () => {
    await selectCell(workbook.page, "H20");
    await failAt(workbook.page, ".conditionalFormats");
    await button(workbook.pane, "Build table").click();
    await said(workbook.pane, /^\s*Excel refused: .+ The workbook is as it was\.\s*$/);
    await settled(workbook.page);
    expect(await read("H20")).toBeNull();
    expect(await sheetNames(workbook.page)).toEqual(["Sheet1"]);
  });

  test("writes nothing on a protected sheet, and offers a new one", async () => {
    await protectSheet(workbook.page, true);
    await button(workbook.pane, "Build table").click();
    await said(workbook.pane, "Sheet1 is protected. Nothing was written");
    await protectSheet(workbook.page, false);
    await button(workbook.pane, "New sheet").click();
    await said(workbook.pane, "Built Effective cost by usage and commitment on Cost table");
    expect(await sheetNames(workbook.page)).toEqual(["Sheet1", "Cost table"]);
  });

  test("says what it is doing while that takes its time", async () => {
    await interrupt(workbook.page, "hold");
    await button(workbook.pane, "Remove this table").click();
    await button(workbook.pane, "Removing…").waitFor();
    await said(workbook.pane, "Removing Effective cost by usage and commitment…");
    await interrupt(workbook.page, "release");
    await said(workbook.pane, "Removed Effective cost");
    expect(await sheetNames(workbook.page)).toEqual(["Sheet1"]);
  });
});
