import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSheet, readCell, settled, sheetNames, typeIntoCell } from "./support/cells";
import { closeWithoutFault } from "./support/close-without-fault";
import { describeInBrowser } from "./support/describe-in-browser";
import { openFile, saveFile } from "./support/files";
import { type OpenedWorkbook, openLocalWorkbook } from "./support/local-workbook";
import { button, field, said } from "./support/pane";

/** From one deal to two scenarios and a comparison, saved to a file and gone on with. */
describeInBrowser("scenarios", () => {
  let first: OpenedWorkbook;
  let second: OpenedWorkbook | undefined;
  let folder: string;

  const choice = ({ pane }: OpenedWorkbook) => pane.locator("bandwise-scenarios select");
  const chosen = (workbook: OpenedWorkbook) => choice(workbook).locator("option:checked");
  const save = async (name: string, commitment: string): Promise<void> => {
    await field(first.pane, "Name").fill(name);
    await field(first.pane, "Commitment a year").fill(commitment);
    await button(first.pane, "Save scenario").click();
    await said(first.pane, `Saved ${name}.`);
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "bandwise-scenarios-"));
    first = await openLocalWorkbook();
  });

  afterAll(async () => {
    await closeWithoutFault(first);
    if (second) await closeWithoutFault(second);
    await rm(folder, { recursive: true });
  });

  test("are saved from the deal, and the pane shows the one that was saved", async () => {
    const { page, pane } = first;
    await button(pane, "Start from an example").click();
    await said(pane, "Added Deal");
    await button(pane, "Save as scenario").click();
    await save("Hold", "250k");
    await button(pane, "New scenario").click();
    await save("Reach", "500k");
    expect(await sheetNames(page)).toEqual(["Sheet1", "Deal", "Scenarios"]);
    expect((await chosen(first).innerText()).trim()).toBe("Reach");
    await pane.getByText("At $500,000 you are in the $500k to $1M band at 15%.").waitFor();
    await choice(first).selectOption({ label: "Hold" });
    await pane.getByText("At $250,000 you are in the $250k to $500k band at 10%.").waitFor();
  });

  test("follow what is typed into their cells", async () => {
    const { page, pane } = first;
    await openSheet(page, "Scenarios");
    await typeIntoCell(page, "B6", "300000");
    await pane.getByText("At $300,000 you are in the $250k to $500k band at 10%.").waitFor();
    await typeIntoCell(page, "B6", "250000");
    await typeIntoCell(page, "A7", "hold");
    await pane.getByText("hold stands in row 6 already: give this one another name.").waitFor();
    await typeIntoCell(page, "A7", "Reach");
    await pane.locator("bandwise-scenarios .notice").waitFor({ state: "detached" });
  });

  test("are compared in the pane and on a sheet", async () => {
    const { page, pane } = first;
    await button(pane, "Compare").click();
    await pane
      .getByText("Up to $527,778 of usage Hold costs least, from there on Reach.")
      .waitFor();
    await button(pane, "Build comparison sheet").click();
    await said(pane, "Built Comparison. Its figures are live formulas");
    await settled(page);
    const [hold, reach] = [
      (await readCell(page, "B10")).value,
      (await readCell(page, "C10")).value,
    ];
    expect([Math.round(Number(hold)), Math.round(Number(reach))]).toEqual([672_370, 653_815]);
    await button(pane, "Back").click();
  });

  test("are deleted, and put back by Undo", async () => {
    const { pane, page } = first;
    await button(pane, "Delete").click();
    await said(pane, "Deleted Hold.");
    await button(pane, "Undo").click();
    await said(pane, "Hold is back where it was.");
    await openSheet(page, "Scenarios");
    expect((await readCell(page, "A6")).value).toBe("Hold");
    await pane.getByText("At $250,000 you are in the $250k to $500k band at 10%.").waitFor();
  });

  test("go on in a file that is saved and opened again", async () => {
    const file = await saveFile(first.page, folder);
    second = await openLocalWorkbook();
    const opened = { ...second, pane: await openFile(second.page, file) };
    await opened.pane.getByText("At $250,000 you are in the $250k to $500k band at 10%.").waitFor();
    expect((await chosen(opened).innerText()).trim()).toBe("Hold");
    await button(opened.pane, "Duplicate").click();
    await said(opened.pane, "Copied Hold to Hold 2, in the row below it.");
    await openSheet(opened.page, "Scenarios");
    expect((await readCell(opened.page, "A7")).value).toBe("Hold 2");
    expect((await readCell(opened.page, "A8")).value).toBe("Reach");
  });
});
