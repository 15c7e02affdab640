import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { SCENARIOS, type ScenarioName } from "../taskpane/pane-scenarios";
import { describeInBrowser } from "./support/describe-in-browser";
import { button, field, focused } from "./support/pane";
import { faultsAtAllWidths, useScenarioPages } from "./support/scenario-pages";

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
        const found = await faultsAtAllWidths(page);
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
    faults.push(...(await faultsAtAllWidths(page)));
    await button(page, "Use selected cells").click();
    await page.getByText("4 usages in Forecast!B3:B8: $400,000 to $700,000.").waitFor();
    await page.getByLabel("At the selected cell").check();
    await button(page, "Build table").click();
    await button(page, "New sheet").waitFor();
    faults.push(...(await faultsAtAllWidths(page)));
    await button(page, "New sheet").click();
    await page
      .getByRole("status")
      .getByText(/^Built /)
      .waitFor();
    faults.push(...(await faultsAtAllWidths(page)));
    await button(page, "Check this Excel").click();
    await page.getByLabel("Report, with nothing of your workbook in it").waitFor();
    faults.push(...(await faultsAtAllWidths(page)));
    expect(faults).toEqual([]);
  });

  test("is accessible while numbers are given", async () => {
    const faults: string[] = [];
    const page = await show("empty", faults);
    await button(page, "Start from my numbers").click();
    await page.getByRole("heading", { name: "Start from my numbers" }).waitFor();
    faults.push(...(await faultsAtAllWidths(page)));
    await page.getByLabel("Bands offered").fill("250k 10%\n500k 15\n500.000 20%");
    await field(page, "Commitment").fill("500.000");
    await button(page, "Show where I stand").click();
    await page.getByText("Discount in row 2 of bands is 15").waitFor();
    await page.getByText('Commitment is "500.000", which may mean 500 or 500,000').waitFor();
    faults.push(...(await faultsAtAllWidths(page)));
    await page.getByLabel("Bands offered").fill("250k 10%\n500k 15%");
    await page.getByText("Understood as 2 bands: $250,000 10%, $500,000 15%").waitFor();
    faults.push(...(await faultsAtAllWidths(page)));
    expect(faults).toEqual([]);
  });

  test("is accessible while cells are chosen and a place is asked for", async () => {
    const faults: string[] = [];
    const page = await show("empty", faults);
    await button(page, "Start from my sheet").click();
    await page.getByRole("heading", { name: "Start from my sheet" }).waitFor();
    faults.push(...(await faultsAtAllWidths(page)));
    await fillIn(page, "Bands", "Wrong");
    await fillIn(page, "Terms", "Nowhere");
    await fillIn(page, "Usage", "Forecast!A3");
    await page.getByText("This workbook has no table or cells called Nowhere.").waitFor();
    await page.getByText("Discount in row 3 of bands is 15").waitFor();
    faults.push(...(await faultsAtAllWidths(page)));
    await fillIn(page, "Bands", "Offer");
    await page.getByText("Understood as 2 bands: $0 0%, $250,000 10%").waitFor();
    await page.getByText("The Forfeited share in row 3 of Bands is blank.").waitFor();
    await fillIn(page, "Terms", "My_terms");
    await fillIn(page, "Usage", "Forecast!B3");
    await page.getByText("Understood as $600,000").waitFor();
    await fillIn(page, "Forecast", "Outlook!A1:B3");
    await page.getByText("Understood as lognormal, mean $608,863, P10 $400k").waitFor();
    faults.push(...(await faultsAtAllWidths(page)));
    const overwriting = await show("cells to overwrite", faults);
    await overwriting.getByLabel("At the selected cell").check();
    await button(overwriting, "Build table").click();
    await button(overwriting, "Overwrite").waitFor();
    faults.push(...(await faultsAtAllWidths(overwriting)));
    await button(overwriting, "Another place").click();
    await button(overwriting, "Build here").waitFor();
    faults.push(...(await faultsAtAllWidths(overwriting)));
    expect(faults).toEqual([]);
  });

  test("is accessible with other axes, their messages and a table that no longer fits", async () => {
    const faults: string[] = [];
    const page = await show("a table that no longer fits", faults);
    await page.getByLabel("Measure").selectOption("Expected saving");
    await page.getByText("Usage is no axis here").waitFor();
    await page.getByLabel("Along the rows").selectOption("Position of a threshold");
    await page.getByLabel("Across the columns").selectOption("Discount of a band");
    faults.push(...(await faultsAtAllWidths(page)));
    await page.getByLabel("Band", { exact: true }).selectOption("From $1M, 20%");
    await field(page, "From").first().fill("200k");
    await page.getByText("so that the thresholds stay in order").waitFor();
    await field(page, "From").nth(1).fill("twenty");
    await page.locator("bandwise-table-form summary").click();
    await page.getByLabel("Written as").selectOption("Plain values");
    await page.getByText("For people without the add-in.").waitFor();
    faults.push(...(await faultsAtAllWidths(page)));
    expect(faults).toEqual([]);
  });

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
    faults.push(...(await faultsAtAllWidths(page)));
    await button(page, "Cancel").click();
    await button(page, "Delete").click();
    await button(page, "Undo").waitFor();
    faults.push(...(await faultsAtAllWidths(page)));
    await button(page, "Undo").click();
    await button(page, "Compare").click();
    await page.getByText(/Up to \$527,778 of usage/).waitFor();
    await expect.poll(() => focused(page)).toBe("Scenarios compared");
    faults.push(...(await faultsAtAllWidths(page)));
    expect(faults).toEqual([]);
  });

  test("rebuilds a table with the keyboard, and the focus goes to the new one", async () => {
    const page = await show("a table that no longer fits");
    await page.getByText("The thresholds of the deal have changed since").waitFor();
    await button(page, "Rebuild").press("Enter");
    await page
      .getByRole("status")
      .getByText(/^Built .* anew on /)
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

  test("prices the whole pane at the target discounts, and goes back", async () => {
    const page = await show("discount ranges");
    const lead = page.locator("bandwise-where-it-pays .lead");
    const card = page.locator("bandwise-threshold-choices li").nth(1);
    await lead.getByText("$500k beats $480k by $17.6k").waitFor();
    await page
      .getByText('Target in row 5 of bands is "18-22%", which is more than one discount')
      .waitFor();
    await card.getByText("$500k at 15%").click();
    const said =
      "At your target of 18% it pays by $30,813 a year; at your walk-away of 2% it does not.";
    await card.getByText(said).waitFor();
    await page.getByLabel("target", { exact: true }).check();
    await lead.getByText("$500k beats $480k by $30.8k").waitFor();
    await card.getByText("$500k at 18%").waitFor();
    await card.getByText(said).waitFor();
    await page
      .locator("bandwise-deal-facts")
      .getByText("Priced at your target discounts")
      .waitFor();
    await page.getByLabel("offered", { exact: true }).check();
    await lead.getByText("$500k beats $480k by $17.6k").waitFor();
    expect(await page.getByText("Priced at your target discounts").count()).toBe(0);
    expect(await (await show("example")).getByText("If the discounts come out at").count()).toBe(0);
  });

  test("labels every amount with the currency that is chosen, and keeps the focus in the list", async () => {
    const page = await show("example");
    const list = page.getByLabel("Currency");
    await list.selectOption("CHF");
    await page.getByText("Amounts are now labelled CHF. Nothing was converted.").first().waitFor();
    await expect.poll(() => focused(page)).toBe("Currency");
    await page.locator("bandwise-where-it-pays .lead").getByText("CHF\u00a0500k beats").waitFor();
    for (const card of await page.locator("bandwise-threshold-choices summary").all())
      await card.click();
    await page.locator("bandwise-threshold-choices").getByText("CHF\u00a0").first().waitFor();
    const words = await allWords(page);
    expect(words).toContain("Effective cost");
    expect(words.filter((text) => /\$|USD/.test(text))).toEqual(["USD, US Dollar"]);
  });

  test("takes amounts with the label that was chosen, and no other", async () => {
    const page = await show("empty");
    await page.getByLabel("Currency").selectOption("EUR");
    await page.getByText("Amounts are now labelled EUR.").first().waitFor();
    await button(page, "Start from my numbers").click();
    await page.getByLabel("Bands offered").fill("$250k 10%");
    await page
      .getByText('Threshold in row 1 of bands is "$250k", but amounts here are in EUR')
      .waitFor();
    await page.getByLabel("Bands offered").fill("€250k 10%\n500 000 EUR 15%");
    await page.getByText("Understood as 2 bands: €250,000 10%, €500,000 15%").waitFor();
    await field(page, "Commitment").fill("€480k");
    await page.getByText("Understood as €480,000").waitFor();
  });

  test("keeps the currency that was chosen just before something else came to its end", async () => {
    const page = await show("example");
    const list = page.locator("bandwise-currency");
    const setBusy = (busy: boolean) =>
      list
        .evaluate((element, value) => Object.assign(element, { busy: value }), busy)
        .then(() => {});
    await setBusy(true);
    await page.getByLabel("Currency").selectOption("EUR");
    await setBusy(false);
    await page.getByText("Amounts are now labelled EUR.").first().waitFor();
  });

  test("keeps the currency that was chosen just before a form took the list away", async () => {
    const page = await show("empty");
    await page.getByLabel("Currency").selectOption("EUR");
    await button(page, "Start from my numbers").click();
    await page.getByText("Amounts are now labelled EUR.").first().waitFor();
    await field(page, "Commitment").fill("€480k");
    await page.getByText("Understood as €480,000").waitFor();
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

  test("says beside a field how typed text was understood, to eyes and to screen readers", async () => {
    const page = await show("example");
    const typed = field(page, "Usage from");
    await typed.fill("250k");
    await page.getByText("Understood as $250,000").waitFor();
    await expect.poll(() => typed.getAttribute("aria-description")).toBe("Understood as $250,000");
    await typed.fill("500.000");
    await expect
      .poll(() => typed.getAttribute("aria-description"))
      .toContain("which may mean 500 or 500,000");
    expect(await typed.getAttribute("aria-invalid")).toBe("true");
  });

  test("typing in the middle of a number does not move the caret", async () => {
    const page = await show("example");
    const typed = field(page, "Usage to");
    await typed.fill("1200000");
    for (const key of ["Home", "ArrowRight", "5"]) await typed.press(key);
    await typed.press("0");
    expect(await typed.inputValue()).toBe("150200000");
  });
});

/** Types into a field and goes on from it. */
async function fillIn(page: Page, label: string, text: string): Promise<void> {
  await field(page, label).fill(text);
  await field(page, label).press("Enter");
}

/** Every text of the page, and what is only said to those who do not see it. */
function allWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const words: string[] = [];
    const collect = (node: Node): void => {
      if (node instanceof HTMLStyleElement) return;
      if (node instanceof Text) words.push((node.textContent ?? "").trim());
      if (node instanceof HTMLInputElement) words.push(node.value);
      if (node instanceof Element) {
        for (const name of ["aria-label", "aria-valuetext", "placeholder", "title"])
          words.push(node.getAttribute(name) ?? "");
        if (node.shadowRoot) collect(node.shadowRoot);
      }
      for (const child of node.childNodes) collect(child);
    };
    collect(document.body);
    return words.filter((text) => text !== "");
  });
}
