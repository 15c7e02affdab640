import { formulaOf } from "../formulas/call";
import { printExpression } from "../formulas/print";
import type { OFFER_TWINS } from "../native/families/offer-twins";
import { nextOnOfferFormula, recommendedFormula } from "../recommended-commitment";
import { type FormulaToken, textOf, tokensOf } from "./formula-tokens";

/** A formula that the add-in writes around two of its functions with LET, and that has a twin as a whole. */
type OfferFormula = keyof typeof OFFER_TWINS;

/** One of those formulas inside another: what it is written with. */
export interface WrittenOffer {
  readonly name: OfferFormula;
  readonly options: readonly FormulaToken[];
  readonly thresholds: readonly FormulaToken[];
  /** Best of any amount, rounding, and then its own operands. */
  readonly rest: readonly (readonly FormulaToken[])[];
  /** The first token behind it. */
  readonly end: number;
}

/** Names in place of operands. */
const HOLES = ["_options", "_thresholds", "_any_amount", "_rounding", "_first", "_second"] as const;
const [options, thresholds, anyAmount, rounding, first, second] = HOLES;
const COMPARED = {
  ...{ options: formulaOf(options), thresholds: formulaOf(thresholds) },
  ...{ anyAmount, rounding },
};

const PATTERNS: readonly (readonly [OfferFormula, readonly FormulaToken[]])[] = [
  ["BEST_ON_OFFER", tokensOf(printExpression(recommendedFormula(COMPARED, first, second)))],
  ["NEXT_ON_OFFER", tokensOf(printExpression(nextOnOfferFormula(COMPARED, first)))],
];

/** The formula of that kind that begins at a token, if one does. */
export function offerFormulaAt(
  tokens: readonly FormulaToken[],
  at: number,
): WrittenOffer | undefined {
  if (tokens[at]?.text.toUpperCase() !== "LET") return undefined;
  for (const [name, pattern] of PATTERNS) {
    const fit = fitted(pattern, tokens, at);
    if (fit === undefined) continue;
    const operandOf = (hole: string): readonly FormulaToken[] => fit.operands.get(hole) ?? [];
    const rest = HOLES.slice(2)
      .filter((hole) => fit.operands.has(hole))
      .map(operandOf);
    return {
      ...{ name, rest, end: fit.end },
      ...{ options: operandOf(options), thresholds: operandOf(thresholds) },
    };
  }
  return undefined;
}

/** What stands in the holes of a pattern, each hole with one operand wherever it is. */
function fitted(
  pattern: readonly FormulaToken[],
  tokens: readonly FormulaToken[],
  at: number,
):
  | { readonly operands: ReadonlyMap<string, readonly FormulaToken[]>; readonly end: number }
  | undefined {
  const operands = new Map<string, readonly FormulaToken[]>();
  let end = at;
  for (const [index, part] of pattern.entries()) {
    if (HOLES.some((hole) => hole === part.text)) {
      const operand = operandUpTo(pattern[index + 1], tokens, end);
      const known = operands.get(part.text);
      if (operand === undefined || (known && textOf(known) !== textOf(operand))) return undefined;
      operands.set(part.text, operand);
      end += operand.length;
    } else if (isSame(part, tokens[end])) end++;
    else return undefined;
  }
  return { operands, end };
}

/** The tokens before the next one of the pattern that is in none of their brackets. */
function operandUpTo(
  next: FormulaToken | undefined,
  tokens: readonly FormulaToken[],
  from: number,
): readonly FormulaToken[] | undefined {
  let depth = 0;
  for (let end = from; end < tokens.length; end++) {
    const token = tokens[end];
    if (depth === 0 && isSame(next, token)) return tokens.slice(from, end);
    if (token?.kind !== "sign") continue;
    if (token.text === "(") depth++;
    if (token.text === ")" && depth-- === 0) return undefined;
  }
  return undefined;
}

function isSame(one: FormulaToken | undefined, other: FormulaToken | undefined): boolean {
  return one?.kind === other?.kind && one?.text.toUpperCase() === other?.text.toUpperCase();
}
