import { afterEach, beforeEach, expect, test } from "vitest";
import {
  calculate,
  expectShown,
  type Rows,
  type Shown,
  writeBands,
} from "../support/formula-sheet";
import { type LocalWorkbook, openLocalWorkbook } from "../support/local-workbook";

let book: LocalWorkbook;
beforeEach(async () => {
  book = await openLocalWorkbook();
  writeBands(book);
});
afterEach(() => book.close());

/** Formulas that read the bands, which another formula's sorting must not change. */
const READERS: Rows = [
  ["=VLOOKUP(300000,E1:F3,2,TRUE)", 0.1],
  ["=COMMIT.BAND_RATE(300000,E1:F3)", 0.1],
  ["=INDEX(E1:F3,1,1)", 0],
  ["=SUMPRODUCT(E1:F3,{3,0;2,0;1,0})", 1000000],
  ["=MATCH(300000,E1:E3)", 2],
];

const DESCENDING: Shown = [
  [500000, 0.15],
  [250000, 0.1],
  [0, 0],
];

test.each<readonly [formula: string, shows: Shown]>([
  ["=SORT(E1:F3,1,-1)", DESCENDING],
  ["=SORT(E1:F3,2,-1)", DESCENDING],
  ["=INDEX(SORT(E1:F3,1,-1),1,1)", 500000],
  ["=SORT(E1:E3,,-1)", [[500000], [250000], [0]]],
  ["=SUM(SORT(E1:F3,1,-1))", 750000.25],
  ["=TAKE(SORT(E1:F3,1,-1),1)", [[500000, 0.15]]],
  ["=COMMIT.BAND_RATE(300000,SORT(SORT(E1:F3,1,-1),1,1))", 0.1],
  ["=SORT(E1:F3,{1},{-1})", DESCENDING],
  ["=LET(b,E1:F3,SORT(b,1,-1))", DESCENDING],
  ["=SORT(E1:F3,1,-1,FALSE)", DESCENDING],
  ["=SORT(E2:F2,1,1,TRUE)", [[0.1, 250000]]],
  ["=SORTBY(E1:F3,F1:F3,-1)", DESCENDING],
  ["=LOOKUP(250000,E1:E3,F1:F2)", 0.1],
])("%s leaves what others read as it is", async (sorts, shows) => {
  const rows: Rows = [[sorts, shows], ...READERS, [sorts, shows], ["=SUM(F1:F2)", 0.1]];
  await expectShown(book, rows);
  book.setCell("Sheet1", "E3", 400000);
  expect(await book.readCell("Sheet1", "H13")).toBe(0.1);
});

test("SORT puts text after numbers", async () => {
  book.setCell("Sheet1", "A1", "b");
  book.setCell("Sheet1", "A2", 2);
  book.setCell("Sheet1", "A3", 1);
  book.setCell("Sheet1", "A4", "a");
  const [sorted] = await calculate(book, ["=SORT(A1:A4)"]);
  expect(sorted?.shows).toEqual([[1], [2], ["a"], ["b"]]);
});

test("CHOOSE lays out the ranges that an array picks", async () => {
  const bands: Shown = [
    [0, 0],
    [250000, 0.1],
    [500000, 0.15],
  ];
  const rows: Rows = [
    ["=CHOOSE({1,2},E1:E3,F1:F3)", bands],
    ["=CHOOSE({2,1},F1:F3,E1:E3)", bands],
    [
      "=CHOOSE({1;2},E1:F1,E2:F2)",
      [
        [0, 0],
        [250000, 0.1],
      ],
    ],
    [
      "=CHOOSE({1,2,3},E1:E3,F1:F3,E1:E3)",
      [
        [0, 0, 0],
        [250000, 0.1, 250000],
        [500000, 0.15, 500000],
      ],
    ],
    [
      "=CHOOSE({1,2},E1:E3,9)",
      [
        [0, 9],
        [250000, 9],
        [500000, 9],
      ],
    ],
    ["=CHOOSE({1,2},7,9)", [[7, 9]]],
    ["=COMMIT.BAND_RATE(300000,CHOOSE({1,2},E1:E3,F1:F3))", 0.1],
    ["=COMMIT.BAND_RATE(300000,CHOOSE({2,1},F1:F3,E1:E3))", 0.1],
    ["=VLOOKUP(0.1,CHOOSE({1,2},F1:F3,E1:E3),2,FALSE)", 250000],
    ["=SUM(CHOOSE({1,2},E1:E3,F1:F3))", 750000.25],
    ["=SUM(CHOOSE(2,E1:E3,F1:F3))", 0.25],
    ["=CHOOSE(2,E1:E3,F1:F3)", [[0], [0.1], [0.15]]],
    ["=CHOOSE(K1,E1:E3,F1:F3)", [[0], [0.1], [0.15]]],
    [
      "=CHOOSE(K1:L1,E1:E3,F1:F3)",
      [
        [0, 0],
        [0.1, 250000],
        [0.15, 500000],
      ],
    ],
    [
      "=CHOOSE({1,3},E1:E3,F1:F3)",
      [
        [0, "#VALUE!"],
        [250000, "#VALUE!"],
        [500000, "#VALUE!"],
      ],
    ],
    [
      "=CHOOSE({1,2},E1:E3,F1:F2)",
      [
        [0, 0],
        [250000, 0.1],
        [500000, "#N/A"],
      ],
    ],
  ];
  book.setCell("Sheet1", "K1", 2);
  book.setCell("Sheet1", "L1", 1);
  await expectShown(book, rows);
});

test.each<readonly [formula: string, shows: Shown]>([
  [
    "=CHOOSECOLS(E1:F3,{2,1})",
    [
      [0, 0],
      [0.1, 250000],
      [0.15, 500000],
    ],
  ],
  [
    "=CHOOSEROWS(E1:F3,{3,1})",
    [
      [500000, 0.15],
      [0, 0],
    ],
  ],
  [
    "=CHOOSECOLS(E1:F3,SEQUENCE(1,2),-1)",
    [
      [0, 0, 0],
      [250000, 0.1, 0.1],
      [500000, 0.15, 0.15],
    ],
  ],
  ["=CHOOSECOLS(E1:F3,{1,3})", "#VALUE!"],
  ["=COMMIT.BAND_RATE(300000,CHOOSECOLS(E1:F3,{1,2}))", 0.1],
])("%s takes several places in one argument", async (formula, shows) => {
  await expectShown(book, [[formula, shows]]);
});

test("HYPERLINK shows its text or number, and IMAGE fetches nothing", async () => {
  await expectShown(book, [
    ['=HYPERLINK("https://example.com","go")', "go"],
    ['=HYPERLINK("#Sheet1!A1",E2)', 250000],
    ['=HYPERLINK("https://example.com")', "https://example.com"],
    ['=HYPERLINK("https://example.com",F2)*2', 0.2],
    ['=HYPERLINK("https://example.com",TRUE)', true],
    ["=HYPERLINK(E2:E3,F2:F3)", 0.1],
    ['=HYPERLINK(NA(),"go")', "#N/A"],
    ['=HYPERLINK("https://example.com",NA())', "#N/A"],
    ['=IMAGE("https://example.com/picture.png")', "#NAME?"],
  ]);
});
