import { afterAll, beforeAll, expect, test } from "vitest";
import { sheetNames } from "./support/cells";
import { describeInBrowser } from "./support/describe-in-browser";
import { type OpenedWorkbook, openLocalWorkbook } from "./support/local-workbook";
import { button, openView } from "./support/pane";

describeInBrowser("checking this Excel from Settings", () => {
  let workbook: OpenedWorkbook;

  const report = () => workbook.pane.locator("bandwise-self-check textarea");
  const sheets = () => sheetNames(workbook.page);

  beforeAll(async () => {
    workbook = await openLocalWorkbook();
  });

  afterAll(async () => {
    const { faults, requestsOutside } = workbook;
    await workbook.close();
    expect({ faults, requestsOutside }).toEqual({ faults: [], requestsOutside: [] });
  });

  test("passes with one click, says where, and leaves nothing behind", async () => {
    await openView(workbook.pane, "settings");
    await button(workbook.pane, "Check this Excel").click();
    await workbook.pane
      .getByText(/^All \d+ checks passed\. The report is ready to copy\.$/)
      .waitFor();
    expect((await report().inputValue()).split("\n").slice(0, 2)).toEqual([
      expect.stringMatching(/^Bandwise self-check: All \d{3} checks passed\.$/),
      "Local workbook, en-US",
    ]);
    expect(await sheets()).toEqual(["Sheet1"]);
    expect(await workbook.page.evaluate(() => window.localWorkbook?.grid.names().length)).toBe(0);
  });

  test("the report goes to the clipboard with one click where that is allowed", async () => {
    const origin = new URL(workbook.url).origin;
    const context = workbook.page.context();
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin });
    await button(workbook.pane, "Copy report").click();
    await workbook.pane.getByText("Copied.", { exact: true }).waitFor();
    const copied = await workbook.page.evaluate(() => navigator.clipboard.readText());
    expect(copied.replace(/\r\n/g, "\n")).toBe(await report().inputValue());
  });

  test("the report is selected for the user to copy where the clipboard is not allowed", async () => {
    await workbook.pane.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed"));
    });
    await button(workbook.pane, "Copy report").click();
    await workbook.pane.getByText("The report is selected: press Ctrl+C").waitFor();
    const selected = await report().evaluate((area) => {
      const { selectionStart, selectionEnd, value } = area as HTMLTextAreaElement;
      return value.slice(selectionStart, selectionEnd);
    });
    expect(selected).toBe(await report().inputValue());
  });
});
