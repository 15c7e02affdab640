import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { ScenarioName } from "../taskpane/pane-scenarios";
import { describeInBrowser } from "./support/describe-in-browser";
import { button, focused, goBack, openView, said } from "./support/pane";
import { useScenarioPages } from "./support/scenario-pages";

describeInBrowser("the focus in the pane", () => {
  const show = useScenarioPages<ScenarioName>("scenario-page", (page) =>
    page.locator("h1").waitFor(),
  );

  test("goes from numbers to a verdict with the keyboard alone, and never loses the focus", async () => {
    const page = await show("empty");
    await button(page, "Start from a proposal").press("Enter");
    await expect.poll(() => focused(page)).toBe("Proposal");
    const fill = async (label: string, text: string): Promise<void> => {
      await page.keyboard.press("Tab");
      expect(await focused(page)).toBe(label);
      await page.keyboard.insertText(text);
    };
    await page.keyboard.insertText("250k 10%\n500k 15%\n1M 20%");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Use selected cells");
    await fill("Commitment", "250k");
    await page.keyboard.press("Tab");
    await fill("Low", "300k");
    await fill("Likely", "550k");
    const toTheEnd = async (): Promise<void> => {
      for (const stop of ["Received", "How firm is it?", "Keep its text on the sheet"]) {
        await page.keyboard.press("Tab");
        expect(await focused(page)).toBe(stop);
      }
      await page.keyboard.press("Tab");
      expect(await focused(page)).toBe("Show where I stand");
    };
    await page.keyboard.press("Tab");
    await toTheEnd();
    await page.keyboard.press("Enter");
    await page.getByText("High is missing: give an amount in USD, such as 250k.").first().waitFor();
    await expect.poll(() => focused(page)).toBe("High");
    await page.keyboard.insertText("1.1M");
    await toTheEnd();
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe(await headline(page));
    await page.locator("bandwise-savings-sketch").waitFor();
  });

  test("rebuilds a table with the keyboard, and the focus stays at it", async () => {
    const page = await show("a table that no longer fits");
    await openView(page, "sheets");
    await page.getByText("The thresholds of the deal have changed since").waitFor();
    await button(page, "Rebuild").press("Enter");
    await said(page, /Rebuilt .* on /);
    await expect.poll(() => focused(page)).toMatch(/^Remove this table/);
    expect(await button(page, "Rebuild").count()).toBe(0);
  });

  test("chooses one's own cells with the keyboard alone, and never loses the focus", async () => {
    const page = await show("empty");
    await button(page, "Start from my sheet").press("Enter");
    await expect.poll(() => focused(page)).toBe("Bands, with their headings");
    await page.keyboard.type("'My sheet'!B2:D5");
    await page.keyboard.press("Enter");
    await page.getByText("Understood as 3 bands: $0 0%, $250,000 10%, $1,000,000 20%").waitFor();
    expect(await focused(page)).toBe("Bands, with their headings");
    const stops: string[] = [];
    while (stops.at(-1) !== "Use these cells" && stops.length < 20) {
      await page.keyboard.press("Tab");
      stops.push(await focused(page));
    }
    expect(stops).toEqual([
      "Use selected cells for Bands",
      "Terms (optional)",
      "Use selected cells for Terms",
      "Usage of a year (optional)",
      "Use selected cells for Usage",
      "Commitment (optional)",
      "Use selected cells for Commitment",
      "Forecast (optional)",
      "Use selected cells for Forecast",
      "Schedule of several years (optional)",
      "Use selected cells for Schedule",
      "Use these cells",
    ]);
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe(await headline(page));
    await openView(page, "offer");
    await expect.poll(() => focused(page)).toBe("Offer");
    await button(page, "Change cells").press("Enter");
    await expect.poll(() => focused(page)).toBe("Bands, with their headings");
    await button(page, "Cancel").press("Enter");
    await expect.poll(() => focused(page)).toBe("Offer");
  });

  test("after another place is asked for the focus is on the button that builds there", async () => {
    const page = await show("cells to overwrite");
    await openView(page, "sheets");
    await page.getByLabel("At the selected cell").check();
    await button(page, "Build table").click();
    await button(page, "Another place").press("Enter");
    await expect.poll(() => focused(page)).toBe("Build here");
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("Another place");
  });

  test("goes from nothing to a table with the keyboard alone, and never loses the focus", async () => {
    const page = await show("empty");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Start from an example");
    await page.keyboard.press("Enter");
    await page.locator("bandwise-home").waitFor();
    await expect.poll(() => focused(page)).toBe(await headline(page));
    expect(await stopsUntil(page, /^Sheets/)).toEqual([
      ...["saving", "cost", "fill", "loss"],
      expect.stringMatching(/^Usage/),
      expect.stringMatching(/^Offer/),
      expect.stringMatching(/^Commitment/),
      expect.stringMatching(/^Term/),
      expect.stringMatching(/^Negotiation/),
      expect.stringMatching(/^Sheets/),
    ]);
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("Sheets");
    expect(await stopsUntil(page, /^Build table$/)).toEqual([
      "Start a deal",
      "Scenarios",
      "Settings",
      "Home",
      "Usage",
      "Offer",
      "Commitment",
      "Term",
      "Negotiation",
      "Sheets",
      "Build decision sheet",
      "Build as plain values",
      "Measure",
      "Along the rows",
      "Usage from",
      "Usage to",
      "Rows at most",
      "Use selected cells",
      "Across the columns",
      "Points between",
      expect.stringContaining("Written as"),
      "New sheet",
      "Build table",
    ]);
    await page.keyboard.press("Enter");
    await said(page, /Built /);
    expect(await focused(page)).toBe("Build table");
    for (let back = 0; (await focused(page)) !== GO_TO && back < 40; back += 1)
      await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatch(/^Remove this table/);
    await page.keyboard.press("Enter");
    await said(page, /Removed /);
    await expect.poll(() => focused(page)).toBe("Tables in this workbook");
  });

  test("opens the menu of deals with the keyboard, moves in it, and goes back to its button", async () => {
    const page = await show("scenarios");
    const trigger = page.locator("bandwise-deal-menu .trigger");
    await trigger.press("ArrowDown");
    await expect.poll(() => focused(page)).toBe("The deal in the workbook");
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => focused(page)).toBe("Read again");
    await page.keyboard.press("Escape");
    await expect.poll(() => focused(page)).toBe("The deal in the workbook");
    expect(await trigger.getAttribute("aria-expanded")).toBe("false");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => focused(page)).toBe("Hold at $250k");
    await page.keyboard.press("Enter");
    await expect.poll(() => trigger.innerText()).toBe("Hold at $250k");
    expect(await focused(page)).toBe("Hold at $250k");
  });

  test("Escape does not leave a form, and back leads from it to the view before", async () => {
    const page = await show("example");
    await openView(page, "usage");
    await button(page, "Choose other cells").press("Enter");
    await expect.poll(() => focused(page)).toBe("Bands, with their headings");
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("Bands, with their headings");
    await goBack(page);
    await expect.poll(() => focused(page)).toBe("Usage");
  });

  test("after a table is removed the focus is on the one that took its place", async () => {
    const page = await show("tables");
    await openView(page, "sheets");
    await button(page, "Remove this table").first().click();
    await expect
      .poll(() => focused(page))
      .toBe("Remove this table Discount received by usage and commitment on Discount table");
  });

  test("after the selected cells are given up the focus is in the first field", async () => {
    const page = await show("example");
    await openView(page, "sheets");
    await button(page, "Use selected cells").click();
    await button(page, "Type the usages").click();
    await expect.poll(() => focused(page)).toBe("Usage from");
  });

  test("after a new sheet is used the focus is on the button that builds", async () => {
    const page = await show("occupied");
    await openView(page, "sheets");
    await page.getByLabel("At the selected cell").check();
    await button(page, "Build table").click();
    await button(page, "New sheet").click();
    await expect.poll(() => focused(page)).toBe("Build table");
  });
});

const GO_TO = "Go to Effective cost by usage and commitment on Cost table";

/** The verdict, which is the heading of home. */
async function headline(page: Page): Promise<string> {
  return (await page.locator("bandwise-home h1").innerText()).trim();
}

/** What the Tab key goes through, up to the first stop with these words. */
async function stopsUntil(page: Page, words: RegExp): Promise<readonly string[]> {
  const stops: string[] = [];
  while (!words.test(stops.at(-1) ?? "") && stops.length < 40) {
    await page.keyboard.press("Tab");
    stops.push(await focused(page));
  }
  return stops;
}
