import { openSheet, settled } from "../../test/e2e/support/cells";
import { button, field, openView, said, startFromExample } from "../../test/e2e/support/pane";
import { intoSight } from "../../test/e2e/support/stage";
import type { Story } from "./scene";

/** From exports of usage to the commitment worth making: the first chapter of docs/guide.md, on the made year of the example. */
export const USAGE_STORY: Story = {
  title: "From exports to the commitment",
  scenes: [
    {
      name: "import-preview",
      title: "A year of exports, before anything is written",
      play: async ({ page, pane }) => {
        await startFromExample(pane);
        await settled(page);
        await button(pane, "Add twelve months of example usage").click();
        await pane.getByRole("heading", { name: /^12 months, / }).waitFor();
        return [];
      },
    },
    {
      name: "months",
      title: "Usage by month, and a backfill that will not come again",
      play: async ({ page, pane }) => {
        await pane.locator("bandwise-import-form fluent-button[appearance=primary]").click();
        await said(pane, /Imported [\d,]+ rows: by month on Months/);
        await settled(page);
        await openView(pane, "usage");
        await pane.locator("bandwise-months summary").click();
        await button(pane, "Exclude…").click();
        const form = pane.locator("bandwise-exclusion-form");
        for (const end of ["#from", "#to"])
          await form.locator(end).selectOption({ label: "2026-05" });
        await form.locator("#workspace").selectOption({ label: "Backfill" });
        await field(pane, "Share").fill("100%");
        await field(pane, "Reason").fill("Reindex of the archive");
        await form.locator("fluent-button[appearance=primary]").click();
        await said(pane, "Excluded from 2026-05.");
        await settled(page);
        await openSheet(page, "Months");
        await intoSight(pane, "bandwise-months");
        return ["A11", "E11", "J11", "K11"];
      },
    },
    {
      name: "efficient-use",
      title: "Levers, and what each saves in sequence",
      play: async ({ pane }) => {
        const levers = pane.locator("bandwise-efficient-use");
        await levers.locator("summary").click();
        await levers.locator("#from").selectOption("claude-sonnet-4-5");
        await levers.locator("#to").selectOption("claude-haiku-4-5");
        for (const [lever, steps] of [
          ["#routed", 16],
          ["#batched", 12],
        ] as const)
          for (let step = 0; step < steps; step++) await levers.locator(lever).press("ArrowRight");
        await levers.getByText(/^Efficient use would save \d/).waitFor();
        await intoSight(pane, "bandwise-efficient-use");
        return [];
      },
    },
    {
      name: "to-commitment",
      title: "The year ahead, and what current and efficient usage each commit to",
      play: async ({ pane }) => {
        await pane.locator("bandwise-efficient-use summary").click();
        await pane.locator("bandwise-usage-forecast summary").click();
        await pane.locator("bandwise-to-commitment summary").click();
        await pane.locator("bandwise-to-commitment table").waitFor();
        await intoSight(pane, "bandwise-usage-forecast");
        return [];
      },
    },
    {
      name: "efficient-sheet",
      title: "The same as live cells, and its forecast as a scenario",
      play: async ({ page, pane }) => {
        await pane.locator("bandwise-usage-forecast summary").click();
        await pane.locator("bandwise-efficient-use summary").click();
        await button(pane, "Build the sheets").click();
        await said(pane, "Built Efficient use and Usage forecast.");
        await settled(page);
        await button(pane, "Use the efficient forecast in a scenario").click();
        await said(pane, "Added the scenario Efficient usage");
        await settled(page);
        await openSheet(page, "Efficient use");
        return [];
      },
    },
  ],
};
