import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { describeInBrowser } from "./support/describe-in-browser";
import { button } from "./support/pane";
import { PANE_WIDTHS } from "./support/pictures";
import { tooWide, useScenarioPages, violations } from "./support/scenario-pages";

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
const DIFFERENT = ["mission", "marginal", "every clause", "no forecast"] as const;

describeInBrowser("thresholds as a choice, and clauses", () => {
  const show = useScenarioPages<(typeof CASES)[number]>("choices-page", (page) =>
    page.locator("bandwise-clauses h2").first().waitFor(),
  );

  test("are accessible, cards open", async () => {
    const faults: string[] = [];
    let page: Page | undefined;
    for (const name of DIFFERENT) {
      page = await show(name, faults, page);
      await openAll(page);
      faults.push(...(await violations(page)).map((violation) => `${name}: ${violation}`));
    }
    expect(faults).toEqual([]);
  });

  test("fit every width in every case, cards open", async () => {
    const faults: string[] = [];
    let page: Page | undefined;
    for (const name of CASES) {
      page = await show(name, faults, page);
      await openAll(page);
      for (const width of PANE_WIDTHS)
        faults.push(...(await tooWide(page, width)).map((fault) => `${name}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });

  test("say of the mission's case which threshold pays, and what to ask for", async () => {
    const page = await show("mission");
    const half = page.locator("details").nth(1);
    await half.getByText("Hold: $500k is filled in 46 of 100 years.").waitFor();
    await half.getByText("To reach for it, ask for").waitFor();
    await half.getByText("A discount of 25.7%, 10.7 points more than offered").waitFor();
    await half.getByText("stays $250k while this threshold lies").waitFor();
    expect(await half.locator(".money td").allTextContents()).toEqual([
      "$555,556",
      "5.6%",
      "$250,000",
      "−$32,772",
      "$185,262",
    ]);
  });

  test("open and switch with the keyboard alone, and a card stays open with its new numbers", async () => {
    const page = await show("at a threshold");
    for (let stop = 0; stop < 3; stop++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const top = page.locator("details").nth(2);
    await top.getByText(/To reach for it, ask for|What it would take/).waitFor();
    const before = await top.locator("summary").innerText();
    for (let stop = 0; stop < 3; stop++) await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await expect
      .poll(() => said(page))
      .toMatch(/^1 clause is on: .* At \$500,000 that saves \$31,636 a year\.$/);
    expect(
      await page.getByRole("checkbox", { name: "Half the shortfall returned" }).isChecked(),
    ).toBe(true);
    await expect.poll(() => top.locator("summary").innerText()).not.toBe(before);
    await top.getByText(/To reach for it, ask for|What it would take/).waitFor();
    await page.keyboard.press("Space");
    await expect.poll(() => top.locator("summary").innerText()).toBe(before);
    await expect.poll(() => said(page)).toBe("");
  });

  test("show the values of the worked cases beside bars of their length", async () => {
    const page = await show("at a threshold");
    const rows = page.locator("bandwise-clauses tbody");
    // T-protection-half-true-down and T-protection-overage; the point is DISCOUNT_POINT_VALUE at list overage.
    await expect
      .poll(() => rows.locator('th[scope="rowgroup"]').allTextContents())
      .toEqual([
        "Half the shortfall returned",
        "Step-up right",
        "Overage at the committed rate",
        "All together",
      ]);
    const numbers = await rows.first().locator("td:not(.track)").allTextContents();
    expect(numbers).toEqual(["$31,636", "10.0", "$31,636", "10.0"]);
    const lengths = await rows
      .locator("rect.bar")
      .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width));
    const [half = 0, , overage = 0, together = 0] = lengths;
    expect(half / together).toBeCloseTo(31_636 / 45_435, 1);
    expect(overage / together).toBeCloseTo(12_930 / 45_435, 1);
    await page.getByText("1 point of discount = $3,152 a year").waitFor();
  });

  test("draw a few of many thresholds, and all when asked", async () => {
    const page = await show("many thresholds");
    expect(await page.locator("summary").count()).toBeLessThan(6);
    await page.getByText("$500k at 9% · present").waitFor();
    await button(page, "Show all 40 thresholds").press("Enter");
    await expect.poll(() => page.locator("summary").count()).toBe(40);
    await button(page, "Show fewer thresholds").waitFor();
  });
});

/** What the section says aloud. */
async function said(page: Page): Promise<string> {
  return (await page.getByRole("status").innerText()).trim();
}

/** Opens every card and takes every clause. */
async function openAll(page: Page): Promise<void> {
  const closed = page.locator("details:not([open]) > summary");
  await closed.evaluateAll((cards) => {
    for (const card of cards) if (card instanceof HTMLElement) card.click();
  });
  await expect.poll(() => closed.count()).toBe(0);
  for (const box of await page.getByRole("checkbox", { disabled: false }).all()) await box.check();
}
