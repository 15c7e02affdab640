import { shiftFormula } from "./formula-text";
import {
  argumentsOf,
  isWord,
  neighbour,
  parameterPlaces,
  readTokens,
  type Token,
} from "./formula-tokens";
import type { NameDocument } from "./workbook-document";

/** Answers whether the local workbook calculates a formula, as typed, the way Excel does; the answer may still be an error. */
export type Calculable = (formula: string) => boolean;

/**
 * A formula's text shows what cannot be calculated here: unknown functions, references over several sheets or to other
 * workbooks, unions, intersections, and names that refer to such things or to other cells in each row.
 *
 * Waiting for an error is not enough: IFERROR hides it, and some functions take the first cell of a union.
 *
 * @param hasFunction Whether formulas can call a function.
 */
export function calculableWith(
  hasFunction: (name: string) => boolean,
  names: readonly NameDocument[],
): Calculable {
  const known = new Set(names.map(({ name }) => name.toUpperCase()));
  const unsure = new Set<string>();
  const calculates: Calculable = (formula) => {
    const tokens = readTokens(formula);
    const parameters = parameterPlaces(tokens);
    return tokens.every(({ kind, text }, index) => {
      const name = text.toUpperCase();
      if (kind === "sheet") return !/[[:]/.test(text);
      if (kind === "brackets") return !isOtherWorkbook(tokens, index);
      if (kind === "mark") return text !== "|" && !isUnion(tokens, index) && !meets(tokens, index);
      if (!isWord(tokens[index]) || parameters.has(index)) return true;
      if (unsure.has(name) || isFirstOfSheets(tokens, index)) return false;
      return kind !== "call" || known.has(name) || hasFunction(name);
    });
  };
  for (let before = -1; before < unsure.size; ) {
    before = unsure.size;
    for (const { name, formula } of names) {
      const isRelative = shiftFormula(formula, 1, 1) !== formula;
      if (isRelative || !calculates(formula)) unsure.add(name.toUpperCase());
    }
  }
  return calculates;
}

/** [1]Budget!B7 and [1]!Name, unlike Deals[Rate]. */
function isOtherWorkbook(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  return tokens[index - 1]?.kind !== "word" && (next?.kind === "sheet" || next?.text === "!");
}

/** Jan:Dec!B4, unlike Jan!A1:Jan!B4. */
function isFirstOfSheets(tokens: readonly Token[], index: number): boolean {
  const isPair = tokens[index + 1]?.text === ":" && tokens[index + 2]?.kind === "sheet";
  return isPair && tokens[index - 1]?.text !== "!";
}

/** (A2:A3,A4): a comma in parentheses that are no function's. */
function isUnion(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.text !== "(") return false;
  const before = neighbour(tokens, index, -1);
  const isCalled = isWord(before) || before?.text === ")";
  return !isCalled && argumentsOf(tokens, index - 1).length > 1;
}

/** A2:A4 A3:B3: a space between two references. */
function meets(tokens: readonly Token[], index: number): boolean {
  if (!/^\s$/.test(tokens[index]?.text ?? "")) return false;
  const before = neighbour(tokens, index, -1);
  const after = neighbour(tokens, index, 1);
  const ends = before?.text === ")" || /^(word|number|brackets)$/.test(before?.kind ?? "");
  const begins = /^(call|word|number|sheet|brackets)$/.test(after?.kind ?? "");
  const isCellBefore = /^\$?[A-Z]{1,3}\$?\d+$/i.test(before?.text ?? "");
  return ends && (begins || (after?.text === "(" && isCellBefore));
}
