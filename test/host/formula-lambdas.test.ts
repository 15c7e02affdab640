import { afterEach, beforeEach, expect, test } from "vitest";
import { calculate, expectShown, type Rows, writeBands } from "../support/formula-sheet";
import { type LocalWorkbook, openLocalWorkbook } from "../support/local-workbook";

let book: LocalWorkbook;
beforeEach(async () => {
  book = await openLocalWorkbook();
  writeBands(book);
});
afterEach(() => book.close());

const OURS: Rows = [
  ["=MAP(E2:E3,LAMBDA(x,COMMIT.BAND_RATE(x,E1:F3)))", [[0.1], [0.15]]],
  ["=MAP(E1:E3,F1:F3,LAMBDA(x,y,COMMIT.BAND_RATE(x,E1:F3)+y))", [[0], [0.2], [0.3]]],
  ["=BYROW(E1:F3,LAMBDA(r,COMMIT.BAND_RATE(MAX(r),E1:F3)))", [[0], [0.1], [0.15]]],
  ["=BYCOL(E1:F3,LAMBDA(c,COMMIT.BAND_RATE(MAX(c),E1:F3)))", [[0.15, 0]]],
  ["=REDUCE(0,E1:E3,LAMBDA(a,x,a+COMMIT.BAND_RATE(x,E1:F3)))", 0.25],
  ["=SCAN(0,E1:E3,LAMBDA(a,x,a+COMMIT.BAND_RATE(x,E1:F3)))", [[0], [0.1], [0.25]]],
  [
    "=MAKEARRAY(2,2,LAMBDA(r,c,COMMIT.BAND_RATE(r*c*150000,E1:F3)))",
    [
      [0, 0.1],
      [0.1, 0.15],
    ],
  ],
  ["=LET(x,300000,COMMIT.BAND_RATE(x,E1:F3))", 0.1],
  ["=LET(b,E1:F3,MAP(E2:E3,LAMBDA(x,COMMIT.BAND_RATE(x,b))))", [[0.1], [0.15]]],
  ["=LAMBDA(x,COMMIT.BAND_RATE(x,E1:F3))(300000)", 0.1],
  ["=SUM(MAP(E1:E3,LAMBDA(x,COMMIT.BAND_RATE(x,E1:F3))))", 0.25],
  ["=MAP(E2:E3,LAMBDA(x,IF(x>300000,COMMIT.BAND_RATE(x,E1:F3),-1)))", [[-1], [0.15]]],
  ["=MAP(E2:E3,LAMBDA(x,COMMIT.BAND_RATE(x,E1:F3)*COMMIT.BAND_RATE(x,E1:F2)))", [[0.01], [0.015]]],
  ["=MAP(E2:E3,LAMBDA(x,SUM(COMMIT.THRESHOLDS(x,E1:F3))>0))", [["#VALUE!"], ["#VALUE!"]]],
  ["=COMMIT.BAND_RATE(MAX(MAP(E1:E3,LAMBDA(x,x+1))),E1:F3)", 0.15],
  ["=MAP(E2:E3,LAMBDA(x,COMMIT.BAND_RATE(-x,E1:F3)))", [["#VALUE!"], ["#VALUE!"]]],
];

const NESTED: Rows = [
  ["=MAP(E1:E3,LAMBDA(x,SUM(MAKEARRAY(2,2,LAMBDA(r,c,r*c*x)))))", [[0], [2250000], [4500000]]],
  ["=SUM(MAKEARRAY(2,2,LAMBDA(r,c,r*c)))", 9],
  ["=MAKEARRAY(1,3,LAMBDA(r,c,c))", [[1, 2, 3]]],
  [
    "=MAP(F1:F3,LAMBDA(x,REDUCE(0,E1:E3,LAMBDA(a,y,a+COMMIT.BAND_RATE(y,E1:F3)))+x))",
    [[0.25], [0.35], [0.4]],
  ],
  ["=BYROW(E1:F3,LAMBDA(r,REDUCE(0,r,LAMBDA(a,y,a+y))))", [[0], [250000.1], [500000.15]]],
];

test("an add-in's function answers inside LAMBDA, for each cell", async () => {
  await expectShown(book, OURS);
});

test("one LAMBDA calculates inside another", async () => {
  await expectShown(book, NESTED);
});

test("a function that answers later is #VALUE! inside LAMBDA with a message, and the workbook keeps calculating", async () => {
  book.addFunctions(
    {
      functions: [
        { id: "LATER", name: "LATER", description: "", parameters: [{ name: "a", type: "any" }] },
      ],
    },
    { LATER: async (a: number) => a * 2 },
  );
  const rows: Rows = [
    ["=MAP(E2:E3,LAMBDA(x,TEST.LATER(x)))", [["#VALUE!"], ["#VALUE!"]]],
    ["=MAP(E2:E3,LAMBDA(x,SUM(1,TEST.LATER(x))))", [["#VALUE!"], ["#VALUE!"]]],
    ["=REDUCE(0,E2:E3,LAMBDA(a,x,a+TEST.LATER(x)))", "#VALUE!"],
    ["=LET(x,4,TEST.LATER(x))", 8],
    ["=TEST.LATER(4)", 8],
    ["=E2+1", 250001],
  ];
  await expectShown(book, rows);
  expect(await book.errorMessage("Sheet1", "H1")).toMatch(/TEST\.LATER.*LAMBDA/);
});

test("what the library cannot calculate is an error in its cell, and the workbook keeps calculating", async () => {
  const shown = await calculate(book, [
    "=E2+1",
    // Two parameters of one name, one within the other.
    "=LET(x,2,LET(x,3,x))",
    "=LET(f,LAMBDA(f,n,IF(n<=1,1,n*f(f,n-1))),f(f,5))",
    "=MAP({1,2},LAMBDA(a,REDUCE(0,{1,2},LAMBDA(a,b,a+b))))",
    '=IFERROR(LET(x,2,LET(x,3,x)),"none")',
    // Vectors of other lengths.
    "=LOOKUP(1,{1,2},E1:E3)",
  ]);
  expect(shown.slice(0, 5).map(({ shows }) => shows)).toEqual([
    250001,
    ...Array.from({ length: 4 }, () => "#VALUE!"),
  ]);
  book.setCell("Sheet1", "E2", 10);
  expect(await book.readCell("Sheet1", "H1")).toBe(11);
});
