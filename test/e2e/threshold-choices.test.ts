import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { findBrowser, launchBrowser } from "../support/browser";
import { type ScenarioServer, serveScenarios } from "../taskpane/scenario-server";
import { describeInBrowser } from "./support/describe-in-browser";
import { button } from "./support/pane";

const CASES = [
  "example",
  "mission",
  "at a threshold",
  "no commitment",
  "top band",
  "marginal",
  "no thresholds",
  "many thresholds",
  "every clause",
  "certain usage",
  "never filled",
  "no forecast",
  "terms at fault",
] as const;
/** Cases whose parts are not all in another one: only these are looked at by axe. */
const DIFFERENT: readonly string[] = ["mission", "marginal", "every clause", "no forecast"];
const WIDTHS = [320, 350, 450] as const;
const LOOKS = ["light", "dark", "forced colors"] as const;

const axeSource = await readFile(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

describeInBrowser("thresholds as a choice, and clauses", () => {
  let server: ScenarioServer;
  let browser: Browser;
  const open: Page[] = [];

  beforeAll(async () => {
    const choice = await findBrowser();
    if (choice.kind === "none") throw new Error(choice.reason);
    [server, browser] = await Promise.all([serveScenarios("choices-page"), launchBrowser(choice)]);
  }, 120_000);

  afterEach(async () => {
    for (const page of open.splice(0)) await page.context().close();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function show(
    name: (typeof CASES)[number],
    look: (typeof LOOKS)[number] = "light",
    faults: string[] = [],
  ): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 350, height: 900 },
      colorScheme: look === "dark" ? "dark" : "light",
      forcedColors: look === "forced colors" ? "active" : "none",
    });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    open.push(page);
    page.on("pageerror", (error) => faults.push(`${name}: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(`${name}: ${message.text()}`);
    });
    await page.goto(`${server.url}?scenario=${encodeURIComponent(name)}`);
    await page.getByRole("heading", { name: "What a clause is worth" }).waitFor();
    return page;
  }

  for (const look of LOOKS) {
    test(`are accessible and fit their width in every case, cards open, ${look}`, {
      timeout: 300_000,
    }, async () => {
      const faults: string[] = [];
      for (const name of CASES) {
        const page = await show(name, look, faults);
        for (const card of await page.locator("summary").all()) await card.click();
        for (const box of await page.getByRole("checkbox", { disabled: false }).all())
          await box.check();
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (over > 0) faults.push(`${name} at ${width} is ${over} too wide`);
        }
        if (DIFFERENT.includes(name))
          faults.push(...(await violations(page)).map((violation) => `${name}: ${violation}`));
        await page.context().close();
      }
      expect(faults).toEqual([]);
    });
  }

  test("say of the mission's case which threshold pays, and what to ask for", async () => {
    const page = await show("mission");
    const half = page.locator("details").nth(1);
    await half.getByText("Does not pay, by $32,772 a year").waitFor();
    expect(await half.getByText("What to ask for").count()).toBe(0);
    await half.locator("summary").click();
    await half.getByText("A discount of 25.7%, 10.7 points more than offered").waitFor();
    await half
      .getByText("stays $250k if this threshold lies anywhere from $450k to $550k.")
      .waitFor();
    expect(await half.locator(".money td").allTextContents()).toEqual([
      "$250,000",
      "$555,556",
      "5.6%",
      "46%",
      "36%",
      "−$32,772",
    ]);
  });

  test("open and switch with the keyboard alone, and a card stays open with its new numbers", async () => {
    const page = await show("at a threshold");
    for (let stop = 0; stop < 3; stop++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const top = page.locator("details").nth(2);
    await top.getByText("What to ask for").waitFor();
    const before = await top.locator("summary").innerText();
    for (let stop = 0; stop < 3; stop++) await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await expect
      .poll(() => said(page))
      .toMatch(/^1 clause is on: .* At \$500,000 that saves \$31,636 a year\.$/);
    expect(await page.getByLabel("Half the shortfall returned").isChecked()).toBe(true);
    await expect.poll(() => top.locator("summary").innerText()).not.toBe(before);
    await top.getByText("What to ask for").waitFor();
    await page.keyboard.press("Space");
    await expect.poll(() => top.locator("summary").innerText()).toBe(before);
    await expect.poll(() => said(page)).toBe("");
  });

  test("show the values of the worked cases beside bars of their length", async () => {
    const page = await show("at a threshold");
    const rows = page.locator("bandwise-clauses tbody");
    // T-protection-half-true-down, T-point-value-500000 and T-protection-overage.
    await expect
      .poll(() => rows.locator('th[scope="rowgroup"]').allTextContents())
      .toEqual([
        "Half the shortfall returned",
        "Step-up right",
        "Overage at the committed rate",
        "All together",
      ]);
    const numbers = await rows.first().locator("td:not(.track)").allTextContents();
    expect(numbers).toEqual(["$31,636", "8.9", "$31,636", "8.9"]);
    const lengths = await rows
      .locator("rect.bar")
      .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width));
    const [half = 0, , overage = 0, together = 0] = lengths;
    expect(half / together).toBeCloseTo(31_636 / 45_435, 1);
    expect(overage / together).toBeCloseTo(12_930 / 45_435, 1);
    await page.getByText("1 point = $3,542 a year").waitFor();
  });

  test("draw a few of many thresholds, and all when asked", async () => {
    const page = await show("many thresholds");
    expect(await page.locator("summary").count()).toBe(8);
    await page.getByText("$500k at 9%").waitFor();
    await button(page, "Show all 40 thresholds").press("Enter");
    await expect.poll(() => page.locator("summary").count()).toBe(40);
    await button(page, "Show fewer thresholds").waitFor();
  });
});

/** What the section says aloud. */
async function said(page: Page): Promise<string> {
  return (await page.getByRole("status").innerText()).trim();
}

async function violations(page: Page): Promise<readonly string[]> {
  const hasAxe = await page.evaluate(() => "axe" in window);
  if (!hasAxe) await page.evaluate(axeSource);
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary}`),
  );
}
