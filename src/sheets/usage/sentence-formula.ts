import type { Currency } from "../../core/currency";
import { excel, type Formula, formulaOf, type Operand, operation, quoted } from "../formulas/call";

/** Words and amounts one after another, as a sentence in a cell. */
export function joined(first: Operand, ...rest: readonly Operand[]): Formula {
  return rest.reduce<Formula>((text, next) => operation(text, "&", next), formulaOf(first));
}

/** An amount in whole units of the label, as a sentence has it. */
export function amountWords(amount: Operand, currency: Currency): Formula {
  return operation(quoted(currency.sign), "&", excel("FIXED", amount, 0));
}

/** A share in words: 15.0%. */
export function percentWords(share: Operand): Formula {
  return joined(excel("FIXED", operation(100, "*", share), 1), quoted("%"));
}
