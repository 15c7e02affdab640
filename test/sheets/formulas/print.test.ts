import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import {
  arrayOf,
  COMMIT_FUNCTIONS,
  commit,
  excel,
  type Formula,
  operation,
  quoted,
} from "../../../src/sheets/formulas/call";
import { printContent, printFormula } from "../../../src/sheets/formulas/print";

const sum = operation("A1", "+", "B1");

const PRINTED: readonly (readonly [formula: Formula, text: string])[] = [
  [commit("BAND_RATE", 300_000, "Bands"), "=COMMIT.BAND_RATE(300000,Bands)"],
  [
    commit("SENSITIVITY", "A2:A3", "B1", "Bands", null, quoted("cost")),
    '=COMMIT.SENSITIVITY(A2:A3,B1,Bands,,"cost")',
  ],
  [
    commit("EFFECTIVE_COST", "$A5", "B$4", "DealBands[#All]"),
    "=COMMIT.EFFECTIVE_COST($A5,B$4,DealBands[#All])",
  ],
  [
    operation("Usage", "-", commit("SHORTFALL", 1, 2, "Bands")),
    "=Usage-COMMIT.SHORTFALL(1,2,Bands)",
  ],
  [
    excel(
      "CHOOSE",
      arrayOf([
        [1, 2],
        [3, 4],
      ]),
      quoted("Mean"),
    ),
    '=CHOOSE({1,2;3,4},"Mean")',
  ],
  [arrayOf([["Term", "Value"]]), '={"Term","Value"}'],
  [quoted('5" pipe'), '="5"" pipe"'],
  [quoted(""), '=""'],
  [operation(sum, "*", 2), "=(A1+B1)*2"],
  [operation(sum, "-", "C1"), "=A1+B1-C1"],
  [operation("C1", "-", sum), "=C1-(A1+B1)"],
  [operation("A1", "/", operation("B1", "/", "C1")), "=A1/(B1/C1)"],
  [operation(quoted("$"), "&", sum), '="$"&A1+B1'],
  [operation(operation("A1", "=", 0), "&", "B1"), "=(A1=0)&B1"],
  [operation("A1", "<", operation("B1", "*", -2)), "=A1<B1*-2"],
];

test.each(PRINTED)("%o is printed as Excel reads it: %s", (formula, text) => {
  expect(printFormula(formula)).toBe(text);
});

test("a text and a number go into a cell as they are", () => {
  expect([printContent("=no formula"), printContent(1.5)]).toEqual(["=no formula", 1.5]);
});

const SRC = path.join(import.meta.dirname, "../../../src");
const sources = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.startsWith("host"))
  .map((file) => ({
    file,
    source: readFileSync(path.join(SRC, file), "utf8")
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .replace(/(^|\s)\/\/.*$/gm, ""),
  }));

test("the prefix of our functions is written in one place", () => {
  const writers = sources.filter(({ source }) => /COMMIT\b(?!_)/.test(source));
  expect(writers.map(({ file }) => file)).toEqual(["sheets/formulas/print.ts"]);
});

test("every function of ours can be called, and no other", () => {
  const declared = readdirSync(path.join(SRC, "functions")).flatMap((file) => [
    ...readFileSync(path.join(SRC, "functions", file), "utf8").matchAll(/@customfunction (\w+)/g),
  ]);
  expect([...COMMIT_FUNCTIONS].sort()).toEqual(declared.map(([, name]) => name).sort());
});
