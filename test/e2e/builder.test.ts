import { afterAll, beforeAll, expect, test } from "vitest";
import { agrees } from "../tolerance";
import { openSheet, readCell, settled, sheetNames, typeIntoCell } from "./support/cells";
import { closeWithoutFault } from "./support/close-without-fault";
import { describeInBrowser } from "./support/describe-in-browser";
import { type OpenedWorkbook, openLocalWorkbook } from "./support/local-workbook";
import { button, field, said } from "./support/pane";

/** A table of another measure over other axes, from the form to the sheet, and what becomes of it when the deal changes. */
describeInBrowser("the builder of sensitivity tables", () => {
  let workbook: OpenedWorkbook;
  const choose = (label: string, option: string) =>
    workbook.pane.getByLabel(label, { exact: true }).selectOption(option);

  beforeAll(async () => {
    workbook = await openLocalWorkbook();
  });

  afterAll(() => closeWithoutFault(workbook));

  test("asks what a guessed threshold is worth, at each discount, as live formulas", async () => {
    const { page, pane } = workbook;
    await button(pane, "Start from an example").click();
    await said(pane, "Added Deal");
    await choose("Measure", "Saving against list");
    await choose("Along the rows", "Position of a threshold");
    await choose("Across the columns", "Discount of a band");
    await choose("Band", "From $500k, 15%");
    await field(pane, "From").first().fill("450k");
    await button(pane, "Build table").click();
    await said(pane, "Built Saving against list prices by position of the threshold at $500k");
    await settled(page);
    expect(await sheetNames(page)).toEqual(["Sheet1", "Deal", "Saving table"]);
    // By hand: $480k reaches a threshold of $450k at 15%, and fills 480,000 / 0.85 of 700,000 at list.
    expect((await readCell(page, "A10")).value).toBe(450_000);
    expect((await readCell(page, "G9")).text).toBe("15%");
    const saving = 480_000 / 0.85 - 480_000;
    expect(agrees(Number((await readCell(page, "G10")).value), saving)).toBe(true);
    expect((await readCell(page, "G10")).formula).toContain("COMMIT.BANDS_WITH(");
    // $500k is not reached: 10%.
    const below = 480_000 / 0.9 - 480_000;
    const rows = Array.from({ length: 11 }, (_, index) => index + 10);
    const column = await Promise.all(rows.map((at) => readCell(page, `A${at}`)));
    const row = 10 + column.findIndex(({ value }) => value === 500_000);
    expect(row).toBeGreaterThan(10);
    expect(agrees(Number((await readCell(page, `G${row}`)).value), below)).toBe(true);
  });

  test("puts the same into plain values for people without the add-in", async () => {
    const { page, pane } = workbook;
    const live = await readCell(page, "G10");
    await pane.locator("bandwise-table-form summary").click();
    await choose("Written as", "Plain values");
    await button(pane, "Build table").click();
    await said(pane, "on Saving table 2");
    await settled(page);
    const plain = await readCell(page, "G10");
    expect(agrees(Number(plain.value), Number(live.value))).toBe(true);
    expect(plain.formula).toBe(plain.value);
  });

  test("says when the deal no longer fits a table, and rebuilds it", async () => {
    const { page, pane } = workbook;
    await openSheet(page, "Deal");
    await typeIntoCell(page, "A8", "550000");
    const list = pane.locator("bandwise-tables");
    await list
      .getByText("The band from $500k that it changes is not where it was.")
      .first()
      .waitFor();
    expect(await button(pane, "Rebuild").count()).toBe(2);
    await button(pane, "Rebuild").first().click();
    await said(pane, "on Saving table.");
    expect(await sheetNames(page)).toEqual(["Sheet1", "Deal", "Saving table", "Saving table 2"]);
    await openSheet(page, "Saving table");
    expect((await readCell(page, "A1")).value).toBe(
      "Saving against list prices by position of the threshold at $550k and discount from $550k",
    );
    expect(await button(pane, "Rebuild").count()).toBe(1);
  });
});
