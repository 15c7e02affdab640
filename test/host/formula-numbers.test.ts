import { afterEach, beforeEach, expect, test } from "vitest";
import { calculate, expectShown, type Rows, writeBands } from "../support/formula-sheet";
import { hostForNode } from "../support/host-bundle";
import { type LocalWorkbook, openLocalWorkbook } from "../support/local-workbook";

const { ConditionalFormattingService } = hostForNode;

let book: LocalWorkbook;
beforeEach(async () => {
  book = await openLocalWorkbook();
  writeBands(book);
});
afterEach(() => book.close());

const ALONE: Rows = [
  ["=1.50", 1.5],
  ["=0.10", 0.1],
  ["=5.", 5],
  ["=.5", 0.5],
  ["=-1.0", -1],
  ["=+0.50", 0.5],
  ["=1E5", 100000],
  ["=1e5", 100000],
  ["=1E+5", 100000],
  ["=1.0E-2", 0.01],
  ["=1e-3", 0.001],
  ["=1000.0", 1000],
  ["=00.5", 0.5],
  ["=007", 7],
  ["=(1.0)", 1],
  ["=1234567890123456789", 1234567890123456800],
  ["=-.50%", -0.005],
  ["=0.0", 0],
];

const WITHIN: Rows = [
  ["=IF(E2>0,0.20,0.10)", 0.2],
  ["=SUM(IF(E2>0,0.20,0.10),1.0)", 1.2],
  ['=IF(F3>0.10,"y","n")', "y"],
  ['=IF(E2>1E5,"y","n")', "y"],
  ['=IF(F2>=.10,"y","n")', "y"],
  ["=F2=0.10", true],
  ["=0.10=F2", true],
  ["=F2<>0.100", false],
  ["=MATCH(0.10,F1:F3,0)", 2],
  ["=VLOOKUP(250000.00,E1:F3,2)", 0.1],
  ["=VLOOKUP(2.5E5,E1:F3,2,FALSE)", 0.1],
  ["=XLOOKUP(0.150,F1:F3,E1:E3)", 500000],
  ["=IFERROR(1/0,0.50)", 0.5],
  ["=CHOOSE(2.0,0.10,0.20)", 0.2],
  ["=LET(x,0.10,x*2)", 0.2],
  ["=ISNUMBER(0.10)", true],
  ["=TYPE(1.0)", 1],
  ["=ROUND(2.345,2.0)", 2.35],
  ["=2^0.50*2^.50", 2],
  ["=MAX(F1:F3,0.20)", 0.2],
  ["=COMMIT.BAND_RATE(300000.00,E1:F3)", 0.1],
  ["=COMMIT.BAND_RATE(3E5,{0,0.0;250000.0,0.10})", 0.1],
];

const CRITERIA: Rows = [
  ['=SUMIF(F1:F3,">=0.10",E1:E3)', 750000],
  ["=SUMIF(F1:F3,0.10,E1:E3)", 250000],
  ['=SUMIF(F1:F3,"0.10",E1:E3)', 250000],
  ['=SUMIF(F1:F3,"=.10",E1:E3)', 250000],
  ['=SUMIF(F1:F3,">"&0.10,E1:E3)', 500000],
  ['=COUNTIF(E1:E3,">=2.5E5")', 2],
  ['=COUNTIF(E1:E3,"<250000.00")', 1],
  ['=COUNTIF(F1:F3,"<>0.10")', 2],
  ['=COUNTIFS(E1:E3,">1E5",F1:F3,"<0.150")', 1],
  ['=AVERAGEIF(F1:F3,"<=0.10",E1:E3)', 125000],
  ['=SUMIFS(E1:E3,F1:F3,">00.05")', 750000],
  ['=MAXIFS(E1:E3,F1:F3,"<0.150")', 250000],
];

const CONSTANTS: Rows = [
  ["={0.10,0.20}", [[0.1, 0.2]]],
  ["=SUM({1.0;2.50})", 3.5],
  ["=SUM({1E3,-2.0,.5})", 998.5],
  ["=INDEX({0.10;0.20},2)", 0.2],
  ["=SUMPRODUCT({1.0,2.0},{0.50,0.50})", 1.5],
];

/** Texts that stay text. */
const TEXTS: Rows = [
  ['="0.10"', "0.10"],
  ['="1.50"&""', "1.50"],
  ['=LEN("1.50")', 4],
  ['=ISTEXT("0.10")', true],
  ['=F2="0.10"', false],
  ['=TEXT(0.10,"0.00")', "0.10"],
  ['={"0.10"}', "0.10"],
  ['="no. 5."', "no. 5."],
  ['=IF(TRUE,"1.50")', "1.50"],
  ['=SUM(1,"2.50")', 3.5],
];

test.each([
  ["alone", ALONE],
  ["as an argument or a side of a comparison", WITHIN],
  ["in a criterion", CRITERIA],
  ["in an array constant", CONSTANTS],
  ["in quotes stays text", TEXTS],
])("a number %s, however it is written", async (_, rows) => {
  await expectShown(book, rows);
});

test("a number too large for a cell is #NUM!, and not text", async () => {
  const [shown] = await calculate(book, ["=1E400"]);
  expect(shown?.shows).toBe("#NUM!");
});

test("a name may hold a number, however it is written", async () => {
  const names = { Tenth: "=0.10", Half: "=.50", Much: "=2.5E5", Pair: "={0.10;0.20}" };
  for (const [name, formula] of Object.entries(names)) {
    book.grid.putName({ name, formula, comment: "", visible: true });
  }
  const rows: Rows = [
    ["=Tenth", 0.1],
    ["=F2=Tenth", true],
    ["=SUM(Tenth,Half)", 0.6],
    ["=VLOOKUP(Much,E1:F3,2,FALSE)", 0.1],
    ["=SUM(Pair)", 0.3],
  ];
  await expectShown(book, rows);
  expect(book.grid.names().map(({ formula }) => formula)).toEqual([
    "=.50",
    "=2.5E5",
    "={0.10;0.20}",
    "=0.10",
  ]);
});

/** Comparisons with the discount 0.1 of F2, as conditional formats and validation have them; all hold. */
const HOLDS = [
  "=F2=0.10",
  "=F2>=.10",
  "=F2<0.150",
  "=F2<1E5",
  "=AND(F2>1.0E-2,F2<5.)",
  "=F2+0.50=0.60",
];

test.each(HOLDS)("a conditional format and a validation read %s", async (formula) => {
  const { grid, univer } = book;
  const sheetId = grid.sheets()[0]?.id ?? "";
  const rect = { row: 1, col: 5, rows: 1, cols: 1 };
  grid.putConditionalFormat({
    id: "1",
    sheetId,
    rects: [rect],
    rule: { kind: "custom", formula, look: { fill: "#FFC7CE" } },
  });
  grid.setValidation(sheetId, rect, {
    rule: { type: "custom", formula1: formula },
    errorTitle: "",
    errorMessage: "",
    errorStyle: "stop",
    showErrorMessage: true,
    inputTitle: "",
    inputMessage: "",
    showInputMessage: false,
  });
  await grid.settle();
  const workbook = univer.univerAPI.getActiveWorkbook();
  const highlights = univer.univer.__getInjector().get(ConditionalFormattingService);
  const look = () => highlights.composeStyle(workbook?.getId() ?? "", sheetId, rect.row, rect.col);
  await expect.poll(() => look()?.style?.bg?.rgb).toBe("rgb(255,199,206)");
  expect(await workbook?.getActiveSheet().getRange("F2").getValidatorStatus()).toEqual([["valid"]]);
  expect(grid.conditionalFormats(sheetId)[0]?.rule).toMatchObject({ formula });
  expect(grid.validation(sheetId, rect)?.rule).toEqual({ type: "custom", formula1: formula });
});
