import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pricingCases } from "../cases/pricing-cases";
import { DISTRIBUTION_TOLERANCE, distributionError } from "../tolerance";
import { openSheet, pickInCell, readCell, selectCell, settled, sheetNames } from "./support/cells";
import { closeWithoutFault } from "./support/close-without-fault";
import { describeInBrowser } from "./support/describe-in-browser";
import { openFile, saveFile } from "./support/files";
import { type OpenedWorkbook, openLocalWorkbook } from "./support/local-workbook";
import { button, field, focused, said } from "./support/pane";
import { failAt, interrupt, protectSheet } from "./support/stage";

/** The answers of an independent program for the deal of this story. */
const CASE = pricingCases.find(({ id }) => id === "T-risk-profile");
const AT = (threshold: string) =>
  CASE?.expected[`T=${threshold}`] as Readonly<Record<string, number>>;

/** From a vendor's offer to a position that is proved, kept and compared, in one workbook where much goes wrong. */
describeInBrowser("the whole journey", () => {
  let workbook: OpenedWorkbook;
  let pane: Frame;
  let folder: string;
  /** Keys that a person presses or words that a person types, and clicks. */
  let acts = 0;

  const key = async (name: string): Promise<void> => {
    acts += 1;
    await workbook.page.keyboard.press(name);
  };
  /** Moves on with Tab until a control has the focus, and never out of the pane. */
  const tabTo = async (name: string): Promise<void> => {
    for (let stop = 0; stop < 60; stop++) {
      await key("Tab");
      if ((await focused(pane)) === name) return;
    }
    throw new Error(`the keyboard does not come to ${name}`);
  };
  const typeOver = async (text: string): Promise<void> => {
    await key("Control+a");
    acts += 1;
    await workbook.page.keyboard.insertText(text);
  };
  const lead = (words: string) =>
    pane.locator("bandwise-where-it-pays .lead").getByText(words).waitFor();

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "bandwise-journey-"));
    workbook = await openLocalWorkbook();
    pane = workbook.pane;
  });

  afterAll(async () => {
    await closeWithoutFault(workbook);
    await rm(folder, { recursive: true });
  });

  test("takes an offer by keyboard alone, and says of each wrong answer what would do", async () => {
    await button(pane, "Start from an example").focus();
    await tabTo("Start from my numbers");
    await key("Enter");
    await tabTo("Bands offered");
    await typeOver("250k 10%\n500k 15\n1M 20%");
    await tabTo("Commitment");
    await typeOver("500.000");
    await pane.getByText("which may mean 500 or 500,000").waitFor();
    await tabTo("Low, likely and high");
    await key("ArrowDown");
    await tabTo("Average");
    await typeOver("600k");
    await tabTo("Spread");
    await typeOver("35");
    await tabTo("Show where I stand");
    await key("Enter");
    await expect.poll(() => focused(pane)).toBe("Bands offered");
    expect(await sheetNames(workbook.page)).toEqual(["Sheet1"]);
    await typeOver("250k 10%\n500k 15%\n1M 20%");
    await tabTo("Commitment");
    await typeOver("500k");
    await tabTo("Spread");
    await typeOver("35%");
    await tabTo("Show where I stand");
    await key("Enter");
    await said(pane, "Added Deal with your numbers.");
    await expect.poll(() => focused(pane)).toBe("Where you stand");
    // Tab goes through everything on the way, and what was typed wrong was typed again.
    expect(acts).toBeLessThanOrEqual(60);
  });

  test("comes to the verdict of the worked case, and proves it in cells", async () => {
    const { page } = workbook;
    await settled(page);
    await pickInCell(page, `B${await rowOf("Overage")}`, "committed");
    await lead(
      "$250k beats $500k by $32.8k a year on expectation; $500k is filled in 46% of outcomes and costs more than list in 36%.",
    );
    await button(pane, "Build decision sheet").focus();
    await key("Enter");
    await said(pane, "Built Decision");
    await settled(page);
    const at250 = AT("250000");
    const answer: readonly (readonly [address: string, expected: number | undefined])[] = [
      ["B12", 250_000],
      ["B13", at250["expected_cost"]],
      ["B14", Number(AT("500000")["expected_cost"]) - Number(at250["expected_cost"])],
      ["B15", at250["prob_fill"]],
      ["B16", at250["prob_worse_than_on_demand"]],
      ["B17", at250["cvar90_loss_vs_on_demand"]],
    ];
    for (const [address, expected] of answer) {
      const { value } = await readCell(page, address);
      expect(distributionError(Number(value), Number(expected), 600_000), address).toBeLessThan(
        DISTRIBUTION_TOLERANCE,
      );
    }
  });

  test("writes nothing on a protected sheet, and offers another", async () => {
    const { page } = workbook;
    await openSheet(page, "Sheet1");
    await selectCell(page, "B2");
    await protectSheet(page, true);
    await pane.getByLabel("At the selected cell").check();
    await button(pane, "Build table").click();
    await said(pane, "Sheet1 is protected. Nothing was written");
    expect((await readCell(page, "B2")).text).toBe("");
    await button(pane, "New sheet").click();
    await said(pane, "Built Effective cost by usage and commitment on Cost table");
    await protectSheet(page, false);
  });

  test("leaves the workbook as it was when Excel fails, and when a table is given up", async () => {
    const { page } = workbook;
    const before = await sheetNames(page);
    await failAt(page, ".conditionalFormats");
    await button(pane, "Build table").click();
    await said(pane, "Excel refused");
    expect(await sheetNames(page)).toEqual(before);
    await interrupt(page, "hold");
    await button(pane, "Build table").click();
    await button(pane, "Cancel").click();
    await interrupt(page, "release");
    await said(pane, "Cancelled. The workbook is as it was.");
    expect(await sheetNames(page)).toEqual(before);
  });

  test("takes what somebody else changes midway", async () => {
    const { page } = workbook;
    await openSheet(page, "Deal");
    await interrupt(page, "hold");
    await button(pane, "Build table").click();
    await said(pane, "Building the table…");
    await writeUnasked(page, await rowOf("Overage"), "list");
    await interrupt(page, "release");
    await said(pane, "Built Effective cost by usage and commitment on Cost table 2");
    await lead("beats $500k");
    await openSheet(page, "Deal");
    await pickInCell(page, `B${await rowOf("Overage")}`, "committed");
    await lead("$250k beats $500k by $32.8k a year on expectation");
  });

  test("is kept as scenarios, saved to a file, opened again and gone on with", async () => {
    const { page } = workbook;
    for (const [name, commitment] of [
      ["Offered", "500k"],
      ["Ours", "250k"],
    ] as const) {
      await button(pane, name === "Offered" ? "Save as scenario" : "New scenario").click();
      await field(pane, "Name").fill(name);
      await field(pane, "Commitment a year").fill(commitment);
      await button(pane, "Save scenario").click();
      await said(pane, `Saved ${name}.`);
    }
    const again = await openFile(page, await saveFile(page, folder));
    await again.locator("bandwise-scenarios option:checked", { hasText: "Ours" }).waitFor({
      state: "attached",
    });
    await button(again, "Compare").click();
    await again.getByText(/of usage Ours costs least, from there on Offered\./).waitFor();
    await button(again, "Build comparison sheet").click();
    await said(again, "Built Comparison");
  });

  async function rowOf(label: string): Promise<number> {
    for (let row = 1; row <= 40; row++)
      if ((await readCell(workbook.page, `A${row}`)).value === label) return row;
    throw new Error(`no cell of column A says ${label}`);
  }
});

/** Puts a text into column B while the add-in's requests are held, as somebody else would. */
async function writeUnasked(page: Page, row: number, text: string): Promise<void> {
  await page.evaluate(
    ({ row: at, text: words }) => {
      const grid = window.localWorkbook?.grid;
      grid?.write(grid.activeSheetId(), { row: at - 1, col: 1, rows: 1, cols: 1 }, [[words]]);
    },
    { row, text },
  );
}
