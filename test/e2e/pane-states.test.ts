import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { SCENARIOS, type ScenarioName } from "../taskpane/pane-scenarios";
import { describeInBrowser } from "./support/describe-in-browser";
import { button, field, focused } from "./support/pane";
import { faultsOfPane, useScenarioPages } from "./support/scenario-pages";

describeInBrowser("the pane", () => {
  const show = useScenarioPages<ScenarioName>("scenario-page", (page) =>
    page.locator("h1").waitFor(),
  );

  test("is accessible and fits its width in every state", async () => {
    const faults: string[] = [];
    const names = Object.keys(SCENARIOS) as ScenarioName[];
    const lookAtRest = async (): Promise<void> => {
      for (let name = names.pop(); name !== undefined; name = names.pop()) {
        const page = await show(name, faults);
        const found = await faultsOfPane(page);
        faults.push(...found.map((fault) => `${name}: ${fault}`));
        await page.context().close();
      }
    };
    // Two pages at a time, since each keeps one core busy.
    await Promise.all([lookAtRest(), lookAtRest()]);
    expect(faults).toEqual([]);
  });

  test("is accessible with its messages", async () => {
    const faults: string[] = [];
    const page = await show("occupied", faults);
    await field(page, "Usage from").fill("500.000");
    await field(page, "Rows").fill("12.5");
    await button(page, "Build table").click();
    await page.getByText("which may mean 500").first().waitFor();
    faults.push(...(await faultsOfPane(page)));
    await button(page, "Use selected cells").click();
    await page.getByText("4 usages in Forecast!B3:B8: $400,000 to $700,000.").waitFor();
    await page.getByLabel("At the selected cell").check();
    await button(page, "Build table").click();
    await button(page, "New sheet").waitFor();
    faults.push(...(await faultsOfPane(page)));
    await button(page, "New sheet").click();
    await page
      .getByRole("status")
      .getByText(/^Built /)
      .waitFor();
    faults.push(...(await faultsOfPane(page)));
    await button(page, "Check this Excel").click();
    await page.getByLabel("Report, with nothing of your workbook in it").waitFor();
    faults.push(...(await faultsOfPane(page)));
    expect(faults).toEqual([]);
  });

  test("is accessible while numbers are given", async () => {
    const faults: string[] = [];
    const page = await show("empty", faults);
    await button(page, "Start from my numbers").click();
    await page.getByRole("heading", { name: "Start from my numbers" }).waitFor();
    faults.push(...(await faultsOfPane(page)));
    await page.getByLabel("Bands offered").fill("250k 10%\n500k 15\n500.000 20%");
    await field(page, "Commitment").fill("500.000");
    await button(page, "Show where I stand").click();
    await page.getByText("Discount in row 2 of bands is 15").waitFor();
    await page.getByText('Commitment is "500.000", which may mean 500 or 500,000').waitFor();
    faults.push(...(await faultsOfPane(page)));
    await page.getByLabel("Bands offered").fill("250k 10%\n500k 15%");
    await page.getByText("Understood as 2 bands: $250,000 10%, $500,000 15%").waitFor();
    faults.push(...(await faultsOfPane(page)));
    expect(faults).toEqual([]);
  });

  test("is accessible while cells are chosen and a place is asked for", async () => {
    const faults: string[] = [];
    const page = await show("empty", faults);
    await button(page, "Start from my sheet").click();
    await page.getByRole("heading", { name: "Start from my sheet" }).waitFor();
    faults.push(...(await faultsOfPane(page)));
    await fillIn(page, "Bands", "Wrong");
    await fillIn(page, "Terms", "Nowhere");
    await fillIn(page, "Usage", "Forecast!A3");
    await page.getByText("This workbook has no table or cells called Nowhere.").waitFor();
    await page.getByText("Discount in row 3 of bands is 15").waitFor();
    faults.push(...(await faultsOfPane(page)));
    await fillIn(page, "Bands", "Offer");
    await page.getByText("Understood as 2 bands: $0 0%, $250,000 10%").waitFor();
    await page.getByText("The Forfeited share in row 3 of Bands is blank.").waitFor();
    await fillIn(page, "Terms", "My_terms");
    await fillIn(page, "Usage", "Forecast!B3");
    await page.getByText("Understood as $600,000").waitFor();
    await fillIn(page, "Forecast", "Outlook!A1:B3");
    await page.getByText("Understood as lognormal, mean $608,863, P10 $400k").waitFor();
    faults.push(...(await faultsOfPane(page)));
    const overwriting = await show("cells to overwrite", faults);
    await overwriting.getByLabel("At the selected cell").check();
    await button(overwriting, "Build table").click();
    await button(overwriting, "Overwrite").waitFor();
    faults.push(...(await faultsOfPane(overwriting)));
    await button(overwriting, "Another place").click();
    await button(overwriting, "Build here").waitFor();
    faults.push(...(await faultsOfPane(overwriting)));
    expect(faults).toEqual([]);
  });

  test("is accessible with other axes, their messages and a table that no longer fits", async () => {
    const faults: string[] = [];
    const page = await show("a table that no longer fits", faults);
    await page.getByLabel("Measure").selectOption("Expected saving");
    await page.getByText("Usage is no axis here").waitFor();
    await page.getByLabel("Along the rows").selectOption("Position of a threshold");
    await page.getByLabel("Across the columns").selectOption("Discount of a band");
    faults.push(...(await faultsOfPane(page)));
    await page.getByLabel("Band", { exact: true }).selectOption("From $1M, 20%");
    await field(page, "From").first().fill("200k");
    await page.getByText("so that the thresholds stay in order").waitFor();
    await field(page, "From").nth(1).fill("twenty");
    await page.locator("bandwise-table-form summary").click();
    await page.getByLabel("Written as").selectOption("Plain values");
    await page.getByText("For people without the add-in.").waitFor();
    faults.push(...(await faultsOfPane(page)));
    expect(faults).toEqual([]);
  });

  test("is accessible while scenarios are edited, deleted and compared", async () => {
    const faults: string[] = [];
    const page = await show("scenarios", faults);
    await page.locator("bandwise-scenarios select").selectOption("Hold at $250k");
    await page.getByText("At $250,000 you are in").waitFor();
    await button(page, "Edit").click();
    await expect.poll(() => focused(page)).toBe("Edit Hold at $250k");
    await page.getByLabel("Cells: usage of past years").check();
    await field(page, "Commitment a year").fill("500.000");
    await button(page, "Save scenario").click();
    await page.getByText("Give the cells of usage").first().waitFor();
    faults.push(...(await faultsOfPane(page)));
    await button(page, "Cancel").click();
    await button(page, "Delete").click();
    await button(page, "Undo").waitFor();
    faults.push(...(await faultsOfPane(page)));
    await button(page, "Undo").click();
    await button(page, "Compare").click();
    await page.getByText(/Up to \$527,778 of usage/).waitFor();
    await expect.poll(() => focused(page)).toBe("Scenarios compared");
    faults.push(...(await faultsOfPane(page)));
    expect(faults).toEqual([]);
  });
});

/** Types into a field and goes on from it. */
async function fillIn(page: Page, label: string, text: string): Promise<void> {
  await field(page, label).fill(text);
  await field(page, label).press("Enter");
}
