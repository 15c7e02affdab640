import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import type { ScenarioName } from "../taskpane/pane-scenarios";
import { describeInBrowser } from "./support/describe-in-browser";
import { goHome, openView, rowLine } from "./support/pane";
import { faultsOfPane, useScenarioPages } from "./support/scenario-pages";

describeInBrowser("several years in the pane", () => {
  const show = useScenarioPages<ScenarioName>("scenario-page", (page) =>
    page.locator("bandwise-home h1").waitFor(),
  );

  test("answer by keyboard, are accessible with everything open, and stay while home is shown", async () => {
    const faults: string[] = [];
    const page = await show("example", faults);
    await openView(page, "term");
    await textbox(page, "Years").fill("3");
    await textbox(page, "Usage grows a year").fill("25%");
    await textbox(page, "Commitment of each year").fill("900k");
    await page.getByRole("heading", { name: /rollover \$34\.9k of the \$461k/ }).waitFor();
    await page.getByRole("slider", { name: "If list prices" }).press("ArrowLeft");
    await page.getByText("List prices fall 5% a year.").waitFor();
    const closed = page.locator("bandwise-term details:not([open]) > summary");
    while ((await closed.count()) > 0) await closed.first().press("Enter");
    const rollover = page.getByRole("checkbox", { name: "Full rollover" });
    await rollover.press("Space");
    await page.getByRole("heading", { name: /with 1 protection won/ }).waitFor();
    expect(await rollover.evaluate((box) => box.matches(":focus"))).toBe(true);
    faults.push(...(await faultsOfPane(page)));
    await goHome(page);
    expect(await rowLine(page, "term").textContent()).toMatch(/^3 years: \$/);
    await openView(page, "term");
    expect(await textbox(page, "Years").inputValue()).toBe("3");
    await textbox(page, "Years").fill("three");
    await page.getByRole("heading", { name: "The term cannot be priced as it is set" }).waitFor();
    expect(faults).toEqual([]);
  });
});

function textbox(page: Page, name: string): Locator {
  return page.getByRole("textbox", { name, exact: true });
}
