import { settled } from "../../test/e2e/support/cells";
import { button, openView, said, startFromExample } from "../../test/e2e/support/pane";
import type { Story } from "./scene";

/** From the example to a decision and the sheet that proves it. */
export const DECISION_STORY: Story = {
  title: "From the example to a decision",
  scenes: [
    {
      name: "where-it-pays",
      title: "Home: which commitment pays, why, and the answer of each view",
      play: async ({ page, pane }) => {
        await startFromExample(pane);
        await settled(page);
        return ["F26", "F27", "F28", "F29"];
      },
    },
    {
      name: "thresholds",
      title: "Commitment: each threshold as a choice",
      play: async ({ pane }) => {
        await openView(pane, "commitment");
        return [];
      },
    },
    {
      name: "clauses",
      title: "Negotiation: what to ask for, and what each clause is worth in dollars and in points",
      play: async ({ pane }) => {
        await openView(pane, "negotiation");
        return [];
      },
    },
    {
      name: "decision",
      title: "The decision sheet: results as live formulas, with their chart",
      play: async ({ page, pane }) => {
        await openView(pane, "sheets");
        await button(pane, "Build decision sheet").click();
        await said(pane, "Built Decision");
        await settled(page);
        return ["A5", "B7", "B8", "B9", "B10", "B11"];
      },
    },
  ],
};
