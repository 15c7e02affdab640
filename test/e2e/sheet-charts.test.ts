import { afterAll, beforeAll, expect, test } from "vitest";
import { openSheet, settled, typeIntoCell } from "./support/cells";
import { closeWithoutFault } from "./support/close-without-fault";
import { describeInBrowser } from "./support/describe-in-browser";
import { type OpenedWorkbook, openLocalWorkbook } from "./support/local-workbook";

describeInBrowser("a chart on a sheet", () => {
  let workbook: OpenedWorkbook;

  const line = () => workbook.page.locator("#charts .chart-line").getAttribute("d");
  const figure = () => workbook.page.locator("#charts figure");

  beforeAll(async () => {
    workbook = await openLocalWorkbook();
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

  afterAll(() => closeWithoutFault(workbook));

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
