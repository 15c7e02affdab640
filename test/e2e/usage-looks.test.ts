import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeInBrowser } from "./support/describe-in-browser";
import { button, openView } from "./support/pane";
import {
  faultsOfPane,
  height,
  SCREEN,
  TWO_SCREENS,
  useScenarioPages,
} from "./support/scenario-pages";

const HEADINGS =
  "usage_date_utc,model_version,workspace,usage_input_tokens_no_cache,usage_output_tokens";
/** A year of usage: a day a month, a model without a price, and a line that cannot be read. */
const USAGE = [
  HEADINGS,
  ...Array.from(
    { length: 12 },
    (_, index) =>
      `2026-${String(index + 1).padStart(2, "0")}-01,claude-sonnet-4-5,Platform,900000000,90000000`,
  ),
  "2026-03-02,claude-example-preview,Research,66000000,6000000",
  "2026-03-03,claude-sonnet-4-5,Research,12a,6000000",
  "Total,,,900000000,90000000",
  "",
].join("\n");

describeInBrowser("imported usage in the pane", () => {
  const show = useScenarioPages<"imported" | "none">("usage-page", (page) =>
    page.locator("bandwise-home h1").waitFor(),
  );

  async function choose(page: Page, name: string, text: string): Promise<void> {
    const file = { name, mimeType: "text/csv", buffer: Buffer.from(text) };
    await page.locator("bandwise-import-form input[type=file]").setInputFiles([file]);
    await page.locator("bandwise-import-form .drop").waitFor({ state: "detached" });
    await page.locator("bandwise-import-form progress").waitFor({ state: "detached" });
  }

  test("fits two screens with a year of months, and is accessible with everything open", async () => {
    const faults: string[] = [];
    const page = await show("imported", faults);
    await openView(page, "usage");
    await page.locator("bandwise-months svg").first().waitFor();
    await page.setViewportSize(SCREEN);
    expect(await height(page)).toBeLessThanOrEqual(TWO_SCREENS);
    for (const part of ["months", "efficient-use", "usage-forecast", "to-commitment"])
      await page.locator(`bandwise-${part} summary`).click();
    await page.locator("bandwise-efficient-use #routed").press("ArrowRight");
    await page.locator("bandwise-efficient-use #cached").press("End");
    await page.getByText("Nothing is routed yet").waitFor();
    await page.locator("bandwise-to-commitment table").waitFor();
    faults.push(...(await faultsOfPane(page)));
    await button(page, "Exclude…").click();
    await button(page, "Exclude").last().click();
    await page.getByText("Reason is missing").waitFor();
    faults.push(...(await faultsOfPane(page)));
    await openView(page, "offer");
    await page.locator("bandwise-comparables .plot").waitFor();
    await page.locator("bandwise-comparables details summary").click();
    faults.push(...(await faultsOfPane(page)));
    expect(faults).toEqual([]);
  });

  test("fits two screens as a preview, and is accessible with what it leaves out and what it refuses", async () => {
    const faults: string[] = [];
    const page = await show("none", faults);
    await openView(page, "usage");
    await button(page, "Import usage exports").click();
    faults.push(...(await faultsOfPane(page)));
    await choose(page, "usage.csv", USAGE);
    await page.getByRole("heading", { name: /^12 months, / }).waitFor();
    await page.setViewportSize(SCREEN);
    expect(await height(page)).toBeLessThanOrEqual(TWO_SCREENS);
    const lists = page.locator("bandwise-import-form details:not([open]) summary");
    while ((await lists.count()) > 0) await lists.first().click();
    faults.push(...(await faultsOfPane(page)));
    await button(page, "Choose other files").click();
    await choose(page, "usage.csv", HEADINGS);
    await page.getByRole("heading", { name: "None of these files can be imported" }).waitFor();
    faults.push(...(await faultsOfPane(page)));
    expect(faults).toEqual([]);
  });
});
