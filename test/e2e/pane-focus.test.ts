import { expect, test } from "vitest";
import type { ScenarioName } from "../taskpane/pane-scenarios";
import { describeInBrowser } from "./support/describe-in-browser";
import { button, focused } from "./support/pane";
import { useScenarioPages } from "./support/scenario-pages";

describeInBrowser("the focus in the pane", () => {
  const show = useScenarioPages<ScenarioName>("scenario-page", (page) =>
    page.locator("h1").waitFor(),
  );

  test("goes from numbers to a verdict with the keyboard alone, and never loses the focus", async () => {
    const page = await show("empty");
    await button(page, "Start from my numbers").press("Enter");
    await expect.poll(() => focused(page)).toBe("Start from my numbers");
    const fill = async (label: string, text: string): Promise<void> => {
      await page.keyboard.press("Tab");
      expect(await focused(page)).toBe(label);
      await page.keyboard.insertText(text);
    };
    await fill("Bands offered", "250k 10%\n500k 15%\n1M 20%");
    await fill("Commitment", "250k");
    await page.keyboard.press("Tab");
    await fill("Low", "300k");
    await fill("Likely", "550k");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Show where I stand");
    await page.keyboard.press("Enter");
    await page.getByText("High is missing: give an amount in USD, such as 250k.").first().waitFor();
    await expect.poll(() => focused(page)).toBe("High");
    await page.keyboard.insertText("1.1M");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("Where you stand");
    await page.locator("bandwise-where-it-pays .lead").waitFor();
  });

  test("rebuilds a table with the keyboard, and the focus stays at it", async () => {
    const page = await show("a table that no longer fits");
    await page.getByText("The thresholds of the deal have changed since").waitFor();
    await button(page, "Rebuild").press("Enter");
    await page
      .getByRole("status")
      .getByText(/^Rebuilt .* on /)
      .waitFor();
    await expect.poll(() => focused(page)).toMatch(/^Remove this table/);
    expect(await button(page, "Rebuild").count()).toBe(0);
  });

  test("chooses one's own cells with the keyboard alone, and never loses the focus", async () => {
    const page = await show("empty");
    await button(page, "Start from my sheet").press("Enter");
    await expect.poll(() => focused(page)).toBe("Start from my sheet");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Bands, with their headings");
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
      "Use these cells",
    ]);
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("Where you stand");
    await button(page, "Change cells").press("Enter");
    await expect.poll(() => focused(page)).toBe("Start from my sheet");
    await button(page, "Cancel").press("Enter");
    await expect.poll(() => focused(page)).toBe("Where you stand");
  });

  test("after another place is asked for the focus is on the button that builds there", async () => {
    const page = await show("cells to overwrite");
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
    await page.getByRole("heading", { name: "Where you stand" }).waitFor();
    await expect.poll(() => focused(page)).toBe("Where you stand");
    const stops: string[] = [];
    while (stops.at(-1) !== "Build table" && stops.length < 40) {
      await page.keyboard.press("Tab");
      stops.push(await focused(page));
    }
    expect(stops).toEqual([
      "Change cells",
      "Read again",
      expect.stringContaining("Best"),
      "Reset",
      "If usage is as forecast",
      expect.stringMatching(/^\$250k at 10%/),
      expect.stringMatching(/^\$500k at 15%/),
      expect.stringMatching(/^\$1M at 20%/),
      "Overage at the committed rate",
      "Step-up right",
      "Half the shortfall returned",
      "Build decision sheet",
      "Save as scenario",
      "Measure",
      "Along the rows",
      "Usage from",
      "Usage to",
      "Rows",
      "Use selected cells",
      "Across the columns",
      "Points between",
      expect.stringContaining("Written as"),
      "New sheet",
      "Build table",
    ]);
    await page.keyboard.press("Enter");
    await page
      .getByRole("status")
      .getByText(/^Built /)
      .waitFor();
    expect(await focused(page)).toBe("Build table");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Go to Effective cost by usage and commitment on Cost table");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page
      .getByRole("status")
      .getByText(/^Removed /)
      .waitFor();
    await expect.poll(() => focused(page)).toBe("Tables in this workbook");
  });

  test("after a table is removed the focus is on the one that took its place", async () => {
    const page = await show("tables");
    await button(page, "Remove this table").first().click();
    await expect
      .poll(() => focused(page))
      .toBe("Remove this table Discount received by usage and commitment on Discount table");
  });

  test("after the selected cells are given up the focus is in the first field", async () => {
    const page = await show("example");
    await button(page, "Use selected cells").click();
    await button(page, "Type the usages").click();
    await expect.poll(() => focused(page)).toBe("Usage from");
  });

  test("after a new sheet is used the focus is on the button that builds", async () => {
    const page = await show("occupied");
    await page.getByLabel("At the selected cell").check();
    await button(page, "Build table").click();
    await button(page, "New sheet").click();
    await expect.poll(() => focused(page)).toBe("Build table");
  });
});
