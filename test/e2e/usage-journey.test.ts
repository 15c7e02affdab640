import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Frame } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { settled, sheetNames } from "./support/cells";
import { closeWithoutFault } from "./support/close-without-fault";
import { describeInBrowser } from "./support/describe-in-browser";
import { openFile, saveFile } from "./support/files";
import { pressOn } from "./support/keyboard";
import { type OpenedWorkbook, openLocalWorkbook } from "./support/local-workbook";
import {
  button,
  field,
  goHome,
  isOpen,
  openView,
  rowLine,
  said,
  startFromExample,
  verdict,
} from "./support/pane";

const EXPORTS = path.resolve(import.meta.dirname, "../../docs/example-exports");
const CASES = path.resolve(import.meta.dirname, "../cases/exports");
const YEAR = "example-usage-2025-11-to-2026-10.csv";
const BILL = "example-cost-2026-08-to-2026-10.csv";
const NEXT_MONTH = "example-usage-2026-11.csv";

/** Drops files on the form, as somebody does who holds them with the mouse. */
async function drop(pane: Frame, ...names: readonly string[]): Promise<void> {
  const files = names.map((name) => ({
    name,
    text: readFileSync(path.join(EXPORTS, name), "utf8"),
  }));
  const held = await pane.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, text } of given) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await pane.locator("bandwise-import-form .drop").dispatchEvent("drop", { dataTransfer: held });
}

/** From the exports of a year to the deal by mouse, in a workbook that is saved and goes on with the next month by keyboard. */
describeInBrowser("usage exports become the forecast that a commitment rests on", () => {
  let workbook: OpenedWorkbook;
  let folder: string;
  let pane: Frame;
  const preview = () => pane.locator("bandwise-import-form");
  const months = () => pane.locator("bandwise-months");
  const cellsOf = async (month: string): Promise<readonly string[]> => {
    const row = months().locator(".hidden table tbody tr", { hasText: month });
    return (await row.locator("td").allTextContents()).map((text) => text.trim());
  };

  const efficient = () => pane.locator("bandwise-efficient-use");
  const answer = (part: string) => pane.locator(`${part} h2`);
  /** Clicks a slider where the share is: the thumb goes there. */
  const slide = async (lever: string, share: number): Promise<void> => {
    const slider = efficient().locator(`#${lever}`);
    const box = await slider.boundingBox();
    await slider.click({ position: { x: (box?.width ?? 0) * share, y: (box?.height ?? 0) / 2 } });
  };
  const press = (name: string | RegExp, ...keys: readonly string[]): Promise<void> =>
    pressOn(workbook.page, pane, name, ...keys);

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "bandwise-usage-"));
    workbook = await openLocalWorkbook();
    pane = workbook.pane;
    await startFromExample(pane);
    await withoutForecast(pane);
  });

  afterAll(async () => {
    await closeWithoutFault(workbook);
    await rm(folder, { recursive: true });
  });

  test("the example offers a made year, and nothing is written before somebody says so", async () => {
    await button(pane, "Add twelve months of example usage").click();
    await preview()
      .getByRole("heading", { name: /^12 months, \$6\d\d,\d{3} at list prices$/ })
      .waitFor();
    await preview()
      .getByText(/^The bill is .*its list prices/)
      .waitFor();
    await button(pane, "Cancel").click();
    await pane.locator("bandwise-home").waitFor();
    await openView(pane, "usage");
    await button(pane, "Add twelve months of example usage").waitFor();
    expect(await sheetNames(workbook.page)).toEqual(["Sheet1", "Deal"]);
  });

  test("exports are read by the built worker, imported and taken out again", async () => {
    const choose = (...names: readonly string[]): Promise<void> =>
      preview()
        .locator("input[type=file]")
        .setInputFiles(names.map((name) => path.join(CASES, name)));
    await button(pane, "Import usage exports").click();
    // Nothing of an empty file is read, and the form says so and offers the way on.
    await choose("12-empty.csv");
    await preview().locator(".notice.fault", { hasText: "is empty" }).waitFor();
    await button(pane, "Choose other files").click();
    await choose("01-console-usage-2026-09.csv", "02-console-cost-2026-09.csv");
    await preview().locator("h2", { hasText: "1 month, " }).waitFor();
    await preview()
      .locator("p", { hasText: /^Usage and bill agree on/ })
      .waitFor();
    await preview().locator("fluent-button[appearance=primary]").press("Enter");
    await said(pane, /Imported \d+ rows: by month on Months/);
    await months().locator("svg").first().waitFor();
    expect(await months().locator(".notice").allTextContents()).toEqual([]);
    await openView(pane, "sheets");
    await button(pane, "Remove this table").filter({ hasText: "Imported usage" }).click();
    await said(pane, "Removed Imported usage");
    expect(await sheetNames(workbook.page)).toEqual(["Sheet1", "Deal"]);
    await openView(pane, "usage");
  });

  test("files that are dropped are previewed: months, what has no price, and the bill beside the usage", async () => {
    await button(pane, "Import usage exports").click();
    await drop(pane, YEAR, BILL);
    await preview()
      .getByRole("heading", { name: /^12 months, \$6\d\d,\d{3} at list prices$/ })
      .waitFor();
    expect(await preview().locator("tbody tr").count()).toBe(12);
    const said = await preview().locator("section").innerText();
    expect(said).toContain("claude-example-preview");
    expect(said).toMatch(/Usage and bill agree on \d+ of \d+ days and models/);
    expect(said).toMatch(
      /Priced by 4 rows of the price book of Bandwise: the oldest was checked on/,
    );
  });

  test("the import fills its sheets, and home says what usage rests on", async () => {
    await preview()
      .locator("fluent-button", { hasText: /^\s*Import \d+ rows/ })
      .click();
    await months().waitFor();
    expect(await sheetNames(workbook.page)).toEqual([
      ...["Sheet1", "Deal", "Usage", "Months", "Exclusions", "Unpriced", "Imports", "Left out"],
      ...["Reconciliation", "Price book"],
    ]);
    await settled(workbook.page);
    await expect
      .poll(async () => (await cellsOf("2026-05")).slice(0, 3).join())
      .toMatch(/^(\$8\d,\d{3}),\$0,\1$/);
    await goHome(pane);
    await expect.poll(() => rowLine(pane, "usage").innerText()).toContain("12 months of exports");
  });

  test("a backfill is excluded with its reason, and the baseline is what is left", async () => {
    await openView(pane, "usage");
    await months().locator("summary", { hasText: "Nothing is excluded" }).click();
    await button(pane, "Exclude…").click();
    const form = pane.locator("bandwise-exclusion-form");
    await form.locator("#from").selectOption({ label: "2026-05" });
    await form.locator("#to").selectOption({ label: "2026-05" });
    await form.locator("#workspace").selectOption({ label: "Backfill" });
    await field(pane, "Share").fill("100%");
    await field(pane, "Reason").fill("Reindex of the archive");
    await form.locator("fluent-button", { hasText: /^\s*Exclude\s*$/ }).click();
    await months().getByText("1 exclusion").waitFor();
    await expect.poll(async () => (await cellsOf("2026-05"))[2] ?? "").toMatch(/^\$5\d,\d{3}$/);
  });

  test("levers show what efficient use saves, and the band to target changes with it", async () => {
    await efficient().locator("summary").click();
    await slide("routed", 0.8);
    await efficient().getByText("Nothing is routed yet").waitFor();
    await efficient().locator("#from").selectOption("claude-sonnet-4-5");
    await efficient().locator("#to").selectOption("claude-haiku-4-5");
    await efficient().getByText("Nothing is routed yet").waitFor({ state: "detached" });
    await slide("batched", 0.6);
    await answer("bandwise-efficient-use")
      .getByText(/^Efficient use would save \d\d/)
      .waitFor();
    await pane.locator("bandwise-to-commitment summary").click();
    await answer("bandwise-to-commitment")
      .getByText("Current usage asks for $500k, efficient usage for $250k")
      .waitFor();
  });

  test("the forecast goes into the deal as live cells, and moves the verdict", async () => {
    await efficient().getByText("Build the sheets").click();
    await said(pane, "Built Efficient use and Usage forecast.");
    await settled(workbook.page);
    await button(pane, "Use the efficient forecast").click();
    await said(pane, "The deal has this forecast now, as live cells.");
    await settled(workbook.page);
    await expect
      .poll(() => answer("bandwise-usage-facts").innerText())
      .toMatch(/^\$\d{3}k a year, likely \$\d{3}k to \$\d{3}k$/);
    await verdict(pane).getByText("$250k").waitFor();
  });

  test("what the deal reads is not removed without a word", async () => {
    await openView(pane, "sheets");
    const remove = button(pane, "Remove this table").filter({ hasText: "Efficient use and usage" });
    await remove.click();
    await said(pane, /read by Forecast of usage and the deal on Deal, which would show #REF!/);
    await button(pane, "Keep it").click();
    await said(pane, "Efficient use and usage forecast stays.");
    expect(await sheetNames(workbook.page)).toContain("Usage forecast");
  });

  test("the workbook is saved and opened, and the next month follows on by keyboard", async () => {
    const { page } = workbook;
    const file = await saveFile(page, folder);
    pane = await openFile(page, file);
    await pane.locator("bandwise-home h1").focus();
    await press(/^Usage/, "Enter");
    await months().getByText("1 exclusion").waitFor();
    await press("Import more", "Enter");
    const chooser = page.waitForEvent("filechooser");
    await press("Choose files", "Enter");
    await (await chooser).setFiles(path.join(EXPORTS, NEXT_MONTH));
    await preview()
      .getByRole("heading", { name: /^1 month, / })
      .waitFor();
    await press(/^Import \d+ rows/, "Enter");
    await isOpen(pane, "usage");
    await expect.poll(() => months().locator(".hidden table tbody tr").count()).toBe(13);
    await settled(workbook.page);
    await expect.poll(async () => (await cellsOf("2026-11"))[0] ?? "").toMatch(/^\$6\d,\d{3}$/);
    expect((await cellsOf("2026-05"))[2]).toMatch(/^\$5\d,\d{3}$/);
    await said(pane, "into Usage and Months");
  });

  test("exclusion and levers by keyboard", async () => {
    const { page } = workbook;
    await press("1 exclusion", "Enter");
    await press("Exclude…", "Enter");
    await press("Workspace", "S");
    await press("Share");
    await page.keyboard.type("10%");
    await press("Reason");
    await page.keyboard.type("Launch week");
    await press("Exclude", "Enter");
    await said(pane, "Excluded from 2026-11.");
    await expect.poll(async () => (await cellsOf("2026-11"))[1] ?? "").toMatch(/^\$[1-9]/);
    expect((await cellsOf("2026-05"))[2]).toMatch(/^\$5\d,\d{3}$/);
    await press("Efficient use", "Enter");
    await efficient().locator("#cached").waitFor();
    await press("Of each prompt read from cache", "End");
    await efficient().getByText("90.0%").waitFor();
    await press("Update the sheet", "Enter");
    await said(pane, "The levers are in their table, and the sheets follow.");
  });

  test("the forecast goes into a scenario by keyboard, since the deal has one", async () => {
    await settled(workbook.page);
    await press("To the commitment", "Enter");
    await press("Use the efficient forecast in a scenario", "Enter");
    await said(pane, "Added the scenario Efficient usage with this forecast, as live cells.");
    expect(await sheetNames(workbook.page)).toContain("Scenarios");
  });
});

/** Leaves the deal without a forecast, as one is that somebody priced with a single number. */
function withoutForecast(pane: Frame): Promise<void> {
  return pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.names.getItem("Forecast").delete();
      await context.sync();
    }),
  );
}
