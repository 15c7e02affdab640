import { afterAll, beforeAll, expect, test } from "vitest";
import { openSheet, selectCell, settled } from "./support/cells";
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

describeInBrowser("a number wider than its column", () => {
  let workbook: OpenedWorkbook;
  beforeAll(async () => {
    workbook = await openLocalWorkbook({ width: 1360, height: 820 });
    await workbook.pane.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add("Narrow");
        sheet.getRange("A1:A12").values = [
          [12345678901],
          [12345678901],
          [-2250000000],
          [0.123456789],
          [1e15],
          [45000],
          [0.0001234],
          [5],
          ["text that is cut"],
          [true],
          [1234567],
          [123456789],
        ];
        sheet.getRange("A1:A12").numberFormat = [
          ["$#,##0"],
          ["General"],
          ["$#,##0;-$#,##0"],
          ["0.000000%"],
          ["0"],
          ["yyyy-mm-dd hh:mm"],
          ["General"],
          ["General"],
          ["General"],
          ["General"],
          ["0.00E+00"],
          ["#,##0.00"],
        ];
        sheet.getRange("B1").formulas = [["=A1*1"]];
        sheet.getRange("B1").numberFormat = [["$#,##0.00"]];
        sheet.getRange("A1:B1").format.columnWidth = 36;
        await context.sync();
      }),
    );
    await settled(workbook.page);
    await openSheet(workbook.page, "Narrow");
  });
  afterAll(() => closeWithoutFault(workbook));

  const shown = () =>
    workbook.page.evaluate(() => {
      const { grid } = window.localWorkbook ?? {};
      const sheetId = grid?.activeSheetId() ?? "";
      return grid?.text(sheetId, { row: 0, col: 0, rows: 12, cols: 1 }).flat();
    });

  test("is ####, in every format; text is cut, and what fits stays", async () => {
    const cells = (await shown()) ?? [];
    for (const row of [0, 1, 2, 3, 4, 5, 10, 11]) expect(cells[row]).toMatch(/^#+$/);
    expect(cells.slice(7, 10)).toEqual(["5", "text that is cut", "TRUE"]);
  });

  test("is edited as what it is", async () => {
    const { page } = workbook;
    for (const address of ["A2", "A3", "A6"]) {
      await selectCell(page, address);
      await page.keyboard.press("F2");
      await page.keyboard.press("Enter");
    }
    await settled(page);
    const values = await page.evaluate(() => {
      const { grid } = window.localWorkbook ?? {};
      const sheetId = grid?.activeSheetId() ?? "";
      return grid?.values(sheetId, { row: 1, col: 0, rows: 5, cols: 1 }).flat();
    });
    expect(values).toEqual([12345678901, -2250000000, 0.123456789, 1e15, 45000]);
  });

  test("keeps its value, and shows it when the column is wide enough", async () => {
    const values = await workbook.pane.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Narrow");
        const range = sheet.getRange("A1:B1");
        range.load("values");
        sheet.getRange("A1").format.columnWidth = 150;
        await context.sync();
        return range.values;
      }),
    );
    expect(values).toEqual([[12345678901, 12345678901]]);
    expect((await shown())?.slice(0, 3)).toEqual([
      "$12,345,678,901",
      "12345678901",
      "-$2,250,000,000",
    ]);
  });
});
