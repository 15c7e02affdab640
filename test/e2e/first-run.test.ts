import { afterAll, beforeAll, expect, test } from "vitest";
import { pricingCases } from "../cases/pricing-cases";
import { agrees } from "../tolerance";
import {
  fillCells,
  openSheet,
  readCell,
  selectCell,
  settled,
  sheetNames,
  typeIntoCell,
} from "./support/cells";
import { closeWithoutFault } from "./support/close-without-fault";
import { describeInBrowser } from "./support/describe-in-browser";
import { type OpenedWorkbook, openLocalWorkbook } from "./support/local-workbook";
import { button, said } from "./support/pane";

/** A case's whole grid of costs, by commitment and usage. */
const grid = pricingCases.find(({ id }) => id === "M-grid-list");
const caseCommitments = grid?.inputs["commitments"] as number[];
const caseUsages = grid?.inputs["usage_list"] as number[];
const caseCosts = grid?.expected["total"] as number[][];

/** The story of somebody who has never seen the product, told in order in one workbook. */
describeInBrowser("the newcomer's path", () => {
  let workbook: OpenedWorkbook;

  const sheets = () => sheetNames(workbook.page);

  const read = async (address: string) => (await readCell(workbook.page, address)).value;

  beforeAll(async () => {
    workbook = await openLocalWorkbook();
  });

  afterAll(() => closeWithoutFault(workbook));

  test("inserts the example with one click, and its results stand", async () => {
    await button(workbook.pane, "Start from an example").click();
    await said(workbook.pane, "Added Deal");
    await settled(workbook.page);
    expect(await sheets()).toEqual(["Sheet1", "Deal"]);
    expect(await read("F16")).toBe("$250k to $500k");
    expect(agrees(Number(await read("F18")), 480_000 + 700_000 - 480_000 / 0.9)).toBe(true);
    expect(await read("I16")).toBe(await read("F18"));
  });

  test("can click on the headings above the example's tables", async () => {
    await selectCell(workbook.page, "A4");
    expect(await read("A4")).toBe("Bands");
    await selectCell(workbook.page, "A11");
    expect(await read("A11")).toBe("Terms");
    await selectCell(workbook.page, "A18");
    expect(await read("A18")).toBe("Forecast of usage");
  });

  test("reads where the deal stands, in words", async () => {
    const standing = workbook.pane.locator("bandwise-deal-facts");
    await standing.getByText("At $480,000 you are in the $250k to $500k band at 10%.").waitFor();
    await standing
      .getByText(/\$20,000 more reaches \$500k: at this usage it would save \$34,902 a year/)
      .waitFor();
  });

  test("builds the table around the thresholds with a second click", async () => {
    await button(workbook.pane, "Build table").click();
    await said(
      workbook.pane,
      "Built Effective cost by usage and commitment on Cost table, A1:P15.",
    );
    await settled(workbook.page);
    expect(await sheets()).toEqual(["Sheet1", "Deal", "Cost table"]);
    expect(await read("B4")).toBe(0);
    expect((await readCell(workbook.page, "I4")).text).toBe("$500,000");
    expect(await readCell(workbook.page, "I10")).toMatchObject({
      formula: "=COMMIT.EFFECTIVE_COST($A10,I$4,Bands,Terms)",
      text: "$611,765",
    });
  });

  test("answers as the cases do when their usages and commitments are put over the headings", async () => {
    const [usage, ...usages] = caseUsages;
    const [commitment, ...commitments] = caseCommitments;
    await typeIntoCell(workbook.page, "A5", String(usage));
    await fillCells(
      workbook.page,
      "A6",
      usages.map((usd) => [usd]),
    );
    await typeIntoCell(workbook.page, "B4", String(commitment));
    await fillCells(workbook.page, "C4", [commitments]);
    for (const [row] of caseUsages.entries())
      for (const [column] of caseCommitments.entries()) {
        const address = `${"BCDEFGHI"[column]}${5 + row}`;
        expect(Number(await read(address)), address).toSatisfy((cost: number) =>
          agrees(cost, caseCosts[column]?.[row] ?? NaN),
        );
      }
  });

  test("moves the 500,000 threshold to 450,000, and numbers and sentence follow", async () => {
    // 499,999 is in column F; with the threshold at 450,000 it earns 15%.
    expect(agrees(Number(await read("F11")), 1_200_000 + 499_999 - 499_999 / 0.9)).toBe(true);
    await openSheet(workbook.page, "Deal");
    await typeIntoCell(workbook.page, "A8", "450000");
    expect(await read("F16")).toBe("$450k to $1M");
    await workbook.pane.getByText("At $480,000 you are in the $450k to $1M band at 15%.").waitFor();
    await openSheet(workbook.page, "Cost table");
    expect(agrees(Number(await read("F11")), 1_200_000 + 499_999 - 499_999 / 0.85)).toBe(true);
  });

  test("removes the table and finds the workbook as before", async () => {
    await button(workbook.pane, "Remove").click();
    await said(workbook.pane, "Removed Effective cost by usage and commitment");
    expect(await sheets()).toEqual(["Sheet1", "Deal"]);
    const names = await workbook.page.evaluate(() =>
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
  });

  test("types formulas by hand, and wrong input says what to mend", async () => {
    await openSheet(workbook.page, "Sheet1");
    await typeIntoCell(workbook.page, "B2", "=COMMIT.BAND_RATE(500000,Bands)");
    expect(await read("B2")).toBe(0.15);
    await typeIntoCell(workbook.page, "B3", "=COMMIT.NEXT_THRESHOLD(1000000,Bands)");
    expect(await readCell(workbook.page, "B3")).toMatchObject({
      value: "#N/A",
      message: "There is no higher threshold: the last band starts at $1M.",
    });
    await typeIntoCell(workbook.page, "B4", '=COMMIT.EFFECTIVE_COST("500.000",-1,Bands)');
    await selectCell(workbook.page, "B4");
    const card = workbook.page.locator("#error-card");
    await card.waitFor();
    expect(await card.textContent()).toContain(
      'Usage is "500.000", which may mean 500 or 500,000: write 500 or 500000. Commitment is -1: give an amount of 0 or more.',
    );
  });

  test("runs the ribbon's commands with the pane closed, and the pane says what came of it", async () => {
    await workbook.page.getByRole("button", { name: "Close the pane" }).click();
    await workbook.page.getByRole("button", { name: "Build table around thresholds" }).click();
    await said(workbook.pane, "Built Effective cost by usage and commitment on Cost table");
    await workbook.page.getByRole("button", { name: "Insert example deal" }).click();
    await said(workbook.pane, "Added Deal 2");
    expect(await sheets()).toEqual(["Sheet1", "Deal", "Cost table", "Deal 2"]);
  });
});
