import { afterAll, beforeAll, expect, test } from "vitest";
import { agrees } from "../tolerance";
import { readCell, selectCell, settled, typeIntoCell } from "./support/cells";
import { closeWithoutFault } from "./support/close-without-fault";
import { describeInBrowser } from "./support/describe-in-browser";
import { type OpenedWorkbook, openLocalWorkbook } from "./support/local-workbook";

/** An offer as somebody types it into an empty sheet, amounts and rates as text among them. */
const TYPED = [
  ["B2", "From"],
  ["C2", "Discount"],
  ["B3", "0"],
  ["C3", "0"],
  ["B4", "250k"],
  ["C4", "10%"],
  ["B5", "1000000"],
  ["C5", "20%"],
  ["E2", "Usage"],
  ["F2", "600k"],
  ["E3", "Commitment"],
  ["F3", "300000"],
  ["J12", "A note of mine"],
] as const;

/** The story of somebody with a sheet of his own, told in order in one workbook. */
describeInBrowser("one's own sheet", () => {
  let workbook: OpenedWorkbook;

  const button = (text: string) => workbook.pane.locator("fluent-button", { hasText: text });
  const said = (text: string | RegExp) =>
    workbook.pane.locator("bandwise-status").filter({ hasText: text }).waitFor();
  const understood = (text: string) => workbook.pane.getByText(`Understood as ${text}`).waitFor();
  const read = async (address: string) => (await readCell(workbook.page, address)).value;

  async function selectBlock(from: string, to: string): Promise<void> {
    await selectCell(workbook.page, from);
    await workbook.page.keyboard.down("Shift");
    const steps = to.charCodeAt(0) - from.charCodeAt(0);
    for (let step = 0; step < steps; step++) await workbook.page.keyboard.press("ArrowRight");
    for (let row = Number(from.slice(1)); row < Number(to.slice(1)); row++)
      await workbook.page.keyboard.press("ArrowDown");
    await workbook.page.keyboard.up("Shift");
  }

  beforeAll(async () => {
    workbook = await openLocalWorkbook();
    for (const [address, text] of TYPED) await typeIntoCell(workbook.page, address, text);
  }, 300_000);

  afterAll(() => closeWithoutFault(workbook));

  test("is picked part by part, and the pane says what it understood", async () => {
    await button("Start from my sheet").click();
    await selectBlock("B2", "C5");
    await button("Use selected cells for Bands").click();
    await understood("3 bands: $0 0%, $250,000 10%, $1,000,000 20%");
    await selectCell(workbook.page, "E2");
    await button("Use selected cells for Usage").click();
    await workbook.pane.getByText("Select the cell with a year of usage at list prices.").waitFor();
    await selectCell(workbook.page, "F2");
    await button("Use selected cells for Usage").click();
    await understood("$600,000");
    await selectCell(workbook.page, "F3");
    await button("Use selected cells for Commitment").click();
    await understood("$300,000");
    await button("Use these cells").click();
    await said("The deal is read from Sheet1!B2:C5, Sheet1!F2 and Sheet1!F3.");
  });

  test("stands in words, and follows an edit", async () => {
    const standing = workbook.pane.locator("bandwise-standing");
    await standing.getByText("At $300,000 you are in the $250k to $1M band at 10%.").waitFor();
    await typeIntoCell(workbook.page, "F3", "200000");
    await standing
      .getByText(/At \$200,000 you are in the .+ band, which earns no discount\./)
      .waitFor();
    await typeIntoCell(workbook.page, "F3", "300000");
    await standing.getByText("At $300,000 you are in the $250k to $1M band at 10%.").waitFor();
  });

  test("has a table over a note, once overwriting is agreed to", async () => {
    await selectCell(workbook.page, "H2");
    await workbook.pane.getByLabel("At the selected cell").check();
    await button("Build table").click();
    await said(/This would overwrite 1 cell on Sheet1 \(H2:\w+ holds values\)/);
    await button("Overwrite").click();
    await said("Built Effective cost by usage and commitment on Sheet1");
    await settled(workbook.page);
    expect(await readCell(workbook.page, "J6")).toMatchObject({
      formula: "=COMMIT.EFFECTIVE_COST($H6,J$5,Sheet1!$B$2:$C$5)",
    });
    const [usage, commitment] = [Number(await read("H16")), Number(await read("J5"))];
    expect(usage).toBe(900_000);
    expect(agrees(Number(await read("J16")), commitment + usage - commitment)).toBe(true);
  });

  test("has its note back when the table is removed", async () => {
    await button("Remove this table").click();
    await said("Removed Effective cost");
    await settled(workbook.page);
    expect(await read("J12")).toBe("A note of mine");
    expect(await read("H2")).toBeNull();
    expect(await read("B4")).toBe("250k");
  });
});
