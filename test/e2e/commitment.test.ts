import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { COMMITMENT_CASES, type CommitmentCase } from "../taskpane/commitment-cases";
import { describeInBrowser } from "./support/describe-in-browser";
import { button } from "./support/pane";
import { PANE_WIDTHS } from "./support/pictures";
import { pictureOf, tooWide, useScenarioPages, violations } from "./support/scenario-pages";

describeInBrowser("the view of the commitment", () => {
  const show = useScenarioPages<CommitmentCase | "as written">("commitment-page", (page) =>
    page.locator("h2").first().waitFor(),
  );

  test("is accessible, as it is and with the load moved", async () => {
    const faults: string[] = [];
    let page: Page | undefined;
    for (const name of ["example", "certain usage", "200 bands"] as const) {
      page = await show(name, faults, page);
      await openChart(page);
      await page.getByText("How sure is this?").click();
      await page.locator('bandwise-how-sure [aria-busy="false"] > p').first().waitFor();
      faults.push(...(await violations(page)));
      await page.getByRole("slider", { name: "If usage is" }).press("PageDown");
      await page.getByRole("slider", { name: "Expected saving by commitment" }).focus();
      faults.push(...(await violations(page)));
    }
    expect(faults).toEqual([]);
  });

  test("fits every width, and no text of the chart covers another", async () => {
    const faults: string[] = [];
    let page: Page | undefined;
    for (const name of Object.keys(COMMITMENT_CASES) as CommitmentCase[]) {
      page = await show(name, faults, page);
      await openChart(page);
      for (const moved of [false, true]) {
        if (moved) await page.getByRole("slider", { name: "If usage is" }).press("PageDown");
        faults.push(...(await misplaced(page)).map((fault) => `${name}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
  });

  test("reads both sides of every threshold with the keyboard, aloud and to the eye", async () => {
    const page = await show("example");
    await openChart(page);
    const chart = page.getByRole("slider", { name: "Expected saving by commitment" });
    expect(await chart.getAttribute("aria-valuetext")).toMatch(/^\$480k, 10% off: saves \$17,122/);
    await chart.press("PageUp");
    const at500 =
      "$500k, 15% off: saves $26,728 a year on average. It is filled in 46 of 100 years and costs more than list in 36.";
    expect(await chart.getAttribute("aria-valuetext")).toBe(at500);
    await page.getByText(at500).waitFor();
    await chart.press("ArrowLeft");
    expect(await chart.getAttribute("aria-valuetext")).toMatch(/^\$499,999\.99, 10% off/);
    await chart.press("Home");
    expect(await chart.getAttribute("aria-valuetext")).toMatch(/^Committing nothing/);
    await chart.press("ArrowLeft");
    expect(await chart.getAttribute("aria-valuenow")).toBe("0");
    await chart.press("End");
    expect(await chart.getAttribute("aria-valuenow")).toBe("1250000");
    await chart.press("PageDown");
    expect(await chart.getAttribute("aria-valuetext")).toMatch(/^\$1M, 20% off: costs \$401,277/);
    await chart.press("ArrowRight");
    expect(await chart.getAttribute("aria-valuenow")).toBe("1020000");
    await chart.press("Tab");
    await page.getByText("Point at the chart, or go to it").waitFor();
  });

  test("reads what is pointed at", async () => {
    const page = await show("example");
    await openChart(page);
    const chart = page.getByRole("slider", { name: "Expected saving by commitment" });
    await chart.scrollIntoViewIfNeeded();
    const box = await chart.boundingBox();
    if (!box) throw new Error("the chart has no place on the page");
    const seen = await page.locator("p.read").evaluateHandle((read) => {
      const texts = new Set<string>();
      const look = (): unknown => texts.add(read.textContent.trim().split(/[,:] /)[0] ?? "");
      new MutationObserver(look).observe(read, {
        characterData: true,
        childList: true,
        subtree: true,
      });
      return texts;
    });
    await page.mouse.move(box.x, box.y + 60);
    await page.mouse.move(box.x + box.width, box.y + 60, { steps: Math.ceil(box.width / 2) });
    const names = await seen.evaluate((texts) => [...texts]);
    for (const name of ["Committing nothing", "$249,999.99", "$250k", "$480k", "$500k", "$1M"])
      expect(names).toContain(name);
    await page.mouse.move(5, 5);
    await page.getByText("Point at the chart, or go to it").waitFor();
  });

  test("moves everything with the load, tells it politely, and goes back", async () => {
    const page = await show("example");
    await openChart(page);
    const load = page.getByRole("slider", { name: "If usage is" });
    const sentence = page.getByRole("status");
    const curve = page.locator("svg .curve");
    const before = await curve.getAttribute("d");
    expect(await page.locator("svg .before").count()).toBe(0);
    for (let step = 0; step < 4; step++) await load.press("ArrowLeft");
    await sentence.getByText("With usage 20% lower than forecast.").waitFor();
    expect(await load.getAttribute("aria-valuetext")).toBe("20% lower than forecast");
    await sentence.getByText("Sit at $250k, hold below $500k and $1M.").waitFor();
    await page.getByRole("heading", { name: "What if our load drops 20%?" }).waitFor();
    expect(await curve.getAttribute("d")).not.toBe(before);
    expect(await page.locator("svg .before").count()).toBe(1);
    const chart = page.getByRole("slider", { name: "Expected saving by commitment" });
    expect(await chart.getAttribute("aria-valuetext")).toMatch(/^\$480k, 10% off: costs \$40,446/);
    for (let step = 0; step < 10; step++) await load.press("ArrowRight");
    await page.getByRole("heading", { name: "What if our load grows 30%?" }).waitFor();
    await sentence.getByText("Reach for $500k, hold below $1M.").waitFor();
    await button(page, "Reset").click();
    await sentence.getByText("Sit at $250k, hold below $500k and $1M.").waitFor();
    await expect.poll(() => curve.getAttribute("d")).toBe(before);
    expect(await load.inputValue()).toBe("0");
    await page.getByRole("heading", { name: "What if our load drops 20%?" }).waitFor();
  });

  test("stops the load at half less and half more", async () => {
    const page = await show("example");
    const load = page.getByRole("slider", { name: "If usage is" });
    await load.press("Home");
    await page.getByText("50% lower than forecast").first().waitFor();
    await load.press("End");
    await page.getByText("50% higher than forecast").first().waitFor();
  });

  test("says that usage is taken as certain, and asks how sure it is", async () => {
    const page = await show("certain usage");
    await page.getByText("Usage of $700,000 is taken as certain.").first().waitFor();
    await button(page, "Say how sure it is").click();
    await expect.poll(() => page.title()).toBe("asked how sure");
    const known = await show("example");
    expect(await button(known, "Say how sure it is").count()).toBe(0);
  });

  test("is no taller than two screens before something is opened", async () => {
    let page: Page | undefined;
    for (const name of ["as written", "example", "200 bands", "billions"] as const) {
      page = await show(name, [], page);
      await page.setViewportSize({ width: 350, height: 760 });
      await page.locator("details").first().waitFor();
      expect(
        await page.locator("bandwise-commitment").evaluate((view) => view.scrollHeight),
      ).toBeLessThan(1_520);
    }
  });

  test("says what to do about each threshold, and opens the one in question", async () => {
    const page = await show("present threshold");
    await expect
      .poll(() => page.locator(".badge").allTextContents())
      .toEqual(["sit here", "hold below", "hold below"]);
    const half = page.locator("details").nth(1);
    await half.getByText("$500k at 15% · present").waitFor();
    await half.getByText("A discount of 25.7%, 10.7 points more than offered").waitFor();
    expect(await page.locator("details[open]").count()).toBe(1);
  });

  test("is reached by the keyboard in the order of its parts", async () => {
    const page = await show("certain usage");
    await openChart(page);
    const stops: string[] = [];
    await page.getByRole("heading", { name: "Which threshold to reach for" }).click();
    for (let stop = 0; stop < 13; stop++) {
      await page.keyboard.press("Tab");
      stops.push((await focusedName(page)).split("\n")[0] ?? "");
    }
    expect(stops.map((stop) => stop.trim())).toEqual([
      ...["saving", "cost", "fill", "loss"],
      "Say how sure it is",
      "If usage is",
      expect.stringMatching(/^\$250k at 10%/),
      expect.stringMatching(/^\$500k at 15%/),
      expect.stringMatching(/^\$1M at 20%/),
      "How sure is this?",
      "Build decision sheet",
      "Hide full chart",
      "Expected saving by commitment",
    ]);
  });
});

/** Opens the whole chart. */
async function openChart(page: Page): Promise<void> {
  await button(page, "Full chart").click();
  await page.getByRole("slider", { name: "Expected saving by commitment" }).waitFor();
  await pictureOf(page);
}

/** What is too wide for the pane, and texts of the chart on each other, at each width. */
async function misplaced(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const width of PANE_WIDTHS) {
    faults.push(...(await tooWide(page, width)));
    await pictureOf(page);
    faults.push(...(await coveredTexts(page)).map((fault) => `at ${width} ${fault}`));
  }
  return faults;
}

/** Texts of the chart that lie on each other or reach out of the pane, as the browser measures them. */
function coveredTexts(page: Page): Promise<readonly string[]> {
  return page.locator("svg text").evaluateAll((texts) => {
    const boxes = texts.map((text) => ({
      text: text.textContent ?? "",
      box: text.getBoundingClientRect(),
    }));
    return boxes.flatMap(({ text, box }, index) => [
      ...(box.left < 8 || box.right > innerWidth - 8 ? [`${text} reaches out`] : []),
      ...boxes
        .slice(0, index)
        .filter(
          ({ box: other }) =>
            box.left < other.right - 0.5 &&
            other.left < box.right - 0.5 &&
            box.top < other.bottom - 2 &&
            other.top < box.bottom - 2,
        )
        .map((other) => `${text} covers ${other.text}`),
    ]);
  });
}

/** The name of what has the focus. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) {
      if (active.localName.startsWith("fluent-")) break;
      active = active.shadowRoot.activeElement;
    }
    return active?.getAttribute("aria-label") ?? active?.textContent?.trim() ?? "";
  });
}
