import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const ALONE = path.join(import.meta.dirname, "../../support/univer-alone.mjs");

/** The values of formulas in Univer without a local workbook over it. */
async function calculateAlone(formulas: readonly string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, [ALONE, JSON.stringify(formulas)]);
  return JSON.parse(stdout);
}

/** Two long formulas, which Univer keeps under one hash. */
const LONG = ["1140475672421", "1810426474568"].map((number) => `=${"0+".repeat(32)}${number}`);

/**
 * Where a row fails after an upgrade, Univer has mended the fault: its correction in
 * src/host/univer/corrections.ts can go.
 */
const FAULTS: readonly (readonly [fault: string, formula: string, shows: unknown])[] = [
  ["takes a number for text", "=1.50", "1.50"],
  ["takes a number for text in a criterion", '=SUMIF(B1:B3,">=0.10",A1:A3)', 0],
  ["splits a constant at a comma in quotes", '=COLUMNS({"a,b",1})', 3],
  ["has no cell beyond its sheet", "=A5000", "#NAME?"],
  ["has no cell beyond its sheet in a whole column", "=INDEX(A:A,5000)", "#REF!"],
  ["counts a whole column as far as its sheet", "=ROWS(A:A)", 1000],
  ["counts a whole row as far as its sheet", "=COLUMNS(1:1)", 40],
  ["measures ranges that an array picks as single cells", "=SUM(CHOOSE({1,2},A1:A3,B1:B3))", 0],
  ["groups by a comma before the point", '=TEXT(1234567,"0,.0")', "1,234,567.0"],
  ["forgets a comma in a percentage", '=TEXT(1234567,"0.0,%")', "123456700.0%"],
  ["separates by the language of a currency", '=TEXT(1234567,"[$€-407]#,##0")', "€1.234.567"],
  ["takes one place in each argument", "=CHOOSECOLS(A1:B3,{2,1})", "#VALUE!"],
  ["keeps no value of a link", '=HYPERLINK("https://example.com","go")', null],
  ["calculates a long formula", LONG[0] ?? "", 1_140_475_672_421],
  ["calculates another one of the same hash as the first", LONG[1] ?? "", 1_140_475_672_421],
];

test("Univer alone is still wrong in what the local workbook corrects", async () => {
  const shown = await calculateAlone(FAULTS.map(([, formula]) => formula));
  expect(shown).toEqual(FAULTS.map(([, , shows]) => shows));
});

test("SORT of Univer alone still changes what others read", async () => {
  const reads = "=SUMPRODUCT(A1:B3,{3,0;2,0;1,0})";
  expect(await calculateAlone([reads, "=SORT(A1:B3,1,-1)", reads])).toContain(2000000);
});

test.each(["=MAP(A1:A3,LAMBDA(x,SUM(MAKEARRAY(2,2,LAMBDA(r,c,r*c*x)))))", "=LET(x,2,LET(x,3,x))"])(
  "a failure in one formula of Univer alone still ends every calculation: %s",
  async (nested) => {
    await expect(calculateAlone([nested, "=A2+1"])).rejects.toThrow(/is not a function/);
  },
);
