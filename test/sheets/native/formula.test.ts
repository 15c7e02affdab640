import { describe, expect, test } from "vitest";
import { Calculation } from "../../../src/sheets/native/excel/evaluate-formula";
import { ExcelError } from "../../../src/sheets/native/excel/excel-value";
import { cell, range, text, x } from "../../../src/sheets/native/excel/formula";
import { formulaInWords } from "../../../src/sheets/native/excel/formula-in-words";
import { printFormula } from "../../../src/sheets/native/excel/print-formula";
import { Workings } from "../../../src/sheets/native/workings";
import { FORMULA_VALUES, figures } from "./formula-values";

const HERE = cell("Workings", 5, 3);

describe("x", () => {
  test.each([
    [x`MAX(0, 1 - 2 * 3)`, "=MAX(0,1-2*3)"],
    [x`(1+2)*3`, "=(1+2)*3"],
    [x`1+(2*3)`, "=1+2*3"],
    [x`1-(2-3)`, "=1-(2-3)"],
    [x`-(1+2)*3`, "=-(1+2)*3"],
    [x`1--2`, "=1--2"],
    [x`IF("a""b"="",TRUE,1E15)`, '=IF("a""b"="",TRUE,1000000000000000)'],
    [x`${x`1+2`}*${3}`, "=(1+2)*3"],
    [x`${text('say "no"')}&NA()`, '="say ""no"""&NA()'],
    [x`(1=2)*(3<>4)`, "=(1=2)*(3<>4)"],
    [x`1&2=3`, "=1&2=3"],
    [x`${cell("Deal", 4, 28)}`, "='Deal'!$AB$4"],
    [x`${cell("Bob's deal", 4, 1)}`, "='Bob''s deal'!$A$4"],
    [x`${cell("Workings", 5, 1)}+${cell("Workings", 4, 1)}`, "=$A$5+$A$4"],
    [x`${{ ...cell("Workings", 4, 1), moves: true }}*2`, "=$A4*2"],
    [x`${{ ...cell("Other", 4, 1), moves: true }}*2`, "='Other'!$A$4*2"],
    [x`SUM(${range(cell("Deal", 2, 1), cell("Deal", 9, 2))})`, "=SUM('Deal'!$A$2:$B$9)"],
  ])("reads a formula that is printed as Excel writes it: %#", (formula, printed) => {
    expect(printFormula(formula, HERE)).toBe(printed);
  });

  test.each([
    [() => x`VLOOKUP(1,2,3)`, "VLOOKUP is no function that workings use"],
    [() => x`NOW()`, "NOW is no function that workings use"],
    [() => x`1+`, "an operand is missing"],
    [() => x`(1+2`, ") is missing"],
    [() => x`MAX(1 2)`, ", is missing"],
    [() => x`1 2`, "something follows the formula"],
    [() => x`2^3`, "^ in 2^3 is not part of a formula"],
    [() => x`A1+1`, "A is no function that workings use"],
  ])("refuses what is no formula of ours: %#", (read, why) => {
    expect(read).toThrow(why);
  });
});

describe("formulaInWords()", () => {
  test("calls cells by their labels and sets signs as a reader expects them", () => {
    const labels = new Map([
      [1, "Commitment"],
      [2, "Rate"],
      [3, "Usage at list prices"],
    ]);
    const [commitment, rate, usage] = [1, 2, 3].map((row) => cell("Workings", row, 2));
    const formula = x`IF(${usage ?? 0}<=0,0,MAX(0,${commitment ?? 0}-${rate ?? 0}*${usage ?? 0}))`;
    expect(formulaInWords(formula, ({ row }) => labels.get(row) ?? "")).toBe(
      "IF(Usage at list prices ≤ 0,0,MAX(0,Commitment − Rate × Usage at list prices))",
    );
  });
});

describe("Calculation", () => {
  const { inputs } = figures();
  const calculation = new Calculation(new Workings(), (place) => inputs.read(place));

  test.each(
    FORMULA_VALUES.map(
      ([formula, value]) => [printFormula(formula, HERE), formula, value] as const,
    ),
  )("%s", (_, formula, value) => {
    const shown = calculation.evaluate(formula);
    expect(shown instanceof ExcelError ? undefined : shown).toEqual(value);
  });
});
