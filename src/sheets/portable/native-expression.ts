import { type NativeFormula, x } from "../native/excel/formula";
import { NATIVE_FUNCTIONS } from "../native/excel/native-functions";
import type { FormulaToken } from "./formula-tokens";

const SIGNS = /^(?:[-+*/&=<>(),]|<>|<=|>=)$/;

/**
 * An expression as a formula of workings: Excel's operators, values, and the functions that workings use.
 *
 * @param cellsOf What the cells and names in it are; undefined where workings cannot follow one.
 * @returns undefined for an expression that workings cannot write.
 */
export function nativeExpression(
  tokens: readonly (FormulaToken | NativeFormula)[],
  cellsOf: (token: FormulaToken) => NativeFormula | undefined,
): NativeFormula | undefined {
  const texts: string[] = [""];
  const holes: NativeFormula[] = [];
  const write = (text: string): void => {
    texts[texts.length - 1] += text;
  };
  const put = (formula: NativeFormula): void => {
    holes.push(formula);
    texts.push("");
  };
  for (const token of tokens) {
    if (!("text" in token)) put(token);
    else {
      switch (token.kind) {
        case "space":
        case "text":
          write(token.text);
          break;
        case "number":
          put({ kind: "literal", value: Number(token.text) });
          break;
        case "sign":
          if (!SIGNS.test(token.text)) return undefined;
          write(token.text);
          break;
        case "function": {
          const name = token.text.toUpperCase();
          if (!NATIVE_FUNCTIONS.some((known) => known === name)) return undefined;
          write(name);
          break;
        }
        case "name":
        case "reference":
        case "table": {
          const cells = cellsOf(token);
          if (cells === undefined) return undefined;
          put(cells);
          break;
        }
        default:
          return undefined;
      }
    }
  }
  try {
    const formula = x(Object.assign(texts, { raw: texts }), ...holes);
    return isOneValue(formula) ? formula : undefined;
  } catch {
    // A formula of Excel's that x does not read, such as one with two cells beside one another.
    return undefined;
  }
}

/** Whether a formula comes to one value wherever it is written: blocks of cells are inside functions that take them. */
function isOneValue(formula: NativeFormula): boolean {
  switch (formula.kind) {
    case "range":
      return false;
    case "negative":
      return isOneValue(formula.of);
    case "operation":
      return isOneValue(formula.left) && isOneValue(formula.right);
    case "call":
      return TAKES_BLOCKS.has(formula.name) || formula.given.every(isOneValue);
    default:
      return true;
  }
}

const TAKES_BLOCKS: ReadonlySet<string> = new Set([
  ...["MIN", "MAX", "SUM", "COUNT", "SUMPRODUCT", "ROWS", "SMALL", "INDEX", "MATCH"],
]);
