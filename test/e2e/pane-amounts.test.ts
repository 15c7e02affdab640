import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { ScenarioName } from "../taskpane/pane-scenarios";
import { describeInBrowser } from "./support/describe-in-browser";
import { button, field, focused, goHome, openView } from "./support/pane";
import { pictureOf, useScenarioPages } from "./support/scenario-pages";

describeInBrowser("amounts in the pane", () => {
  const show = useScenarioPages<ScenarioName>("scenario-page", (page) =>
    page.locator("h1").waitFor(),
  );

  test("prices the whole pane at the target discounts, and goes back", async () => {
    const page = await show("discount ranges");
    const line = page.locator("header .verdict");
    await openView(page, "offer");
    await page
      .getByText('Target in row 5 of bands is "18-22%", which is more than one discount')
      .waitFor();
    await openView(page, "commitment");
    const offered = await line.innerText();
    const card = page.locator("bandwise-threshold-choices li").nth(1);
    await card.getByText("$500k at 15%").waitFor();
    if ((await card.locator("details[open]").count()) === 0) await card.locator("summary").click();
    const said =
      "At your target of 18% it pays by $30,813 a year; at your walk-away of 2% it does not.";
    await card.getByText(said).waitFor();
    await page.getByLabel("target", { exact: true }).check();
    await line.getByText("If discounts are your target").waitFor();
    await card.getByText("$500k at 18%").waitFor();
    await card.getByText(said).waitFor();
    expect(await line.innerText()).not.toContain(offered);
    await openView(page, "offer");
    await page.getByText("Priced at your target discounts").first().waitFor();
    await openView(page, "commitment");
    await page.getByLabel("offered", { exact: true }).check();
    await expect.poll(() => line.innerText()).toBe(offered);
    await openView(page, "offer");
    await expect.poll(() => page.getByText("Priced at your target discounts").count()).toBe(0);
    const other = await show("example");
    await openView(other, "commitment");
    await other.locator("bandwise-threshold-choices details").first().waitFor();
    expect(await other.getByText("If the discounts come out at").count()).toBe(0);
  });

  test("labels every amount in every view with the currency that is chosen, and keeps the focus in the list", async () => {
    const page = await show("example");
    await openView(page, "settings");
    await expect.poll(() => focused(page)).toBe("Settings");
    await page.getByLabel("Currency").focus();
    await page.getByLabel("Currency").selectOption("CHF");
    await page.getByText("Amounts are now labelled CHF. Nothing was converted.").first().waitFor();
    await expect.poll(() => focused(page)).toBe("Currency");
    const words = [...(await allWords(page))];
    for (const name of ["usage", "offer", "negotiation", "sheets", "scenarios", "start"] as const) {
      await openView(page, name);
      words.push(...(await allWords(page)));
    }
    await openView(page, "commitment");
    await button(page, "Full chart").click();
    const cards = page.locator("bandwise-threshold-choices details");
    await cards.first().waitFor();
    for (const card of await cards.all())
      if ((await card.getAttribute("open")) === null) await card.locator("summary").click();
    await page.locator("bandwise-threshold-choices").getByText("CHF\u00a0").first().waitFor();
    words.push(...(await allWords(page)));
    await goHome(page);
    words.push(...(await allWords(page)));
    expect(words).toContain("Effective cost");
    expect(words.filter((text) => text.includes("CHF\u00a0500k")).length).toBeGreaterThan(3);
    expect(words.filter((text) => /\$|USD/.test(text))).toEqual(["USD, US Dollar"]);
  });

  test("takes amounts with the label that was chosen, and no other", async () => {
    const page = await show("empty");
    await openView(page, "settings");
    await page.getByLabel("Currency").selectOption("EUR");
    await page.getByText("Amounts are now labelled EUR.").first().waitFor();
    await openView(page, "start");
    await button(page, "Start from a proposal").click();
    await page.getByLabel("Proposal", { exact: true }).fill("$250k 10%");
    await page.getByText('Proposal is "$250k 10%", but amounts here are in EUR').waitFor();
    await page.getByLabel("Proposal", { exact: true }).fill("€250k 10%\n500 000 EUR 15%");
    await page.getByText("Understood: 2 bands").waitFor();
    await page.getByRole("rowheader", { name: "€500,000" }).waitFor();
    await field(page, "Commitment").fill("€480k");
    await page.getByText("Understood as €480,000").waitFor();
  });

  test("keeps the currency that was chosen just before something else came to its end", async () => {
    const page = await show("example");
    await openView(page, "settings");
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

  test("keeps the currency that was chosen just before another view took the list away", async () => {
    const page = await show("empty");
    await openView(page, "settings");
    await page.getByLabel("Currency").selectOption("EUR");
    await openView(page, "start");
    await button(page, "Start from a proposal").click();
    await field(page, "Commitment").waitFor();
    await pictureOf(page);
    await field(page, "Commitment").fill("€480k");
    await page.getByText("Understood as €480,000").waitFor();
  });

  test("says beside a field how typed text was understood, to eyes and to screen readers", async () => {
    const page = await show("example");
    await openView(page, "sheets");
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
    await openView(page, "sheets");
    const typed = field(page, "Usage to");
    await typed.fill("1200000");
    for (const key of ["Home", "ArrowRight", "5"]) await typed.press(key);
    await typed.press("0");
    expect(await typed.inputValue()).toBe("150200000");
  });
});

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
