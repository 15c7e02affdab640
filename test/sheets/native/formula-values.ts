import type { ExcelScalar } from "../../../src/sheets/native/excel/excel-value";
import { type NativeFormula, x } from "../../../src/sheets/native/excel/formula";
import { Inputs } from "./cells";

/** Cells that the formulas below read: a row of headings, and three rows of figures with a blank cell. */
export function figures() {
  const inputs = new Inputs("Figures");
  const { formula: block } = inputs.put([
    ["Threshold", "Discount", "Name"],
    [0, 0, ""],
    [250_000, 0.1, "Total"],
    [250_000, 0.15, "x"],
  ]);
  if (block.kind !== "range") throw new Error("a block is a range");
  const at = (row: number, column: number) => ({
    ...block.from,
    row: block.from.row + row - 1,
    column: block.from.column + column - 1,
  });
  const column = (place: number): NativeFormula => ({
    kind: "range",
    from: at(2, place),
    to: at(4, place),
  });
  return { inputs, block, at, column };
}

const { block, at, column } = figures();

/** Formulas, and what Excel shows for them: undefined is an error. */
export const FORMULA_VALUES: readonly (readonly [NativeFormula, ExcelScalar | undefined])[] = [
  [x`1-2-3`, -4],
  [x`2*(3+4)/-7`, -2],
  [x`1-(2-3)`, 2],
  [x`"a"="A"`, true],
  [x`"b">1E15`, true],
  [x`"a""b"&1`, 'a"b1'],
  [x`1/0`, undefined],
  [x`"a"+1`, undefined],
  [x`${at(2, 3)}&""=""`, true],
  [x`${at(2, 3)}=0`, true],
  [x`${at(2, 3)}+1`, 1],
  [x`ISNUMBER(${at(2, 3)})`, false],
  [x`ISNUMBER(NA())`, false],
  [x`IF(FALSE,NA(),2)`, 2],
  [x`IFERROR(1/0,"none")`, "none"],
  [x`AND(ISNUMBER("a"),"a">=0)`, false],
  [x`OR(1=2,2=2)`, true],
  [x`SUM(${block})`, 500_000.25],
  [x`COUNT(${block})`, 6],
  [x`MAX(${column(3)})`, 0],
  [x`MIN(${column(1)},5)`, 0],
  [x`ROUND(-2.5,0)`, -3],
  [x`ROUND(262.345678,2)`, 262.35],
  [x`ISTEXT(${at(1, 1)})`, true],
  [x`ISTEXT(${at(2, 3)})`, false],
  [x`ISTEXT(${at(2, 1)})`, false],
  [x`ISTEXT(NA())`, false],
  [x`LOG10(1000)`, 3],
  [x`INT(LOG10(999999.99))`, 5],
  [x`LOG10(0)`, undefined],
  [x`POWER(10,-2)`, 0.01],
  [x`POWER(10,INT(LOG10(700000))-2)`, 1000],
  [x`INT(-2.5)`, -3],
  [x`INT(46023.99)`, 46_023],
  [x`EDATE(46053,1)`, 46_081],
  [x`EDATE(46053,0)`, 46_053],
  [x`EDATE(46053,26)`, 46_843],
  [x`SUMPRODUCT(MAX((${column(1)}=250000)*(1+${column(2)})))`, 1.15],
  [x`ROWS(${block})`, 4],
  [x`INDEX(${block},3,2)`, 0.1],
  [x`INDEX(${block},9,1)`, undefined],
  [x`SUMPRODUCT((INDEX(${block},1,0)<>"")*1)`, 3],
  [x`SUMPRODUCT((INDEX(${block},0,3)<>"")*1)`, 3],
  [x`SUMPRODUCT((INDEX(${block},3,0)="total")*1)`, 1],
  [x`SUMPRODUCT((INDEX(${block},1,0)="")*(${block}<>""))`, 0],
  [x`SUMPRODUCT(MIN(${column(2)}+(${column(1)}>0)))`, 0],
  [x`SUMPRODUCT(${column(1)},${column(2)})`, 62_500],
  [x`MATCH("name",INDEX(${block},1,0),0)`, 3],
  [x`MATCH("nobody",INDEX(${block},1,0),0)`, undefined],
  [x`MATCH(250000,${column(1)},1)`, 3],
  [x`MATCH(-1,${column(1)},1)`, undefined],
  [x`SMALL(${column(1)},2)`, 250_000],
  [x`SMALL(${column(1)},4)`, undefined],
  [x`LOWER(SUBSTITUTE(SUBSTITUTE("Step-up Right"," ",""),"-",""))`, "stepupright"],
  [x`TRIM("  Gold   plus ")`, "Gold plus"],
  [x`SUBSTITUTE(262.5&"",",",".")&"k"`, "262.5k"],
];
