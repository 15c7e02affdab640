import { describe, expect, test } from "vitest";
import { callsIn, mayCallOurs } from "../../../src/sheets/portable/calls-in-formula";
import { textOf, tokensOf } from "../../../src/sheets/portable/formula-tokens";

/** A formula, and each call in it with its arguments. */
type Row = readonly [formula: string, ...calls: (readonly string[])[]];

const ROWS: readonly Row[] = [
  ["=COMMIT.BAND_RATE(C5,Bands)", ["BAND_RATE", "C5", "Bands"]],
  ["=_xldudf_COMMIT_BAND_RATE(C5,Bands)", ["BAND_RATE", "C5", "Bands"]],
  ["=commit.band_rate( C5 ,\n Bands )", ["BAND_RATE", "C5", "Bands"]],
  ["=@COMMIT.BAND_RATE(C5,Bands)", ["BAND_RATE", "C5", "Bands"]],
  ["=F20-COMMIT.SHORTFALL(U,C,B)*2", ["SHORTFALL", "U", "C", "B"]],
  ['=COMMIT.TIER_COST(U,B,,"above")', ["TIER_COST", "U", "B", "", '"above"']],
  ["=COMMIT.BAND_RATE(1,{0,0;250000,0.1})", ["BAND_RATE", "1", "{0,0;250000,0.1}"]],
  ['=COMMIT.BAND_RATE(1,{0,"a,)}";1,2})', ["BAND_RATE", "1", '{0,"a,)}";1,2}']],
  [
    "=COMMIT.EFFECTIVE_COST(U,COMMIT.NEXT_THRESHOLD(C,B),B)",
    ["EFFECTIVE_COST", "U", "COMMIT.NEXT_THRESHOLD(C,B)", "B"],
  ],
  [
    "=IF(A1>0,COMMIT.BAND_RATE(A1,B),COMMIT.BAND_RATE(A2,B))",
    ["BAND_RATE", "A1", "B"],
    ["BAND_RATE", "A2", "B"],
  ],
  ["=COMMIT.BAND_RATE(MAX(A1,(B1,C1)),B)", ["BAND_RATE", "MAX(A1,(B1,C1))", "B"]],
  ["=COMMIT.BAND_RATE('It''s, (1)'!A1,B)", ["BAND_RATE", "'It''s, (1)'!A1", "B"]],
  [
    "=COMMIT.BAND_RATE(Deals[[#This Row],[a,b)]],B)",
    ["BAND_RATE", "Deals[[#This Row],[a,b)]]", "B"],
  ],
  ["=COMMIT.BAND_RATE(Deals[a'],b],B)", ["BAND_RATE", "Deals[a'],b]", "B"]],
  ['=COMMIT.BAND_RATE([@[Say "hi"]],B)', ["BAND_RATE", '[@[Say "hi"]]', "B"]],
  ["=COMMIT.FORECAST_MEAN(A5#)", ["FORECAST_MEAN", "A5#"]],
  ['=COMMIT.FORECAST_MEAN("(")', ["FORECAST_MEAN", '"("']],
  ['=COMMIT.FORECAST_MEAN("say ""x"",")', ["FORECAST_MEAN", '"say ""x"","']],
  ["=COMMIT.THRESHOLDS()", ["THRESHOLDS", ""]],
  ["=COMMIT.FUTURE_FUNCTION(1)", ["FUTURE_FUNCTION", "1"]],
  ["=SUM(1,2)"],
  ['="COMMIT.BAND_RATE(1,B)"'],
  ["='COMMIT.BAND_RATE(1,B)'!A1"],
  ["=Deals[COMMIT.BAND_RATE(]"],
  ["=MYCOMMIT.BAND_RATE(1,B)"],
  ["=_COMMIT.BAND_RATE(1,B)"],
  ["='C:\\[other.xlam]x'!COMMIT.BAND_RATE(1,B)"],
  ["=COMMIT.BAND_RATE"],
  ["=COMMIT.BAND_RATE(1,B"],
];

describe("callsIn()", () => {
  test.each(ROWS.map(([formula, ...calls]) => ({ formula, calls })))(
    "finds the outermost calls of $formula",
    ({ formula, calls }) => {
      const found = callsIn(formula).map(({ name, given }) => [name, ...given.map(textOf)]);
      expect(found).toEqual(calls);
    },
  );

  test("takes the @ before a call with it, and nothing after its bracket", () => {
    const tokens = tokensOf("=1+@COMMIT.BAND_RATE(C5,Bands)*2");
    const [call] = callsIn(tokens);
    expect(textOf(tokens.slice(call?.first, call?.end))).toBe("@COMMIT.BAND_RATE(C5,Bands)");
  });
});

describe("tokensOf()", () => {
  test.each(ROWS.map(([formula]) => formula))("loses no letter of %s", (formula) => {
    expect(textOf(tokensOf(formula))).toBe(formula.replace(/^=/, ""));
  });

  test.each([
    ["A1", "reference"],
    ["$AB$12:C4", "reference"],
    ["Deal!A1", "reference"],
    ["'My deal'!$A1#", "reference"],
    ["[Book.xlsx]Deal!A1", "reference"],
    ["'C:\\[Book.xlsx]Deal'!A1", "reference"],
    ["A:A", "reference"],
    ["$1:3", "reference"],
    ["Jan:Mar!B2", "reference"],
    ["LOG10", "reference"],
    ["A1B", "name"],
    ["Usage_2026", "name"],
    ["Überblick.2", "name"],
    ["Deal!Usage", "name"],
    ["Deals[Usage]", "table"],
    ["[@Usage]", "table"],
    ["1.5E-3", "number"],
    [".5", "number"],
    ["#REF!", "error"],
    ["Deal!#REF!", "error"],
    ["<>", "sign"],
  ])("reads %s as one %s", (text, kind) => {
    expect(tokensOf(`=${text}`)).toEqual([{ kind, text }]);
  });

  test("tells a function from the cell that it is spelt as", () => {
    expect(tokensOf("=LOG10(A1)").map(({ kind }) => kind)).toEqual([
      ...["function", "sign", "reference", "sign"],
    ]);
  });
});

describe("mayCallOurs()", () => {
  test.each([
    ["=COMMIT.X(1)", true],
    ["=_xldudf_COMMIT_X(1)", true],
    ["=1+1", false],
    ["COMMIT.X(1)", false],
    [480_000, false],
    ["", false],
  ])("%j: %s", (content, may) => {
    expect(mayCallOurs(content)).toBe(may);
  });
});
