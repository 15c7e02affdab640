import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Frame, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { termRisk } from "../../src/analysis/term-risk";
import type { RiskQuestion } from "../../src/taskpane/views/term/risk/drawing-messages";
import type { RiskDraft } from "../../src/taskpane/views/term/risk/risk-draft";
import { planOf } from "../../src/term/plan";
import { drawOutcomes } from "../../src/term/risk";
import { type TermCase, termCases } from "../cases/term-cases";
import type { ScenarioName } from "../taskpane/pane-scenarios";
import { agrees } from "../tolerance";
import { fillCells, openSheet, readCell, readTexts, settled } from "./support/cells";
import { closeWithoutFault } from "./support/close-without-fault";
import { describeInBrowser } from "./support/describe-in-browser";
import { openFile, saveFile } from "./support/files";
import { type OpenedWorkbook, openLocalWorkbook } from "./support/local-workbook";
import { button, field, goHome, openView, rowLine, said, startFromExample } from "./support/pane";
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
    await textbox(page, "Usage of each month past, at list prices").fill("60k; 70k; 65k; 80k");
    await page.getByText("Four months in, you are 22% behind").waitFor();
    while ((await closed.count()) > 0) await closed.first().press("Enter");
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

const RAMP = caseOf("O-ramp-credit-at-new-rate");

/** A ramp of three years with rollover, from what it costs to how it is going, in a workbook that is saved and goes on. */
describeInBrowser("a deal of three years", () => {
  let workbook: OpenedWorkbook;
  let folder: string;

  const heading = (pane: Frame, words: string | RegExp) =>
    pane.locator("bandwise-term h2", { hasText: words }).first().waitFor();
  const protections = (pane: Frame) => pane.locator("bandwise-term .switch label").allInnerTexts();
  const numberIn = async (address: string) =>
    Number((await readCell(workbook.page, address)).value);

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "bandwise-term-"));
    workbook = await openLocalWorkbook();
  });

  afterAll(async () => {
    await closeWithoutFault(workbook);
    await rm(folder, { recursive: true });
  });

  test("ranks its protections as list falls, and stays as it was when the lock is won and lost", async () => {
    const { pane } = workbook;
    await startFromExample(pane);
    await writeTermsOfCase(pane);
    await openView(pane, "term");
    await field(pane, "Commitment of each year").fill("450k; 500k; 1M");
    await heading(pane, /^\s*3 years cost/);
    // Once the terms are read: what the deal has is not on the list.
    await pane
      .getByRole("checkbox", { name: "Full rollover", includeHidden: true })
      .waitFor({ state: "detached" });
    const before = await protections(pane);
    await pane.getByRole("slider", { name: "If list prices" }).fill("-20");
    await pane.getByText("List prices fall 20% a year.").waitFor();
    expect(await protections(pane)).not.toEqual(before);
    await pane.getByRole("checkbox", { name: "Rate lock" }).check();
    await heading(pane, "with 1 protection won");
    await pane.getByRole("checkbox", { name: "Rate lock" }).uncheck();
    await button(pane, "Reset").click();
    await expect.poll(() => protections(pane)).toEqual(before);
  });

  test("is built as sheets that answer as its case does, with six months of it", async () => {
    const { page, pane } = workbook;
    await button(pane, "Put these years").click();
    await said(pane, "The years are on Schedule.");
    const usage = RAMP.inputs["usage"] as readonly (readonly number[])[];
    await fillCells(page, "B5", usage);
    await pane.locator("summary", { hasText: "How is it going?" }).click();
    await pane
      .getByRole("textbox", { name: "Usage of each month past, at list prices" })
      .fill("36k\n37k\n38k\n38k\n39k\n40k");
    await pane
      .getByText("Six months in, you are 9% behind: at this pace $39.6k rolls over.")
      .waitFor();
    await pane.getByRole("checkbox", { name: /^Burndown/ }).check();
    await button(pane, "Build sheets").click();
    await said(pane, "Built Term and Burndown.");
    await settled(page);
    await openSheet(page, "Term");
    const [, ...rows] = RAMP.expected as readonly (readonly unknown[])[];
    for (const [year, row] of rows.entries()) {
      const shown = [await numberIn(`B${10 + year}`), await numberIn(`C${10 + year}`)];
      for (const [at, column] of [6, 20].entries())
        expect(agrees(shown[at] ?? 0, Number(row[column]))).toBe(true);
    }
    await openSheet(page, "Burndown");
    expect(await numberIn("B21")).toBe(40_000);
    const utilization = await besideLabel(page, "Utilization");
    expect(utilization.slice(2)).toEqual(["91.2%", "used of it, over the commitment of $450,000"]);
  });

  test("goes on from its file: the years, the sheets and the months of it", async () => {
    const { page } = workbook;
    const pane = await openFile(page, await saveFile(page, folder));
    await openView(pane, "term");
    await pane.getByText("The years come from the sheet, Schedule.").waitFor();
    await openSheet(page, "Burndown");
    await fillCells(page, "B22", [[60_000]]);
    expect((await besideLabel(page, "Months past"))[2]).toBe("7");
    await openSheet(page, "Schedule");
    await fillCells(page, "C5", [[300_000]]);
    await pane.locator("bandwise-term td", { hasText: "$300,000" }).first().waitFor();
    await openSheet(page, "Term");
    expect(await numberIn("F10")).toBe(300_000);
  });
});

function caseOf(id: string): TermCase {
  const found = termCases.find((one) => one.id === id);
  if (!found) throw new Error(`no case ${id}`);
  return found;
}

/** The bands and the terms of the case in the cells of the example: list overage throughout, and a rollover that is used first. */
function writeTermsOfCase(pane: Frame): Promise<void> {
  return pane.evaluate(() =>
    Excel.run(async (context) => {
      const { names } = context.workbook;
      names.getItem("Bands").getRangeOrNullObject().getLastRow().getCell(0, 3).values = [["list"]];
      // Overage premium and Forfeited share are at their defaults.
      const last = names.getItem("Terms").getRangeOrNullObject();
      last.getCell(3, 0).getResizedRange(1, 1).values = [
        ["Rollover share", 1],
        ["Rollover order", "rollover first"],
      ];
      await context.sync();
    }),
  );
}

/** What the row of the active sheet shows, from column A to D, whose first cell says so. */
async function besideLabel(page: Page, label: string): Promise<readonly string[]> {
  const rows = await readTexts(page, "A1", "D90");
  return rows.find(([first]) => first === label) ?? [];
}
