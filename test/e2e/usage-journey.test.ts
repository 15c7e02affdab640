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
} from "./support/pane";

const EXPORTS = path.resolve(import.meta.dirname, "../../docs/example-exports");
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

/** From the exports of a year to a baseline, in a workbook that is saved and goes on with the next month. */
describeInBrowser("usage exports become months to rest a forecast on", () => {
  let workbook: OpenedWorkbook;
  let folder: string;
  let pane: Frame;
  const preview = () => pane.locator("bandwise-import-form");
  const months = () => pane.locator("bandwise-months");
  const cellsOf = async (month: string): Promise<readonly string[]> => {
    const row = months().locator(".hidden table tbody tr", { hasText: month });
    return (await row.locator("td").allTextContents()).map((text) => text.trim());
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "bandwise-usage-"));
    workbook = await openLocalWorkbook();
    pane = workbook.pane;
    await startFromExample(pane);
  });

  afterAll(async () => {
    await closeWithoutFault(workbook);
    await rm(folder, { recursive: true });
  });

  test("the example shows a made year, and nothing is written before somebody says so", async () => {
    await openView(pane, "usage");
    await button(pane, "Import usage exports").click();
    await button(pane, "Add twelve months of example usage").click();
    await preview()
      .getByRole("heading", { name: /^12 months, \$6\d\d,\d{3} at list prices$/ })
      .waitFor();
    await preview()
      .getByText(/^The bill is .*its list prices/)
      .waitFor();
    await button(pane, "Cancel").click();
    await pane.locator("bandwise-usage-facts").waitFor();
    expect(await sheetNames(workbook.page)).toEqual(["Sheet1", "Deal"]);
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

  test("the workbook is saved and opened, and the next month follows on", async () => {
    const file = await saveFile(workbook.page, folder);
    pane = await openFile(workbook.page, file);
    await pane.locator("bandwise-home").waitFor();
    await openView(pane, "usage");
    await months().getByText("1 exclusion").waitFor();
    await button(pane, "Import more").click();
    await drop(pane, NEXT_MONTH);
    await preview()
      .getByRole("heading", { name: /^1 month, / })
      .waitFor();
    await preview()
      .locator("fluent-button", { hasText: /^\s*Import \d+ rows/ })
      .click();
    await isOpen(pane, "usage");
    await expect.poll(() => months().locator(".hidden table tbody tr").count()).toBe(13);
    await settled(workbook.page);
    await expect.poll(async () => (await cellsOf("2026-11"))[0] ?? "").toMatch(/^\$6\d,\d{3}$/);
    expect((await cellsOf("2026-05"))[2]).toMatch(/^\$5\d,\d{3}$/);
    await said(pane, "into Usage and Months");
  });
});
