import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterEach, beforeEach, expect, test } from "vitest";
import { failureOf } from "../support/failure";
import { type LocalWorkbook, openLocalWorkbook } from "../support/local-workbook";
import { captureWorkbook, openWorkbook, partOf, saveWorkbook } from "../support/workbook-files";
import { describeEveryGrid, type GridKind } from "./every-grid";

let book: LocalWorkbook;
function opens(grid: GridKind): void {
  beforeEach(async () => {
    book = await openLocalWorkbook({ grid });
  });
  afterEach(() => book.close({ refused: [/charts/] }));
}

/** A chart over A1:B4 of a new sheet, Data. */
function addChart(context: Excel.RequestContext): { sheet: Excel.Worksheet; chart: Excel.Chart } {
  const sheet = context.workbook.worksheets.add("Data");
  const source = sheet.getRange("A1:B4");
  source.values = [
    ["Commitment", "Saving"],
    [0, 0],
    [249_999, -5],
    [250_000, 20],
  ];
  sheet.getRange("B2:B4").numberFormat = [["0.0"], ["0.0"], ["0.0"]];
  const { ChartType, ChartSeriesBy } = book.Excel;
  const chart = sheet.charts.add(ChartType.xyscatterLinesNoMarkers, source, ChartSeriesBy.columns);
  return { sheet, chart };
}

describeEveryGrid((grid) => {
  opens(grid);

  test("a chart has its name, title, legend, axes and place, now and in later batches", async () => {
    await book.Excel.run(async (context) => {
      const { chart } = addChart(context);
      chart.load("name");
      chart.title.load("text");
      await context.sync();
      expect([chart.name, chart.title.text]).toEqual(["Chart 1", "Saving"]);
      chart.name = "Curve";
      chart.title.text = "Saving by commitment";
      chart.legend.visible = false;
      chart.axes.categoryAxis.title.text = "Commitment, USD";
      chart.axes.valueAxis.numberFormat = "$#,##0";
      chart.axes.categoryAxis.tickLabelPosition = "Low";
      chart.setPosition("D2", "H9");
      await context.sync();
    });
    const read = await book.Excel.run(async (context) => {
      const { charts } = context.workbook.worksheets.getItem("Data");
      const count = charts.getCount();
      const chart = charts.getItem("Curve");
      const none = charts.getItemOrNullObject("Chart 1");
      chart.load("name");
      chart.title.load("text");
      chart.legend.load("visible");
      await context.sync();
      return [count.value, chart.name, chart.title.text, chart.legend.visible, none.isNullObject];
    });
    expect(read).toEqual([1, "Curve", "Saving by commitment", false, true]);
    const { sheets } = await captureWorkbook(book.host);
    expect(sheets[1]?.charts).toEqual([
      {
        type: "XYScatterLinesNoMarkers",
        name: "Curve",
        title: "Saving by commitment",
        showsLegend: false,
        series: [
          {
            name: "Saving",
            across: { row: 1, col: 0, rows: 3, cols: 1 },
            up: { row: 1, col: 1, rows: 3, cols: 1 },
          },
        ],
        acrossAxis: { title: "Commitment, USD", numberFormat: "General", labelPosition: "Low" },
        upAxis: { title: "", numberFormat: "$#,##0", labelPosition: "NextToAxis" },
        place: { row: 1, col: 3, rows: 8, cols: 5 },
      },
    ]);
  });

  test("a chart that is moved by its first cell keeps its size", async () => {
    await book.Excel.run(async (context) => {
      const { chart } = addChart(context);
      chart.setPosition("D2", "H9");
      chart.setPosition("E4");
      await context.sync();
    });
    const { sheets } = await captureWorkbook(book.host);
    expect(sheets[1]?.charts[0]?.place).toEqual({ row: 3, col: 4, rows: 8, cols: 5 });
  });

  test("a place of labels and a visibility that Excel does not know are refused", async () => {
    const changed = (act: (of: ReturnType<typeof addChart>) => void) =>
      failureOf(() =>
        book.Excel.run(async (context) => {
          act(addChart(context));
          await context.sync();
        }),
      );
    const refused = { code: "InvalidArgument" };
    const beside = await changed(({ chart }) => {
      chart.axes.valueAxis.tickLabelPosition = "Beside" as "Low";
    });
    expect(beside).toMatchObject(refused);
    await book.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Data").delete();
      await context.sync();
    });
    const shut = await changed(({ sheet }) => {
      sheet.visibility = "Shut" as "Hidden";
    });
    expect(shut).toMatchObject(refused);
  });

  test("a protected sheet takes no chart and no change to one", async () => {
    await book.Excel.run(async (context) => {
      const { sheet } = addChart(context);
      sheet.protection.protect();
      await context.sync();
    });
    const onData = (act: (sheet: Excel.Worksheet) => void) =>
      failureOf(() =>
        book.Excel.run(async (context) => {
          act(context.workbook.worksheets.getItem("Data"));
          await context.sync();
        }),
      );
    const denied = { code: "AccessDenied" };
    expect(
      await onData((sheet) => {
        sheet.charts.add("XYScatterLinesNoMarkers", sheet.getRange("A1:B4"));
      }),
    ).toMatchObject(denied);
    expect(
      await onData((sheet) => {
        sheet.charts.getItem("Chart 1").title.text = "Other";
      }),
    ).toMatchObject(denied);
    const { sheets } = await captureWorkbook(book.host);
    expect(sheets[1]?.charts.map(({ title }) => title)).toEqual(["Saving"]);
  });

  test("charts of other kinds and of other sheets' cells are refused by name", async () => {
    const added = (type: Excel.ChartType, address: string) =>
      failureOf(() =>
        book.Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("Sheet1");
          sheet.charts.add(type, sheet.getRange(address));
          await context.sync();
        }),
      );
    const { pie, xyscatterLinesNoMarkers } = book.Excel.ChartType;
    const notHere = { code: "NotImplemented" };
    expect(await added(pie, "A1:B4")).toMatchObject(notHere);
    expect(await added(xyscatterLinesNoMarkers, "A1:A4")).toMatchObject(notHere);
    const elsewhere = await failureOf(() =>
      book.Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        const source = worksheets.getItem("Sheet1").getRange("A1:B4");
        worksheets.add("Other").charts.add(xyscatterLinesNoMarkers, source);
        await context.sync();
      }),
    );
    expect(elsewhere).toMatchObject(notHere);
  });

  test("deleting a sheet deletes its charts, and a chart kept from before is not found", async () => {
    const error = await failureOf(() =>
      book.Excel.run(async (context) => {
        const { sheet, chart } = addChart(context);
        await context.sync();
        sheet.delete();
        await context.sync();
        chart.title.text = "Late";
        await context.sync();
      }),
    );
    expect(error).toMatchObject({ code: "ItemNotFound" });
    const { sheets } = await captureWorkbook(book.host);
    expect(sheets.flatMap(({ charts }) => charts)).toEqual([]);
  });

  test("a file keeps a chart as Excel does, and opening it restores the chart", async () => {
    await book.Excel.run(async (context) => {
      const { chart } = addChart(context);
      chart.name = 'Saving & "more"';
      chart.legend.visible = false;
      chart.setPosition("D2", "H9");
      await context.sync();
    });
    const before = await captureWorkbook(book.host);
    const file = await saveWorkbook(book.host);
    const drawing = partOf(file, "xl/drawings/drawing2.xml");
    expect(drawing).toContain('name="Saving &amp; &quot;more&quot;"');
    expect(drawing).toMatch(
      /<xdr:from><xdr:col>3<.*<xdr:row>1<.*<xdr:to><xdr:col>8<.*<xdr:row>9</s,
    );
    const chart = partOf(file, "xl/charts/chart1.xml");
    expect(chart).toContain("<c:scatterChart>");
    expect(chart).toContain("<c:xVal><c:numRef><c:f>Data!$A$2:$A$4</c:f>");
    expect(chart).toContain("<c:yVal><c:numRef><c:f>Data!$B$2:$B$4</c:f>");
    expect(chart).toContain('<c:symbol val="none"/>');
    expect(chart).toContain('<c:smooth val="0"/></c:ser>');
    expect(partOf(file, "xl/worksheets/_rels/sheet2.xml.rels")).toContain("drawing2.xml");
    expect(partOf(file, "[Content_Types].xml")).toContain("/xl/charts/chart1.xml");
    expect(await openWorkbook(book.host, "chart.xlsx", file)).toEqual({ ok: true, leftOut: [] });
    expect(await captureWorkbook(book.host)).toEqual(before);
  });

  test("a file's charts of another kind or with their own looks are named", async () => {
    await book.Excel.run(async (context) => {
      addChart(context);
      await context.sync();
    });
    const file = await saveWorkbook(book.host);
    const withChart = (change: (xml: string) => string): Uint8Array => {
      const parts = unzipSync(file);
      const path = "xl/charts/chart1.xml";
      return zipSync({ ...parts, [path]: strToU8(change(strFromU8(parts[path] ?? strToU8("")))) });
    };
    const marked = withChart((xml) => xml.replace('symbol val="none"', 'symbol val="circle"'));
    expect(await openWorkbook(book.host, "marked.xlsx", marked)).toEqual({
      ok: true,
      leftOut: ["charts other than straight lines and stacked columns"],
    });
    expect((await captureWorkbook(book.host)).sheets[1]?.charts).toEqual([]);
    const rounded = withChart((xml) =>
      xml.replace(/<c:roundedCorners[^>]*>/, '<c:roundedCorners val="1"/>'),
    );
    expect(await openWorkbook(book.host, "rounded.xlsx", rounded)).toEqual({
      ok: true,
      leftOut: ["colours and other looks of charts"],
    });
    expect((await captureWorkbook(book.host)).sheets[1]?.charts).toHaveLength(1);
  });

  test("a line is a row or a column of the sheet, with x values from another one", async () => {
    const { xyscatterLinesNoMarkers } = book.Excel.ChartType;
    await book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Data");
      sheet.getRange("A1:D3").values = [
        ["Usage", 1, 2, 3],
        [10, 4, 5, 6],
        [20, 7, 8, 9],
      ];
      const chart = sheet.charts.add(
        xyscatterLinesNoMarkers,
        sheet.getRange("B2:D2"),
        book.Excel.ChartSeriesBy.rows,
      );
      const first = chart.series.getItemAt(0);
      first.name = "10";
      first.setXAxisValues(sheet.getRange("B1:D1"));
      const second = chart.series.add("20");
      second.setXAxisValues(sheet.getRange("B1:D1"));
      second.setValues(sheet.getRange("B3:D3"));
      await context.sync();
    });
    const row = (at: number) => ({ row: at, col: 1, rows: 1, cols: 3 });
    const { sheets } = await captureWorkbook(book.host);
    expect(sheets[1]?.charts[0]?.series).toEqual([
      { name: "10", across: row(0), up: row(1) },
      { name: "20", across: row(0), up: row(2) },
    ]);
    const again = await openLocalWorkbook();
    try {
      const file = await saveWorkbook(book.host);
      expect(await openWorkbook(again.host, "rows.xlsx", file)).toEqual({ ok: true, leftOut: [] });
      const read = await captureWorkbook(again.host);
      expect(read.sheets[1]?.charts[0]?.series).toEqual(sheets[1]?.charts[0]?.series);
    } finally {
      again.close();
    }
  });

  test("a chart of stacked columns survives its file; bars that lie are named", async () => {
    await book.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Data");
      const source = sheet.getRange("A1:C3");
      source.values = [
        ["Month", "Baseline", "Excluded"],
        ["2026-01", 50, 0],
        ["2026-02", 40, 12],
      ];
      sheet.charts.add(book.Excel.ChartType.columnStacked, source, "Columns");
      await context.sync();
    });
    const before = await captureWorkbook(book.host);
    const column = (col: number) => ({ row: 1, col, rows: 2, cols: 1 });
    expect(before.sheets[1]?.charts).toMatchObject([
      {
        type: "ColumnStacked",
        series: [
          { name: "Baseline", across: column(0), up: column(1) },
          { name: "Excluded", across: column(0), up: column(2) },
        ],
      },
    ]);
    const file = await saveWorkbook(book.host);
    const written = partOf(file, "xl/charts/chart1.xml");
    expect(written).toContain('<c:grouping val="stacked"/>');
    expect(written).toContain('<c:barDir val="col"/>');
    expect(await openWorkbook(book.host, "columns.xlsx", file)).toEqual({ ok: true, leftOut: [] });
    expect(await captureWorkbook(book.host)).toEqual(before);
    const parts = unzipSync(file);
    const path = "xl/charts/chart1.xml";
    const lying = strFromU8(parts[path] ?? strToU8("")).replace('"col"', '"bar"');
    const turned = zipSync({ ...parts, [path]: strToU8(lying) });
    expect(await openWorkbook(book.host, "bars.xlsx", turned)).toEqual({
      ok: true,
      leftOut: ["charts other than straight lines and stacked columns"],
    });
  });

  test("a deleted chart is not found, and a block is no line", async () => {
    await book.Excel.run(async (context) => {
      const { chart } = addChart(context);
      chart.delete();
      await context.sync();
    });
    const { sheets } = await captureWorkbook(book.host);
    expect(sheets[1]?.charts).toEqual([]);
    const refused = await failureOf(() =>
      book.Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Data");
        const source = sheet.getRange("A1:B4");
        const chart = sheet.charts.add(book.Excel.ChartType.xyscatterLinesNoMarkers, source);
        chart.series.getItemAt(0).setValues(source);
        await context.sync();
      }),
    );
    expect(refused).toMatchObject({ code: "InvalidArgument" });
  });
});
