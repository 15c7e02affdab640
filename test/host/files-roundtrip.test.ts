import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LINE_STYLES } from "../../src/host/grid/cell-style";
import type { CellLook, PlacedCell } from "../../src/host/grid/whole-sheets";
import type {
  NameDocument,
  SheetDocument,
  WorkbookDocument,
} from "../../src/host/xlsx/workbook-document";
import type { LocalWorkbook } from "../support/local-workbook";
import { openLocalWorkbook } from "../support/local-workbook";
import { assertProperty } from "../support/property";
import {
  captureWorkbook,
  openWorkbook,
  restoreWorkbook,
  saveWorkbook,
} from "../support/workbook-files";

const ROWS = 5;
const COLS = 3;

/** Formulas over the values at the left; those that spill have the room. */
const FORMULAS = [
  "=A1",
  "=SUM(A1:B3)+1",
  "=A1:A3",
  '=IF(A1="x","say ""<&>""",B2&"_x0041_")',
  '=XLOOKUP("x",A1:A3,B1:B3,"none")',
  "=LET(factor,2,factor*3)",
  "=COMMIT.BAND_RATE(300000,{250000,0.1;1000000,0.2})",
  "=NOBODY.KNOWS(A1)",
  "=Rate*2",
  "=1/0",
] as const;

/** What JSON keeps of a value: it writes −0 as 0. */
const jsonValue = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)));

const color = fc
  .integer({ min: 1, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, "0").toUpperCase()}`);

const line = fc.record({ style: fc.constantFrom(...LINE_STYLES), color });

const look: fc.Arbitrary<CellLook> = fc.record(
  {
    fill: color,
    color,
    bold: fc.boolean(),
    italic: fc.boolean(),
    underline: fc.constant(true),
    strikethrough: fc.constant(true),
    size: fc.constantFrom(8, 14, 20.5),
    fontName: fc.constantFrom("Verdana", "Times New Roman"),
    horizontalAlignment: fc.constantFrom("General", "Left", "Center", "Right", "Justify"),
    verticalAlignment: fc.constantFrom("Top", "Center", "Bottom"),
    wrapText: fc.boolean(),
    indentLevel: fc.integer({ min: 0, max: 3 }),
    borders: fc.record({ top: line, bottom: line, left: line, right: line }, { requiredKeys: [] }),
    namedStyle: fc.constantFrom("Normal", "Input", "Heading1", "ExplanatoryText", "Total"),
    numberFormat: fc.constantFrom(
      "General",
      "0.0%",
      "$#,##0;[Red]-$#,##0",
      "yyyy-mm-dd",
      '0.00" <x> & ""y"""',
      "@",
    ),
  },
  { requiredKeys: ["borders", "namedStyle", "numberFormat"] },
);

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 6 }),
  fc.constantFrom("007", "12%", "=A1", "true", " two\nlines ", "_x000D_", "#N/A", "<&\"'>", "x"),
);

const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
  fc.integer(),
  fc.boolean(),
  text.filter((content) => content !== "" && ![...content].some(isControl)),
  fc.constant(null),
);

/** Values in the first columns, and formulas to their right with room to spill. */
const cells: fc.Arbitrary<readonly PlacedCell[]> = fc
  .record({
    values: fc.array(fc.tuple(value, fc.option(look)), {
      minLength: ROWS * COLS,
      maxLength: ROWS * COLS,
    }),
    formulas: fc.subarray([...FORMULAS], { maxLength: 4 }),
  })
  .map(({ values, formulas }) => [
    ...values.map(([content, shown], index) => ({
      row: Math.floor(index / COLS),
      col: index % COLS,
      value: content,
      formula: null,
      spill: null,
      isSpilled: false,
      look: shown,
    })),
    ...formulas.map((formula, index) => ({
      row: 0,
      col: COLS + 1 + index,
      value: null,
      formula,
      spill: null,
      isSpilled: false,
      look: null,
    })),
  ]);

const rect = fc.record({
  row: fc.integer({ min: 0, max: 6 }),
  col: fc.integer({ min: 0, max: 6 }),
  rows: fc.integer({ min: 1, max: 4 }),
  cols: fc.integer({ min: 1, max: 3 }),
});

const rule: fc.Arbitrary<SheetDocument["conditionalFormats"][number]["rule"]> = fc.oneof(
  fc.record({
    kind: fc.constant("colorScale" as const),
    stops: fc.tuple(color, color, color).map(([low, middle, high]) => [
      { type: "LowestValue", color: low },
      { type: "Number", formula: "0", color: middle },
      { type: "HighestValue", color: high },
    ]),
  }),
  fc.record({
    kind: fc.constant("custom" as const),
    formula: fc.constantFrom("=A1>1", '=A1="<"', "=COUNTIF($A$1:$A$3,A1)>1"),
    look: fc.record({ fill: color, bold: fc.constant(true) }, { requiredKeys: ["fill"] }),
  }),
  fc.record({
    kind: fc.constant("cellValue" as const),
    operator: fc.constantFrom("greaterThan", "lessThanOrEqual", "notEqual"),
    formula1: fc.constantFrom("=1", "=$A$1"),
    look: fc.record({ color }),
  }),
);

const validation: fc.Arbitrary<SheetDocument["validations"][number]["validation"]> = fc.record({
  rule: fc.oneof(
    fc.record({
      type: fc.constant("list" as const),
      formula1: fc.constantFrom("list,committed", "=$A$1:$A$3"),
      showDropDown: fc.constant(true),
    }),
    fc.record({
      type: fc.constantFrom("decimal" as const, "whole" as const),
      operator: fc.constantFrom("between", "notBetween"),
      formula1: fc.constantFrom("0", "-1.5", "=$A$1"),
      formula2: fc.constantFrom("4", "=$A$2"),
    }),
    fc.record({ type: fc.constant("custom" as const), formula1: fc.constant("=A1<>0") }),
  ),
  errorTitle: fc.constantFrom("", "No <that> is"),
  errorMessage: fc.constantFrom("", 'Give "net" & list.'),
  errorStyle: fc.constantFrom("stop", "warning", "information"),
  showErrorMessage: fc.boolean(),
  inputTitle: fc.constantFrom("", "Which"),
  inputMessage: fc.constantFrom("", "One of two."),
  showInputMessage: fc.boolean(),
});

const page: fc.Arbitrary<SheetDocument["page"]> = fc.record({
  orientation: fc.constantFrom("Portrait" as const, "Landscape" as const),
  leftMargin: fc.constantFrom(18, 50.4),
  rightMargin: fc.constantFrom(36, 50.4),
  titleRows: fc.constantFrom("", "$1:$4"),
  titleColumns: fc.constantFrom("", "$A:$B"),
  areas: fc.constantFrom([], ["$A$1:$K$40"], ["$A$1:$K$40", "$A$41:$C$90"]),
  scale: fc.constant(null),
  fit: fc.constantFrom({ wide: 1, high: 0 }, { wide: 2, high: 3 }),
});

const words = fc
  .string({ minLength: 1, maxLength: 10 })
  .map((letters) => letters.trim())
  .filter((letters) => letters !== "" && ![...letters].some(isControl));

const axis: fc.Arbitrary<SheetDocument["charts"][number]["upAxis"]> = fc.record({
  title: fc.oneof(words, fc.constant("")),
  numberFormat: fc.constantFrom("General", "0.0%", '$#,##0;-$#,##0" <x> & ""y"""'),
  labelPosition: fc.constantFrom("NextToAxis", "High", "Low", "None"),
});

const chart: fc.Arbitrary<SheetDocument["charts"][number]> = fc.record({
  type: fc.constantFrom("XYScatterLinesNoMarkers", "ColumnStacked"),
  name: words,
  title: fc.oneof(words, fc.constant("")),
  showsLegend: fc.boolean(),
  series: fc.array(
    fc.record({
      name: words,
      across: fc.constant({ row: 1, col: 0, rows: 4, cols: 1 }),
      up: fc.constantFrom(
        { row: 1, col: 1, rows: 4, cols: 1 },
        { row: 1, col: 2, rows: 4, cols: 1 },
      ),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  acrossAxis: axis,
  upAxis: axis,
  place: rect,
});

const sheet = fc.record({
  visibility: fc.constantFrom("Visible" as const, "Hidden" as const, "VeryHidden" as const),
  tabColor: fc.oneof(color, fc.constant("")),
  showsGridlines: fc.boolean(),
  isProtected: fc.boolean(),
  frozen: fc.record({
    rows: fc.integer({ min: 0, max: 3 }),
    columns: fc.integer({ min: 0, max: 2 }),
  }),
  cells,
  columnWidths: fc.array(
    fc.integer({ min: 20, max: 200 }).map((pixels) => pixels * 0.75),
    { maxLength: 6 },
  ),
  rowHeights: fc.constantFrom(new Map([[2, 30]]), new Map<number, number>()),
  merges: fc.constantFrom([{ row: 20, col: 2, rows: 2, cols: 3 }], []),
  tables: fc.constant([]),
  conditionalFormats: fc.array(fc.record({ rects: fc.tuple(rect), rule }), { maxLength: 2 }),
  validations: fc.constant([]),
  charts: fc.array(chart, { maxLength: 2 }),
  page,
});

const workbookDocument: fc.Arbitrary<WorkbookDocument> = fc
  .record({
    sheets: fc.array(sheet, { minLength: 1, maxLength: 2 }),
    withTable: fc.boolean(),
    validations: fc.array(validation, { maxLength: 2 }),
    hidesName: fc.boolean(),
    settings: fc.array(fc.tuple(fc.string({ maxLength: 8 }), jsonValue), { maxLength: 2 }),
  })
  .map(({ sheets, withTable, validations, hidesName, settings }) => ({
    sheets: [
      front(withTable, validations),
      ...sheets.map((given, index) => ({ ...given, name: ["It's & <2>", "Q1.2"][index] ?? "" })),
    ],
    names: [
      name("Rate", "=Front!$F$2", !hidesName),
      ...(withTable ? [name("Bands", "=Deals[#All]", true)] : []),
      { ...name("Local_one", "='It''s & <2>'!$A$1:$B$2", true), scope: "It's & <2>" },
    ],
    settings: [...new Map(settings)],
    activeSheet: "Front",
  }));

function name(called: string, formula: string, visible: boolean): NameDocument {
  return { name: called, formula, comment: `About ${called} & "more"`, visible };
}

/** A sheet that is always seen, with a table when asked for. */
function front(
  withTable: boolean,
  validations: readonly SheetDocument["validations"][number]["validation"][],
): SheetDocument {
  const rows = [
    ["Threshold", "Discount"],
    [0, 0],
    [250_000, 0.1],
  ];
  const plain = { formula: null, spill: null, isSpilled: false, look: null };
  return {
    name: "Front",
    visibility: "Visible",
    tabColor: "",
    showsGridlines: true,
    isProtected: false,
    frozen: { rows: 0, columns: 0 },
    cells: [
      ...rows.flatMap((contents, row) =>
        contents.map((content, col) => ({ ...plain, row, col, value: content })),
      ),
      { ...plain, row: 1, col: 5, value: 21 },
    ],
    columnWidths: [],
    rowHeights: new Map(),
    merges: [],
    tables: withTable
      ? [
          {
            name: "Deals",
            rect: { row: 0, col: 0, rows: 3, cols: 2 },
            style: "TableStyleLight9",
            showFilterButton: false,
            showBandedRows: true,
          },
        ]
      : [],
    conditionalFormats: [],
    validations: validations.map((given, index) => ({
      rects: [{ row: 5, col: index, rows: 3, cols: 1 }],
      validation: given,
    })),
    charts: [],
    page: {
      orientation: "Portrait",
      scale: 85,
      fit: null,
      ...{ leftMargin: 18, rightMargin: 18 },
      titleRows: "",
      titleColumns: "",
      areas: [],
    },
  };
}

function isControl(letter: string): boolean {
  return /[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(letter) && !/\n/.test(letter);
}

describe("properties", () => {
  let workbook: LocalWorkbook;

  beforeAll(async () => {
    workbook = await openLocalWorkbook();
  });

  afterAll(() => workbook.close());

  test("a workbook that is saved and opened is the same workbook", async () => {
    const { host } = workbook;
    const blank = await captureWorkbook(host);
    await assertProperty(
      fc.asyncProperty(workbookDocument, async (given) => {
        expect(restoreWorkbook(host, given)).toEqual([]);
        const before = await captureWorkbook(host);
        const file = await saveWorkbook(host);
        expect(restoreWorkbook(host, blank)).toEqual([]);
        expect(await captureWorkbook(host)).toEqual(blank);
        expect(await openWorkbook(host, "random.xlsx", file)).toEqual({ ok: true, leftOut: [] });
        expect(await captureWorkbook(host)).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });
});
