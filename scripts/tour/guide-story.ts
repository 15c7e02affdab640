import { openSheet, pickInCell, settled } from "../../test/e2e/support/cells";
import { button, field, isOpen, openView, said } from "../../test/e2e/support/pane";
import { intoSight } from "../../test/e2e/support/stage";
import type { Story } from "./scene";

const SLIDER = { name: "If usage is" };

/** From a vendor's offer to a position that is proved, saved and compared: the journey of docs/guide.md. */
export const GUIDE_STORY: Story = {
  title: "From an offer to a position",
  scenes: [
    {
      name: "numbers",
      title: "The offer, typed as it was written",
      play: async ({ page, pane }) => {
        await settled(page);
        await button(pane, "Start from a proposal").click();
        await pane
          .getByLabel("Proposal", { exact: true })
          .fill("250k at 10%\n500k at 15%\n1M at 20%");
        await field(pane, "Commitment").fill("500k");
        await pane.getByText("An average and its spread").click();
        await field(pane, "Average").fill("600k");
        await field(pane, "Spread").fill("35%");
        await pane.getByText("Understood: 3 bands").waitFor();
        await pane.locator("bandwise-proposal").evaluate((form) => form.scrollIntoView());
        return [];
      },
    },
    {
      name: "verdict",
      title: "Home: the verdict, why, and the answer of each view",
      play: async ({ page, pane }) => {
        await button(pane, "Show where I stand").click();
        await said(pane, "Added Deal from the proposal.");
        await settled(page);
        await pickInCell(page, "B13", "committed");
        await pane.locator("bandwise-home .evidence").getByText("$32,800 more than").waitFor();
        return ["B13", "F11", "F12", "F25", "F26", "F27", "F28"];
      },
    },
    {
      name: "usage",
      title: "Usage: what a year may come to, and where that is written",
      play: async ({ pane }) => {
        await openView(pane, "usage");
        return [];
      },
    },
    {
      name: "offer",
      title: "Offer: the bands and terms as understood, your band and the next",
      play: async ({ pane }) => {
        await openView(pane, "offer");
        return [];
      },
    },
    {
      name: "commitment",
      title: "Commitment: which threshold to reach for, and which to hold below",
      play: async ({ pane }) => {
        await openView(pane, "commitment");
        await pane.locator("bandwise-threshold-choices details").first().waitFor();
        return [];
      },
    },
    {
      name: "load-drops",
      title: "What if our load drops 20%? One slider moves everything",
      play: async ({ pane }) => {
        const load = pane.getByRole("slider", SLIDER);
        for (let step = 0; step < 4; step++) await load.press("ArrowLeft");
        await pane.locator("header .verdict").getByText("usage is 20% lower").waitFor();
        return [];
      },
      leave: async ({ pane }) => {
        await button(pane, "Reset").click();
      },
    },
    {
      name: "what-to-ask",
      title: "A threshold that does not pay, and what to ask for instead",
      play: async ({ pane }) => {
        const ask = pane
          .locator("bandwise-threshold-choices")
          .getByText("To reach for it, ask for");
        await ask.evaluate((words) => words.scrollIntoView({ block: "center" }));
        return [];
      },
    },
    {
      name: "full-chart",
      title: "Commitment: the full chart, with the numbers of each mark",
      play: async ({ pane }) => {
        await button(pane, "Full chart").click();
        await intoSight(pane, "bandwise-full-chart");
        return [];
      },
    },
    {
      name: "negotiation",
      title: "Negotiation: what to ask for, and what each clause is worth",
      play: async ({ pane }) => {
        await openView(pane, "negotiation");
        await pane.locator("bandwise-clauses table").waitFor();
        return [];
      },
    },
    {
      name: "any-two-axes",
      title: "Any two inputs against each other: a guessed threshold and its discount",
      play: async ({ page, pane }) => {
        await openView(pane, "sheets");
        for (const [label, option] of [
          ["Measure", "Expected saving"],
          ["Along the rows", "Position of a threshold"],
          ["Threshold", "From $500k, 15%"],
          ["Across the columns", "Discount of a band"],
          ["Band", "From $500k, 15%"],
        ] as const)
          await pane.getByLabel(label, { exact: true }).selectOption(option);
        await button(pane, "Build table").click();
        await said(pane, "Built Expected saving");
        await settled(page);
        return ["A10", "G9", "G10", "A14", "G14"];
      },
    },
    {
      name: "scenarios",
      title: "Scenarios are rows of a visible table",
      play: async ({ page, pane }) => {
        await openView(pane, "scenarios");
        for (const [press, name, commitment] of [
          ["Save as scenario", "Offered", "500k"],
          ["New scenario", "Ours", "250k"],
        ] as const) {
          await button(pane, press).click();
          await field(pane, "Name").fill(name);
          await field(pane, "Commitment a year").fill(commitment);
          await button(pane, "Save scenario").click();
          await said(pane, `Saved ${name}.`);
        }
        await settled(page);
        await openSheet(page, "Scenarios");
        return ["A6", "B6", "C6", "A7", "B7", "C7"];
      },
    },
    {
      name: "compared",
      title: "Side by side: cost, saving, risk, regret, and where the winner changes",
      play: async ({ page, pane }) => {
        await openView(pane, "scenarios");
        await button(pane, "Compare").click();
        await isOpen(pane, "negotiation");
        await button(pane, "Build comparison sheet").click();
        await said(pane, "Built Comparison");
        await settled(page);
        return ["B10", "C10"];
      },
    },
  ],
};
