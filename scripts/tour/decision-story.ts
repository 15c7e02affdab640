import { settled } from "../../test/e2e/support/cells";
import { button, said } from "../../test/e2e/support/pane";
import { intoSight } from "../../test/e2e/support/stage";
import type { Story } from "./scene";

/** From the example to a decision and the sheet that proves it. */
export const DECISION_STORY: Story = {
  title: "From the example to a decision",
  scenes: [
    {
      name: "where-it-pays",
      title: "Which commitment pays under the forecast, and what one promised too high would cost",
      play: async ({ page, pane }) => {
        await button(pane, "Start from an example").click();
        await said(pane, "Added Deal");
        await settled(page);
        await intoSight(pane, "bandwise-where-it-pays");
        return ["F26", "F27", "F28", "F29"];
      },
    },
    {
      name: "thresholds",
      title: "Each threshold as a choice",
      play: async ({ pane }) => {
        await intoSight(pane, "bandwise-threshold-choices");
        return [];
      },
    },
    {
      name: "clauses",
      title: "What each clause is worth, in dollars and in points",
      play: async ({ pane }) => {
        await intoSight(pane, "bandwise-clauses");
        return [];
      },
    },
    {
      name: "decision",
      title: "The decision sheet: results as live formulas, with their chart",
      play: async ({ page, pane }) => {
        await button(pane, "Build decision sheet").click();
        await said(pane, "Built Decision");
        await settled(page);
        return ["B12", "B13", "B14", "B15", "B16", "B17", "B18"];
      },
    },
  ],
};
