import {
  fillCells,
  openSheet,
  selectCell,
  settled,
  typeIntoCell,
} from "../../test/e2e/support/cells";
import { button, goHome, openView, said, startFromExample } from "../../test/e2e/support/pane";
import { interrupt, intoSight } from "../../test/e2e/support/stage";
import type { Story } from "./scene";

/** From a workbook with nothing in it to a table and back. */
export const EXAMPLE_STORY: Story = {
  title: "From the example to a table, and back",
  scenes: [
    {
      name: "open",
      title: "Empty: the workbook opens with the pane beside it",
      play: async ({ pane }) => {
        await button(pane, "Start from an example").waitFor();
        return [];
      },
    },
    {
      name: "example",
      title: "Done: the example deal, and home with its verdict",
      play: async ({ page, pane }) => {
        await startFromExample(pane);
        await settled(page);
        return [
          ...["F12", "F13", "F16", "F17", "F18", "F19", "F20", "F24", "F25"],
          ...["B20", "B21", "B22", "F26", "F27", "F28", "F29"],
        ];
      },
    },
    {
      name: "building",
      title: "Loading: a table is being built, and the workbook takes its time",
      play: async ({ page, pane }) => {
        await openView(pane, "sheets");
        await interrupt(page, "hold");
        await button(pane, "Build table").click();
        await said(pane, "Building the table…");
        return [];
      },
      leave: async ({ page, pane }) => {
        await interrupt(page, "release");
        await said(pane, "Built Effective cost");
        await settled(page);
      },
    },
    {
      name: "table",
      title: "Done: a live table around the thresholds, three clicks in",
      play: async () => ["A10", "D4", "D10", "E4", "E10", "H4", "H10", "I4", "I10"],
    },
    {
      name: "moved-threshold",
      title: "The 500,000 threshold moved to 450,000: sentence and numbers follow",
      play: async ({ page, pane }) => {
        await openSheet(page, "Deal");
        await typeIntoCell(page, "A8", "450000");
        await openView(pane, "offer");
        await pane.getByText("you are in the $450k to $1M band").waitFor();
        await intoSight(pane, "bandwise-deal-facts");
        await selectCell(page, "F13");
        return ["A8", "F16", "F17", "F18", "F19", "F24"];
      },
    },
    {
      name: "removed",
      title: "The table removed, the workbook as before",
      play: async ({ page, pane }) => {
        await openSheet(page, "Deal");
        await typeIntoCell(page, "A8", "500000");
        await openView(pane, "sheets");
        await button(pane, "Remove this table").click();
        await said(pane, "Removed Effective cost");
        await settled(page);
        return ["F16", "F18"];
      },
    },
    {
      name: "wrong-cells",
      title: "Error: a cell of the deal is wrong, and the pane says which and what to write",
      play: async ({ page, pane }) => {
        // Pasted, for the cells refuse such values when they are typed.
        await fillCells(page, "B8", [[15]]);
        await fillCells(page, "F12", [["about 700k"]]);
        await goHome(pane);
        await pane.getByText("Discount in row 4 of bands").waitFor();
        await selectCell(page, "B8");
        return ["B8", "F12", "F16", "F18"];
      },
      leave: async ({ page, pane }) => {
        await fillCells(page, "B8", [[0.15]]);
        await fillCells(page, "F12", [[700_000]]);
        await pane.locator("bandwise-savings-sketch").waitFor();
      },
    },
    {
      name: "formulas",
      title: "Error: formulas by hand, and wrong input that says what to mend",
      play: async ({ page }) => {
        await openSheet(page, "Sheet1");
        await typeIntoCell(page, "A1", "=COMMIT.BAND_RATE(500000,Bands)");
        await typeIntoCell(page, "A2", "=COMMIT.EFFECTIVE_COST(800000,500000,Bands,Terms)");
        await typeIntoCell(page, "A3", "=COMMIT.NEXT_THRESHOLD(1000000,Bands)");
        await typeIntoCell(page, "A4", '=COMMIT.EFFECTIVE_COST("500.000",-1,Bands)');
        await selectCell(page, "A4");
        await page.locator("#error-card").waitFor();
        return ["A1", "A2", "A3", "A4"];
      },
    },
    {
      name: "self-check",
      title: "Done: the report of the self-check",
      play: async ({ page, pane }) => {
        await selectCell(page, "A1");
        await openView(pane, "settings");
        await button(pane, "Check this Excel").click();
        await said(pane, /checks passed/);
        await settled(page);
        await intoSight(pane, "bandwise-self-check");
        return [];
      },
    },
  ],
};
