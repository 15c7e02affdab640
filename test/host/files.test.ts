import { describe, expect, test, vi } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { removeTable } from "../../src/workbook/journal/roll-back";
import { insertExample } from "../../src/workbook/sheets/insert-example";
import { writeTable } from "../../src/workbook/sheets/write-table";
import {
  captureWorkbook,
  lossesOfSaving,
  openWorkbook,
  partOf,
  saveWorkbook,
  withParts,
} from "../support/workbook-files";
import { done, opensWorkbooks } from "../workbook/open";
import { listTables } from "../workbook/read";
import { REQUEST } from "../workbook/request";
import { snapshot } from "../workbook/snapshot";

const open = opensWorkbooks();

describe("a saved workbook", () => {
  test("has the example and its table again when it is opened elsewhere, and the table can be removed", async () => {
    const first = await open();
    done(await insertExample(US_DOLLAR));
    const withoutTable = await snapshot(first);
    done(await writeTable(REQUEST, US_DOLLAR));
    const before = await captureWorkbook(first.host);
    const file = await saveWorkbook(first.host);

    const second = await open();
    expect(await openWorkbook(second.host, "deal.xlsx", file)).toEqual({ ok: true, leftOut: [] });
    expect(await captureWorkbook(second.host)).toEqual(before);
    const [table] = done(await listTables());
    done(await removeTable(table?.id ?? ""));
    expect(await snapshot(second)).toEqual(withoutTable);
  });

  test("is written as Excel writes files", async () => {
    const { host, grid } = await open();
    done(await insertExample(US_DOLLAR));
    done(await writeTable(REQUEST, US_DOLLAR));
    grid.write(grid.sheets()[0]?.id ?? "", { row: 0, col: 0, rows: 1, cols: 1 }, [["=1/0"]]);
    grid.putName({ name: "Secret", formula: "=Deal!$A$1", comment: "", visible: false });
    const file = await saveWorkbook(host);
    const book = partOf(file, "xl/workbook.xml");
    expect(book).toContain('<definedName name="Secret" hidden="1">Deal!$A$1</definedName>');
    expect(book).toContain(">DealBands[#All]</definedName>");
    expect(book).toContain(">'Cost table'!$A:$A,'Cost table'!$1:$4</definedName>");
    const styles = partOf(file, "xl/styles.xml");
    expect(styles).toMatch(
      /<cellStyle name="Input" xfId="(\d+)" builtinId="20" customBuiltin="1"\/>/,
    );
    expect(styles).toContain('<cellStyle name="Heading 2"');
    expect(partOf(file, "xl/worksheets/sheet1.xml")).toContain(
      '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    );
    const costs = partOf(file, "xl/worksheets/sheet3.xml");
    expect(costs).toContain(
      '<f t="array" ref="B5">_xldudf_COMMIT_EFFECTIVE_COST($A5,B$4,Bands,Terms)</f><v>',
    );
    expect(costs).toMatch(/<c r="B5"[^>]* cm="1"/);
    expect(partOf(file, "xl/metadata.xml")).toContain('fDynamic="1"');
    for (const [, text = ""] of partOf(file, "docProps/custom.xml").matchAll(
      /<vt:lpwstr>(.*?)<\/vt:lpwstr>/g,
    )) {
      expect(text.replaceAll("&quot;", '"').length).toBeLessThanOrEqual(255);
    }
  });

  test("lists before saving what Excel will not see, and only when there is something", async () => {
    const { host } = await open();
    expect(lossesOfSaving(host, "Bandwise")).toEqual([]);
    done(await insertExample(US_DOLLAR));
    expect(lossesOfSaving(host, "Bandwise")).toEqual([
      expect.stringMatching(/^Excel will not know what Bandwise built: /),
    ]);
  });
});

describe("a file from elsewhere", () => {
  const SHEET = "xl/worksheets/sheet1.xml";
  const inSheet = (rows: string) => (xml: string) =>
    xml.replace(/<sheetData\s*\/>|<sheetData>.*<\/sheetData>/s, `<sheetData>${rows}</sheetData>`);

  test("shows shared formulas, dates, theme colours and spilled cells as Excel does", async () => {
    const { host, grid } = await open();
    const styles = (xml: string) =>
      xml
        .replace(
          "</fonts>",
          '<font><sz val="11"/><color theme="4"/><name val="Calibri"/></font></fonts>',
        )
        .replace(
          /<cellXfs count="\d+">.*<\/cellXfs>/s,
          '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0"/></cellXfs>',
        );
    const file = withParts(await saveWorkbook(host), {
      "xl/styles.xml": styles,
      [SHEET]: inSheet(
        '<row r="1"><c r="A1" s="2"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$A$1+1</f><v>2</v></c><c r="C1" s="1"><v>46000.25</v></c></row>' +
          '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>3</v></c><c r="D2" t="inlineStr"><is><t>x &amp; y</t></is></c></row>' +
          '<row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>4</v></c></row>' +
          '<row r="5"><c r="A5" cm="1"><f t="array" ref="A5:A7">A1:A3*10</f><v>10</v></c></row><row r="6"><c r="A6"><v>20</v></c></row><row r="7"><c r="A7"><v>30</v></c></row>',
      ),
    });
    expect(await openWorkbook(host, "elsewhere.xlsx", file)).toEqual({ ok: true, leftOut: [] });
    await grid.settle();
    const [sheet] = grid.sheets();
    const read = (row: number, col: number, rows: number, cols: number) =>
      grid.values(sheet?.id ?? "", { row, col, rows, cols });
    expect(grid.formulas(sheet?.id ?? "", { row: 0, col: 1, rows: 3, cols: 1 })).toEqual([
      ["=A1*$A$1+1"],
      ["=A2*$A$1+1"],
      ["=A3*$A$1+1"],
    ]);
    expect(read(0, 1, 3, 1)).toEqual([[2], [3], [4]]);
    expect(read(0, 2, 2, 2)).toEqual([
      [46000.25, null],
      [null, "x & y"],
    ]);
    expect(grid.style(sheet?.id ?? "", 0, 0).color).toBe("#4472C4");
    expect(read(4, 0, 3, 1)).toEqual([[10], [20], [30]]);
    expect(grid.spillRect(sheet?.id ?? "", 4, 0)).toEqual({ row: 4, col: 0, rows: 3, cols: 1 });
  });

  test("opens without what the local workbook lacks, and names each kind", async () => {
    const { host } = await open();
    const file = withParts(await saveWorkbook(host), {
      "xl/charts/chart1.xml": "<c:chartSpace/>",
      "xl/vbaProject.bin": "x",
      [SHEET]: (xml) =>
        inSheet(
          '<row r="1" hidden="1"><c r="A1"><f>_xldudf_CONTOSO_PRICE(1)</f><v>7</v></c><c r="B1"><f>_xlfn.ANCHORARRAY(A1)+C1#</f><v>9</v></c></row>',
        )(xml).replace("</sheetData>", '</sheetData><autoFilter ref="A1:B2"/>'),
    });
    const opening = await openWorkbook(host, "more.xlsx", file);
    expect(opening).toEqual({
      ok: true,
      leftOut: [
        "charts other than straight lines and stacked columns",
        "macros",
        "filters (every row is shown)",
        "hidden rows and columns (they are shown)",
        "another add-in's function, _xldudf_CONTOSO_PRICE: its cells show their last values",
        "2 formulas on Sheet1 (their last values are shown)",
      ],
    });
  });
});

describe("a file that cannot be opened", () => {
  const bytes = (...values: readonly number[]) => Uint8Array.from(values);
  const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const STREAM = [..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]);

  test.each([
    ["nothing", () => bytes(), "it is empty."],
    ["text", () => new TextEncoder().encode("a,b\n1,2"), "it is no Excel workbook (.xlsx)."],
    ["an old workbook", () => bytes(...OLE, 0, 0), "it is of a format before Excel 2007."],
    ["one under a password", () => bytes(...OLE, ...STREAM), "it is under a password."],
    ["half a file", (file: Uint8Array) => file.slice(0, file.length / 2), "it is damaged"],
    [
      "a ZIP of something else",
      (file: Uint8Array) => withParts(file, { "xl/workbook.xml": undefined }),
      "it is damaged",
    ],
    [
      "a sheet that is no XML",
      (file: Uint8Array) =>
        withParts(file, { "xl/worksheets/sheet1.xml": "<worksheet><sheetData>" }),
      "it is damaged",
    ],
  ])(
    "%s is refused in a sentence, and the open workbook stays as it was",
    async (_, make, reason) => {
      const { host } = await open();
      done(await insertExample(US_DOLLAR));
      const before = await captureWorkbook(host);
      const opening = await openWorkbook(host, "file.xlsx", make(await saveWorkbook(host)));
      expect(opening).toEqual({
        ok: false,
        sentence: expect.stringMatching(
          /^file\.xlsx was not opened: .*\. The workbook that is open stays as it was\.$/,
        ),
      });
      expect(opening.ok ? "" : opening.sentence).toContain(reason);
      expect(await captureWorkbook(host)).toEqual(before);
    },
  );

  test("a fault halfway restores the open workbook", async () => {
    const { host, grid } = await open();
    done(await insertExample(US_DOLLAR));
    const before = await captureWorkbook(host);
    const file = await saveWorkbook(host);
    const broken = vi.spyOn(grid, "showGridlines").mockImplementationOnce(() => {
      throw new Error("the grid broke down");
    });
    const opening = await openWorkbook(host, "file.xlsx", file);
    expect(broken).toHaveBeenCalled();
    expect(opening).toEqual({
      ok: false,
      sentence:
        "file.xlsx was not opened: the local workbook cannot show it (the grid broke down). The workbook that is open stays as it was.",
    });
    expect(await captureWorkbook(host)).toEqual(before);
  });
});
