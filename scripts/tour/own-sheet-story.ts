import {
  openSheet,
  selectBlock,
  selectCell,
  settled,
  typeIntoCell,
} from "../../test/e2e/support/cells";
import { button, openView, said } from "../../test/e2e/support/pane";
import { failAt, intoSight, protectSheet } from "../../test/e2e/support/stage";
import type { Story } from "./scene";

/** An offer as a buyer types it, with a discount that is no fraction and an amount in words. */
const OFFER = [
  ["B2", "From"],
  ["C2", "Discount"],
  ["B3", "0"],
  ["C3", "0"],
  ["B4", "250k"],
  ["C4", "10%"],
  ["B5", "1000000"],
  ["C5", "20"],
  ["E2", "Usage"],
  ["F2", "about 600k"],
  ["E3", "Commitment"],
  ["F3", "300000"],
  ["J12", "A note of mine"],
] as const;

/** A sheet typed by hand, with everything on it that can block a table. */
export const OWN_SHEET_STORY: Story = {
  title: "A sheet of one's own, and what can stand in the way",
  scenes: [
    {
      name: "own-sheet-faults",
      title: "Error: one's own cells are wrong, and each fault stands beside its field",
      play: async ({ page, pane }) => {
        for (const [address, text] of OFFER) await typeIntoCell(page, address, text);
        await button(pane, "Start from my sheet").click();
        await selectBlock(page, "B2", "C5");
        await button(pane, "Use selected cells for Bands").click();
        await pane.getByText("Discount in row 4 of bands").waitFor();
        await selectCell(page, "F2");
        await button(pane, "Use selected cells for Usage").click();
        await pane.getByText('Usage is "about 600k"').waitFor();
        await selectCell(page, "F3");
        await button(pane, "Use selected cells for Commitment").click();
        await pane.getByText("Understood as $300,000").waitFor();
        await button(pane, "Use these cells").click();
        await said(pane, "Mend Bands and Usage first.");
        return ["B4", "C4", "C5", "F2", "F3"];
      },
    },
    {
      name: "own-sheet",
      title: "Mended in the sheet: the pane reads along and says what it understood",
      play: async ({ page, pane }) => {
        await typeIntoCell(page, "C5", "20%");
        await typeIntoCell(page, "F2", "600k");
        await pane.getByText("Understood as 3 bands: $0 0%, $250,000 10%").waitFor();
        await pane.getByText("Understood as $600,000").waitFor();
        return ["B4", "C4", "C5", "F2", "F3"];
      },
    },
    {
      name: "own-sheet-read",
      title: "Done: the deal is read from one's own cells",
      play: async ({ page, pane }) => {
        await button(pane, "Use these cells").click();
        await said(pane, "The deal is read from Sheet1!B2:C5, Sheet1!F2 and Sheet1!F3.");
        await settled(page);
        return [];
      },
    },
    {
      name: "would-overwrite",
      title: "A note stands where the table would go: nothing is written before that is agreed to",
      play: async ({ page, pane }) => {
        await openView(pane, "sheets");
        await selectCell(page, "H2");
        await pane.getByLabel("At the selected cell").check();
        await button(pane, "Build table").click();
        await said(pane, "This would overwrite 1 cell");
        return ["H2", "J12"];
      },
    },
    {
      name: "overwritten",
      title: "Overwritten, as agreed: the table stands there, and the note is kept",
      play: async ({ page, pane }) => {
        await button(pane, "Overwrite").click();
        await said(pane, "Built Effective cost");
        await settled(page);
        await intoSight(pane, "bandwise-tables");
        return ["H2", "J6", "J12"];
      },
    },
    {
      name: "put-back",
      title: "The table removed: the note is back",
      play: async ({ page, pane }) => {
        await button(pane, "Remove this table").click();
        await said(pane, "Removed Effective cost");
        await settled(page);
        return ["H2", "J12"];
      },
    },
    {
      name: "protected-sheet",
      title: "Protected: nothing is written, and the pane offers other places",
      play: async ({ page, pane }) => {
        await protectSheet(page, true);
        await selectCell(page, "H20");
        await button(pane, "Build table").click();
        await said(pane, "Sheet1 is protected.");
        return ["H20"];
      },
      leave: ({ page }) => protectSheet(page, false),
    },
    {
      name: "failed-write",
      title: "Error: Excel fails half way through a table, and what was written is taken out again",
      play: async ({ page, pane }) => {
        await failAt(page, ".conditionalFormats");
        await button(pane, "Build table").click();
        await said(pane, "Excel refused");
        await settled(page);
        await openSheet(page, "Sheet1");
        return ["H20", "I24", "J12"];
      },
    },
  ],
};
