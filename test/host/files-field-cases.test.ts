import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Scalar } from "../../src/host/grid/cell-value";
import { type LocalWorkbook, openLocalWorkbook } from "../support/local-workbook";
import {
  type FileParts,
  fileOf,
  openWorkbook,
  partOf,
  saveWorkbook,
  sheetXml,
  shownAt,
} from "../support/workbook-files";

let workbook: LocalWorkbook;

beforeAll(async () => {
  workbook = await openLocalWorkbook();
});

afterAll(() => workbook.close());

const SHEET = "xl/worksheets/sheet1.xml";

/** Opens a file; answers which parts of it are left out. */
async function opened(parts: FileParts | Uint8Array): Promise<readonly string[]> {
  const file = parts instanceof Uint8Array ? parts : fileOf(parts);
  const opening = await openWorkbook(workbook.host, "given.xlsx", file);
  if (!opening.ok) throw new Error(opening.sentence);
  return opening.leftOut;
}

const show = (place: string): Promise<Scalar> => shownAt(workbook, place);

/** XML with its quotes unescaped, since programs write them either way. */
function plain(xml: string): string {
  return xml.replaceAll("&quot;", '"').replaceAll("&apos;", "'");
}

async function savedSheet(): Promise<string> {
  return partOf(await saveWorkbook(workbook.host), SHEET);
}

const cell = (address: string, formula: string, value: string, type = ""): string =>
  `<c r="${address}"${type}><f>${formula}</f><v>${value}</v></c>`;

/** Numbers in A2:B4, which formulas of the tables below use. */
const NUMBERS =
  '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><v>20</v></c></row><row r="3"><c r="A3"><v>3</v></c><c r="B3"><v>30</v></c></row><row r="4"><c r="A4"><v>4</v></c><c r="B4"><v>40</v></c></row>';

describe("a formula that cannot be calculated here", () => {
  const UNKNOWN: readonly (readonly [formula: string, value: string])[] = [
    ["_xlfn.GROUPBY(A2:A4,B2:B4,_xleta.SUM)", "7"],
    ["_xlfn.FORECAST.ETS(5,B2:B4,A2:A4)", "50.5"],
    ["GETPIVOTDATA(&quot;Usage&quot;,$A$3)", "600000"],
    ["CUBEVALUE(&quot;Cube&quot;,&quot;[Measures].[Usage]&quot;)", "12"],
    ["MyMacro(A2)", "44"],
    ["_xll.BDP(&quot;X&quot;)", "99.5"],
    ["_xldudf_CONTOSO_PRICE(A2)", "8"],
    ["RTD(&quot;server&quot;,,&quot;x&quot;)", "1"],
    ["_xlfn.STOCKHISTORY(&quot;MSFT&quot;,1)", "300"],
    ["_xlfn._xlws.PY(0,1,A2)", "6"],
    ["_xlfn.TRANSLATE(&quot;a&quot;)", "5"],
    ["_xlfn.IMAGE(&quot;https://example.com/x.png&quot;)", "4"],
    ["_xlfn.LET(_xlpm.x,A2,_xlfn.LET(_xlpm.x,A3,_xlpm.x))", "3"],
    ["_xlfn.SINGLE(A2:A4)", "3"],
    ["_xlfn.ANCHORARRAY(A2)", "2"],
    ["SUM(_xlfn.ANCHORARRAY(A2))", "9"],
    ["SUM(Sheet1:Other!B4)", "140"],
    ["COUNTA(Sheet1:Other!B4)", "2"],
    ["SUM('Sheet1:Last one'!B4)", "240"],
    ["SUM((A2:A3,A4))", "9"],
    ["LARGE((A2:A3,A4),1)", "4"],
    ["COUNT((A2,A3))", "2"],
    ["SUM(A2:B3 B3:B4)", "30"],
    ["A2:A4 A3:B3", "3"],
    ["[1]Budget!B7", "77"],
    ["SUM([1]Budget!B7:B9)*2", "154"],
    ["'[1]My Budget'!B7", "78"],
    ["[1]!Rate", "0.1"],
    ["IFERROR([1]Budget!B7,0)", "77"],
    ["IFERROR(_xlfn.GROUPBY(A2:A4,B2:B4,_xleta.SUM),0)", "7"],
    ["IF(ISERROR(GETPIVOTDATA(&quot;Usage&quot;,$A$3)),0,1)", "1"],
    ["Excel.Sheet.12|'book.xlsx'!'!Sheet1!R1C1'", "5"],
    ["INFO(&quot;numfile&quot;)", "3"],
    ["Nothing*2", "4"],
  ];
  const LINK: FileParts["parts"] = {
    "xl/externalLinks/externalLink1.xml":
      '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><externalBook r:id="rId1"><sheetNames><sheetName val="Budget"/></sheetNames></externalBook></externalLink>',
    "xl/externalLinks/_rels/externalLink1.xml.rels":
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="Budget.xlsx" TargetMode="External"/></Relationships>',
  };

  test.each(UNKNOWN)(
    "%s keeps its last value %s, and others calculate with it",
    async (formula, value) => {
      const leftOut = await opened({
        sheets: {
          Sheet1: `${NUMBERS}<row r="9">${cell("A9", formula, value)}${cell("B9", "A9*10", "0")}</row>`,
          Other: NUMBERS,
          "Last one": NUMBERS,
        },
        parts: LINK,
        links: [["externalLink", "externalLinks/externalLink1.xml"]],
      });
      expect(await show("A9")).toBe(Number(value));
      expect(await show("B9")).toBe(Number(value) * 10);
      expect(leftOut).toContain("1 formula on Sheet1 (their last values are shown)");
      const saved = await savedSheet();
      expect(plain(saved)).toContain(plain(`>${formula}</f><v>${value}</v></c>`));
      expect(await opened(await saveWorkbook(workbook.host))).toEqual(
        leftOut.filter((what) => /formula|CONTOSO/.test(what)),
      );
      expect(await show("B9")).toBe(Number(value) * 10);
    },
  );

  const GROUPED =
    '<row r="9"><c r="A9" cm="1"><f t="array" ref="A9:B10">_xlfn.GROUPBY(A2:A4,B2:B4,_xleta.SUM)</f><v>2</v></c><c r="B9"><v>20</v></c></row><row r="10"><c r="A10" t="str"><v>Total</v></c><c r="B10"><v>90</v></c><c r="C10"><f>SUM(B9:B10)+A2</f><v>112</v></c></row>';

  test("keeps what it spilled, and a formula over that follows its other inputs", async () => {
    const leftOut = await opened({ sheets: { Sheet1: NUMBERS + GROUPED } });
    expect(leftOut).toEqual(["1 formula on Sheet1 (their last values are shown)"]);
    expect(await workbook.readCells("Sheet1", "A9:B10")).toEqual([
      [2, 20],
      ["Total", 90],
    ]);
    workbook.setCell("Sheet1", "A2", 5);
    expect(await show("C10")).toBe(115);
    const saved = await savedSheet();
    expect(saved).toContain(
      '<f t="array" ref="A9:B10">_xlfn.GROUPBY(A2:A4,B2:B4,_xleta.SUM)</f><v>2</v>',
    );
    expect(saved).toMatch(/<c r="B10"[^>]*><v>90<\/v>/);
  });

  test.each([
    ["the same text again", "=_xlfn.GROUPBY(A2:A4,B2:B4,_xleta.SUM)", "#NAME?", null],
    ["a formula that is calculated here", "=A3*2", 6, null],
    ["a value", 8, 8, null],
    ["nothing", null, null, null],
  ])(
    "is a formula again, or the new content, after a person writes %s",
    async (_, content, shown, below) => {
      await opened({ sheets: { Sheet1: NUMBERS + GROUPED } });
      workbook.setCell("Sheet1", "A9", content);
      expect([await show("A9"), await show("B10")]).toEqual([shown, below]);
    },
  );

  test("shows the error that changed inputs give, where it was calculated when the file was opened", async () => {
    const leftOut = await opened({
      sheets: {
        Sheet1: `${NUMBERS}<row r="9">${cell("A9", "B2/A2", "10")}${cell("B9", "NA()", "#N/A", ' t="e"')}</row>`,
      },
    });
    expect(leftOut).toEqual([]);
    workbook.setCell("Sheet1", "A2", 0);
    expect([await show("A9"), await show("B9")]).toEqual(["#DIV/0!", "#N/A"]);
  });

  test("without a value in the file shows an error and no wrong number", async () => {
    const leftOut = await opened({
      sheets: {
        Sheet1: `${NUMBERS}<row r="9"><c r="A9"><f>LARGE((A2:A3,A4),1)</f></c><c r="B9"><f>A9*2</f></c></row>`,
      },
    });
    expect(leftOut).toEqual(["1 formula on Sheet1 (their last values are shown)"]);
    expect([await show("A9"), await show("B9")]).toEqual(["#NAME?", "#NAME?"]);
  });

  test("moves with the rows above it, and the saved file has its new cells", async () => {
    await opened({
      sheets: {
        Sheet1: `<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c><c r="B1" t="inlineStr"><is><t>y</t></is></c></row>${NUMBERS}<row r="9">${cell("A9", "MyMacro(A2:A4)", "44")}${cell("B9", "A9*10", "440")}</row>`,
      },
    });
    const { grid } = workbook;
    const sheetId = grid.activeSheetId();
    const rect = { row: 0, col: 0, rows: 4, cols: 2 };
    const looks = { style: "TableStyleLight9", showFilterButton: false, showBandedRows: true };
    grid.addTable({ id: "moved", name: "Moved", sheetId, rect, ...looks });
    grid.insertTableRow("moved", 1);
    expect([await show("A10"), await show("B10")]).toEqual([44, 440]);
    expect(await savedSheet()).toContain(">MyMacro(A2:A5)</f><v>44</v>");
  });

  test("is counted on each sheet", async () => {
    const row = `<row r="1">${cell("A1", "MyMacro(1)", "1")}${cell("B1", "MyMacro(2)", "2")}</row>`;
    expect(await opened({ sheets: { One: row, Two: row } })).toEqual([
      "2 formulas on One (their last values are shown)",
      "2 formulas on Two (their last values are shown)",
    ]);
  });
});

describe("a name that refers to other cells in each row", () => {
  test.each([
    ["Sheet1!$B1", "Here", "20", 20],
    ["Sheet1!B$2", "Here*2", "40", 40],
    ["Sheet1!B1", "SUM(Here,1)", "21", 21],
    ["Sheet1!$B1:$B3", "SUM(Here)", "90", 90],
    ["Sheet1!B1:C2", "SUM(Here)", "33", 33],
    ["Sheet1!1:1", "SUM(Here)", "22", 22],
    ["Sheet1!B:B", "SUM(Here)", "91", 91],
    ["SUM(Sheet1!$B$2,Sheet1!$A1)", "Here", "22.5", 22.5],
    ["OFFSET(Sheet1!$A1,0,1)", "Here", "20.5", 20.5],
    ["There*2", "Here+1", "41", 41],
  ])("%s: =%s keeps %s", async (formula, use, value, shown) => {
    const leftOut = await opened({
      sheets: {
        Sheet1: `${NUMBERS}<row r="9">${cell("A9", use, value)}${cell("B9", "A9+1", "0")}</row>`,
      },
      names: `<definedName name="Here">${formula}</definedName><definedName name="There">Sheet1!$B1</definedName>`,
    });
    expect([await show("A9"), await show("B9")]).toEqual([shown, shown + 1]);
    expect(leftOut).toEqual(["1 formula on Sheet1 (their last values are shown)"]);
    expect(await savedSheet()).toContain(`>${use}</f><v>${value}</v>`);
  });

  test("is not one that refers to the same cells everywhere", async () => {
    const leftOut = await opened({
      sheets: { Sheet1: `${NUMBERS}<row r="9">${cell("A9", "SUM(Here)", "0")}</row>` },
      names: '<definedName name="Here">Sheet1!$B$2:$B$4</definedName>',
    });
    expect([leftOut, await show("A9")]).toEqual([[], 90]);
  });
});

describe("a what-if table", () => {
  const ROWS =
    '<row r="2"><c r="A2"><v>1</v></c><c r="B2">F<v>10</v></c><c r="C2"><v>20</v></c></row><row r="3"><c r="A3"><v>2</v></c><c r="B3"><v>30</v></c><c r="C3"><v>40</v></c></row>';
  test.each([
    ["of two inputs", '<f t="dataTable" ref="B2:C3" dt2D="1" dtr="1" r1="E1" r2="E2"/>', "B2:C3"],
    ["of one input across", '<f t="dataTable" ref="B2:C3" dt2D="0" dtr="1" r1="E1"/>', "B2:C3"],
    ["of one input down", '<f t="dataTable" ref="B2:B3" dt2D="0" dtr="0" r1="E1"/>', "B2:B3"],
    [
      "whose first input was deleted",
      '<f t="dataTable" ref="B2:C3" dt2D="1" dtr="1" r1="E1" r2="E2" del1="1"/>',
      "B2:C3",
    ],
    [
      "whose second input was deleted",
      '<f t="dataTable" ref="B2:C3" dt2D="1" del2="1" r1="E1" r2="E2"/>',
      "B2:C3",
    ],
    ["that is always calculated", '<f t="dataTable" ref="B2:C3" ca="1" r1="E1"></f>', "B2:C3"],
    ["with text in its formula", '<f t="dataTable" ref="B2:C3" r1="E1">TABLE(E1,)</f>', "B2:C3"],
    ["in quotes of the other kind", "<f r1='E1' ref='B2:C3' t='dataTable'/>", "B2:C3"],
    ["of one cell", '<f t="dataTable" ref="B2" r1="E1"/>', "B2"],
    [
      "with another sheet's input",
      '<f t="dataTable" ref="B2:C3" dt2D="1" r1="E1" r2="E9" aca="0"/>',
      "B2:C3",
    ],
  ])("%s is listed, and its values stay", async (_, f, ref) => {
    const leftOut = await opened({ sheets: { Sheet1: ROWS.replace("F", f) } });
    expect(leftOut).toEqual([`1 what-if table on Sheet1: ${ref} (their last values are shown)`]);
    expect(await workbook.readCells("Sheet1", "A2:C3")).toEqual([
      [1, 10, 20],
      [2, 30, 40],
    ]);
    expect(
      workbook.grid.formulas(workbook.grid.activeSheetId(), { row: 1, col: 1, rows: 1, cols: 1 }),
    ).toEqual([[10]]);
  });
});

describe("cells without an address", () => {
  const day = '<c s="1"><v>45688</v></c>';
  test.each([
    ["alone", `<row>${day}</row>`, { A1: 45688 }],
    [
      "one after the other",
      `<row>${day}<c><v>2</v></c>${day}</row>`,
      { A1: 45688, B1: 2, C1: 45688 },
    ],
    [
      "in rows without a number",
      `<row>${day}</row><row><c><v>3</v></c></row>`,
      { A1: 45688, A2: 3 },
    ],
    ["after a row with one", `<row r="5">${day}</row><row>${day}</row>`, { A5: 45688, A6: 45688 }],
    [
      "after a cell with one",
      `<row r="2"><c r="D2"><v>1</v></c>${day}</row>`,
      { D2: 1, E2: 45688 },
    ],
    [
      "before a cell with one",
      `<row r="2">${day}<c r="D2"><v>1</v></c></row>`,
      { A2: 45688, D2: 1 },
    ],
    ["that are blank", `<row r="2"><c s="1"/>${day}</row>`, { A2: null, B2: 45688 }],
    [
      "with formulas",
      `<row><c><v>2</v></c><c s="1"><f>A1+1</f><v>3</v></c></row>`,
      { A1: 2, B1: 3 },
    ],
    [
      "with text",
      `<row>${day}<c t="inlineStr"><is><t>x</t></is></c></row>`,
      { A1: 45688, B1: "x" },
    ],
    [
      "in lower case",
      `<row r="1"><c r="b1" s="1"><v>45688</v></c>${day}</row>`,
      { B1: 45688, C1: 45688 },
    ],
    ["after empty rows", `<row/><row r="4"/>${`<row>${day}</row>`}`, { A5: 45688 }],
  ])("%s are where they follow", async (_, rows, cells) => {
    expect(await opened({ sheets: { Sheet1: rows } })).toEqual([]);
    for (const [address, value] of Object.entries(cells))
      expect([address, await show(address)]).toEqual([address, value]);
  });
});

describe("a date written as text", () => {
  test.each([
    ["2025-01-31T00:00:00", 45688, "yyyy-mm-dd"],
    ["2025-01-31", 45688, "yyyy-mm-dd"],
    ["2025-01-31T12:00:00", 45688.5, "yyyy-mm-dd hh:mm"],
    ["2025-01-31T06:00:00Z", 45688.25, "yyyy-mm-dd hh:mm"],
    ["2025-01-31T18:00:00.000", 45688.75, "yyyy-mm-dd hh:mm"],
    ["1900-01-01T00:00:00", 1, "yyyy-mm-dd"],
    ["1900-02-28", 59, "yyyy-mm-dd"],
    ["1900-03-01", 61, "yyyy-mm-dd"],
    ["2024-02-29T00:00", 45351, "yyyy-mm-dd"],
    ["9999-12-31", 2958465, "yyyy-mm-dd"],
    ["06:00:00", 0.25, "hh:mm:ss"],
  ])("%s is the day %d", async (text, days, format) => {
    const rows = `<row r="1"><c r="A1" t="d"><v>${text}</v></c><c r="B1" s="1" t="d"><v>${text}</v></c><c r="C1"><f>A1+1</f><v>0</v></c></row>`;
    expect(await opened({ sheets: { Sheet1: rows } })).toEqual([]);
    expect([await show("A1"), await show("B1"), await show("C1")]).toEqual([days, days, days + 1]);
    const { grid } = workbook;
    const [[plainFormat, given] = []] = grid.numberFormats(grid.activeSheetId(), {
      row: 0,
      col: 0,
      rows: 1,
      cols: 2,
    });
    expect([plainFormat, given]).toEqual([format, "m/d/yyyy"]);
  });

  test.each(["2025-02-30", "soon", "31.01.2025", "2025-13-01", "1899-12-31", "25:00:00"])(
    "%s is no date, and stays text",
    async (text) => {
      await opened({ sheets: { Sheet1: `<row r="1"><c r="A1" t="d"><v>${text}</v></c></row>` } });
      expect(await show("A1")).toBe(text);
    },
  );
});

describe("heights of rows", () => {
  test.each([2, 40, 999, 1_500, 60_000, 1_048_576])(
    "row %d, below the last cell, keeps its height in the file",
    async (row) => {
      await opened({
        sheets: {
          Sheet1: `<row r="1" ht="45" customHeight="1"><c r="A1"><v>1</v></c></row><row r="${row}" ht="30" customHeight="1"/>`,
        },
      });
      const saved = await savedSheet();
      expect(saved).toContain('<row r="1" ht="45" customHeight="1">');
      expect(saved).toContain(`<row r="${row}" ht="30" customHeight="1"/>`);
    },
  );
});

describe("tabs that are no worksheets", () => {
  const ROWS = { Sheet1: '<row r="1"><c r="A1"><v>1</v></c></row>', Hidden: "" };
  const part = "<chartsheet/>";
  test.each([
    [
      "a chart sheet",
      { Chart1: ["chartsheet", "chartsheets/sheet1.xml"] },
      ["chart sheets (Chart1)"],
    ],
    [
      "two chart sheets",
      {
        Chart1: ["chartsheet", "chartsheets/sheet1.xml"],
        Chart2: ["chartsheet", "chartsheets/sheet1.xml"],
      },
      ["chart sheets (Chart1, Chart2)"],
    ],
    [
      "a dialog sheet",
      { Dialog1: ["dialogsheet", "chartsheets/sheet1.xml"] },
      ["dialog sheets (Dialog1)"],
    ],
    [
      "a macro sheet",
      { Macro1: ["xlMacrosheet", "chartsheets/sheet1.xml"] },
      ["macro sheets (Macro1)"],
    ],
    [
      "a macro sheet of another language",
      { Macro1: ["xlIntlMacrosheet", "chartsheets/sheet1.xml"] },
      ["macro sheets (Macro1)"],
    ],
    [
      "a chart sheet whose part is cut off",
      { Chart1: ["chartsheet", "chartsheets/cut.xml"] },
      ["chart sheets (Chart1)"],
    ],
    [
      "a chart sheet and a macro sheet",
      {
        Chart1: ["chartsheet", "chartsheets/sheet1.xml"],
        M: ["xlMacrosheet", "chartsheets/sheet1.xml"],
      },
      ["chart sheets (Chart1)", "macro sheets (M)"],
    ],
  ] as const)("%s before the sheet is left out and listed", async (_, tabs, listed) => {
    const leftOut = await opened({
      sheets: ROWS,
      tabs,
      parts: { "xl/chartsheets/sheet1.xml": part, "xl/chartsheets/cut.xml": "<chartsheet>" },
    });
    expect(leftOut).toEqual(listed);
    expect(workbook.grid.sheets().map(({ name }) => name)).toEqual(["Sheet1", "Hidden"]);
    expect(await show("A1")).toBe(1);
  });

  test("do not move a name from the sheet that it is scoped to", async () => {
    const leftOut = await opened({
      sheets: ROWS,
      tabs: { Chart1: ["chartsheet", "chartsheets/sheet1.xml"] },
      parts: { "xl/chartsheets/sheet1.xml": part },
      names:
        '<definedName name="Mine" localSheetId="1" hidden="1">Sheet1!$A$1</definedName><definedName name="Lost" localSheetId="0">Sheet1!$A$1</definedName>',
    });
    expect(leftOut).toEqual(["chart sheets (Chart1)", "the name Lost of Chart1"]);
    const [sheet] = workbook.grid.sheets();
    expect(workbook.grid.names()).toMatchObject([
      { name: "Mine", visible: false, sheetId: sheet?.id },
    ]);
  });
});

describe("parts of a file", () => {
  const ROW =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="inlineStr"><is><t>Größe</t></is></c></row>';
  const utf16 = (text: string, big = false, marked = true): Uint8Array => {
    const letters = [
      ...(marked ? [0xfeff] : []),
      ...Array.from(text, (_, index) => text.charCodeAt(index)),
    ];
    return Uint8Array.from(
      letters.flatMap((code) => (big ? [code >> 8, code & 255] : [code & 255, code >> 8])),
    );
  };
  const SHEET_XML = sheetXml(ROW).replace("UTF-8", "UTF-16");
  const WORKBOOK_XML = partOf(fileOf({ sheets: { Sheet1: ROW } }), "xl/workbook.xml");
  const latin = (text: string): Uint8Array =>
    Uint8Array.from(text, (letter) => letter.charCodeAt(0));

  test.each<readonly [string, NonNullable<FileParts["parts"]>]>([
    [
      "Power Query's part in UTF-16",
      {
        "customXml/item1.xml": utf16(
          '<?xml version="1.0" encoding="utf-16"?><DataMashup>AAAA</DataMashup>',
        ),
      },
    ],
    ["a part that nothing reads cut off", { "customXml/item1.xml": "<a><b>" }],
    ["a part that nothing reads and is no XML", { "xl/printerSettings/printer.xml": "no XML" }],
    ["an empty part that nothing reads", { "docProps/app.xml": "" }],
    [
      "a comment behind the last tag of one",
      { "docProps/app.xml": "<a></a><!-- made by a program -->" },
    ],
    ["a sheet in UTF-16", { [SHEET]: utf16(SHEET_XML) }],
    ["a sheet in UTF-16, high bytes first", { [SHEET]: utf16(SHEET_XML, true) }],
    ["a sheet in UTF-16 without a mark", { [SHEET]: utf16(SHEET_XML, false, false) }],
    [
      "the workbook in UTF-16",
      { "xl/workbook.xml": utf16(WORKBOOK_XML.replace("UTF-8", "UTF-16")) },
    ],
    ["a sheet with a mark of UTF-8", { [SHEET]: `\ufeff${sheetXml(ROW)}` }],
    ["a sheet in Latin 1", { [SHEET]: latin(sheetXml(ROW).replace("UTF-8", "ISO-8859-1")) }],
    ["a sheet in Windows 1252", { [SHEET]: latin(sheetXml(ROW).replace("UTF-8", "windows-1252")) }],
    [
      "a comment behind the last tag of a sheet",
      { [SHEET]: `${sheetXml(ROW)}\n<!-- by a program: </worksheet> -->\n` },
    ],
    [
      "an instruction behind the last tag of a sheet",
      { [SHEET]: `${sheetXml(ROW)}<?made by="a program"?>` },
    ],
    [
      "comments among the cells",
      { [SHEET]: sheetXml(ROW.replace("<c r=", '<!-- <c r="A1"><v>9</v></c> --><c r=')) },
    ],
    [
      "raw text in a cell",
      { [SHEET]: sheetXml(ROW.replace("<t>Größe</t>", "<t><![CDATA[Größe]]></t>")) },
    ],
    [
      "a comment behind the last tag of the workbook",
      { "xl/workbook.xml": `${WORKBOOK_XML}<!-- x -->` },
    ],
  ])("%s: the file opens", async (_, parts) => {
    expect(await opened({ sheets: { Sheet1: ROW }, parts })).toEqual([]);
    expect([await show("A1"), await show("B1")]).toEqual([1, "Größe"]);
  });

  const refused = async (file: Uint8Array): Promise<string> => {
    const opening = await openWorkbook(workbook.host, "given.xlsx", file);
    return opening.ok ? "it opened" : opening.sentence;
  };

  test.each<readonly [string, NonNullable<FileParts["parts"]>]>([
    ["a sheet that is cut off", { [SHEET]: sheetXml(ROW).slice(0, -30) }],
    ["a sheet in UTF-16 that is cut off", { [SHEET]: utf16(SHEET_XML).slice(0, -40) }],
    [
      "a sheet that ends in a comment without end",
      { [SHEET]: `${sheetXml(ROW).slice(0, -12)}<!-- </worksheet>` },
    ],
    ["a sheet that is no XML", { [SHEET]: "PK" }],
    ["a workbook that is no XML", { "xl/workbook.xml": "x" }],
    ["styles that are cut off", { "xl/styles.xml": "<styleSheet><fonts>" }],
    [
      "a cell beyond the last column",
      { [SHEET]: sheetXml('<row r="1"><c r="XFE1"><v>1</v></c></row>') },
    ],
    [
      "a cell beyond the last row",
      { [SHEET]: sheetXml('<row r="1048577"><c r="A1048577"><v>1</v></c></row>') },
    ],
    [
      "tags that do not match",
      { "xl/workbook.xml": WORKBOOK_XML.replace("</sheets>", "</sheet>") },
    ],
    ["no links of the workbook", { "xl/_rels/workbook.xml.rels": "<Relationships/>" }],
  ])("%s: refused without words for programmers", async (_, parts) => {
    const sentence = await refused(fileOf({ sheets: { Sheet1: ROW }, parts }));
    expect(sentence).toMatch(
      /^given\.xlsx was not opened: [A-Za-z ,().]+ The workbook that is open stays as it was\.$/,
    );
    expect(sentence).not.toMatch(/xml|option|range|limit|parse|JSON|undefined|Error|element|tag/i);
  });
});

describe("cells far away", () => {
  const FAR = '<row r="1"><c r="A1"><v>1</v></c></row>';
  test.each([
    [
      "a formatted cell in the last corner",
      `${FAR}<row r="1048576"><c r="XFD1048576" s="2"/></row>`,
      {},
    ],
    [
      "a hidden row that is the last",
      `${FAR}<row r="1048576" hidden="1"><c r="A1048576" s="2"/></row>`,
      {},
    ],
    [
      "a value in the last corner",
      `${FAR}<row r="1048576"><c r="XFD1048576"><v>5</v></c></row>`,
      { XFD1048576: 5 },
    ],
    [
      "a value in the last row alone",
      '<row r="1048576"><c r="A1048576"><v>5</v></c></row>',
      { A1048576: 5 },
    ],
    ["a value in the last column alone", '<row r="1"><c r="XFD1"><v>5</v></c></row>', { XFD1: 5 }],
    [
      "a value in row 60,000 and column AD",
      `${FAR}<row r="60000"><c r="AD60000"><v>5</v></c></row>`,
      { AD60000: 5 },
    ],
    [
      "text in the last row",
      `${FAR}<row r="1048576"><c r="B1048576" t="inlineStr"><is><t>end</t></is></c></row>`,
      { B1048576: "end" },
    ],
    [
      "a date in the last row",
      `${FAR}<row r="1048576"><c r="B1048576" s="1"><v>45688</v></c></row>`,
      { B1048576: 45688 },
    ],
    [
      "a formula in the last row",
      `${FAR}<row r="1048576"><c r="B1048576"><f>A1+1</f><v>2</v></c></row>`,
      { B1048576: 2 },
    ],
    [
      "a formula of the last row",
      `<row r="1"><c r="A1"><f>B1048576*2</f><v>0</v></c></row><row r="1048576"><c r="B1048576"><v>4</v></c></row>`,
      { A1: 8 },
    ],
    [
      "a formula of the last corner",
      `<row r="1"><c r="A1"><f>XFD1048576*2</f><v>0</v></c></row><row r="1048576"><c r="XFD1048576"><v>4</v></c></row>`,
      { A1: 8 },
    ],
    [
      "a diagonal",
      Array.from(
        { length: 40 },
        (_, n) =>
          `<row r="${n * 26_000 + 1}"><c r="${"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[n % 26]}${n * 26_000 + 1}"><v>${n}</v></c></row>`,
      ).join(""),
      { B26001: 1, N1014001: 39 },
    ],
  ] as const)("%s opens, and is in the file again", async (_, rows, cells) => {
    const leftOut = await opened({ sheets: { Sheet1: rows } });
    expect(leftOut.filter((what) => !/hidden rows/.test(what))).toEqual([]);
    for (const [address, value] of Object.entries(cells))
      expect([address, await show(address)]).toEqual([address, value]);
    const addresses = (xml: string): readonly string[] =>
      [...xml.matchAll(/<c r="([A-Z]+\d+)"/g)].map(([, at = ""]) => at);
    expect(addresses(await savedSheet())).toEqual(addresses(rows));
    expect(await opened(await saveWorkbook(workbook.host))).toEqual([]);
    for (const [address, value] of Object.entries(cells))
      expect([address, await show(address)]).toEqual([address, value]);
  });

  test("a blank one does not make the sheet larger", async () => {
    await opened({ sheets: { Sheet1: `${FAR}<row r="1048576"><c r="XFD1048576" s="2"/></row>` } });
    expect(workbook.grid.whole.columnWidths(workbook.grid.activeSheetId()).length).toBeLessThan(
      100,
    );
  });
});

describe("merged cells", () => {
  const ROWS = '<row r="1"><c r="A1"><v>1</v></c><c r="D1"><v>2</v></c></row>';
  const at = (ref: string): string => `merged cells at ${ref} on Sheet1`;
  const cut = (ref: string): string => `${at(ref)}, as far as they go beyond the cells shown`;
  test.each([
    ["D:D", [cut("D:D")], ["D1:D1000"]],
    ["D1:D1048576", [cut("D:D")], ["D1:D1000"]],
    ["D:E", [cut("D:E")], ["D1:E1000"]],
    ["5:5", [cut("5:5")], ["A5:AN5"]],
    ["5:6", [cut("5:6")], ["A5:AN6"]],
    ["A5:XFD5", [cut("5:5")], ["A5:AN5"]],
    ["B2:B1048576", [cut("B2:B1048576")], ["B2:B1000"]],
    ["C900:D1100", [cut("C900:D1100")], ["C900:D1000"]],
    ["A2000:B2001", [cut("A2000:B2001")], []],
    ["XFE1:XFF2", [at("XFE1:XFF2")], []],
    ["A1048577:B1048578", [at("A1048577:B1048578")], []],
    ["nowhere", [at("nowhere")], []],
    ["B2:C3", [], ["B2:C3"]],
    ["$B$2:$C$3", [], ["B2:C3"]],
    // Excel repairs such a file; here the first of two that overlap stays.
    ['B2:C3"/><mergeCell ref="C3:D4', [at("C3:D4")], ["B2:C3"]],
    ['B2:C3"/><mergeCell ref="B2:C3', [at("B2:C3")], ["B2:C3"]],
    ['5:5"/><mergeCell ref="D:D', [at("D:D"), cut("5:5")], ["A5:AN5"]],
  ] as const)("%s opens, and what of it is lost is listed", async (ref, listed, merges) => {
    const leftOut = await opened({
      sheets: { Sheet1: `${ROWS}<mergeCells count="1"><mergeCell ref="${ref}"/></mergeCells>` },
    });
    expect(leftOut).toEqual(listed);
    expect(
      [...(await savedSheet()).matchAll(/<mergeCell ref="([^"]*)"/g)].map(([, found]) => found),
    ).toEqual(merges);
    expect([await show("A1"), await show("D1")]).toEqual([1, 2]);
  });
});

describe("links to other workbooks", () => {
  test("are in the saved file with the formulas that use them, in their order", async () => {
    const link = (name: string) =>
      `<externalLink><externalBook r:id="rId1"><sheetNames><sheetName val="${name}"/></sheetNames></externalBook></externalLink>`;
    const relations = (name: string) =>
      `<Relationships><Relationship Id="rId1" Target="${name}.xlsx" TargetMode="External"/></Relationships>`;
    await opened({
      sheets: {
        Sheet1: `<row r="1">${cell("A1", "[1]Budget!B7", "77")}${cell("B1", "[2]Actual!B7", "70")}${cell("C1", "Rate", "3")}</row>`,
      },
      names: '<definedName name="Rate">[2]Actual!$B$1</definedName>',
      parts: {
        "xl/externalLinks/externalLink2.xml": link("Budget"),
        "xl/externalLinks/_rels/externalLink2.xml.rels": relations("Budget"),
        "xl/externalLinks/externalLink1.xml": link("Actual"),
        "xl/externalLinks/_rels/externalLink1.xml.rels": relations("Actual"),
      },
      links: [
        ["externalLink", "externalLinks/externalLink2.xml"],
        ["externalLink", "externalLinks/externalLink1.xml"],
      ],
    });
    expect(await show("C1")).toBe(3);
    for (let time = 1; time <= 2; time += 1) {
      const file = await saveWorkbook(workbook.host);
      expect(partOf(file, "xl/externalLinks/externalLink1.xml")).toBe(link("Budget"));
      expect(partOf(file, "xl/externalLinks/_rels/externalLink2.xml.rels")).toBe(
        relations("Actual"),
      );
      const book = partOf(file, "xl/workbook.xml");
      expect(book).toMatch(
        /<externalReferences><externalReference r:id="rIdLink1"\/><externalReference r:id="rIdLink2"\/><\/externalReferences><definedNames>/,
      );
      expect(book).toContain(">[2]Actual!$B$1</definedName>");
      expect(partOf(file, "xl/_rels/workbook.xml.rels")).toMatch(
        /Id="rIdLink2" Type="[^"]*\/externalLink" Target="externalLinks\/externalLink2\.xml"/,
      );
      expect(partOf(file, "[Content_Types].xml")).toContain(
        'PartName="/xl/externalLinks/externalLink2.xml"',
      );
      expect(partOf(file, SHEET)).toContain(">[1]Budget!B7</f><v>77</v>");
      await opened(file);
    }
    await opened({ sheets: { Sheet1: "" } });
    expect(partOf(await saveWorkbook(workbook.host), "xl/workbook.xml")).not.toContain(
      "externalReference",
    );
  });
});
