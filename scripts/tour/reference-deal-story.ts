import type { Page } from "playwright-core";
import {
  pickInCell,
  readCell,
  selectCell,
  settled,
  typeIntoCell,
} from "../../test/e2e/support/cells";
import { button, goHome, openView, said, startFromExample } from "../../test/e2e/support/pane";
import { intoSight } from "../../test/e2e/support/stage";
import type { Story } from "./scene";

/** Cells of the example deal that show what a year costs. */
const YEAR = ["F12", "F13", "F16", "F17", "F18", "F19", "F20", "F21", "F22"];

async function put(
  page: Page,
  cells: readonly (readonly [address: string, text: string])[],
): Promise<void> {
  for (const [address, text] of cells) await typeIntoCell(page, address, text);
  await selectCell(page, "F13");
}

const MOST_ROWS = 100;

/** Row of the active sheet whose cell in a column begins with some words. */
async function rowOf(page: Page, column: string, words: string): Promise<number> {
  for (let row = 1; row <= MOST_ROWS; row += 1)
    if ((await readCell(page, column + row)).text.startsWith(words)) return row;
  throw new Error(`no row of the sheet has ${words} in ${column}`);
}

/** Four claims about committed spend, each shown on the example deal in live cells. */
export const MISSION_STORY: Story = {
  title: "Four things to know about a commitment",
  scenes: [
    {
      name: "promised-a-million",
      title: "Spent $700k of a promised $1M: the other $300k is simply gone",
      play: async ({ page, pane }) => {
        await startFromExample(pane);
        await settled(page);
        await openView(pane, "offer");
        // At 20% off, $875k of list usage is $700k of spend.
        await put(page, [
          ["F12", "875000"],
          ["F13", "1000000"],
        ]);
        await pane.getByText("you are in the $1M and above band").waitFor();
        await intoSight(pane, "bandwise-deal-facts");
        return YEAR;
      },
    },
    {
      name: "one-cent-under",
      title: "One cent under the threshold: the same usage costs $630,000",
      play: async ({ page, pane }) => {
        await pickInCell(page, "B14", "committed");
        await put(page, [
          ["F12", "700000"],
          ["F13", "499999.99"],
        ]);
        await pane.getByText("you are in the $250k to $500k band").waitFor();
        return YEAR;
      },
    },
    {
      name: "at-the-threshold",
      title: "One cent more: $595,000, at 15% instead of 10%",
      play: async ({ page, pane }) => {
        await put(page, [["F13", "500000"]]);
        await pane.getByText("you are in the $500k to $1M band").waitFor();
        return YEAR;
      },
    },
    {
      name: "smaller-is-better",
      title: "Under a forecast of $600k, give or take a third, $250k beats $500k",
      play: async ({ page, pane }) => {
        await put(page, [["F12", "600000"]]);
        await goHome(pane);
        await pane.locator("bandwise-home .evidence").getByText("$32,800 more than").waitFor();
        return ["B21", "B22", "F13", "F26", "F27", "F28", "F29"];
      },
    },
    {
      name: "worth-of-clauses",
      title: "What each clause is worth on the $500k deal, in dollars and in points",
      play: async ({ page, pane }) => {
        await pickInCell(page, "B14", "list");
        // What the rows of home say grows by a line, and they move under the pointer.
        await pane.locator("bandwise-home").getByText("Ask for 20.8% at $500k").waitFor();
        await openView(pane, "sheets");
        await button(pane, "Build decision sheet").click();
        await said(pane, "Built Decision");
        await settled(page);
        await openView(pane, "negotiation");
        const top = await rowOf(page, "M", "What each clause is worth");
        await selectCell(page, `M${top}`);
        return [
          `M${top}`,
          ...[1, 2, 3, 4, 5].flatMap((below) =>
            ["M", "N", "O", "P", "Q"].map((column) => column + (top + below)),
          ),
        ];
      },
    },
  ],
};
