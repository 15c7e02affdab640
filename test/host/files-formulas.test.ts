import { describe, expect, test } from "vitest";
import {
  fromFileFormula,
  shiftFormula,
  toFileFormula,
  unknownAddinFunctions,
  worksOnArrays,
} from "../../src/host/xlsx/formula-text";

const OWN = ["COMMIT.BAND_RATE", "COMMIT.SETTLEMENT"];

const WRITTEN: readonly (readonly [typed: string, file: string])[] = [
  ["=COMMIT.BAND_RATE(A1,Bands)", "_xldudf_COMMIT_BAND_RATE(A1,Bands)"],
  [
    '="COMMIT.BAND_RATE(1)"&COMMIT.BAND_RATE(1,B2:C3)',
    '"COMMIT.BAND_RATE(1)"&_xldudf_COMMIT_BAND_RATE(1,B2:C3)',
  ],
  ["=SUM('XLOOKUP(1)'!A1,A2)", "SUM('XLOOKUP(1)'!A1,A2)"],
  ["=IFNA(XLOOKUP(1,A:A,B:B),0)", "_xlfn.IFNA(_xlfn.XLOOKUP(1,A:A,B:B),0)"],
  ["=SORT(FILTER(A1:A9,A1:A9>1))", "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,A1:A9>1))"],
  [
    "=LET(rate,2,usage,3,rate*usage+A1)",
    "_xlfn.LET(_xlpm.rate,2,_xlpm.usage,3,_xlpm.rate*_xlpm.usage+A1)",
  ],
  [
    "=MAP(A1:A2,LAMBDA(x,x+SUM(x,Deals[x])))",
    "_xlfn.MAP(A1:A2,_xlfn.LAMBDA(_xlpm.x,_xlpm.x+SUM(_xlpm.x,Deals[x])))",
  ],
  ["=Deals[[#Data],[Net ] it's]]", "Deals[[#Data],[Net ] it's]]"],
];

describe("formulas in files", () => {
  test.each(WRITTEN)(
    "toFileFormula() writes %s, and fromFileFormula() reads it again",
    (typed, file) => {
      expect(toFileFormula(typed, OWN)).toBe(file);
      expect(fromFileFormula(file, OWN)).toBe(typed);
    },
  );

  test("toFileFormula() finds the add-in's functions in any case", () => {
    expect(toFileFormula("=commit.band_rate(1,A1:B2)", OWN)).toBe(
      "_xldudf_COMMIT_BAND_RATE(1,A1:B2)",
    );
  });

  test.each([
    ["_xlfn.SINGLE(A3)", "=_xlfn.SINGLE(A3)"],
    ["SUM(_xlfn.ANCHORARRAY(F3))", "=SUM(_xlfn.ANCHORARRAY(F3))"],
    ['_xlfn.STOCKHISTORY("MSFT",1)', '=_xlfn.STOCKHISTORY("MSFT",1)'],
    ['_xlfn.ENCODEURL("a b")', '=ENCODEURL("a b")'],
    ['_xlfn.TRANSLATE("a")', '=_xlfn.TRANSLATE("a")'],
    ["_xlfn._xlws.PY(0,1,A2)", "=_xlfn._xlws.PY(0,1,A2)"],
    ["_xlfn.SOMETHING.NEW(_xlfn.XLOOKUP(1,A:A,B:B))", "=_xlfn.SOMETHING.NEW(XLOOKUP(1,A:A,B:B))"],
    ["_xlfn.GROUPBY(A:A,B:B,_xleta.SUM)", "=GROUPBY(A:A,B:B,_xleta.SUM)"],
    ["_xlfn.LET(_xlpm.x,_xlfn.SINGLE(A1:A3),_xlpm.x+1)", "=LET(x,_xlfn.SINGLE(A1:A3),x+1)"],
    ["_xlfn._xlws.SORT(_xlfn.ANCHORARRAY(A1))", "=SORT(_xlfn.ANCHORARRAY(A1))"],
    ["_xll.BDP(A1)", "=_xll.BDP(A1)"],
    ['"_xlfn.SORT"&_xlfn.CONCAT(A1:A2)', '="_xlfn.SORT"&CONCAT(A1:A2)'],
  ])("%s reads as %s, and every prefix that was taken off is put back", (file, typed) => {
    expect(fromFileFormula(file, OWN)).toBe(typed);
    expect(toFileFormula(typed, OWN)).toBe(file);
  });

  test("fromFileFormula() leaves another add-in's function as the file has it, and names it", () => {
    const typed = fromFileFormula("_xldudf_CONTOSO_PRICE(A1)+_xldudf_COMMIT_BAND_RATE(1,A1)", OWN);
    expect(typed).toBe("=_xldudf_CONTOSO_PRICE(A1)+COMMIT.BAND_RATE(1,A1)");
    expect(unknownAddinFunctions(typed)).toEqual(["_xldudf_CONTOSO_PRICE"]);
  });

  test.each([
    ["=A1+B1*2", false],
    ["=SUM(A1:A3)", false],
    ["=MAX(Deal!A1:A3, 'Q 1'!B2:B9, 3)", false],
    ['=IF(A1>1,"a:b","c")', false],
    ["=A1:A3", true],
    ["=SUM(A1:A3*B1:B3)", true],
    ["=IF(A1:A3>1,1,0)", true],
    ["=SUM(Usage)", true],
    ["=Deals[Rate]", true],
    ["={1,2}", true],
    ["=SEQUENCE(3)", true],
    ["=COMMIT.BAND_RATE(A1,B1)", true],
    ["=INDEX(A1,1)", true],
  ])("worksOnArrays() says of %s: %s", (formula, expected) => {
    expect(worksOnArrays(formula, OWN)).toBe(expected);
  });

  test.each([
    ["A1+$B2+C$3+$D$4", "B3+$B4+D$3+$D$4"],
    ["SUM(A1:B2,'A1'!C3,Q1!D4)", "SUM(B3:C4,'A1'!D5,Q1!E6)"],
    ['"A1"&LOG10(A1)&Deals[A1]', '"A1"&LOG10(B3)&Deals[A1]'],
    ["SUM(A:A,2:3,$C:$D)", "SUM(B:B,4:5,$C:$D)"],
    ["Rate1_a*2+A1", "Rate1_a*2+B3"],
  ])("shiftFormula() reads %s two rows down and one column right as %s", (formula, expected) => {
    expect(shiftFormula(formula, 2, 1)).toBe(expected);
  });
});
