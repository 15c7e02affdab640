import { afterAll, beforeAll, expect, test } from "vitest";
import { pricingCases } from "../cases/pricing-cases";
import { agrees } from "../tolerance";
import {
  fillCells,
  openSheet,
  readBeside,
  readCell,
  readTexts,
  selectCell,
  settled,
  sheetNames,
  typeIntoCell,
} from "./support/cells";
import { closeWithoutFault } from "./support/close-without-fault";
import { describeInBrowser } from "./support/describe-in-browser";
import { type OpenedWorkbook, openLocalWorkbook } from "./support/local-workbook";
import {
  button,
  field,
  goHome,
  isOpen,
  openView,
  rowLine,
  said,
  takeFromMenu,
  verdict,
} from "./support/pane";

/** A case's whole grid of costs, by commitment and usage. */
const grid = pricingCases.find(({ id }) => id === "M-grid-list");
const caseCommitments = grid?.inputs["commitments"] as number[];
const caseUsages = grid?.inputs["usage_list"] as number[];
const caseCosts = grid?.expected["total"] as number[][];

/** The story of somebody who has never seen the product, told in order in one workbook. */
describeInBrowser("from the example", () => {
  let workbook: OpenedWorkbook;
  /** What the newcomer clicked so far. */
  let clicks = 0;

  const press = async (words: string): Promise<void> => {
    clicks += 1;
    await button(workbook.pane, words).click();
  };
  const sheets = () => sheetNames(workbook.page);
  const read = async (address: string) => (await readCell(workbook.page, address)).value;
  const besides = async (label: string) => (await readBeside(workbook.page, label)).value;
  const typeThreshold = async (text: string): Promise<void> => {
    await openSheet(workbook.page, "Deal");
    await typeIntoCell(workbook.page, "A8", text);
  };
  const choose = (label: string, option: string) =>
    workbook.pane.getByLabel(label, { exact: true }).selectOption(option);
  /** Removes what stands at the head of a sheet, and waits until the pane does one thing no longer. */
  const removeTable = async (sheet: string): Promise<void> => {
    await workbook.pane
      .locator("bandwise-tables li", { hasText: `${sheet}, A1` })
      .getByText("Remove this table")
      .click();
    await workbook.pane
      .locator("bandwise-status")
      .getByText(new RegExp(`^Removed .* from ${sheet}\\.`))
      .waitFor();
  };

  beforeAll(async () => {
    workbook = await openLocalWorkbook();
  });

  afterAll(() => closeWithoutFault(workbook));

  test("shows the verdict at home with the click that adds the example, and no further one", async () => {
    const { pane, page } = workbook;
    await press("Start from an example");
    await said(pane, "Added Deal");
    await verdict(pane).getByText("Commit $500k, not $480k").waitFor();
    await pane
      .locator("bandwise-home")
      .getByText("It saves $46,200 a year on average, $17,600 more than $480k would.")
      .waitFor();
    await pane.getByText("Holds for average usage of $636k to $1.2M.").waitFor();
    expect(clicks).toBe(1);
    await settled(page);
    expect(await sheets()).toEqual(["Sheet1", "Deal"]);
    expect(await read("F16")).toBe("$250k to $500k");
    expect(agrees(Number(await read("F18")), 480_000 + 700_000 - 480_000 / 0.9)).toBe(true);
    expect(await read("I16")).toBe(await read("F18"));
  });

  test("builds the table around the thresholds with the third click", async () => {
    const { pane, page } = workbook;
    clicks += 1;
    await openView(pane, "sheets");
    await press("Build table");
    await said(pane, "Built Effective cost by usage and commitment on Cost table, A1:P19.");
    expect(clicks).toBe(3);
    await settled(page);
    expect(await sheets()).toEqual(["Sheet1", "Deal", "Cost table"]);
    expect(await read("B4")).toBe(0);
    expect((await readCell(page, "I4")).text).toBe("$500,000");
    expect((await readCell(page, "A12")).text).toBe("$700,000");
    expect(await readCell(page, "I12")).toMatchObject({
      formula: "=COMMIT.EFFECTIVE_COST($A12,I$4,Bands,Terms)",
      text: "$611,765",
    });
  });

  test("says in the offer which band the commitment is in, and what the next one brings", async () => {
    const { pane } = workbook;
    await openView(pane, "offer");
    const facts = pane.locator("bandwise-deal-facts");
    await facts.getByText("At $480,000 you are in the $250k to $500k band at 10%.").waitFor();
    await facts
      .getByText(/\$20,000 more reaches \$500k: at this usage it would save \$34,902 a year/)
      .waitFor();
  });

  test("says beside the answer what rests on thresholds that are not confirmed", async () => {
    const { pane } = workbook;
    await openView(pane, "commitment");
    await pane
      .locator("bandwise-guesses")
      .getByText(/^Three thresholds are not confirmed/)
      .waitFor();
  });

  test("says how sure the answer is, as ANSWER_RANGE does in a cell once its file is loaded", async () => {
    const { pane, page } = workbook;
    await pane.getByText("How sure is this?").click();
    const average = pane.getByRole("row", { name: "Average usage $700k $636k $250k $1.2M $1M" });
    await average.waitFor();
    await pane.getByText(/^Over average usage ±20%.* \$446k is least bad/).waitFor();
    await pane
      .getByRole("img", { name: /: \$250k up to \$636k, \$500k up to \$1.2M, then \$1M/ })
      .waitFor();
    await openSheet(page, "Sheet1");
    await typeIntoCell(page, "A1", '=COMMIT.ANSWER_RANGE(Forecast,500000,Bands,Terms,"usage")');
    await expect.poll(() => read("C2")).toBeCloseTo(636_231.23, 2);
    await openSheet(page, "Cost table");
  });

  test("answers as the cases do when their usages and commitments are put over the headings", async () => {
    const { page } = workbook;
    const [usage, ...usages] = caseUsages;
    const [commitment, ...commitments] = caseCommitments;
    await typeIntoCell(page, "A5", String(usage));
    await fillCells(
      page,
      "A6",
      usages.map((usd) => [usd]),
    );
    await typeIntoCell(page, "B4", String(commitment));
    await fillCells(page, "C4", [commitments]);
    for (const [row] of caseUsages.entries())
      for (const [column] of caseCommitments.entries()) {
        const address = `${"BCDEFGHI"[column]}${5 + row}`;
        expect(Number(await read(address)), address).toSatisfy((cost: number) =>
          agrees(cost, caseCosts[column]?.[row] ?? NaN),
        );
      }
  });

  test("follows when the threshold of $500,000 is moved to $450,000, in cells and in sentences", async () => {
    const { page, pane } = workbook;
    // 499,999 is in column F; with the threshold at 450,000 it earns 15%.
    expect(agrees(Number(await read("F11")), 1_200_000 + 499_999 - 499_999 / 0.9)).toBe(true);
    await typeThreshold("450000");
    expect(await read("F16")).toBe("$450k to $1M");
    await openView(pane, "offer");
    await pane.getByText("At $480,000 you are in the $450k to $1M band at 15%.").waitFor();
    await openSheet(page, "Cost table");
    expect(agrees(Number(await read("F11")), 1_200_000 + 499_999 - 499_999 / 0.85)).toBe(true);
  });

  test("removes the table and finds the workbook as before", async () => {
    const { page, pane } = workbook;
    await openView(pane, "sheets");
    await button(pane, "Remove this table").click();
    await said(pane, "Removed Effective cost by usage and commitment");
    expect(await sheets()).toEqual(["Sheet1", "Deal"]);
    const names = await page.evaluate(() =>
      window.localWorkbook?.grid.names().map(({ name }) => name),
    );
    expect(names?.toSorted()).toEqual([
      "Bands",
      expect.stringMatching(/^Bandwise_Example_\w{6}$/),
      "Commitment",
      "Forecast",
      "Terms",
      "Usage",
    ]);
    // The headings above the tables of the deal can be clicked on.
    await openSheet(page, "Deal");
    for (const [address, heading] of [
      ["A4", "Bands"],
      ["A11", "Terms"],
      ["A18", "Forecast of usage"],
    ] as const) {
      await selectCell(page, address);
      expect(await read(address)).toBe(heading);
    }
  });

  test("prices a threshold that is not confirmed where it may lie, at each discount, as live formulas", async () => {
    const { page, pane } = workbook;
    await typeThreshold("500000");
    await choose("Measure", "Saving against list prices");
    await choose("Along the rows", "Position of a threshold");
    await choose("Across the columns", "Discount of a band");
    await choose("Band", "From $500k, 15%");
    await field(pane, "From").first().fill("450k");
    await button(pane, "Build table").click();
    await said(pane, "Built Saving against list prices by position of the threshold at $500k");
    await settled(page);
    expect(await sheets()).toEqual(["Sheet1", "Deal", "Saving table"]);
    const [headings = []] = await readTexts(page, "A9", "Z9");
    const column = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[headings.indexOf("15%")] ?? "";
    const thresholds = (await readTexts(page, "A10", "A30")).flat();
    // By hand: $480k reaches a threshold of $450k at 15%, and fills 480,000 / 0.85 of 700,000 at list.
    expect(thresholds[0]).toBe("$450,000");
    expect(
      agrees(Number((await readCell(page, `${column}10`)).value), 480_000 / 0.85 - 480_000),
    ).toBe(true);
    expect((await readCell(page, `${column}10`)).formula).toContain("COMMIT.BANDS_WITH(");
    // $500k is not reached: 10%.
    const row = 10 + thresholds.indexOf("$500,000");
    expect(row).toBeGreaterThan(10);
    expect(
      agrees(Number((await readCell(page, `${column}${row}`)).value), 480_000 / 0.9 - 480_000),
    ).toBe(true);

    await pane.locator("bandwise-table-form summary").click();
    await choose("Written as", "Plain values");
    await button(pane, "Build table").click();
    await said(pane, "on Saving table 2");
    await settled(page);
    const plain = await readCell(page, `${column}10`);
    expect(agrees(Number(plain.value), 480_000 / 0.85 - 480_000)).toBe(true);
    expect(plain.formula).toBe(plain.value);
  });

  test("marks the tables that the deal no longer fits, and rebuilds one in its place", async () => {
    const { page, pane } = workbook;
    await typeThreshold("550000");
    await pane
      .locator("bandwise-tables")
      .getByText("The band from $500k that it changes is not where it was.")
      .first()
      .waitFor();
    expect(await button(pane, "Rebuild").count()).toBe(2);
    await button(pane, "Rebuild").first().click();
    await said(pane, "on Saving table.");
    expect(await sheets()).toEqual(["Sheet1", "Deal", "Saving table", "Saving table 2"]);
    await openSheet(page, "Saving table");
    expect(await read("A1")).toBe(
      "Saving against list prices by position of the threshold at $550k and discount from $550k",
    );
    expect(await button(pane, "Rebuild").count()).toBe(1);
    for (const sheet of ["Saving table", "Saving table 2"]) await removeTable(sheet);
    expect(await button(pane, "Remove this table").count()).toBe(0);
    await typeThreshold("500000");
    await goHome(pane);
    await rowLine(pane, "sheets").getByText("No table or decision sheet yet").waitFor();
  });

  test("proves the verdict on a decision sheet of live formulas, which follows the forecast", async () => {
    const { page, pane } = workbook;
    await openView(pane, "commitment");
    await button(pane, "Build decision sheet").click();
    await said(pane, "Built Decision");
    await settled(page);
    expect(await besides("Best commitment on offer")).toBe(500_000);
    expect(Math.round(Number(await besides("Expected saving over the present one")))).toBe(17_610);
    await expect.poll(() => read("H28")).toBeCloseTo(636_231.23, 2);
    expect(await read("D26")).toMatch(/^Best on offer for average usage from \$636,231 to \$1,\d/);
    expect(await read("D27")).toMatch(
      /^Least bad where the forecast is wrong: \$44\d,\d{3}, at worst \$/,
    );
    await openSheet(page, "Deal");
    await typeIntoCell(page, "F12", "600000");
    await verdict(pane).getByText("Commit $250k, not $480k").waitFor();
    await goHome(pane);
    await rowLine(pane, "usage").getByText("$600k a year, likely $366k to $876k").waitFor();
    await openSheet(page, "Decision");
    expect(agrees(Number(await besides("Mean of the usage forecast")), 600_000)).toBe(true);
  });

  test("answers what a lower load changes, by keyboard, in every view", async () => {
    const { page, pane } = workbook;
    await openView(pane, "commitment");
    const cardAt500k = () =>
      pane.locator("bandwise-threshold-choices summary", { hasText: "$500k at 15%" }).innerText();
    const before = await cardAt500k();
    await pane.locator("bandwise-load-slider input").focus();
    for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowLeft");
    await verdict(pane).getByText("If usage is 20% lower than forecast").waitFor();
    await pane
      .locator("bandwise-commitment")
      .getByText("With usage 20% lower than forecast.")
      .waitFor();
    await expect.poll(cardAt500k).not.toBe(before);
    await openView(pane, "offer");
    await pane.locator("bandwise-deal-facts").getByText("at $480,000 of list usage").waitFor();
    await openView(pane, "commitment");
    await button(pane, "Reset").click();
    await expect.poll(cardAt500k).toBe(before);
    await openView(pane, "offer");
    await pane.locator("bandwise-deal-facts").getByText("at $600,000 of list usage").waitFor();
  });

  test("prices the pane as if a clause were won, builds a sheet of that, and leaves the workbook alone", async () => {
    const { page, pane } = workbook;
    const cost = async () => Number(await besides("Its expected cost"));
    const half = pane.getByRole("checkbox", { name: "Half the shortfall returned" });
    const asItIs = await cost();
    await openView(pane, "negotiation");
    await half.check();
    await verdict(pane).getByText("If 1 clause is won").waitFor();
    await settled(page);
    expect(await cost()).toBe(asItIs);
    await openView(pane, "sheets");
    await pane
      .locator("bandwise-table-form")
      .getByText("Built from what the cells hold: without the clauses")
      .waitFor();
    await pane.locator("bandwise-proof").getByText("The sheet shows what the pane shows").waitFor();
    await openView(pane, "commitment");
    await pane.getByText("The sheet shows what the pane shows").waitFor();
    await button(pane, "Build decision sheet").click();
    await said(pane, "Built Decision 2");
    await settled(page);
    const supposed = await cost();
    expect(supposed).toBeLessThan(asItIs);
    expect(await read("A3")).toContain("as if you had won: Half the shortfall");
    await button(pane, "Build from the workbook alone").click();
    await said(pane, "Built Decision 3");
    await settled(page);
    expect(await cost()).toBe(asItIs);
    expect(await read("A3")).toBeNull();

    await openView(pane, "sheets");
    for (const sheet of ["Decision 3", "Decision 2", "Decision"]) await removeTable(sheet);
    expect(await sheets()).toEqual(["Sheet1", "Deal"]);
    await openView(pane, "negotiation");
    await half.uncheck();
    await expect.poll(() => verdict(pane).innerText()).not.toContain("won");
  });

  test("says in a cell what is wrong with a formula typed by hand, and what to write", async () => {
    const { page } = workbook;
    await openSheet(page, "Sheet1");
    await typeIntoCell(page, "B2", "=COMMIT.BAND_RATE(500000,Bands)");
    expect(await read("B2")).toBe(0.15);
    await typeIntoCell(page, "B3", "=COMMIT.NEXT_THRESHOLD(1000000,Bands)");
    expect(await readCell(page, "B3")).toMatchObject({
      value: "#N/A",
      message: "There is no higher threshold: the last band starts at $1M.",
    });
    await typeIntoCell(page, "B4", '=COMMIT.EFFECTIVE_COST("500.000",-1,Bands)');
    await selectCell(page, "B4");
    const card = page.locator("#error-card");
    await card.waitFor();
    expect(await card.textContent()).toContain(
      'Usage is "500.000", which may mean 500 or 500,000: write 500 or 500000. Commitment is -1: give an amount of 0 or more.',
    );
  });

  test("lets a cell stand without the add-in, explains it, and takes it back", async () => {
    const { page, pane } = workbook;
    await selectCell(page, "B2");
    await openView(pane, "sheets");
    await pane.getByText("For people without Bandwise").click();
    await button(pane, "Explain the selected cell").click();
    await pane.getByText("Sheet1!B2 shows 15%").waitFor();
    await choose("Formulas of", "The selected cells");
    await button(pane, "See what would change").click();
    await pane.getByText("The one formula here becomes Excel's own.").waitFor();
    await button(pane, "Make portable").click();
    await said(pane, "1 formula is Excel's own now; Workings has the steps.");
    expect(await sheets()).toContain("Workings");
    expect(await read("B2")).toBe(0.15);
    await button(pane, "Restore our formulas").click();
    await said(pane, "our formulas are back, to the letter");
    expect(await sheets()).toEqual(["Sheet1", "Deal"]);
    expect(await read("B2")).toBe(0.15);
  });

  test("leads from a number of the answer to the steps that give it, by the keyboard", async () => {
    const { page, pane } = workbook;
    await goHome(pane);
    await pane.locator("bandwise-home .explain-fill").focus();
    await page.keyboard.press("Enter");
    await isOpen(pane, "sheets");
    await pane.getByText(/Fill probability is \d/).waitFor();
    await pane.getByText("Difference from our function: 0").waitFor();
  });

  test("runs the ribbon's commands with the pane closed, and the pane opens the view that they speak of", async () => {
    const { page, pane } = workbook;
    await goHome(pane);
    await page.getByRole("button", { name: "Close the pane" }).click();
    await page.getByRole("button", { name: "Build table around thresholds" }).click();
    await said(pane, "Built Saving against list prices by position of the threshold at $500k");
    await isOpen(pane, "sheets");
    await page.getByRole("button", { name: "Insert example deal" }).click();
    await said(pane, "Added Deal 2");
    expect(await sheets()).toEqual(["Sheet1", "Deal", "Saving table", "Deal 2"]);
    await openSheet(page, "Sheet1");
    await selectCell(page, "B2");
    await page.getByRole("button", { name: "Close the pane" }).click();
    await page.getByRole("button", { name: "Explain selected cell" }).click();
    await pane.getByText("Sheet1!B2 shows 15%").waitFor();
    await isOpen(pane, "sheets");
    await goHome(pane);
  });

  test("shows the deal that was added, and the other one where it is chosen", async () => {
    const { pane } = workbook;
    const shown = pane.locator("bandwise-deal-menu .trigger");
    await shown.getByText("The deal on Deal 2").waitFor();
    await rowLine(pane, "usage").getByText("$700k a year").waitFor();
    await takeFromMenu(pane, "The deal on Deal");
    await said(pane, "This is the deal on Deal.");
    await shown.getByText("The deal on Deal", { exact: true }).waitFor();
    await rowLine(pane, "usage").getByText("$600k a year").waitFor();
  });
});
