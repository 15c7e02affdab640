import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { parseAddress } from "../../src/host/grid/address";
import { literalText } from "../../src/sheets/literal-text";
import { insertExample } from "../../src/workbook/sheets/insert-example";
import { writeTable } from "../../src/workbook/sheets/write-table";
import { AS_IN_THE_FILE } from "../sheets/file-texts";
import { convertInLibreOffice, findLibreOffice } from "../support/libre-office";
import type { LocalWorkbook } from "../support/local-workbook";
import { captureWorkbook, openWorkbook, saveWorkbook } from "../support/workbook-files";
import { done, openForWorkbookCode } from "../workbook/open";
import { REQUEST } from "../workbook/request";

/**
 * Formulas of Excel's own functions, which LibreOffice has too, over the example's bands and three numbers.
 * Not among them: names that refer to tables, such as Bands, which LibreOffice 7.4 keeps and cannot follow.
 */
const NATIVE = [
  "=SUM(A1:A3)",
  "=SUM(A1:A3*A1:A3)",
  "=SUMPRODUCT((A1:A3>1)*A1:A3)",
  "=SUM(DealBands[Discount])",
  "=MATCH(300000,DealBands[Threshold],1)",
  "=LOOKUP(480000,DealBands[[#Data],[Threshold]],DealBands[[#Data],[Discount]])",
  "=COUNTIF(DealBands[Threshold],500000)",
  '=IFERROR(1/0,"none")',
  '=IF(Commitment>=Usage,"more","less")&" <"&TEXT(Commitment,"#,##0")&"> ""x"""',
  "=NPV(0.1,A1:A3)",
  '=IFS(A1>5,"a",A2>1,"b")',
  '=MAXIFS(A1:A3,A1:A3,"<3")',
  '=TEXTJOIN("-",TRUE,A1:A3)',
  "=ROUND(Commitment/Usage,4)",
  "=1/0",
  "=NA()",
  "=A1>A2",
] as const;

describe.skipIf(findLibreOffice().kind === "none")("a saved workbook in LibreOffice", () => {
  let workbook: LocalWorkbook;
  let file: Uint8Array;
  /** The file as LibreOffice saves it after opening it. */
  let back: Uint8Array;

  beforeAll(async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    done(await writeTable(REQUEST, US_DOLLAR));
    [1, 2, 4].forEach((value, index) => {
      workbook.setCell("Sheet1", `A${index + 1}`, value);
    });
    NATIVE.forEach((formula, index) => {
      workbook.setCell("Sheet1", `C${index + 1}`, formula);
    });
    workbook.setCell("Sheet1", "E1", "=A1:A3*10");
    AS_IN_THE_FILE.forEach((text, index) => {
      workbook.setCell("Sheet1", `G${index + 1}`, literalText(text));
    });
    await workbook.grid.settle();
    file = await saveWorkbook(workbook.host);
    back = await convertInLibreOffice(file, "xlsx");
  });

  afterAll(() => workbook.close());

  test("opens, and prints on pages", async () => {
    const pdf = await convertInLibreOffice(file, "pdf");
    expect(new TextDecoder("latin1").decode(pdf.subarray(0, 5))).toBe("%PDF-");
  });

  test("calculates every formula of its own functions to the same value", async () => {
    const converted = await readXlsx(back, { readStyles: true });
    const valueAt = (address: string): unknown => {
      const { row = 0, col = 0 } = parseAddress(address)?.rect ?? {};
      const sheet = converted.sheets.find(({ name }) => name === "Sheet1");
      const cell = sheet?.cells?.get(`${row},${col}`);
      return cell?.formulaResult ?? cell?.value ?? sheet?.rows[row]?.[col];
    };
    const compared = await Promise.all(
      NATIVE.map(async (formula, index) => {
        const address = `C${index + 1}`;
        return [
          formula,
          rounded(valueAt(address)),
          rounded(await workbook.readCell("Sheet1", address)),
        ];
      }),
    );
    expect(compared.map(([formula, there]) => [formula, there])).toEqual(
      compared.map(([formula, , here]) => [formula, here]),
    );
    expect(["E1", "E2", "E3"].map(valueAt)).toEqual([10, 20, 40]);
    expect(AS_IN_THE_FILE.map((_, index) => valueAt(`G${index + 1}`))).toEqual(AS_IN_THE_FILE);
  });

  test("keeps the add-in's formulas, which calculate here again", async () => {
    const other = await openForWorkbookCode();
    const opening = await openWorkbook(other.host, "back.xlsx", back);
    const read = ({ grid }: LocalWorkbook) => {
      const sheet = grid.sheets().find(({ name }) => name === "Cost table");
      const rect = { row: 3, col: 0, rows: 4, cols: 16 };
      return sheet && [grid.formulas(sheet.id, rect), grid.values(sheet.id, rect)];
    };
    await other.grid.settle();
    const [here, there] = [read(workbook), read(other)];
    other.close();
    // LibreOffice gives every page its sheet's name and its number, writes down every colour that it drew a chart with, and
    // cuts some texts into parts that could have looks of their own.
    expect(opening).toEqual({
      ok: true,
      leftOut: [
        "colours and other looks of charts",
        "several looks inside one cell",
        "headers and footers of printed pages",
      ],
    });
    expect(there).toEqual(here);
  });

  test("has the sheets, names, tables and looks of the workbook", async () => {
    const { sheets, namedRanges = [] } = await readXlsx(back, { readStyles: true });
    expect(sheets.map(({ name }) => name)).toEqual(["Sheet1", "Deal", "Cost table"]);
    const names = namedRanges.map(({ name, range }) => `${name} ${range}`);
    expect(names).toContain("Commitment Deal!$F$13");
    expect(names.map((name) => name.split(" ")[0])).toContain("Bands");
    const [, deal, costs] = sheets;
    expect(deal?.tables?.map(({ name }) => name)).toEqual([
      "DealBands",
      "DealForecast",
      "DealTerms",
    ]);
    expect(deal?.cells?.get("7,1")?.style).toMatchObject({
      numFmt: "0.0###%",
      fill: { fgColor: { rgb: "FFF2CC" } },
      font: { color: { rgb: "0000FF" } },
    });
    expect(costs?.conditionalRules?.map(({ type, range }) => `${type} ${range}`).sort()).toEqual([
      "colorScale B5:P7",
      "expression B4:P4",
      ...["expression B5:O7", "expression B5:P6", "expression B6:P7", "expression C5:P7"],
    ]);
    expect(costs?.conditionalRules?.find(({ type }) => type === "colorScale")?.colorScale).toEqual({
      cfvo: [
        { type: "min", value: expect.anything() },
        { type: "percentile", value: "50" },
        { type: "max", value: expect.anything() },
      ],
      colors: ["9DC3E6", "FFFFFF", "F4B183"].map((color) => expect.stringContaining(color)),
    });
    expect(deal?.dataValidations?.length).toBeGreaterThan(3);
    expect(costs?.pageSetup).toMatchObject({ orientation: "landscape", printTitlesRow: "$1:$4" });
  });
});

describe.skipIf(findLibreOffice().kind === "none")("a chart in LibreOffice", () => {
  test("is drawn from its own cells and survives the round trip", async () => {
    const workbook = await openForWorkbookCode();
    await workbook.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const source = sheet.getRange("A1:B3");
      source.values = [
        ["Commitment", "Saving"],
        [0, -10],
        [250_000, 20],
      ];
      const chart = sheet.charts.add("XYScatterLinesNoMarkers", source, "Columns");
      chart.title.text = "Saving by commitment";
      chart.axes.categoryAxis.title.text = "Commitment, USD";
      chart.axes.categoryAxis.tickLabelPosition = "Low";
      chart.legend.visible = false;
      await context.sync();
    });
    const before = await captureWorkbook(workbook.host);
    const back = await convertInLibreOffice(await saveWorkbook(workbook.host), "xlsx");
    const { sheets } = await readXlsx(back);
    expect(sheets[0]?.charts).toMatchObject([
      {
        kinds: ["scatter"],
        title: "Saving by commitment",
        series: [{ categoriesRef: "Sheet1!$A$2:$A$3", valuesRef: "Sheet1!$B$2:$B$3" }],
        axes: { x: { title: "Commitment, USD", tickLblPos: "low" } },
      },
    ]);
    const opening = await openWorkbook(workbook.host, "back.xlsx", back);
    // LibreOffice writes down every colour and size that it drew with.
    expect(opening).toEqual({
      ok: true,
      leftOut: ["colours and other looks of charts", "headers and footers of printed pages"],
    });
    const after = await captureWorkbook(workbook.host);
    workbook.close();
    const [chart] = after.sheets[0]?.charts ?? [];
    const [given] = before.sheets[0]?.charts ?? [];
    expect(chart).toMatchObject({ title: given?.title, showsLegend: false });
    expect(chart?.series).toEqual(given?.series);
  });
});

/** To the digits that a cell can show: the programs may round the last one differently. */
function rounded(value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(14)) : value;
}
