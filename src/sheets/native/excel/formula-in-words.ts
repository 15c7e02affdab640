import type { NativeCell, NativeFormula } from "./formula";
import { printTree } from "./print-formula";

const OPERATORS_IN_WORDS: Readonly<Record<string, string>> = {
  ...{ "*": "×", "-": "−", "<=": "≤", ">=": "≥", "<>": "≠" },
};

/**
 * A formula with words where Excel writes addresses: `MAX(0,Commitment − Rate × Usage at list prices)`.
 *
 * @param wordsFor What a cell is called; a column of a table is called as its cells are.
 */
export function formulaInWords(
  formula: NativeFormula,
  wordsFor: (place: NativeCell) => string,
): string {
  return printTree(
    formula,
    wordsFor,
    (left, operator, right) => `${left} ${OPERATORS_IN_WORDS[operator] ?? operator} ${right}`,
    (from, to) => {
      const [first, last] = [wordsFor(from), wordsFor(to)];
      return first === last ? first : `${first} to ${last}`;
    },
  );
}
