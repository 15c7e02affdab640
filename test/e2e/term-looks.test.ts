import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { termRisk } from "../../src/analysis/term-risk";
import type { RiskQuestion } from "../../src/taskpane/views/term/risk/drawing-messages";
import type { RiskDraft } from "../../src/taskpane/views/term/risk/risk-draft";
import { planOf } from "../../src/term/plan";
import { drawOutcomes } from "../../src/term/risk";
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
    await textbox(page, "Usage moves in a year by").fill("30%");
    await page.locator("fluent-button", { hasText: "4,096 courses" }).press("Enter");
    await page.getByText("8 in 10 times, 3 years cost").waitFor();
    await drawsAsHere(page);
    faults.push(...(await faultsOfPane(page)));
    await goHome(page);
    expect(await rowLine(page, "term").textContent()).toMatch(/^3 years: \$/);
    await openView(page, "term");
    expect(await textbox(page, "Years").inputValue()).toBe("3");
    await textbox(page, "Years").fill("three");
    await page.getByRole("heading", { name: "The term cannot be priced as it is set" }).waitFor();
    await textbox(page, "Years").fill("3");
    await page.locator("fluent-button", { hasText: "Put these years" }).press("Enter");
    await page.getByText("The years come from the sheet, Schedule.").waitFor();
    expect(await textbox(page, "Years").count()).toBe(0);
    faults.push(...(await faultsOfPane(page)));
    expect(faults).toEqual([]);
  });
});

/** The browser draws the same words to the bit, and the same numbers but for the last bits of exp and log. */
async function drawsAsHere(page: Page): Promise<void> {
  const there = await page.evaluate(
    "[[1, 0, 0, 0], [1, 1, 2, 1], [4294967295, 99999, 119, 1]].map((of) => drawWord(...of))",
  );
  expect(there).toEqual([188542915, 2353253708, 902977684]);
  const drawn = await page
    .locator("bandwise-term")
    .evaluate((view) => (view as HTMLElement & { risk: RiskDraft }).risk.drawn);
  if (!drawn) throw new Error("nothing was drawn");
  const question = JSON.parse(drawn.of) as RiskQuestion;
  const outcomes = drawOutcomes(planOf(question.deal), question.usageUsd, 1, 0, 4_096);
  const { paths, ...here } = termRisk(outcomes);
  expect(drawn.risk.paths).toBe(paths);
  for (const [name, { value, error }] of Object.entries(here)) {
    const other = drawn.risk[name as keyof typeof here];
    expect(Math.abs(other.value - value), name).toBeLessThanOrEqual(1e-12 * here.cost.value);
    expect(Math.abs(other.error - error), name).toBeLessThanOrEqual(1e-12 * here.cost.value);
  }
}

function textbox(page: Page, name: string): Locator {
  return page.getByRole("textbox", { name, exact: true });
}
