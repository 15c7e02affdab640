import type { Currency } from "../core/currency";
import { excel, type Formula, operation, quoted } from "./formulas/call";

// Our functions know no workbook, so the words they write have the first label: the formulas put the chosen one there.

/** A formula of one cell, with amounts in its words. */
export function labelWords(formula: Formula, currency: Currency): Formula {
  return isFirst(currency) ? formula : substituted(formula, "$", currency.sign);
}

/** A spilled formula, with amounts in the words of one of its columns, from 1: those of others are not ours. */
export function labelColumn(formula: Formula, column: number, currency: Currency): Formula {
  if (isFirst(currency)) return formula;
  const columns = excel("SEQUENCE", 1, excel("COLUMNS", formula));
  const named = substituted(formula, "$", currency.sign);
  return excel("IF", operation(columns, "=", column), named, formula);
}

/** A spilled formula, with the code of the label in one of its headings. */
export function labelHeading(formula: Formula, currency: Currency): Formula {
  if (isFirst(currency)) return formula;
  return excel("IF", excel("ISTEXT", formula), substituted(formula, "USD", currency.code), formula);
}

/** A formula that says a word where a question has no answer, in place of a bare #N/A; of a spilled one each cell does. */
export function orWord(formula: Formula, word: string): Formula {
  return excel("IFNA", formula, quoted(word));
}

function isFirst(currency: Currency): boolean {
  return currency.code === "USD";
}

function substituted(formula: Formula, old: string, now: string): Formula {
  return excel("SUBSTITUTE", formula, quoted(old), quoted(now));
}
