import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSheet, selectCell, settled, typeIntoCell } from "./support/cells";
import { closeWithoutFault } from "./support/close-without-fault";
import { describeInBrowser } from "./support/describe-in-browser";
import { type OpenedWorkbook, openLocalWorkbook } from "./support/local-workbook";

describeInBrowser("on a sheet of the local workbook", () => {
  let workbook: OpenedWorkbook;

  beforeAll(async () => {
    workbook = await openLocalWorkbook();
  });

  afterAll(() => closeWithoutFault(workbook));

  describe("a chart", () => {
    const line = () => workbook.page.locator("#charts .chart-line").getAttribute("d");
    const figure = () => workbook.page.locator("#charts figure");

    beforeAll(async () => {
      await workbook.pane.evaluate(() =>
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.add("Curve");
          const source = sheet.getRange("A1:B4");
          source.values = [
            ["Commitment", "Saving"],
            [0, 0],
            [249_999, -50],
            [250_000, 100],
          ];
          const chart = sheet.charts.add("XYScatterLinesNoMarkers", source, "Columns");
          chart.title.text = "Saving by commitment";
          chart.setPosition("D2", "H16");
          sheet.activate();
          await context.sync();
        }),
      );
      await settled(workbook.page);
    });

    test("is sketched over the cells where it stands, and says that it is a sketch", async () => {
      const { page } = workbook;
      await page.getByRole("img", { name: "Saving by commitment" }).waitFor();
      expect(await figure().textContent()).toContain("In the saved file, Excel draws this chart");
      const corner = await page.evaluate(() => {
        const box = window.localWorkbook?.cellBox(1, 3);
        return box && { left: Math.round(box.left), top: Math.round(box.top) };
      });
      const box = await figure().boundingBox();
      expect(box && { left: Math.round(box.x), top: Math.round(box.y) }).toEqual(corner);
    });

    test("follows the numbers in its cells", async () => {
      const before = await line();
      expect(before?.match(/[ML]/g)).toEqual(["M", "L", "L"]);
      await typeIntoCell(workbook.page, "B4", "300");
      await expect.poll(line).not.toBe(before);
    });

    test("stays with its cells when the sheet scrolls, and on its sheet", async () => {
      const { page } = workbook;
      const before = await figure().boundingBox();
      await page.evaluate(() => window.localWorkbook?.scrollTo(6, 0));
      await expect.poll(async () => (await figure().boundingBox())?.y).toBeLessThan(before?.y ?? 0);
      await openSheet(page, "Sheet1");
      await figure().waitFor({ state: "detached" });
    });

    test("of stacked columns shows them on one another, each with what its cell calls it", async () => {
      const { page, pane } = workbook;
      await pane.evaluate(() =>
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.add("Months");
          const source = sheet.getRange("A1:C4");
          source.values = [
            ["Month", "Baseline", "Excluded"],
            [46_023, 50_000, 0],
            [46_054, 40_000, 15_000],
            [46_082, 55_000, ""],
          ];
          sheet.getRange("A2:A4").numberFormat = [["yyyy-mm"], ["yyyy-mm"], ["yyyy-mm"]];
          const chart = sheet.charts.add("ColumnStacked", source, "Columns");
          chart.title.text = "Usage by month";
          chart.setPosition("E2", "L18");
          sheet.activate();
          await context.sync();
        }),
      );
      await settled(page);
      const series = page.locator("#charts .chart-line");
      await expect.poll(() => series.count()).toBe(2);
      const [baseline, excluded] = await series.evaluateAll((paths) =>
        paths.map((path) =>
          [...(path.getAttribute("d") ?? "").matchAll(/M([\d.]+) ([\d.]+)V([\d.]+)/g)].map((one) =>
            one.slice(1).map(Number),
          ),
        ),
      );
      expect([baseline?.length, excluded?.length]).toEqual([3, 2]);
      // The column of what is excluded begins where the one below it ends.
      expect(excluded?.[1]?.[1]).toBe(baseline?.[1]?.[2]);
      const labels = await page.locator("#charts text").allTextContents();
      expect(labels).toEqual(expect.arrayContaining(["2026-01", "2026-03", "Excluded"]));
    });
  });

  describe("a number wider than its column", () => {
    beforeAll(async () => {
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
});
