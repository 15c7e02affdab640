import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pricingCases } from "../cases/pricing-cases";
import { DISTRIBUTION_TOLERANCE, distributionError } from "../tolerance";
import {
  addressBeside,
  openSheet,
  pickInCell,
  readBeside,
  readTexts,
  settled,
  sheetNames,
} from "./support/cells";
import { closeWithoutFault } from "./support/close-without-fault";
import { describeInBrowser } from "./support/describe-in-browser";
import { type OpenedWorkbook, openLocalWorkbook } from "./support/local-workbook";
import {
  button,
  field,
  focused,
  goHome,
  openView,
  said,
  takeFromMenu,
  verdict,
} from "./support/pane";
import { failAt, interrupt } from "./support/stage";

/** The answers of an independent program for the deal of this story. */
const CASE = pricingCases.find(({ id }) => id === "T-risk-profile");
const AT = (threshold: string) =>
  CASE?.expected[`T=${threshold}`] as Readonly<Record<string, number>>;

/** From a vendor's offer, typed by keyboard alone, to a position that is proved in cells, in one workbook where much goes wrong. */
describeInBrowser("from a typed proposal", () => {
  let workbook: OpenedWorkbook;
  let pane: Frame;
  /** Keys pressed, but for the characters of the numbers themselves. */
  let keystrokes = 0;

  const key = async (name: string): Promise<void> => {
    keystrokes += 1;
    await workbook.page.keyboard.press(name);
  };
  /** Types lines of numbers, key by key; a key between two lines counts. */
  const typeNumbers = async (...lines: readonly string[]): Promise<void> => {
    for (const [index, line] of lines.entries()) {
      if (index > 0) await key("Enter");
      await workbook.page.keyboard.type(line);
    }
  };
  const typeOver = async (...lines: readonly string[]): Promise<void> => {
    await key("Control+a");
    await typeNumbers(...lines);
  };
  /** Moves on with Tab until a control has the focus, and never out of the pane. */
  const tabTo = async (name: string): Promise<void> => {
    for (let stop = 0; stop < 30; stop++) {
      await key("Tab");
      if ((await focused(pane)) === name) return;
    }
    throw new Error(`the keyboard does not come to ${name}`);
  };
  const hasFocus = (name: string) => expect.poll(() => focused(pane)).toBe(name);

  beforeAll(async () => {
    workbook = await openLocalWorkbook();
    pane = workbook.pane;
  });

  afterAll(() => closeWithoutFault(workbook));

  test("comes to a verdict with at most 18 keystrokes beyond the numbers", async () => {
    await pane.getByRole("heading", { name: "Price a commitment" }).focus();
    await tabTo("Start from a proposal");
    await key("Enter");
    await hasFocus("Proposal");
    await typeNumbers("250k 10%", "500k 15%", "1M 20%");
    await tabTo("Commitment");
    await typeNumbers("500k");
    await tabTo("Low, likely and high");
    await key("ArrowDown");
    await tabTo("Average");
    await typeNumbers("600k");
    await tabTo("Spread");
    await typeNumbers("35%");
    await tabTo("Show where I stand");
    await key("Enter");
    await said(pane, "Added Deal from the proposal.");
    await verdict(pane).getByText("Commit $250k, not $500k").waitFor();
    expect(keystrokes).toBeLessThanOrEqual(18);
    await hasFocus("Commit $250k, not $500k");
  });

  test("agrees with the worked case, and proves it in cells", async () => {
    const { page } = workbook;
    await settled(page);
    await pickInCell(page, await addressBeside(page, "Overage"), "committed");
    const evidence = pane.locator("bandwise-home .evidence");
    await evidence
      .getByText(
        "It saves $59,500 a year on average, $32,800 more than $500k would. Usage fills it in 98 of 100 years.",
      )
      .waitFor();
    await openView(pane, "commitment");
    await button(pane, "Build decision sheet").focus();
    await key("Enter");
    await said(pane, "Built Decision");
    await settled(page);
    const at250 = AT("250000");
    const answer: readonly (readonly [label: string, expected: number | undefined])[] = [
      ["Best commitment on offer", 250_000],
      ["Its expected cost", at250["expected_cost"]],
      [
        "Expected saving over the present one",
        Number(AT("500000")["expected_cost"]) - Number(at250["expected_cost"]),
      ],
      ["Fill probability", at250["prob_fill"]],
      ["Loss probability", at250["prob_worse_than_on_demand"]],
      ["Mean loss in the worst tenth", at250["cvar90_loss_vs_on_demand"]],
    ];
    for (const [label, expected] of answer) {
      const { value } = await readBeside(page, label);
      expect(distributionError(Number(value), Number(expected), 600_000), label).toBeLessThan(
        DISTRIBUTION_TOLERANCE,
      );
    }
  });

  test("says of each wrong answer in a second offer what would do, and keeps what was typed when Excel fails", async () => {
    await goHome(pane);
    await takeFromMenu(pane, "Start another deal");
    await hasFocus("Start a deal");
    await tabTo("Start from a proposal");
    await key("Enter");
    await hasFocus("Proposal");
    await typeNumbers("250k 10%", "500k 12-15%", "1M 20%");
    await tabTo("Commitment");
    await typeNumbers("500.000");
    await pane.getByText("which may mean 500 or 500,000").first().waitFor();
    await tabTo("Show where I stand");
    await key("Enter");
    await said(pane, "things to mend or answer: each says what would do.");
    await hasFocus("12%");
    expect(await sheetNames(workbook.page)).toEqual(["Sheet1", "Deal", "Decision"]);
    await key("ArrowDown");
    await tabTo("Commitment");
    await typeOver("480k");
    await tabTo("Low, likely and high");
    await key("ArrowDown");
    await tabTo("Average");
    await typeNumbers("700k");
    await tabTo("Spread");
    await typeNumbers("35%");
    await tabTo("Show where I stand");
    await failAt(workbook.page, "worksheets.add");
    await key("Enter");
    await said(pane, /Excel refused|The workbook is as it was/);
    expect(await sheetNames(workbook.page)).toEqual(["Sheet1", "Deal", "Decision"]);
    expect(await field(pane, "Average").inputValue()).toBe("700k");
    await button(pane, "Show where I stand").click();
    await said(pane, "Added Deal 2 from the proposal.");
    // Here the band at $1M has no overage of its own, which does not touch what is best below it.
    await verdict(pane).getByText("Commit $500k, not $480k").waitFor();
    await takeFromMenu(pane, "The deal on Deal");
    await verdict(pane).getByText("Commit $250k, not $500k").waitFor();
  });

  test("leaves the workbook as it was when a table is given up", async () => {
    const { page } = workbook;
    await openView(pane, "sheets");
    await interrupt(page, "hold");
    await button(pane, "Build table").click();
    await button(pane, "Cancel").click();
    await interrupt(page, "release");
    await said(pane, "Cancelled. The workbook is as it was.");
    expect(await sheetNames(page)).toEqual(["Sheet1", "Deal", "Decision", "Deal 2"]);
  });

  test("takes what somebody else changes midway", async () => {
    const { page } = workbook;
    await openSheet(page, "Deal");
    const overage = await addressBeside(page, "Overage");
    await interrupt(page, "hold");
    await button(pane, "Build table").click();
    await said(pane, "Building the table…");
    await writeUnasked(page, Number(overage.slice(1)), "list");
    await interrupt(page, "release");
    await said(pane, "Built Effective cost by usage and commitment on Cost table");
    await verdict(pane).getByText("saves $27,200 a year").waitFor();
    await openSheet(page, "Deal");
    await pickInCell(page, overage, "committed");
    await verdict(pane).getByText("saves $59,500 a year").waitFor();
  });

  test("carries the currency that is chosen, in every view and on the sheets built from then on", async () => {
    const { page } = workbook;
    await openView(pane, "settings");
    await pane.getByLabel("Currency").selectOption("EUR");
    await said(pane, "Amounts are now labelled EUR.");
    await verdict(pane).getByText("Commit €250k, not €500k").waitFor();
    await openView(pane, "commitment");
    await button(pane, "Build decision sheet").click();
    await said(pane, "Built Decision 2");
    await settled(page);
    expect((await readBeside(page, "Best commitment on offer")).text).toBe("€250,000");
    const texts = (await readTexts(page, "A1", "AC130")).flat().join("\n");
    expect(texts).toContain("needs usage");
    expect(texts).not.toContain("$");
    await goHome(pane);
    expect(await pane.locator("bandwise-home").getByText("$").count()).toBe(0);
    await pane.locator("bandwise-home").getByText("€600k a year").waitFor();
  });
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
