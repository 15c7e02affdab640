import { afterAll, beforeAll, expect, test } from "vitest";
import { selectCell } from "./support/cells";
import { closeWithoutFault } from "./support/close-without-fault";
import { describeInBrowser } from "./support/describe-in-browser";
import { type OpenedWorkbook, openLocalWorkbook } from "./support/local-workbook";

/** A small laptop's screen at 200%: 1366 by 768 in half as many pixels. */
const HALF = { width: 683, height: 384 };

describeInBrowser("the local workbook on a screen at 200%", () => {
  let workbook: OpenedWorkbook;
  beforeAll(async () => {
    workbook = await openLocalWorkbook(HALF);
  });
  afterAll(() => closeWithoutFault(workbook));

  test("its header is one line, and every button in it has its name", async () => {
    const { page } = workbook;
    const header = await page.locator(".top").boundingBox();
    expect(header?.height).toBeLessThanOrEqual(44);
    const buttons = await page.locator("#ribbon").getByRole("button").all();
    for (const button of buttons) {
      const box = await button.boundingBox();
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= HALF.width).toBe(true);
      expect(await button.textContent()).not.toBe("");
    }
  });

  test("F6 goes from the grid to the ribbon to the pane and round, Shift+F6 back", async () => {
    const { page } = workbook;
    const place = () =>
      page.evaluate(() => {
        const focused = document.activeElement;
        if (focused?.id === "pane-frame") return "pane";
        return focused?.closest("#ribbon") ? "ribbon" : "grid";
      });
    const after = async (key: string): Promise<string> => {
      await page.keyboard.press(key);
      return place();
    };
    await page.evaluate(() => window.localWorkbook?.pane.show());
    await selectCell(page, "B2");
    const round = [await after("F6"), await after("F6"), await after("F6"), await after("F6")];
    expect(round).toEqual(["ribbon", "pane", "grid", "ribbon"]);
    expect([await after("Shift+F6"), await after("Shift+F6")]).toEqual(["grid", "pane"]);
  });
});
