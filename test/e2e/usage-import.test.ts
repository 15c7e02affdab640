import path from "node:path";
import type { Frame } from "playwright-core";
import { expect, test } from "vitest";
import { describeInBrowser } from "./support/describe-in-browser";
import { openLocalWorkbook } from "./support/local-workbook";
import { button, openView, said, startFromExample } from "./support/pane";

const EXPORTS = path.join(import.meta.dirname, "../cases/exports");
const files = (...names: readonly string[]): string[] =>
  names.map((name) => path.join(EXPORTS, name));

async function choose(pane: Frame, ...names: readonly string[]): Promise<void> {
  await pane.locator("bandwise-import-form input[type=file]").setInputFiles(files(...names));
}

describeInBrowser("exports in the pane", () => {
  test("are read by the built worker, previewed, imported and taken out again", async () => {
    const { page, pane, faults, requestsOutside, close } = await openLocalWorkbook();
    await startFromExample(pane);
    await openView(pane, "usage");
    await button(pane, "Import usage exports").click();
    // Nothing of an empty file is read, and the form says so and offers the way on.
    await choose(pane, "12-empty.csv");
    await pane
      .locator("bandwise-import-form .notice.fault")
      .filter({ hasText: "is empty" })
      .waitFor();
    await button(pane, "Choose other files").click();
    await choose(pane, "01-console-usage-2026-09.csv", "02-console-cost-2026-09.csv");
    const preview = pane.locator("bandwise-import-form");
    await preview.locator("h2").filter({ hasText: "1 month, " }).waitFor();
    await preview
      .locator("p")
      .filter({ hasText: /^Usage and bill agree on/ })
      .waitFor();
    await preview.locator("fluent-button[appearance=primary]").press("Enter");
    await said(pane, /Imported \d+ rows: by month on Months/);
    await pane.locator("bandwise-months svg").first().waitFor();
    expect(await pane.locator("bandwise-months .notice").allTextContents()).toEqual([]);

    await openView(pane, "sheets");
    await button(pane, "Remove this table").filter({ hasText: "Imported usage" }).click();
    await said(pane, "Removed Imported usage");
    expect(await page.getByText("Months", { exact: true }).count()).toBe(0);
    expect({ faults, requestsOutside }).toEqual({ faults: [], requestsOutside: [] });
    await close();
  });
});
