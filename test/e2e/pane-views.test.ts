import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import type { ScenarioName } from "../taskpane/pane-scenarios";
import { describeInBrowser } from "./support/describe-in-browser";
import {
  button,
  field,
  goBack,
  goHome,
  isOpen,
  openView,
  takeFromMenu,
  type ViewName,
  wayTo,
} from "./support/pane";
import { height, SCREEN, TWO_SCREENS, useScenarioPages } from "./support/scenario-pages";

/** Each view, with what it draws last on the example. */
const DRAWN: Readonly<Record<ViewName, string>> = {
  start: "bandwise-empty details",
  usage: "bandwise-usage-facts fluent-button",
  offer: "bandwise-deal-facts",
  commitment: "bandwise-threshold-choices details",
  term: "bandwise-term details",
  negotiation: "bandwise-clauses table",
  sheets: "bandwise-table-form #build",
  scenarios: "bandwise-scenarios fluent-button",
  settings: "bandwise-about a",
};
const VIEWS = Object.keys(DRAWN) as ViewName[];
/** Fonts with wider letters than those of the pane, for users whose machine has other ones. */
const WIDER_FONTS = ["DejaVu Sans, Verdana", "DejaVu Serif, Georgia"];

describeInBrowser("the views of the pane", () => {
  const show = useScenarioPages<ScenarioName>("scenario-page", (page) =>
    page.locator("bandwise-home h1, bandwise-empty h1").waitFor(),
  );

  test("home fits one screen and each view two, before something is opened", async () => {
    const page = await show("example");
    await page.setViewportSize(SCREEN);
    await page.locator("bandwise-savings-sketch svg").waitFor();
    expect(await height(page)).toBe(SCREEN.height);
    const tall: string[] = [];
    for (const name of VIEWS) {
      await openView(page, name);
      await page.locator(DRAWN[name]).last().waitFor();
      const drawn = await height(page);
      if (drawn > TWO_SCREENS) tall.push(`${name}: ${drawn}`);
    }
    expect(tall).toEqual([]);
    await page.setViewportSize({ ...SCREEN, width: 320 });
    await openView(page, "negotiation");
    const lines = await page
      .locator("nav button")
      .evaluateAll((all) => new Set(all.map((one) => one.getBoundingClientRect().bottom)).size);
    expect(lines).toBe(1);
    await page.setViewportSize(SCREEN);
    for (const font of ["", ...WIDER_FONTS])
      expect(await widthOfNames(page, font)).toBeLessThanOrEqual(SCREEN.width);
  });

  test("home fits one screen and Negotiation two, with four scenarios and a load", async () => {
    const page = await show("four scenarios");
    await page.setViewportSize(SCREEN);
    await takeFromMenu(page, "Stay");
    await openView(page, "negotiation");
    await page.locator("bandwise-comparison table").first().waitFor();
    expect(await height(page)).toBeLessThanOrEqual(TWO_SCREENS);
    await openView(page, "commitment");
    await page.getByRole("slider", { name: "If usage is" }).press("ArrowRight");
    await page.locator("header .supposed").waitFor();
    await goHome(page);
    await page.locator("bandwise-savings-sketch svg").waitFor();
    await page.getByText("Showing scenario Stay.").waitFor();
    expect(await height(page)).toBe(SCREEN.height);
  });

  test("each place leads to each other one by one action, with the mouse and with the keyboard", async () => {
    const page = await show("example");
    const places = ["home", ...VIEWS] as const;
    /** Where the pane is, once the focus is on the heading. */
    const arrivedAt = (): Promise<string> =>
      page.evaluate(() => {
        const shell = document.querySelector("bandwise-pane")?.shadowRoot;
        const home = shell?.querySelector("bandwise-home")?.shadowRoot;
        const isOnHeading = (home ?? shell)?.activeElement?.localName === "h1";
        const open = shell?.querySelector('header [aria-current="page"]')?.className ?? "";
        return isOnHeading ? (/to-(\w+)/.exec(open)?.[1] ?? "home") : "";
      });
    for (const [index, one] of places.entries()) {
      if (index > 0) await wayTo(page, one).click();
      for (const other of places.slice(index + 1)) {
        await wayTo(page, other).click();
        await expect.poll(arrivedAt).toBe(other);
        await wayTo(page, one).press("Enter");
        await expect.poll(arrivedAt).toBe(one);
      }
    }
  });

  test("back restores the scroll, the open cards and the chart of a view", async () => {
    const page = await show("example");
    await page.setViewportSize({ width: 350, height: 400 });
    await scrollDownTo(page, 120);
    await clickInPlace(page, wayTo(page, "commitment"));
    await isOpen(page, "commitment");
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await button(page, "Full chart").click();
    const card = page.locator("bandwise-threshold-choices details").last();
    await card.locator("summary").click();
    await page.getByRole("slider", { name: "Expected saving by commitment" }).waitFor();
    await height(page);
    await scrollDownTo(page, 500);
    await clickInPlace(page, wayTo(page, "offer"));
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
    await goBack(page);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(500);
    expect(await card.evaluate((details) => (details as HTMLDetailsElement).open)).toBe(true);
    await button(page, "Hide full chart").waitFor();
    await clickInPlace(page, page.getByRole("button", { name: "Back", exact: true }));
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(120);
  });

  test("back and the switcher restore what was typed", async () => {
    const page = await show("example");
    await openView(page, "sheets");
    await field(page, "Usage from").fill("123k");
    await page.getByLabel("At the selected cell").check();
    await openView(page, "start");
    await button(page, "Start from a proposal").click();
    await page.getByLabel("Proposal", { exact: true }).fill("250k 10%");
    await openView(page, "sheets");
    expect(await field(page, "Usage from").inputValue()).toBe("123k");
    expect(await page.getByLabel("At the selected cell").isChecked()).toBe(true);
    await goBack(page);
    expect(await page.getByLabel("Proposal", { exact: true }).inputValue()).toBe("250k 10%");
    await openView(page, "scenarios");
    await button(page, "Save as scenario").click();
    await field(page, "Name").fill("Ours");
    await goHome(page);
    await openView(page, "scenarios");
    expect(await field(page, "Name").inputValue()).toBe("Ours");
    await openView(page, "start");
    await button(page, "Start from a proposal").click();
    expect(await page.getByLabel("Proposal", { exact: true }).inputValue()).toBe("250k 10%");
  });
});

/** What the ways to the views take side by side, with their names in a font; in the pane's own ones where it is "". */
function widthOfNames(page: Page, font: string): Promise<number> {
  return page.locator("nav").evaluate((nav, family) => {
    nav.style.fontFamily = family;
    const widths = [...nav.children].map((way) => way.getBoundingClientRect().width);
    nav.style.fontFamily = "";
    return widths.reduce((sum, width) => sum + width, 0);
  }, font);
}

async function scrollDownTo(page: Page, top: number): Promise<void> {
  await page.evaluate((wanted) => window.scrollTo({ top: wanted, behavior: "instant" }), top);
  expect(await page.evaluate(() => scrollY)).toBe(top);
}

/** Clicks what is in sight as a user does: Playwright's own click scrolls first, even to a head that stays at the top. */
async function clickInPlace(page: Page, target: Locator): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error("it is not drawn");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}
